"""Work of every day: once a day, whoever comes first; what fails is tried again and disturbs nothing else."""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from unionoffice import schedule
from unionoffice.areas import Scheduled, areas
from unionoffice.formkeys import FormKey
from unionoffice.housekeeping import HOUSEKEEPING
from unionoffice.profiles import SchoolProfile
from unionoffice.rules import rule
from unionoffice.schedule import ScheduledRun, every_work, run_due

DAY = date(2026, 11, 22)
MIDNIGHT = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
"""In Shanghai."""


def at(hour, minute=0):
    return MIDNIGHT + timedelta(hours=hour, minutes=minute)


@pytest.fixture
def declare(monkeypatch):
    """Has an area declare some work, and nobody else any."""

    def declare_works(*works):
        area = replace(areas()[0], schedule=works)
        monkeypatch.setattr(schedule, "HOUSEKEEPING", ())
        monkeypatch.setattr(schedule, "areas", lambda: (area,))

    return declare_works


@pytest.fixture
def days(declare):
    """The days for which the work was done."""
    done = []
    declare(Scheduled("trial.work", done.append))
    return done


def test_every_work_has_a_key_of_its_own():
    keys = [work.key for work in every_work()]
    assert sorted(set(keys)) == sorted(keys)
    assert {work.key for work in HOUSEKEEPING} < {*keys}


@pytest.mark.django_db
class TestRunDue:
    def test_work_is_done_once_a_day_for_the_day_in_shanghai(self, days):
        for now in (at(3), at(3, 1), at(23, 59), at(27)):
            run_due(now)
        assert days == [DAY, DAY + timedelta(days=1)]

    def test_rules_are_read_once_for_each_work(self, declare, django_assert_num_queries):
        def ask(on):
            with django_assert_num_queries(1):
                for key in ("names.single_given_first", "finance.three_people"):
                    rule(key, on=on)

        declare(Scheduled("trial.first", ask), Scheduled("trial.second", ask))
        run_due(at(3))
        assert ScheduledRun.objects.exclude(done_at=None).count() == 2

    def test_work_waits_for_its_hour(self, days):
        run_due(at(2, 59))
        assert days == []

    def test_work_is_made_up_for_later_in_the_day(self, days):
        run_due(at(22))
        assert days == [DAY]

    def test_what_was_done_is_noted(self, days):
        run_due(at(3))
        assert list(ScheduledRun.objects.values_list("key", "day", "attempts", "done_at")) == [
            ("trial.work", DAY, 1, at(3))
        ]

    def test_idle_look_takes_one_query(self, days, django_assert_num_queries):
        run_due(at(3))
        with django_assert_num_queries(1):
            run_due(at(4))


@pytest.fixture
def quiet(caplog):
    caplog.set_level(logging.CRITICAL, "unionoffice.schedule")


@pytest.mark.django_db
class TestFailure:
    @pytest.fixture
    def tried(self, declare, quiet):
        """The moments at which work was tried that writes something and then fails."""
        tried = []

        def fail(on):
            tried.append(on)
            SchoolProfile.objects.create(name="半途", short_name="半途")
            raise ZeroDivisionError

        declare(Scheduled("trial.fails", fail), Scheduled("trial.works", lambda _on: None))
        return tried

    def test_what_it_wrote_is_taken_back_and_the_others_are_done(self, tried):
        run_due(at(3))
        assert not SchoolProfile.objects.exists()
        assert dict(ScheduledRun.objects.values_list("key", "done_at")) == {
            "trial.fails": None,
            "trial.works": at(3),
        }

    def test_it_is_tried_again_after_growing_pauses(self, tried):
        minutes = [minute for minute in range(120) if not tried.clear() and not run_due(at(3, minute)) and tried]
        assert minutes == [0, 1, 6, 36]

    def test_it_is_tried_anew_the_next_day(self, tried):
        for hour in range(3, 24):
            run_due(at(hour))
        tried.clear()
        run_due(at(27))
        assert tried == [DAY + timedelta(days=1)]


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_it_once(at_the_same_moment, declare, secretary):
    def work(_on):
        FormKey.objects.create(key=f"00000000-0000-4000-8000-{FormKey.objects.count():012}", user=secretary)

    declare(Scheduled("trial.work", work))
    assert at_the_same_moment(lambda: run_due(at(3)), lambda: run_due(at(3))) == [None, None]
    assert FormKey.objects.count() == 1
