"""Situations 1 to 3 and 19 to 22 of cases/votes.md: who has to be there before a session opens, and proposals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress import services
from congress.enums import (
    Assembly,
    Body,
    DelegateKind,
    Departure,
    Grade,
    Outcome,
    ProposalStatus,
    Result,
    SessionStatus,
    SittingStatus,
    Standing,
)
from congress.models import Proposal, Seconding, Session, Sitting
from congress.selectors import due, least, present, quorums
from members.enums import UnionStatus
from tests.conftest import TODAY, make_actor
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.congress.sittings import (
    NOON,
    arrive,
    attending,
    make_session,
    make_sitting,
    opened,
    voters,
)
from tests.congress.steps import (
    answered,
    filed,
    head_of,
    notices,
    rate,
    seconded,
    seeking,
    signed,
    status,
    stored,
    write_answer,
)
from tests.members.factories import MemberFactory
from unionoffice.numbering import NumberSeries
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


@given(st.integers(0, 3000))
def test_quorum_is_the_least_number_that_is_two_thirds(due):
    assert least(due, "2/3") == next(number for number in range(due + 1) if 3 * number >= 2 * due)


@pytest.mark.parametrize(
    ("due", "needed"),
    [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (9, 6), (29, 20), (42, 28), (43, 29), (80, 54), (10000, 6667)],
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
        arrive(sitting, [members[0]])
        services.mark_in_room(sitting, [retained], Standing.PRESENT, by=secretary, at=NOON)
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

    def test_is_told_apart_once_the_session_opened(self, secretary):
        sitting = make_sitting(9, by=secretary)
        kinds = (DelegateKind.ATTENDING, DelegateKind.ATTENDING, DelegateKind.INVITED)
        guests = [attending(sitting, kind) for kind in kinds]
        attending(sitting, DelegateKind.INVITED)
        arrive(sitting, [*voters(sitting)[:6], *guests])
        session = services.open_sitting(sitting, by=secretary, at=NOON).session
        session.refresh_from_db()
        assert session.attendance == "应到代表9名，实到6名，列席2名，特邀1名"


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


class TestWhoIsDue:
    """N is all voting delegates of the term on the day of the sitting, whoever comes; it stays once it opened."""

    YESTERDAY = TODAY - timedelta(days=1)

    @pytest.mark.parametrize(("last_day", "count"), [(YESTERDAY, 8), (TODAY, 9)], ids=["yesterday", "today"])
    def test_seat_given_up_counts_to_its_last_day(self, secretary, last_day, count):
        sitting = make_sitting(9, by=secretary)
        gone = sitting.session.term.delegates.first()
        services.end_delegacy(gone, departure=Departure.LEFT, last_day=last_day, by=secretary)
        assert due(sitting) == count

    def test_next_in_the_seat_counts_from_the_first_day_on(self, secretary):
        sitting = make_sitting(9, by=secretary)
        gone = sitting.session.term.delegates.first()
        services.end_delegacy(gone, departure=Departure.LEFT, last_day=self.YESTERDAY, by=secretary)
        for from_on in (TODAY, TODAY + timedelta(days=1)):
            DelegateFactory(term=gone.term, from_on=from_on)
        assert due(sitting) == 9

    def test_seat_given_up_after_the_opening_changes_nothing(self, secretary):
        sitting = opened(9, 6, by=secretary)
        gone = sitting.session.term.delegates.first()
        services.end_delegacy(gone, departure=Departure.DIED, last_day=self.YESTERDAY, by=secretary)
        kept = Sitting.objects.get()
        assert (due(kept), kept.needed_count, kept.session.due_count) == (9, 6, 9)

    def test_who_has_leave_is_due_and_is_not_there(self, secretary):
        sitting = make_sitting(3, by=secretary)
        away, *others = voters(sitting)
        services.record_leave(sitting, away, reason="出差", by=secretary, on=TODAY, at=NOON)
        arrive(sitting, others)
        assert (due(sitting), services.open_sitting(sitting, by=secretary, at=NOON).present_count) == (3, 2)

    def test_second_sitting_of_a_session_has_a_quorum_of_its_own(self, secretary):
        first = opened(9, 6, by=secretary)
        second = make_sitting(session=first.session, by=secretary)
        assert [(one.due, one.present) for one in quorums([second])] == [(9, 0)]
        arrive(second, voters(second)[:7])
        services.open_sitting(second, by=secretary, at=NOON)
        counts = Sitting.objects.order_by("number").values_list("present_count", flat=True)
        assert (list(counts), Session.objects.get().present_count) == ([6, 7], 6)


class TestSeconding:
    """19. Seconding one's own proposal, or twice, is refused. One seconder too few: can't be filed."""

    def test_of_ones_own_is_refused(self, delegate):
        proposal = seeking(delegate)
        with pytest.raises(Refused, match=r"^不能附议自己的提案，请邀请其他人附议。$"):
            services.second_proposal(proposal, by=delegate, on=TODAY)
        assert Seconding.objects.count() == 0

    def test_twice_is_refused_and_counts_once(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        with pytest.raises(Refused, match=r"^您已经附议过这份提案。$"):
            services.second_proposal(proposal, by=other, on=TODAY)
        assert Seconding.objects.count() == 1

    def test_by_one_too_few_is_not_enough_to_file_and_by_one_more_is(self, delegate):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊")
        with pytest.raises(Refused, match=r"^还差1名附议人，至少要有2名。请继续邀请附议。$"):
            services.file_proposal(proposal, by=delegate, on=TODAY)
        assert (status(proposal), NumberSeries.objects.count()) == (ProposalStatus.SECONDING, 0)
        assert services.file_proposal(seconded(proposal, "李静"), by=delegate, on=TODAY).number == "2026-001"


class TestReviewAndSignature:
    """20. 不予立案 without a reason is refused. Before the leader signs, the proposer sees and hears of no answer."""

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_refusal_without_a_reason_is_refused(self, delegate, secretary, reason):
        proposal = filed(delegate)
        with pytest.raises(Refused, match=r"^请写明理由，提案人会看到。$"):
            services.refuse_proposal(proposal, by=secretary, on=TODAY, reason=reason)
        assert (status(proposal), stored(proposal).outcome) == (ProposalStatus.FILED, Outcome.NONE)

    @pytest.mark.usefixtures("today")
    def test_answer_is_hidden_and_untold_until_it_is_signed(self, delegate, secretary, principal, signed_in):
        proposal, client = answered(delegate, secretary), signed_in(delegate)
        told, page = notices(delegate), client.get(proposal.get_absolute_url()).content.decode()
        assert ("下月增加两个窗口" in page, [one for one in told if "答复" in one]) == (False, [])
        services.sign_answer(proposal, by=principal, on=TODAY)
        page = client.get(proposal.get_absolute_url()).content.decode()
        assert "下月增加两个窗口" in page
        assert notices(delegate) == [*told, "提案2026-001 改善食堂早餐已有答复，请查看并评价。"]


class TestUnsatisfied:
    """21. 不满意: back to the lead department with a new due date, the first answer kept."""

    def test_goes_back_to_the_lead_with_a_new_day_and_both_answers_stay(self, delegate, secretary, principal):
        proposal = signed(delegate, secretary, principal)
        lead = proposal.lead
        assert proposal.due_on == date(2026, 12, 18)
        rate(proposal, delegate, Grade.UNSATISFIED, "没有时间表")
        again = stored(proposal)
        assert (again.status, again.lead, again.due_on) == (ProposalStatus.HANDLING, lead, date(2027, 1, 4))
        assert notices(head_of(again))[-1] == "提案2026-001 改善食堂早餐要重新办理，请在2027-01-04前答复。"
        write_answer(again, result=Result.SOLVED, text="12月1日起增加窗口")
        services.sign_answer(again, by=principal, on=TODAY)
        told = [(answer.text, answer.signed_on) for answer in again.answers.all()]
        assert told == [("下月增加两个窗口", TODAY), ("12月1日起增加窗口", TODAY)]


class TestNumbers:
    """22. Two filed at the same moment get different numbers, without a gap."""

    @pytest.mark.usefixtures("shared_database")
    def test_of_those_filed_at_the_same_moment_are_different_and_without_a_gap(self, at_the_same_moment):
        SessionFactory()
        people = [make_actor(Role.DELEGATE, name) for name in ("林芳", "赵敏", "孙立")]
        ready = [seconded(seeking(by), "王磊", "李静") for by in people]

        def filing(proposal, by):
            return lambda: services.file_proposal(stored(proposal), by=by, on=TODAY).number

        given = at_the_same_moment(*[filing(*pair) for pair in zip(ready, people, strict=True)])
        assert sorted(given) == ["2026-001", "2026-002", "2026-003"]
        kept = Proposal.objects.order_by("number").values_list("number", flat=True)
        assert list(kept) == ["2026-001", "2026-002", "2026-003"]
