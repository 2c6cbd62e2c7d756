"""A delegation's proposals, what comes after the call, and whom an open call reminds."""

from datetime import date

import pytest

from congress import services
from congress.enums import Deed, ProposalStatus, SecondingStatus
from congress.models import Delegation, Proposal, Suggestion
from congress.selectors import may_be_asked_to_second
from members.models import Member
from tests.conftest import TODAY, make_actor
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.congress.steps import draft, notices, seconded, seeking, status, stored, verbs
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db

S = ProposalStatus
AFTER = date(2026, 12, 1)


@pytest.fixture
def head():
    """The head of a delegation of three."""
    account = make_actor(None, "林芳")
    delegation = Delegation.objects.create(term=TermFactory(), name="第一代表团", head=account.member)
    DelegateFactory(member=account.member, delegation=delegation)
    return account


@pytest.fixture
def own(head):
    """Another delegate of the same delegation."""
    account = make_actor(None, "王磊")
    DelegateFactory(member=account.member, delegation=Delegation.objects.get())
    return account


def of_delegation(head):
    return services.seek_seconders(draft(head), by=head, on=TODAY, for_delegation=True)


class TestDelegation:
    def test_files_by_its_head_without_seconders(self, head, secretary):
        SessionFactory()
        proposal = services.file_proposal(of_delegation(head), by=head, on=TODAY)
        assert (proposal.delegation.name, proposal.proposer, proposal.number) == (
            "第一代表团",
            head.member,
            "2026-001",
        )

    def test_head_takes_a_draft_up_in_its_name(self, head, teacher):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.take_up_proposal(proposal, by=head, on=TODAY, for_delegation=True)
        now = stored(proposal)
        assert (now.delegation.name, now.proposer, now.originator) == ("第一代表团", head.member, teacher.member)

    def test_head_may_also_speak_alone(self, head):
        SessionFactory()
        proposal = services.seek_seconders(draft(head), by=head, on=TODAY)
        assert proposal.delegation is None
        with pytest.raises(Refused, match="还差2名附议人"):
            services.file_proposal(proposal, by=head, on=TODAY)

    @pytest.mark.parametrize("who", ["member", "outsider"])
    def test_nobody_else_speaks_in_its_name(self, own, delegate, who):
        by = own if who == "member" else delegate
        proposal = draft(by)
        with pytest.raises(Refused, match=r"^只有代表团团长可以代表本团提出提案。$"):
            services.seek_seconders(proposal, by=by, on=TODAY, for_delegation=True)
        assert (status(proposal), stored(proposal).delegation) == (S.DRAFT, None)

    def test_its_members_do_not_second_their_own(self, head, own, delegate):
        proposal = of_delegation(head)
        assert list(may_be_asked_to_second(proposal, TODAY)) == [delegate.member]
        with pytest.raises(Refused, match=r"^这是您所在代表团提出的提案，不用附议。$"):
            services.second_proposal(proposal, by=own, on=TODAY)
        services.second_proposal(proposal, by=delegate, on=TODAY)
        assert [one.member for one in proposal.secondings.all()] == [delegate.member]

    def test_rule_of_the_school_may_ask_for_seconders(self, head):
        SessionFactory()
        set_rule("congress.delegation_seconders", 1, valid_from=TODAY, source="本校实施细则", by=None)
        proposal = of_delegation(head)
        with pytest.raises(Refused, match=r"^还差1名附议人，至少要有1名。请继续邀请附议。$"):
            services.file_proposal(proposal, by=head, on=TODAY)
        assert services.file_proposal(seconded(proposal, "李静"), by=head, on=TODAY).number == "2026-001"

    def test_who_heads_it_no_more_does_not_file(self, head, own):
        SessionFactory()
        proposal = of_delegation(head)
        Delegation.objects.update(head=own.member)
        with pytest.raises(Refused, match=r"^您不再是第一代表团团长，不能代表本团提交。$"):
            services.file_proposal(proposal, by=head, on=TODAY)
        assert status(proposal) == S.SECONDING


