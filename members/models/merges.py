"""Records of one person that were found to be two: those that were merged, and those that only look alike."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.models.accounts import Account
from members.models.people import Member
from unionoffice.privacy import SecretField


class MergedMemberQuerySet(models.QuerySet["MergedMember"]):
    """Questions asked of merged records."""

    def visible_to(self, user: Any) -> Self:
        """As visible as the record that was kept."""
        return self.filter(kept__in=Member.objects.visible_to(user))


class MergedMember(models.Model):
    """What is left of a record that was merged into another one: enough to lead there, and to undo it by hand.

    `kept` always exists: where that record is merged in turn, this points at the next one.
    """

    AUDITED = ("former_key", "employee_no", "name", "given_up_no", "kept", "closed_account", "merged_on", "merged_by")
    SENSITIVE = ("former_values",)

    former_key = models.PositiveBigIntegerField(_("原档案"), unique=True)
    employee_no = models.CharField(_("原工号"), max_length=20)
    name = models.CharField(_("原姓名"), max_length=60)
    given_up_no = models.CharField(_("停用的工号"), max_length=20, db_index=True)
    kept = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="merges", verbose_name=_("并入"))
    closed_account = models.OneToOneField(
        Account, on_delete=models.PROTECT, null=True, related_name="closed_by_merge", verbose_name=_("停用的账号")
    )
    merged_on = models.DateField(_("合并日期"))
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("合并人")
    )
    moved = models.JSONField(_("转移的记录"), default=dict)
    former_values = SecretField(_("原档案内容"), max_length=20_000)

    objects = MergedMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("档案合并")
        verbose_name_plural = verbose_name
        ordering = ["-merged_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.employee_no} {self.name}"

    def get_absolute_url(self) -> str:
        """The page of the record that was kept."""
        return self.kept.get_absolute_url()


class DistinctPairQuerySet(models.QuerySet["DistinctPair"]):
    """Questions asked of people who only look alike."""

    def between(self, one: Member, other: Member) -> Self:
        """The finding about these two, in whichever order."""
        low, high = sorted((one.pk, other.pk))
        return self.filter(low=low, high=high)

    def about(self, member: Member) -> Self:
        """Every finding about somebody."""
        return self.filter(Q(low=member) | Q(high=member))


class DistinctPair(models.Model):
    """不是同一人: two records that look like one person's, and somebody found that they aren't."""

    AUDITED = ("low", "high", "found_on", "found_by")

    low = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("一份档案"))
    high = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("另一份档案"))
    found_on = models.DateField(_("核对日期"))
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("核对人")
    )

    objects = DistinctPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("不是同一人")
        verbose_name_plural = verbose_name
        ordering = ["-found_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["low", "high"], name="one_finding_a_pair"),
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.low}、{self.high}"
