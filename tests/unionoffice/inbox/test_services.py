"""Telling people: once for each occasion, in the inbox always, elsewhere where they asked for it."""

import pytest
from django.db import IntegrityError, transaction

from tests.members.factories import AccountFactory
from tests.unionoffice.inbox.factories import MessageFactory, NoticeAddressFactory, NoticeFactory, RobotFactory
from unionoffice import audit
from unionoffice.inbox import Notice, NoticeAddress, OutboxMessage, announce, notify
from unionoffice.inbox.enums import Channel, MessageStatus, Provider
from unionoffice.inbox.models import Robot
from unionoffice.inbox.services import (
    add_robot,
    read_all_notices,
    read_notice,
    resend,
    send_test,
    set_email,
    switch_robot,
)
from unionoffice.refusal import Refused

SENTENCE, URL, KEY = "慰问 2026-031 已批准", "/welfare/visits/31/", "visit-31-approved"

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(settings):
    settings.MAIL_IS_SET_UP = True


def tell(*accounts, sentence=SENTENCE, key=KEY):
    notify(accounts, sentence, url=URL, key=key)


def trail(record):
    return [(entry.actor_name, entry.what) for entry in audit.trail_of(record)]


class TestNotify:
    def test_each_account_has_an_unread_notice(self, chair, teacher):
        tell(chair, teacher)
        told = Notice.objects.values_list("account__name", "sentence", "url", "read_at").order_by("account__name")
        assert list(told) == [("周敏", SENTENCE, URL, None), ("韩梅", SENTENCE, URL, None)]

    def test_same_key_reaches_an_account_once_and_others_still(self, chair, teacher):
        tell(chair)
        tell(chair, chair, teacher, sentence="别的说法")
        assert list(Notice.objects.order_by("pk").values_list("account__name", "sentence")) == [
            ("周敏", SENTENCE),
            ("韩梅", "别的说法"),
        ]

    def test_other_key_is_another_notice(self, chair):
        tell(chair)
        tell(chair, key="visit-32-approved")
        assert Notice.objects.count() == 2

    def test_blocked_account_hears_nothing(self, teacher):
        teacher.is_active = False
        tell(teacher)
        assert not Notice.objects.exists()

    def test_notice_of_what_was_taken_back_is_taken_back(self, chair):
        with pytest.raises(Refused), transaction.atomic():
            tell(chair)
            raise Refused("不行")
        assert not Notice.objects.exists()

    def test_nobody_is_told_nothing(self):
        tell()
        assert not Notice.objects.exists()

    @pytest.mark.parametrize("url", ["https://elsewhere.example/", "//elsewhere.example/"])
    def test_address_outside_of_the_office_is_refused_by_the_database(self, chair, url):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(account=chair, key=KEY, sentence=SENTENCE, url=url)

    def test_email_goes_only_to_who_gave_an_address(self, chair, teacher, mail):
        NoticeAddressFactory(user=teacher)
        tell(chair, teacher)
        message = OutboxMessage.objects.get()
        assert (message.account, message.channel, message.sentence, message.url, message.status) == (
            teacher,
            Channel.EMAIL,
            SENTENCE,
            URL,
            MessageStatus.WAITING,
        )

    def test_address_given_later_gets_no_old_news(self, teacher, mail):
        tell(teacher)
        NoticeAddressFactory(user=teacher)
        tell(teacher)
        assert not OutboxMessage.objects.exists()

    def test_nothing_waits_where_no_mail_server_is_set_up(self, teacher):
        NoticeAddressFactory(user=teacher)
        tell(teacher)
        assert not OutboxMessage.objects.exists()

    def test_personal_notice_never_goes_to_a_group(self, teacher, mail):
        RobotFactory()
        tell(teacher)
        assert not OutboxMessage.objects.exists()

    @pytest.mark.parametrize("count", [1, 30])
    def test_takes_the_same_few_statements_for_few_and_many(self, count, mail, django_assert_num_queries):
        accounts = [NoticeAddressFactory().user for _ in range(count)]
        with django_assert_num_queries(6):  # two of them the transaction's
            tell(*accounts)
        assert (Notice.objects.count(), OutboxMessage.objects.count()) == (count, count)


@pytest.mark.django_db(transaction=True)
def test_two_who_tell_the_same_at_once_tell_it_once(at_the_same_moment, settings):
    settings.MAIL_IS_SET_UP = True
    account = NoticeAddressFactory().user
    assert at_the_same_moment(lambda: tell(account), lambda: tell(account)) == [None, None]
    assert (Notice.objects.count(), OutboxMessage.objects.count()) == (1, 1)


