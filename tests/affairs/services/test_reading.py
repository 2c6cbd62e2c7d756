"""What is new to whom, and how often something is read: counted once a reader and day, and nobody can be found."""

from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from affairs import services
from affairs.enums import DisclosureStatus
from affairs.models import BoardVisit, Disclosure, ReadCount, Reading
from affairs.selectors import Reads, reads_of, visit_of
from tests.affairs.factories import UNION_FUNDS, PostedFactory, PublicFactory, item
from tests.affairs.steps import corrected, published
from tests.conftest import TODAY, make_actor
from tests.members.factories import AccountFactory
from unionoffice.merging import hanging_on
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 22, 8, tzinfo=timezone.get_default_timezone())
TOMORROW = TODAY + timedelta(days=1)


def new_to(account):
    return sorted(Disclosure.objects.filter(visit_of(account).new()).values_list("title", flat=True))


def post(title, on=TODAY):
    return PostedFactory(title=title, published_on=on)


class TestVisits:
    def test_on_a_first_visit_nothing_is_new(self, teacher):
        post("旧")
        services.note_visit(teacher, at=MORNING)
        assert new_to(teacher) == []

    def test_what_went_up_since_is_new_on_the_next_visit(self, teacher):
        post("旧")
        services.note_visit(teacher, at=MORNING)
        post("新", TOMORROW)
        services.note_visit(teacher, at=MORNING + timedelta(days=1))
        assert new_to(teacher) == ["新"]

    def test_of_the_day_of_the_visit_what_went_up_afterwards_is_new(self, teacher):
        post("早")
        services.note_visit(teacher, at=MORNING)
        post("晚")
        services.note_visit(teacher, at=MORNING + timedelta(hours=2))
        assert new_to(teacher) == ["晚"]

    def test_stays_new_as_long_as_the_visit_lasts(self, teacher):
        services.note_visit(teacher, at=MORNING)
        post("新")
        for minutes in (70, 80, 130, 180):
            services.note_visit(teacher, at=MORNING + timedelta(minutes=minutes))
            assert new_to(teacher) == ["新"]

    def test_isnt_new_on_the_visit_after(self, teacher):
        services.note_visit(teacher, at=MORNING)
        post("新")
        services.note_visit(teacher, at=MORNING + timedelta(hours=2))
        services.note_visit(teacher, at=MORNING + timedelta(hours=3))
        assert new_to(teacher) == []

    def test_pages_within_a_minute_move_nothing(self, teacher):
        services.note_visit(teacher, at=MORNING)
        post("新")
        services.note_visit(teacher, at=MORNING + timedelta(seconds=59))
        services.note_visit(teacher, at=MORNING + timedelta(hours=1, seconds=59))
        assert new_to(teacher) == ["新"]

    def test_what_was_taken_in_for_past_years_isnt_new(self, teacher):
        services.note_visit(teacher, at=MORNING)
        post("往年", date(2020, 5, 1))
        services.note_visit(teacher, at=MORNING + timedelta(days=1))
        assert new_to(teacher) == []

    def test_a_correction_is_new(self, teacher, principal):
        writer = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")
        original = published(writer, principal)
        services.note_visit(teacher, at=MORNING)
        corrected(original, writer, principal, title="更正后")
        services.note_visit(teacher, at=MORNING + timedelta(hours=1))
        assert new_to(teacher) == ["更正后"]

    def test_all_can_be_called_known(self, teacher):
        services.note_visit(teacher, at=MORNING)
        post("新")
        services.note_visit(teacher, at=MORNING + timedelta(hours=1))
        services.mark_all_seen(teacher, at=MORNING + timedelta(hours=1, seconds=5))
        assert new_to(teacher) == []

    def test_all_can_be_called_known_at_first_sight(self, teacher):
        post("旧")
        services.mark_all_seen(teacher, at=MORNING)
        assert new_to(teacher) == []

    def test_are_each_readers_own(self, teacher, chair):
        services.note_visit(teacher, at=MORNING)
        post("新")
        services.note_visit(chair, at=MORNING)
        services.note_visit(teacher, at=MORNING + timedelta(hours=1))
        assert (new_to(teacher), new_to(chair)) == (["新"], [])

    @pytest.mark.parametrize("status", set(DisclosureStatus) - {DisclosureStatus.PUBLISHED})
    def test_row_says_the_same_as_the_query(self, teacher, status):
        services.note_visit(teacher, at=MORNING)
        rows = [post("新"), post("明天", TOMORROW), post("从前", date(2026, 1, 5)), PostedFactory(status=status)]
        visit = visit_of(teacher)
        kept = Disclosure.objects.filter(visit.new())
        assert [visit.is_new(row) for row in rows] == [kept.filter(pk=row.pk).exists() for row in rows]


