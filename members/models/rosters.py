"""Rosters that were taken in, and what is needed to take the last one back."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.permissions import keeps_roster
from unionoffice.privacy import SecretField


class RosterImportQuerySet(models.QuerySet["RosterImport"]):
    """Questions asked of imports."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep the roster."""
        return self if keeps_roster.test(user) else self.none()


class RosterImport(models.Model):
    """A roster that was applied: whose file, when, and how many rows it told of.

    `journal` is what it did, with old values of people's data: encrypted, kept for the last import only, and emptied
    by the next one or when it was taken back.
    """

    AUDITED = ("name", "digest", "new", "changed", "unchanged", "absent", "taken_back_at")

    name = models.CharField(_("文件名"), max_length=200)
    digest = models.CharField(_("文件摘要"), max_length=64)
    new = models.PositiveIntegerField(_("新增"))
    changed = models.PositiveIntegerField(_("变更"))
    unchanged = models.PositiveIntegerField(_("不变"))
    absent = models.PositiveIntegerField(_("表中没有的人"), default=0)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("导入人")
    )
    applied_at = models.DateTimeField(_("导入时间"))
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("收回人")
    )
    taken_back_at = models.DateTimeField(_("收回时间"), null=True)
    journal = SecretField(_("导入经过"), editable=False)

    objects = RosterImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("花名册导入")
        verbose_name_plural = verbose_name
        ordering = ["-applied_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=False) | Q(taken_back_by__isnull=True), name="taken_back_by_whom"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | Q(journal__isnull=True), name="taken_back_is_forgotten"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page with what it did."""
        return reverse("members:import-detail", args=[self.pk])

    @property
    def is_taken_back(self) -> bool:
        """Whether nothing of it stands any more."""
        return self.taken_back_at is not None

    @property
    def can_be_taken_back(self) -> bool:
        """Whether it is the last one: only of that one is it known what it did."""
        return bool(self.journal)
