"""Who approves, and who stands in for them."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from affairs import permissions
from affairs.models import Deputyship
from members.models import Account, RoleGrant
from unionoffice.rules import rule


def approvers(sphere: str, on: date) -> QuerySet[Account]:
    """Who approves what is disclosed of a sphere, deputies included."""
    grants = RoleGrant.objects.held_on(on).filter(role=permissions.approvers_role(sphere))
    deputyships = Deputyship.objects.in_force(on).filter(sphere=sphere)
    either = Q(grants__in=grants) | Q(pk__in=deputyships.order_by().values("deputy"))
    return Account.objects.filter(either, is_active=True).distinct().order_by("pk")


def second_role_of(sphere: str, on: date) -> str:
    """The role that has to agree to a disclosure of a sphere too; empty where the school set none."""
    role = rule(f"affairs.second_approver.{sphere}", on=on)
    return "" if role == permissions.NO_SECOND else str(role)


def deputyship_of(account: Any, sphere: str, on: date) -> Deputyship | None:
    """In whose place somebody approves a sphere; None for who approves it in their own right."""
    if sphere in permissions.spheres_answered_for(account):
        return None
    standing = Deputyship.objects.in_force(on).filter(deputy=account, sphere=sphere)
    return standing.select_related("named_by").order_by("pk").first()


def may_be_deputy(sphere: str, on: date) -> QuerySet[Account]:
    """Those from among whom a deputy is named, by name."""
    roles = permissions.MAY_STAND_IN[sphere]  # type: ignore[index]  # a TextChoices is its value
    grants = RoleGrant.objects.held_on(on).filter(role__in=roles)
    answering = RoleGrant.objects.held_on(on).filter(role=permissions.approvers_role(sphere))
    people = Account.objects.filter(grants__in=grants, is_active=True).exclude(grants__in=answering)
    return people.distinct().order_by("name", "pk")


def deputyships_seen_by(user: Any) -> QuerySet[Deputyship]:
    """Those that the user may know of, the latest first."""
    return Deputyship.objects.visible_to(user).select_related("named_by", "deputy")
