"""Moves of one meeting, each asked before it is made, and of what it asked somebody to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs import forms, permissions
from affairs.enums import TaskStatus
from affairs.models import Meeting, MeetingTask
from affairs.papers import composed_minutes, when_in_full
from affairs.selectors import accounts_confirming, carried_over, gathering_of, lines_of
from affairs.tables import task_badge
from affairs.views.meetings import AREA, meetings_crumb
from unionoffice.documents import Document, render_html
from unionoffice.pages import Badge, Crumb, EditPage, Fact, RecordPage, Step, TransitionPage
from unionoffice.richtext import blocks_of


class MeetingMove(TransitionPage):
    """A move of one meeting; who may make it depends on the meeting, so the page itself is open to staff."""

    permission = permissions.opens_meeting
    area = AREA
    model = Meeting
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """With what rules and questions ask for."""
        return super().get_queryset().select_related("chair", "recorder", "audience", "committee", "group")

    def get_crumbs(self) -> list[Crumb]:
        """To the meeting."""
        return [meetings_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class AmendMeetingView(MeetingMove, EditPage):
    """Another time, place, or other people."""

    rule = permissions.may_amend_meeting
    title = _("修改会议")
    form_class = forms.AmendMeetingForm
    done = _("已保存。")


class AnnounceMeetingView(MeetingMove):
    """The notice goes out."""

    rule = permissions.may_announce_meeting
    title, button = _("发出会议通知"), _("发出通知")
    form_class = forms.AnnounceMeetingForm
    done = _("通知已发出，应到人员会收到。")

    def get_question(self) -> str:
        """When, where, and how many are told."""
        told = _("%(when)s，%(place)s。应到%(n)d人都会收到通知，能看到议题和会议材料。")
        place = self.record.place or _("还没有填写地点")
        return str(told) % {"when": when_in_full(self.record), "place": place, "n": self.record.people_due().count()}


class CancelMeetingView(MeetingMove):
    """It is called off."""

    rule = permissions.may_cancel_meeting
    title, button = _("取消会议"), _("取消会议")
    question = _("取消后不能恢复，已收到通知的人会收到原因。")
    form_class = forms.CancelMeetingForm


class DeleteMeetingView(MeetingMove):
    """A plan is thrown away."""

    rule = permissions.may_delete_meeting
    title, button = _("删除会议"), _("删除会议")
    question = _("还没有发出通知的会议可以删除，议题和材料一并删除，不能恢复。")
    form_class = forms.DeleteMeetingForm
    done = _("已删除。")

    def get_success_url(self, _record: Any) -> str:
        """The list: the meeting is gone."""
        return reverse("affairs:meeting-list")


class HoldMeetingView(MeetingMove):
    """It took place."""

    rule = permissions.may_hold_meeting
    title, button = _("登记召开"), _("登记召开")
    question = _("登记后会议按年度和类型编号，可以继续补记意见、决定和任务，再编写纪要。")
    form_class = forms.HoldMeetingForm
    done = _("已登记召开。请核对记录，编写纪要。")


class CountHeadsView(MeetingMove, EditPage):
    """How many came, without names."""

    rule = permissions.may_count_heads
    title, button = _("填写到会人数"), _("保存")
    question = _("没有签到名单时填写。")
    form_class = forms.CountHeadsForm
    template_name = "office/transition.html"


class CopyMeetingView(MeetingMove):
    """The next of a series."""

    rule = permissions.may_copy_meeting
    title, button = _("筹备下次会议"), _("筹备下次会议")
    form_class = forms.CopyMeetingForm
    done = _("下次会议已建好，请核对议题后发出通知。")

    def get_question(self) -> str:
        """What is taken over."""
        earlier = carried_over(self.record).filter(status=TaskStatus.OPEN)
        left = self.record.tasks.open().count() + earlier.count()
        told = str(_("时间、地点、参会人员照这次会议复制。"))
        if left:
            told += str(_("还有%(n)d项决定事项没有办结，自动列入下次议程。")) % {"n": left}
        return told


class OpenMeetingAttendanceView(MeetingMove):
    """To the meeting's attendance: begun first where it wasn't yet."""

    rule = permissions.may_keep_attendance
    title, button = _("签到"), _("开始签到")
    question = _("开始后可以展示签到二维码、手工登记、打印签到表。已请假的人自动记为请假。")
    form_class = forms.OpenMeetingAttendanceForm
    done = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Straight to it where it was begun before."""
        self.prepare()
        begun = gathering_of(self.record)
        return HttpResponseRedirect(begun.get_absolute_url()) if begun else super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the moment, which only the page knows."""
        return {**super().get_form_kwargs(), "at": timezone.now()}


class AskLeaveView(MeetingMove):
    """Somebody who is due can't come."""

    permission = permissions.has_meeting_tasks
    rule = permissions.may_ask_leave
    title, button = _("会议请假"), _("提交请假")
    form_class = forms.AskLeaveForm
    done = _("已请假，会议组织者能看到。")

    def get_question(self) -> str:
        """Of which meeting."""
        return f"{self.record.title}，{when_in_full(self.record)}。"

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the moment, which only the page knows."""
        return {**super().get_form_kwargs(), "at": timezone.now()}

    def get_success_url(self, _record: Any) -> str:
        """Back to the meeting."""
        return self.record.get_absolute_url()


class TakeBackLeaveView(MeetingMove):
    """One comes after all."""

    permission = permissions.has_meeting_tasks
    rule = permissions.may_ask_leave
    title, button = _("取消请假"), _("取消请假")
    question = _("取消后请按时到会。")
    form_class = forms.TakeBackLeaveForm
    done = _("已取消请假，请按时到会。")


class WriteMinutesView(MeetingMove):
    """The text of the minutes, begun from what was noted."""

    rule = permissions.may_write_minutes
    title = _("编写纪要")
    form_class = forms.MinutesForm
    template_name = "office/form.html"
    done = _("已保存。核对后提交主持人确认。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """What was written, else what follows from the record; `?anew` begins once more."""
        if self.record.minutes and "anew" not in self.request.GET:
            return {"instance": self.record}
        lines = lines_of(self.record, user=self.request.user, told=True)
        text = composed_minutes(self.record, lines, list(carried_over(self.record)))
        return {"instance": self.record, "initial": {"minutes": text}}


class SubmitMinutesView(MeetingMove):
    """They are handed in."""

    rule = permissions.may_submit_minutes
    title, button = _("提交纪要"), _("提交纪要")
    form_class = forms.SubmitMinutesForm
    done = _("已提交，等待确认。")

    def get_question(self) -> str:
        """Who confirms."""
        people = "、".join(str(account) for account in accounts_confirming(self.record, self.on))
        return str(_("提交后由%(people)s确认，确认前不能再改记录。")) % {"people": people or _("会议主持人")}


class ConfirmMinutesView(MeetingMove):
    """Who led the meeting reads them and confirms."""

    rule = permissions.may_confirm_minutes
    title, button = _("确认纪要"), _("确认纪要")
    question = _("确认后参会人员可以查看，纪要不能再改，只能登记更正说明。需要修改的请退回。")
    form_class = forms.ConfirmMinutesForm
    template_name = "affairs/meetings/confirm.html"
    done = _("纪要已确认。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text that is confirmed."""
        text = render_html(Document(title="", blocks=blocks_of(self.record.minutes)))
        return super().get_context_data(minutes=text, **kwargs)


