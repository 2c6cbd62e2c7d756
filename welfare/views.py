"""Pages of visits."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from finance.permissions import sees_ledger
from members.models import Member
from unionoffice.money import format_money
from unionoffice.pages import Badge, Crumb, Fact, FormPage, ListPage, Page, RecordPage, Step, TransitionPage
from welfare import permissions
from welfare.enums import HAPPENED
from welfare.filters import VisitFilter
from welfare.forms import (
    ApproveVisitForm,
    CheckVisitForm,
    CloseVisitForm,
    PayVisitForm,
    RecordVisitForm,
    RefuseVisitForm,
    RequestVisitForm,
    WithdrawVisitForm,
)
from welfare.models import Visit
from welfare.selectors import check_against_standard
from welfare.tables import VisitTable, visit_badge

AREA = "welfare"


def visits_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("慰问"), reverse("welfare:visit-list"))


class VisitListView(ListPage):
    """The visits that the user may see."""

    permission = permissions.opens_visit_list
    area = AREA
    title = _("慰问")
    model = Visit
    table = VisitTable
    filter_class = VisitFilter
    main_action = (_("申请慰问"), "welfare:visit-request", permissions.requests_visits)


class VisitDetailView(RecordPage):
    """One visit: for whom, what is given, by which standard, how far it is."""

    permission = permissions.opens_visit
    area = AREA
    model = Visit
    select_related = ("member", "standard", "requested_by", "approved_by", "entry")
    steps = (
        Step(_("核对标准"), "welfare:visit-check", permissions.may_check),
        Step(_("批准"), "welfare:visit-approve", permissions.may_approve),
        Step(_("不予批准"), "welfare:visit-refuse", permissions.may_refuse, primary=False),
        Step(_("登记慰问"), "welfare:visit-record", permissions.may_record),
        Step(_("付款"), "welfare:visit-pay", permissions.may_pay),
        Step(_("办结"), "welfare:visit-close", permissions.may_close),
        Step(_("撤回"), "welfare:visit-withdraw", permissions.may_withdraw, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        return [visits_crumb()] if permissions.opens_visit_list.test(self.request.user) else []

    def get_badge(self) -> Badge:
        """Where the visit stands."""
        return visit_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """What the visit is about and what became of it; how the standard was kept is for those who answer for it or
        audit it, the circumstances for its organisers only.
        """
        visit, user = self.record, self.request.user
        facts = [
            Fact(_("教职工"), visit.member.name),
            Fact(_("事由"), visit.get_occasion_display()),
            Fact(_("对象"), visit.get_relation_display()),
            Fact(_("情形"), visit.get_condition_display()),
            Fact(_("发生日期"), visit.happened_on),
            Fact(_("慰问日期"), visit.visited_on),
            Fact(_("慰问方式"), visit.get_form_display()),
            Fact(_("地点"), visit.place),
            Fact(_("慰问人员"), visit.visitors),
            Fact(_("慰问金"), f"{format_money(visit.cash)}元"),
            Fact(_("慰问品"), f"{visit.goods}（{format_money(visit.goods_value)}元）" if visit.goods else ""),
            Fact(_("经费来源"), visit.get_fund_display()),
        ]
        if permissions.reads_circumstances.test(user, visit):
            facts.append(Fact(_("情况说明"), visit.circumstances))
        if permissions.reads_finding.test(user, visit):
            facts.append(Fact(_("申请人"), visit.requested_by))
            facts.append(Fact(_("批准人"), visit.approved_by))
            facts.append(Fact(_("核对结果"), visit.finding))
            facts.append(Fact(_("适用标准的依据"), visit.standard.source if visit.standard else ""))
            facts.append(Fact(_("超出标准的理由"), visit.over_reason))
        if visit.entry and sees_ledger.test(user):
            facts.append(Fact(_("支出"), visit.entry, visit.entry.get_absolute_url()))
        return facts

    def get_trail(self) -> Any:
        """Who asked and why it was allowed is the organisers' business, not that of the person visited."""
        return super().get_trail() if permissions.reads_finding.test(self.request.user, self.record) else []


