"""Elections of delegates: round by round, what is refused, and who becomes a delegate."""

from datetime import date

import pytest

from congress import services
from congress.enums import ElectionMethod, ElectionStatus, Stage
from congress.models import Delegate, DelegateElection, ElectionRound
from congress.selectors import elected_in, open_seats, standing_names
from tests.conftest import TODAY
from tests.congress.elections import (
    ConstituencyFactory,
    ElectionFactory,
    candidates_settled,
    constituency_of,
    counted,
    vote,
)
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db


def names_of(rows):
    return [one.member.name for one in rows]


class TestBegin:
    def begin(self, secretary, **fields):
        fields.setdefault("term", fields["constituency"].term if fields.get("constituency") else TermFactory())
        election = DelegateElection(**{"seats": 2, **fields})
        return services.begin_election(election, by=secretary, on=TODAY)

    def test_is_begun_with_its_trail(self, secretary):
        election = self.begin(secretary, constituency=ConstituencyFactory())
        assert [entry.verb for entry in trail_of(election)] == ["开始代表选举"]

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"seats": 3}, "初中部名额2名，现在空缺1名，应选人数不能超过空缺。"),
            ({"seats": 2}, "初中部名额2名，现在空缺1名，应选人数不能超过空缺。"),
            ({"seats": 0}, "应选人数至少1名。"),
        ],
        ids=str,
    )
    def test_more_seats_than_are_vacant_are_refused(self, secretary, fields, sentence):
        seat = DelegateFactory(constituency=ConstituencyFactory(name="初中部"))
        with pytest.raises(Refused, match=f"^{sentence}$"):
            self.begin(secretary, constituency=seat.constituency, **fields)
        assert self.begin(secretary, constituency=seat.constituency, seats=1).pk

    def test_seats_that_are_not_shared_out_are_refused(self, secretary):
        with pytest.raises(Refused, match=r"^初中部还没有分配名额，请先分配。$"):
            self.begin(secretary, constituency=ConstituencyFactory(name="初中部", seats=None))

    def test_second_one_in_a_constituency_is_refused_until_the_first_is_done(self, secretary):
        election = ElectionFactory()
        with pytest.raises(Refused, match=r"^这个选举单位还有选举没有完成，请先完成。$"):
            self.begin(secretary, constituency=election.constituency)

    def test_where_everybody_meets_nobody_is_elected(self, secretary):
        with pytest.raises(Refused, match=r"^第九届教职工大会由全体人员参加，不用选举代表。$"):
            self.begin(secretary, term=TermFactory(assembly="everybody"))

    def test_who_still_sits_is_not_replaced(self, secretary):
        seat = DelegateFactory(member__name="林芳", constituency=ConstituencyFactory())
        told = {"constituency": seat.constituency, "occasion": "by", "replaces": seat, "seats": 1}
        with pytest.raises(Refused, match=r"^林芳现在还是代表。请先终止其代表资格，再补选。$"):
            self.begin(secretary, **told)
        services.end_delegacy(seat, departure="resigned", last_day=TODAY, by=secretary)
        assert self.begin(secretary, **told).replaces == seat

    def test_only_a_by_election_replaces_and_only_who_sat_there(self, secretary):
        gone = DelegateFactory(member__name="林芳", constituency=ConstituencyFactory(), to_on=date(2026, 11, 21))
        with pytest.raises(Refused, match=r"^只有补选才填写接替的代表。$"):
            self.begin(secretary, constituency=gone.constituency, replaces=gone)
        with pytest.raises(Refused, match=r"^林芳不是这个选举单位的代表，请重新选择。$"):
            self.begin(secretary, constituency=ConstituencyFactory(), occasion="by", replaces=gone)


