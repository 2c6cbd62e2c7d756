"""Activities, from the plan to the settled cost."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from activities import permissions
from activities.enums import (
    ACTIVITY_MOVES,
    COST_KNOWN,
    HAPPENED,
    PLANNED,
    UPCOMING,
    ActivityKind,
    ActivityStatus,
    Occasion,
)
from activities.models.sign_ups import SignUp
from finance.enums import Fund
from finance.models import Entry
from members.models import Attendance, Audience, Member, UnionGroup
from members.selectors import audience_members, own_audiences
from unionoffice.attachments import AttachmentRules
from unionoffice.money import MoneyField
from unionoffice.precision import Precision
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Questions asked of activities."""

    def visible_to(self, user: Any) -> Self:
        """All for those who organise them; without what is still being planned for those who follow the money; else
        what one answers for, what was made known to an audience of one's own, and what one signed up for or came to.
        """
        if not user.is_authenticated:
            return self.none()
        if permissions.organises_all.test(user):
            return self
        if permissions.follows_money.test(user):
            return self.filter(Q(planned_by=user) | ~Q(status__in=PLANNED))
        seen = Q(planned_by=user)
        if user.member_id is not None:
            known = Q(announced_on__isnull=False) | Q(recorded_late=True)
            mine = user.member_id
            signed = SignUp.objects.filter(activity=OuterRef("pk"), member=mine)
            came = Attendance.objects.present().filter(
                gathering__source_model=Activity._meta.label, gathering__source_key=OuterRef("pk"), member=mine
            )
            meant = Q(audience__in=own_audiences(user, timezone.localdate()))
            seen |= Q(leader=mine) | Q(group__leader=mine) | known & (meant | Exists(signed) | Exists(came))
        return self.filter(seen)

    def matching(self, text: str) -> Self:
        """What people remember an activity by: title or its sound, place or number."""
        wanted = text.strip()
        return self.filter(titled(wanted) | Q(place__contains=wanted) | Q(number__contains=wanted))

    def held_in(self, start: date, end: date) -> Self:
        """Activities that began within some days, both included; one whose day isn't known only if all of the month,
        term or year in which it took place lies there.
        """
        certain = Q(precision=Precision.DAY) | Q(ends_on__lte=end)
        return self.filter(certain, status__in=HAPPENED, starts_on__range=(start, end))


