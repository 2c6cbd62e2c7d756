"""Days that are known only roughly: what a school remembers of former years as "in May", "that term", "in 2019"."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionoffice.days import in_full, in_short
from unionoffice.periods import Period, calendar_year, month, school_year_of, term


class Precision(models.TextChoices):
    """How exactly the day is known of what was recorded afterwards."""

    DAY = "day", _("到日")
    MONTH = "month", _("只知道月份")
    TERM = "term", _("只知道学期")
    YEAR = "year", _("只知道年份")


def span_of(day: date, precision: Precision) -> Period:
    """The month, term or year in which the day lies: all that is known."""
    if precision == Precision.MONTH:
        return month(day.year, day.month)
    if precision == Precision.TERM:
        first = school_year_of(day).year
        return next(part for part in (term(first, first + 1, 1), term(first, first + 1, 2)) if day in part)
    return calendar_year(day.year)


class RoughlyDatedQuerySet(models.QuerySet[Any]):
    """Questions asked of records that bear such a day."""

    def held_between(self, start: date, end: date) -> Self:
        """What certainly took place within some days, both included: of a vague day, only if all of it lies there."""
        return self.filter(held_on__gte=start, held_until__lte=end)


class RoughlyDated(models.Model):
    """A record that took place on `held_on`, or some time from then to `held_until` where the day isn't known."""

    held_on = models.DateField(_("日期"))
    held_until = models.DateField(_("最晚日期"), editable=False)
    precision = models.CharField(_("日期准确程度"), max_length=8, choices=Precision, default=Precision.DAY)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the span with the day: of a vague one, the first and the last day that it can be."""
        self.held_until = self.held_on
        if self.precision != Precision.DAY:
            span = span_of(self.held_on, Precision(self.precision))
            self.held_on, self.held_until = span.start, span.end
        super().save(*args, **kwargs)

    @property
    def when(self) -> str:
        """2026年3月8日, 2026年3月, 2025—2026学年第二学期, or 2026年."""
        if self.precision == Precision.DAY:
            return in_full(self.held_on)
        return span_of(self.held_on, Precision(self.precision)).label

    @property
    def when_in_sentences(self) -> str:
        """3月8日 or 3月, where the year is plain; else as `when` has it."""
        if self.precision == Precision.DAY:
            return in_short(self.held_on)
        return f"{self.held_on.month}月" if self.precision == Precision.MONTH else self.when

    @property
    def when_in_lists(self) -> date | str:
        """The day where it is known; else 2026-03, 2025—2026学年第二学期, or 2026年."""
        if self.precision == Precision.DAY:
            return self.held_on
        return f"{self.held_on:%Y-%m}" if self.precision == Precision.MONTH else self.when


def span_in_order(name: str) -> models.CheckConstraint:
    """The constraint that a known day is its own span, and that none ends before it begins."""
    return models.CheckConstraint(
        condition=Q(precision=Precision.DAY, held_until=F("held_on"))
        | (~Q(precision=Precision.DAY) & Q(held_until__gt=F("held_on"))),
        name=name,
    )


PRECISION_HELP = _("只知道月份、学期或年份的，日期填其中任何一天。")
