"""What the catalogue shows on the desk, in the search and in the calendar."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from affairs.area import area
from affairs.area.catalogue import catalogue_days, catalogue_tasks, find_channels
from affairs.enums import DisclosureStatus
from tests.affairs.catalogue import (
    ChannelFactory,
    EditionFactory,
    IssueFactory,
    PostingFactory,
    drafted_for,
    matter,
    only,
    told_for,
)
from tests.conftest import TODAY, make_actor
from tests.members.factories import DepartmentFactory
from unionoffice.inbox import Notice
from unionoffice.roles import Role
from unionoffice.rules import rules_read_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

WHAT = "“食堂收支”（2026年10月）应于11月10日前公开"


@pytest.fixture
def head():
    return make_actor(Role.DEPARTMENT_HEAD, "曹喆")


@pytest.fixture
def canteen(head):
    EditionFactory(from_on=date(2026, 10, 1))
    only()
    return matter("食堂收支", department=DepartmentFactory(head=head.member))


def tasks(user, on=TODAY):
    return [(task.sentence, task.button, task.url, task.due) for task in catalogue_tasks(user, on)]


class TestDue:
    def test_head_is_asked_to_write_it_as_soon_as_the_period_is_over(self, canteen, head):
        url = f"/affairs/disclosures/draft/?item={canteen.pk}&period=2026-10"
        assert tasks(head, date(2026, 10, 30)) == []
        assert tasks(head, date(2026, 11, 1)) == [(WHAT, "起草", url, date(2026, 11, 10))]

    def test_keeper_is_asked_once_it_is_late(self, canteen, secretary):
        assert tasks(secretary, date(2026, 11, 10)) == []
        assert [sentence for sentence, *_rest in tasks(secretary, date(2026, 11, 11))] == [WHAT]

    def test_keeper_answers_for_what_nobody_does(self, canteen, secretary):
        matter("采购结果")
        assert [task[0][:6] for task in tasks(secretary, date(2026, 11, 5))] == ["“采购结果”"]

    def test_others_are_not_asked(self, canteen, principal, teacher):
        assert (tasks(principal), tasks(teacher)) == ([], [])

    @pytest.mark.parametrize("make", [drafted_for, lambda item, code: told_for(item, code, on=TODAY)])
    def test_what_is_written_is_not_asked_for(self, canteen, head, make):
        make(canteen, "2026-10")
        assert tasks(head) == []

    def test_many_are_summed_up(self, canteen, head):
        department = DepartmentFactory(head=head.member)
        for number in range(8):
            matter(f"事项{number}", department=department)
        told = tasks(head)
        assert len(told) == 7
        assert told[-1] == ("还有3项次定期公开的内容没有公开", "查看", "/affairs/coverage/", None)

    def test_queries_do_not_grow(self, canteen, head, django_assert_num_queries):
        list(area.tasks(head, TODAY))
        with rules_read_once(), django_assert_num_queries(7):
            tasks(head)
        for number in range(5):
            matter(f"事项{number}", department=canteen.department)
        with rules_read_once(), django_assert_num_queries(7):
            tasks(head)


class TestStaleCopies:
    def test_keeper_of_the_channel_is_asked_to_take_it_down(self, teacher, secretary):
        channel = ChannelFactory(name="大厅公开栏", keeper=teacher.member)
        posting = PostingFactory(channel=channel, disclosure__status=DisclosureStatus.TAKEN_DOWN)
        sentence = "“大厅公开栏”上的“第三季度经费使用情况”已撤下，请换下纸质版"
        assert tasks(teacher) == [(sentence, "取下", posting.get_absolute_url(), None)]
        assert tasks(secretary) == []

    def test_where_nobody_keeps_it_the_keeper_of_the_board_does(self, secretary):
        PostingFactory(disclosure__status=DisclosureStatus.CORRECTED)
        assert [button for _sentence, button, *_rest in tasks(secretary)] == ["取下"]

    def test_what_hangs_rightly_asks_nobody(self, secretary):
        PostingFactory()
        assert tasks(secretary) == []


class TestIssues:
    def test_handler_is_asked_to_put_it_right(self, teacher):
        issue = IssueFactory(handler=teacher.member)
        url = f"/affairs/checks/issues/{issue.pk}/finish/"
        assert tasks(teacher) == [("检查要求整改：字号太小（韩梅）", "办理", url, issue.due_on)]

    def test_what_is_done_asks_nobody(self, teacher):
        IssueFactory(handler=teacher.member, done_on=TODAY, outcome="好了")
        assert tasks(teacher) == []


class TestCalendar:
    def days(self, user, start=date(2026, 11, 1), end=date(2026, 12, 31)):
        return [(entry.day, entry.title) for entry in catalogue_days(user, start, end)]

    def test_says_when_what_is_regular_is_due(self, canteen, head):
        assert self.days(head) == [
            (date(2026, 11, 10), "应公开：食堂收支（2026年10月）"),
            (date(2026, 12, 10), "应公开：食堂收支（2026年11月）"),
        ]

    def test_what_is_disclosed_is_no_more_due(self, canteen, head):
        told_for(canteen, "2026-10", on=date(2026, 11, 3))
        assert [day for day, _title in self.days(head)] == [date(2026, 12, 10)]

    def test_staff_see_only_what_they_have_to_put_right(self, canteen, teacher):
        IssueFactory(handler=teacher.member)
        IssueFactory()
        assert self.days(teacher) == [(date(2026, 11, 20), "整改期限：字号太小")]

    def test_queries_do_not_grow_with_what_is_to_be_put_right(self, teacher, django_assert_num_queries):
        self.days(teacher)
        for count in (1, 5):
            IssueFactory.create_batch(count, handler=teacher.member)
            with django_assert_num_queries(1):
                self.days(teacher)


def test_channels_are_found_by_name_and_place(teacher):
    ChannelFactory(name="工会之窗", place="教学楼")
    assert [(hit.title, hit.detail) for hit in find_channels(teacher, "教学")] == [("工会之窗", "公开栏，教学楼")]
    assert list(find_channels(teacher, "食堂")) == []


def test_coverage_and_channels_have_doors(teacher, secretary, principal, auditor):
    doors = {door.url_name: door.permission for door in area.navigation}
    people = (teacher, secretary, principal, auditor)
    assert {
        name: [person.name for person in people if doors[name].test(person)]
        for name in ("affairs:coverage", "affairs:channel-list", "affairs:check-list")
    } == {
        "affairs:coverage": ["陈静", "沈立"],
        "affairs:channel-list": ["陈静", "沈立"],
        "affairs:check-list": ["冯岚"],
    }


def test_checks_lie_behind_the_channels_for_those_who_see_these(secretary, signed_in):
    actions = signed_in(secretary).get(reverse("affairs:channel-list")).context["actions"]
    assert "监督检查" in [str(action.label) for action in actions]


def test_reminders_go_out_every_day(canteen, head):
    [work] = [work for work in area.schedule if work.key == "affairs.reminders"]
    work.run(date(2026, 11, 10))
    work.run(date(2026, 11, 10) + timedelta(days=1))
    assert Notice.objects.filter(account=head).count() == 2
