"""Dated rules: the value of the day counts, what a school has changed stays, and a value is of its kind."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.members.trails import trail
from unionoffice import rules
from unionoffice.audit import LogEntry
from unionoffice.refusal import Refused
from unionoffice.rules import (
    RuleKind,
    RuleSetting,
    RulesMiddleware,
    RuleStanding,
    rule,
    rule_setting,
    rules_read_once,
    rules_under,
    seed_rule,
    set_rule,
    values_of,
    withdraw_rule,
)

KEY = "tests.limit"
TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.django_db


@pytest.fixture
def limits():
    for day, value in ((date(2024, 1, 1), 100), (date(2026, 7, 1), 200)):
        RuleSetting.objects.create(
            key=KEY, label="限额", kind=RuleKind.COUNT, value=value, valid_from=day, source="测试"
        )


@pytest.fixture
def cap():
    seed_rule(KEY, label="上限", value="2000", kind=RuleKind.MONEY, source="办法")


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


def test_seeding_again_gives_every_row_the_kind_of_the_code(limits):
    seed_rule(KEY, label="限额", value=5, kind=RuleKind.DAYS, unit="个工作日", source="通行做法")
    rows = RuleSetting.objects.filter(key=KEY)
    assert [(row.value, row.kind, row.unit) for row in rows] == [
        (value, RuleKind.DAYS, "个工作日") for value in (200, 100, 5)
    ]


KINDS = [
    (True, None, {}, True, "是"),
    (False, None, {}, False, "否"),
    (15, None, {"unit": "名"}, 15, "15名"),
    (15, RuleKind.DAYS, {}, 15, "15天"),
    (30, RuleKind.DAYS, {"unit": "个工作日"}, 30, "30个工作日"),
    ("2000", RuleKind.MONEY, {}, Decimal("2000.00"), "2,000.00元"),
    (Decimal("0.5"), RuleKind.PERCENT, {}, Decimal("0.5"), "0.5%"),
    ("refuse", RuleKind.CHOICE, {"choices": [("refuse", "不予办理"), ("warn", "提醒")]}, "refuse", "不予办理"),
]


@pytest.mark.parametrize(("value", "kind", "more", "typed", "words"), KINDS)
def test_value_is_read_by_code_as_its_type_and_by_people_in_words(value, kind, more, typed, words):
    seed_rule(KEY, label="限额", value=value, kind=kind, source="测试", **more)
    read = rule(KEY, on=TODAY)
    assert (read, type(read), RuleSetting.objects.get(key=KEY).words) == (typed, type(typed), words)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (None, "2.50"),
        (None, ["周五"]),
        (RuleKind.FLAG, 1),
        (RuleKind.COUNT, True),
        (RuleKind.COUNT, -1),
        (RuleKind.DAYS, "5"),
        (RuleKind.MONEY, "多"),
        (RuleKind.MONEY, "-1"),
        (RuleKind.MONEY, "NaN"),
        (RuleKind.MONEY, "1.001"),
        (RuleKind.PERCENT, "100.1"),
        (RuleKind.PERCENT, None),
        (RuleKind.CHOICE, "other"),
    ],
)
def test_value_of_another_kind_is_not_seeded(kind, value):
    with pytest.raises(ValueError, match=r"\S"):
        seed_rule(KEY, label="限额", value=value, kind=kind, source="测试", choices=[("one", "一")])
    assert RuleSetting.objects.filter(key=KEY).count() == 0


def test_one_day_has_one_value(limits):
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleSetting.objects.create(key=KEY, label="限额", value=1, valid_from=date(2024, 1, 1), source="测试")


def test_setting_names_itself_and_its_day(limits):
    assert [str(setting) for setting in RuleSetting.objects.filter(key=KEY)] == [
        "限额（2026-07-01起）",
        "限额（2024-01-01起）",
    ]


def test_new_value_is_a_new_row_and_the_old_one_stays(cap, secretary):
    made = set_rule(KEY, Decimal(2500), valid_from=date(2027, 1, 1), source="新办法", by=secretary)
    assert [rule(KEY, on=day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [
        Decimal("2000.00"),
        Decimal("2500.00"),
    ]
    assert (made.label, made.kind, made.unit, made.source) == ("上限", RuleKind.MONEY, "元", "新办法")
    assert trail(made) == [("设定", "陈静", "")]


@pytest.mark.parametrize(
    ("value", "day", "sentence"),
    [
        ("多", date(2027, 1, 1), "请填写金额，最多两位小数。"),
        ("1", date(1999, 12, 31), "生效日期不能早于 2000-01-01。"),
        ("1", date(2000, 1, 1), "2000-01-01 已经有一个取值，请换一个生效日期，或先撤回那一个。"),
    ],
)
def test_new_value_that_does_not_fit_is_refused(cap, secretary, value, day, sentence):
    with pytest.raises(Refused) as refusal:
        set_rule(KEY, value, valid_from=day, source="新办法", by=secretary)
    assert (str(refusal.value), RuleSetting.objects.filter(key=KEY).count()) == (sentence, 1)


def test_rule_that_nobody_seeded_cannot_be_set(secretary):
    with pytest.raises(KeyError):
        set_rule("tests.unknown", 1, valid_from=TODAY, source="办法", by=secretary)


def test_value_that_is_not_in_force_yet_can_be_withdrawn(cap, secretary):
    made = set_rule(KEY, "2500", valid_from=date(2026, 11, 23), source="新办法", by=secretary)
    withdraw_rule(made, by=secretary, on=TODAY)
    assert RuleSetting.objects.filter(key=KEY).count() == 1
    assert LogEntry.objects.filter(verb="撤回", actor_name="陈静", object_repr="上限（2026-11-23起）").count() == 1


def test_value_in_force_since_today_cannot_be_withdrawn(cap, secretary):
    made = set_rule(KEY, "2500", valid_from=TODAY, source="新办法", by=secretary)
    with pytest.raises(Refused, match=r"^这个取值从 2026-11-22 起已经生效，不能撤回。请设定新的取值。$"):
        withdraw_rule(made, by=secretary, on=TODAY)
    assert RuleSetting.objects.filter(key=KEY).count() == 2


def test_rule_stands_between_its_past_and_what_comes(limits):
    late, early = RuleSetting.objects.filter(key=KEY)
    between = RuleStanding.of([late, early], date(2026, 6, 30))
    after = RuleStanding.of([late, early], date(2026, 7, 1))
    before = RuleStanding.of([late, early], date(2023, 1, 1))
    assert (between.now, between.coming, between.past) == (early, (late,), ())
    assert (after.now, after.coming, after.past) == (late, (), (early,))
    assert (before.now, before.coming, before.past) == (None, (late, early), ())


@pytest.mark.parametrize("scope", [nullcontext, rules_read_once])
def test_rule_is_told_the_same_whether_read_once_or_each_time(limits, scope):
    seed_rule("tests.other", label="比例", value=50, kind=RuleKind.PERCENT, source="办法")
    late, early = RuleSetting.objects.filter(key=KEY)
    with scope():
        assert (rule(KEY, on=date(2026, 6, 30)), rule(KEY, on=TODAY)) == (100, 200)
        assert (rule_setting(KEY, on=TODAY), list(values_of(KEY))) == (late, [late, early])
        assert rules_under("tests.li", on=date(2026, 6, 30)) == {"mit": early}
        assert rules_under("tests.li", on=date(2023, 12, 31)) == {}
        assert list(values_of("tests.unknown")) == []
        with pytest.raises(KeyError, match=r"tests\.unknown"):
            rule_setting("tests.unknown", on=TODAY)


class TestReadOnce:
    def test_many_questions_are_one_query(self, limits, cap, django_assert_num_queries):
        with django_assert_num_queries(1), rules_read_once(), rules_read_once():
            rule(KEY, on=TODAY)
            rule("names.single_given_first", on=TODAY)
            rules_under("tests.", on=TODAY)

    def test_nothing_is_read_where_nothing_is_asked(self, django_assert_num_queries):
        with django_assert_num_queries(0), rules_read_once():
            pass

    def test_questions_outside_are_a_query_each(self, limits, django_assert_num_queries):
        with rules_read_once():
            rule(KEY, on=TODAY)
        with django_assert_num_queries(2):
            rule(KEY, on=TODAY)
            rule(KEY, on=TODAY)

    def test_change_is_seen_at_once_and_not_remembered(self, cap, secretary):
        with rules_read_once():
            assert rule(KEY, on=TODAY) == Decimal(2000)
            with transaction.atomic():
                made = set_rule(KEY, "2500", valid_from=TODAY, source="新办法", by=secretary)
                assert rule(KEY, on=TODAY) == Decimal(2500)
                transaction.set_rollback(True)
            assert (made.value, rule(KEY, on=TODAY)) == ("2500.00", Decimal(2000))

    def test_value_taken_back_is_gone_at_once(self, cap, secretary):
        made = set_rule(KEY, "2500", valid_from=date(2026, 11, 23), source="新办法", by=secretary)
        with rules_read_once():
            assert rule(KEY, on=date(2026, 12, 1)) == Decimal(2500)
            withdraw_rule(made, by=secretary, on=TODAY)
            assert rule(KEY, on=date(2026, 12, 1)) == Decimal(2000)

    def test_seeding_anew_is_seen_at_once(self, limits):
        with rules_read_once():
            assert rule_setting(KEY, on=TODAY).words == "200"
            seed_rule(KEY, label="限额", value=5, kind=RuleKind.DAYS, source="通行做法")
            assert rule_setting(KEY, on=TODAY).words == "200天"

    def test_another_thread_reads_for_itself(self, limits):
        with rules_read_once(), ThreadPoolExecutor(1) as pool:
            rule(KEY, on=TODAY)
            assert pool.submit(rules._open_book).result() is None
            assert rules._open_book() is not None

    def test_rule_changed_in_one_request_counts_in_the_next(self, rf, limits):
        def view(request):
            before = rule(KEY, on=TODAY)
            RuleSetting.objects.filter(key=KEY, valid_from=date(2026, 7, 1)).update(value=before + 1)
            return before, rule(KEY, on=TODAY)

        office = RulesMiddleware(view)
        assert [office(rf.get("/")), office(rf.get("/"))] == [(200, 200), (201, 201)]
