"""Texts that nobody has filed: kept as they are typed, offered to a delegate, taken up or not."""

import uuid

import pytest

from congress import services
from congress.enums import Assembly, Deed, ProposalStatus
from congress.models import Proposal, TakeUpRefusal
from congress.selectors import seconders_of, takers_of
from members.enums import ContractKind
from tests.conftest import TODAY, make_actor
from tests.congress.factories import ProposalFactory, TermFactory
from tests.congress.steps import TEXT, delegate_of, draft, notices, seeking, status, stored, verbs
from tests.members.factories import GroupPlaceFactory, UnionGroupFactory
from unionoffice.audit import LogEntry, trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

S = ProposalStatus


def changes(record, verb):
    """What the latest line of that verb says has changed."""
    return trail_of(record).filter(verb=verb).first().changes


class TestKeep:
    def test_same_form_makes_one_draft_with_the_latest_words(self, teacher):
        key = uuid.uuid4()
        first = services.draft_proposal(Proposal(title="改"), by=teacher, key=key)
        again = services.draft_proposal(Proposal(title="改善食堂早餐"), by=teacher, key=key)
        assert (first.pk, stored(first).title) == (again.pk, "改善食堂早餐")
        assert Proposal.objects.count() == 1

    def test_two_forms_make_two(self, teacher):
        for _ in range(2):
            services.draft_proposal(Proposal(title="改"), by=teacher, key=uuid.uuid4())
        assert Proposal.objects.count() == 2

    def test_anothers_key_is_refused(self, teacher, delegate):
        key = uuid.uuid4()
        services.draft_proposal(Proposal(title="改"), by=teacher, key=key)
        with pytest.raises(Refused, match=r"^这一页是别人登录时打开的，请刷新页面后重新填写。$"):
            services.draft_proposal(Proposal(title="我的"), by=delegate, key=key)
        assert Proposal.objects.get().title == "改"

    def test_leaves_one_line_however_often_it_is_kept(self, teacher):
        proposal = services.draft_proposal(Proposal(title="改"), by=teacher, key=uuid.uuid4())
        for title in ("改善", "改善食", "改善食堂"):
            services.keep_draft(proposal, {"title": title}, by=teacher)
        assert (stored(proposal).title, stored(proposal).version) == ("改善食堂", 4)
        assert verbs(proposal) == [("韩梅", Deed.DRAFT)]

    def test_what_was_typed_stands_in_the_trail_before_others_see_it(self, teacher, delegate):
        proposal = services.draft_proposal(Proposal(title="改"), by=teacher, key=uuid.uuid4())
        services.keep_draft(proposal, {**TEXT, "show_name": False}, by=teacher)
        services.offer_proposal(proposal, by=teacher, on=TODAY)
        assert verbs(proposal) == [("韩梅", Deed.DRAFT), ("韩梅", Deed.EDIT), ("韩梅", Deed.OFFER)]
        assert changes(proposal, Deed.EDIT) == {
            "title": ["改", "改善食堂早餐"],
            "category": ["", "welfare"],
            "reason": ["", "早餐品种太少"],
            "measures": ["", "增加两个窗口"],
            "show_name": ["True", "False"],
        }

    def test_what_the_trail_knows_already_is_not_told_again(self, teacher, delegate):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        assert verbs(proposal) == [("韩梅", Deed.DRAFT), ("韩梅", Deed.OFFER)]

    def test_button_tells_what_changed_since_the_trail_last_did(self, teacher):
        proposal = draft(teacher)
        services.keep_draft(proposal, {"title": "改善午餐"}, by=teacher)
        services.edit_proposal(proposal, {"title": "改善晚餐"}, by=teacher)
        services.edit_proposal(proposal, {"title": "改善晚餐"}, by=teacher)
        assert verbs(proposal) == [("韩梅", Deed.DRAFT), ("韩梅", Deed.EDIT)]
        assert changes(proposal, Deed.EDIT) == {"title": ["改善食堂早餐", "改善晚餐"]}

    def test_of_what_is_no_draft_any_more_is_refused(self, delegate):
        proposal = seeking(delegate)
        with pytest.raises(
            Refused, match=r"^这份提案已经不是草稿，没有保存。请复制填写的文字，刷新后查看最新情况。$"
        ):
            services.keep_draft(proposal, {"title": "改善午餐"}, by=delegate)
        assert stored(proposal).title == "改善食堂早餐"

    def test_by_another_is_refused(self, teacher, delegate):
        proposal = draft(teacher)
        with pytest.raises(Refused, match=r"^只有起草人可以修改草稿。$"):
            services.keep_draft(proposal, {"title": "改善午餐"}, by=delegate)

    def test_two_at_the_same_moment_make_one(self, at_the_same_moment):
        teacher, key = make_actor(None, "韩梅"), uuid.uuid4()
        made = at_the_same_moment(*[lambda: services.draft_proposal(Proposal(title="改"), by=teacher, key=key)] * 3)
        assert {one.pk for one in made} == {Proposal.objects.get().pk}


