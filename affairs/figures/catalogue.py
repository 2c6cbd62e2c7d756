"""What can be counted of the catalogue, the channels and the checks of the board."""

from collections import Counter
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from affairs.enums import DECIDED, ChannelKind
from affairs.models import BoardCheck, CatalogueDuty, CatalogueEdition, CatalogueItem, Channel, CheckIssue, Posting
from affairs.selectors import Obligation, counted, obligations, on_time_rate
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable
from unionoffice.periods import Period


def catalogue_figures(period: Period, scope: Scope) -> FigureSet:
    """The catalogue in force at the period's end, whether it was kept, and where and how the board was looked after.

    Whether it was kept is reckoned as it stands today: what isn't due yet is neither in time nor late. The board is
    the whole school's: a group has none of its own.
    """
    if not scope.is_whole:
        return FigureSet()
    figures = (*_catalogue(period), *_coverage(period), *_channels(period), *_checks(period))
    return FigureSet(figures=figures, notables=_editions(period))


def _catalogue(period: Period) -> list[Figure]:
    items = CatalogueItem.objects.listed_on(period.end)
    categories = items.order_by().values("category").distinct().count()
    counts = (
        ("affairs.catalogue.items", _("公开目录"), items.count(), _("项")),
        ("affairs.catalogue.categories", _("目录类别"), categories, _("类")),
    )
    return [
        Figure.listed("affairs:item-list", key, label, value, unit, listed_on=period.end)
        for key, label, value, unit in counts
    ]


def _coverage(period: Period) -> list[Figure]:
    due = obligations(CatalogueDuty.objects.all(), period.start, period.end, on=timezone.localdate())
    counts = counted(due)
    kept = [
        Figure.listed(
            "affairs:coverage",
            f"affairs.coverage.{status.value}",
            str(status.label),
            counts[status],
            _("项次"),
            period=period.code,
            status=status.value,
        )
        for status in DECIDED
    ]
    return [*kept, _rate(period, due)]


def _rate(period: Period, due: list[Obligation]) -> Figure:
    rate = on_time_rate(counted(due)) or Decimal(0)
    return Figure.listed(
        "affairs:coverage", "affairs.coverage.rate", _("按期公开率"), rate, "%", Measure.RATIO, period=period.code
    )


def _channels(period: Period) -> list[Figure]:
    """What was in use at some time in the period, and what was posted in it."""
    kinds = Counter(Channel.objects.used_between(period.start, period.end).values_list("kind", flat=True))
    days = {"used_from": period.start, "used_to": period.end}
    key = "affairs.channels"
    page, unit = "affairs:channel-list", _("处")
    total = Figure.listed(page, key, _("公开渠道"), kinds.total(), unit, **days)
    by_kind = [
        Figure.listed(page, f"{key}.{kind.value}", str(kind.label), kinds[kind.value], unit, kind=kind.value, **days)
        for kind in ChannelKind
    ]
    posted = Posting.objects.put_up_between(period.start, period.end).count()
    up = {"up_from": period.start, "up_to": period.end}
    return [
        total,
        *by_kind,
        Figure.listed("affairs:posting-list", "affairs.postings", _("张贴"), posted, _("份"), **up),
    ]


def _checks(period: Period) -> list[Figure]:
    checks = BoardCheck.objects.held_between(period.start, period.end)
    issues = CheckIssue.objects.filter(check_held__in=checks.order_by().values("pk"))
    counts: tuple[tuple[str, str, int, str, str, dict[str, str]], ...] = (
        ("affairs.checks", _("监督小组检查"), checks.count(), _("次"), "affairs:check-list", {}),
        ("affairs.checks.issues", _("整改事项"), issues.count(), _("件"), "affairs:issue-list", {}),
        (
            "affairs.checks.done",
            _("完成整改"),
            issues.exclude(done_on=None).count(),
            _("件"),
            "affairs:issue-list",
            {"state": "done"},
        ),
    )
    days = {"held_from": period.start, "held_to": period.end}
    return [
        Figure.listed(page, key, label, value, unit, **days, **filters)
        for key, label, value, unit, page, filters in counts
    ]


def _editions(period: Period) -> tuple[Notable, ...]:
    """Editions issued in the period, in order."""
    issued = CatalogueEdition.objects.filter(issued_on__range=(period.start, period.end)).order_by("number")
    return tuple(
        Notable(
            "affairs.edition",
            _("%(day)s发布《%(title)s》") % {"day": in_short(edition.issued_on), "title": edition},
            edition.get_absolute_url(),
        )
        for edition in issued
    )
