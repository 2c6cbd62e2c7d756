"""Pages of the rules: what holds today, a new value from a day on, and taking one back."""

from datetime import date

import pytest
from django.urls import reverse

from tests.members.views.forms import errors, fill, told
from tests.unionoffice.administration.factories import RuleSettingFactory
from unionoffice.rules import RuleKind, RuleSetting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = reverse("settings:rules")


@pytest.fixture
def setting():
    return RuleSettingFactory(valid_from=date(2020, 1, 1))


def set_url(setting):
    return reverse("settings:rule-set", args=[setting.key])


@pytest.mark.parametrize("number", [3, 30])
def test_list_of_any_length_takes_the_same_queries(secretary, signed_in, django_assert_num_queries, number):
    client = signed_in(secretary)
    for place in range(number):
        RuleSettingFactory(key=f"tests.{place}")
    client.get(LIST)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


LIST_QUERIES = 8
"""Session, account, three for its roles, the bell, the school, and the rules."""


def test_rules_stand_under_their_areas(secretary, signed_in):
    RuleSettingFactory(key="finance.tests")
    groups = dict(signed_in(secretary).get(LIST).context["groups"])
    assert [rule.settings[0].key for rule in groups["经费"]] == ["finance.tests", "finance.three_people"]
    assert [rule.settings[0].key for rule in groups["通用"]] == ["names.single_given_first"]


def test_list_shows_what_holds_and_what_comes(chair, signed_in, setting):
    RuleSettingFactory(value=20, valid_from=date(2027, 1, 1))
    text = signed_in(chair).get(LIST).content.decode()
    assert [words in text for words in ("30个工作日", "2027年1月1日起 20个工作日")] == [True, True]


def test_rule_shows_all_its_values_and_its_history(chair, signed_in, setting):
    late = RuleSettingFactory(value=20, valid_from=date(2027, 1, 1))
    context = signed_in(chair).get(setting.get_absolute_url()).context
    assert (context["standing"].settings, context["record"]) == ((late, setting), setting)
    assert (len(context["trail"]), context["actions"]) == (2, [])


def test_unknown_rule_is_not_there(secretary, signed_in):
    assert signed_in(secretary).get(reverse("settings:rule-detail", args=["tests.none"])).status_code == 404


def test_new_value_from_a_day_on_leads_to_the_rule(secretary, signed_in, setting):
    client = signed_in(secretary)
    typed = fill(client, set_url(setting), value="25", valid_from="2027-03-01", source="教代会决议")
    response = client.post(set_url(setting), typed, follow=True)
    assert told(response) == ["新的取值已记下，到生效那天起按它办理。"]
    made = RuleSetting.objects.get(key=setting.key, valid_from=date(2027, 3, 1))
    assert (made.value, made.source, made.label, made.unit) == (25, "教代会决议", "答复期限", "个工作日")


def test_day_that_has_a_value_is_refused_with_what_was_typed(secretary, signed_in, setting):
    client = signed_in(secretary)
    typed = fill(client, set_url(setting), value="25", valid_from="2020-01-01", source="教代会决议")
    response = client.post(set_url(setting), typed)
    assert (response.status_code, errors(response)) == (
        422,
        {"": ["2020-01-01 已经有一个取值，请换一个生效日期，或先撤回那一个。"]},
    )


@pytest.mark.parametrize(
    ("kind", "stored", "typed", "sentence"),
    [
        (RuleKind.DAYS, 30, "三十", "请填写整数。"),
        (RuleKind.DAYS, 30, "-1", "不能小于0。"),
        (RuleKind.DAYS, 30, "3661", "数字太大，请核对。"),
        (RuleKind.COUNT, 2, "1.5", "请填写整数。"),
        (RuleKind.MONEY, "20.00", "多", "请填写数字。"),
        (RuleKind.MONEY, "20.00", "1.001", "最多两位小数。"),
        (RuleKind.PERCENT, "60", "101", "不能超过100。"),
    ],
)
def test_value_of_another_kind_is_told_at_the_field(secretary, signed_in, kind, stored, typed, sentence):
    setting = RuleSettingFactory(kind=kind, value=stored, valid_from=date(2020, 1, 1))
    client = signed_in(secretary)
    response = client.post(set_url(setting), fill(client, set_url(setting), value=typed, source="办法"))
    assert (response.status_code, errors(response)) == (422, {"value": [sentence]})


@pytest.mark.parametrize(
    ("kind", "stored", "typed", "kept"),
    [
        (RuleKind.FLAG, True, "0", False),
        (RuleKind.CHOICE, "warn", "refuse", "refuse"),
        (RuleKind.MONEY, "20.00", "35.5", "35.50"),
        (RuleKind.PERCENT, "60", "62.5", "62.5"),
    ],
)
def test_value_is_kept_by_its_kind(secretary, signed_in, kind, stored, typed, kept):
    choices = [["warn", "提醒"], ["refuse", "不予办理"]]
    setting = RuleSettingFactory(kind=kind, value=stored, choices=choices, valid_from=date(2020, 1, 1))
    client = signed_in(secretary)
    client.post(set_url(setting), fill(client, set_url(setting), value=typed, source="办法"))
    assert RuleSetting.objects.get(key=setting.key, valid_from=date(2026, 11, 22)).value == kept


def test_value_to_come_is_withdrawn_after_a_question(secretary, signed_in, setting):
    late = RuleSettingFactory(value=20, valid_from=date(2027, 1, 1))
    client, url = signed_in(secretary), reverse("settings:rule-withdraw", args=[late.pk])
    assert client.get(url).context["question"] == ("撤回后，“答复期限”不再从 2027-01-01 起改为“20个工作日”。撤回？")
    response = client.post(url, fill(client, url))
    assert (response.url, RuleSetting.objects.filter(key=setting.key).count()) == (setting.get_absolute_url(), 1)


def test_value_in_force_is_not_withdrawn(secretary, signed_in, setting):
    client, url = signed_in(secretary), reverse("settings:rule-withdraw", args=[setting.pk])
    response = client.post(url, fill(client, url))
    assert errors(response) == {"": ["这个取值从 2020-01-01 起已经生效，不能撤回。请设定新的取值。"]}
