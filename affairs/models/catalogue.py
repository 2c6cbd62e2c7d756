"""公开目录: what is to be disclosed, by whom and how often."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, Interval, Reach, Sphere, Stage, Timing
from affairs.permissions import opens_catalogue
from members.models import Department
from unionoffice.versions import Versioned


class CatalogueItemQuerySet(models.QuerySet["CatalogueItem"]):
    """Questions asked of the catalogue."""

    def visible_to(self, user: Any) -> Self:
        """All for those who write from it or approve."""
        return self if opens_catalogue.test(user) else self.none()

    def in_use(self) -> Self:
        """What is disclosed today."""
        return self.filter(is_in_use=True)


class CatalogueItem(Versioned):
    """公开目录: one matter that is to be disclosed, by whom, how often and to whom."""

    AUDITED = (
        "sphere",
        "category",
        "content",
        "department",
        "timing",
        "interval",
        "stage",
        "reach",
        "is_in_use",
    )

    sphere = models.CharField(_("公开事务"), max_length=10, choices=Sphere, default=Sphere.SCHOOL)
    category = models.CharField(_("类别"), max_length=20, choices=Category)
    content = models.CharField(_("公开内容"), max_length=60)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    timing = models.CharField(_("公开时限"), max_length=10, choices=Timing, default=Timing.ANYTIME)
    interval = models.CharField(_("公开周期"), max_length=10, choices=Interval, blank=True)
    stage = models.CharField(_("公开阶段"), max_length=10, choices=Stage, default=Stage.AFTER)
    reach = models.CharField(_("公开范围"), max_length=10, choices=Reach, default=Reach.STAFF)
    is_in_use = models.BooleanField(_("使用中"), default=True)

    objects = CatalogueItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开目录")
        verbose_name_plural = verbose_name
        ordering = ["sphere", "category", "content"]
        constraints = [
            models.UniqueConstraint(fields=["sphere", "content"], name="one_catalogue_item_a_content"),
            models.CheckConstraint(
                condition=Q(timing=Timing.REGULAR, interval__in=Interval.values)
                | (~Q(timing=Timing.REGULAR) & Q(interval="")),
                name="interval_exactly_when_regular",
            ),
        ]

    def __str__(self) -> str:
        return self.content

    def get_absolute_url(self) -> str:
        """Where it is read and changed."""
        return reverse("affairs:item-detail", args=[self.pk])

    @property
    def timing_text(self) -> str:
        """定期公开（每季度）."""
        return (
            f"{self.get_timing_display()}（{self.get_interval_display()}）"
            if self.interval
            else self.get_timing_display()
        )
