"""The calendar: a month of what the areas know, as far as the viewer may know it."""

from datetime import date

import pytest
from django.urls import reverse

from activities.enums import ActivityStatus
from congress.models import Session
from tests.activities.factories import ActivityFactory
from tests.congress.factories import SessionFactory
from unionoffice.school_calendar import DayKind, SpecialDay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

CALENDAR = reverse("reports:calendar")


def days(response):
    return {day.date: day for week in response.context["weeks"] for day in week}


def held_on(day):
    """A session without a call, so that there is one thing on one day."""
    return SessionFactory(
        number=10 + Session.objects.count(), starts_on=day, ends_on=day, call_from=None, call_to=None
    )


def titles(response, day):
    return [entry.title for entry in days(response)[day].entries]


def test_shows_this_month_in_whole_weeks_from_monday_on(teacher, signed_in, on):
    response = signed_in(teacher).get(CALENDAR)
    shown = days(response)
    assert (min(shown), max(shown)) == (date(2026, 10, 26), date(2026, 12, 6))
    assert next(day for day in shown.values() if day.is_in_month).date == date(2026, 11, 1)
    assert (response.context["before"], response.context["after"]) == ("2026-10", "2026-12")


@pytest.mark.parametrize("asked", ["", "2026-13", "abc", "1999-12", "2101-01", "2026-11-01"])
def test_month_that_cannot_be_understood_is_this_one(teacher, signed_in, asked):
    assert signed_in(teacher).get(CALENDAR, {"month": asked}).context["month"] == date(2026, 11, 1)


def test_turns_over_the_year(teacher, signed_in):
    response = signed_in(teacher).get(CALENDAR, {"month": "2026-12"})
    assert (response.context["before"], response.context["after"]) == ("2026-11", "2027-01")


def test_days_off_and_made_up_are_marked(teacher, signed_in):
    SpecialDay.objects.create(day=date(2026, 11, 13), kind=DayKind.OFF, label="校庆", source="校办通知")
    SpecialDay.objects.create(day=date(2026, 11, 14), kind=DayKind.WORKED, label="校庆补班", source="校办通知")
    shown = days(signed_in(teacher).get(CALENDAR))
    marks = {day: shown[day].mark for day in (date(2026, 11, 12), date(2026, 11, 13), date(2026, 11, 14))}
    assert list(marks.values()) == ["", "休", "班"]


def test_shows_what_the_viewer_may_know(secretary, teacher, signed_in):
    day = date(2026, 11, 26)
    ActivityFactory(title="冬季长跑", status=ActivityStatus.DRAFT, starts_on=day, ends_on=day, sign_up_until=None)
    session = held_on(day)
    seen = [titles(signed_in(user).get(CALENDAR), day) for user in (secretary, teacher)]
    assert seen == [sorted(["冬季长跑", session.printed_name]), [session.printed_name]]


def test_agenda_of_a_phone_leaves_out_other_months(teacher, signed_in):
    for day in (date(2026, 10, 27), date(2026, 11, 26)):
        held_on(day)
    busy = signed_in(teacher).get(CALENDAR).context["busy"]
    assert [day.date for day in busy] == [date(2026, 11, 26)]


def test_desk_tells_of_the_next_two_weeks(teacher, signed_in):
    for day in (date(2026, 11, 21), date(2026, 11, 22), date(2026, 12, 6), date(2026, 12, 7)):
        held_on(day)
    coming = signed_in(teacher).get(reverse("reports:desk")).context["coming"]
    assert [entry.day for entry in coming] == [date(2026, 11, 22), date(2026, 12, 6)]


def test_number_of_queries_does_not_grow_with_the_entries(teacher, signed_in, django_assert_num_queries):
    client = signed_in(teacher)
    for more in (3, 20):
        for _ in range(more):
            held_on(date(2026, 11, 26))
        with django_assert_num_queries(25):
            client.get(CALENDAR)
