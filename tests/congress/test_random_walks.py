"""Proposals led at random by everybody in the school, legally or not: what must hold whatever happens."""

from collections import Counter
from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from congress import services
from congress.enums import Deed, ExtensionStatus, Grade, ProposalStatus, Result, SecondingStatus
from congress.models import Acknowledgement, Answer, Delegate, Delegation, Extension, Proposal, Rating, Seconding
from members.models import Account
from tests.conftest import make_actor
from tests.congress.factories import HeadedDepartmentFactory, SessionFactory, TermFactory
from tests.congress.preparation import make_group, seat
from tests.congress.steps import TEXT, delegate_of
from tests.congress.walks import LEGAL, MOVES, REVIEW
from tests.members.factories import GroupPlaceFactory, UnionGroupFactory
from unionoffice.inbox import Notice
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
MOST = 3
"""Proposals in one walk."""

BEFORE_REVIEW = {S.DRAFT, S.OFFERED, S.SECONDING, S.FILED}
CAME_TO_NOTHING = {S.TURNED, S.REFUSED, S.WITHDRAWN}
WITH_A_DEPARTMENT = {S.ASSIGNED, S.HANDLING, S.ANSWERED, S.SIGNED, S.FOLLOWED, S.CLOSED}


DRAWN = st.fixed_dictionaries(
    {"at": st.integers(0, 5), "grade": st.sampled_from(Grade), "result": st.sampled_from(Result)}
)


class School:
    """Who walks: a teacher, delegates of her group and of a delegation, reviewers, heads, leaders, the office."""

    def __init__(self) -> None:
        session = SessionFactory()
        group = UnionGroupFactory(name="第一工会小组")
        self.teacher = make_actor(None, "韩梅")
        GroupPlaceFactory(member=self.teacher.member, group=group)
        self.delegates = [delegate_of(group, name) for name in ("魏雅琴", "钱伟")]
        self.delegates += [make_actor(Role.DELEGATE, name) for name in ("王磊", "李静")]
        head, other = (account.member for account in self.delegates[2:])
        delegation = Delegation.objects.create(term=TermFactory(), name="第一代表团", head=head)
        Delegate.objects.filter(member__in=(head, other)).update(delegation=delegation)
        self.heads = [HeadedDepartmentFactory(name=name).head.account for name in ("总务处", "教务处", "办公室")]
        self.leaders = [make_actor(Role.PRINCIPAL, "沈立"), make_actor(Role.VICE_PRINCIPAL, "高原")]
        self.keepers = [make_actor(Role.SECRETARY, "陈静"), make_actor(Role.CHAIR, "周敏")]
        self.reviewer, self.outsider = make_actor(None, "罗平"), make_actor(None, "何苗")
        group = make_group(session=session)
        for account in (self.reviewer, self.delegates[0]):
            seat(group, account.member)
        others = [self.reviewer, self.outsider]
        people = [self.teacher, *self.delegates, *self.heads, *self.leaders, *self.keepers, *others]
        self.keys = [account.pk for account in people]
        self.follows = {one.pk for one in (*self.delegates, *self.leaders, *self.keepers, self.reviewer)}
        self.reviews = {account.pk for account in (self.keepers[0], self.reviewer, self.delegates[0])}
        self.oversees = {account.pk for account in self.keepers}
        self.signs = {account.pk for account in self.leaders}

    def straight_way(self) -> list[tuple[str, Callable[[Proposal], Account]]]:
        """From a delegate's draft until what was promised is done: the moves, and by whom."""
        proposer, _other, first, second = self.delegates
        secretary, principal = self.keepers[0], self.leaders[0]
        return [
            ("seek", lambda _one: proposer),
            ("second", lambda _one: first),
            ("second", lambda _one: second),
            ("file", lambda _one: proposer),
            ("accept", lambda _one: secretary),
            ("assign", lambda _one: secretary),
            ("receive", lambda one: one.lead.head.account),
            ("answer", lambda one: one.lead.head.account),
            ("sign", lambda _one: principal),
            ("rate", lambda _one: proposer),
            ("finish", lambda _one: secretary),
        ]

    def person(self, at: int) -> Account:
        """Somebody as they come to a page: an account remembers its roles."""
        return Account.objects.get(pk=self.keys[at % len(self.keys)])


