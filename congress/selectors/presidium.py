"""Reads of the presidium and the working groups of sessions."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from congress.enums import GroupKind
from congress.models import GroupSeat, PresidiumMember, Session
from congress.models.voters import voters_of
from members.enums import PostCategory
from members.models import Member


def teachers_among(people: Iterable[Member]) -> int:
    """How many of some people are teachers by their post."""
    return sum(person.post_category == PostCategory.TEACHER for person in people)


def teachers_are_most(seats: Iterable[PresidiumMember]) -> bool:
    """Whether more than half of a presidium are teachers (学校教职工代表大会规定, on the presidium)."""
    people = [seat.member for seat in seats]
    return 2 * teachers_among(people) > len(people)


def may_sit_in_presidium(session: Session) -> QuerySet[Member]:
    """From among whom a presidium is chosen: those with a vote on the session's first day, by pinyin."""
    return voters_of(session.term, session.starts_on).order_by("pinyin", "pk")


def reviewers_on(on: date) -> QuerySet[Member]:
    """Who sits in the group that reviews proposals on a day."""
    return Member.objects.filter(pk__in=GroupSeat.objects.reviewing_on(on).values("member"))


def sitting_in(session: Session, kind: GroupKind) -> QuerySet[GroupSeat]:
    """Who sits in a session's working group of a kind, without those who left it."""
    return GroupSeat.objects.filter(group__session=session, group__kind=kind, to_on=None).select_related("member")
