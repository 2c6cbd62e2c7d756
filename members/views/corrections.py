"""Asking the office to correct one's record, and the office's answer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members import permissions
from members.filters import CorrectionFilter
from members.forms import CORRECTABLE, AcceptCorrectionForm, AskForCorrectionForm, DeclineCorrectionForm
from members.models import OTHER, CorrectionRequest, Member
from members.tables import CorrectionTable, correction_badge
from members.views.reveals import Secret, fact_of
from unionoffice.days import in_full
from unionoffice.pages import Badge, Crumb, Fact, FormPage, ListPage, Page, RecordPage, Step, TransitionPage


@dataclass(frozen=True)
class Choice:
    """Something that one may find wrong, and the page on which to say so."""

    fact: Fact
    url: str


def own_crumbs() -> list[Crumb]:
    """The way back to one's own page."""
    return [Crumb(str(_("我的")), reverse("members:me"))]


class ChooseCorrectionView(Page):
    """What is wrong: one decision a screen."""

    permission = permissions.asks_for_corrections
    area = "members"
    title = _("申请更正")

    def get_crumbs(self) -> list[Crumb]:
        """To one's own page."""
        return own_crumbs()

    def get(self, request: HttpRequest) -> HttpResponse:
        """Everything that can be asked for, with what the record says of it."""
        member = request.user.member
        choices = [
            Choice(_fact(member, name), reverse("members:correction-ask", args=[name])) for name in CORRECTABLE
        ]
        context = self.get_context_data(choices=choices)
        return TemplateResponse(request, "members/correction_choose.html", context)


class AskForCorrectionView(FormPage):
    """What should stand there."""

    permission = permissions.asks_for_corrections
    area = "members"
    form_class = AskForCorrectionForm
    template_name = "members/correction_ask.html"
    button = _("提交申请")
    done = _("申请已提交，工会核对后答复您。")

    def prepare(self) -> None:
        """One's own record, and something that is in it."""
        self.asked = self.kwargs["name"]
        if self.asked not in CORRECTABLE:
            raise Http404
        self.member = self.request.user.member

    def get_form_kwargs(self) -> dict[str, Any]:
        """One's own record."""
        return {"instance": self.member, "asked": self.asked}

    def get_title(self) -> str:
        """What is to be corrected."""
        return str(_("申请更正：%(what)s")) % {"what": CorrectionRequest(field=self.asked).what}

    def get_crumbs(self) -> list[Crumb]:
        """To the choice."""
        return [*own_crumbs(), Crumb(str(_("申请更正")), reverse("members:correction-choose"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what the record says now."""
        return super().get_context_data(now=_fact(self.member, self.asked), **kwargs)


class CorrectionListView(ListPage):
    """What people ask to have corrected, what waits first."""

    permission = permissions.keeps_roster
    area = "members"
    title = _("更正申请")
    model = CorrectionRequest
    table = CorrectionTable
    filter_class = CorrectionFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the people."""
        return [Crumb(str(_("会员")), reverse("members:member-list"))]


class CorrectionDetailView(RecordPage):
    """What the record says, what it should say, and what came of it."""

    permission = permissions.has_own_record
    area = "members"
    model = CorrectionRequest
    select_related = ("member", "decided_by")
    steps = (
        Step(_("同意更正"), "members:correction-accept", permissions.may_decide_correction),
        Step(_("不予更正"), "members:correction-decline", permissions.may_decide_correction, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """The office came from its list, the person from their own page."""
        if permissions.keeps_roster.test(self.request.user):
            return [Crumb(str(_("更正申请")), reverse("members:correction-list"))]
        return own_crumbs()

    def get_badge(self) -> Badge:
        """Whether it is answered."""
        return correction_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Now and then; once it is answered only what was asked for."""
        correction = self.record
        facts = [
            Fact(_("申请人"), correction.member, correction.member.get_absolute_url()),
            Fact(_("申请日期"), correction.requested_on),
            Fact(_("更正项目"), correction.what),
        ]
        if correction.is_about_field:
            if permissions.is_undecided.test(self.request.user, correction):
                facts.append(Fact(_("现在登记的内容"), fact_of(correction.member, correction.field).value))
            facts.append(Fact(_("应为"), self.get_proposal()))
        facts.append(Fact(_("说明"), correction.explanation))
        if correction.decided_on:
            facts += [
                Fact(_("办理人"), correction.decided_by),
                Fact(_("办理日期"), correction.decided_on),
                Fact(_("答复"), correction.answer),
            ]
        return facts

    def get_proposal(self) -> Any:
        """Masked where the field is."""
        correction = self.record
        if not correction.is_sensitive:
            return correction.proposal
        url = reverse("members:correction-reveal", args=[correction.pk])
        return Secret(Member.MASKS[correction.field](correction.proposed), url)


class DecideCorrection(TransitionPage):
    """An answer to one request."""

    permission = permissions.keeps_roster
    area = "members"
    model = CorrectionRequest
    rule = permissions.may_decide_correction

    def get_crumbs(self) -> list[Crumb]:
        """To the request."""
        return [
            Crumb(str(_("更正申请")), reverse("members:correction-list")),
            Crumb(str(self.record), self.record.get_absolute_url()),
        ]


class AcceptCorrectionView(DecideCorrection):
    """The record is put right."""

    title = _("同意更正")
    form_class = AcceptCorrectionForm
    button = _("同意更正")
    done = _("已更正，并通知了申请人。")

    def get_question(self) -> str:
        """What the record will say, or that somebody has to see to it."""
        correction = self.record
        if not correction.is_about_field:
            return str(_("请先按申请修改有关资料，再在这里答复。资料已经改好？"))
        words = {"name": correction.member, "what": correction.what}
        if correction.is_sensitive:
            return str(_("%(name)s的%(what)s将改为申请的内容。同意更正？")) % words
        value = correction.proposal
        shown = in_full(value) if isinstance(value, date) else value
        return str(_("%(name)s的%(what)s将改为“%(value)s”。同意更正？")) % {**words, "value": shown}


class DeclineCorrectionView(DecideCorrection):
    """The record stays as it is."""

    title = _("不予更正")
    form_class = DeclineCorrectionForm
    question = _("资料保持不变，理由会告诉申请人。不予更正？")
    button = _("不予更正")
    done = _("已答复申请人。")


def _fact(member: Member, name: str) -> Fact:
    """A field and what the record says of it; of what no field holds, its name alone."""
    return Fact(CorrectionRequest(field=OTHER).what, "") if name == OTHER else fact_of(member, name)
