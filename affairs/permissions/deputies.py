"""Who approves in somebody's place."""

from typing import Any

import rules
from django.utils import timezone

from affairs.enums import Sphere
from unionoffice.roles import Role, User, holds

CACHE = "_spheres_stood_in_for"
"""Where the answer is kept with the user object, for the length of a request."""

MAY_STAND_IN: dict[Sphere, tuple[Role, ...]] = {
    Sphere.SCHOOL: (Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL),
    Sphere.UNION: (
        Role.SECRETARY,
        Role.ORGANISATION_OFFICER,
        Role.PUBLICITY_OFFICER,
        Role.WELFARE_OFFICER,
        Role.SPORTS_OFFICER,
        Role.WOMEN_OFFICER,
    ),
}
"""From among whom a deputy is named: the school's leaders for the school's affairs, the committee for the union's.
Nobody else is asked at every page whether they are one.
"""


def approvers_role(sphere: str) -> Role:
    """Who answers for what is disclosed of a sphere."""
    return Role.PRINCIPAL if sphere == Sphere.SCHOOL else Role.CHAIR


def spheres_stood_in_for(user: Any) -> frozenset[str]:
    """The spheres that the user approves as somebody's deputy today; asked once for each user object.

    Nobody named the imagined holder of a role, of whom `unionoffice.pages.rights` asks what a role opens.
    """
    known: frozenset[str] | None = getattr(user, CACHE, None)
    if known is None:
        named = user.deputyships.in_force(timezone.localdate()) if hasattr(user, "deputyships") else None
        known = frozenset(named.order_by().values_list("sphere", flat=True)) if named is not None else frozenset()
        setattr(user, CACHE, known)
    return known


def stands_in(sphere: Sphere) -> rules.Predicate:
    """A predicate: somebody who approves the sphere named the user as deputy, and today is within the dates."""
    named = rules.Predicate(lambda user: sphere in spheres_stood_in_for(user), name=f"deputy_{sphere}")
    return holds(*MAY_STAND_IN[sphere]) & named


answers_for_school_affairs = holds(Role.PRINCIPAL)
answers_for_union_affairs = holds(Role.CHAIR)
"""In their own right: a deputy approves, and has none of the other rights."""

approves_school_affairs = answers_for_school_affairs | stands_in(Sphere.SCHOOL)
approves_union_affairs = answers_for_union_affairs | stands_in(Sphere.UNION)

names_deputies = answers_for_school_affairs | answers_for_union_affairs


def spheres_answered_for(user: User) -> list[Sphere]:
    """Whose approval is the user's own."""
    own = {Sphere.SCHOOL: answers_for_school_affairs, Sphere.UNION: answers_for_union_affairs}
    return [sphere for sphere, answers in own.items() if answers.test(user)]


def spheres_approved_by(user: User) -> list[Sphere]:
    """What the user approves today, in their own right or as a deputy."""
    approves = {Sphere.SCHOOL: approves_school_affairs, Sphere.UNION: approves_union_affairs}
    return [sphere for sphere, may in approves.items() if may.test(user)]


@rules.predicate
def gave_it(user: User, deputyship: Any) -> bool:
    """Who named the deputy."""
    return deputyship.named_by_id == user.pk


@rules.predicate
def is_not_over(_user: User, deputyship: Any) -> bool:
    """It holds today, or will."""
    return deputyship.ended_on is None and deputyship.to_on >= timezone.localdate()


may_end_deputyship = names_deputies & gave_it & is_not_over
opens_deputyships = holds(Role.SECRETARY, Role.PUBLICITY_OFFICER) | approves_school_affairs | approves_union_affairs
"""Who hands texts in knows who approves them this week."""
