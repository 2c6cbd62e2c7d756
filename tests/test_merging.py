"""No area can be forgotten when records are merged: what points at a person is walked, and so is what can clash."""

import pytest
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from congress.enums import ProposalStatus
from members.models import DistinctPair, Handover, Member, Portrait, Tag
from members.selectors import foreseen
from tests.activities import clashes as activities
from tests.activities.factories import ActivityFactory, SignUpFactory
from tests.affairs import catalogue, letters, meetings, oversight, public_notices, regulations, surveys
from tests.affairs import clashes as affairs
from tests.conftest import TODAY
from tests.congress import clashes as congress
from tests.congress import elections, preparation, sittings
from tests.congress.agenda import ItemFactory, ItemOpinionFactory
from tests.congress.factories import DelegateFactory, ProposalFactory, RatingFactory
from tests.congress.suggestions import SuggestionFactory
from tests.members import merging as members
from tests.members.factories import (
    AccountFactory,
    AttendanceFactory,
    CommitteeTermFactory,
    DepartmentFactory,
    DepartmentPlaceFactory,
    GatheringFactory,
    GroupPlaceFactory,
    MemberFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
    UnionGroupFactory,
)
from tests.members.merging import make_child, merge
from tests.unionoffice.attachments.factories import AttachmentFactory
from tests.welfare.factories import VisitFactory
from unionoffice.merging import hanging_on, links_to
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.sources import SourceRef

CLASHES = members.CLASHES | affairs.CLASHES | congress.CLASHES | activities.CLASHES

HARMLESS = {
    "nameless_place_has_answered": "asks whether a place on a survey's roll has a name, whoever's",
    "mailbox_of_a_role_or_a_person": "asks whether a mailbox is one person's, whoever that is",
    "opinion_tells_whose_it_is_as_its_voice_says": "asks whether an opinion is signed, whoever signed it",
    "opinion_of_one_side": "asks whether an opinion names a person or a group, whoever that is",
    "task_is_somebodys": "asks whether a task is a person's or a department's, whoever that is",
    "item_opinion_of_one_side": "asks whether an opinion is a person's or a delegation's, whoever that is",
    "priority_has_supervisor": "asks whether a leader sees to a proposal, whoever that is",
    "delegation_has_a_speaker": "asks whether somebody speaks for a delegation, whoever that is",
    "asked_while_offered": "asks whether somebody was asked to take a proposal up, whoever that is",
    "numbered_when_filed": "asks whether a proposal has a proposer, whoever that is",
}
"""Constraints that name a person and can't break when one takes the place of another."""

LINKS = [link for link in links_to(Member) if link.field is not None]


def names_in(condition) -> set[str]:
    """The fields that a constraint speaks of, on either side."""
    if condition is None:
        return set()
    if isinstance(condition, F):
        return {condition.name}
    if isinstance(condition, Q):
        return set().union(*(names_in(child) for child in condition.children))
    name, value = condition
    return {name.split("__")[0]} | (names_in(value) if isinstance(value, F) else set())


def breakable(link) -> set[str]:
    """What may not hold any more once rows of two people are one's."""
    meta, field = link.model._meta, link.field
    assert meta.unique_together == ()
    broken = {f"{meta.label}.{field.name}"} if field.unique else set()
    for constraint in meta.constraints:
        spoken_of = names_in(getattr(constraint, "condition", None))
        if isinstance(constraint, UniqueConstraint):
            spoken_of |= set(constraint.fields)
        assert isinstance(constraint, UniqueConstraint | CheckConstraint)
        broken |= {constraint.name} if field.name in spoken_of else set()
    return broken


def test_every_constraint_on_people_has_its_clash_or_is_declared_harmless():
    assert set().union(*map(breakable, LINKS)) == set(CLASHES) | set(HARMLESS)


def test_a_constraint_that_names_a_person_on_either_side_is_seen():
    assert names_in(Q(a=1) | ~Q(b__isnull=True, c=F("d")) & Q(e__gt=F("f"))) == {"a", "b", "c", "d", "e", "f"}


def test_links_of_every_kind_are_walked():
    walked = {(link.model._meta.label, link.name) for link in links_to(Member)}
    assert walked >= {
        ("members.Account", "member"),
        ("members.SignOffLine", "taken_by"),
        ("members.Department", "head"),
        ("welfare.Visit", "member"),
        ("unionoffice.Attachment", "source_key"),
    }


