"""Standards of what may be given on which occasion, and the visits made."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from finance.enums import Fund
from finance.models import Entry, Subject
from members.models import Member
from unionoffice.attachments import AttachmentRules
from unionoffice.money import NOTHING, MoneyField, cents
from unionoffice.privacy import SecretField
from welfare.enums import APPROVED_ONCE, HAPPENED, VISIT_MOVES, Condition, Occasion, Relation, VisitForm, VisitStatus
from welfare.permissions import may_attach, reads_circumstances, sees_all_visits, sees_paid_visits


class Standard(models.Model):
    """慰问标准: what the union may give on an occasion, by the rule that its source names."""

    AUDITED = (
        "name",
        "occasion",
        "relation",
        "condition",
        "cap",
        "times_per_year",
        "cash_allowed",
        "evidence",
        "subject",
        "valid_from",
        "source",
    )

    name = models.CharField(_("标准"), max_length=60)
    occasion = models.CharField(_("事由"), max_length=20, choices=Occasion)
    relation = models.CharField(_("对象"), max_length=20, choices=Relation)
    condition = models.CharField(_("情形"), max_length=20, choices=Condition, default=Condition.NONE, blank=True)
    cap = MoneyField(_("每次上限（元）"))
    times_per_year = models.PositiveSmallIntegerField(_("每年次数"), null=True, blank=True)
    cash_allowed = models.BooleanField(_("可以发现金"))
    evidence = models.CharField(_("需要的材料"), max_length=100, blank=True)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+", verbose_name=_("支出科目"))
    valid_from = models.DateField(_("自何日起"))
    source = models.CharField(_("依据"), max_length=200)

    class Meta:
        verbose_name = _("慰问标准")
        verbose_name_plural = verbose_name
        ordering = ["occasion", "relation", "condition", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "relation", "condition", "valid_from"], name="one_standard_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class VisitQuerySet(models.QuerySet["Visit"]):
    """Questions asked of visits."""

    def visible_to(self, user: Any) -> Self:
        """All for those who organise them; for the auditor those that cost the union money; else one's own."""
        if not user.is_authenticated:
            return self.none()
        if sees_all_visits.test(user):
            return self
        own = Q(requested_by=user)
        if user.member_id is not None:
            own |= Q(member=user.member_id, status__in=HAPPENED)
        if sees_paid_visits.test(user):
            own |= Q(status=VisitStatus.PAID)
        return self.filter(own)

    def happened_in(self, start: date, end: date) -> Self:
        """Visits made within some days, both included."""
        return self.filter(status__in=HAPPENED, visited_on__range=(start, end))

    def people(self) -> int:
        """How many different people were visited (人, where a count of visits is 人次)."""
        return self.order_by().values("member_id").distinct().count()

    def total(self) -> Decimal:
        """Cash and goods together, in 元."""
        return cents(self.aggregate(total=Sum(F("cash") + F("goods_value")))["total"] or NOTHING)


class Visit(models.Model):
    """慰问/探望 of a member, from the request to the payment."""

    MOVES = VISIT_MOVES
    AUDITED = (
        "number",
        "status",
        "occasion",
        "relation",
        "condition",
        "member",
        "happened_on",
        "form",
        "place",
        "visitors",
        "fund",
        "goods",
        "goods_value",
        "cash",
        "recorded_late",
        "standard",
        "over_reason",
        "visited_on",
    )
    SENSITIVE = ("circumstances",)
    ATTACHMENTS = AttachmentRules(
        may_add=may_attach, reads_sensitive=reads_circumstances, all_sensitive=True, title=_("证明材料")
    )

    number = models.CharField(_("编号"), max_length=20, unique=True, editable=False)
    status = models.CharField(
        _("状态"), max_length=12, choices=VisitStatus, default=VisitStatus.REQUESTED, editable=False
    )
    occasion = models.CharField(_("事由"), max_length=20, choices=Occasion)
    relation = models.CharField(_("对象"), max_length=20, choices=Relation, default=Relation.SELF)
    condition = models.CharField(_("情形"), max_length=20, choices=Condition, default=Condition.NONE, blank=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="visits", verbose_name=_("教职工"))
    happened_on = models.DateField(_("发生日期"))
    circumstances = SecretField(_("情况说明"), max_length=500)
    form = models.CharField(_("慰问方式"), max_length=12, choices=VisitForm, default=VisitForm.HOME)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    visitors = models.CharField(_("慰问人员"), max_length=200, blank=True)
    fund = models.CharField(_("经费来源"), max_length=20, choices=Fund, default=Fund.UNION)
    goods = models.CharField(_("慰问品"), max_length=100, blank=True)
    goods_value = MoneyField(_("慰问品价值（元）"), default=0)
    cash = MoneyField(_("慰问金（元）"), default=0)
    recorded_late = models.BooleanField(_("补登"), default=False, editable=False)
    standard = models.ForeignKey(
        Standard, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("适用标准"), editable=False
    )
    finding = models.TextField(_("核对结果"), blank=True, editable=False)
    over_standard = models.BooleanField(_("超出标准"), default=False, editable=False)
    over_reason = models.CharField(_("超出标准的理由"), max_length=200, blank=True, editable=False)
    visited_on = models.DateField(_("慰问日期"), null=True, blank=True, editable=False)
    requested_on = models.DateField(_("申请日期"), editable=False)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("申请人"), editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("批准人"),
        editable=False,
    )
    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("支出"), editable=False
    )

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("慰问")
        verbose_name_plural = verbose_name
        ordering = ["-requested_on", "-pk"]
        indexes = [models.Index(fields=["status", "visited_on"], name="visits_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=HAPPENED) | Q(visited_on__isnull=False), name="visited_has_its_day"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=APPROVED_ONCE) | Q(approved_by__isnull=False), name="approved_by_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(status=VisitStatus.PAID) | Q(entry__isnull=False), name="paid_through_an_entry"
            ),
            models.CheckConstraint(condition=Q(cash__gte=0) & Q(goods_value__gte=0), name="gifts_not_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.public_number} {self.member}"

    def get_absolute_url(self) -> str:
        """The visit's page."""
        return reverse("welfare:visit-detail", args=[self.pk])

    def get_payment_url(self) -> str:
        """Where the cashier pays it, once somebody went: a page that tells amount and payee, not why."""
        return reverse("welfare:visit-pay", args=[self.pk]) if self.status == VisitStatus.VISITED else ""

    @property
    def public_number(self) -> str:
        """`慰问 2026-031`: all that is said of it to those who may not see it."""
        return f"{_('慰问')} {self.number}"

    @property
    def total(self) -> Decimal:
        """Cash and goods together, in 元."""
        return self.cash + self.goods_value
