"""Who sees which proposals and answers, and what the database itself holds against."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from congress.enums import GroupKind, ProposalStatus, SecondingStatus
from congress.models import Answer, GroupSeat, Proposal, Rating, Seconding, WorkingGroup
from members.models import Account
from tests.conftest import TODAY, make_actor
from tests.congress.factories import (
    AnswerFactory,
    HeadedDepartmentFactory,
    ProposalFactory,
    RatingFactory,
    SessionFactory,
)
from tests.congress.steps import delegate_of, head_of
from tests.members.factories import AccountFactory, UnionGroupFactory
from unionoffice.audit import LogEntry, trail_of
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus

CASES = {S.ACCEPTED, S.ASSIGNED, S.HANDLING, S.ANSWERED, S.SIGNED, S.FOLLOWED, S.CLOSED, S.MERGED}
ENDED = {S.TURNED, S.REFUSED, S.WITHDRAWN}


@pytest.fixture
def proposals():
    """One in each state, all by one person; what a merged one went into is left out of what is told."""
    one = AccountFactory(name="林芳", member__name="林芳")
    made = {}
    for status in ProposalStatus:
        into = {"merged_into": made[S.ACCEPTED]} if status == S.MERGED else {}
        made[status] = ProposalFactory(status=status, originator=one.member, **into)
    return one, made


def seen(user):
    return {ProposalStatus(status) for status in Proposal.objects.visible_to(user).values_list("status", flat=True)}


def test_who_sits_in_the_review_group_sees_what_waits_for_it(proposals, teacher):
    assert S.FILED not in seen(teacher)
    seat = GroupSeat.objects.create(
        group=WorkingGroup.objects.create(
            session=SessionFactory(), kind=GroupKind.PROPOSALS, set_up_on=date(2026, 11, 1)
        ),
        member=teacher.member,
        from_on=date(2026, 11, 1),
    )
    assert seen(Account.objects.get(pk=teacher.pk)) == CASES | {S.FILED}
    seat.to_on = date(2026, 11, 21)
    seat.save()
    assert seen(Account.objects.get(pk=teacher.pk)) == CASES


def test_history_with_its_names_is_for_those_who_oversee_proposals(chair, secretary, auditor, delegate):
    proposal = ProposalFactory(status=S.ACCEPTED, show_name=False)
    entries = trail_of(proposal).values("pk")
    readers = [
        user
        for user in (chair, secretary, auditor, delegate)
        if LogEntry.objects.visible_to(user).filter(pk__in=entries).exists()
    ]
    assert readers == [chair, secretary]


class TestVisibleTo:
    @pytest.mark.parametrize(
        ("viewer", "expected"),
        [
            ("chair", CASES | ENDED | {S.FILED}),
            ("secretary", CASES | ENDED | {S.FILED}),
            ("principal", CASES | {S.FILED}),
            ("delegate", CASES | {S.FILED, S.SECONDING, S.OFFERED}),
            ("teacher", CASES),
            ("treasurer", CASES),
        ],
    )
    def test_from_filing_on_for_those_who_follow_and_from_the_case_on_for_all(
        self, proposals, viewer, expected, request
    ):
        assert seen(request.getfixturevalue(viewer)) == expected

    @pytest.mark.parametrize("role", [Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL])
    def test_leaders_see_what_the_principal_sees(self, proposals, role):
        assert seen(make_actor(role, "许晓峰")) == CASES | {S.FILED}

    def test_authors_see_their_own_in_every_state(self, proposals):
        assert seen(proposals[0]) == set(ProposalStatus)

    def test_originator_sees_what_another_made_of_it(self, teacher, delegate):
        for status in (S.SECONDING, S.FILED, S.REFUSED):
            ProposalFactory(status=status, originator=teacher.member, proposer=delegate.member)
        assert seen(teacher) == {S.SECONDING, S.FILED, S.REFUSED}

    def test_stranger_and_operator_see_nothing(self, proposals):
        operator = AccountFactory(member=None, employee_no="ops", name="运维")
        assert [seen(user) for user in (AnonymousUser(), operator)] == [set(), set()]

    def test_draft_waits_for_the_delegates_of_its_unit_alone(self):
        group = UnionGroupFactory()
        own, other = delegate_of(group, "林芳"), delegate_of(UnionGroupFactory(), "王磊")
        ProposalFactory(status=S.OFFERED, unit=group)
        assert [seen(account) for account in (own, other)] == [{S.OFFERED}, set()]

    def test_no_row_comes_twice(self, principal):
        proposal = ProposalFactory(status=S.HANDLING)
        head = head_of(proposal)
        for _ in range(2):
            proposal.assistances.create(department=HeadedDepartmentFactory(head=head.member))
        assert Proposal.objects.visible_to(head).count() == 1


class TestAnswers:
    def read(self, user):
        return Answer.objects.visible_to(user).count()

    @pytest.mark.parametrize("viewer", ["chair", "secretary", "delegate", "teacher"])
    def test_unsigned_one_is_nobody_elses(self, viewer, request):
        ProposalFactory(status=S.ANSWERED)
        assert self.read(request.getfixturevalue(viewer)) == 0

    def test_unsigned_one_is_not_the_proposers(self):
        proposer = make_actor(Role.DELEGATE, "林芳")
        ProposalFactory(status=S.ANSWERED, originator=proposer.member)
        assert self.read(proposer) == 0

    def test_unsigned_one_is_the_departments_and_the_signers(self, principal):
        proposal = ProposalFactory(status=S.ANSWERED)
        leader = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        assert [self.read(account) for account in (head_of(proposal), principal, leader)] == [1, 1, 1]

    def test_returned_one_stays_the_departments_and_the_signers(self, principal, teacher):
        proposal = ProposalFactory(status=S.SIGNED)
        AnswerFactory(proposal=proposal, returned_on=TODAY, return_reason="请补充")
        assert [self.read(account) for account in (head_of(proposal), principal, teacher)] == [2, 2, 1]


class TestOthersRows:
    @pytest.mark.parametrize(("viewer", "count"), [("secretary", 1), ("delegate", 1), ("teacher", 0)])
    def test_seconders_and_ratings_are_for_those_who_know_the_names(self, viewer, count, request):
        proposal = ProposalFactory(status=S.CLOSED)
        member = AccountFactory().member
        Seconding.objects.create(proposal=proposal, member=member, status=SecondingStatus.SECONDED, answered_on=TODAY)
        RatingFactory(answer=proposal.answers.get(), member=member)
        proposal.assistances.create(department=HeadedDepartmentFactory())
        user = request.getfixturevalue(viewer)
        rows = (Seconding.objects, Rating.objects, type(proposal.assistances.get()).objects)
        assert [manager.visible_to(user).count() for manager in rows] == [count] * 3


class TestListedFor:
    @pytest.fixture
    def hidden(self):
        return ProposalFactory(status=S.HANDLING, originator__name="林芳", show_name=False)

    def name(self, user):
        return Proposal.objects.listed_for(user, TODAY).get().shown_proposer

    @pytest.mark.parametrize(("viewer", "name"), [("teacher", ""), ("delegate", "林芳"), ("secretary", "林芳")])
    def test_name_that_is_not_shown_is_for_those_who_follow_proposals(self, hidden, viewer, name, request):
        assert self.name(request.getfixturevalue(viewer)) == name

    def test_department_knows_who_asks(self, hidden):
        assert self.name(head_of(hidden)) == "林芳"

    def test_shown_name_is_for_all(self, teacher):
        ProposalFactory(status=S.HANDLING, originator__name="林芳")
        assert self.name(teacher) == "林芳"

    @pytest.mark.parametrize(
        ("status", "due_on", "late"),
        [
            (S.HANDLING, date(2026, 11, 21), True),
            (S.ANSWERED, date(2026, 11, 21), True),
            (S.HANDLING, TODAY, False),
            (S.SIGNED, date(2026, 11, 21), False),
        ],
    )
    def test_answer_is_late_the_day_after_it_was_due(self, secretary, status, due_on, late):
        proposal = ProposalFactory(status=status, due_on=due_on)
        listed = Proposal.objects.listed_for(secretary, TODAY).get()
        assert (bool(listed.is_late), proposal.is_overdue(TODAY)) == (late, late)


class TestConstraints:
    @pytest.mark.parametrize(
        ("status", "changes", "name"),
        [
            (S.FILED, {"filed_on": None}, "numbered_when_filed"),
            (S.FILED, {"proposer": None}, "numbered_when_filed"),
            (S.SECONDING, {"number": "2026-001", "filed_on": TODAY}, "filed_beyond_seconding"),
            (S.FILED, {"number": "", "filed_on": None}, "filed_beyond_seconding"),
            (S.ACCEPTED, {"outcome": ""}, "reviewed_has_outcome"),
            (S.REFUSED, {"reviewed_on": None}, "reviewed_has_outcome"),
            (S.MERGED, {"merged_into": None}, "merged_into_another"),
            (S.ASSIGNED, {"lead": None}, "due_from_a_department"),
            (S.HANDLING, {"due_on": None}, "due_from_a_department"),
            (S.SIGNED, {"result": ""}, "signed_has_result"),
            (S.FOLLOWED, {"answered_on": None}, "signed_has_result"),
            (S.CLOSED, {"closed_on": None}, "closed_has_its_day"),
            (S.FOLLOWED, {"closed_on": TODAY}, "closed_has_its_day"),
        ],
    )
    def test_row_that_contradicts_its_state_is_not_taken(self, status, changes, name):
        proposal = ProposalFactory(status=status)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Proposal.objects.filter(pk=proposal.pk).update(**changes)

    def test_number_is_given_once(self):
        ProposalFactory(status=S.FILED, number="2026-001")
        with pytest.raises(IntegrityError), transaction.atomic():
            ProposalFactory(status=S.FILED, number="2026-001")
        ProposalFactory.create_batch(2, status=S.DRAFT)
        assert Proposal.objects.filter(number="").count() == 2

    def test_one_answer_waits_for_a_signature_at_a_time(self):
        proposal = ProposalFactory(status=S.ANSWERED)
        with pytest.raises(IntegrityError), transaction.atomic():
            AnswerFactory(proposal=proposal)

    def test_answer_is_signed_or_returned(self):
        answer = ProposalFactory(status=S.SIGNED).answers.get()
        with pytest.raises(IntegrityError, match="answer_signed_or_returned"), transaction.atomic():
            Answer.objects.filter(pk=answer.pk).update(returned_on=TODAY, return_reason="请补充")

    def test_unsatisfied_says_why(self):
        answer = ProposalFactory(status=S.SIGNED).answers.get()
        with pytest.raises(IntegrityError, match="unsatisfied_says_why"), transaction.atomic():
            RatingFactory(answer=answer, grade="unsatisfied")


@pytest.mark.parametrize(("number", "text"), [("2026-014", "2026-014 改善食堂早餐"), ("", "改善食堂早餐")])
def test_is_called_by_number_and_title(number, text):
    assert str(Proposal(number=number, title="改善食堂早餐")) == text


def test_first_is_what_is_not_filed_yet_then_the_latest():
    early = ProposalFactory(status=S.FILED, filed_on=date(2026, 11, 11))
    draft = ProposalFactory(status=S.DRAFT)
    late = ProposalFactory(status=S.FILED, filed_on=date(2026, 11, 12))
    assert list(Proposal.objects.all()) == [draft, late, early]
