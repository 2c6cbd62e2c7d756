"""Mailboxes and their openings."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from affairs import services
from affairs.enums import MailboxKind
from affairs.models import BoxOpening, Mailbox
from tests.affairs.letters import open_mailbox
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def unsaved(**fields):
    told = {"name": "女职工信箱", "kind": MailboxKind.ONLINE, "role": Role.WOMEN_OFFICER, "in_use_from": TODAY}
    return Mailbox(**{**told, **fields})


def opening(mailbox, opener, witness, **fields):
    return BoxOpening(
        **{"mailbox": mailbox, "opened_on": TODAY, "opener": opener, "witness": witness, "found": 0, **fields}
    )


@pytest.fixture
def box(db):
    return open_mailbox(kind=MailboxKind.HUNG, place="教学楼一楼", takes_letters_here=False)


def test_school_begins_with_two_mailboxes_that_nobody_has_opened_yet():
    assert list(Mailbox.objects.values_list("name", "role", "in_use_from")) == [
        ("校长信箱", "principal", None),
        ("工会意见箱", "chair", None),
    ]


def test_setting_up_and_opening_are_told_in_the_trail(secretary):
    mailbox = services.save_mailbox(unsaved(in_use_from=None), by=secretary)
    mailbox.in_use_from = TODAY
    services.save_mailbox(mailbox, by=secretary)
    assert verbs(mailbox) == [("陈静", "设立信箱"), ("陈静", "修改信箱")]
    assert (Mailbox.objects.get(pk=mailbox.pk).in_use_from, mailbox.version) == (TODAY, 2)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"role": ""}, "请填一项，也只填一项"),
        ({"kind": MailboxKind.HUNG}, "请写明挂在哪里"),
        ({"kind": MailboxKind.PHONE}, "请写出公布的电话"),
        ({"takes_letters_here": False}, "网上信箱要能在网上写信"),
        ({"in_use_to": TODAY - timedelta(days=1)}, "停用日期不能早于启用日期"),
        ({"in_use_from": None, "in_use_to": TODAY}, "停用日期不能早于启用日期"),
    ],
)
def test_mailbox_that_lacks_what_its_kind_asks_for_is_refused_and_by_the_database_too(secretary, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        services.save_mailbox(unsaved(**fields), by=secretary)
    with pytest.raises(IntegrityError):
        unsaved(**fields).save()


def test_mailbox_has_a_role_or_a_person_not_both(secretary, teacher):
    with pytest.raises(Refused, match="请填一项，也只填一项"):
        services.save_mailbox(unsaved(keeper=teacher.member), by=secretary)
    assert services.save_mailbox(unsaved(role="", keeper=teacher.member), by=secretary).answered_by == "韩梅"


def test_opening_is_recorded_with_two_people(secretary, teacher, box):
    made = services.empty_box(opening(box, secretary.member, teacher.member, found=2), by=secretary, on=TODAY)
    assert (made.found, verbs(made)) == (2, [("陈静", "登记开箱")])


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"opened_on": TODAY + timedelta(days=1)}, "不能晚于今天"),
        ({"opened_on": date(2012, 1, 1)}, "那一天信箱没有在使用"),
    ],
)
def test_opening_on_a_day_that_can_not_be_is_refused(secretary, teacher, box, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        services.empty_box(opening(box, secretary.member, teacher.member, **fields), by=secretary, on=TODAY)


def test_opening_alone_twice_a_day_or_of_a_page_is_refused(secretary, teacher, box):
    with pytest.raises(Refused, match="开箱要有两个人在场"):
        services.empty_box(opening(box, teacher.member, teacher.member), by=secretary, on=TODAY)
    services.empty_box(opening(box, secretary.member, teacher.member), by=secretary, on=TODAY)
    with pytest.raises(Refused, match="当天的开箱已经登记过"):
        services.empty_box(opening(box, secretary.member, teacher.member), by=secretary, on=TODAY)
    with pytest.raises(Refused, match="只有挂设的信箱需要开箱"):
        services.empty_box(opening(open_mailbox(), secretary.member, teacher.member), by=secretary, on=TODAY)
