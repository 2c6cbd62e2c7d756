"""Meetings: the lists, the page of one, and entering them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import forms, permissions
from affairs.enums import HELD_MEETING, UPCOMING_MEETING, MeetingStatus
from affairs.filters import MeetingFilter, MeetingOpinionFilter, MeetingTaskFilter
from affairs.models import Meeting, MeetingOpinion, MeetingTask
from affairs.papers import meant_words, when_in_full
from affairs.selectors import (
    carried_over,
    is_due_at,
    lines_of,
    observers_of,
    presence,
    quorum,
)
from affairs.tables import MeetingOpinionTable, MeetingTable, MeetingTaskTable, meeting_badge
from members.permissions import member_id_of
from unionoffice.documents import Document, render_html
from unionoffice.pages import Action, Badge, Crumb, Fact, FormPage, ListPage, RecordPage, Step
from unionoffice.richtext import blocks_of

AREA = "affairs"
HOLD = "affairs:meeting-hold"
ATTENDANCE = "affairs:meeting-attendance"
BUTTONS = 4
"""Buttons that stand over a meeting; what is done less often folds into a menu behind them."""


def meetings_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("会议"), reverse("affairs:meeting-list"))


class MeetingListView(ListPage):
    """The meetings that the user knows of."""

    permission = permissions.opens_meeting_list
    area = AREA
    title = _("会议")
    model = Meeting
    table = MeetingTable
    filter_class = MeetingFilter
    main_action = (_("筹备会议"), "affairs:meeting-plan", permissions.plans_meetings)
    other_actions = (
        (_("会议任务"), "affairs:meeting-task-list", permissions.opens_meeting_list),
        (_("会议意见"), "affairs:meeting-opinion-list", permissions.plans_meetings),
        (_("补录会议"), "affairs:meeting-record", permissions.plans_meetings),
    )


class MeetingOpinionListView(ListPage):
    """What was said at meetings, and what was answered."""

    permission = permissions.plans_meetings
    area = AREA
    title = _("会议意见")
    model = MeetingOpinion
    table = MeetingOpinionTable
    filter_class = MeetingOpinionFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the meetings."""
        return [meetings_crumb()]


