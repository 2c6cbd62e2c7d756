"""The school's own calendar: terms and vacations, and days that are off or worked against the rule."""

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.versions import Versioned


class DayKind(models.TextChoices):
    """What a special day is, against what its weekday would make it."""

    OFF = "off", _("放假")
    WORKED = "worked", _("上班")


class SpanKind(models.TextChoices):
    """What a stretch of the school year is."""

    TERM = "term", _("学期")
    VACATION = "vacation", _("假期")


class SpecialDay(models.Model):
    """A day that is off though its weekday says work, or the other way round; it goes before every general rule."""

    AUDITED = ("day", "kind", "label", "source")

    day = models.DateField(_("日期"), unique=True)
    kind = models.CharField(_("安排"), max_length=10, choices=DayKind)
    label = models.CharField(_("事由"), max_length=60)
    source = models.CharField(_("依据"), max_length=200)

    class Meta:
        verbose_name = _("特殊日期")
        verbose_name_plural = verbose_name
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}（{self.label}）"

    def get_absolute_url(self) -> str:
        """Where it stands: the page of the calendar."""
        return reverse("settings:calendar")


class SchoolSpanQuerySet(models.QuerySet["SchoolSpan"]):
    """Questions asked of terms and vacations."""

    def vacations(self) -> Self:
        """Spans in which the school's own deadlines may rest."""
        return self.filter(kind=SpanKind.VACATION)

    def meeting(self, first: date, last: date) -> Self:
        """Spans that share at least one day with these, both included."""
        return self.filter(first_day__lte=last, last_day__gte=first)


class SchoolSpan(Versioned):
    """A term or a vacation, both ends included. A vacation may lie inside a term, as an autumn break does."""

    AUDITED = ("kind", "name", "first_day", "last_day")

    kind = models.CharField(_("类别"), max_length=10, choices=SpanKind)
    name = models.CharField(_("名称"), max_length=60)
    first_day = models.DateField(_("第一天"))
    last_day = models.DateField(_("最后一天"))

    objects = SchoolSpanQuerySet.as_manager()

    class Meta:
        verbose_name = _("学期与假期")
        verbose_name_plural = verbose_name
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="span_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where it stands: the page of the calendar."""
        return reverse("settings:calendar")


@transaction.atomic
def save_span(span: SchoolSpan, *, by: Any) -> SchoolSpan:
    """Enter a term or vacation, or correct it; refuses one that runs backwards or meets another of its kind."""
    if span.last_day < span.first_day:
        raise Refused(_t("最后一天不能早于第一天，请核对日期。"))
    met = SchoolSpan.objects.filter(kind=span.kind).exclude(pk=span.pk).meeting(span.first_day, span.last_day).first()
    if met is not None:
        raise Refused(
            _t("与“%(name)s”（%(first)s至%(last)s）的日期重叠，请核对。")
            % {"name": met.name, "first": met.first_day, "last": met.last_day}
        )
    with audit.deed("", by=by):
        span.save()
    return span


@transaction.atomic
def remove_span(span: SchoolSpan, *, by: Any) -> None:
    """Take a term or vacation out of the calendar; due dates already given stay as they are."""
    with audit.deed("", by=by):
        span.delete()


@transaction.atomic
def save_special_day(special: SpecialDay, *, by: Any) -> SpecialDay:
    """Enter or correct a special day; refuses a second one on the same date."""
    if SpecialDay.objects.filter(day=special.day).exclude(pk=special.pk).exists():
        raise Refused(_t("%(day)s 已经有安排，请先删除原来的那一条。") % {"day": special.day})
    with audit.deed("", by=by):
        special.save()
    return special


@transaction.atomic
def remove_special_day(special: SpecialDay, *, by: Any) -> None:
    """Take a special day back: its weekday and the announced holidays decide again."""
    with audit.deed("", by=by):
        special.delete()
