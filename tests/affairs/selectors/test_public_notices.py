"""How the working days of a notice are counted, around the holidays of 2026 as the State Council arranged them."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from affairs.selectors import DayMark, counting, open_notices
from affairs.selectors.public_notices import add_days_left
from tests.affairs.public_notices import posted
from unionoffice.school_calendar import DayKind, SpecialDay
from unionoffice.workdays import add_workdays

pytestmark = pytest.mark.django_db

DAYS_OF_2026 = st.dates(date(2026, 1, 1), date(2026, 11, 30))


def marks(counted):
    return {f"{one.day:%m%d}": (str(one.mark), one.number) for one in counted.days}


class TestNationalDay:
    """1 to 7 October off; Sunday 20 September and Saturday 10 October worked."""

    def test_posted_on_the_eve_it_runs_over_the_holiday_and_the_make_up_saturday(self):
        ends_on = add_workdays(date(2026, 9, 30), 5)
        assert ends_on == date(2026, 10, 13)
        counted = counting(date(2026, 9, 30), ends_on)
        assert (counted.count, counted.off, counted.made_up) == (5, ("10月1日至7日",), ("10月10日",))
        assert marks(counted)["1010"] == ("made-up", 3)
        assert marks(counted)["0930"] == ("posted", 0)
        assert marks(counted)["1011"] == ("weekend", 0)

    def test_posted_before_the_make_up_sunday_it_counts(self):
        assert add_workdays(date(2026, 9, 18), 1) == date(2026, 9, 20)


class TestSpringFestival:
    """15 to 23 February off; Saturdays 14 and 28 February worked."""

    def test_posted_on_the_last_friday_before_it(self):
        ends_on = add_workdays(date(2026, 2, 13), 5)
        assert ends_on == date(2026, 2, 27)
        counted = counting(date(2026, 2, 13), ends_on)
        assert counted.made_up == ("2月14日",)
        assert counted.off == ("2月16日至23日",)

    def test_posted_in_the_middle_of_it(self):
        assert add_workdays(date(2026, 2, 18), 5) == date(2026, 2, 28)


class TestSchoolsOwnCalendar:
    def test_day_off_at_school_does_not_count(self):
        SpecialDay.objects.create(day=date(2026, 11, 13), kind=DayKind.OFF, label="校运动会", source="校历")
        assert add_workdays(date(2026, 11, 9), 5) == date(2026, 11, 17)
        assert counting(date(2026, 11, 9), date(2026, 11, 17)).off == ("11月13日",)

    def test_year_that_is_not_announced_is_doubtful_until_the_office_enters_its_holidays(self):
        later = max(chinese_calendar.constants.holidays).year + 1
        start, end = date(later, 1, 4), date(later, 1, 15)
        assert counting(start, end).doubtful_years == (later,)
        SpecialDay.objects.create(day=date(later, 1, 2), kind=DayKind.OFF, label="元旦", source="国务院通知")
        assert counting(start, end).doubtful_years == ()


class TestEveryStart:
    @given(start=DAYS_OF_2026, days=st.integers(1, 15))
    def test_last_day_is_worked_and_the_count_comes_out(self, start, days):
        ends_on = add_workdays(start, days)
        counted = counting(start, ends_on)
        assert chinese_calendar.is_workday(ends_on)
        assert counted.count == days
        assert counted.days[-1].number == days
        assert [one.day for one in counted.days if one.number] == chinese_calendar.get_workdays(
            start + timedelta(days=1), ends_on
        )

    @given(start=DAYS_OF_2026)
    def test_every_day_has_the_mark_of_its_kind(self, start):
        for one in counting(start, start + timedelta(days=14)).days[1:]:
            worked, weekend = chinese_calendar.is_workday(one.day), one.day.weekday() >= 5
            expected = {
                (True, False): DayMark.COUNTED,
                (True, True): DayMark.MADE_UP,
                (False, False): DayMark.OFF,
                (False, True): DayMark.WEEKEND,
            }
            assert one.mark is expected[worked, weekend]


class TestDaysLeft:
    @pytest.mark.parametrize(
        ("on", "left"),
        [
            (date(2026, 9, 30), 5),
            (date(2026, 10, 1), 5),
            (date(2026, 10, 8), 5),
            (date(2026, 10, 9), 4),
            (date(2026, 10, 10), 3),
            (date(2026, 10, 11), 2),
            (date(2026, 10, 13), 1),
            (date(2026, 10, 14), 0),
            (date(2026, 10, 20), 0),
        ],
    )
    def test_today_counts_while_it_lasts(self, secretary, principal, on, left):
        notice = posted(secretary, principal, on=date(2026, 9, 30))
        add_days_left([notice], on)
        assert notice.days_left == left

    def test_nothing_hangs_and_nothing_is_asked(self, teacher, django_assert_num_queries):
        with django_assert_num_queries(1):
            assert open_notices(teacher, date(2026, 9, 30)) == []
