"""Proposals led at random by everybody in the school, legally or not: what must hold whatever happens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import rules
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

from congress import permissions, services
from congress.enums import Deed, Grade, ProposalStatus, Result, SecondingStatus
from congress.models import Answer, Delegate, Proposal, Rating, Seconding
from members.models import Account, Department
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, SessionFactory
from tests.congress.steps import DUE, TEXT, delegate_of
from tests.members.factories import GroupPlaceFactory, UnionGroupFactory
from unionoffice.inbox import Notice
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
MOST = 3
"""Proposals in one walk."""

LEGAL: dict[str, set[tuple[str, str]]] = {
    "offer": {("draft", "offered")},
    "retract": {("offered", "draft")},
    "take up": {("offered", "seconding")},
    "seek": {("draft", "seconding")},
    "file": {("seconding", "filed")},
    "withdraw": {("seconding", "withdrawn"), ("filed", "withdrawn"), ("accepted", "withdrawn")},
    "accept": {("filed", "accepted")},
    "merge": {("filed", "merged")},
    "turn": {("filed", "turned")},
    "refuse": {("filed", "refused")},
    "assign": {("accepted", "assigned")},
    "receive": {("assigned", "handling")},
    "send back": {("assigned", "accepted")},
    "opine": {("assigned", "assigned"), ("handling", "handling")},
    "answer": {("handling", "answered")},
    "return": {("answered", "handling")},
    "sign": {("answered", "signed")},
    "rate": {
        ("signed", "handling"),
        ("signed", "followed"),
        ("signed", "closed"),
        # What others than the proposer say decides nothing.
        ("signed", "signed"),
        ("followed", "followed"),
        ("closed", "closed"),
    },
    "finish": {("followed", "closed")},
    "edit": {("draft", "draft"), ("seconding", "seconding")},
    "second": {("seconding", "seconding")},
    "decline": {("seconding", "seconding")},
}
"""What each move may lead from and to, written by hand from the law and the school's rules."""

BEFORE_REVIEW = {S.DRAFT, S.OFFERED, S.SECONDING, S.FILED}
CAME_TO_NOTHING = {S.TURNED, S.REFUSED, S.WITHDRAWN}
WITH_A_DEPARTMENT = {S.ASSIGNED, S.HANDLING, S.ANSWERED, S.SIGNED, S.FOLLOWED, S.CLOSED}


@dataclass(frozen=True)
class Move:
    """What a page asks before it acts, and how it acts: on a proposal, as somebody, with a grade or result drawn."""

    asks: rules.Predicate
    acts: Callable[[Proposal, Account, Any], Any]


def assign(proposal: Proposal, by: Account, drawn: Any) -> Any:
    lead, helper = Department.objects.filter(head__isnull=False).order_by("pk")[drawn["at"] % 2 :][:2]
    return services.assign_proposal(proposal, lead=lead, assisting=[helper], due_on=DUE, by=by, on=TODAY)


def merge(proposal: Proposal, by: Account, drawn: Any) -> Any:
    into = Proposal.objects.filed().order_by("pk")
    return services.merge_proposal(proposal, into[drawn["at"] % into.count()], by=by, on=TODAY)


def rate(proposal: Proposal, by: Account, drawn: Any) -> Any:
    return services.rate_answer(proposal, grade=drawn["grade"], comment="请再办", by=by, on=TODAY)


def answer(proposal: Proposal, by: Account, drawn: Any) -> Any:
    told = {"result": drawn["result"], "text": "已办", "expected_on": DUE, "without": "事情紧急"}
    return services.answer_proposal(proposal, **told, by=by, on=TODAY)


def edit(proposal: Proposal, by: Account, drawn: Any) -> Any:
    return services.edit_proposal(proposal, {"title": f"改善食堂早餐{drawn['at']}"}, by=by)


MOVES: dict[str, Move] = {
    "offer": Move(permissions.may_offer, lambda one, by, _d: services.offer_proposal(one, by=by, on=TODAY)),
    "retract": Move(permissions.may_retract, lambda one, by, _d: services.retract_proposal(one, by=by)),
    "take up": Move(permissions.may_take_up, lambda one, by, _d: services.take_up_proposal(one, by=by, on=TODAY)),
    "seek": Move(permissions.may_seek, lambda one, by, _d: services.seek_seconders(one, by=by, on=TODAY)),
    "edit": Move(permissions.may_edit, edit),
    "second": Move(permissions.may_second, lambda one, by, _d: services.second_proposal(one, by=by, on=TODAY)),
    "decline": Move(permissions.may_decline, lambda one, by, _d: services.decline_seconding(one, by=by, on=TODAY)),
    "file": Move(permissions.may_file, lambda one, by, _d: services.file_proposal(one, by=by, on=TODAY)),
    "withdraw": Move(
        permissions.may_withdraw,
        lambda one, by, _d: services.withdraw_proposal(one, by=by, on=TODAY, reason="不再需要"),
    ),
    "accept": Move(permissions.may_review, lambda one, by, _d: services.accept_proposal(one, by=by, on=TODAY)),
    "merge": Move(permissions.may_review, merge),
    "turn": Move(
        permissions.may_review, lambda one, by, _d: services.turn_proposal(one, by=by, on=TODAY, reason="日常管理")
    ),
    "refuse": Move(
        permissions.may_review, lambda one, by, _d: services.refuse_proposal(one, by=by, on=TODAY, reason="不属职权")
    ),
    "assign": Move(permissions.may_assign, assign),
    "receive": Move(permissions.may_receive, lambda one, by, _d: services.receive_proposal(one, by=by)),
    "send back": Move(
        permissions.may_receive,
        lambda one, by, _d: services.send_back_proposal(one, by=by, on=TODAY, reason="不属职责"),
    ),
    "opine": Move(
        permissions.may_opine, lambda one, by, _d: services.give_opinion(one, opinion="可以配合", by=by, on=TODAY)
    ),
    "answer": Move(permissions.may_answer, answer),
    "return": Move(
        permissions.may_sign, lambda one, by, _d: services.return_answer(one, by=by, on=TODAY, reason="请补充")
    ),
    "sign": Move(permissions.may_sign, lambda one, by, _d: services.sign_answer(one, by=by, on=TODAY)),
    "rate": Move(permissions.may_rate, rate),
    "finish": Move(
        permissions.may_finish,
        lambda one, by, _d: services.finish_proposal(one, by=by, on=TODAY, fulfilment="已落实"),
    ),
}

