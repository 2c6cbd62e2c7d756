"""Entering delegates, seating them, and how a delegacy ends."""

from datetime import date

import pytest

from congress import services
from congress.enums import DelegateKind
from congress.models import Delegate, Delegation, Recall
from congress.selectors import delegates_who_left, delegation_of, members_speaking_for
from members.models import StatusChange
from tests.conftest import TODAY
from tests.congress.elections import ConstituencyFactory, DelegationFactory
from tests.congress.factories import DelegateFactory, TermFactory
from tests.members.factories import GroupPlaceFactory, MemberFactory, UnionGroupFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


class TestEntry:
    def enter(self, by, **told):
        return services.save_delegate(Delegate(), {"member": MemberFactory(), "from_on": TODAY, **told}, by=by)

    def test_numbers_go_on_in_each_term_and_keys_are_never_alike(self, secretary):
        term, other = TermFactory(), TermFactory(number=3, body="union")
        made = [self.enter(secretary, term=term), self.enter(secretary, term=term), self.enter(secretary, term=other)]
        assert [one.number for one in made] == [1, 2, 1]
        assert len({one.card_key for one in made}) == 3

    def test_number_of_who_left_is_not_given_again(self, secretary):
        first = self.enter(secretary, term=TermFactory())
        services.end_delegacy(first, departure="resigned", last_day=TODAY, by=secretary)
        assert self.enter(secretary, term=first.term).number == 2

    @pytest.mark.parametrize(
        ("part", "factory"), [("constituency", ConstituencyFactory), ("delegation", DelegationFactory)]
    )
    def test_part_of_another_term_is_refused(self, secretary, part, factory):
        strange = factory(name="初中部", term=TermFactory(number=8))
        with pytest.raises(Refused, match=r"^“初中部”不属于第九届教代会，请重新选择。$"):
            self.enter(secretary, term=TermFactory(), **{part: strange})

    def test_where_everybody_votes_only_guests_are_entered(self, secretary):
        term = TermFactory(assembly="everybody")
        with pytest.raises(Refused, match=r"^第九届教职工大会由全体人员参加，人人都有表决权，不用登记正式代表。$"):
            self.enter(secretary, term=term)
        assert self.enter(secretary, term=term, kind=DelegateKind.INVITED).pk

    def test_members_congress_seats_members(self, secretary):
        stranger = MemberFactory(name="林芳", union_status="non_member")
        with pytest.raises(Refused, match=r"^林芳不是工会会员，不能是会员代表。"):
            self.enter(secretary, term=TermFactory(body="union"), member=stranger)

    def test_term_with_delegates_does_not_become_one_of_everybody(self, secretary):
        delegate = DelegateFactory()
        with pytest.raises(Refused, match=r"^第九届教职工大会已经登记了正式代表或选举单位，不能改为全体大会。$"):
            services.save_term(delegate.term, {"assembly": "everybody"}, by=secretary)


class TestSpeaking:
    def test_delegates_of_a_unit_are_those_it_sent_and_those_in_it(self):
        group, sent, inside = UnionGroupFactory(), DelegateFactory(), DelegateFactory()
        Delegate.objects.filter(pk=sent.pk).update(group=group)
        GroupPlaceFactory(group=group, member=inside.member)
        other = DelegateFactory()
        assert set(members_speaking_for(group, TODAY)) == {sent.member, inside.member}
        assert set(members_speaking_for(None, TODAY)) == {sent.member, inside.member, other.member}

    def test_where_everybody_meets_everybody_of_the_unit_speaks(self):
        place = GroupPlaceFactory(member=MemberFactory())
        MemberFactory()
        assert list(members_speaking_for(place.group, TODAY)) == []
        TermFactory(assembly="everybody")
        assert list(members_speaking_for(place.group, TODAY)) == [place.member]

    def test_delegation_is_that_of_the_staff_congress_on_the_day(self):
        seat = DelegateFactory(delegation=DelegationFactory(), to_on=TODAY)
        assert delegation_of(seat.member, TODAY) == seat.delegation
        assert delegation_of(seat.member, date(2026, 11, 23)) is None


