"""The list of activities, and the page of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from activities import papers, permissions
from activities.enums import UPCOMING, ActivityStatus, Occasion, SignUpStatus
from activities.filters import ActivityFilter
from activities.models import Activity
from activities.selectors import (
    attended,
    count_by_name,
    is_meant,
    own_sign_up,
    places,
    position_in_queue,
    sign_ups_shown,
    taken_part,
)
from activities.tables import ActivityMoneyTable, ActivityTable, activity_badge
from activities.wording import when_in_full
from finance.permissions import sees_ledger
from members.models import Member
from members.permissions import has_own_record, member_id_of
from unionoffice.documents import Document
from unionoffice.money import format_money
from unionoffice.pages import Action, Badge, Crumb, Fact, ListPage, Page, PaperPage, RecordPage, Step, label_of

AREA = "activities"
HOLD = "activities:activity-hold"


def activities_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("活动"), reverse("activities:activity-list"))


class ActivityListView(ListPage):
    """The activities that the user knows of; with money for those who may read it."""

    permission = permissions.opens_activity_list
    area = AREA
    title = _("活动")
    model = Activity
    table = ActivityTable
    filter_class = ActivityFilter
    main_action = (_("策划活动"), "activities:activity-plan", permissions.plans_activities)
    other_actions = (
        (_("补登活动"), "activities:activity-record", permissions.plans_activities),
        (_("导入往年活动"), "activities:past-import", permissions.organises_all),
    )

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Choose the columns."""
        super().setup(request, *args, **kwargs)
        if permissions.sees_money_of_all.test(request.user):
            self.table = ActivityMoneyTable


