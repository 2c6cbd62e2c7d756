"""The approver's pages, and the other moves of a disclosure."""

import re

import pytest
from django.urls import reverse

from affairs import services
from affairs.enums import DisclosureStatus
from affairs.models import Deputyship
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, item
from tests.affairs.steps import handed_in, published, stored
from tests.conftest import TODAY, make_actor
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

QUEUE = reverse("affairs:review")
QUERIES_OF_QUEUE = 10
"""Session, account, roles, unread notices, and one for each source of the queue and for who stands in."""
QUERIES_OF_TOGETHER = 9


@pytest.fixture
def writer():
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


def url(page, disclosure):
    return reverse(f"affairs:disclosure-{page}", args=[disclosure.pk])


def decide(client, disclosure, decision, **typed):
    page = url("review", disclosure)
    return client.post(page, fill(client, page, decision=decision, **typed), follow=True)


def lines_of(text):
    """The paragraphs of a text as they are drawn, whatever stands between them."""
    return re.findall(r"<p class=\"paper-.*?</p>", text)


class TestQueue:
    def test_has_what_waits_for_this_approver_the_oldest_first(self, principal, chair, signed_in):
        waiting = {"status": DisclosureStatus.SUBMITTED}
        new = DisclosureFactory(**waiting, submitted_on=TODAY)
        old = DisclosureFactory(**waiting)
        union = DisclosureFactory(**waiting, item=item(UNION_FUNDS))
        DisclosureFactory(**waiting, drafted_by=principal)
        DisclosureFactory()
        shown = [signed_in(viewer).get(QUEUE).context["waiting"] for viewer in (principal, chair)]
        urls = [[one.url for one in waiting] for waiting in shown]
        assert urls == [[old.get_review_url(), new.get_review_url()], [union.get_review_url()]]

    @pytest.mark.parametrize("count", [3, 20])
    def test_queries_do_not_grow_with_what_waits(self, principal, signed_in, count, django_assert_num_queries):
        DisclosureFactory.create_batch(count, status=DisclosureStatus.SUBMITTED)
        client = signed_in(principal)
        client.get(QUEUE)
        with django_assert_num_queries(QUERIES_OF_QUEUE):
            assert len(client.get(QUEUE).context["waiting"]) == count

    def test_tells_what_came_back_what_is_a_correction_and_what_was_seen(self, writer, principal, signed_in):
        corrected = services.correct_disclosure(published(writer, principal), note="更正。", by=writer, on=TODAY)
        services.submit_disclosure(corrected, by=writer, on=TODAY)
        mended = handed_in(writer)
        services.return_disclosure(mended, comment="改", by=principal, on=TODAY)
        services.submit_disclosure(mended, by=writer, on=TODAY)
        services.note_opened(mended, by=principal, on=TODAY)
        waiting = signed_in(principal).get(QUEUE).context["waiting"]
        assert [(one.is_change, one.round_no, one.opened) for one in waiting] == [(True, 1, False), (False, 2, True)]

    def test_says_where_nothing_waits(self, principal, signed_in):
        assert "现在没有等您审批的公开事项。" in signed_in(principal).get(QUEUE).content.decode()


