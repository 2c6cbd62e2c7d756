"""Pages of preparatory meetings."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.filters import PreparatoryFilter
from congress.forms.preparatory import PreparatoryMeetingForm
from congress.models import PreparatoryMeeting, Session
from congress.tables import PreparatoryTable
from congress.views.about_sessions import AddToSession
from congress.views.records import AREA, RecordChange, session_crumbs, sessions_crumb
from unionoffice.documents import Document, render_html
from unionoffice.pages import Crumb, Fact, ListPage, RecordPage, Step
from unionoffice.richtext import blocks_of


def session_preparatory(request: HttpRequest, session: Session, on: date) -> dict[str, Any] | None:  # noqa: ARG001 -- as parts are asked
    """The part of a session's page with the meetings before it."""
    visible = PreparatoryMeeting.objects.visible_to(request.user).filter(session=session)
    meetings = list(visible.select_related("chair", "session__term").order_by("number"))
    keeps = permissions.keeps_congress.test(request.user)
    return {"meetings": meetings, "keeps": keeps} if meetings or keeps else None


class PreparatoryListView(ListPage):
    """Preparatory meetings of all sessions."""

    permission = permissions.is_staff
    area = AREA
    title = _("预备会")
    model = PreparatoryMeeting
    table = PreparatoryTable
    filter_class = PreparatoryFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class PreparatoryDetailView(RecordPage):
    """One preparatory meeting: what it was on, who came, what was settled."""

    permission = permissions.is_staff
    area = AREA
    model = PreparatoryMeeting
    select_related = ("session__term", "chair")
    steps = (Step(_("修改"), "congress:preparatory-update", permissions.keeps_congress),)

    def get_crumbs(self) -> list[Crumb]:
        """To the session and the meetings before it."""
        crumbs = session_crumbs(self.record.session)
        return [*crumbs, Crumb(_("预备会"), reverse("congress:preparatory-list"))]

    def get_facts(self) -> list[Fact]:
        """When, where, on what, with whom."""
        meeting = self.record
        counts = [(_("应到"), meeting.due_count), (_("实到"), meeting.present_count)]
        return [
            Fact(_("会议"), meeting.session.printed_name, meeting.session.get_absolute_url()),
            Fact(_("议题"), meeting.topic),
            Fact(_("时间"), meeting.when),
            Fact(_("地点"), meeting.place),
            Fact(_("主持人"), meeting.chair),
            Fact(_("到会情况"), "，".join(f"{label}{n}人" for label, n in counts if n is not None)),
            Fact(_("议定事项"), meeting.settled),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the record of what was said, for those who may read it."""
        reads = permissions.reads_preparatory_minutes.test(self.request.user, self.record)
        minutes = self.record.minutes if reads else ""
        text = render_html(Document(title="", blocks=blocks_of(minutes))) if minutes else ""
        return super().get_context_data(minutes=text, **kwargs)

    def get_template_names(self) -> list[str]:
        """With the others of its family."""
        return ["congress/sessions/preparatory.html"]


class RecordPreparatoryView(AddToSession):
    """A preparatory meeting that was held."""

    rule = permissions.keeps_congress
    title = _("登记预备会")
    adds = PreparatoryMeeting
    form_class = PreparatoryMeetingForm
    button = _("登记")
    done = _("预备会已登记。")


class UpdatePreparatoryView(RecordChange):
    """Correcting what was entered."""

    title = _("修改预备会")
    model = PreparatoryMeeting
    form_class = PreparatoryMeetingForm

    def get_queryset(self) -> Any:
        """With its session."""
        return super().get_queryset().select_related("session__term")

    def get_crumbs(self) -> list[Crumb]:
        """To the session and the meeting."""
        meeting = self.record
        return [*session_crumbs(meeting.session), Crumb(str(meeting), meeting.get_absolute_url())]
