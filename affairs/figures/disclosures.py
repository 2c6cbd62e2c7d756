"""What can be counted of the board."""

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from affairs.enums import Category, Interval, Reach, Sphere, Stage, Timing
from affairs.models import Disclosure
from affairs.selectors import published_in
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet
from unionoffice.periods import Period


def headlines(period: Period, scope: Scope) -> FigureSet:
    """How many matters were disclosed in the period."""
    if not scope.is_whole:
        return FigureSet()
    return FigureSet(figures=(_disclosed(published_in(period.start, period.end).firsts(), period),))


def disclosure_figures(period: Period, scope: Scope) -> FigureSet:
    """What was disclosed in the period, by sphere, category, timing, interval, stage and reach, and what
    was corrected.

    Everything that came onto the board counts, also what was taken down since; a matter that was corrected counts
    once, on the day of its first version. The board is the whole school's: a group has none of its own.
    """
    if not scope.is_whole:
        return FigureSet()
    published = published_in(period.start, period.end)
    firsts = published.firsts()
    counted = (
        _disclosed(firsts, period),
        _figure(
            "affairs.disclosures.categories", _("公开类别"), firsts.categories(), _("类"), period, corrections="false"
        ),
        *_by(firsts, "sphere", Sphere, period),
        *_by(firsts, "category", Category, period),
        *_by(firsts, "timing", Timing, period),
        *_by(firsts.with_interval(), "interval", Interval, period, field="asked_every"),
        *_by(firsts, "stage", Stage, period),
        *_by(firsts, "reach", Reach, period),
        _figure(
            "affairs.corrections", _("更正"), published.corrections().count(), _("项"), period, corrections="true"
        ),
    )
    return FigureSet(figures=counted)


def _disclosed(firsts: QuerySet[Disclosure], period: Period) -> Figure:
    return _figure("affairs.disclosures", _("公开事项"), firsts.count(), _("项"), period, corrections="false")


def _by(firsts: QuerySet[Disclosure], name: str, choices: Any, period: Period, *, field: str = "") -> list[Figure]:
    """For each choice, in their order, how many were disclosed; what the list calls `name` stands in `field`."""
    counted = dict(firsts.order_by().values_list(field or name).annotate(Count("pk")))
    return [
        _figure(
            f"affairs.disclosures.{name}.{choice.value}",
            str(choice.label),
            counted.get(choice.value, 0),
            _("项"),
            period,
            corrections="false",
            **{name: choice.value},
        )
        for choice in choices
    ]


def _figure(key: str, label: str, value: int, unit: str, period: Period, **filters: str) -> Figure:
    days = {"published_from": period.start, "published_to": period.end}
    return Figure.listed("affairs:disclosure-list", key, label, value, unit, **days, **filters)
