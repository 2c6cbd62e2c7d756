"""What milestones need that no member's record holds: the ages of retirement, and the keys of calendars."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.enums import RetirementCategory
from members.models.accounts import Account
from unionoffice.anniversaries import MONTHS_A_YEAR, months_after


class RetirementAge(models.Model):
    """The statutory age of retirement of one category of staff, rising step by step from a day on.

    Whoever reaches the old age from that day on retires later: by one month for who reaches it in the first
    `months_a_step` months, by two for the next, up to the new age. Ages are in months.
    """

    AUDITED = ("category", "valid_from", "old_age", "new_age", "months_a_step", "source")

    category = models.CharField(_("适用人员"), max_length=20, choices=RetirementCategory)
    valid_from = models.DateField(_("自何日起"))
    old_age = models.PositiveSmallIntegerField(_("原退休年龄（月）"))
    new_age = models.PositiveSmallIntegerField(_("延迟后的退休年龄（月）"))
    months_a_step = models.PositiveSmallIntegerField(_("每几个月延迟一个月"))
    source = models.TextField(_("依据"))

    class Meta:
        verbose_name = _("法定退休年龄")
        verbose_name_plural = verbose_name
        ordering = ["category", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["category", "valid_from"], name="one_retirement_age_a_day"),
            models.CheckConstraint(condition=Q(new_age__gte=F("old_age")), name="retirement_age_rises"),
            models.CheckConstraint(condition=Q(months_a_step__gt=0), name="retirement_age_rises_in_steps"),
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()} {self.valid_from}"

    def age_of(self, birth: date) -> int:
        """The age in months at which somebody born on a day retires."""
        reached = months_after(birth, self.old_age)
        if reached < self.valid_from:
            return self.old_age
        since = (reached.year - self.valid_from.year) * MONTHS_A_YEAR + reached.month - self.valid_from.month
        return min(self.old_age + since // self.months_a_step + 1, self.new_age)

    def retires_on(self, birth: date) -> date:
        """The day on which that age is reached. It never comes earlier for who was born later."""
        return months_after(birth, self.age_of(birth))


class CalendarKeyQuerySet(models.QuerySet["CalendarKey"]):
    """Questions asked of calendar keys."""

    def visible_to(self, user: Any) -> Self:
        """One's own: whoever has the address has what is behind it."""
        return self.filter(account=user.pk)


class CalendarKey(models.Model):
    """The secret in the address at which an account's calendar is read, without signing in.

    Only a keyed digest is kept: the address is shown once, when it is made. A new one ends the old.
    """

    AUDITED = ("account", "made_on")
    SENSITIVE = ("digest",)

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, related_name="calendar_key", verbose_name=_("账号")
    )
    digest = models.CharField(_("订阅地址"), max_length=64, unique=True, editable=False)
    made_on = models.DateField(_("生成日期"))

    objects = CalendarKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("日历订阅")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return str(self.account)
