"""The pages on which a text is written: kept as it is typed, compared with earlier ones, answered in one tap."""

import json
import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from congress import services
from congress.enums import ProposalStatus, SecondingStatus
from congress.models import Delegation, Proposal, Suggestion
from members.models import Member
from tests.conftest import TODAY, make_actor
from tests.congress.factories import DelegateFactory, ProposalFactory, SessionFactory, TermFactory
from tests.congress.steps import TEXT, draft, filed, seconded, seeking, status, stored
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = ProposalStatus
NEW = reverse("congress:proposal-keep-new")
LIST = reverse("congress:proposal-list")


def url(page, proposal):
    return reverse(f"congress:proposal-{page}", args=[proposal.pk])


def send(client, address, **data):
    return client.post(address, {"form_key": str(uuid.uuid4()), **data})


def steps_of(response):
    """The buttons of a record's page: each with whether it is the next step."""
    return {action.label: action.primary for action in response.context["actions"]}


class TestKeepNew:
    def test_first_words_make_a_draft_and_tell_where_it_is(self, teacher, signed_in):
        with time_machine.travel("2026-11-22 02:21:00+00:00", tick=False):
            told = send(signed_in(teacher), NEW, title="改", show_name="on").json()
        proposal = Proposal.objects.get()
        assert (proposal.title, proposal.category, proposal.originator) == ("改", "", teacher.member)
        assert json.loads(told.pop("seen"))["version"] == 1
        assert told == {"said": "已保存 10:21", "keep": url("keep", proposal), "edit": url("edit", proposal)}

    def test_answer_that_was_lost_on_the_way_makes_no_second(self, teacher, signed_in):
        client, key = signed_in(teacher), str(uuid.uuid4())
        for title in ("改", "改善"):
            send(client, NEW, title=title, form_key=key)
        assert list(Proposal.objects.values_list("title", flat=True)) == ["改善"]

    def test_button_pressed_meanwhile_keeps_the_same_draft(self, teacher, signed_in):
        client, key = signed_in(teacher), str(uuid.uuid4())
        send(client, NEW, title="改", form_key=key)
        response = send(client, reverse("congress:proposal-draft"), **{**TEXT, "form_key": key})
        proposal = Proposal.objects.get()
        assert (response.url, proposal.title) == (proposal.get_absolute_url(), "改善食堂早餐")

    def test_what_is_too_long_is_told_and_not_kept(self, teacher, signed_in):
        response = send(signed_in(teacher), NEW, title="长" * 61)
        assert (response.status_code, Proposal.objects.count()) == (422, 0)
        assert "60" in response.json()["said"]


class TestKeep:
    def test_page_that_was_kept_can_be_kept_and_saved_again(self, teacher, signed_in):
        proposal, client = draft(teacher), signed_in(teacher)
        seen = client.get(url("edit", proposal)).context["form"]["seen"].value()
        told = send(client, url("keep", proposal), **{**TEXT, "title": "改善午餐", "seen": seen}).json()
        typed = {**TEXT, "title": "改善晚餐", "seen": told["seen"]}
        assert send(client, url("keep", proposal), **typed).status_code == 200
        seen = json.dumps({"version": stored(proposal).version, "values": {}})
        assert send(client, url("edit", proposal), **{**typed, "seen": seen}).status_code == 302
        assert stored(proposal).title == "改善晚餐"

    def test_page_that_another_has_overtaken_is_told_and_changes_nothing(self, teacher, signed_in):
        proposal, client = draft(teacher), signed_in(teacher)
        seen = client.get(url("edit", proposal)).context["form"]["seen"].value()
        services.keep_draft(stored(proposal), {"title": "改善午餐"}, by=teacher)
        late = send(client, url("keep", proposal), **{**TEXT, "title": "改善晚餐", "seen": seen})
        assert (late.status_code, stored(proposal).title) == (409, "改善午餐")
        sentence = "这份草稿已在别的页面改过，这里没有自动保存。请点按钮保存，会列出两处的不同。"
        assert late.json() == {"said": sentence}

    def test_is_not_offered_for_what_others_second(self, delegate, signed_in):
        client, proposal = signed_in(delegate), seeking(delegate)
        assert client.get(url("edit", proposal)).context["keep_url"] == ""
        assert send(client, url("keep", proposal), **TEXT).status_code == 403

    def test_edit_of_what_is_seconded_says_that_seconders_are_asked_again(self, delegate, signed_in):
        proposal = seconded(seeking(delegate), "王磊")
        page = signed_in(delegate).get(url("edit", proposal)).content.decode()
        assert page.count("会请已附议的人重新确认") == 1


