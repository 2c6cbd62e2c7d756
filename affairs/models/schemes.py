"""评分方案: what an inspection looks at, and how many marks each item is worth."""

from decimal import Decimal
from typing import Any, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.permissions import opens_inspections
from unionoffice.versions import Versioned

NO_MARKS = Decimal(0)
LEAST_MARK = Decimal("0.1")


class MarksField(models.DecimalField):
    """Marks with one place, up to 9999.9."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 5)
        kwargs.setdefault("decimal_places", 1)
        super().__init__(*args, **kwargs)


def marks_text(marks: Decimal) -> str:
    """914, or 91.5: a whole number without its place."""
    return str(int(marks)) if marks == marks.to_integral_value() else f"{marks:.1f}"


class InspectionSchemeQuerySet(models.QuerySet["InspectionScheme"]):
    """Questions asked of schemes."""

    def visible_to(self, user: Any) -> Self:
        """For all who have a part in inspections."""
        return self if opens_inspections.test(user) else self.none()

    def matching(self, text: str) -> Self:
        """Words of the name or of the issuer."""
        return self.filter(Q(name__contains=text.strip()) | Q(issuer__contains=text.strip()))


class InspectionScheme(Versioned):
    """评分方案 of an issuer, valid from a year. It stands as it was once something was scored by it.

    Its items make up its full mark exactly: whoever keeps one that doesn't add up is told where.
    """

    AUDITED = ("name", "issuer", "valid_from", "full_mark", "note")

    name = models.CharField(_("名称"), max_length=100)
    issuer = models.CharField(_("制定单位"), max_length=60)
    valid_from = models.PositiveSmallIntegerField(_("自哪一年起执行"))
    full_mark = MarksField(_("满分"), validators=[MinValueValidator(LEAST_MARK)])
    note = models.CharField(_("依据"), max_length=200, blank=True)

    objects = InspectionSchemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("评分方案")
        verbose_name_plural = verbose_name
        ordering = ["-valid_from", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["name", "valid_from"], name="one_scheme_of_a_name_and_year"),
            models.CheckConstraint(condition=Q(full_mark__gt=0), name="scheme_has_marks_to_give"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.valid_from}）"

    def get_absolute_url(self) -> str:
        """The scheme's page."""
        return reverse("affairs:scheme-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone."""
        return str(self)


class SchemeItem(models.Model):
    """指标 of the first level, or of the second under one of the first. What has none under it is scored."""

    UNAUDITED = "Written only with its scheme before anything is scored by it; the scheme's history says by whom."

    scheme = models.ForeignKey(
        InspectionScheme, on_delete=models.PROTECT, related_name="items", verbose_name=_("评分方案")
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="parts", verbose_name=_("一级指标")
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    title = models.CharField(_("指标"), max_length=200)
    standard = models.TextField(_("评分标准"), blank=True)
    full_mark = MarksField(_("分值"))

    class Meta:
        verbose_name = _("评分指标")
        verbose_name_plural = verbose_name
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "position"], name="one_item_a_position"),
            models.CheckConstraint(condition=Q(full_mark__gt=0), name="item_has_marks_to_give"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="item_does_not_stand_under_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.title