class TestEnd:
    def end(self, delegate, by, **told):
        return services.end_delegacy(delegate, **{"departure": "resigned", "last_day": TODAY, "by": by, **told})

    def test_sits_until_the_last_day(self, secretary):
        delegate = self.end(DelegateFactory(), secretary, note="工作调整")
        assert Delegate.objects.voting_on(TODAY).exists()
        assert not Delegate.objects.voting_on(date(2026, 11, 23)).exists()
        entry = trail_of(delegate)[0]
        assert (entry.verb, entry.note) == ("终止代表资格", "工作调整")

    @pytest.mark.parametrize(
        ("told", "sentence"),
        [
            ({"departure": "recalled"}, "撤换代表要有选举单位会议的表决结果，请使用“撤换代表”。"),
            ({"departure": "other"}, "请写明终止的原因。"),
            ({"last_day": date(2024, 8, 31)}, "终止日期不在代表任期之内，请核对。"),
            ({"last_day": date(2029, 9, 1)}, "终止日期不在代表任期之内，请核对。"),
        ],
    )
    def test_refusals(self, secretary, told, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            self.end(DelegateFactory(), secretary, **told)

    def test_second_end_is_refused(self, secretary):
        delegate = self.end(DelegateFactory(member__name="林芳"), secretary)
        with pytest.raises(Refused, match=r"^林芳的代表资格已经终止，请刷新页面查看最新情况。$"):
            self.end(delegate, secretary)

    def test_who_retired_is_told_until_ended(self, secretary):
        delegate = DelegateFactory()
        DelegateFactory()
        StatusChange.objects.create(
            member=delegate.member, kind="retired", on=TODAY, service_status="retired", union_status="member"
        )
        assert list(delegates_who_left(date(2026, 11, 21))) == []
        (gone,) = delegates_who_left(TODAY)
        assert (gone, gone.left_on) == (delegate, TODAY)
        self.end(delegate, secretary, departure="retired")
        assert list(delegates_who_left(TODAY)) == []


class TestRecall:
    def recall(self, delegate, by, reason="长期不履行职责", **changes):
        told = {"held_on": TODAY, "due": 40, "present": 35, "in_favour": 21, **changes}
        return services.recall_delegate(delegate, services.RecallVote(**told), reason=reason, by=by, on=TODAY)

    def test_majority_of_those_due_takes_the_seat_back(self, secretary):
        delegate = DelegateFactory()
        self.recall(delegate, secretary)
        assert (delegate.to_on, delegate.departure, Recall.objects.get().in_favour) == (TODAY, "recalled", 21)

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"in_favour": 20}, "撤换要有应到人数的过半数同意：应到40人，至少要21票，现在只有20票。"),
            ({"present": 41}, "实到人数不能多于应到人数，请核对。"),
            ({"in_favour": 36}, "同意票数不能多于实到人数，请核对。"),
            ({"held_on": date(2026, 11, 23)}, "会议日期是2026-11-23，请在会后登记。"),
            ({"reason": " "}, "请写明撤换的理由。"),
        ],
    )
    def test_refusals_leave_the_seat(self, secretary, changes, sentence):
        delegate = DelegateFactory()
        with pytest.raises(Refused, match=f"^{sentence}$"):
            self.recall(delegate, secretary, **changes)
        assert Delegate.objects.voting_on(date(2026, 11, 23)).exists()


class TestDelegations:
    def test_many_are_seated_at_once_and_who_sits_there_is_left(self, secretary):
        delegation = DelegationFactory()
        delegates = [DelegateFactory(), DelegateFactory(), DelegateFactory(delegation=delegation)]
        assert services.seat_delegates(delegates, delegation, by=secretary) == 2
        assert delegation.delegates.count() == 3

    def test_delegate_of_another_term_is_refused(self, secretary):
        strange = DelegateFactory(term=TermFactory(number=8))
        with pytest.raises(Refused, match=r"^选中的代表里有人不属于第九届教代会，不能编入第一代表团。$"):
            services.seat_delegates([strange], DelegationFactory(name="第一代表团"), by=secretary)

    def test_head_is_one_of_those_who_vote(self, secretary):
        term, listener = TermFactory(), DelegateFactory(kind="attending", member__name="林芳")
        told = {"name": "第一代表团", "head": listener.member}
        with pytest.raises(Refused, match=r"^林芳不是第九届教代会的正式代表，不能任团长。$"):
            services.save_delegation(Delegation(term=term), told, by=secretary)
        voter = DelegateFactory().member
        made = services.save_delegation(Delegation(term=term), {**told, "head": voter}, by=secretary)
        with pytest.raises(Refused, match=r"^第九届教代会已经有“第一代表团”，请核对名称。$"):
            services.save_delegation(Delegation(term=term), {"name": made.name}, by=secretary)