class TestReview:
    def test_shows_it_as_the_board_will(self, writer, principal, signed_in):
        disclosure = handed_in(writer, body="第一段。\n1. 甲\n2. 乙")
        preview = signed_in(principal).get(url("review", disclosure)).context["text"]
        services.approve_disclosure(disclosure, version=disclosure.version, by=principal, on=TODAY)
        posted = signed_in(principal).get(disclosure.get_board_url()).context["text"]
        assert lines_of(preview) == lines_of(posted)

    def test_approves_and_leads_back_to_what_waits(self, writer, principal, signed_in):
        disclosure = handed_in(writer)
        response = decide(signed_in(principal), disclosure, "approve")
        assert response.redirect_chain == [(QUEUE, 302)]
        assert told(response) == ["已同意，现在已在公开栏公开。"]
        assert (stored(disclosure).status, stored(disclosure).approved_by) == ("published", principal)

    def test_approves_for_the_day_that_was_set(self, writer, principal, signed_in):
        disclosure = handed_in(writer, publish_on=TODAY.replace(day=25))
        page = signed_in(principal).get(url("review", disclosure)).content.decode()
        assert "批准后2026年11月25日公开" in page
        assert told(decide(signed_in(principal), disclosure, "approve")) == ["已同意，到期自动公开。"]

    def test_returns_with_a_comment(self, writer, principal, signed_in):
        disclosure = handed_in(writer)
        response = decide(signed_in(principal), disclosure, "return", comment="请写明用途")
        assert told(response) == ["已退回，起草人会收到您的意见。"]
        assert (stored(disclosure).status, stored(disclosure).return_comment) == ("returned", "请写明用途")

    def test_return_without_a_comment_is_asked_for_one(self, writer, principal, signed_in):
        disclosure = handed_in(writer)
        asked = {"comment": ["请写明退回的意见，或者批注需要修改的段落。"]}
        response = decide(signed_in(principal), disclosure, "return")
        assert errors(response) == asked
        summary = '<a href="#id_comment">退回意见</a>：请写明退回的意见，或者批注需要修改的段落。'
        assert response.content.decode().count(summary) == 1
        assert stored(disclosure).status == DisclosureStatus.SUBMITTED

    @pytest.mark.parametrize("decision", ["", "publish"])
    def test_no_button_decides_nothing(self, writer, principal, signed_in, decision):
        disclosure = handed_in(writer)
        assert list(errors(decide(signed_in(principal), disclosure, decision))) == ["decision"]
        assert stored(disclosure).status == DisclosureStatus.SUBMITTED

    def test_text_that_was_changed_meanwhile_is_read_again_first(self, writer, principal, signed_in):
        disclosure = handed_in(writer)
        client, page = signed_in(principal), url("review", disclosure)
        opened = fill(client, page, decision="approve")
        services.recall_disclosure(disclosure, by=writer, on=TODAY)
        services.mend_disclosure(disclosure, changes={"body": "改过的正文"}, by=writer, on=TODAY)
        services.submit_disclosure(disclosure, by=writer, on=TODAY)
        response = client.post(page, opened)
        assert errors(response) == {"": ["您打开这一页之后，内容又改过。请重新看过再审批。"]}
        assert "改过的正文" in response.content.decode()
        shown = {field.html_name: field.value() for field in response.context["form"]}
        assert shown["form_key"] == str(opened["form_key"])
        assert client.post(page, {**shown, "decision": "approve", "comment": ""}).url == QUEUE

    def test_same_form_twice_approves_once(self, writer, principal, signed_in):
        disclosure = handed_in(writer)
        client, page = signed_in(principal), url("review", disclosure)
        data = fill(client, page, decision="approve")
        assert [client.post(page, data).url for _ in range(2)] == [QUEUE, QUEUE]
        assert stored(disclosure).number == 1

    def test_own_text_and_the_other_sphere_are_forbidden(self, writer, principal, signed_in):
        own = DisclosureFactory(status=DisclosureStatus.SUBMITTED, drafted_by=principal)
        union = DisclosureFactory(status=DisclosureStatus.SUBMITTED, item=item(UNION_FUNDS))
        client = signed_in(principal)
        assert [client.get(url("review", one)).status_code for one in (own, union)] == [403, 403]


class TestMoves:
    @pytest.mark.parametrize(
        ("page", "status", "typed", "after"),
        [
            ("submit", "draft", {}, "submitted"),
            ("recall", "submitted", {}, "draft"),
            ("discard", "returned", {"reason": "不再需要"}, "discarded"),
            ("take-down", "published", {"reason": "公开结束"}, "taken_down"),
            ("archive", "taken_down", {}, "archived"),
            ("publish", "approved", {}, "published"),
        ],
    )
    def test_move_leads_back_to_the_record(self, writer, principal, signed_in, page, status, typed, after):
        day = {"publish_on": TODAY} if page == "publish" else {}
        disclosure = DisclosureFactory(status=DisclosureStatus(status), drafted_by=writer, **day)
        client, address = signed_in(writer), url(page, disclosure)
        response = client.post(address, fill(client, address, **typed))
        assert (response.url, stored(disclosure).status) == (disclosure.get_absolute_url(), after)

    def test_correction_leads_on_to_writing_it(self, writer, signed_in):
        disclosure = PostedFactory(drafted_by=writer)
        client, address = signed_in(writer), url("correct", disclosure)
        response = client.post(address, fill(client, address, note="更正金额。"))
        (correction,) = disclosure.later_versions.all()
        assert response.url == url("mend", correction)

    def test_approval_is_taken_back_before_its_day(self, principal, signed_in):
        disclosure = DisclosureFactory(status=DisclosureStatus.APPROVED)
        client, address = signed_in(principal), url("return", disclosure)
        client.post(address, fill(client, address, reason="暂缓"))
        assert (stored(disclosure).status, stored(disclosure).return_comment) == ("returned", "暂缓")

    @pytest.mark.parametrize(
        ("content", "day", "question"),
        [
            (None, None, "提交后由校长审批，批准后立即公开。"),
            (UNION_FUNDS, TODAY, "提交后由工会主席审批，批准后立即公开。"),
            (None, TODAY.replace(day=25), "提交后由校长审批，批准后11月25日公开。"),
        ],
    )
    def test_question_names_who_will_read_it_and_when_it_is_public(self, writer, signed_in, content, day, question):
        told_of = {"item": item(content)} if content else {}
        disclosure = DisclosureFactory(publish_on=day, **told_of)
        assert signed_in(writer).get(url("submit", disclosure)).context["question"] == question


class TestOpened:
    def test_is_noted_by_the_message_alone_and_not_by_a_look(self, writer, principal, signed_in):
        disclosure, client = handed_in(writer), signed_in(principal)
        page = url("opened", disclosure)
        shown = [
            client.get(page).context["opened"],
            client.post(page).status_code,
            client.get(page).context["opened"],
        ]
        assert shown == [False, 200, True]

    def test_is_nobody_elses_business(self, writer, principal, chair, signed_in):
        disclosure = handed_in(writer)
        assert [signed_in(one).post(url("opened", disclosure)).status_code for one in (chair, writer)] == [403, 403]