class TestNames:
    @pytest.fixture
    def twice(self):
        constituency, people = constituency_of(10, name="初中部")
        return ElectionFactory(constituency=constituency, method=ElectionMethod.TWICE), people

    def name(self, election, people, by, day=TODAY, notes="张榜三天，没有不同意见"):
        return services.record_names(election, people, held_on=day, notes=notes, by=by, on=TODAY)

    def test_four_rounds_in_their_order_and_then_the_ballot(self, twice, secretary):
        election, people = twice
        for count in (6, 5, 4, 3):
            self.name(election, people[:count], secretary)
        stages = list(ElectionRound.objects.values_list("stage", flat=True))
        assert stages == [Stage.FIRST_UP, Stage.FIRST_DOWN, Stage.SECOND_UP, Stage.SECOND_DOWN]
        with pytest.raises(Refused, match=r"^候选人已经确定，接下来登记投票结果。$"):
            self.name(election, people[:3], secretary)
        vote(election, people[:3], (9, 8, 2), secretary)
        assert names_of(elected_in(election)) == ["教师0", "教师1"]

    def test_ballot_before_the_rounds_is_refused(self, twice, secretary):
        election, people = twice
        self.name(election, people[:3], secretary)
        with pytest.raises(Refused, match=r"^候选人还没有确定，请先登记前面的环节。$"):
            vote(election, people[:3], (9, 8, 2), secretary)

    def test_opinions_are_asked_with_a_word_on_how(self, twice, secretary):
        election, people = twice
        self.name(election, people[:3], secretary, notes="")
        with pytest.raises(Refused, match=r"^请写明怎样征求意见、有哪些意见；没有意见的也请写明。$"):
            self.name(election, people[:3], secretary, notes=" ")

    def test_candidates_are_no_fewer_than_seats_at_the_end_of_naming(self, twice, secretary):
        election, people = twice
        for _round in range(3):
            self.name(election, people[:1], secretary)
        with pytest.raises(Refused, match=r"^应选2名，候选人不能少于2名。$"):
            self.name(election, people[:1], secretary)
        with pytest.raises(Refused, match=r"^请至少选择一个人。$"):
            self.name(election, [], secretary)

    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (date(2026, 11, 19), "不能早于上一环节的日期2026-11-20，请核对。"),
            (date(2026, 11, 23), "日期是2026-11-23，请在这一天以后登记。"),
        ],
    )
    def test_days_out_of_order_are_refused(self, twice, secretary, day, sentence):
        election, people = twice
        self.name(election, people[:3], secretary, day=date(2026, 11, 20))
        with pytest.raises(Refused, match=f"^{sentence}$"):
            self.name(election, people[:3], secretary, day=day)

    def test_strangers_and_who_sits_already_cannot_stand(self, twice, secretary):
        election, people = twice
        with pytest.raises(Refused, match=r"^林芳在2026-11-22不是初中部的在册人员，不能作为候选人。$"):
            self.name(election, [people[0], MemberFactory(name="林芳")], secretary)
        DelegateFactory(member=people[1])
        with pytest.raises(Refused, match=r"^教师1已经是第九届教代会的代表。$"):
            self.name(election, people[:2], secretary)

    def test_last_round_is_taken_back_with_a_reason(self, twice, secretary):
        election, people = twice
        self.name(election, people[:3], secretary)
        self.name(election, people[:2], secretary)
        services.retract_round(election, reason="名单抄错了", by=secretary)
        assert (election.rounds.get().stage, names_of(standing_names(election))) == (
            Stage.FIRST_UP,
            ["教师0", "教师1", "教师2"],
        )
        with pytest.raises(Refused, match=r"^请写明撤销的理由。$"):
            services.retract_round(election, reason=" ", by=secretary)


class TestBallot:
    @pytest.mark.parametrize(
        ("count", "sentence"),
        [
            (counted(due=0, present=0), "请填写应到人数。"),
            (counted(present=11), "实到人数不能多于应到人数，请核对。"),
            (counted(present=6), "应到10人，实到6人，不足三分之二（7人），选举无效。请另定时间再选。"),
            (counted(issued=11), "发出选票不能多于实到人数，请核对。"),
            (counted(returned=11, valid=11), "收回选票多于发出选票，选举无效。请重新投票。"),
            (counted(valid=9), "有效票和无效票相加应等于收回选票，请核对。"),
        ],
        ids=str,
    )
    def test_counts_that_cannot_be_are_refused(self, secretary, count, sentence):
        election, standing = candidates_settled(secretary)
        with pytest.raises(Refused) as refusal:
            vote(election, standing, (6, 5, 4), secretary, count)
        assert (str(refusal.value), election.rounds.count()) == (sentence, 1)

    @pytest.mark.parametrize(("present", "opens"), [(27, False), (28, True)])
    def test_two_thirds_of_forty_two_are_twenty_eight(self, secretary, present, opens):
        election, standing = candidates_settled(secretary)
        count = counted(due=42, present=present)
        if opens:
            assert vote(election, standing, (22, 22, 1), secretary, count).present == 28
        else:
            with pytest.raises(Refused, match=r"不足三分之二（28人）"):
                vote(election, standing, (22, 22, 1), secretary, count)

    def test_school_without_that_rule_counts_whoever_came(self, secretary):
        set_rule("congress.election_quorum", value=False, valid_from=TODAY, source="校规", by=secretary)
        election, standing = candidates_settled(secretary)
        vote(election, standing, (6, 3, 2), secretary, counted(present=6))
        assert names_of(elected_in(election)) == ["教师0"]

    @pytest.mark.parametrize(
        ("votes", "sentence"),
        [
            ((11, 0, 0), "教师0的得票11票多于有效票10张，请核对。"),
            ((8, 8, 5), "得票合计21票，多于有效票10张各选2名的总数，请核对。"),
        ],
    )
    def test_more_votes_than_ballots_are_refused(self, secretary, votes, sentence):
        election, standing = candidates_settled(secretary)
        with pytest.raises(Refused, match=f"^{sentence}$"):
            vote(election, standing, votes, secretary)

    def test_votes_for_others_than_the_candidates_are_refused(self, secretary):
        election, standing = candidates_settled(secretary)
        with pytest.raises(Refused, match=r"^候选人名单有变化，请刷新页面，按现在的名单登记得票。$"):
            vote(election, standing[:2], (6, 6), secretary)

    def test_half_of_those_due_is_too_little(self, secretary):
        election, standing = candidates_settled(secretary)
        vote(election, standing, (6, 5, 5), secretary)
        assert (names_of(elected_in(election)), open_seats(election)) == (["教师0"], 1)

    def test_tie_at_the_last_seat_is_decided_by_another_ballot_of_those_left(self, secretary):
        election, standing = candidates_settled(secretary)
        vote(election, standing, (8, 6, 6), secretary)
        assert (names_of(elected_in(election)), open_seats(election)) == (["教师0"], 1)
        with pytest.raises(Refused, match=r"^候选人名单有变化"):
            vote(election, standing, (8, 6, 6), secretary)
        vote(election, standing[1:], (3, 7), secretary)
        assert (names_of(elected_in(election)), open_seats(election)) == (["教师0", "教师2"], 0)
        with pytest.raises(Refused, match=r"^名额已经选满，请结束选举。$"):
            vote(election, standing[1:2], (9,), secretary)


