"""The approver's pages, and the other moves of a disclosure."""

import pytest
from django.urls import reverse

from affairs import services
from affairs.enums import DisclosureStatus
from tests.affairs.factories import UNION_FUNDS, DisclosureFactory, PostedFactory, item
from tests.affairs.steps import handed_in, stored
from tests.conftest import TODAY, make_actor
from tests.members.views.forms import errors, fill, told
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

QUEUE = reverse("affairs:review")


@pytest.fixture
def writer():
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


def url(page, disclosure):
    return reverse(f"affairs:disclosure-{page}", args=[disclosure.pk])


def decide(client, disclosure, decision, **typed):
    page = url("review", disclosure)
    return client.post(page, fill(client, page, decision=decision, **typed), follow=True)


class TestQueue:
    def test_has_what_waits_for_this_approver_the_oldest_first(self, principal, chair, signed_in):
        waiting = {"status": DisclosureStatus.SUBMITTED}
        new = DisclosureFactory(**waiting, submitted_on=TODAY)
        old = DisclosureFactory(**waiting)
        union = DisclosureFactory(**waiting, item=item(UNION_FUNDS))
        DisclosureFactory(**waiting, drafted_by=principal)
        DisclosureFactory()
        shown = [signed_in(viewer).get(QUEUE).context["waiting"] for viewer in (principal, chair)]
        assert shown == [[old, new], [union]]

    @pytest.mark.parametrize("count", [3, 20])
    def test_queries_do_not_grow_with_what_waits(self, principal, signed_in, count, django_assert_max_num_queries):
        DisclosureFactory.create_batch(count, status=DisclosureStatus.SUBMITTED)
        client = signed_in(principal)
        client.get(QUEUE)
        with django_assert_max_num_queries(9):
            assert len(client.get(QUEUE).context["waiting"]) == count

    def test_says_where_nothing_waits(self, principal, signed_in):
        assert "现在没有等您审批的公开事项。" in signed_in(principal).get(QUEUE).content.decode()


class TestReview:
    def test_shows_it_as_the_board_will(self, writer, principal, signed_in):
        disclosure = handed_in(writer, body="第一段。\n1. 甲\n2. 乙")
        preview = signed_in(principal).get(url("review", disclosure)).context["text"]
        services.approve_disclosure(disclosure, version=disclosure.version, by=principal, on=TODAY)
        assert signed_in(principal).get(disclosure.get_board_url()).context["text"] == preview

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
        assert errors(decide(signed_in(principal), disclosure, "return")) == {"comment": ["请写明退回的意见。"]}
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
        services.recall_disclosure(disclosure, by=writer)
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