class TestTogether:
    def page(self, *disclosures):
        return f"{reverse('affairs:review-together')}?{'&'.join(f'pick={one.pk}' for one in disclosures)}"

    def test_approves_what_was_opened_with_one_press(self, writer, principal, signed_in):
        several, client = [handed_in(writer) for _ in range(3)], signed_in(principal)
        for one in several:
            client.post(url("opened", one))
        page = self.page(*several)
        data = fill(client, page)
        responses = [client.post(page, data, follow=True) for _ in range(2)]
        assert [told(response) for response in responses] == [
            ["已同意3项。"],
            ["这份表单已经提交过，没有重复办理。"],
        ]
        assert [stored(one).public_number for one in several] == [f"校务公开 2026-00{n}" for n in (1, 2, 3)]

    def test_asks_about_what_nobody_opened(self, writer, principal, signed_in):
        opened, unread, client = handed_in(writer), handed_in(writer, title="没看过的"), signed_in(principal)
        client.post(url("opened", opened))
        page = self.page(opened, unread)
        response = client.post(page, fill(client, page))
        sentence = "“没看过的”还没有打开过。请先看过，或者勾选后一并同意。"
        assert errors(response) == {f"unread_{unread.pk}": [sentence]}
        assert {stored(one).status for one in (opened, unread)} == {"submitted"}
        client.post(page, fill(client, page, **{f"unread_{unread.pk}": "on"}))
        assert {stored(one).status for one in (opened, unread)} == {"published"}

    def test_what_was_changed_since_is_told_by_name_and_the_rest_approved(self, writer, principal, signed_in):
        good, changed, client = handed_in(writer), handed_in(writer, title="又改过的"), signed_in(principal)
        page = self.page(good, changed)
        data = fill(client, page, **{f"unread_{one.pk}": "on" for one in (good, changed)})
        services.recall_disclosure(changed, by=writer, on=TODAY)
        services.submit_disclosure(changed, by=writer, on=TODAY)
        sentence = "“又改过的”没有审批：您打开这一页之后，内容又改过。请重新看过再审批。"
        assert sorted(told(client.post(page, data, follow=True))) == sorted(["已同意1项。", sentence])
        assert [stored(one).status for one in (good, changed)] == ["published", "submitted"]

    def test_nothing_chosen_and_what_is_not_theirs_lead_back(self, writer, principal, chair, signed_in):
        union = handed_in(writer, UNION_FUNDS)
        client = signed_in(principal)
        for page in (self.page(), self.page(union), f"{self.page()}pick=x&pick={'9' * 30}"):
            response = client.get(page, follow=True)
            assert response.redirect_chain == [(QUEUE, 302)]
            assert told(response) == ["还没有选择。请先在待审批的事项前勾选。"]

    @pytest.mark.parametrize("count", [3, 12])
    def test_queries_do_not_grow_with_what_is_chosen(self, principal, signed_in, count, django_assert_num_queries):
        several = DisclosureFactory.create_batch(count, status=DisclosureStatus.SUBMITTED)
        client, page = signed_in(principal), self.page(*several)
        client.get(page)
        with django_assert_num_queries(QUERIES_OF_TOGETHER):
            client.get(page)


class TestDeputies:
    def test_principal_names_one_and_the_deputy_finds_the_queue(self, writer, principal, signed_in):
        disclosure, deputy = handed_in(writer), make_actor(Role.PARTY_SECRETARY, "韩建国")
        client, page = signed_in(principal), reverse("affairs:deputyship-name")
        client.post(page, fill(client, page, deputy=deputy.pk, to_on=TODAY, reason="外出学习"))
        waiting = signed_in(deputy).get(QUEUE)
        assert [one.url for one in waiting.context["waiting"]] == [disclosure.get_review_url()]
        assert told(decide(signed_in(deputy), disclosure, "approve")) == ["已同意，现在已在公开栏公开。"]
        assert stored(disclosure).approver == "韩建国（代）"

    def test_list_tells_both_and_lets_the_giver_end_it(self, principal, signed_in):
        deputy = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        made = Deputyship(sphere="school", deputy=deputy, from_on=TODAY, to_on=TODAY, reason="外出")
        services.name_deputy(made, by=principal, on=TODAY)
        page = reverse("affairs:deputyship-list")
        assert [signed_in(one).get(page).context["rows"] for one in (principal, deputy)] == [
            [(made, True)],
            [(made, False)],
        ]
        client, end = signed_in(principal), reverse("affairs:deputyship-end", args=[made.pk])
        assert client.get(end).context["question"] == "结束后，许晓峰不能再代您审批，已审批的仍然有效。"
        client.post(end, fill(client, end))
        assert client.get(page).context["rows"] == [(made, False)]
        assert signed_in(deputy).get(QUEUE).status_code == 403
