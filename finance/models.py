"""The union's ledger of its funds (经费台账)."""

import re
from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from finance.enums import ENTRY_MOVES, SIGNED, Direction, EntryStatus
from finance.permissions import may_attach, sees_ledger
from unionoffice.attachments import AttachmentRules
from unionoffice.money import NOTHING, MoneyField, capital_amount, cents
from unionoffice.sources import FromSource
from unionoffice.versions import Versioned


class BankAccount(models.Model):
    """工会账户, or the cashier's box."""

    AUDITED = ("name", "bank", "number_tail", "is_open")

    name = models.CharField(_("账户"), max_length=60, unique=True)
    bank = models.CharField(_("开户行"), max_length=100, blank=True)
    number_tail = models.CharField(_("账号后四位"), max_length=4, blank=True)
    is_open = models.BooleanField(_("使用中"), default=True)

    class Meta:
        verbose_name = _("账户")
        verbose_name_plural = verbose_name
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Subject(models.Model):
    """科目 of a tree that the accounting rules prescribe, valid for some years."""

    AUDITED = ("code", "name", "direction", "parent", "valid_from", "valid_to", "source")

    code = models.CharField(_("科目编号"), max_length=20, unique=True)
    name = models.CharField(_("科目"), max_length=60)
    direction = models.CharField(_("方向"), max_length=10, choices=Direction)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级科目")
    )
    valid_from = models.PositiveSmallIntegerField(_("自哪一年起"))
    valid_to = models.PositiveSmallIntegerField(_("至哪一年止"), null=True, blank=True)
    source = models.CharField(_("依据"), max_length=200)

    class Meta:
        verbose_name = _("科目")
        verbose_name_plural = verbose_name
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def full_name(self) -> str:
        """With the subject above: 维权支出—送温暖."""
        return f"{self.parent.name}—{self.name}" if self.parent else self.name


class EntryQuerySet(models.QuerySet["Entry"]):
    """Questions asked of the ledger."""

    def visible_to(self, user: Any) -> Self:
        """All for those who work with the money, nothing for anyone else."""
        return self if sees_ledger.test(user) else self.none()

    def booked(self) -> Self:
        """What stands in the ledger."""
        return self.filter(status=EntryStatus.BOOKED)

    def matching(self, text: str) -> Self:
        """Any of the words that people remember an entry by, or its number as it is printed (2026-0031)."""
        wanted = Q(purpose__contains=text) | Q(counterparty__contains=text)
        if printed := re.fullmatch(r"(\d{4})-(\d{1,6})", text.strip()):
            wanted |= Q(year=int(printed[1]), number=int(printed[2]))
        return self.filter(wanted)

    def total(self) -> Decimal:
        """The sum of the amounts in 元."""
        return cents(self.aggregate(total=Sum("amount"))["total"] or NOTHING)


class Entry(Versioned, FromSource):
    """收支: one line on its way into the ledger. Number and voucher come on booking."""

    MOVES = ENTRY_MOVES
    AUDITED = (
        "status",
        "direction",
        "subject",
        "account",
        "amount",
        "counterparty",
        "purpose",
        "handler",
        "occurred_on",
        "paid_on",
        "booked_on",
        "year",
        "number",
    )
    ATTACHMENTS = AttachmentRules(may_add=may_attach, title=_("票据"))

    status = models.CharField(
        _("状态"), max_length=12, choices=EntryStatus, default=EntryStatus.DRAFT, editable=False
    )
    direction = models.CharField(_("方向"), max_length=10, choices=Direction)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="entries", verbose_name=_("科目"))
    account = models.ForeignKey(
        BankAccount, on_delete=models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("账户")
    )
    amount = MoneyField(_("金额"))
    counterparty = models.CharField(_("收付款方"), max_length=100)
    purpose = models.CharField(_("事由"), max_length=200)
    handler = models.CharField(_("经办人"), max_length=60)
    occurred_on = models.DateField(_("发生日期"))
    paid_on = models.DateField(_("收付日期"), null=True, blank=True, editable=False)
    booked_on = models.DateField(_("记账日期"), null=True, blank=True, editable=False)
    year = models.PositiveSmallIntegerField(_("年度"), null=True, editable=False)
    number = models.PositiveIntegerField(_("编号"), null=True, editable=False)
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
    paid_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("出纳"),
        editable=False,
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("记账人"),
        editable=False,
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("收支")
        verbose_name_plural = verbose_name
        ordering = ["-occurred_on", "-pk"]
        indexes = [models.Index(fields=["status", "booked_on"], name="ledger_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="amount_above_zero"),
            models.UniqueConstraint(fields=["year", "number"], name="one_entry_of_a_number"),
            models.CheckConstraint(
                condition=Q(
                    status=EntryStatus.BOOKED, year__isnull=False, number__isnull=False, booked_on__isnull=False
                )
                | (~Q(status=EntryStatus.BOOKED) & Q(year__isnull=True, number__isnull=True, booked_on__isnull=True)),
                name="numbered_exactly_when_booked",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[EntryStatus.PAID, EntryStatus.BOOKED], paid_on__isnull=False)
                | (~Q(status__in=[EntryStatus.PAID, EntryStatus.BOOKED]) & Q(paid_on__isnull=True)),
                name="paid_on_exactly_when_paid",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=SIGNED) | Q(approved_by__isnull=False), name="signed_before_money_moves"
            ),
            models.UniqueConstraint(
                fields=["source_model", "source_key"],
                condition=Q(source_key__isnull=False) & ~Q(status=EntryStatus.CANCELLED),
                name="one_entry_of_a_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()} {self.public_number}"

    def get_absolute_url(self) -> str:
        """The entry's page."""
        return reverse("finance:entry-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`2026-0031` once it is booked."""
        return f"{self.year}-{self.number:04}" if self.number else str(_("未编号"))

    @property
    def amount_in_capitals(self) -> str:
        """人民币壹仟元整."""
        return capital_amount(self.amount)
