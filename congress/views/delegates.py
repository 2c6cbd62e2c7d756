"""Pages of delegates: their list, each of them, and how a delegacy ends."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import Body
from congress.filters import DelegateFilter
from congress.forms.delegates import DelegateForm, EndDelegacyForm, RecallDelegateForm, SeatDelegatesForm
from congress.importers import DELEGATES
from congress.models import Delegate, Recall, Term
from congress.selectors import composition, electors
from congress.tables import DelegateTable, told_shares
from congress.views.records import AREA, NewRecord, RecordChange, sessions_crumb
from members.models import Member
from unionoffice.dated import holds_on
from unionoffice.pages import (
    BulkPage,
    Crumb,
    Fact,
    ImportColumnsPage,
    ImportPage,
    ImportPlanPage,
    ImportTemplatePage,
    ListPage,
    Page,
    RecordPage,
    Step,
    TransitionPage,
)


def delegates_crumbs() -> list[Crumb]:
    """The way back to the delegates."""
    return [sessions_crumb(), Crumb(_("代表"), reverse("congress:delegate-list"))]


class DelegateListView(ListPage):
    """Who is a delegate, with what they are made up of where one term's are asked for on a day."""

    permission = permissions.is_staff
    area = AREA
    title = _("代表")
    model = Delegate
    table = DelegateTable
    filter_class = DelegateFilter
    main_action = (_("登记代表"), "congress:delegate-create", permissions.keeps_congress)
    other_actions = (
        (_("代表选举"), "congress:election-list", permissions.is_staff),
        (_("导入代表"), "congress:delegate-import", permissions.keeps_congress),
    )
    bulk_actions = ((_("编入代表团"), "congress:delegate-seat", permissions.keeps_congress),)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]

    def get_notice(self) -> str:
        """Where everybody meets there are no rows to show: how many vote is said instead."""
        everybody = [term for term in Term.objects.running_on(self.on) if not term.has_delegates]
        sentence = _t("%(term)s由全体人员参加，人人有表决权，现有%(n)d人，不在这里逐一登记。")
        return "".join(sentence % {"term": term, "n": electors(term.body, self.on).count()} for term in everybody)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The check of the composition over the voting delegates that the filters leave."""
        asked = self.filter.form.cleaned_data
        day = asked.get("on") or self.on
        voting = kwargs["visible"].voting_on(day)
        people = Member.objects.filter(pk__in=voting.order_by().values("member"))
        term = asked.get("term")
        shares = told_shares(composition(people, day, body=Body(term.body))) if term else []
        return super().get_context_data(shares=shares, **kwargs)


class DelegateDetailView(RecordPage):
    """One delegate: for whom, chosen how, from when to when."""

    permission = permissions.is_staff
    area = AREA
    model = Delegate
    select_related = ("term", "member", "group", "constituency", "delegation", "election__constituency")
    steps = (
        Step(_("修改"), "congress:delegate-update", permissions.keeps_congress),
        Step(_("终止代表资格"), "congress:delegate-end", permissions.may_end_delegacy, primary=False),
        Step(_("撤换代表"), "congress:delegate-recall", permissions.may_recall, primary=False),
    )

    def get_title(self) -> str:
        """The person."""
        return self.record.member.name

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return delegates_crumbs()

    def get_facts(self) -> list[Fact]:
        """Of which kind, for whom, from when to when, and how it came and ended."""
        one = self.record
        election = one.election
        facts = [
            Fact(_("届"), one.term, one.term.get_absolute_url()),
            Fact(_("代表类别"), one.kind_name),
            Fact(_("选举单位"), one.constituency, one.constituency.get_absolute_url() if one.constituency else ""),
            Fact(_("所属工会小组"), one.group),
            Fact(_("代表团"), one.delegation, one.delegation.get_absolute_url() if one.delegation else ""),
            Fact(_("产生方式"), _chosen(one), election.get_absolute_url() if election else ""),
            Fact(_("资格审查通过"), one.qualified_on),
            Fact(_("代表证编号"), one.number),
            Fact(_("自何日起"), one.from_on),
            Fact(_("至何日止"), one.to_on or one.term.to_on),
        ]
        if one.departure:
            why = one.departure_note if permissions.reads_departure.test(self.request.user, one) else ""
            facts.append(Fact(_("终止原因"), f"{one.get_departure_display()}：{why}".rstrip("：")))
        return [*facts, *self._recalled()]

    def get_trail(self) -> Any:
        """It tells why a seat was given back or taken: for the delegate, and for those who oversee the congress."""
        return super().get_trail() if permissions.reads_departure.test(self.request.user, self.record) else []

    def _recalled(self) -> list[Fact]:
        recall = Recall.objects.visible_to(self.request.user).filter(delegate=self.record).first()
        if recall is None:
            return []
        sentence = _t("%(day)s会议：应到%(due)d人，实到%(present)d人，同意撤换%(votes)d票，超过应到人数的半数。")
        told = {"day": recall.held_on, "due": recall.due, "present": recall.present, "votes": recall.in_favour}
        return [Fact(_("撤换"), sentence % told)]


def _chosen(delegate: Delegate) -> str:
    if delegate.election is None:
        return _t("登记")
    return f"{delegate.election.get_occasion_display()}（{delegate.election.get_method_display()}）"


class CreateDelegateView(NewRecord):
    """A new delegate."""

    title = _("登记代表")
    form_class = DelegateForm

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return delegates_crumbs()


class ADelegate:
    """One delegate with the person and the term, and the way back."""

    record: Any

    def get_queryset(self) -> Any:
        """With the person and the term."""
        return super().get_queryset().select_related("member", "term")  # type: ignore[misc]

    def get_crumbs(self) -> list[Crumb]:
        """To the delegate."""
        return [*delegates_crumbs(), Crumb(self.record.member.name, self.record.get_absolute_url())]


class UpdateDelegateView(ADelegate, RecordChange):
    """Correcting an entry."""

    title = _("修改代表")
    model = Delegate
    form_class = DelegateForm


class EndDelegacyView(ADelegate, TransitionPage):
    """Somebody retired, left or gave the seat back."""

    permission = permissions.keeps_congress
    rule = permissions.may_end_delegacy
    area = AREA
    model = Delegate
    form_class = EndDelegacyForm
    title = button = _("终止代表资格")
    question = _("终止后席位空缺，可以补选。已经提出的提案继续办理。")
    done = _("已终止。")


class RecallDelegateView(ADelegate, TransitionPage):
    """Those who elected a delegate take the seat back."""

    permission = permissions.keeps_congress
    rule = permissions.may_recall
    area = AREA
    model = Delegate
    form_class = RecallDelegateForm
    title = button = _("撤换代表")
    question = _("由原选举单位开会表决，应到人数的过半数同意方可撤换。登记后不能撤回。")
    done = _("已撤换。")


class SeatDelegatesView(BulkPage):
    """Many sit in one delegation."""

    permission = permissions.keeps_congress
    area = AREA
    model = Delegate
    filter_class = DelegateFilter
    list_url_name = "congress:delegate-list"
    unit = _("名代表")
    form_class = SeatDelegatesForm
    title = button = _("编入代表团")

    def get_queryset(self) -> Any:
        """With the names that the page tells."""
        return super().get_queryset().select_related("member", "term")

    def get_success_url(self, record: int) -> str:
        """Back to the list, saying how many it changed."""
        messages.success(self.request, _t("已编入%(n)d名代表。") % {"n": record})
        return super().get_success_url(record)


class DelegateCardView(Page):
    """What the code on a delegate's card leads to: whose it is; whoever keeps attendance goes on from there."""

    permission = permissions.is_staff
    area = AREA
    title = _("代表证")

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """The card, or nothing for a key that was never given."""
        rows = Delegate.objects.visible_to(request.user).select_related(
            "member", "term", "group", "constituency", "delegation"
        )
        self.delegate = rows.filter(card_key=key).first()
        if self.delegate is None:
            raise Http404
        context = self.get_context_data(
            delegate=self.delegate,
            serves=holds_on(self.delegate, self.on) and holds_on(self.delegate.term, self.on),
            scan_url=self._scan_url(),
        )
        return TemplateResponse(request, "congress/delegates/card.html", context)

    def _scan_url(self) -> str:
        """Where whoever keeps attendance notes that the delegate is here."""
        if not permissions.scans_cards.test(self.request.user):
            return ""
        return reverse("congress:sitting-scan", args=[self.delegate.card_key])

    def get_crumbs(self) -> list[Crumb]:
        """To the delegates."""
        return delegates_crumbs()


class _Delegates:
    """Who takes them in, and where they stand afterwards."""

    permission = permissions.keeps_congress
    area = AREA
    importer = DELEGATES
    list_url_name = "congress:delegate-list"


class ImportDelegatesView(_Delegates, ImportPage):
    """Sending a list in."""


class DelegateTemplateView(_Delegates, ImportTemplatePage):
    """An empty list to fill in."""


class DelegateColumnsView(_Delegates, ImportColumnsPage):
    """What its other heads mean."""


class DelegatePlanView(_Delegates, ImportPlanPage):
    """What the list would add."""

    done = _("代表名单已导入。")