SAYS_THE_SAME = {
    "delegate_once_at_a_time",
    "tag_once_at_a_time",
    "department_head_once",
    "group_leader_once",
    "one_finding_a_pair",
    "pair_in_order",
}
"""Two rows of which nothing is lost when they are one: there is nothing to tell."""


@pytest.mark.django_db
@pytest.mark.parametrize("name", CLASHES)
class TestClash:
    def test_is_settled_or_refused_before_the_constraint_breaks(self, name):
        clash, kept, dropped = CLASHES[name], MemberFactory(), MemberFactory()
        clash.build(kept, dropped)
        if clash.is_refused:
            with pytest.raises(Refused):
                merge(kept, dropped)
        else:
            merge(kept, dropped)
            assert list(hanging_on(Member(pk=dropped.pk))) == []
        if clash.model is not None:
            assert clash.model.objects.count() == clash.rows

    def test_is_told_before_anybody_decides(self, name, secretary):
        clash, kept, dropped = CLASHES[name], MemberFactory(), MemberFactory()
        before = told(kept, dropped, secretary)
        clash.build(kept, dropped)
        news = [one for one in told(kept, dropped, secretary) if one not in before]
        assert any(one.forbids for one in news) == clash.is_refused
        assert (news == []) == (name in SAYS_THE_SAME)


def told(kept, dropped, by):
    return foreseen(*(Member.objects.get(pk=member.pk) for member in (kept, dropped)), by=by)


def answered():
    return ProposalFactory(status=ProposalStatus.ANSWERED)


def gathering(source):
    return GatheringFactory(source=SourceRef.to(source))


def sheet(source):
    return SignOffSheetFactory(source=SourceRef.to(source))


def found_distinct(one, other):
    low, high = sorted((one, other), key=lambda member: member.pk)
    return DistinctPair.objects.create(low=low, high=high, found_on=TODAY)


def handed_over(**people):
    return Handover.objects.create(role=Role.CASHIER, on=TODAY, **people)


TODAY_AT_NOON = "2026-11-22T12:00+08:00"