class ReturnMinutesView(MeetingMove):
    """They are given back."""

    rule = permissions.may_return_minutes
    title, button = _("退回纪要"), _("退回纪要")
    question = _("退回后可以修改记录和纪要，再重新提交。")
    form_class = forms.ReturnMinutesForm


class NoteCorrectionView(MeetingMove):
    """What is wrong in confirmed minutes is said beside them."""

    rule = permissions.may_note_correction
    title, button = _("更正说明"), _("登记更正说明")
    question = _("纪要已经确认，原文不改。更正说明印在纪要后面。")
    form_class = forms.NoteCorrectionForm

    def get_success_url(self, _record: Any) -> str:
        """Back to the meeting."""
        return self.record.get_absolute_url()


class MeetingTaskView(RecordPage):
    """What a meeting asked somebody to do, for who is to do it and who follows it up."""

    permission = permissions.opens_meeting
    area = AREA
    model = MeetingTask
    select_related = ("meeting", "member", "department", "topic")
    steps = (
        Step(_("办结"), "affairs:meeting-task-finish", permissions.may_finish_task),
        Step(_("继续办理"), "affairs:meeting-task-reopen", permissions.may_reopen_task, primary=False),
        Step(_("不再办理"), "affairs:meeting-task-drop", permissions.may_drop_task, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [tasks_crumb()]

    def get_badge(self) -> Badge:
        """How far it is."""
        return task_badge(self.record, self.on)

    def get_facts(self) -> list[Fact]:
        """Who, by when, and where it comes from; the meeting only for those who know of it."""
        task = self.record
        known = Meeting.objects.visible_to(self.request.user).filter(pk=task.meeting_id).exists()
        meeting = task.meeting
        return [
            Fact(_("责任人"), task.responsible),
            Fact(_("完成时限"), task.due_on),
            Fact(
                _("会议"),
                meeting.title if known else meeting.public_number,
                meeting.get_absolute_url() if known else "",
            ),
            Fact(_("会议日期"), meeting.when),
            Fact(_("办结日期"), task.done_on),
            Fact(_("办理说明"), task.note),
        ]


def tasks_crumb() -> Crumb:
    """The way back to the list of tasks."""
    return Crumb(_("会议任务"), reverse("affairs:meeting-task-list"))


class TaskMove(TransitionPage):
    """Something done with one task."""

    permission = permissions.opens_meeting
    area = AREA
    model = MeetingTask
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """With what the rules ask for."""
        return super().get_queryset().select_related("meeting", "department", "member")

    def get_crumbs(self) -> list[Crumb]:
        """To the task."""
        return [tasks_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_question(self) -> str:
        """Which task."""
        return f"{self.record.text}。{self.question}"


class FinishTaskView(TaskMove):
    """It is done."""

    rule = permissions.may_finish_task
    title, button = _("办结任务"), _("办结")
    form_class = forms.FinishTaskForm
    done = _("已办结，下次会议会看到办理情况。")


class DropTaskView(TaskMove):
    """It won't be done."""

    rule = permissions.may_drop_task
    title, button = _("不再办理"), _("不再办理")
    question = _("不再办理的任务不计入办结率。")
    form_class = forms.DropTaskForm


class ReopenTaskView(TaskMove):
    """It goes on."""

    rule = permissions.may_reopen_task
    title, button = _("继续办理"), _("继续办理")
    question = _("办结日期和办理说明会清空。")
    form_class = forms.ReopenTaskForm