class Walk(RuleBasedStateMachine):
    """Each step is somebody's attempt at something; pages ask the rule first, then services check the state."""

    school: School

    @initialize(far=st.lists(st.integers(0, 11), max_size=2), shows=st.booleans(), offers=st.booleans(), drawn=DRAWN)
    def begin(self, far, shows, offers, drawn):
        """Walks start anywhere on the straight way: few would find it all by chance. A teacher's has its own."""
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.numbers: dict[int, str] = {}
        self.answers: dict[int, tuple[str, str]] = {}
        for steps in far:
            proposal = self.write(self.school.keys.index(self.school.delegates[0].pk), shows)
            for what, who in self.school.straight_way()[:steps]:
                proposal = Proposal.objects.get(pk=proposal.pk)
                self.go(proposal, Account.objects.get(pk=who(proposal).pk), what, drawn)
        if offers or not far:
            self.go(self.write(0, shows), self.school.person(0), "offer", drawn)

    def write(self, author, shows):
        return services.draft_proposal(Proposal(**{**TEXT, "show_name": shows}), by=self.school.person(author))

    @precondition(lambda _walk: Proposal.objects.count() < MOST)
    @rule(author=st.integers(0, 20), shows=st.booleans())
    def draft(self, author, shows):
        self.write(author, shows)

    @rule(which=st.integers(0, MOST), who=st.integers(0, 20), what=st.sampled_from(sorted(MOVES)), drawn=DRAWN)
    def attempt(self, which, who, what, drawn):
        """Anybody tries anything."""
        self.go(self.proposal(which), self.school.person(who), what, drawn)

    @rule(which=st.integers(0, MOST), at=st.integers(0, 40), drawn=DRAWN)
    def advance(self, which, at, drawn):
        """Somebody does what their page offers, so that walks come far."""
        proposal, moves = self.proposal(which), sorted(MOVES)
        for what in moves[at % len(moves) :] + moves[: at % len(moves)]:
            if all(proposal.status != start for start, _end in LEGAL[what]):
                continue
            for by in (self.school.person(place) for place in range(len(self.school.keys))):
                if MOVES[what].asks.test(by, proposal):
                    return self.go(proposal, by, what, drawn)
        return None

    def proposal(self, which):
        rows = list(Proposal.objects.order_by("pk"))
        return rows[which % len(rows)]

    def go(self, proposal, by, what, drawn):
        before, move = proposal.status, MOVES[what]
        if not move.asks.test(by, proposal):
            return
        try:
            move.acts(proposal, by, drawn)
        except Refused:
            assert Proposal.objects.get(pk=proposal.pk).status == before
        else:
            self.was_legal(before, Proposal.objects.get(pk=proposal.pk), by, what)

    def was_legal(self, before, proposal, by, what):
        assert (before, proposal.status) in LEGAL[what]
        self.sees_what_is_theirs(Account.objects.get(pk=by.pk))
        if what in REVIEW:
            assert (by.pk in self.school.reviews, proposal.outcome) == (True, REVIEW[what])
            assert by.member_id not in (proposal.originator_id, proposal.proposer_id)

    @invariant()
    def numbers_are_unbroken_and_kept(self):
        issued = dict(Proposal.objects.filed().values_list("pk", "number"))
        assert sorted(issued.values()) == [f"2026-{place:03}" for place in range(1, len(issued) + 1)]
        assert self.numbers.items() <= issued.items()
        self.numbers = issued

    @invariant()
    def what_departments_answered_is_kept(self):
        written = {row.pk: (row.result, row.text) for row in Answer.objects.all()}
        assert self.answers.items() <= written.items()
        self.answers = written

    @invariant()
    def who_stands_behind_is_somebody_else_with_a_vote(self):
        behind = Seconding.objects.filter(status=SecondingStatus.SECONDED).select_related("proposal")
        for row in behind:
            assert row.member_id not in (row.proposal.proposer_id, row.proposal.originator_id)
            (delegate,) = Delegate.objects.filter(member=row.member_id)
            assert delegate.delegation_id is None or delegate.delegation_id != row.proposal.delegation_id
        counts = Counter(row.proposal_id for row in behind)
        for row in Proposal.objects.filed().select_related("delegation"):
            assert row.delegation.head_id == row.proposer_id if row.delegation else counts[row.pk] >= 2

    @invariant()
    def more_time_is_asked_for_while_a_department_works_and_given_once(self):
        rows = Extension.objects.select_related("proposal")
        asked = [row.proposal for row in rows if row.status == ExtensionStatus.ASKED]
        assert (len({one.pk for one in asked}), {one.status for one in asked} - {S.HANDLING}) == (len(asked), set())
        given = [row.proposal_id for row in rows if row.status == ExtensionStatus.GRANTED]
        assert len(set(given)) == len(given)

    @invariant()
    def whether_a_promise_was_kept_says_who_asked(self):
        for said in Acknowledgement.objects.select_related("proposal"):
            row = said.proposal
            merged = [person for one in row.merged.all() for person in (one.originator_id, one.proposer_id)]
            assert said.member_id in (row.originator_id, row.proposer_id, *merged)

    @rule(who=st.integers(0, 20))
    def look(self, who):
        """Nobody sees more than they may, or less."""
        self.sees_what_is_theirs(self.school.person(who))

    def sees_what_is_theirs(self, account):
        rows = list(Proposal.objects.select_related("lead").prefetch_related("assistances__department", "refusals"))
        seen = set(Proposal.objects.visible_to(account).values_list("pk", flat=True))
        assert seen == {row.pk for row in rows if self.may_read(account, row)}
        unsigned = Answer.objects.visible_to(account).filter(signed_on=None)
        mine = {row.pk for row in rows if row.lead is not None and row.lead.head_id == account.member_id}
        assert account.pk in self.school.signs or set(unsigned.values_list("proposal", flat=True)) <= mine
        told = account.pk in self.school.signs | self.school.oversees
        asked = Extension.objects.select_related("department")
        known = {row.pk for row in asked if told or row.department.head_id == account.member_id}
        assert set(Extension.objects.visible_to(account).values_list("pk", flat=True)) == known

    def may_read(self, account, row):
        """The rule of the field in other words than the code's."""
        me, status = account.member_id, row.status
        heads = {one.department.head_id for one in row.assistances.all()} | (
            {row.lead.head_id} if row.lead else set()
        )
        if me in (row.originator_id, row.proposer_id) or (me in heads and status in WITH_A_DEPARTMENT):
            return True
        if status in (S.DRAFT, S.OFFERED, S.SECONDING):
            return self.is_asked(account, row)
        if status in CAME_TO_NOTHING:
            return account.pk in self.school.oversees and bool(row.number)
        return status not in BEFORE_REVIEW or account.pk in self.school.follows

    def is_asked(self, account, row):
        """Delegates are shown what seeks seconders; what seeks a proposer, those of them who can still say yes."""
        delegates = [one.pk for one in self.school.delegates]
        if row.status != S.OFFERED:
            return row.status == S.SECONDING and account.pk in delegates
        if account.member_id in {refusal.member_id for refusal in row.refusals.all()}:
            return False
        if row.asked_id is not None:
            return account.member_id == row.asked_id
        return account.pk in (delegates if row.unit is None else delegates[:2])

    @invariant()
    def nobody_hears_of_an_answer_before_it_is_signed(self):
        told = Notice.objects.filter(key__contains=f".{Deed.ANSWER.name.lower()}.").values_list("account", flat=True)
        assert set(told) <= self.school.signs
        assert not Rating.objects.filter(answer__signed_on=None).exists()

    def teardown(self):
        if hasattr(self, "atomic"):
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)


