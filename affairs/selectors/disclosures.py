"""Reads of the board that span several tables."""

from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from affairs import permissions
from affairs.enums import ON_BOARD, WRITABLE, DisclosureStatus
from affairs.models import CatalogueItem, Disclosure, DisclosureQuerySet


def items_to_write_on(user: Any) -> QuerySet[CatalogueItem]:
    """The part of the catalogue that the user may draft from: a department head the department's own."""
    items = CatalogueItem.objects.in_use()
    if permissions.keeps_board.test(user):
        return items
    return items.filter(department__head__isnull=False, department__head=user.member_id)


def handed_in() -> DisclosureQuerySet:
    """What waits for an answer, whoever gives it."""
    return Disclosure.objects.filter(status=DisclosureStatus.SUBMITTED)


def due_for_publication(on: date) -> QuerySet[Disclosure]:
    """Approved, and the day that was set has come."""
    return Disclosure.objects.filter(status=DisclosureStatus.APPROVED, publish_on__lte=on).order_by(
        "publish_on", "pk"
    )


def due_to_come_down(on: date) -> QuerySet[Disclosure]:
    """On the board past their last day; earlier versions come down with the one that replaced them."""
    return Disclosure.objects.filter(status=DisclosureStatus.PUBLISHED, posted_until__lt=on).order_by("pk")


def unfinished_by(user: Any) -> QuerySet[Disclosure]:
    """Drafts of this writer and what came back to them, what came back first."""
    return (
        Disclosure.objects.filter(drafted_by=user, status__in=WRITABLE)
        .without_text()
        .order_by("-status", "drafted_on", "pk")
    )


def posts_within(user: Any, start: date, end: date) -> QuerySet[Disclosure]:
    """What is to go up (`goes_up`) or come down (`comes_down`) within some days, both included."""
    goes_up = Q(status=DisclosureStatus.APPROVED, publish_on__range=(start, end))
    comes_down = Q(status=DisclosureStatus.PUBLISHED, posted_until__range=(start, end))
    rows = Disclosure.objects.visible_to(user).filter(goes_up | comes_down).without_text()
    return rows.annotate(goes_up=_whether(goes_up), comes_down=_whether(comes_down)).order_by("pk")


def _whether(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def versions_on_board(disclosure: Disclosure) -> QuerySet[Disclosure]:
    """All versions under one number that hang on the board, the newest first."""
    return Disclosure.objects.filter(
        sphere=disclosure.sphere, year=disclosure.year, number=disclosure.number, status__in=ON_BOARD
    ).order_by("-edition")


def board_of(user: Any) -> QuerySet[Disclosure]:
    """What the board lists for this reader: each matter in its newest version, the newest matter first."""
    rows = Disclosure.objects.readable_by(user).current()
    return rows.select_related("item__department").order_by("-published_on", "-pk")


def published_in(start: date, end: date) -> DisclosureQuerySet:
    """What came onto the board within some days, each version for itself."""
    return Disclosure.objects.published_between(start, end)


def open_correction(disclosure: Disclosure) -> Disclosure | None:
    """The correction that somebody is at work on."""
    return disclosure.later_versions.filter(~Q(status=DisclosureStatus.DISCARDED)).first()
