"""What one person can't have done twice in the congress, when two records of them become one."""

from datetime import date

import pytest

from congress.enums import DelegateKind, Grade, ProposalStatus, SecondingStatus
from congress.models import Delegate, Rating, Seconding
from congress.selectors import foresee_merge
from tests.congress.elections import DelegationFactory
from tests.congress.factories import DelegateFactory, ProposalFactory, RatingFactory, TermFactory
from tests.members.factories import MemberFactory, UnionGroupFactory
from tests.members.merging import merge
from tests.members.trails import trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

ANSWERED = date(2026, 11, 20)


@pytest.fixture
def pair():
    return MemberFactory(employee_no="1001"), MemberFactory(employee_no="2002")


def foreseen(pair):
    return [told.sentence for told in foresee_merge(*pair)]


class TestDelegacies:
    @pytest.mark.parametrize(
        ("mine", "other", "whole"),
        [
            (("2024-09-01", None), ("2025-03-01", None), ("2024-09-01", None)),
            (("2025-03-01", "2026-01-31"), ("2024-09-01", "2025-06-30"), ("2024-09-01", "2026-01-31")),
            (("2025-03-01", "2026-01-31"), ("2025-06-30", None), ("2025-03-01", None)),
        ],
    )
    def test_one_seat_is_held_from_the_earlier_day_to_the_later_one(self, pair, secretary, mine, other, whole):
        days = [[day and date.fromisoformat(day) for day in span] for span in (mine, other, whole)]
        for member, (start, end) in zip(pair, days, strict=False):
            DelegateFactory(member=member, from_on=start, to_on=end)
        merge(*pair, by=secretary)
        assert list(Delegate.objects.values_list("member", "from_on", "to_on")) == [(pair[0].pk, *days[2])]

    def test_one_after_the_other_stay_two(self, pair, secretary):
        DelegateFactory(member=pair[0], from_on=date(2025, 7, 1))
        DelegateFactory(member=pair[1], to_on=date(2025, 6, 30))
        merge(*pair, by=secretary)
        assert Delegate.objects.filter(member=pair[0]).count() == 2

    def test_of_two_terms_stay_two(self, pair, secretary):
        DelegateFactory(member=pair[0])
        DelegateFactory(member=pair[1], term=TermFactory(number=8))
        merge(*pair, by=secretary)
        assert Delegate.objects.filter(member=pair[0]).count() == 2

    @pytest.mark.parametrize(
        ("changed", "seat"),
        [
            ({"kind": DelegateKind.ATTENDING}, "列席代表"),
            ({"delegation": DelegationFactory}, "正式代表（第二代表团）"),
            ({"group": UnionGroupFactory}, "正式代表（第一工会小组）"),
        ],
    )
    def test_two_different_seats_at_one_time_are_refused(self, pair, secretary, changed, seat):
        DelegateFactory(member=pair[0])
        names = {"group": "第一工会小组", "delegation": "第二代表团"}
        made = {name: value(name=names[name]) if callable(value) else value for name, value in changed.items()}
        DelegateFactory(member=pair[1], **made)
        with pytest.raises(Refused) as refusal:
            merge(*pair, by=secretary)
        told = f"两份档案在第九届教代会同时是正式代表和{seat}，请先结束其中一个，再合并。"
        assert (str(refusal.value), Delegate.objects.count()) == (told, 2)


class TestSecondings:
    @pytest.fixture
    def proposal(self):
        return ProposalFactory(status=ProposalStatus.SECONDING)

    def second(self, proposal, member, status):
        answered_on = None if status == SecondingStatus.INVITED else ANSWERED
        return Seconding.objects.create(proposal=proposal, member=member, status=status, answered_on=answered_on)

    @pytest.mark.parametrize(
        ("mine", "other", "stays"),
        [
            (SecondingStatus.INVITED, SecondingStatus.SECONDED, 1),
            (SecondingStatus.DECLINED, SecondingStatus.SECONDED, 1),
            (SecondingStatus.INVITED, SecondingStatus.DECLINED, 1),
            (SecondingStatus.SECONDED, SecondingStatus.DECLINED, 0),
            (SecondingStatus.SECONDED, SecondingStatus.SECONDED, 0),
        ],
    )
    def test_of_two_answers_the_one_that_says_more_stays(self, pair, secretary, proposal, mine, other, stays):
        rows = [self.second(proposal, pair[0], mine), self.second(proposal, pair[1], other)]
        assert foreseen(pair) == ["1件提案两份档案都在附议名单里，各留一次，已附议的优先。"]
        merge(*pair, by=secretary)
        assert list(Seconding.objects.values_list("pk", "member")) == [(rows[stays].pk, pair[0].pk)]

    @pytest.mark.parametrize("author", [0, 1])
    def test_of_ones_own_proposal_is_taken_back(self, pair, secretary, author):
        proposal = ProposalFactory(status=ProposalStatus.SECONDING, originator=pair[author])
        seconding = self.second(proposal, pair[1 - author], SecondingStatus.SECONDED)
        others = self.second(proposal, MemberFactory(), SecondingStatus.SECONDED)
        key = seconding.pk
        assert foreseen(pair) == ["1次附议的是本人的提案，撤销附议。"]
        merge(*pair, by=secretary)
        proposal.refresh_from_db()
        assert list(proposal.secondings.all()) == [others]
        assert trail(Seconding(pk=key))[-1] == ("合并重复档案", "陈静", "")
        assert (proposal.originator, proposal.proposer) == (pair[0], pair[0])


class TestRatings:
    @pytest.mark.parametrize("proposer", [0, 1])
    def test_of_two_the_proposers_stays(self, pair, secretary, proposer):
        proposal = ProposalFactory(status=ProposalStatus.ANSWERED, originator=pair[proposer])
        answer = proposal.answers.get()
        rows = [RatingFactory(answer=answer, member=member, grade=Grade.SATISFIED) for member in pair]
        assert foreseen(pair) == ["1份答复两份档案都评价过，各留一次，提案人的优先。"]
        merge(*pair, by=secretary)
        assert list(Rating.objects.values_list("pk", "member")) == [(rows[proposer].pk, pair[0].pk)]
