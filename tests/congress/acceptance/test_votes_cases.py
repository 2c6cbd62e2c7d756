"""Situations 1 to 3 of cases/votes.md: how many have to be there before a session can open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress import services
from congress.enums import Assembly, Body, DelegateKind, SessionStatus, SittingStatus, Standing
from congress.models import Sitting
from congress.selectors import due, least, present, quorums
from members.enums import UnionStatus
from tests.congress.factories import TermFactory
from tests.congress.sittings import (
    NOON,
    arrive,
    attending,
    make_session,
    make_sitting,
    opened,
    voters,
)
from tests.members.factories import MemberFactory
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@given(st.integers(0, 3000))
def test_quorum_is_the_least_number_that_is_two_thirds(due):
    assert least(due, "2/3") == next(number for number in range(due + 1) if 3 * number >= 2 * due)


@pytest.mark.parametrize(
    ("due", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (9, 6), (42, 28), (43, 29), (80, 54)]
)
def test_quorum_of_two_thirds(due, needed):
    assert least(due, "2/3") == needed


class TestOpening:
    """1. N = 42: with 27 present the session can't open, with 28 it can. N = 43 needs 29."""

    @pytest.mark.parametrize(("due", "needed"), [(1, 1), (3, 2), (9, 6), (42, 28), (43, 29)])
    def test_is_refused_with_one_too_few_and_done_with_just_enough(self, secretary, due, needed):
        sitting = make_sitting(due, by=secretary)
        people = voters(sitting)
        arrive(sitting, people[: needed - 1])
        with pytest.raises(Refused) as refusal:
            services.open_sitting(sitting, by=secretary, at=NOON)
        assert str(refusal.value) == (
            f"教职工代表大会：应到{due}人，实到{needed - 1}人，未达到法定人数{needed}人，还差1人，不能开会。"
        )
        sitting.refresh_from_db()
        assert (sitting.status, sitting.session.status) == (SittingStatus.PLANNED, SessionStatus.PLANNED)
        arrive(sitting, people[:needed])
        services.open_sitting(sitting, by=secretary, at=NOON)
        sitting = Sitting.objects.get()
        assert (sitting.status, sitting.due_count, sitting.present_count, sitting.needed_count) == (
            SittingStatus.OPENED,
            due,
            needed,
            needed,
        )
        session = sitting.session
        assert (session.status, session.due_count, session.present_count) == (SessionStatus.OPENED, due, needed)

    def test_of_nobody_is_refused(self, secretary):
        with pytest.raises(Refused, match=r"^教职工代表大会：没有应到人员，请先登记代表。$"):
            services.open_sitting(make_sitting(0), by=secretary, at=NOON)

    def test_of_a_members_congress_counts_its_own_delegates(self, secretary):
        session = make_session(9, body=Body.UNION, term_number=5)
        sitting = make_sitting(session=session, by=secretary)
        arrive(sitting, voters(sitting)[:5])
        with pytest.raises(
            Refused, match=r"^工会会员代表大会：应到9人，实到5人，未达到法定人数6人，还差1人，不能开会。$"
        ):
            services.open_sitting(sitting, by=secretary, at=NOON)

    def test_of_all_members_never_counts_who_is_retained(self, secretary):
        term = TermFactory(body=Body.UNION, assembly=Assembly.EVERYBODY, number=5)
        session = make_session(0, body=Body.UNION, term_number=5)
        members = [MemberFactory(union_status=UnionStatus.MEMBER) for _number in range(3)]
        retained = MemberFactory(union_status=UnionStatus.RETAINED)
        sitting = make_sitting(session=session, by=secretary)
        everybody = set(voters(sitting))
        assert (sitting.session.term, retained in everybody, set(members) <= everybody) == (term, False, True)
        before = present(sitting)
        arrive(sitting, [retained, members[0]])
        assert present(sitting) - before == 1


class TestNoVote:
    """2. 列席 and 特邀 delegates who check in are in neither count."""

    def test_is_in_neither_count(self, secretary):
        sitting = make_sitting(9, by=secretary)
        guests = [attending(sitting, kind) for kind in (DelegateKind.ATTENDING, DelegateKind.INVITED)]
        arrive(sitting, [*voters(sitting)[:5], *guests])
        (quorum,) = quorums([sitting])
        assert (quorum.due, quorum.present, quorum.needed) == (9, 5, 6)
        assert quorum.sentence == "应到9人，实到5人，未达到法定人数6人，还差1人"
        with pytest.raises(Refused):
            services.open_sitting(sitting, by=secretary, at=NOON)


class TestLeaving:
    """3. Present falls below 2/3 before opening: opening refused. After it the session stays open."""

    def test_before_the_opening_makes_too_few(self, secretary):
        sitting = make_sitting(9, by=secretary)
        people = voters(sitting)
        arrive(sitting, people[:6])
        services.mark_in_room(sitting, people[:1], Standing.LEFT, by=secretary, at=NOON)
        with pytest.raises(Refused, match="实到5人，未达到法定人数6人"):
            services.open_sitting(sitting, by=secretary, at=NOON)
        services.mark_in_room(sitting, people[:1], Standing.PRESENT, by=secretary, at=NOON)
        assert services.open_sitting(sitting, by=secretary, at=NOON).present_count == 6

    def test_after_the_opening_changes_nothing_but_who_is_there_now(self, secretary):
        sitting = opened(9, 6, by=secretary)
        services.mark_in_room(sitting, voters(sitting)[:4], Standing.LEFT, by=secretary, at=NOON)
        sitting = Sitting.objects.get()
        assert (sitting.status, sitting.present_count, due(sitting), present(sitting)) == (
            SittingStatus.OPENED,
            6,
            9,
            2,
        )