class MeetingTaskListView(ListPage):
    """What meetings asked for: one's own, and what one follows up."""

    permission = permissions.opens_meeting_list
    area = AREA
    title = _("会议任务")
    model = MeetingTask
    table = MeetingTaskTable
    filter_class = MeetingTaskFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the meetings."""
        return [meetings_crumb()]


class MeetingDetailView(RecordPage):
    """One meeting: for those due what, when, where and what to read; for those who write its record all of it."""

    permission = permissions.opens_meeting
    area = AREA
    model = Meeting
    select_related = ("chair", "recorder", "audience", "committee", "group", "confirmed_by")
    steps = (
        Step(_("发出通知"), "affairs:meeting-announce", permissions.may_announce_meeting),
        Step(_("登记召开"), HOLD, permissions.may_hold_meeting),
        Step(_("确认纪要"), "affairs:meeting-confirm", permissions.may_confirm_minutes),
        Step(_("提交纪要"), "affairs:meeting-submit", permissions.may_submit_minutes),
        Step(_("编写纪要"), "affairs:meeting-minutes", permissions.may_write_minutes),
        Step(_("签到"), ATTENDANCE, permissions.may_keep_attendance, primary=False),
        Step(_("填写到会人数"), "affairs:meeting-heads", permissions.may_count_heads, primary=False),
        Step(_("修改"), "affairs:meeting-amend", permissions.may_amend_meeting, primary=False),
        Step(_("退回纪要"), "affairs:meeting-return", permissions.may_return_minutes, primary=False),
        Step(_("更正说明"), "affairs:meeting-note", permissions.may_note_correction, primary=False),
        Step(_("筹备下次会议"), "affairs:meeting-copy", permissions.may_copy_meeting, primary=False),
        Step(_("取消会议"), "affairs:meeting-cancel", permissions.may_cancel_meeting, primary=False),
        Step(_("删除"), "affairs:meeting-delete", permissions.may_delete_meeting, primary=False),
        Step(
            _("会议通知"),
            "affairs:meeting-notice",
            permissions.may_print_meeting_notice,
            primary=False,
            download=True,
        ),
        Step(_("议程"), "affairs:meeting-agenda", permissions.may_print_agenda, primary=False, download=True),
        Step(
            _("纪要 PDF"), "affairs:meeting-minutes-pdf", permissions.may_print_minutes, primary=False, download=True
        ),
        Step(
            _("纪要 Word"),
            "affairs:meeting-minutes-docx",
            permissions.may_print_minutes,
            primary=False,
            download=True,
        ),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [meetings_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return meeting_badge(self.record)

    def get_record(self) -> Any:
        """With what its page asks of it everywhere."""
        record = super().get_record()
        self.keeps = permissions.keeps_meeting.test(self.request.user, record)
        self.told = permissions.reads_outcome.test(self.request.user, record)
        self.asked = observers_of(record)
        return record

    def get_facts(self) -> list[Fact]:
        """What, when, where, for whom; what became of it."""
        record = self.record
        named = [one.member.name for one in self.asked if not one.is_observer]
        observers = [one.member.name for one in self.asked if one.is_observer]
        facts = [
            Fact(_("类型"), record.public_number if record.number else record.get_kind_display()),
            Fact(_("时间"), when_in_full(record)),
            Fact(_("地点"), record.place),
            Fact(_("参会人员"), meant_words(record, named, observers)),
            Fact(_("主持人"), record.chair),
            Fact(_("记录人"), record.recorder),
            Fact(_("召集"), record.convener),
        ]
        if record.theme and record.theme != record.title:
            facts.insert(1, Fact(_("专题"), record.theme))
        if record.confirmed_on:
            facts.append(Fact(_("纪要确认"), f"{record.confirmed_by} {record.confirmed_on}"))
        if record.cancelled_because:
            facts.append(Fact(_("取消原因"), record.cancelled_because))
        return facts

    def get_actions(self) -> list[Action]:
        """Nothing is held or signed before its day; decisions can go to the board."""
        record = self.record
        actions = super().get_actions()
        if record.held_on > self.on:
            early = {reverse(name, args=[record.pk]) for name in (HOLD,)}
            actions = [action for action in actions if action.url not in early]
        drafts = permissions.drafts_disclosures.test(self.request.user)
        if drafts and record.status == MeetingStatus.CONFIRMED:
            url = f"{reverse('affairs:disclosure-draft')}?source={Meeting._meta.label}:{record.pk}"
            actions.append(Action(str(_("起草公开")), url, primary=False))
        return actions

    def split_actions(self) -> dict[str, list[Action]]:
        """What comes next stands over the record, the rest in a menu."""
        actions = self.get_actions()
        return {"actions": actions[:BUTTONS], "more_actions": actions[BUTTONS:]}

    def get_trail(self) -> Any:
        """Who prepared and changed it is the business of those who keep it."""
        return super().get_trail() if self.keeps else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The record topic by topic, who comes or came, and one's own place."""
        context = super().get_context_data(
            **lines_context(self.record, self.request),
            keeps=self.keeps,
            told=self.told,
            shows_trail=self.keeps,
            carried=list(carried_over(self.record)) if self.keeps else [],
            **self.get_people_context(),
            **self.get_minutes_context(),
            **kwargs,
        )
        return context | self.split_actions()

    def get_people_context(self) -> dict[str, Any]:
        """Attendance for those who read it, and whether the reader is due and asked leave."""
        record, mine = self.record, member_id_of(self.request.user)
        upcoming = record.status in UPCOMING_MEETING
        is_due = record.status == MeetingStatus.ANNOUNCED and is_due_at(record, mine)
        reads = self.told and not (upcoming and not self.keeps)
        return {
            "is_due": is_due,
            "my_leave": record.leaves.filter(member=mine).first() if is_due else None,
            "presence": presence(record) if reads else None,
            "due_count": record.people_due().count() if self.keeps and upcoming else 0,
        }

    def get_minutes_context(self) -> dict[str, Any]:
        """The text as it is printed, and the notes under it."""
        record = self.record
        shown = self.told and record.status in HELD_MEETING and bool(record.minutes)
        return {
            "minutes": render_html(Document(title="", blocks=blocks_of(record.minutes))) if shown else "",
            "notes": list(record.notes.select_related("noted_by"))
            if record.status == MeetingStatus.CONFIRMED
            else [],
        }

    def get_template_names(self) -> list[str]:
        """With the others of its family."""
        return ["affairs/meetings/detail.html"]


def lines_context(meeting: Meeting, request: HttpRequest, **more: Any) -> dict[str, Any]:
    """What the part of the page with topics, opinions, decisions and tasks is drawn from."""
    told = permissions.reads_outcome.test(request.user, meeting)
    return {
        "lines": lines_of(meeting, user=request.user, told=told),
        "may_note": permissions.may_note_lines.test(request.user, meeting),
        "may_answer": permissions.may_answer_opinion.test(request.user, meeting),
        "quorum": quorum(meeting) if told else None,
        **more,
    }


class PlanMeetingView(FormPage):
    """A meeting to come."""

    permission = permissions.plans_meetings
    area = AREA
    title = _("筹备会议")
    form_class = forms.PlanMeetingForm
    done = _("已保存。请列出议题，核对后发出通知。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [meetings_crumb()]


class RecordMeetingView(PlanMeetingView):
    """A meeting that was held without this office."""

    title = _("补录会议")
    form_class = forms.RecordMeetingForm
    button = _("补录")
    done = _("会议已补录。")