ROWS = {
    **catalogue.LINKS,
    **letters.LINKS,
    **meetings.LINKS,
    **oversight.LINKS,
    **public_notices.LINKS,
    **regulations.LINKS,
    **surveys.LINKS,
    **sittings.LINKS,
    **elections.LINKS,
    ("activities.Activity", "leader"): lambda one: ActivityFactory(leader=one),
    ("activities.SignUp", "member"): lambda one: SignUpFactory(member=one),
    ("congress.AgendaItem", "presenter"): lambda one: ItemFactory(presenter=one),
    ("congress.Delegate", "member"): lambda one: DelegateFactory(member=one),
    ("congress.ItemOpinion", "member"): lambda one: ItemOpinionFactory(member=one),
    **preparation.LINKS,
    ("congress.Acknowledgement", "member"): lambda one: ProposalFactory(
        status=ProposalStatus.CLOSED
    ).acknowledgements.create(member=one, told_on=TODAY, is_done=True, given_on=TODAY),
    ("congress.Proposal", "supervisor"): lambda one: ProposalFactory(supervisor=one, priority_on=TODAY),
    ("congress.Proposal", "asked"): lambda one: ProposalFactory(asked=one, status=ProposalStatus.OFFERED),
    ("congress.Proposal", "originator"): lambda one: ProposalFactory(originator=one),
    ("congress.Proposal", "proposer"): lambda one: ProposalFactory(proposer=one, status=ProposalStatus.SECONDING),
    ("congress.Rating", "member"): lambda one: RatingFactory(member=one, answer=answered().answers.get()),
    ("congress.Seconding", "member"): lambda one: answered().secondings.create(member=one),
    ("congress.TakeUpRefusal", "member"): lambda one: ProposalFactory().refusals.create(member=one, refused_on=TODAY),
    ("congress.Suggestion", "author"): lambda one: SuggestionFactory(author=one),
    ("members.Account", "member"): lambda one: AccountFactory(member=one),
    ("members.Attendance", "member"): lambda one: AttendanceFactory(member=one, gathering=gathering(MemberFactory())),
    ("members.Child", "member"): make_child,
    ("members.CorrectionRequest", "member"): lambda one: one.corrections.create(field="title", requested_on=TODAY),
    ("members.Department", "head"): lambda one: DepartmentFactory(head=one),
    ("members.DepartmentHead", "member"): lambda one: one.headed_departments.create(unit=DepartmentFactory()),
    ("members.DepartmentPlace", "member"): lambda one: DepartmentPlaceFactory(member=one),
    ("members.DistinctPair", "high"): lambda one: found_distinct(Member.objects.earliest("pk"), one),
    ("members.DistinctPair", "low"): lambda one: found_distinct(MemberFactory(), one),
    ("members.Gathering", "source_key"): gathering,
    ("members.GroupLeader", "member"): lambda one: one.led_groups.create(unit=UnionGroupFactory()),
    ("members.GroupPlace", "member"): lambda one: GroupPlaceFactory(member=one),
    ("members.Handover", "giver"): lambda one: handed_over(giver=one, taker=MemberFactory()),
    ("members.Handover", "supervised_by"): lambda one: handed_over(
        giver=MemberFactory(), taker=MemberFactory(), supervised_by=one
    ),
    ("members.Handover", "taker"): lambda one: handed_over(giver=MemberFactory(), taker=one),
    ("members.JoinApplication", "member"): lambda one: one.join_applications.create(applied_on=TODAY),
    ("members.MergedMember", "kept"): lambda one: merge(one, MemberFactory()),
    ("members.OfficeHolding", "member"): lambda one: one.offices.create(term=CommitteeTermFactory(), from_on=TODAY),
    ("members.Portrait", "member"): lambda one: Portrait.objects.create(member=one, image=b"", digest=""),
    ("members.SignOffLine", "member"): lambda one: SignOffLineFactory(member=one, sheet=sheet(MemberFactory())),
    ("members.SignOffLine", "taken_by"): lambda one: SignOffLineFactory(
        sheet=sheet(MemberFactory()),
        taken_by=one,
        way="proxy",
        signed_at=TODAY_AT_NOON,
        recorded_by=AccountFactory(),
    ),
    ("members.SignOffSheet", "source_key"): sheet,
    ("members.StatusChange", "member"): lambda one: one.status_changes.get(),
    ("members.TagPlace", "member"): lambda one: one.tag_places.create(tag=Tag.objects.create(name="合唱队")),
    ("members.UnionGroup", "leader"): lambda one: UnionGroupFactory(leader=one),
    ("unionoffice.Attachment", "source_key"): lambda one: AttachmentFactory(source=SourceRef.to(one)),
    ("welfare.Visit", "member"): lambda one: VisitFactory(member=one),
}
"""A row that points at somebody, for every way in which rows can."""

NEVER_OF_A_PERSON = {
    ("affairs.Disclosure", "source_key"),
    ("affairs.RegulationVersion", "source_key"),
    ("finance.Entry", "source_key"),
}
"""Whose sources are papers, items of a congress and payments."""


@pytest.mark.django_db
class TestEverythingOfSomebody:
    def test_every_link_has_a_row_in_this_test(self):
        assert {(link.model._meta.label, link.name) for link in links_to(Member)} == set(ROWS) | NEVER_OF_A_PERSON

    def test_goes_to_the_kept_record_and_nothing_is_lost(self):
        _elder, kept, dropped = MemberFactory.create_batch(3)
        for make in ROWS.values():
            make(dropped)
        before = {link: set(link.rows(dropped).values_list("pk", flat=True)) for link in links_to(Member)}
        empty = {(link.model._meta.label, link.name) for link in before if not before[link]}
        assert empty == NEVER_OF_A_PERSON
        status_of_kept = kept.status_changes.get()
        merge(kept, dropped)
        gone = Member(pk=dropped.pk)
        assert [link for link in links_to(Member) if link.rows(gone).exists()] == []
        after = {link: set(link.rows(kept).values_list("pk", flat=True)) for link in links_to(Member)}
        lost = {link.model._meta.label for link in before if not before[link] <= after[link]}
        assert lost == {"members.StatusChange"}
        assert list(kept.status_changes.all()) == [status_of_kept]