class TestDraft:
    def test_with_parts_missing_is_kept_and_asks_to_be_completed(self, teacher, signed_in):
        client = signed_in(teacher)
        page = send(client, reverse("congress:proposal-draft"), title="改善食堂早餐", reason="早餐品种太少")
        shown = client.get(page.url)
        assert shown.context["unwritten"] == "类别、建议"
        assert steps_of(shown) == {"修改": True, "转为意见建议": False, "删除草稿": False}

    def test_whole_one_asks_for_a_delegate(self, teacher, signed_in):
        assert next(iter(steps_of(signed_in(teacher).get(draft(teacher).get_absolute_url())))) == "请代表领衔"


class TestSimilar:
    URL = reverse("congress:proposal-similar")

    def test_earlier_ones_stand_with_state_and_link(self, teacher, signed_in):
        earlier = ProposalFactory(status=S.ACCEPTED, title="增加食堂早餐品种")
        page = signed_in(teacher).get(self.URL, {"title": "改善食堂早餐"}).content.decode()
        assert [page.count(words) for words in (earlier.get_absolute_url(), "已立案", "已有类似提案")] == [1, 1, 1]

    @pytest.mark.parametrize("asked", [{}, {"title": "教室空调"}, {"title": "食堂早餐", "but": "x"}], ids=str)
    def test_nothing_alike_says_nothing(self, teacher, signed_in, asked):
        response = signed_in(teacher).get(self.URL, asked)
        assert (response.status_code, response.content.decode().strip()) == (200, "")


class TestOffer:
    def test_offers_those_of_the_unit_by_name_or_all(self, teacher, delegate, signed_in):
        proposal, client = draft(teacher), signed_in(teacher)
        field = client.get(url("offer", proposal)).context["form"].fields["asked"]
        assert (list(field.queryset), field.empty_label) == ([delegate.member], "都可以（1人，谁先领衔由谁提出）")
        send(client, url("offer", proposal), asked=delegate.member_id)
        assert (status(proposal), stored(proposal).asked) == (S.OFFERED, delegate.member)

    def test_word_of_who_begged_off_is_the_originators_alone(self, teacher, delegate, secretary, signed_in):
        proposal = services.offer_proposal(draft(teacher), by=teacher, on=TODAY)
        response = send(signed_in(delegate), url("beg-off", proposal), word="请先核实")
        assert response.url == LIST
        assert signed_in(delegate).get(proposal.get_absolute_url()).status_code == 404
        page = signed_in(teacher).get(proposal.get_absolute_url()).content.decode()
        assert page.count("魏雅琴没有领衔。") == page.count("请先核实") == 1


class TestSeek:
    @pytest.fixture
    def head(self, delegate):
        delegation = Delegation.objects.create(term=TermFactory(), name="第一代表团", head=delegate.member)
        delegate.member.delegacies.update(delegation=delegation)
        return delegate

    def test_head_chooses_in_whose_name(self, head, signed_in):
        proposal, client = draft(head), signed_in(head)
        field = client.get(url("seek", proposal)).context["form"].fields["for_delegation"]
        assert (field.label, field.help_text) == (
            "以第一代表团的名义提出",
            "您是团长。以代表团名义提出的不用另请附议人。",
        )
        response = send(client, url("seek", proposal), for_delegation="on")
        assert (response.url, stored(proposal).delegation.name) == (proposal.get_absolute_url(), "第一代表团")
        assert steps_of(client.get(response.url))["提交提案"] is True

    def test_others_are_not_asked(self, delegate, signed_in):
        form = signed_in(delegate).get(url("seek", draft(delegate))).context["form"]
        assert list(form.fields) == ["form_key"]


class TestInvite:
    def test_whole_delegation_and_one_by_name(self, delegate, signed_in):
        delegation = Delegation.objects.create(term=TermFactory(), name="第二代表团")
        inside = [DelegateFactory(delegation=delegation).member for _ in range(2)]
        named, left = make_actor(Role.DELEGATE, "王磊"), make_actor(Role.DELEGATE, "李静")
        proposal, client = seeking(delegate), signed_in(delegate)
        send(client, url("invite", proposal), delegations=[delegation.pk], people=[named.member_id])
        asked = set(proposal.secondings.values_list("member", flat=True))
        assert asked == {*(member.pk for member in inside), named.member_id}
        (row,) = client.get(url("invite", proposal)).context["roll"]
        assert row[0] == left.member

    def test_nobody_chosen_is_refused(self, delegate, signed_in):
        make_actor(Role.DELEGATE, "王磊")
        response = send(signed_in(delegate), url("invite", seeking(delegate)))
        assert response.context["form"].non_field_errors() == ["请至少选择一位还没有邀请过的人。"]

    @pytest.mark.parametrize("many", [3, 9])
    def test_takes_as_many_queries_for_many_as_for_few(self, delegate, signed_in, many, django_assert_num_queries):
        for _ in range(many):
            DelegateFactory()
        proposal, client = seeking(delegate), signed_in(delegate)
        client.get(url("invite", proposal))
        with django_assert_num_queries(QUERIES):
            client.get(url("invite", proposal))