class MemberVisitsView(Page):
    """The panel on somebody's page: the visits made to them, as far as the viewer may see them."""

    permission = permissions.opens_visit

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The panel, or nothing."""
        person = Member.objects.filter(pk=pk)
        visits = Visit.objects.visible_to(request.user).filter(member__in=person, status__in=HAPPENED)
        rows = [(visit, visit_badge(visit)) for visit in visits.defer("circumstances").order_by("-visited_on")]
        return TemplateResponse(request, "welfare/_member_visits.html", {"rows": rows})


class RequestVisitView(FormPage):
    """Asking for a visit."""

    permission = permissions.requests_visits
    area = AREA
    title = _("申请慰问")
    form_class = RequestVisitForm
    button = _("提交申请")
    done = _("申请已提交。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [visits_crumb()]


class VisitMove(TransitionPage):
    """A move of one visit."""

    done = _("已办理。")
    area = AREA
    model = Visit

    def get_queryset(self) -> Any:
        """With the person."""
        return super().get_queryset().select_related("member", "entry")

    def get_crumbs(self) -> list[Crumb]:
        """To the visit."""
        return [visits_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_question(self) -> str:
        """For whom, why, how much."""
        visit = self.record
        return f"{visit.member.name}，{visit.get_occasion_display()}，{format_money(visit.total)}元。{self.question}"


class CheckVisitView(VisitMove):
    """Comparing with the standard: what will be found is shown beforehand."""

    permission, rule = permissions.checks_visits, permissions.may_check
    title, button = _("核对标准"), _("核对无误，报主席批准")
    form_class = CheckVisitForm

    def get_question(self) -> str:
        """With what the standard says."""
        check = check_against_standard(self.record)
        return f"{super().get_question()}{check.forbidden or check.text}"


class ApproveVisitView(VisitMove):
    """The chair approves."""

    permission, rule = permissions.approves_visits, permissions.may_approve
    title, button = _("批准慰问"), _("批准")
    form_class = ApproveVisitForm

    def get_question(self) -> str:
        """With what was found."""
        return f"{super().get_question()}{self.record.finding}"


class RefuseVisitView(VisitMove):
    """The chair doesn't."""

    permission, rule = permissions.approves_visits, permissions.may_refuse
    title, button = _("不予批准"), _("不予批准")
    form_class = RefuseVisitForm


class RecordVisitView(VisitMove):
    """Somebody went."""

    permission, rule = permissions.records_visits, permissions.may_record
    title, button = _("登记慰问"), _("登记慰问")
    form_class = RecordVisitForm


class PayVisitView(VisitMove):
    """The cashier pays: told to whom and how much, not why."""

    permission, rule = permissions.pays_visits, permissions.may_pay
    title, button = _("付款"), _("确认已付款")
    form_class = PayVisitForm

    def get_queryset(self) -> Any:
        """Visits with an entry, which `visible_to` doesn't give a cashier."""
        return Visit.objects.filter(entry__isnull=False).select_related("member", "entry")

    def get_title(self) -> str:
        """By number: the person stands in the question, the occasion nowhere."""
        return f"{self.title}：{self.record.public_number}"

    def get_crumbs(self) -> list[Crumb]:
        """To the entry, which is what the cashier sees of it."""
        entry = self.record.entry
        return [Crumb(_("经费台账"), reverse("finance:entry-list")), Crumb(str(entry), entry.get_absolute_url())]

    def get_question(self) -> str:
        """Whom and how much: cash goes to the person visited, what goods cost to whoever bought or sold them."""
        visit = self.record
        if not visit.goods_value:
            sentence = _("向%(name)s支付%(cash)s元。")
        elif not visit.cash:
            sentence = _("给%(name)s的慰问品价款%(goods)s元，凭票付给经办人或商家。")
        else:
            sentence = _("共支付%(total)s元：慰问金%(cash)s元给%(name)s，慰问品价款%(goods)s元凭票付给经办人或商家。")
        return str(sentence) % {
            "name": visit.member.name,
            "total": format_money(visit.total),
            "cash": format_money(visit.cash),
            "goods": format_money(visit.goods_value),
        }

    def get_success_url(self, record: Visit) -> str:
        """Back to the entry."""
        assert record.entry is not None  # noqa: S101 -- a paid visit has one, by constraint
        return record.entry.get_absolute_url()


class CloseVisitView(VisitMove):
    """Nothing is to be paid."""

    permission, rule = permissions.records_visits, permissions.may_close
    title, button = _("办结"), _("办结")
    question = _("这次慰问不用工会经费付款，办结后不能修改。")
    form_class = CloseVisitForm


class WithdrawVisitView(VisitMove):
    """The request is taken back."""

    permission, rule = permissions.requests_visits | permissions.checks_visits, permissions.may_withdraw
    title, button = _("撤回申请"), _("撤回")
    form_class = WithdrawVisitForm
