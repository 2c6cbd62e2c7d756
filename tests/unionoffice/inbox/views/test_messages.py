"""What was sent and what wasn't."""

import pytest

from tests.unionoffice.inbox.factories import MessageFactory
from unionoffice.inbox.enums import MessageStatus

URL = "/inbox/messages/"
SECRET = "慰问 2026-031 已批准"


@pytest.fixture
def page(secretary, signed_in):
    return signed_in(secretary)


def facts(response):
    return {str(fact.label): fact.value for fact in response.context["facts"]}


def test_list_tells_whom_and_why_not_but_not_what(page):
    MessageFactory(account__name="韩梅", status=MessageStatus.FAILED, attempts=6, last_error="没有连上。")
    response = page.get(URL)
    (row,) = response.context["rows"]
    told = {cell.label: cell.text for cell in row.cells}
    assert (told["收件人"], told["方式"], told["已尝试次数"], told["未发出的原因"], told["状态"]) == (
        "韩梅",
        "邮件",
        "6",
        "没有连上。",
        "发送失败",
    )
    assert SECRET not in response.text


def test_list_can_be_narrowed_to_what_failed(page):
    MessageFactory()
    MessageFactory(status=MessageStatus.FAILED)
    assert len(page.get(URL, {"status": "failed"}).context["rows"]) == 1


def test_personal_message_does_not_say_what_it_says(page):
    response = page.get(MessageFactory().get_absolute_url())
    assert SECRET not in response.text


def test_message_to_a_group_does(page):
    assert facts(page.get(MessageFactory(to_group=True).get_absolute_url()))["内容"] == SECRET


def test_failed_one_is_sent_again_and_its_history_says_by_whom(page):
    message = MessageFactory(status=MessageStatus.FAILED, attempts=6, last_error="没有连上。")
    url = f"{message.get_absolute_url()}resend/"
    form = page.get(url)
    assert form.context["question"] == "没有连上。请先排除没有发出的原因，再重新发送。"
    response = page.post(url, {"form_key": form.context["form"]["form_key"].value()}, follow=True)
    message.refresh_from_db()
    assert message.status == MessageStatus.WAITING
    newest = response.context["trail"][0]
    assert (newest.actor_name, newest.what) == ("陈静", "重新发送")


def test_one_that_waits_can_not_be_sent_again(page):
    message = MessageFactory()
    assert page.get(message.get_absolute_url()).context["actions"] == []
    assert page.get(f"{message.get_absolute_url()}resend/").status_code == 403


@pytest.mark.parametrize("count", [3, 9])
def test_queries_do_not_grow_with_the_messages(count, page, django_assert_num_queries):
    for _ in range(count):
        MessageFactory()
        MessageFactory(to_group=True)
    page.get(URL)
    with django_assert_num_queries(9):
        assert len(page.get(URL).context["rows"]) == 2 * count
