"""Who has a vote in a congress, or in a constituency: beside the models, since rolls of attendance ask them."""

from datetime import date

from django.db.models import QuerySet

from congress.enums import Assembly, Body
from congress.models.constituencies import Constituency
from congress.models.delegates import Delegate
from congress.models.terms import Term
from members.models import DepartmentPlace, GroupPlace, Member
from members.models.units import LEVELS


def electors(body: Body, on: date) -> QuerySet[Member]:
    """All who work here on contract, or all members of the union: those whom the congress of a body stands for.

    Retained members and temporary staff aren't among them.
    """
    return Member.objects.counted_in_rate_on(on) if body == Body.STAFF else Member.objects.union_members_on(on)


def voters_of(term: Term, on: date) -> QuerySet[Member]:
    """Everybody who has a vote in a term's congress on a day: delegates, or all electors where everybody meets."""
    if term.assembly == Assembly.EVERYBODY:
        return electors(Body(term.body), on)
    voting = Delegate.objects.voting_on(on).filter(term=term)
    return Member.objects.filter(pk__in=voting.values("member"))


def electors_of(constituency: Constituency | None, term: Term, on: date) -> QuerySet[Member]:
    """Those who elect in a constituency on a day; in one of all, everybody."""
    everybody = electors(Body(term.body), on)
    if constituency is None:
        return everybody
    beside = list(term.constituencies.prefetch_related("groups", "departments"))
    where = constituencies_by_elector(beside, term, on)
    return everybody.filter(pk__in=[member for member, keys in where.items() if constituency.pk in keys])


def constituencies_by_elector(constituencies: list[Constituency], term: Term, on: date) -> dict[int, set[int]]:
    """For every elector the constituencies of which they are: of a group or one below it, or of a department."""
    of_group = {group.pk: one.pk for one in constituencies for group in one.groups.all()}
    of_department = {department.pk: one.pk for one in constituencies for department in one.departments.all()}
    found: dict[int, set[int]] = {key: set() for key in electors(Body(term.body), on).values_list("pk", flat=True)}
    above = [f"group{'__parent' * depth}" for depth in range(LEVELS)]
    for member, *groups in GroupPlace.objects.held_on(on).values_list("member", *above):
        if member in found:
            # The nearest group that is named decides: a part may be a constituency of its own.
            found[member] |= set([of_group[group] for group in groups if group in of_group][:1])
    places = DepartmentPlace.objects.held_on(on).filter(department__in=of_department, is_main=True)
    for member, department in places.values_list("member", "department"):
        if member in found:
            found[member].add(of_department[department])
    return found