class TestWhole:
    @pytest.mark.parametrize(
        ("missing", "told"),
        [
            ({"category": "", "measures": ""}, "类别、建议"),
            ({"title": ""}, "案名"),
            ({"reason": ""}, "案由"),
        ],
        ids=str,
    )
    def test_text_is_shown_to_others_only_with_all_its_parts(self, delegate, missing, told):
        proposal = draft(delegate, **missing)
        for show in (services.seek_seconders, services.offer_proposal):
            with pytest.raises(Refused, match=f"^还没有填写{told}，请先补全。$"):
                show(proposal, by=delegate, on=TODAY)
        assert status(proposal) == S.DRAFT

    def test_what_others_second_keeps_its_parts(self, delegate):
        proposal = seeking(delegate)
        with pytest.raises(Refused, match=r"^还没有填写案由，请先补全。$"):
            services.edit_proposal(proposal, {"reason": ""}, by=delegate)
        assert stored(proposal).reason == "早餐品种太少"


class TestOffer:
    def test_by_name_asks_that_one_alone(self, teacher):
        group = UnionGroupFactory()
        GroupPlaceFactory(member=teacher.member, group=group)
        asked, other = delegate_of(group, "林芳"), delegate_of(group, "王磊")
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY, asked=asked.member)
        assert [len(notices(account)) for account in (asked, other)] == [1, 0]
        seen = [Proposal.objects.visible_to(account).filter(pk=proposal.pk).exists() for account in (asked, other)]
        assert seen == [True, False]
        with pytest.raises(Refused, match=r"^起草人请林芳领衔这份提案。$"):
            services.take_up_proposal(proposal, by=other, on=TODAY)
        services.take_up_proposal(proposal, by=asked, on=TODAY)
        assert (stored(proposal).proposer, stored(proposal).asked) == (asked.member, None)

    def test_of_who_cannot_take_it_up_is_refused(self, teacher, delegate):
        other = make_actor(None, "王磊")
        proposal = draft(teacher)
        with pytest.raises(Refused, match=r"^王磊现在不能领衔这份提案，请另选一位。$"):
            services.offer_proposal(proposal, by=teacher, on=TODAY, asked=other.member)
        assert (status(proposal), stored(proposal).asked) == (S.DRAFT, None)