def read(disclosure, browser, *, inside=False, on=TODAY):
    services.note_reading(disclosure, browser=browser, inside=inside, on=on)


class TestReadings:
    def test_one_browser_counts_once_for_a_matter_and_a_day(self):
        one, other = PublicFactory(), PublicFactory()
        for _ in range(3):
            read(one, "甲")
        read(one, "乙")
        read(one, "丙", inside=True)
        read(other, "甲")
        assert (reads_of(one), reads_of(other)) == (Reads(staff=1, outside=2), Reads(staff=0, outside=1))

    def test_it_counts_again_the_day_after(self):
        made = PublicFactory()
        for on in (TODAY, TOMORROW):
            read(made, "甲", on=on)
        assert reads_of(made).total == 2

    def test_all_versions_of_a_matter_are_counted_together(self, principal):
        writer = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")
        first = published(writer, principal)
        read(first, "甲")
        services.count_readings(on=TOMORROW)
        second = corrected(first, writer, principal)
        read(second, "乙", on=TOMORROW)
        assert (reads_of(first).total, reads_of(second).total) == (2, 2)

    def test_same_number_of_the_other_sphere_is_another_matter(self):
        ours = PublicFactory(number=5)
        unions = PublicFactory(number=5, item=item(UNION_FUNDS))
        read(ours, "甲")
        assert (reads_of(ours).total, reads_of(unions).total) == (1, 0)

    def test_the_night_adds_up_what_was_read_before_and_forgets_the_readers(self):
        made = PublicFactory()
        read(made, "甲")
        read(made, "乙", inside=True)
        read(made, "丙", on=TOMORROW)
        assert services.count_readings(on=TOMORROW) == 2
        (count,) = ReadCount.objects.all()
        assert (count.staff, count.outside, Reading.objects.count()) == (1, 1, 1)
        assert reads_of(made) == Reads(staff=1, outside=2)

    def test_a_second_run_counts_nothing_twice(self):
        made = PublicFactory()
        read(made, "甲")
        assert [services.count_readings(on=TOMORROW) for _ in range(2)] == [1, 0]
        assert reads_of(made).total == 1

    def test_later_days_are_added(self):
        made = PublicFactory()
        for days in range(3):
            read(made, "甲", on=TODAY + timedelta(days=days))
            services.count_readings(on=TODAY + timedelta(days=days + 1))
        assert reads_of(made) == Reads(staff=0, outside=3)

    def test_no_row_tells_two_readings_of_one_browser_from_those_of_two(self):
        one, other = PublicFactory(), PublicFactory()
        read(one, "甲")
        read(other, "甲")
        read(one, "甲", on=TOMORROW)
        assert len(set(Reading.objects.values_list("reader", flat=True))) == 3

    def test_no_table_tells_who_read_what(self, teacher):
        made = PublicFactory()
        services.note_visit(teacher, at=MORNING)
        before = dict(hanging_on(teacher))
        read(made, "浏览器的名字", inside=True)
        assert dict(hanging_on(teacher)) == before
        assert {field.name for field in Reading._meta.get_fields()} == {
            "id", "sphere", "year", "number", "day", "inside", "reader",
        }  # fmt: skip
        assert rows_with("浏览器的名字") == 0


def rows_with(text):
    """Rows of the project's tables with a text in any of their columns."""
    labels = [model for model in apps.get_models() if model._meta.app_label == "affairs"]
    return sum(text in str(row) for model in labels for row in model._default_manager.values_list())


STEPS = st.tuples(st.sampled_from("甲乙丙"), st.booleans(), st.integers(0, 3), st.booleans())
"""Which browser reads, whether a colleague's, how many days later, and whether a night's count comes before."""


class TestCounting(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(st.lists(STEPS, max_size=30))
    def test_nights_in_between_change_no_sum(self, steps):
        """Whenever the night's count comes, each browser counts once for each day."""
        made = PublicFactory()
        seen, on = set(), TODAY
        for browser, inside, later, counts in steps:
            on += timedelta(days=later)
            if counts:
                services.count_readings(on=on)
            read(made, browser, inside=inside, on=on)
            if not any((browser, on) == (known, day) for known, day, _inside in seen):
                seen.add((browser, on, inside))
        by_staff = sum(inside for _browser, _day, inside in seen)
        assert reads_of(made) == Reads(staff=by_staff, outside=len(seen) - by_staff)


def test_who_never_came_and_strangers_have_no_mark(teacher):
    assert (visit_of(teacher), visit_of(AnonymousUser())) == (None, None)


def test_visits_are_kept_one_a_person():
    account = AccountFactory()
    for hours in range(3):
        services.note_visit(account, at=MORNING + timedelta(hours=hours))
    assert BoardVisit.objects.filter(account=account).count() == 1
