"""The record of a meeting, written while people speak: each form opens in its place on the meeting's page.

Without a script the same addresses are whole pages that lead back to the meeting.
"""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_htmx.http import reswap, retarget

from affairs import forms, permissions
from affairs.enums import NOTED_MEETING
from affairs.models import Meeting, MeetingDecision, MeetingOpinion, MeetingTask, MeetingTopic
from affairs.views.drafting import recorded
from affairs.views.meeting_moves import MeetingMove
from affairs.views.meetings import AREA, lines_context, meetings_crumb
from unionoffice.pages import Crumb, EditPage, FormPage, TransitionPage
from unionoffice.sources import SourceRef

FREE = "free"
"""Where on the page a line stands that belongs to no topic."""


class AddLineView(MeetingMove):
    """A new line; after it the form stands open for the next one."""

    rule = permissions.may_note_lines
    line: ClassVar[type[Any]]
    url_name: ClassVar[str]
    button: ClassVar[str | Promise] = _("记下")
    template_name = "office/form.html"
    done = ""

    def prepare(self) -> None:
        """With the topic that it is on."""
        super().prepare()
        key = self.request.GET.get("topic", "")
        self.topic = self.record.topics.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None

    def get_form_kwargs(self) -> dict[str, Any]:
        """A line of this meeting, on this topic."""
        fields = {"meeting": self.record}
        if self.line is not MeetingTopic:
            fields["topic"] = self.topic
        return {"instance": self.line(**fields)}

    def get_success_url(self, _record: Any) -> str:
        """Back to the meeting."""
        return lines_url(self.record)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In place: what is noted by now, with an empty form for the next line."""
        response = super().post(request, *args, **kwargs)
        if not (request.htmx and isinstance(response, HttpResponseRedirect)):
            return response
        self.prepare()
        context = lines_context(self.record, request, record=self.record, on=self.on, told=True)
        return TemplateResponse(
            request, "affairs/meetings/_lines.html", {**context, **self.get_place_context(self.get_form())}
        )

    def show(self, form: Any, **extra: Any) -> HttpResponse:
        """In place: the form alone."""
        if not self.request.htmx:
            return super().show(form, **extra)
        context = {"on": self.on, **self.get_place_context(form)}
        response = TemplateResponse(self.request, "affairs/meetings/_line_form.html", context)
        return reswap(retarget(response, f"#slot-{self.place}"), "innerHTML") if form.is_bound else response

    @property
    def place(self) -> str:
        """Where on the page the form stands."""
        if self.line is MeetingTopic:
            return "topic"
        return str(self.topic.pk) if self.topic else FREE

    def get_place_context(self, form: Any) -> dict[str, Any]:
        """The form and where it is sent; several may stand on one page, each with labels of its own."""
        form.auto_id = f"id_{self.place}_%s"
        query = f"?topic={self.topic.pk}" if self.topic else ""
        return {
            "form": form,
            "form_place": self.place,
            "form_title": str(type(self).title),
            "form_url": f"{reverse(self.url_name, args=[self.record.pk])}{query}",
            "button": self.button,
            "cancel_url": self.record.get_absolute_url(),
        }


class AddTopicView(AddLineView):
    """Something more to discuss."""

    title, button = _("添加议题"), _("添加议题")
    line, form_class = MeetingTopic, forms.TopicForm
    url_name = "affairs:meeting-topic-add"


class NoteOpinionView(AddLineView):
    """What somebody says."""

    title = _("记意见")
    line, form_class = MeetingOpinion, forms.OpinionForm
    url_name = "affairs:meeting-opinion-add"


class NoteDecisionView(AddLineView):
    """What is decided."""

    title = _("记决定")
    line, form_class = MeetingDecision, forms.DecisionForm
    url_name = "affairs:meeting-decision-add"


class GiveTaskView(AddLineView):
    """Who does what by when."""

    title, button = _("交办任务"), _("交办")
    line, form_class = MeetingTask, forms.TaskForm
    url_name = "affairs:meeting-task-add"


class LineMove(TransitionPage):
    """Something done with one line that is there already."""

    permission = permissions.opens_meeting
    rule = permissions.may_mend_line
    area = AREA
    done = _("已保存。")

    def get_queryset(self) -> Any:
        """With its meeting, which says who may do what."""
        return super().get_queryset().select_related("meeting")

    def get_title(self) -> str:
        """What is done."""
        return str(self.title)

    def get_crumbs(self) -> list[Crumb]:
        """To the meeting."""
        meeting = self.record.meeting
        return [meetings_crumb(), Crumb(str(meeting), lines_url(meeting))]

    def get_success_url(self, _record: Any) -> str:
        """Back to the meeting."""
        return lines_url(self.record.meeting)


class MendLineView(LineMove, EditPage):
    """Other words, or another topic."""


class MendTopicView(MendLineView):
    """Its words, its place, and in short what was said on it."""

    title = _("修改议题")
    model, form_class = MeetingTopic, forms.TopicForm


class MendOpinionView(MendLineView):
    """What was said."""

    title = _("修改意见")
    model, form_class = MeetingOpinion, forms.OpinionForm


class MendDecisionView(MendLineView):
    """What was decided."""

    title = _("修改决定")
    model, form_class = MeetingDecision, forms.DecisionForm


class MendTaskView(MendLineView):
    """Who does what by when."""

    title = _("修改任务")
    model, form_class = MeetingTask, forms.TaskForm


class RemoveLineView(LineMove):
    """A line is struck."""

    form_class = forms.RemoveLineForm
    done = _("已删除。")

    def get_question(self) -> str:
        """Which one."""
        return str(_("删除“%(line)s”？删除后不能恢复。")) % {"line": self.record}


class RemoveTopicView(RemoveLineView):
    """Off the agenda."""

    title, button = _("删除议题"), _("删除议题")
    model = MeetingTopic


class RemoveOpinionView(RemoveLineView):
    """It wasn't said so."""

    title, button = _("删除意见"), _("删除意见")
    model = MeetingOpinion


