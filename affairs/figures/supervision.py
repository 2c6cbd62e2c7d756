"""What can be counted of supervision."""

from decimal import Decimal

from django.db.models import Count
from django.utils.translation import gettext as _

from affairs.enums import SupervisionKind, SupervisionStatus
from affairs.models import Supervision, SupervisionQuerySet
from affairs.selectors import supervision_in
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure, Notable
from unionoffice.money import cents
from unionoffice.periods import Period


def supervision_figures(period: Period, scope: Scope) -> FigureSet:
    """At what the union's people looked in the period, of how many kinds, how many people took part, about how much
    money it was, and what had to be put right.

    What is known by term or year only counts where all of it lies in the period. It is the union's as a whole: a
    group has none of its own.
    """
    if not scope.is_whole:
        return FigureSet()
    held = supervision_in(period.start, period.end)
    return FigureSet(
        figures=(
            _figure("affairs.supervision", _("民主监督"), held.count(), _("次"), period),
            _figure("affairs.supervision.kinds", _("监督类别"), held.kinds(), _("类"), period),
            _figure(
                "affairs.supervision.people",
                _("参加监督的人员"),
                held.people(),
                _("人"),
                period,
                measure=Measure.PEOPLE,
            ),
            _figure(
                "affairs.supervision.money",
                _("监督涉及的金额"),
                cents(held.money()),
                _("元"),
                period,
                measure=Measure.SUM,
            ),
            *_followed_up(held, period),
            *_by_kind(held, period),
        ),
        notables=tuple(_notable(one) for one in held.order_by("held_on", "pk")),
    )


def _followed_up(held: SupervisionQuerySet, period: Period) -> list[Figure]:
    """After what something had to be put right, and where it was."""
    key, unit, done = "affairs.supervision.demands", _("次"), SupervisionStatus.CLOSED.value
    asked, met = held.followed_up(), held.followed_up().filter(status=done)
    return [
        _figure(key, _("提出整改的监督"), asked.count(), unit, period, followed_up="true"),
        _figure(f"{key}.done", _("完成整改的监督"), met.count(), unit, period, followed_up="true", status=done),
    ]


def _by_kind(held: SupervisionQuerySet, period: Period) -> list[Figure]:
    counted = dict(held.order_by().values_list("kind").annotate(Count("pk")))
    return [
        _figure(
            f"affairs.supervision.kind.{kind.value}",
            str(kind.label),
            counted.get(kind.value, 0),
            _("次"),
            period,
            kind=kind.value,
        )
        for kind in SupervisionKind
    ]


def _notable(supervision: Supervision) -> Notable:
    """When it was, what it was about, and how people took part; never what they found."""
    text = _("%(when)s%(part)s“%(title)s”") % {
        "when": supervision.when_in_sentences,
        "part": supervision.get_part_display(),
        "title": supervision.title,
    }
    return Notable(f"supervision.{supervision.kind}", text, supervision.get_absolute_url())


def _figure(
    key: str,
    label: str,
    value: int | Decimal,
    unit: str,
    period: Period,
    *,
    measure: Measure = Measure.COUNT,
    **filters: str,
) -> Figure:
    days = {"held_from": period.start, "held_to": period.end}
    return Figure.listed("affairs:supervision-list", key, label, value, unit, measure, **days, **filters)
