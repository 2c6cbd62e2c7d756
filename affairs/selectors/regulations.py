"""Reads of regulations that span their versions."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from affairs.enums import ENACTED, RegulationKind, VersionStatus
from affairs.models import Regulation, RegulationVersion


def versions_of_regulation(regulation: Regulation, user: Any) -> QuerySet[RegulationVersion]:
    """All versions that this user may see, the latest first."""
    rows = RegulationVersion.objects.visible_to(user).filter(regulation=regulation)
    return rows.select_related("regulation__department", "drafted_by").order_by("-number")


def version_before(version: RegulationVersion) -> RegulationVersion | None:
    """What was in force before it, or for a draft what holds or held last; None for the first of a regulation."""
    earlier = RegulationVersion.objects.enacted().filter(regulation=version.regulation_id).exclude(pk=version.pk)
    if version.from_on is not None:
        earlier = earlier.filter(from_on__lt=version.from_on)
    return earlier.order_by("-from_on").first()


def latest_version(regulation: Regulation) -> RegulationVersion | None:
    """The version from which a new one begins: the one under way, else the one enacted last."""
    rows = RegulationVersion.objects.filter(regulation=regulation)
    usable = rows.exclude(status__in=[VersionStatus.DISCARDED, VersionStatus.REPLACED])
    return usable.order_by("-number").first()


def collection(on: date, *, kind: str = "") -> list[RegulationVersion]:
    """All versions in force on a day, by kind and title: what a 制度汇编 holds."""
    rows = RegulationVersion.objects.in_force_on(on).select_related("regulation__department")
    if kind:
        rows = rows.filter(regulation__kind=kind)
    order = list(RegulationKind)
    return sorted(rows, key=lambda row: (order.index(RegulationKind(row.regulation.kind)), row.title, row.pk))


def drafts_waiting(user: Any) -> QuerySet[RegulationVersion]:
    """This writer's drafts that nothing was done with yet."""
    return (
        RegulationVersion.objects.filter(drafted_by=user, status=VersionStatus.DRAFT)
        .defer("text")
        .order_by("drafted_on", "pk")
    )


def versions_beginning_within(start: date, end: date) -> QuerySet[RegulationVersion]:
    """What takes effect or ceases within some days, both included."""
    begins_or_ends = Q(from_on__range=(start, end)) | Q(abolished_on__range=(start, end))
    return (
        RegulationVersion.objects.filter(begins_or_ends, status__in=ENACTED).defer("text").order_by("from_on", "pk")
    )
