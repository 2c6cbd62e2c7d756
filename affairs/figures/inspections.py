"""What can be counted of inspections."""

from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from affairs.enums import InspectionKind, InspectionLevel
from affairs.models import Inspection, InspectionQuerySet
from affairs.selectors import inspections_in, rectified_in
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Notable
from unionoffice.periods import Period


def inspection_figures(period: Period, scope: Scope) -> FigureSet:
    """Inspections of the period whose result is known, by kind and level, those with marks, and what was set right.

    Each is told by name with its marks out of how many. They are the whole school's: a group has none.
    """
    if not scope.is_whole:
        return FigureSet()
    held = inspections_in(period.start, period.end)
    rectified = rectified_in(period.start, period.end).count()
    return FigureSet(
        figures=(
            _figure("affairs.inspections", _("检查评估"), held.count(), period),
            *_by(held, "kind", InspectionKind, period),
            *_by(held, "level", InspectionLevel, period),
            _figure(
                "affairs.inspections.scored",
                _("有评分的检查评估"),
                held.filter(score__isnull=False).count(),
                period,
                scored="true",
            ),
            Figure.listed(
                "affairs:rectification-list",
                "affairs.rectified",
                _("完成整改"),
                rectified,
                _("项"),
                done_from=period.start,
                done_to=period.end,
            ),
        ),
        notables=tuple(_notable(one) for one in held.order_by("held_on", "pk")),
    )


def _notable(inspection: Inspection) -> Notable:
    return Notable(
        f"inspection.{inspection.kind}",
        f"{inspection.when_in_sentences}{inspection.sentence}",
        inspection.get_absolute_url(),
    )


def _by(held: InspectionQuerySet, name: str, choices: Any, period: Period) -> list[Figure]:
    """For each choice, in their order, how many there were."""
    counted = dict(held.order_by().values_list(name).annotate(Count("pk")))
    return [
        _figure(
            f"affairs.inspections.{name}.{choice.value}",
            str(choice.label),
            counted.get(choice.value, 0),
            period,
            **{name: choice.value},
        )
        for choice in choices
    ]


def _figure(key: str, label: str, value: int, period: Period, **filters: str) -> Figure:
    days = {"held_from": period.start, "held_to": period.end}
    return Figure.listed("affairs:inspection-list", key, label, value, _("次"), concluded="true", **days, **filters)