class TestTakeBack:
    def test_is_told_and_counts_no_more(self, delegate):
        SessionFactory()
        proposal, other = seconded(seeking(delegate), "李静"), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        mine = services.take_back_seconding(proposal, by=other, on=TODAY)
        assert (mine.status, verbs(mine)[-1]) == (SecondingStatus.DECLINED, ("王磊", Deed.TAKE_BACK))
        assert notices(delegate)[-1] == "王磊撤回了对提案《改善食堂早餐》的附议。"
        with pytest.raises(Refused, match="还差1名附议人"):
            services.file_proposal(proposal, by=delegate, on=TODAY)

    def test_leaves_the_way_open_to_second_again(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        for act in (services.second_proposal, services.take_back_seconding, services.second_proposal):
            act(proposal, by=other, on=TODAY)
        assert proposal.secondings.get().status == SecondingStatus.SECONDED

    def test_of_what_one_does_not_second_is_refused(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.invite_seconders(proposal, Member.objects.filter(pk=other.member_id), by=delegate, on=TODAY)
        with pytest.raises(Refused, match=r"^您没有附议这份提案。$"):
            services.take_back_seconding(proposal, by=other, on=TODAY)

    def test_of_what_is_filed_is_refused(self, delegate):
        SessionFactory()
        proposal, other = seconded(seeking(delegate), "李静"), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        services.file_proposal(proposal, by=delegate, on=TODAY)
        with pytest.raises(Refused, match="现在不征集附议"):
            services.take_back_seconding(proposal, by=other, on=TODAY)


class TestInvite:
    def test_asks_nobody_without_a_vote(self, delegate, teacher):
        proposal = seeking(delegate)
        with pytest.raises(Refused, match=r"^请至少选择一位还没有邀请过的人。$"):
            services.invite_seconders(proposal, Member.objects.filter(pk=teacher.member_id), by=delegate, on=TODAY)
        assert not proposal.secondings.exists()


class TestHandOver:
    def test_draft_goes_on_as_a_suggestion_and_is_kept(self, teacher, secretary):
        SessionFactory()
        proposal = draft(teacher)
        suggestion = services.hand_over_proposal(proposal, by=teacher, on=AFTER)
        assert (status(proposal), stored(proposal).number) == (S.TURNED, "")
        assert (suggestion.from_proposal, suggestion.author) == (proposal, teacher.member)
        assert suggestion.text == "早餐品种太少\n\n增加两个窗口"
        assert verbs(proposal)[-1] == ("韩梅", Deed.HAND_OVER)

    def test_of_what_is_seconded_tells_those_behind_it(self, delegate, secretary):
        SessionFactory()
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        services.hand_over_proposal(proposal, by=delegate, on=AFTER)
        assert notices(other) == ["提案《改善食堂早餐》已改为意见建议提交，会有部门答复。"]

    def test_is_refused_while_a_call_is_open(self, teacher):
        SessionFactory()
        proposal = draft(teacher)
        with pytest.raises(Refused, match=r"^第九届第三次正在征集提案，请直接提交提案。$"):
            services.hand_over_proposal(proposal, by=teacher, on=TODAY)
        assert (status(proposal), Suggestion.objects.count()) == (S.DRAFT, 0)

    def test_of_a_text_with_parts_missing_is_refused(self, teacher):
        proposal = draft(teacher, measures="")
        with pytest.raises(Refused, match=r"^还没有填写建议，请先补全。$"):
            services.hand_over_proposal(proposal, by=teacher, on=AFTER)

    @pytest.mark.parametrize("to", [S.OFFERED, S.TURNED])
    def test_of_what_is_with_others_is_refused(self, teacher, delegate, to):
        proposal = draft(teacher)
        if to == S.OFFERED:
            services.offer_proposal(proposal, by=teacher, on=TODAY)
        else:
            services.hand_over_proposal(proposal, by=teacher, on=AFTER)
        with pytest.raises(Refused, match="不能改为意见建议提交"):
            services.hand_over_proposal(proposal, by=teacher, on=AFTER)
        assert status(proposal) == to


class TestCall:
    TOLD = "第九届第三次正在征集提案，2026年11月30日截止。您有还没有提交的提案。"

    def test_reminds_each_author_of_what_waits_once(self, teacher, delegate, secretary):
        draft(teacher)
        draft(teacher)
        seeking(delegate)
        SessionFactory()
        for on in (date(2026, 11, 10), date(2026, 11, 11)):
            services.tell_of_call(on)
        assert [notices(one) for one in (teacher, delegate, secretary)] == [[self.TOLD], [self.TOLD], []]

    def test_reminds_who_begins_later_too(self, teacher):
        SessionFactory()
        services.tell_of_call(date(2026, 11, 10))
        draft(teacher)
        services.tell_of_call(date(2026, 11, 11))
        assert notices(teacher) == [self.TOLD]

    @pytest.mark.parametrize("on", [date(2026, 11, 9), date(2026, 12, 1)])
    def test_that_is_not_open_reminds_nobody(self, teacher, on):
        draft(teacher)
        SessionFactory()
        services.tell_of_call(on)
        assert notices(teacher) == []

    def test_reminds_nobody_of_what_is_filed(self, delegate):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        services.file_proposal(proposal, by=delegate, on=TODAY)
        services.tell_of_call(TODAY)
        assert self.TOLD not in notices(delegate)
        assert Proposal.objects.count() == 1