DRAWN = st.fixed_dictionaries(
    {"at": st.integers(0, 5), "grade": st.sampled_from(Grade), "result": st.sampled_from(Result)}
)


class School:
    """Who walks: a teacher, delegates of her group and of others, heads, leaders, and who keeps the congress."""

    def __init__(self) -> None:
        SessionFactory()
        group = UnionGroupFactory(name="第一工会小组")
        self.teacher = make_actor(None, "韩梅")
        GroupPlaceFactory(member=self.teacher.member, group=group)
        self.delegates = [delegate_of(group, name) for name in ("魏雅琴", "钱伟")]
        self.delegates += [make_actor(Role.DELEGATE, name) for name in ("王磊", "李静")]
        self.heads = [HeadedDepartmentFactory(name=name).head.account for name in ("总务处", "教务处", "办公室")]
        self.leaders = [make_actor(Role.PRINCIPAL, "沈立"), make_actor(Role.VICE_PRINCIPAL, "高原")]
        self.keepers = [make_actor(Role.SECRETARY, "陈静"), make_actor(Role.CHAIR, "周敏")]
        self.outsider = make_actor(None, "何苗")
        people = [self.teacher, *self.delegates, *self.heads, *self.leaders, *self.keepers, self.outsider]
        self.keys = [account.pk for account in people]
        self.follows = {account.pk for account in (*self.delegates, *self.leaders, *self.keepers)}
        self.oversees = {account.pk for account in self.keepers}
        self.signs = {account.pk for account in self.leaders}

    def straight_way(self) -> list[tuple[str, Callable[[Proposal], Account]]]:
        """From a delegate's draft to the rating: what is done, and by whom."""
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
        ]

    def person(self, at: int) -> Account:
        """Somebody as they come to a page: an account remembers its roles."""
        return Account.objects.get(pk=self.keys[at % len(self.keys)])


class Walk(RuleBasedStateMachine):
    """Each step is somebody's attempt at something; pages ask the rule first, then services check the state."""

    school: School

    @initialize(far=st.lists(st.integers(0, 9), min_size=1, max_size=2), shows=st.booleans(), drawn=DRAWN)
    def begin(self, far, shows, drawn):
        """Walks start anywhere on the straight way: few would find it all by chance."""
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.numbers: dict[int, str] = {}
        self.answers: dict[int, tuple[str, str]] = {}
        for steps in far:
            proposal = self.write(self.school.keys.index(self.school.delegates[0].pk), shows)
            for what, who in self.school.straight_way()[:steps]:
                proposal = Proposal.objects.get(pk=proposal.pk)
                self.go(proposal, Account.objects.get(pk=who(proposal).pk), what, drawn)

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

    @rule(which=st.integers(0, MOST), at=st.integers(0, 30), drawn=DRAWN)
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
            assert (before, Proposal.objects.get(pk=proposal.pk).status) in LEGAL[what]

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
    def nobody_seconds_their_own_and_each_once(self):
        for row in Seconding.objects.filter(status=SecondingStatus.SECONDED).select_related("proposal"):
            assert row.member_id not in (row.proposal.proposer_id, row.proposal.originator_id)
            assert Delegate.objects.filter(member=row.member_id).exists()

    @rule(who=st.integers(0, 20))
    def look(self, who):
        """Nobody sees more than they may, or less."""
        rows = list(Proposal.objects.select_related("lead").prefetch_related("assistances__department"))
        account = self.school.person(who)
        seen = set(Proposal.objects.visible_to(account).values_list("pk", flat=True))
        assert seen == {row.pk for row in rows if self.may_read(account, row)}
        unsigned = Answer.objects.visible_to(account).filter(signed_on=None)
        mine = {row.pk for row in rows if row.lead is not None and row.lead.head_id == account.member_id}
        assert account.pk in self.school.signs or set(unsigned.values_list("proposal", flat=True)) <= mine

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
        delegates = [one.pk for one in self.school.delegates]
        if row.status == S.OFFERED and row.unit is not None:
            return account.pk in delegates[:2]
        return row.status != S.DRAFT and account.pk in delegates

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
            max_examples=20, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