QUERIES = 12
"""Session and user, the day's roles, the proposal, who may be asked and where they sit, the frame."""


class TestAnswer:
    def test_invited_answer_on_the_page_itself(self, delegate, signed_in):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.invite_seconders(proposal, Member.objects.filter(pk=other.member_id), by=delegate, on=TODAY)
        client = signed_in(other)
        page = client.get(proposal.get_absolute_url())
        assert (page.context["may_second"], page.context["is_invited"]) == (True, True)
        response = client.post(url("second", proposal), {"form_key": page.context["form_key"]})
        assert response.url == proposal.get_absolute_url()
        assert proposal.secondings.get().status == SecondingStatus.SECONDED
        assert steps_of(client.get(response.url)) == {"撤回附议": False}

    def test_others_see_no_buttons(self, delegate, signed_in):
        page = signed_in(delegate).get(seeking(delegate).get_absolute_url())
        assert page.content.decode().count('class="asked"') == 0

    def test_seconding_is_taken_back(self, delegate, signed_in):
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        send(signed_in(other), url("take-back", proposal))
        assert proposal.secondings.get().status == SecondingStatus.DECLINED


class TestFiled:
    def test_end_says_the_number_and_what_happens_next(self, delegate, signed_in):
        page = signed_in(delegate).get(url("filed", filed(delegate))).content.decode()
        said = (
            "已提交，编号 2026-001",
            "提交给第九届第三次教职工代表大会，2026年12月28日召开。",
            "每一步都会通知您。",
        )
        assert [page.count(words) for words in said] == [1, 1, 1]

    @pytest.mark.parametrize("who", ["secretary", "unfiled"])
    def test_is_for_the_authors_of_what_is_filed(self, delegate, secretary, signed_in, who):
        proposal = filed(delegate) if who == "secretary" else seeking(delegate)
        by = secretary if who == "secretary" else delegate
        assert signed_in(by).get(url("filed", proposal)).status_code == 404


class TestHandOver:
    def test_is_offered_only_where_no_call_is_open(self, teacher, signed_in):
        client, proposal = signed_in(teacher), draft(teacher)
        assert "转为意见建议" in steps_of(client.get(proposal.get_absolute_url()))
        SessionFactory()
        assert "转为意见建议" not in steps_of(client.get(proposal.get_absolute_url()))

    def test_leads_to_the_suggestion_in_one_step(self, teacher, signed_in):
        proposal = draft(teacher)
        response = send(signed_in(teacher), url("hand-over", proposal))
        assert response.url == Suggestion.objects.get(from_proposal=proposal).get_absolute_url()
        assert status(proposal) == S.TURNED

    def test_page_of_filing_shows_the_way(self, delegate, signed_in):
        proposal = seconded(seeking(delegate), "王磊", "李静")
        page = signed_in(delegate).get(url("file", proposal))
        assert page.content.decode().count(url("hand-over", proposal)) == 1


class TestList:
    def test_ways_are_those_of_the_viewer(self, teacher, delegate, signed_in):
        ways = [
            [str(label) for label, *_rest in signed_in(who).get(LIST).context["ways"]] for who in (teacher, delegate)
        ]
        assert ways == [["我的提案", "全部提案"], ["我的提案", "待我附议", "全部提案"]]

    def test_what_waits_for_ones_word(self, delegate, signed_in):
        asked, other = make_actor(Role.DELEGATE, "王磊"), seeking(delegate, title="更换空调")
        proposal = seeking(delegate)
        services.invite_seconders(proposal, Member.objects.filter(pk=asked.member_id), by=delegate, on=TODAY)
        page = signed_in(asked).get(LIST, {"only": "to-second"})
        assert [row.url for row in page.context["rows"]] == [proposal.get_absolute_url()]
        assert other.get_absolute_url() not in page.content.decode()


def test_desk_reminds_of_drafts_while_proposals_are_taken(teacher, signed_in):
    session, proposal = SessionFactory(), draft(teacher)
    waiting = [(task.sentence, task.url, task.due) for task in signed_in(teacher).get("/").context["tasks"]]
    assert ("您起草的《改善食堂早餐》还没有提交", proposal.get_absolute_url(), date(2026, 11, 30)) in waiting
    assert session.call_to == date(2026, 11, 30)