class Activity(Titled, Versioned):
    """活动 that the union or one of its groups holds for its people."""

    MOVES = ACTIVITY_MOVES
    AUDITED = (
        "number",
        "status",
        "kind",
        "occasion",
        "title",
        "description",
        "audience",
        "group",
        "leader",
        "starts_on",
        "ends_on",
        "precision",
        "starts_at",
        "ends_at",
        "place",
        "capacity",
        "sign_up_until",
        "fund",
        "budget",
        "cost_per_head",
        "plan",
        "recorded_late",
        "over_reason",
        "headcount",
        "report",
        "actual_cost",
        "payee",
        "cancelled_because",
    )
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(
        may_add=permissions.may_attach, reads_sensitive=permissions.reads_money
    )
    KEEPS_ATTENDANCE: ClassVar[rules.Predicate] = permissions.may_take_attendance
    READS_ATTENDANCE: ClassVar[rules.Predicate] = permissions.reads_names

    number = models.CharField(_("编号"), max_length=20, unique=True, null=True, editable=False)  # noqa: DJ001 -- a draft has none, and two drafts must not clash
    status = models.CharField(
        _("状态"), max_length=12, choices=ActivityStatus, default=ActivityStatus.DRAFT, editable=False
    )
    kind = models.CharField(_("类别"), max_length=20, choices=ActivityKind)
    occasion = models.CharField(_("节庆"), max_length=20, choices=Occasion, blank=True)
    title = models.CharField(_("活动名称"), max_length=100)
    description = models.TextField(_("内容安排"), max_length=2000, blank=True)
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="+", verbose_name=_("参加范围"))
    group = models.ForeignKey(
        UnionGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("主办小组")
    )
    leader = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("负责人")
    )
    starts_on = models.DateField(_("日期"))
    ends_on = models.DateField(_("结束日期"))
    precision = models.CharField(_("日期准确程度"), max_length=8, choices=Precision, default=Precision.DAY)
    starts_at = models.TimeField(_("开始时间"), null=True, blank=True)
    ends_at = models.TimeField(_("结束时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    capacity = models.PositiveIntegerField(_("名额"), null=True, blank=True)
    sign_up_until = models.DateField(_("报名截止"), null=True, blank=True)
    fund = models.CharField(_("经费来源"), max_length=20, choices=Fund, default=Fund.UNION)
    budget = MoneyField(_("预算（元）"), default=0)
    cost_per_head = MoneyField(_("人均费用（元）"), null=True, blank=True)
    plan = models.TextField(_("方案与安全预案"), max_length=4000, blank=True)
    recorded_late = models.BooleanField(_("补登"), default=False, editable=False)
    announced_on = models.DateField(_("发布日期"), null=True, editable=False)
    finding = models.TextField(_("核对结果"), blank=True, editable=False)
    over_reason = models.CharField(_("超出标准的理由"), max_length=200, blank=True, editable=False)
    headcount = models.PositiveIntegerField(_("参加人数"), null=True, blank=True)
    report = models.TextField(_("活动小结"), max_length=2000, blank=True)
    actual_cost = MoneyField(_("实际支出（元）"), null=True, blank=True)
    payee = models.CharField(_("收款方"), max_length=100, blank=True)
    cancelled_because = models.CharField(_("取消原因"), max_length=200, blank=True, editable=False)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("策划人"), editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("批准人"),
        editable=False,
    )
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("报账人"),
        editable=False,
    )
    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("支出"), editable=False
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("活动")
        verbose_name_plural = verbose_name
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["status", "starts_on"], name="activities_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="activity_ends_after_start",
                violation_error_message=_("结束日期不能早于开始日期。"),
            ),
            models.CheckConstraint(
                condition=Q(status=ActivityStatus.DRAFT) | Q(number__isnull=False), name="only_drafts_lack_a_number"
            ),
            models.CheckConstraint(
                condition=Q(precision=Precision.DAY) | Q(recorded_late=True), name="vague_days_lie_in_the_past"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=UPCOMING) | Q(announced_on__isnull=False), name="announced_has_its_day"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(ActivityStatus.APPROVED, *UPCOMING), fund=Fund.UNION, budget__gt=0)
                | Q(approved_by__isnull=False),
                name="union_money_planned_with_approval",
            ),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(capacity__gt=0),
                name="capacity_above_zero",
                violation_error_message=_("名额至少为1人；不限名额的留空。"),
            ),
            models.CheckConstraint(
                condition=Q(sign_up_until__isnull=True) | Q(sign_up_until__lte=F("starts_on")),
                name="sign_up_ends_before_it_begins",
                violation_error_message=_("报名截止日期不能晚于活动日期。"),
            ),
            models.CheckConstraint(
                condition=Q(headcount__isnull=True) | Q(headcount__gt=0),
                name="headcount_above_zero",
                violation_error_message=_("参加人数至少为1人；不清楚的留空。"),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=COST_KNOWN) | Q(actual_cost__isnull=False), name="settled_with_its_cost"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=COST_KNOWN, fund=Fund.UNION, actual_cost__gt=0) | Q(entry__isnull=False),
                name="union_money_spent_through_an_entry",
            ),
            models.CheckConstraint(
                condition=~Q(status=ActivityStatus.PAYABLE) | Q(entry__isnull=False), name="payable_through_an_entry"
            ),
            models.CheckConstraint(
                condition=Q(status=ActivityStatus.CANCELLED) ^ Q(cancelled_because=""),
                name="cancelled_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The activity's page."""
        return reverse("activities:activity-detail", args=[self.pk])

    def get_payment_url(self) -> str:
        """Where the cashier pays it, once the chair has approved what it cost."""
        return reverse("activities:activity-pay", args=[self.pk]) if self.status == ActivityStatus.PAYABLE else ""

    @property
    def public_number(self) -> str:
        """`活动 2026-012`: all that is said of it to those who may not see it."""
        return f"{_('活动')} {self.number or _('未编号')}"

    def people_due(self) -> models.QuerySet[Member]:
        """Who is expected on the day: those with a place where one signs up, else the audience of that day."""
        if self.sign_up_until is None:
            return audience_members(self.audience, self.starts_on)
        return Member.objects.filter(pk__in=self.sign_ups.with_a_place().values("member")).order_by("pinyin", "pk")

    @property
    def plans_union_money(self) -> bool:
        """Whether its budget is the union's money."""
        return self.fund == Fund.UNION and self.budget > 0

    @property
    def costs_union_money(self) -> bool:
        """Whether it cost the union something, as far as is known."""
        return self.fund == Fund.UNION and bool(self.actual_cost)

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.ends_on - self.starts_on).days + 1

    def is_open_for_sign_up(self, on: date) -> bool:
        """Whether somebody of the audience can sign up or withdraw on that day."""
        until = self.sign_up_until
        return self.status == ActivityStatus.ANNOUNCED and until is not None and on <= until
