"""The outbox: what is due goes, what fails waits longer and longer, what is given up says why."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.unionoffice.inbox.factories import MessageFactory, NoticeAddressFactory, RobotFactory
from tests.unionoffice.inbox.servers import closed_port, platform, refusing_mail_server
from unionoffice.inbox.enums import MessageStatus
from unionoffice.inbox.models import OutboxMessage
from unionoffice.inbox.sending import AT_ONCE, LEASE, in_words, send_outbox
from unionoffice.inbox.services import resend
from unionoffice.profiles import set_profiles

NOW = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
SMTP = "django.core.mail.backends.smtp.EmailBackend"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail(settings):
    settings.MAIL_IS_SET_UP = True
    settings.SITE_URL = "https://office.mingde.example"
    settings.DEFAULT_FROM_EMAIL = "office@mingde.example"


@pytest.fixture
def unreachable(settings):
    """A mail server that is down."""
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", closed_port()


def email(**fields):
    account = NoticeAddressFactory().user
    return MessageFactory(account=account, next_try_at=NOW, **fields)


def state_of(message):
    message.refresh_from_db()
    return message.status, message.attempts, message.last_error


class TestEmail:
    def test_says_the_sentence_and_where_to_look(self, mailoutbox):
        set_profiles(school="江城市明德中学", short="明德中学", union="江城市明德中学工会委员会")
        message = email(sentence="慰问 2026-031\n已批准")
        assert send_outbox(NOW) == 1
        (sent,) = mailoutbox
        assert (sent.subject, sent.from_email, sent.to) == (
            "明德中学工会：慰问 2026-031 已批准",
            "office@mingde.example",
            ["han@mingde.example"],
        )
        assert sent.body.splitlines() == [
            "慰问 2026-031",
            "已批准",
            "",
            "查看：https://office.mingde.example/welfare/visits/31/",
            "",
            "不想再收到邮件，可以在“我的通知”里更改通知方式。",
        ]
        assert (*state_of(message), message.sent_at) == (MessageStatus.SENT, 1, "", NOW)

    def test_is_sent_once(self, mailoutbox):
        email()
        assert [send_outbox(NOW), send_outbox(NOW + timedelta(days=1)), len(mailoutbox)] == [1, 0, 1]

    def test_is_given_up_at_once_where_the_address_was_taken_back(self, mailoutbox):
        message = MessageFactory(next_try_at=NOW)
        assert send_outbox(NOW) == 0
        assert state_of(message) == (MessageStatus.FAILED, 1, "对方已经取消了邮件通知。")
        assert mailoutbox == []

    def test_is_given_up_at_once_where_no_mail_server_is_set_up_any_more(self, settings):
        settings.MAIL_IS_SET_UP = False
        message = email()
        send_outbox(NOW)
        assert state_of(message) == (MessageStatus.FAILED, 1, "还没有设置邮件服务器。")

    def test_says_in_words_that_the_server_takes_no_mail_for_this_address(self, settings):
        message = email()
        with refusing_mail_server() as port:
            settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", port
            send_outbox(NOW)
        assert state_of(message) == (
            MessageStatus.WAITING,
            1,
            "邮件服务器不接收这个邮箱，请对方核对邮箱地址。",
        )


class TestGroup:
    def test_is_told_the_sentence_and_where_to_look(self):
        with platform(answer={"errcode": 0}) as server:
            message = MessageFactory(to_group=True, next_try_at=NOW, robot=RobotFactory(url=server.url))
            assert send_outbox(NOW) == 1
        assert [payload["text"]["content"] for _path, payload in server.told] == [
            "慰问 2026-031 已批准\nhttps://office.mingde.example/welfare/visits/31/"
        ]
        assert state_of(message) == (MessageStatus.SENT, 1, "")

    def test_waits_where_the_robot_says_no(self):
        with platform(answer={"errcode": 310000, "errmsg": "keywords not in content"}) as server:
            message = MessageFactory(to_group=True, next_try_at=NOW, robot=RobotFactory(url=server.url))
            assert send_outbox(NOW) == 0
        assert state_of(message) == (
            MessageStatus.WAITING,
            1,
            "群机器人没有接收，答复是“keywords not in content”。请核对机器人的地址和安全设置。",
        )

    def test_is_told_nothing_through_a_robot_out_of_use(self):
        with platform(answer={"errcode": 0}) as server:
            robot = RobotFactory(url=server.url, is_active=False)
            message = MessageFactory(to_group=True, next_try_at=NOW, robot=robot)
            send_outbox(NOW)
        assert server.told == []
        assert state_of(message) == (MessageStatus.FAILED, 1, "这个群机器人已经停用。")


class TestRetries:
    def test_pauses_grow_until_it_is_given_up(self, unreachable):
        message, now, pauses = email(), NOW, []
        while state_of(message)[0] == MessageStatus.WAITING:
            now = message.next_try_at
            assert send_outbox(now - timedelta(seconds=1)) == 0
            send_outbox(now)
            message.refresh_from_db()
            pauses.append((message.next_try_at - now) / timedelta(minutes=1))
        assert pauses == [1, 5, 30, 120, 480, 0]
        assert state_of(message) == (
            MessageStatus.FAILED,
            6,
            "没有连上对方的服务器，请系统管理员检查网络和邮件设置。",
        )
        assert send_outbox(now + timedelta(days=30)) == 0

    def test_message_sent_again_by_hand_has_all_its_attempts(self, unreachable, secretary):
        message = email(status=MessageStatus.FAILED, attempts=6)
        resend(message, by=secretary)
        send_outbox(message.next_try_at)
        assert state_of(message)[:2] == (MessageStatus.WAITING, 1)

    def test_one_that_fails_does_not_hold_up_the_others(self, mailoutbox):
        MessageFactory(to_group=True, next_try_at=NOW, robot=RobotFactory(url="nowhere"))
        email(key="second")
        assert send_outbox(NOW) == 1

    def test_what_nobody_foresaw_is_said_too(self):
        assert in_words(KeyError("x")) == "发送时出了错，请系统管理员查看服务器记录。"

    def test_so_many_go_at_once_and_the_rest_next_time(self, mailoutbox):
        account = NoticeAddressFactory().user
        for number in range(AT_ONCE + 1):
            MessageFactory(account=account, key=str(number), next_try_at=NOW)
        assert [send_outbox(NOW), send_outbox(NOW)] == [AT_ONCE, 1]

    def test_message_of_a_worker_that_died_over_it_is_sent_after_the_lease(self, mailoutbox):
        message = email(attempts=1)
        OutboxMessage.objects.update(next_try_at=NOW + LEASE)
        assert send_outbox(NOW + LEASE - timedelta(seconds=1)) == 0
        assert send_outbox(NOW + LEASE) == 1
        assert state_of(message) == (MessageStatus.SENT, 2, "")


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_a_message_once(at_the_same_moment, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mails")
    for number in range(6):
        email(key=str(number))
    sent = at_the_same_moment(lambda: send_outbox(NOW), lambda: send_outbox(NOW))
    assert sum(sent) == 6
    texts = "".join(path.read_text() for path in (tmp_path / "mails").iterdir())
    assert texts.count("To: han@mingde.example") == 6