class RemoveDecisionView(RemoveLineView):
    """It wasn't decided."""

    title, button = _("删除决定"), _("删除决定")
    model = MeetingDecision


class RemoveTaskView(RemoveLineView):
    """It wasn't asked for."""

    title, button = _("删除任务"), _("删除任务")
    model = MeetingTask


class AnswerOpinionView(LineMove):
    """What is answered to what was said, at the meeting or later."""

    rule = permissions.may_answer
    title, button = _("答复意见"), _("保存答复")
    model, form_class = MeetingOpinion, forms.AnswerOpinionForm

    def get_question(self) -> str:
        """The opinion."""
        return str(self.record)


class PlaceOnAgendaView(FormPage):
    """A record of any area is to be discussed: `?source=<app.Model>:<pk>`, of what the user may see."""

    permission = permissions.plans_meetings
    area = AREA
    title = _("列入会议议题")
    form_class = forms.PlaceOnAgendaForm
    button = _("列入议题")
    done = _("已列入议题。")

    def prepare(self) -> None:
        """Find the record."""
        self.source = recorded(self.request.GET.get("source", ""), self.request.user)

    def get_crumbs(self) -> list[Crumb]:
        """To the record."""
        return [Crumb(str(self.source), self.source.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The record, and the meetings at which it can still be discussed."""
        meetings = Meeting.objects.kept_by(self.request.user).filter(status__in=NOTED_MEETING).order_by("held_on")
        return {
            "source": SourceRef.to(self.source),
            "meetings": meetings,
            "initial": {"title": str(self.source)[:100]},
        }

    def get_success_url(self, record: Any) -> str:
        """To the meeting."""
        return lines_url(record.meeting)


def lines_url(meeting: Meeting) -> str:
    """The record of a meeting on its page."""
    return f"{meeting.get_absolute_url()}#lines"
