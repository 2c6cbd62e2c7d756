"""Reads of the board that span several tables."""

from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet

from affairs import permissions
from affairs.enums import ON_BOARD, WRITABLE, Category, DisclosureStatus, Sphere
from affairs.models import CatalogueItem, Disclosure, DisclosureQuerySet
from members.models import Account, RoleGrant


def approvers(sphere: str, on: date) -> QuerySet[Account]:
    """Who approves what is disclosed of a sphere."""
    grants = RoleGrant.objects.held_on(on).filter(role=permissions.approvers_role(sphere))
    return Account.objects.filter(grants__in=grants, is_active=True).distinct().order_by("pk")


def items_to_write_on(user: Any) -> QuerySet[CatalogueItem]:
    """The part of the catalogue that the user may draft from: a department head the department's own."""
    items = CatalogueItem.objects.in_use()
    if permissions.keeps_board.test(user):
        return items
    return items.filter(department__head__isnull=False, department__head=user.member_id)


def waiting_for_approval(user: Any) -> QuerySet[Disclosure]:
    """What waits for this approver, the oldest first; not what they wrote or handed in themselves."""
    spheres = [
        sphere
        for sphere, answers in (
            (Sphere.SCHOOL, permissions.approves_school_affairs),
            (Sphere.UNION, permissions.approves_union_affairs),
        )
        if answers.test(user)
    ]
    waiting = Disclosure.objects.filter(status=DisclosureStatus.SUBMITTED, sphere__in=spheres)
    return (
        waiting.exclude(drafted_by=user)
        .exclude(submitted_by=user)
        .select_related("item__department", "drafted_by", "corrects")
        .order_by("submitted_on", "pk")
    )


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
        .defer("body")
        .order_by("-status", "drafted_on", "pk")
    )


def posts_within(user: Any, start: date, end: date) -> QuerySet[Disclosure]:
    """What is to go up (`goes_up`) or come down (`comes_down`) within some days, both included."""
    goes_up = Q(status=DisclosureStatus.APPROVED, publish_on__range=(start, end))
    comes_down = Q(status=DisclosureStatus.PUBLISHED, posted_until__range=(start, end))
    rows = Disclosure.objects.visible_to(user).filter(goes_up | comes_down).defer("body")
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


def category_counts(board: QuerySet[Disclosure]) -> list[tuple[Category, int]]:
    """The categories in which the board has something, in the order of the catalogue."""
    counted = dict(board.order_by().values_list("category").annotate(Count("pk")))
    return [(category, counted[category]) for category in Category if category in counted]


def published_in(start: date, end: date) -> DisclosureQuerySet:
    """What came onto the board within some days, each version for itself."""
    return Disclosure.objects.published_between(start, end)


def open_correction(disclosure: Disclosure) -> Disclosure | None:
    """The correction that somebody is at work on."""
    return disclosure.later_versions.filter(~Q(status=DisclosureStatus.DISCARDED)).first()
