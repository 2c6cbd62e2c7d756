"""The inbox: what is new, the way to it, and the count in the top bar."""

from datetime import UTC, datetime

import pytest

from tests.unionoffice.inbox.factories import MessageFactory, NoticeFactory
from unionoffice.inbox import Notice
from unionoffice.inbox.enums import MessageStatus
from unionoffice.inbox.views import NOTICES_A_PAGE

READ = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
INBOX = "/inbox/"

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def page(teacher, signed_in):
    return signed_in(teacher)


def shown(response):
    return [notice.sentence for notice in response.context["page"].object_list]


def bell(response):
    """What the top bar says to a screen reader."""
    return response.text.split('class="bell')[1].split('aria-label="')[1].split('"')[0]


class TestInbox:
    def test_own_notices_stand_newest_first(self, page, teacher, chair):
        NoticeFactory(account=teacher, sentence="旧的", made_at=READ)
        NoticeFactory(account=teacher, sentence="新的")
        NoticeFactory(account=chair, sentence="别人的")
        assert shown(page.get(INBOX)) == ["新的", "旧的"]

    def test_unread_one_is_opened_by_a_button_and_a_read_one_by_a_link(self, page, teacher):
        NoticeFactory(account=teacher, sentence="读过的", read_at=READ, url="/a/")
        unread = NoticeFactory(account=teacher, sentence="没读的", url="/b/")
        text = page.get(INBOX).text
        assert f'action="/inbox/{unread.pk}/"' in text
        assert '<a class="notice" href="/a/">' in text
        assert 'href="/b/"' not in text

    def test_unread_ones_alone_can_be_asked_for(self, page, teacher):
        NoticeFactory(account=teacher, sentence="读过的", read_at=READ)
        NoticeFactory(account=teacher, sentence="没读的")
        assert shown(page.get(INBOX, {"unread": 1})) == ["没读的"]

    @pytest.mark.parametrize(
        ("query", "sentence"),
        [("", "还没有通知。轮到您办理或与您有关的事情有了结果，这里会告诉您。"), ("?unread=1", "没有未读的通知。")],
    )
    def test_nothing_there_is_said(self, page, query, sentence):
        assert sentence in page.get(f"{INBOX}{query}").text

    def test_sentence_is_text_and_not_markup(self, page, teacher):
        NoticeFactory(account=teacher, sentence="<b>慰问</b>")
        assert "&lt;b&gt;慰问&lt;/b&gt;" in page.get(INBOX).text

    def test_all_are_read_by_one_button(self, page, teacher, chair):
        NoticeFactory.create_batch(2, account=teacher)
        other = NoticeFactory(account=chair)
        response = page.post(INBOX, follow=True)
        assert "已将2条通知标为已读。" in response.text
        assert "全部标为已读" not in response.text
        assert Notice.objects.unread().get() == other

    def test_looking_reads_nothing(self, page, teacher):
        NoticeFactory(account=teacher)
        page.get(INBOX)
        assert Notice.objects.unread().count() == 1

    def test_many_stand_on_several_pages(self, page, teacher):
        NoticeFactory.create_batch(NOTICES_A_PAGE + 1, account=teacher)
        assert len(shown(page.get(INBOX))) == NOTICES_A_PAGE
        assert len(shown(page.get(INBOX, {"page": 2}))) == 1

    @pytest.mark.parametrize("count", [3, 20])
    def test_queries_do_not_grow_with_the_notices(self, count, page, teacher, django_assert_num_queries):
        NoticeFactory.create_batch(count, account=teacher)
        page.get(INBOX)
        with django_assert_num_queries(9):
            page.get(INBOX)

    def test_secretary_is_told_that_messages_failed(self, secretary, page, signed_in):
        MessageFactory.create_batch(2, status=MessageStatus.FAILED)
        assert "有2条消息没有发出去。" in signed_in(secretary).get(INBOX).text
        assert "没有发出去" not in page.get(INBOX).text


class TestNotice:
    def test_button_reads_it_and_leads_on(self, page, teacher):
        notice = NoticeFactory(account=teacher)
        response = page.post(f"/inbox/{notice.pk}/")
        assert (response.status_code, response.url) == (302, notice.url)
        assert not Notice.objects.unread().exists()

    def test_second_press_leads_on_too(self, page, teacher):
        notice = NoticeFactory(account=teacher, read_at=READ)
        assert page.post(f"/inbox/{notice.pk}/").url == notice.url
        notice.refresh_from_db()
        assert notice.read_at == READ

    def test_address_alone_leads_on_without_reading(self, page, teacher):
        notice = NoticeFactory(account=teacher)
        assert page.get(f"/inbox/{notice.pk}/").url == notice.url
        assert Notice.objects.unread().get() == notice

    def test_somebody_else_s_is_not_there(self, page, chair):
        notice = NoticeFactory(account=chair)
        assert page.post(f"/inbox/{notice.pk}/").status_code == 404
        assert Notice.objects.unread().get() == notice


class TestBell:
    @pytest.mark.parametrize(
        ("count", "label", "number"),
        [(0, "我的通知", None), (2, "我的通知，2条未读", "2"), (120, "我的通知，100条未读", "99+")],
    )
    def test_every_page_counts_the_unread(self, count, label, number, page, teacher):
        NoticeFactory.create_batch(count, account=teacher)
        NoticeFactory(account=teacher, read_at=READ)
        response = page.get("/help/")
        assert bell(response) == label
        assert (number is None) == ("bell-count" not in response.text)
        assert number is None or f'<span class="bell-count" aria-hidden="true">{number}</span>' in response.text
