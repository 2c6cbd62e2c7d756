"""What regulations, documents and consultations show on the desk, in the search and in the calendar."""

from datetime import date

import pytest

from affairs.area.regulations import find_regulations, regulation_days, regulation_tasks
from affairs.enums import DocumentStatus, Secrecy
from tests.affairs.regulations import (
    ConsultationFactory,
    DocumentFactory,
    ForwardFactory,
    HeldFactory,
    VersionFactory,
)
from tests.conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def tasks(user):
    return [(task.sentence, task.button) for task in regulation_tasks(user, TODAY)]


def test_reader_is_told_what_to_read_and_where_to_have_a_say(teacher):
    ForwardFactory(member=teacher.member)
    ForwardFactory(member=teacher.member, read_on=TODAY)
    ForwardFactory(member=teacher.member, document__status=DocumentStatus.VOID)
    ConsultationFactory(status="open")
    ConsultationFactory(status="draft")
    assert tasks(teacher) == [
        ("有文件请您阅读：关于开展师德主题教育活动的通知", "阅读"),
        ("正在征求意见：职工之家使用规则征求意见", "提意见"),
    ]


def test_secretary_is_told_what_is_due_and_what_waits_for_answers(secretary):
    DocumentFactory(status=DocumentStatus.PENDING, number=4)
    ConsultationFactory(status="answering", drafted_by=secretary)
    VersionFactory(drafted_by=secretary, title="考勤办法")
    assert tasks(secretary) == [
        ("“职工之家使用规则征求意见”的意见等待答复", "答复"),
        ("制度“考勤办法”还在起草", "查看"),
        ("收2026-004待办：报送总结", "查看"),
    ]


def test_queries_do_not_grow_with_what_waits(secretary, django_assert_num_queries):
    for number in range(2):
        ForwardFactory(member=secretary.member)
        DocumentFactory(status=DocumentStatus.PENDING)
        ConsultationFactory(status="open", title=str(number))
    tasks(secretary)
    with django_assert_num_queries(5):
        assert len(tasks(secretary)) == 6
    ForwardFactory(member=secretary.member)
    ConsultationFactory(status="open")
    with django_assert_num_queries(5):
        assert len(tasks(secretary)) == 8


def test_search_finds_what_the_reader_may_know_of(teacher, secretary):
    HeldFactory(regulation__title="慰问办法")
    VersionFactory(regulation__title="慰问规定草案")
    DocumentFactory(title="慰问通知", secrecy=Secrecy.INTERNAL)
    assert [hit.title for hit in find_regulations(teacher, "慰问")] == ["慰问办法"]
    assert [hit.title for hit in find_regulations(secretary, "慰问")] == ["慰问办法", "慰问规定草案", "慰问通知"]


def test_calendar_tells_what_takes_effect_and_what_ends(teacher):
    HeldFactory(regulation__title="慰问办法", from_on=date(2026, 11, 25))
    VersionFactory(status="abolished", regulation__title="考勤办法", abolished_on=date(2026, 11, 26))
    ConsultationFactory(status="open")
    days = regulation_days(teacher, date(2026, 11, 1), date(2026, 11, 30))
    assert [(entry.day.day, entry.title) for entry in days] == [
        (26, "废止：考勤办法"),
        (25, "施行：慰问办法"),
        (30, "征求意见截止：职工之家使用规则征求意见"),
    ]
