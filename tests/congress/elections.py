"""Constituencies, delegations and elections for tests."""

import factory

from congress import services
from congress.enums import ElectionMethod, Stage
from congress.models import Constituency, DelegateElection, Delegation
from tests.conftest import TODAY
from tests.congress.factories import TermFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory


class ConstituencyFactory(factory.django.DjangoModelFactory):
    """A constituency of the ninth term, with two seats; whom it covers is named by `groups`."""

    class Meta:
        model = Constituency
        skip_postgeneration_save = True

    term = factory.SubFactory(TermFactory)
    name = factory.Sequence(lambda n: f"第{n + 1}选区")
    seats = 2

    @factory.post_generation
    def groups(self, create, extracted, **_kwargs):
        """The union groups whose people elect in it."""
        if create and extracted:
            self.groups.set(extracted)


class DelegationFactory(factory.django.DjangoModelFactory):
    """A delegation of the ninth term."""

    class Meta:
        model = Delegation

    term = factory.SubFactory(TermFactory)
    name = factory.Sequence(lambda n: f"第{n + 1}代表团")


class ElectionFactory(factory.django.DjangoModelFactory):
    """A direct election of two delegates that has begun."""

    class Meta:
        model = DelegateElection

    constituency = factory.SubFactory(ConstituencyFactory)
    term = factory.SelfAttribute("constituency.term")
    seats = 2


LINKS = {
    ("congress.Candidacy", "member"): lambda one: (
        ElectionFactory().rounds.create(number=1, stage=Stage.NAMING, held_on=TODAY).names.create(member=one)
    ),
    ("congress.Delegation", "head"): lambda one: DelegationFactory(head=one, name="青年代表团"),
}
"""A maker for each link to a person, for the test of merging."""


def constituency_of(count, **fields):
    """A constituency of so many people of one group, and these people."""
    group = UnionGroupFactory()
    people = [GroupPlaceFactory(group=group, member=MemberFactory(name=f"教师{n}")).member for n in range(count)]
    return ConstituencyFactory(groups=[group], **fields), people


def candidates_settled(by, count=3, people=10, **fields):
    """A direct election in which so many of the people stand, and those who stand."""
    constituency, known = constituency_of(people)
    election = ElectionFactory(constituency=constituency, method=ElectionMethod.DIRECT, **fields)
    standing = known[:count]
    services.record_names(election, standing, held_on=TODAY, notes="", by=by, on=TODAY)
    return election, standing


def counted(due=10, present=10, **changes):
    """The counts of a ballot at which nothing is wrong."""
    told = {"issued": present, "returned": present, "valid": present, "invalid": 0, **changes}
    return services.BallotCount(due=due, present=present, **told)


def vote(election, standing, votes, by, count=None, held_on=TODAY):
    """Record a ballot in which those who stand got these votes, one number each."""
    given = {member.pk: number for member, number in zip(standing, votes, strict=True)}
    return services.record_ballot(election, count or counted(), given, held_on=held_on, notes="", by=by, on=TODAY)