class TestAnnounce:
    def test_each_group_in_use_is_told_once(self):
        RobotFactory(name="教职工群")
        RobotFactory(name="旧群", is_active=False)
        for _ in range(2):
            announce(SENTENCE, url=URL, key=KEY)
        message = OutboxMessage.objects.get()
        assert (message.recipient, message.channel, message.sentence) == ("教职工群", Channel.ROBOT, SENTENCE)

    def test_nobody_gets_a_notice_by_it(self, teacher):
        announce(SENTENCE, url=URL, key=KEY)
        assert not Notice.objects.exists()


class TestReading:
    def test_first_time_counts(self, teacher):
        notice = NoticeFactory(account=teacher)
        read_notice(notice)
        notice.refresh_from_db()
        first = notice.read_at
        read_notice(notice)
        notice.refresh_from_db()
        assert first is not None
        assert notice.read_at == first

    def test_all_of_ones_own_are_read_and_counted(self, teacher, chair):
        NoticeFactory.create_batch(3, account=teacher)
        NoticeFactory(account=chair)
        assert read_all_notices(teacher) == 3
        assert read_all_notices(teacher) == 0
        assert Notice.objects.unread().get().account == chair


class TestSetEmail:
    def test_address_is_kept_encrypted_and_changed_in_place(self, teacher):
        set_email("a@school.example", by=teacher)
        set_email("b@school.example", by=teacher)
        assert NoticeAddress.objects.get().address == "b@school.example"
        (stored,) = NoticeAddress.objects.extra(select={"raw": "address"}).values_list("raw", flat=True)
        assert "school" not in stored

    def test_trail_tells_that_it_was_set_but_not_to_what(self, teacher):
        set_email("a@school.example", by=teacher)
        entry = audit.trail_of(NoticeAddress.objects.get()).get()
        assert (entry.actor_name, entry.what) == ("韩梅", "设置接收通知的邮箱")
        assert "school" not in str(entry.changes)

    def test_empty_address_ends_it(self, teacher):
        set_email("a@school.example", by=teacher)
        set_email("", by=teacher)
        set_email("", by=teacher)
        assert not NoticeAddress.objects.exists()


class TestRobots:
    def test_robot_is_taken_into_use_and_its_address_stays_out_of_the_trail(self, secretary):
        robot = Robot(name="教职工群", url="https://oapi.dingtalk.com/robot/send?access_token=t1", secret="SEC1")
        add_robot(robot, by=secretary)
        robot.refresh_from_db()
        assert (robot.provider, robot.is_active, robot.secret) == (Provider.DINGTALK, True, "SEC1")
        entry = audit.trail_of(robot).get()
        assert (entry.actor_name, entry.what) == ("陈静", "添加群机器人")
        assert "t1" not in str(entry.changes)
        assert "SEC1" not in str(entry.changes)

    def test_address_of_no_known_robot_is_refused(self, secretary):
        with pytest.raises(Refused, match="这不是企业微信、钉钉或飞书群机器人的地址"):
            add_robot(Robot(name="群", url="https://intranet.example/hook"), by=secretary)
        assert not Robot.objects.exists()

    def test_robot_is_switched_off_and_on(self, secretary):
        robot = RobotFactory()
        assert switch_robot(robot, active=False, by=secretary).is_active is False
        assert switch_robot(robot, active=True, by=secretary).is_active is True
        assert trail(robot)[:2] == [("陈静", "启用群机器人"), ("陈静", "停用群机器人")]

    def test_each_test_is_a_message_of_its_own(self, secretary):
        robot = RobotFactory()
        first, second = send_test(robot, by=secretary), send_test(robot, by=secretary)
        assert (first.robot, first.status, first.key != second.key) == (robot, MessageStatus.WAITING, True)
        assert trail(first) == [("陈静", "发送测试消息")]


class TestResend:
    def test_message_given_up_waits_anew(self, secretary):
        message = MessageFactory(status=MessageStatus.FAILED, attempts=6, last_error="没有连上")
        resend(message, by=secretary)
        message.refresh_from_db()
        assert (message.status, message.attempts) == (MessageStatus.WAITING, 0)
        assert trail(message)[0] == ("陈静", "重新发送")

    def test_message_that_waits_is_refused(self, secretary):
        message = MessageFactory()
        with pytest.raises(Refused) as refusal:
            resend(message, by=secretary)
        assert str(refusal.value) == "现在是“待发送”状态，不能重新发送。请刷新页面查看最新情况。"

    def test_unused_account_is_not_needed_for_a_group(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            MessageFactory(to_group=True, account=AccountFactory())
