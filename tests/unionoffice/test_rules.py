"""Dated rules: the value of the day counts, and what a school has changed stays."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from unionoffice.rules import RuleSetting, rule, seed_rule

KEY = "tests.limit"

pytestmark = pytest.mark.django_db


@pytest.fixture
def limits():
    for day, value in ((date(2024, 1, 1), 100), (date(2026, 7, 1), 200)):
        RuleSetting.objects.create(key=KEY, label="限额", value=value, valid_from=day, source="测试")


@pytest.mark.parametrize(
    ("on", "value"),
    [(date(2024, 1, 1), 100), (date(2026, 6, 30), 100), (date(2026, 7, 1), 200), (date(2030, 1, 1), 200)],
)
def test_value_of_the_day_counts(limits, on, value):
    assert rule(KEY, on=on) == value


def test_day_before_the_first_value_has_none(limits):
    with pytest.raises(KeyError, match=KEY):
        rule(KEY, on=date(2023, 12, 31))


def test_unknown_rule_is_an_error():
    with pytest.raises(KeyError, match="unknown"):
        rule("tests.unknown", on=date(2026, 1, 1))


def test_seeding_again_keeps_what_the_school_changed():
    seed_rule(KEY, label="限额", value=100, source="通行做法")
    setting = RuleSetting.objects.get(key=KEY)
    setting.value, setting.source = 300, "校工会决议"
    setting.save()
    seed_rule(KEY, label="限额", value=100, source="通行做法")
    again = RuleSetting.objects.get(key=KEY)
    assert (again.value, again.source, again.label) == (300, "校工会决议", "限额")


@pytest.mark.parametrize("value", [True, 15, "2.50", ["周五"], {"cap": 1000}])
def test_values_come_back_as_they_were_put(value):
    seed_rule(KEY, label="限额", value=value, source="测试")
    assert rule(KEY, on=date(2026, 1, 1)) == value


def test_one_day_has_one_value(limits):
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSetting.objects.create(key=KEY, label="限额", value=1, valid_from=date(2024, 1, 1), source="测试")


def test_setting_names_itself_and_its_day(limits):
    assert [str(setting) for setting in RuleSetting.objects.filter(key=KEY)] == [
        "限额（2026-07-01起）",
        "限额（2024-01-01起）",
    ]