class TestConclusion:
    def test_without_a_ballot_is_refused(self, secretary):
        election, _standing = candidates_settled(secretary)
        with pytest.raises(Refused, match=r"^还没有登记投票结果，不能结束选举。$"):
            services.conclude_election(election, by=secretary)

    def test_with_nobody_elected_it_is_over(self, secretary):
        election, standing = candidates_settled(secretary)
        vote(election, standing, (5, 5, 5), secretary)
        services.conclude_election(election, by=secretary)
        assert (election.status, election.concluded_on) == (ElectionStatus.DONE, TODAY)

    @pytest.fixture
    def elected(self, secretary):
        election, standing = candidates_settled(secretary)
        vote(election, standing, (8, 7, 5), secretary)
        services.conclude_election(election, by=secretary)
        return election, standing

    def check(self, election, verdicts, by, from_on=TODAY):
        return services.check_elected(election, verdicts, from_on=from_on, by=by, on=TODAY)

    def test_nobody_is_a_delegate_before_the_check(self, elected):
        assert (elected[0].status, Delegate.objects.count()) == (ElectionStatus.ELECTED, 0)

    def test_who_passes_becomes_a_delegate_and_the_other_seat_is_vacant(self, elected, secretary):
        election, standing = elected
        passed, refused = services.Verdict(has_passed=True), services.Verdict(has_passed=False, reason="已签离职协议")
        (delegate,) = self.check(election, {standing[0].pk: passed, standing[1].pk: refused}, secretary)
        assert (delegate.member, delegate.election, delegate.constituency) == (
            standing[0],
            election,
            election.constituency,
        )
        assert (delegate.qualified_on, delegate.from_on, delegate.number) == (TODAY, TODAY, 1)
        assert (election.status, election.checked_on) == (ElectionStatus.DONE, TODAY)
        assert [(one.has_passed, one.refused_because) for one in elected_in(election)] == [
            (True, ""),
            (False, "已签离职协议"),
        ]
        assert [entry.verb for entry in trail_of(election)][:2] == ["完成资格审查", "结束选举"]

    @pytest.mark.parametrize(
        ("told", "from_on", "sentence"),
        [
            ({0: services.Verdict(has_passed=True)}, TODAY, "请对每一位当选人作出审查结论。"),
            (
                {0: services.Verdict(has_passed=True), 1: services.Verdict(has_passed=False, reason=" ")},
                TODAY,
                "请写明教师1未通过审查的理由。",
            ),
            (
                dict.fromkeys((0, 1), services.Verdict(has_passed=True)),
                date(2026, 11, 21),
                "代表资格不能早于选举结束的日期2026-11-22。",
            ),
        ],
    )
    def test_check_that_is_not_whole_is_refused_and_leaves_nothing(self, elected, secretary, told, from_on, sentence):
        election, standing = elected
        with pytest.raises(Refused) as refusal:
            self.check(election, {standing[place].pk: one for place, one in told.items()}, secretary, from_on)
        election.refresh_from_db()
        assert (str(refusal.value), election.status) == (sentence, ElectionStatus.ELECTED)
        assert Delegate.objects.count() == 0

    def test_whole_life_ends_in_no_further_round(self, elected, secretary):
        election, standing = elected
        with pytest.raises(Refused, match=r"^选举已经结束，请刷新页面查看最新情况。$"):
            vote(election, standing, (8, 7, 5), secretary)
