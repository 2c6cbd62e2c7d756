"""Pages of resolutions with what was done about them, and of what was decided between sessions."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.permissions import drafts_disclosures
from congress import permissions
from congress.filters import InterimDecisionFilter, ResolutionFilter
from congress.forms.resolutions import (
    FinishResolutionForm,
    InterimDecisionForm,
    NoteStepForm,
    ReopenResolutionForm,
    ReportDecisionsForm,
    ResolutionForm,
)
from congress.models import AgendaItem, InterimDecision, Resolution, Session
from congress.papers.agenda import progress_paper
from congress.selectors import decisions_for, resolutions_carried_over, running_term
from congress.tables import InterimDecisionTable, ResolutionTable, reported_badge, resolution_badge
from congress.views.agenda import agenda_url
from congress.views.records import AREA, NewRecord, RecordChange, session_crumbs, sessions_crumb
from unionoffice.days import in_full
from unionoffice.documents import Document, render_html
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    Fact,
    ListPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
)
from unionoffice.richtext import blocks_of
from unionoffice.sources import SourceRef


class ResolutionListView(ListPage):
    """What all sessions resolved."""

    permission = permissions.opens_agenda
    area = AREA
    title = _("决议")
    model = Resolution
    table = ResolutionTable
    filter_class = ResolutionFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class ResolutionView(RecordPage):
    """One resolution: its text, who carries it out, and how far that is."""

    permission = permissions.opens_agenda
    area = AREA
    model = Resolution
    select_related = ("session__term", "session__minutes", "item", "department")
    steps = (
        Step(_("登记落实情况"), "congress:resolution-note", permissions.may_note_resolution_step),
        Step(_("确认已落实"), "congress:resolution-finish", permissions.may_finish_resolution, primary=False),
        Step(_("继续落实"), "congress:resolution-reopen", permissions.may_reopen_resolution, primary=False),
        Step(_("修改决议"), "congress:resolution-update", permissions.may_mend_resolution, primary=False),
        Step(_("打印"), "congress:resolution-paper", permissions.opens_agenda, primary=False, download=True),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record.session)

    def get_badge(self) -> Badge:
        """How far it is carried out."""
        return resolution_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Number, day, votes, and who carries it out."""
        one: Resolution = self.record
        facts = [
            Fact(_("编号"), one.public_number),
            Fact(_("通过日期"), one.adopted_on),
            Fact(_("落实部门"), one.department),
            Fact(_("完成时限"), one.due_on),
        ]
        if one.item is not None:
            facts.insert(2, Fact(_("来自议程"), one.item, one.item.get_absolute_url()))
            facts.insert(3, Fact(_("表决"), one.item.tally.words if one.item.tally else one.item.result_sentence))
        if one.done_on is not None:
            facts.append(Fact(_("落实日期"), one.done_on))
        return facts

    def get_actions(self) -> list[Action]:
        """The steps, and the way to the board."""
        actions = super().get_actions()
        if drafts_disclosures.test(self.request.user):
            url = f"{reverse('affairs:disclosure-draft')}?source={Resolution._meta.label}:{self.record.pk}"
            actions.append(Action(str(_("起草公开")), url, primary=False))
        return actions

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text and what was done."""
        text = render_html(Document(title="", blocks=blocks_of(self.record.text)))
        steps = list(self.record.steps.order_by("noted_on", "pk"))
        return super().get_context_data(resolution_text=text, progress=steps, **kwargs)

    def get_template_names(self) -> list[str]:
        """With the others of its family."""
        return ["congress/agenda/resolution.html"]


class ResolutionPaperView(PaperPage):
    """决议 to print."""

    permission = permissions.opens_agenda
    model = Resolution
    select_related = ("session__term",)

    def get_document(self) -> Document:
        """Number, the day on which it was passed, and the text."""
        one: Resolution = self.record
        passed = _t("（%(number)s，%(day)s通过）") % {"number": one.public_number, "day": in_full(one.adopted_on)}
        return Document(title=one.title, subtitle=passed, blocks=blocks_of(one.text))


class CreateResolutionView(NewRecord):
    """What a session resolved."""

    title = _("登记决议")
    form_class = ResolutionForm

    def prepare(self) -> None:
        """Find the session; `?item=` begins with what was passed."""
        sessions = Session.objects.visible_to(self.request.user).select_related("term", "minutes")
        self.session = sessions.filter(pk=self.kwargs["pk"]).first()
        if self.session is None:
            raise Http404
        if not permissions.may_adopt_resolution.test(self.request.user, self.session):
            raise PermissionDenied

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.session)

    def get_form_kwargs(self) -> dict[str, Any]:
        """A resolution of this session."""
        key = self.request.GET.get("item", "")
        item = self.session.agenda.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None
        told = {"title": f"关于{item.title.strip('《》')}的决议"[:100], "item": item} if item is not None else {}
        return {"instance": Resolution(session=self.session), "session": self.session, "initial": told}


class UpdateResolutionView(RecordChange):
    """Correcting what was entered."""

    rule = permissions.may_mend_resolution
    title = _("修改决议")
    model = Resolution
    form_class = ResolutionForm

    def get_queryset(self) -> Any:
        """With the session."""
        return super().get_queryset().select_related("session__term", "session__minutes")

    def get_crumbs(self) -> list[Crumb]:
        """To the resolution."""
        return [*session_crumbs(self.record.session), Crumb(str(self.record), self.record.get_absolute_url())]


class ResolutionMove(TransitionPage):
    """Something done about a resolution."""

    permission = permissions.opens_agenda
    area = AREA
    model = Resolution
    done = _("已登记。")

    def get_queryset(self) -> Any:
        """With its session and who carries it out."""
        return super().get_queryset().select_related("session__term", "department")

    def get_crumbs(self) -> list[Crumb]:
        """To the resolution."""
        return [*session_crumbs(self.record.session), Crumb(str(self.record), self.record.get_absolute_url())]


class NoteStepView(ResolutionMove):
    """What was done."""

    rule = permissions.may_note_resolution_step
    title, button = _("登记落实情况"), _("登记")
    question = _("登记的情况会向下一次会议报告。")
    form_class = NoteStepForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Whether the writer may also say that it is done."""
        may_finish = permissions.may_finish_resolution.test(self.request.user, self.record)
        return {"record": self.record, "may_finish": may_finish}


