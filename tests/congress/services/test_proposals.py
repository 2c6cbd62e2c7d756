"""What authors and delegates do with a proposal until it is filed: what it does, refuses, and who is told."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from congress import services
from congress.enums import Deed, ProposalStatus, SecondingStatus
from congress.models import Delegate, Proposal, Seconding
from members.models import Member
from tests.conftest import TODAY, make_actor
from tests.congress.factories import DelegateFactory, ProposalFactory, SessionFactory
from tests.congress.steps import delegate_of, draft, filed, notices, seconded, seeking, status, stored, verbs
from tests.members.factories import GroupPlaceFactory, UnionGroupFactory
from tests.unionoffice.attachments.files import PDF, upload
from unionoffice.attachments import Attachment, attach
from unionoffice.audit import LogEntry
from unionoffice.numbering import NumberSeries
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.rules import set_rule

pytestmark = pytest.mark.django_db

ALREADY = "还差1名附议人，至少要有2名。请继续邀请附议。"


@pytest.fixture
def group():
    return UnionGroupFactory(name="第一工会小组")


class TestDraft:
    def test_belongs_to_who_wrote_it_and_has_no_number(self, teacher):
        proposal = stored(draft(teacher))
        assert (proposal.originator, proposal.proposer, proposal.number) == (teacher.member, None, "")
        assert verbs(proposal) == [("韩梅", Deed.DRAFT)]

    def test_is_changed_without_asking_anybody(self, teacher):
        proposal = services.edit_proposal(draft(teacher), {"title": "改善午餐"}, by=teacher)
        assert stored(proposal).title == "改善午餐"
        assert verbs(proposal)[-1] == ("韩梅", Deed.EDIT)

    def test_is_deleted_with_a_line_in_the_trail(self, teacher):
        services.delete_draft(draft(teacher), by=teacher)
        assert not Proposal.objects.exists()
        assert LogEntry.objects.filter(verb="删除草稿", action=LogEntry.Action.DELETE).count() == 1

    def test_takes_its_files_along(self, teacher):
        proposal = draft(teacher)
        attach(proposal, upload(PDF, "方案.pdf"), by=teacher)
        services.delete_draft(proposal, by=teacher)
        assert not Attachment.objects.exists()

    def test_that_seeks_seconders_is_not_deleted(self, delegate):
        proposal = seeking(delegate)
        with pytest.raises(Refused, match=r"^只能删除草稿。请先收回，或者撤案。$"):
            services.delete_draft(proposal, by=delegate)
        assert status(proposal) == ProposalStatus.SECONDING


class TestOffer:
    def test_asks_the_delegates_of_the_units_own(self, teacher, group):
        GroupPlaceFactory(member=teacher.member, group=group)
        own, other = delegate_of(group, "林芳"), delegate_of(UnionGroupFactory(), "王磊")
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        assert (status(proposal), stored(proposal).unit) == (ProposalStatus.OFFERED, group)
        assert [notices(account) for account in (own, other)] == [["韩梅请您领衔提案《改善食堂早餐》。"], []]

    @pytest.mark.parametrize("has_group", [True, False])
    def test_asks_all_delegates_where_the_unit_has_none(self, teacher, group, delegate, has_group):
        if has_group:
            GroupPlaceFactory(member=teacher.member, group=group)
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        assert (stored(proposal).unit, len(notices(delegate))) == (None, 1)

    def test_is_refused_where_there_is_no_delegate(self, teacher):
        proposal = draft(teacher)
        with pytest.raises(Refused, match=r"^现在没有可以领衔的人。请联系工会秘书。$"):
            services.offer_proposal(proposal, by=teacher, on=TODAY)
        assert status(proposal) == ProposalStatus.DRAFT

    def test_is_taken_back_to_go_on_writing(self, teacher, delegate):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        with pytest.raises(Refused, match="请先收回"):
            services.edit_proposal(proposal, {"title": "改善午餐"}, by=teacher)
        services.retract_proposal(proposal, by=teacher)
        assert (status(proposal), stored(proposal).unit) == (ProposalStatus.DRAFT, None)


class TestTakeUp:
    def test_makes_the_delegate_proposer_and_keeps_the_originator(self, teacher, group):
        GroupPlaceFactory(member=teacher.member, group=group)
        own = delegate_of(group, "林芳")
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.take_up_proposal(proposal, by=own, on=TODAY)
        assert (stored(proposal).proposer, stored(proposal).originator) == (own.member, teacher.member)
        assert (status(proposal), verbs(proposal)[-1]) == (ProposalStatus.SECONDING, ("林芳", Deed.TAKE_UP))
        assert notices(teacher) == ["林芳已领衔您起草的提案《改善食堂早餐》。"]

    @pytest.mark.parametrize("kind", ["of another unit", "attending", "nobody"])
    def test_is_refused_to_others(self, teacher, group, kind):
        GroupPlaceFactory(member=teacher.member, group=group)
        delegate_of(group, "林芳")
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        other = make_actor(Role.DELEGATE if kind == "of another unit" else None, "王磊")
        if kind == "attending":
            DelegateFactory(member=other.member, kind="attending", group=group)
        with pytest.raises(Refused, match=r"^这份提案请起草人所在单位的代表领衔。$"):
            services.take_up_proposal(proposal, by=other, on=TODAY)
        assert status(proposal) == ProposalStatus.OFFERED

    def test_second_delegate_comes_too_late(self, teacher, delegate):
        late = make_actor(Role.DELEGATE, "王磊")
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.take_up_proposal(proposal, by=delegate, on=TODAY)
        with pytest.raises(Refused, match="征集附议"):
            services.take_up_proposal(proposal, by=late, on=TODAY)
        assert stored(proposal).proposer == delegate.member

    def test_draft_of_who_is_no_delegate_seeks_nobody_by_itself(self, teacher):
        proposal = draft(teacher)
        with pytest.raises(Refused, match="只有正式代表可以这样做"):
            services.seek_seconders(proposal, by=teacher, on=TODAY)
        assert stored(proposal).proposer is None


class TestSecond:
    def test_is_told_to_the_proposer_with_the_count(self, delegate):
        seconded(seeking(delegate), "王磊", "李静")
        assert notices(delegate) == [
            "王磊已附议提案《改善食堂早餐》，现有1名附议人。",
            "李静已附议提案《改善食堂早餐》，现有2名附议人。",
        ]

    def test_own_proposal_is_refused(self, delegate):
        with pytest.raises(Refused, match=r"^不能附议自己的提案，请邀请其他人附议。$"):
            services.second_proposal(seeking(delegate), by=delegate, on=TODAY)

    @pytest.mark.parametrize("author", ["teacher", "delegate"])
    def test_neither_drafter_nor_who_took_it_up_may_second(self, teacher, delegate, author, request):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.take_up_proposal(proposal, by=delegate, on=TODAY)
        DelegateFactory(member=teacher.member)
        with pytest.raises(Refused, match="不能附议自己的提案"):
            services.second_proposal(proposal, by=request.getfixturevalue(author), on=TODAY)

    def test_second_time_is_refused(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        with pytest.raises(Refused, match=r"^您已经附议过这份提案。$"):
            services.second_proposal(proposal, by=other, on=TODAY)
        assert Seconding.objects.count() == 1

    @pytest.mark.parametrize(
        "fields",
        [
            {"kind": "attending"},
            {"kind": "invited"},
            {"to_on": TODAY - timedelta(days=1)},
            {"from_on": TODAY + timedelta(days=1)},
        ],
        ids=str,
    )
    def test_who_has_no_vote_today_is_refused(self, delegate, teacher, fields):
        DelegateFactory(member=teacher.member, **fields)
        with pytest.raises(Refused, match="只有正式代表可以这样做"):
            services.second_proposal(seeking(delegate), by=teacher, on=TODAY)

    def test_draft_cannot_be_seconded(self, delegate):
        other = make_actor(Role.DELEGATE, "王磊")
        with pytest.raises(Refused, match="现在不征集附议"):
            services.second_proposal(draft(delegate), by=other, on=TODAY)


class TestInvite:
    def people(self, *accounts):
        return Member.objects.filter(account__in=accounts)

    def test_asks_each_once(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.invite_seconders(proposal, self.people(other, delegate), by=delegate, on=TODAY)
        assert notices(other) == ["魏雅琴邀请您附议提案《改善食堂早餐》。"]
        assert [seconding.member for seconding in proposal.secondings.all()] == [other.member]
        with pytest.raises(Refused, match=r"^请至少选择一位还没有邀请过的人。$"):
            services.invite_seconders(proposal, self.people(other), by=delegate, on=TODAY)

    def test_invited_who_declines_may_still_second(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.invite_seconders(proposal, self.people(other), by=delegate, on=TODAY)
        services.decline_seconding(proposal, by=other, on=TODAY)
        assert notices(delegate) == ["王磊没有附议提案《改善食堂早餐》。"]
        with pytest.raises(Refused, match=r"^您没有待回复的附议邀请。$"):
            services.decline_seconding(proposal, by=other, on=TODAY)
        services.second_proposal(proposal, by=other, on=TODAY)
        assert proposal.secondings.get().status == SecondingStatus.SECONDED


class TestEdit:
    def test_new_text_asks_the_seconders_again(self, delegate):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        services.edit_proposal(proposal, {"measures": "增加三个窗口"}, by=delegate)
        seconding = proposal.secondings.get()
        assert (seconding.status, seconding.answered_on) == (SecondingStatus.INVITED, None)
        assert notices(other) == ["您附议的提案《改善食堂早餐》修改了，请重新确认是否附议。"]

    @pytest.mark.parametrize("changes", [{"show_name": False}, {"title": "改善食堂早餐"}], ids=str)
    def test_what_leaves_the_text_alone_keeps_the_seconders(self, delegate, changes):
        proposal = seconded(seeking(delegate), "王磊")
        services.edit_proposal(proposal, changes, by=delegate)
        assert proposal.secondings.get().status == SecondingStatus.SECONDED

    def test_filed_text_stays(self, delegate):
        proposal = filed(delegate)
        with pytest.raises(Refused, match="提案现在不能修改"):
            services.edit_proposal(proposal, {"title": "改善午餐"}, by=delegate)
        assert stored(proposal).title == "改善食堂早餐"


class TestFile:
    def test_gives_number_session_and_day_and_tells(self, delegate, secretary):
        proposal = stored(filed(delegate))
        assert (proposal.number, proposal.filed_on, proposal.status) == ("2026-001", TODAY, ProposalStatus.FILED)
        assert str(proposal.session) == "第九届第三次"
        assert notices(secretary) == ["提案2026-001 改善食堂早餐已提交，请审理。"]

    def test_originator_of_what_another_files_is_told(self, teacher, delegate, secretary):
        SessionFactory()
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.take_up_proposal(proposal, by=delegate, on=TODAY)
        services.file_proposal(seconded(proposal, "王磊", "李静"), by=delegate, on=TODAY)
        assert notices(teacher)[-1] == "您的提案2026-001 改善食堂早餐已提交。"

    def test_one_seconder_too_few_is_refused(self, delegate):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊")
        with pytest.raises(Refused, match=f"^{ALREADY}$"):
            services.file_proposal(proposal, by=delegate, on=TODAY)
        assert (status(proposal), NumberSeries.objects.count()) == (ProposalStatus.SECONDING, 0)

    def test_rule_of_the_day_says_how_many(self, delegate):
        SessionFactory()
        set_rule("congress.seconders", 3, valid_from=TODAY, source="本校实施细则", by=None)
        with pytest.raises(Refused, match="还差1名附议人，至少要有3名"):
            services.file_proposal(seconded(seeking(delegate), "王磊", "李静"), by=delegate, on=TODAY)

    def test_seconder_who_was_asked_again_does_not_count(self, delegate):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        services.edit_proposal(proposal, {"reason": "早餐太晚"}, by=delegate)
        with pytest.raises(Refused, match="还差2名附议人"):
            services.file_proposal(proposal, by=delegate, on=TODAY)

    def test_who_is_no_delegate_any_more_is_refused(self, delegate):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        Delegate.objects.filter(member=delegate.member).update(to_on=TODAY - timedelta(days=1))
        with pytest.raises(Refused, match="只有正式代表可以这样做"):
            services.file_proposal(proposal, by=delegate, on=TODAY)

    @pytest.mark.parametrize("on", [date(2026, 11, 10), date(2026, 11, 30)])
    def test_first_and_last_day_of_the_call_are_open(self, delegate, on):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        assert services.file_proposal(proposal, by=delegate, on=on).filed_on == on

    @pytest.mark.parametrize(
        ("on", "sentence"),
        [
            (date(2026, 11, 9), "第九届第三次的提案征集从2026年11月10日开始，请到时再提交，草稿会一直保留。"),
            (
                date(2026, 12, 1),
                "第九届第三次的提案征集已在2026年11月30日截止。可以改为意见建议提交，也可以留到下次征集。",
            ),
        ],
    )
    def test_day_before_and_after_the_call_are_told_what_to_do(self, delegate, on, sentence):
        SessionFactory()
        SessionFactory(number=2, call_from=date(2025, 11, 10), call_to=date(2025, 11, 30))
        with pytest.raises(Refused, match=f"^{sentence}$"):
            services.file_proposal(seconded(seeking(delegate), "王磊", "李静"), by=delegate, on=on)

    def test_without_any_call_it_waits(self, delegate):
        with pytest.raises(Refused, match=r"^现在没有开始征集提案。"):
            services.file_proposal(seconded(seeking(delegate), "王磊", "李静"), by=delegate, on=TODAY)

    def test_what_is_taken_back_leaves_no_gap(self, delegate):
        SessionFactory()
        proposal = seconded(seeking(delegate), "王磊", "李静")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            services.file_proposal(proposal, by=delegate, on=TODAY)
            raise ZeroDivisionError
        assert services.file_proposal(proposal, by=delegate, on=TODAY).number == "2026-001"


class TestWithdraw:
    def test_tells_those_who_stood_behind_it(self, delegate, secretary):
        SessionFactory()
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        services.withdraw_proposal(proposal, by=delegate, on=TODAY, reason="学校已经办理")
        assert (status(proposal), notices(other)) == (
            ProposalStatus.WITHDRAWN,
            ["提案《改善食堂早餐》已撤案。"],
        )
        assert notices(secretary) == []

    def test_of_a_filed_one_tells_the_secretary_and_keeps_the_number(self, delegate, secretary):
        proposal = filed(delegate)
        services.withdraw_proposal(proposal, by=delegate, on=TODAY, reason="学校已经办理")
        assert (stored(proposal).number, notices(secretary)[-1]) == ("2026-001", "提案《改善食堂早餐》已撤案。")

    def test_without_a_reason_is_refused(self, delegate):
        with pytest.raises(Refused, match=r"^请写明撤案的理由。$"):
            services.withdraw_proposal(filed(delegate), by=delegate, on=TODAY, reason=" ")

    def test_is_refused_once_a_department_has_it(self, delegate):
        proposal = ProposalFactory(status=ProposalStatus.ASSIGNED, originator=delegate.member)
        with pytest.raises(Refused, match="待接收"):
            services.withdraw_proposal(proposal, by=delegate, on=TODAY, reason="不再需要")


class TestAtTheSameMoment:
    @pytest.fixture(autouse=True)
    def shared(self, shared_database):
        """In a database that threads share."""

    def test_one_delegate_seconds_once(self, at_the_same_moment):
        proposal = seeking(make_actor(Role.DELEGATE, "林芳"))
        other = make_actor(Role.DELEGATE, "王磊")
        outcomes = at_the_same_moment(*[lambda: services.second_proposal(stored(proposal), by=other, on=TODAY)] * 3)
        assert [isinstance(outcome, Refused) for outcome in outcomes].count(True) == 2
        assert Seconding.objects.count() == 1
