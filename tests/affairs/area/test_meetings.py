"""What meetings show on the desk, in the search and in the calendar."""

from datetime import timedelta

import pytest
from django.urls import reverse

from affairs.area.meetings import find_meetings, meeting_days, meeting_tasks
from affairs.enums import MeetingStatus
from tests.affairs.meetings import (
    HeldFactory,
    MeetingFactory,
    ParticipantFactory,
    TaskFactory,
    announced,
    drafted,
    planned,
)
from tests.conftest import TODAY
from tests.members.factories import AccountFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DAY = timedelta(days=1)


def told(user, on=TODAY):
    return [(task.sentence, task.button, task.due) for task in meeting_tasks(user, on)]


class TestTasks:
    def test_minutes_wait_for_who_led_the_meeting_alone(self, secretary, chair):
        meeting = drafted(secretary, chair=chair.member)
        [task] = meeting_tasks(chair, TODAY)
        assert (task.sentence, task.url) == (
            "“女教师代表座谈会”的纪要等待确认",
            reverse("affairs:meeting-confirm", args=[meeting.pk]),
        )
        assert told(secretary) == []

    def test_what_one_is_to_do_with_its_day_most_urgent_first(self, teacher):
        TaskFactory(member=teacher.member, text="不急", due_on=TODAY + 9 * DAY)
        TaskFactory(member=teacher.member, text="很急", due_on=TODAY - 2 * DAY)
        assert told(teacher) == [
            ("会议任务：很急", "办结", TODAY - 2 * DAY),
            ("会议任务：不急", "办结", TODAY + 9 * DAY),
        ]

    def test_meetings_of_the_next_days_for_those_who_are_asked(self, secretary, chair, teacher):
        announced(secretary, people=[teacher.member], held_on=TODAY + 7 * DAY)
        announced(secretary, people=[teacher.member], held_on=TODAY + 8 * DAY)
        assert told(teacher) == [("参加会议：女教师代表座谈会 15:30", "查看", TODAY + 7 * DAY)]
        assert told(chair) == []

    def test_meeting_whose_day_is_past_waits_to_be_entered(self, secretary, chair):
        planned(secretary, held_on=TODAY - DAY)
        assert told(secretary) == [("“女教师代表座谈会”已到日期，请登记召开", "登记", None)]
        assert told(chair) == []


class TestSearch:
    def test_finds_what_one_knows_of(self, secretary, teacher):
        meeting = HeldFactory(title="绩效工资联席会议")
        [hit] = find_meetings(secretary, "绩效")
        assert (hit.title, hit.detail, hit.url) == (
            "绩效工资联席会议",
            "2026年11月22日 · 已召开",
            meeting.get_absolute_url(),
        )
        assert list(find_meetings(teacher, "绩效")) == []


class TestCalendar:
    def test_shows_what_one_is_asked_to_and_not_what_was_called_off(self, teacher):
        meeting = MeetingFactory()
        ParticipantFactory(meeting=meeting, member=teacher.member)
        ParticipantFactory(meeting=MeetingFactory(status=MeetingStatus.CANCELLED), member=teacher.member)
        MeetingFactory()
        [entry] = meeting_days(teacher, TODAY - DAY, TODAY + DAY)
        assert (entry.day, entry.title, entry.url) == (TODAY, "15:30 女教师代表座谈会", meeting.get_absolute_url())

    def test_is_empty_for_who_is_nobodys_colleague(self):
        operator = AccountFactory(member=None, employee_no="ops", name="运维")
        assert list(meeting_days(operator, TODAY, TODAY)) == []
