"""Pages of terms."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import Body, DelegateKind, ElectionStatus
from congress.filters import TermFilter
from congress.forms.terms import TermForm
from congress.models import Delegate, Term
from congress.selectors import apportionment, composition, delegates_in_term, electors, voters_in_term
from congress.tables import TermTable, election_badge, told_shares
from congress.views.records import AREA, NewRecord, RecordChange, sessions_crumb
from unionoffice.days import span_in_full
from unionoffice.figures import list_url
from unionoffice.pages import Action, Crumb, Fact, ListPage, Page, RecordPage, Step


def terms_crumbs() -> list[Crumb]:
    """The way back to the terms."""
    return [sessions_crumb(), Crumb(_("届次"), reverse("congress:term-list"))]


def term_crumbs(term: Term) -> list[Crumb]:
    """The way back to one term."""
    return [*terms_crumbs(), Crumb(str(term), term.get_absolute_url())]


class TermListView(ListPage):
    """The terms."""

    permission = permissions.is_staff
    area = AREA
    title = _("届次")
    model = Term
    table = TermTable
    filter_class = TermFilter
    main_action = (_("登记届次"), "congress:term-create", permissions.keeps_congress)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class MemberTermsView(Page):
    """The panel on somebody's page: the terms in which they are or were a delegate, which everybody here may know."""

    permission = permissions.is_staff

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The panel, or nothing."""
        rows = Delegate.objects.visible_to(request.user).filter(member=pk)
        rows = rows.select_related("term", "group", "constituency", "delegation").order_by("-from_on", "-pk")
        return TemplateResponse(request, "congress/_member_terms.html", {"rows": rows})


class TermDetailView(RecordPage):
    """One term: its constituencies, elections, delegations, and what its delegates are made up of."""

    permission = permissions.is_staff
    area = AREA
    model = Term
    steps = (
        Step(_("修改"), "congress:term-update", permissions.keeps_congress, primary=False),
        Step(_("分配名额"), "congress:term-seats", permissions.may_share_out_seats, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return terms_crumbs()

    def get_facts(self) -> list[Fact]:
        """Its days, sessions and those who vote."""
        term = self.record
        facts = [
            Fact(_("任期"), span_in_full(term.from_on, term.to_on)),
            Fact(_("会议"), f"{term.sessions.count()}次", list_url("congress:session-list", term=term.pk)),
        ]
        if not term.has_delegates:
            staff = electors(Body(term.body), self.on).count()
            return [*facts, Fact(_("有表决权"), _("全体人员，现有%(n)d人") % {"n": staff})]
        voting = delegates_in_term(term, self.on).filter(kind=DelegateKind.VOTING).count()
        day = min(max(self.on, term.from_on), term.to_on)
        url = list_url("congress:delegate-list", term=term.pk, kind=DelegateKind.VOTING, on=day)
        return [*facts, Fact(term.voting_name, f"{voting}名", url), Fact(_("代表总名额"), term.delegate_total)]

    def get_actions(self) -> list[Action]:
        """What can be done, and those papers of delegates that are for this user."""
        if not self.record.has_delegates:
            return super().get_actions()
        papers = [("congress:delegate-roll", _("代表名单"))]
        if permissions.keeps_congress.test(self.request.user):
            papers.append(("congress:delegate-cards", _("代表证")))
        if permissions.oversees.test(self.request.user):
            papers.append(("congress:qualification-report", _("资格审查报告")))
        links = [Action.to(label, name, self.record.pk, primary=False, download=True) for name, label in papers]
        return super().get_actions() + links

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The parts of the page that delegates have."""
        term, user = self.record, self.request.user
        parts: dict[str, Any] = {}
        if term.has_delegates:
            shares = composition(voters_in_term(term, self.on), self.on, body=Body(term.body))
            elections = term.elections.visible_to(user).select_related("constituency", "term")
            parts = {
                "shares": told_shares(shares),
                "apportionment": apportionment(term, self.on),
                "electing": {one.constituency_id for one in elections if one.status != ElectionStatus.DONE},
                "delegations": term.delegations.with_seats(self.on).select_related("head"),
                "elections": [(election, election_badge(election)) for election in elections],
            }
        keeps = permissions.keeps_congress.test(user) and term.has_delegates
        return super().get_context_data(keeps=keeps, **parts, **kwargs)


class CreateTermView(NewRecord):
    """A new term."""

    title = _("登记届次")
    form_class = TermForm

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return terms_crumbs()


class UpdateTermView(RecordChange):
    """Correcting a term."""

    title = _("修改届次")
    model = Term
    form_class = TermForm

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.record)
