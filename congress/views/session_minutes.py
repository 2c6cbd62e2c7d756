"""Pages of a session's minutes, its agenda as paper, and its whole file."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import MinutesStatus, SessionStatus
from congress.forms.resolutions import ConfirmMinutesForm, WriteMinutesForm
from congress.models import Session, SessionMinutes
from congress.papers.agenda import agenda_paper
from congress.papers.minutes import composed_minutes, minutes_paper
from congress.papers.session_file import session_file
from congress.selectors import items_of, opinions_of, resolutions_of
from congress.views.records import AREA, session_crumbs
from unionoffice.documents import Document, render_html
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    Fact,
    FormPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
)
from unionoffice.richtext import blocks_of
from unionoffice.tones import Tone


class WriteMinutesView(FormPage):
    """The text of the minutes, begun from what was recorded; `?anew` begins once more."""

    permission = permissions.keeps_agenda
    area = AREA
    title = _("编写教代会纪要")
    form_class = WriteMinutesForm
    done = _("已保存。核对后确认纪要。")

    def prepare(self) -> None:
        """Find the session; nothing is written before it or once the minutes are confirmed."""
        sessions = Session.objects.visible_to(self.request.user).select_related("term", "minutes")
        self.session = sessions.filter(pk=self.kwargs["pk"]).first()
        if self.session is None:
            raise Http404
        allowed = permissions.may_write_minutes_of.test(self.request.user, self.session)
        if self.session.status == SessionStatus.PLANNED or not allowed:
            raise PermissionDenied

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.session)

    def get_form_kwargs(self) -> dict[str, Any]:
        """What was written, else what follows from the records."""
        minutes = getattr(self.session, "minutes", None)
        if minutes is not None and "anew" not in self.request.GET:
            return {"session": self.session, "initial": {"text": minutes.text}}
        told = (
            list(items_of(self.session)),
            list(opinions_of(self.session, self.request.user)),
            list(resolutions_of(self.session)),
        )
        return {"session": self.session, "initial": {"text": composed_minutes(self.session, *told)}}


class SessionMinutesView(RecordPage):
    """The minutes as they are read."""

    permission = permissions.opens_agenda
    area = AREA
    model = SessionMinutes
    select_related = ("session__term", "confirmed_by")
    steps = (Step(_("确认纪要"), "congress:minutes-confirm", permissions.presides),)

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record.session)

    def get_badge(self) -> Badge:
        """Whether they can still be changed."""
        confirmed = self.record.status == MinutesStatus.CONFIRMED
        return Badge(self.record.get_status_display(), Tone.DONE if confirmed else Tone.WAITS)

    def get_actions(self) -> list[Action]:
        """Confirm or go on writing a draft; print what there is."""
        record: SessionMinutes = self.record
        actions = super().get_actions() if record.status == MinutesStatus.DRAFT else []
        if record.status == MinutesStatus.DRAFT and permissions.keeps_agenda.test(self.request.user):
            actions.append(Action.to(_("修改纪要"), "congress:minutes-write", record.session_id, primary=False))
        for file_format, label in (("pdf", _("打印纪要")), ("docx", _("纪要 Word"))):
            url = reverse("congress:minutes-paper", args=[record.pk, file_format])
            actions.append(Action(str(label), url, primary=False, download=True))
        return actions

    def get_facts(self) -> list[Fact]:
        """Of which session, and who confirmed them."""
        record = self.record
        facts = [Fact(_("会议"), record.session.printed_name, record.session.get_absolute_url())]
        if record.confirmed_on is not None:
            facts.append(Fact(_("纪要确认"), f"{record.confirmed_by} {record.confirmed_on}"))
        return facts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text as it is printed."""
        text = render_html(Document(title="", blocks=blocks_of(self.record.text)))
        return super().get_context_data(minutes_text=text, **kwargs)

    def get_template_names(self) -> list[str]:
        """With the others of its family."""
        return ["congress/agenda/minutes.html"]


class ConfirmSessionMinutesView(TransitionPage):
    """They are read and confirmed."""

    permission = permissions.presides
    area = AREA
    model = SessionMinutes
    title, button = _("确认教代会纪要"), _("确认纪要")
    question = _("确认后全体教职工可以查看，纪要、议程结果和决议不能再修改。")
    form_class = ConfirmMinutesForm
    template_name = "congress/agenda/confirm.html"
    done = _("纪要已确认。")

    def get_queryset(self) -> Any:
        """With the session."""
        return super().get_queryset().select_related("session__term")

    def get_crumbs(self) -> list[Crumb]:
        """To the minutes."""
        return [*session_crumbs(self.record.session), Crumb(_("纪要"), self.record.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text that is confirmed."""
        text = render_html(Document(title="", blocks=blocks_of(self.record.text)))
        return super().get_context_data(minutes_text=text, **kwargs)


class SessionMinutesPaperView(PaperPage):
    """会议纪要 to print or to go on writing."""

    permission = permissions.opens_agenda
    model = SessionMinutes
    select_related = ("session__term",)

    def get_document(self) -> Document:
        """With the resolutions at its end."""
        return minutes_paper(self.record)


class AgendaPaperView(PaperPage):
    """会议议程 to print."""

    permission = permissions.opens_agenda
    model = Session
    select_related = ("term",)

    def get_document(self) -> Document:
        """In its order."""
        return agenda_paper(self.record, items_of(self.record).select_related("sitting", "presenter"))


class SessionFileView(PaperPage):
    """会议档案: the whole session in one document."""

    permission = permissions.reads_opinions_on_items
    model = Session
    select_related = ("term",)

    def get_document(self) -> Document:
        """As far as the user may know of it."""
        return session_file(self.record, self.request.user)