class ActivityDetailView(RecordPage):
    """One activity: what, when, where, one's own place; for those who run it who signed up and what is next."""

    permission = permissions.opens_activity
    area = AREA
    model = Activity
    select_related = ("audience", "group", "leader", "planned_by", "approved_by", "told_by", "entry")
    steps = (
        Step(_("送审"), "activities:activity-submit", permissions.may_submit),
        Step(_("批准方案"), "activities:activity-approve", permissions.may_approve),
        Step(_("发布"), "activities:activity-announce", permissions.may_announce),
        Step(_("批准支出"), "activities:activity-approve-cost", permissions.may_approve_cost),
        Step(_("付款"), "activities:activity-pay", permissions.may_pay),
        Step(_("结算"), "activities:activity-settle", permissions.may_settle),
        Step(_("登记举办"), HOLD, permissions.may_hold),
        Step(_("登记结果和支出"), "activities:activity-outcome", permissions.may_tell_outcome),
        Step(_("签到"), "activities:activity-attendance", permissions.may_take_attendance, primary=False),
        Step(_("截止报名"), "activities:activity-close", permissions.may_close_sign_up, primary=False),
        Step(_("重新开放报名"), "activities:activity-reopen", permissions.may_reopen, primary=False),
        Step(_("代为报名"), "activities:activity-enrol", permissions.may_enrol, primary=False),
        Step(_("修改"), "activities:activity-amend", permissions.may_amend, primary=False),
        Step(_("退回修改"), "activities:activity-return", permissions.may_return, primary=False),
        Step(_("取消活动"), "activities:activity-cancel", permissions.may_cancel, primary=False),
        Step(_("删除草稿"), "activities:activity-delete", permissions.may_delete, primary=False),
        Step(_("活动通知"), "activities:activity-notice", permissions.may_print_notice, primary=False, download=True),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [activities_crumb()]

    def get_badge(self) -> Badge:
        """Where the activity stands."""
        return activity_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """What everybody may know who knows of the activity, then the money for those who may read it."""
        activity, user = self.record, self.request.user
        facts = [
            Fact(_("时间"), when_in_full(activity)),
            Fact(_("地点"), activity.place),
            Fact(_("类别"), activity.get_kind_display()),
            *([Fact(_("节庆"), label_of(Occasion, activity.occasion))] if activity.occasion else []),
            Fact(_("参加范围"), activity.audience.name),
            Fact(_("主办"), activity.group or _("校工会")),
            Fact(_("负责人"), activity.leader),
            *self._sign_up_facts(),
        ]
        if activity.status not in (*UPCOMING, ActivityStatus.CANCELLED):
            facts.append(Fact(_("参加人次"), attended(activity) or ""))
        if activity.cancelled_because:
            facts.append(Fact(_("取消原因"), activity.cancelled_because))
        if permissions.reads_money.test(user, activity):
            facts += self._money_facts()
        return facts

    def _sign_up_facts(self) -> list[Fact]:
        activity = self.record
        if activity.sign_up_until is None:
            return [Fact(_("报名"), _("不用报名，直接参加"))]
        taken, waiting = places(activity)
        filled = _("%(taken)s人") if activity.capacity is None else _("%(taken)s人，名额%(capacity)s人")
        told = str(filled) % {"taken": taken, "capacity": activity.capacity}
        queue = str(_("，候补%(waiting)s人")) % {"waiting": waiting} if waiting else ""
        return [Fact(_("报名截止"), activity.sign_up_until), Fact(_("已报名"), f"{told}{queue}")]

    def _money_facts(self) -> list[Fact]:
        activity = self.record
        facts = [
            Fact(_("编号"), activity.number),
            Fact(_("经费来源"), activity.get_fund_display()),
            Fact(_("预算"), f"{format_money(activity.budget)}元" if activity.budget else ""),
            Fact(_("人均费用"), f"{format_money(activity.cost_per_head)}元" if activity.cost_per_head else ""),
            Fact(_("实际支出"), "" if activity.actual_cost is None else f"{format_money(activity.actual_cost)}元"),
            Fact(_("收款方"), activity.payee),
            Fact(_("策划人"), activity.planned_by),
            Fact(_("批准人"), activity.approved_by),
            Fact(_("核对结果"), activity.finding),
            Fact(_("批准超出的理由"), activity.over_reason),
        ]
        if activity.entry and sees_ledger.test(self.request.user):
            facts.append(Fact(_("支出"), activity.entry, activity.entry.get_absolute_url()))
        return [fact for fact in facts if fact.value]

    def get_actions(self) -> list[Action]:
        """Nothing is recorded as held before its day."""
        actions, early = super().get_actions(), self.record.starts_on > self.on
        return [one for one in actions if not (early and one.url == reverse(HOLD, args=[self.record.pk]))]

    def get_trail(self) -> Any:
        """Who planned, approved and changed it is the organisers' business; others see the activity as it is."""
        user = self.request.user
        shown = permissions.runs.test(user, self.record) or permissions.reads_money.test(user, self.record)
        return super().get_trail() if shown else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One's own place, what is planned, and for those who run it the names."""
        activity, user = self.record, self.request.user
        runs = permissions.runs.test(user, activity)
        signed = activity.sign_up_until is not None
        mine = own_sign_up(activity, member_id_of(user)) if signed else None
        return super().get_context_data(
            mine=mine,
            queue=position_in_queue(mine) if mine and mine.status == SignUpStatus.WAITING else 0,
            may_withdraw=bool(mine) and activity.is_open_for_sign_up(self.on),
            may_sign_up=self.may_sign_up(mine),
            shows_plan=permissions.reads_money.test(user, activity) or runs,
            shows_trail=runs or permissions.reads_money.test(user, activity),
            sign_ups=sign_ups_shown(activity) if runs and signed else None,
            may_enrol=permissions.may_enrol.test(user, activity),
            named=count_by_name(activity) if runs else 0,
            **kwargs,
        )

    def may_sign_up(self, mine: Any) -> bool:
        """Whether to offer it."""
        user, activity = self.request.user, self.record
        if mine is not None or not has_own_record.test(user) or not activity.is_open_for_sign_up(self.on):
            return False
        return is_meant(activity, user.member_id)


class ActivityNoticeView(PaperPage):
    """The notice as a paper, for the board in the corridor."""

    permission = permissions.opens_activity
    rule = permissions.may_print_notice
    model = Activity
    select_related = ("audience", "group", "leader")

    def get_document(self) -> Document:
        """When, where, for whom, and how to sign up."""
        return papers.notice(self.record)


class MemberActivitiesView(Page):
    """The panel on somebody's page: what they came to by name. For themselves and those who see all names."""

    permission = permissions.opens_activity

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The panel, or nothing."""
        person = Member.objects.filter(pk=pk).first()
        own = person is not None and person.pk == member_id_of(request.user)
        seen = person is not None and (own or permissions.organises_all.test(request.user))
        rows = [(activity, activity_badge(activity)) for activity in taken_part(person)] if seen else []
        return TemplateResponse(request, "activities/_member_activities.html", {"rows": rows})
