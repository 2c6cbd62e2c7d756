"""Whether what an answer promised is done: entry by entry, until it is and those who asked agree."""

from datetime import date, timedelta

import pytest

from congress import services
from congress.enums import Deed, ProposalStatus, Result, SessionStatus
from congress.models import Acknowledgement, FollowUp
from congress.selectors import to_acknowledge, under_follow_up
from tests.conftest import TODAY, make_actor
from tests.congress.factories import ProposalFactory, SessionFactory
from tests.congress.steps import PROMISED, head_of, notices, rate, signed, status, stored
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

S = ProposalStatus
NAME = "提案2026-001 改善食堂早餐"
LATER = date(2027, 6, 30)


@pytest.fixture
def followed(delegate, secretary, principal):
    proposal = signed(delegate, secretary, principal)
    rate(proposal, delegate)
    return stored(proposal)


@pytest.fixture
def kept(followed, secretary):
    return services.finish_proposal(followed, by=secretary, on=TODAY, fulfilment="两个窗口已开放")


def test_signed_promise_has_its_day(followed):
    assert (followed.status, followed.expected_on) == (S.FOLLOWED, PROMISED)


class TestFollowUp:
    def test_is_kept_and_told_to_who_asked(self, followed, delegate):
        head = head_of(followed)
        services.follow_up_proposal(followed, text=" 设备已采购 ", expected_on=LATER, by=head, on=TODAY)
        entry = followed.follow_ups.get()
        assert (entry.text, entry.noted_on, entry.noted_by, entry.expected_on) == ("设备已采购", TODAY, head, LATER)
        assert (status(followed), stored(followed).expected_on) == (S.FOLLOWED, LATER)
        assert notices(delegate)[-1] == f"{NAME}有了新的落实进展，请查看。"
        assert (trail_of(entry)[0].verb, trail_of(entry)[0].note) == (Deed.FOLLOW_UP, "设备已采购")

    def test_without_a_new_day_the_promised_one_stays(self, followed, secretary):
        services.follow_up_proposal(followed, text="设备已采购", by=secretary, on=TODAY)
        assert stored(followed).expected_on == PROMISED

    @pytest.mark.parametrize(
        ("text", "expected_on", "sentence"),
        [
            (" ", None, "请写明落实进展。"),
            ("已完成", TODAY, "预计完成日期要晚于今天。已经完成的，请直接办结。"),
        ],
    )
    def test_empty_or_with_a_past_day_is_refused(self, followed, secretary, text, expected_on, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.follow_up_proposal(followed, text=text, expected_on=expected_on, by=secretary, on=TODAY)
        assert not FollowUp.objects.exists()

    @pytest.mark.parametrize("other", sorted(set(S) - {S.FOLLOWED}))
    def test_of_what_is_not_followed_up_is_refused(self, other, secretary):
        with pytest.raises(Refused, match=r"^这件提案现在不需要跟踪落实。请刷新页面查看最新情况。$"):
            services.follow_up_proposal(ProposalFactory(status=other), text="已采购", by=secretary, on=TODAY)


class TestAcknowledge:
    def test_agreeing_is_kept_and_troubles_nobody(self, kept, delegate, secretary):
        before = notices(secretary)
        services.acknowledge_fulfilment(kept, is_done=True, by=delegate, on=TODAY)
        said = Acknowledgement.objects.get()
        assert (said.member, said.is_done, said.told_on, said.comment) == (delegate.member, True, TODAY, "")
        assert (status(kept), notices(secretary)) == (S.CLOSED, before)

    def test_disagreeing_is_told_to_department_and_secretary(self, kept, delegate, secretary):
        services.acknowledge_fulfilment(kept, is_done=False, comment="只开了一个", by=delegate, on=TODAY)
        told = f"{NAME}的提案方认为没有落实，请查看。"
        assert [notices(one)[-1] for one in (head_of(kept), secretary)] == [told, told]
        assert status(kept) == S.CLOSED

    def test_disagreeing_without_saying_what_is_missing_is_refused(self, kept, delegate):
        with pytest.raises(Refused, match=r"^请写明哪些事项没有落实。$"):
            services.acknowledge_fulfilment(kept, is_done=False, comment=" ", by=delegate, on=TODAY)

    def test_twice_is_refused(self, kept, delegate):
        services.acknowledge_fulfilment(kept, is_done=True, by=delegate, on=TODAY)
        with pytest.raises(Refused, match=r"^您已经反馈过这次落实情况。$"):
            services.acknowledge_fulfilment(kept, is_done=False, comment="没有", by=delegate, on=TODAY)

    def test_by_who_did_not_ask_is_refused(self, kept, teacher):
        with pytest.raises(Refused, match=r"^只有提案人和起草人可以反馈落实情况。$"):
            services.acknowledge_fulfilment(kept, is_done=True, by=teacher, on=TODAY)

    def test_before_it_is_said_to_be_done_is_refused(self, followed, delegate):
        with pytest.raises(Refused, match=r"^现在没有需要反馈的落实情况。$"):
            services.acknowledge_fulfilment(followed, is_done=True, by=delegate, on=TODAY)

    def test_author_of_a_merged_proposal_is_asked_too_and_once(self, kept):
        other = make_actor(Role.DELEGATE, "林芳")
        ProposalFactory(status=S.MERGED, merged_into=kept, originator=other.member)
        assert list(to_acknowledge(other.member_id, TODAY)) == [kept]
        services.acknowledge_fulfilment(kept, is_done=True, by=other, on=TODAY)
        assert list(to_acknowledge(other.member_id, TODAY)) == []


class TestReopen:
    def test_sets_a_new_day_and_asks_again_when_done(self, kept, delegate, secretary):
        services.acknowledge_fulfilment(kept, is_done=False, comment="只开了一个", by=delegate, on=TODAY)
        services.reopen_proposal(kept, expected_on=LATER, reason="还差一个窗口", by=secretary, on=TODAY)
        proposal = stored(kept)
        assert (proposal.status, proposal.closed_on, proposal.fulfilment, proposal.expected_on) == (
            S.FOLLOWED,
            None,
            "",
            LATER,
        )
        told = f"{NAME}恢复跟踪落实，请继续办理。"
        assert [notices(one)[-1] for one in (delegate, head_of(proposal))] == [told, told]
        day = TODAY + timedelta(days=30)
        services.finish_proposal(proposal, by=secretary, on=day, fulfilment="两个窗口都已开放")
        services.acknowledge_fulfilment(proposal, is_done=True, by=delegate, on=day)
        assert list(proposal.acknowledgements.values_list("told_on", "is_done")) == [(TODAY, False), (day, True)]

    @pytest.mark.parametrize(
        ("reason", "day", "sentence"),
        [(" ", LATER, "请写明为什么恢复跟踪落实。"), ("没有落实", TODAY, "预计完成日期要晚于今天。")],
    )
    def test_without_a_reason_or_a_day_ahead_is_refused(self, kept, secretary, reason, day, sentence):
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.reopen_proposal(kept, expected_on=day, reason=reason, by=secretary, on=TODAY)
        assert status(kept) == S.CLOSED

    def test_of_what_promised_nothing_is_refused(self, secretary):
        proposal = ProposalFactory(status=S.CLOSED, result=Result.NOTED)
        with pytest.raises(Refused, match=r"^只有答复为正在解决或列入计划的提案可以恢复跟踪落实。$"):
            services.reopen_proposal(proposal, expected_on=LATER, reason="没有落实", by=secretary, on=TODAY)


def test_session_is_told_of_open_promises_and_of_those_kept_since_the_last_one():
    SessionFactory(number=2, status=SessionStatus.HELD, starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 1))
    SessionFactory(number=3)
    open_one = ProposalFactory(status=S.FOLLOWED)
    since = ProposalFactory(status=S.CLOSED, closed_on=date(2026, 6, 1))
    ProposalFactory(status=S.CLOSED, closed_on=date(2026, 5, 31))
    ProposalFactory(status=S.CLOSED, result=Result.SOLVED)
    ProposalFactory(status=S.HANDLING)
    assert set(under_follow_up(TODAY)) == {open_one, since}