def test_whatever_people_try_the_rules_of_proposals_hold():
    Walk.school = School()
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


PLAIN = {"at": 0, "grade": Grade.SATISFIED, "result": Result.SOLVING}
BY_NAME, INTO_SECOND = {**PLAIN, "at": 5}, {**PLAIN, "at": 1}
"""What moves draw where the walk is led; what makes an offer one to somebody by name, and what merges into a case."""

LED = {
    ("seek", S.SECONDING),
    ("second", S.SECONDING),
    ("file", S.FILED),
    ("accept", S.ACCEPTED),
    ("assign", S.ASSIGNED),
    ("receive", S.HANDLING),
    ("answer", S.ANSWERED),
    ("sign", S.SIGNED),
    ("rate", S.FOLLOWED),
    ("finish", S.CLOSED),
    ("merge", S.MERGED),
    ("turn", S.TURNED),
    ("refuse", S.REFUSED),
    ("withdraw", S.WITHDRAWN),
    ("hand over", S.TURNED),
    ("offer", S.OFFERED),
    ("beg off", S.DRAFT),
    ("beg off", S.OFFERED),
    ("take up", S.SECONDING),
}
"""Where those led by hand came: so that no move failed unnoticed."""


def test_everybody_sees_what_is_theirs_wherever_a_proposal_stands():
    """Chance seldom brings the one viewer to the one state in which a rule could be wrong: here all come to all."""
    Walk.school = school = School()
    walk, stood = Walk(), set()

    def lead(proposal, *moves):
        for what, by, drawn in moves:
            walk.go(Proposal.objects.get(pk=proposal.pk), Account.objects.get(pk=by.pk), what, drawn)
            stood.add((what, Proposal.objects.get(pk=proposal.pk).status))
            for at in range(len(school.keys)):
                walk.sees_what_is_theirs(school.person(at))
        return proposal

    def straight(steps):
        proposal = walk.write(school.keys.index(school.delegates[0].pk), shows=False)
        for what, who in school.straight_way()[:steps]:
            lead(proposal, (what, who(Proposal.objects.get(pk=proposal.pk)), PLAIN))
        return proposal

    proposer, asked = school.delegates[:2]
    straight(len(school.straight_way()))
    for end in ("accept", "merge", "turn", "refuse"):
        lead(straight(4), (end, school.keepers[0], INTO_SECOND))
    for steps in (1, 4):
        lead(straight(steps), ("withdraw", proposer, PLAIN))
    lead(walk.write(0, shows=True), ("hand over", school.teacher, BY_NAME))
    lead(
        walk.write(0, shows=True),
        ("offer", school.teacher, BY_NAME),
        ("beg off", asked, PLAIN),
        ("offer", school.teacher, PLAIN),
        ("beg off", asked, PLAIN),
        ("take up", proposer, PLAIN),
    )
    assert stood == LED