class FinishResolutionView(ResolutionMove):
    """Nothing is left to do."""

    permission = permissions.confirms_resolutions
    rule = permissions.may_finish_resolution
    title, button = _("确认决议已落实"), _("确认已落实")
    question = _("确认后不再提醒落实部门，落实情况向下一次会议报告。")
    form_class = FinishResolutionForm


class ReopenResolutionView(ResolutionMove):
    """Something is left to do."""

    permission = permissions.keeps_congress
    rule = permissions.may_reopen_resolution
    title, button = _("继续落实决议"), _("继续落实")
    question = _("决议回到“落实中”。")
    form_class = ReopenResolutionForm


class InterimDecisionListView(ListPage):
    """What was decided between sessions."""

    permission = permissions.opens_agenda
    area = AREA
    title = _("闭会期间决定")
    model = InterimDecision
    table = InterimDecisionTable
    filter_class = InterimDecisionFilter
    main_action = (_("登记闭会期间决定"), "congress:interim-create", permissions.keeps_agenda)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


def interim_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("闭会期间决定"), reverse("congress:interim-list"))


class InterimDecisionView(RecordPage):
    """One decision, and which session heard of it."""

    permission = permissions.opens_agenda
    area = AREA
    model = InterimDecision
    select_related = ("term", "committee", "group", "item__session__term", "meeting")
    steps = (Step(_("修改"), "congress:interim-update", permissions.keeps_agenda, primary=False),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [sessions_crumb(), interim_crumb()]

    def get_badge(self) -> Badge:
        """Whether a session heard of it."""
        return reported_badge(self.record)

    def get_actions(self) -> list[Action]:
        """Nothing is changed once a session heard of it."""
        return [] if self.record.reported_on is not None else super().get_actions()

    def get_facts(self) -> list[Fact]:
        """By whom, when, who was there, what, and who was told."""
        one: InterimDecision = self.record
        facts = [
            Fact(_("届"), one.term, one.term.get_absolute_url()),
            Fact(_("决定机构"), one.decided_by),
            Fact(_("决定日期"), one.decided_on),
            Fact(_("到会"), one.attendance),
            Fact(_("决定内容"), one.text),
        ]
        if one.meeting is not None:
            shown = SourceRef.to(one.meeting).shown_to(self.request.user)
            facts.append(Fact(_("会议记录"), shown.text, shown.url))
        if one.item is not None:
            heard = one.reported_on or _("已列入议程")
            facts.append(
                Fact(_("向会议报告"), f"{one.item.session.printed_name} {heard}", one.item.get_absolute_url())
            )
        return facts


class CreateInterimDecisionView(NewRecord):
    """Something decided between sessions."""

    title = _("登记闭会期间决定")
    form_class = InterimDecisionForm

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [sessions_crumb(), interim_crumb()]

    def get_form_kwargs(self) -> dict[str, Any]:
        """In the term that runs."""
        return {"initial": {"term": running_term("staff", self.on), "decided_on": self.on}}


class UpdateInterimDecisionView(RecordChange):
    """Correcting it before a session heard of it."""

    title = _("修改闭会期间决定")
    model = InterimDecision
    form_class = InterimDecisionForm

    def get_queryset(self) -> Any:
        """With its term and the report."""
        return super().get_queryset().select_related("term", "item")

    def get_crumbs(self) -> list[Crumb]:
        """To the decision."""
        return [sessions_crumb(), interim_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class ReportDecisionsView(TransitionPage):
    """What was decided between sessions goes on the agenda in one step."""

    permission = permissions.keeps_agenda
    rule = permissions.may_plan_agenda
    area = AREA
    model = Session
    title, button = _("闭会期间决定列入议程"), _("列入议程")
    question = _("把还没有报告的闭会期间决定作为一项“听取”议程，会议听取后即为已报告。")
    form_class = ReportDecisionsForm
    done = _("已列入议程。")

    def get_queryset(self) -> Any:
        """With its term and minutes."""
        return super().get_queryset().select_related("term", "minutes")

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record)

    def get_success_url(self, record: AgendaItem) -> str:
        """Back to the agenda."""
        return agenda_url(record.session)


class ProgressPaperView(PaperPage):
    """决议落实和闭会期间决定情况的报告, for the session that is told of it."""

    permission = permissions.opens_agenda
    model = Session
    select_related = ("term",)

    def get_document(self) -> Document:
        """What was resolved before, and what was decided since."""
        return progress_paper(
            self.record, list(resolutions_carried_over(self.record)), list(decisions_for(self.record))
        )