class TestBegOff:
    @pytest.fixture
    def two(self, teacher):
        group = UnionGroupFactory()
        GroupPlaceFactory(member=teacher.member, group=group)
        return delegate_of(group, "林芳"), delegate_of(group, "王磊")

    def test_leaves_it_to_the_others_and_tells_the_originator(self, teacher, two):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.beg_off_proposal(proposal, by=two[0], on=TODAY, word=" 请先核实窗口数量 ")
        refusal = TakeUpRefusal.objects.get()
        assert (refusal.member, refusal.word, refusal.refused_on) == (two[0].member, "请先核实窗口数量", TODAY)
        assert (status(proposal), list(takers_of(proposal, TODAY))) == (S.OFFERED, [two[1].member])
        assert notices(teacher) == ["林芳没有领衔您起草的提案《改善食堂早餐》。"]
        seen = [Proposal.objects.visible_to(account).filter(pk=proposal.pk).exists() for account in two]
        assert seen == [False, True]
        assert verbs(refusal) == [("林芳", Deed.BEG_OFF)]

    @pytest.mark.parametrize("by_name", [True, False])
    def test_of_the_last_gives_it_back_as_a_draft(self, teacher, two, by_name):
        asked = two[0].member if by_name else None
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY, asked=asked)
        for account in two[: 1 if by_name else 2]:
            services.beg_off_proposal(proposal, by=account, on=TODAY)
        now = stored(proposal)
        assert (now.status, now.unit, now.asked) == (S.DRAFT, None, None)
        assert notices(teacher)[-1].endswith("没有领衔您起草的提案《改善食堂早餐》。草稿已回到您手里，可以另请一位。")
        assert verbs(proposal)[-1][1] == Deed.BEG_OFF

    def test_who_said_no_may_be_asked_anew(self, teacher, two):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY, asked=two[0].member)
        services.beg_off_proposal(proposal, by=two[0], on=TODAY)
        services.edit_proposal(proposal, {"reason": "早餐太晚"}, by=teacher)
        services.offer_proposal(proposal, by=teacher, on=TODAY, asked=two[0].member)
        services.take_up_proposal(proposal, by=two[0], on=TODAY)
        assert (status(proposal), TakeUpRefusal.objects.count()) == (S.SECONDING, 0)

    def test_who_said_no_cannot_take_it_up_behind(self, teacher, two):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.beg_off_proposal(proposal, by=two[0], on=TODAY)
        for act in (services.take_up_proposal, services.beg_off_proposal):
            with pytest.raises(Refused, match=r"^这份提案请起草人所在单位的代表领衔。$"):
                act(proposal, by=two[0], on=TODAY)

    def test_of_what_is_taken_up_already_is_refused(self, teacher, two):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        services.take_up_proposal(proposal, by=two[1], on=TODAY)
        with pytest.raises(Refused, match=r"^这份提案现在不请人领衔，请刷新页面查看最新情况。$"):
            services.beg_off_proposal(proposal, by=two[0], on=TODAY)
        assert not TakeUpRefusal.objects.exists()

    def test_refusals_go_with_the_draft(self, teacher, two):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY, asked=two[0].member)
        services.beg_off_proposal(proposal, by=two[0], on=TODAY)
        services.delete_draft(proposal, by=teacher)
        assert (Proposal.objects.count(), TakeUpRefusal.objects.count()) == (0, 0)
        assert LogEntry.objects.filter(verb="删除草稿").count() == 2


def test_untitled_draft_has_a_name():
    assert str(ProposalFactory.build(title="", originator=None)) == "未命名的提案"


class TestEverybody:
    """A school where everybody meets has no delegates: whoever works there on contract proposes and seconds."""

    @pytest.fixture(autouse=True)
    def term(self):
        return TermFactory(assembly=Assembly.EVERYBODY)

    @pytest.fixture
    def temporary(self):
        account = make_actor(None, "代课教师")
        account.member.contract_kind = ContractKind.TEMPORARY
        account.member.save()
        return account

    def test_staff_on_contract_proposes_and_seconds(self, teacher):
        proposal = services.seek_seconders(draft(teacher), by=teacher, on=TODAY)
        services.second_proposal(proposal, by=make_actor(None, "王磊"), on=TODAY)
        assert (stored(proposal).proposer, seconders_of(proposal).count()) == (teacher.member, 1)

    def test_others_do_neither_and_are_told_what_they_can_do(self, teacher, temporary):
        proposal, own = services.seek_seconders(draft(teacher), by=teacher, on=TODAY), draft(temporary)
        sentence = "^只有在编在岗的教职工可以这样做。您可以起草提案，再请一位教职工领衔。$"
        with pytest.raises(Refused, match=sentence):
            services.second_proposal(proposal, by=temporary, on=TODAY)
        with pytest.raises(Refused, match=sentence):
            services.seek_seconders(own, by=temporary, on=TODAY)

    def test_others_ask_everybody_to_take_theirs_up(self, teacher, temporary):
        proposal = services.offer_proposal(draft(temporary), by=temporary, on=TODAY)
        assert list(takers_of(proposal, TODAY)) == [teacher.member]
        assert notices(teacher) == ["代课教师请您领衔提案《改善食堂早餐》。"]
