import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from members.enums import Gender, ServiceStatus
from members.models import Audience, AudienceRule
from tests.members.factories import AudienceFactory

KEYS = st.lists(st.integers(1, 999), max_size=3, unique=True).map(tuple)
RULES = st.builds(
    AudienceRule,
    service=st.lists(st.sampled_from(ServiceStatus.values), max_size=2, unique=True).map(tuple),
    gender=st.lists(st.sampled_from(Gender.values), max_size=2, unique=True).map(tuple),
    departments=KEYS,
    age_from=st.none() | st.integers(0, 60),
    age_to=st.none() | st.integers(60, 120),
    hired_within=st.none() | st.integers(1, 600),
    included=KEYS,
)


@given(rule=RULES.filter(lambda rule: rule.has_conditions or rule.included))
def test_stored_rule_is_read_as_the_same(rule):
    assert AudienceRule.of(rule.stored()) == rule


def test_only_what_is_asked_is_stored():
    assert AudienceRule(gender=("female",), age_from=0).stored() == {"gender": ["female"], "age_from": 0}


def test_rule_kept_before_a_condition_existed_asks_nothing_there():
    assert AudienceRule.of({"gender": ["female"]}) == AudienceRule(gender=("female",))


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ({}, "请至少选择一个条件"),
        ({"excluded": [1]}, "请至少选择一个条件"),
        ({"hobbies": [1]}, "不认识的条件：hobbies"),
        ({"gender": ["other"]}, "不认识的取值"),
        ({"age_from": 36, "age_to": 35}, "年龄下限不能大于上限"),
        ({"included": [1, 2], "excluded": [2]}, "不能既点名列入又点名除外"),
    ],
)
def test_what_nobody_can_mean_is_no_rule(stored, sentence):
    with pytest.raises(ValidationError, match=sentence):
        AudienceRule.of(stored)


@pytest.mark.django_db
@pytest.mark.parametrize("stored", ["female", ["gender"], {"gender": ["other"]}])
def test_field_takes_only_rules(stored):
    with pytest.raises(ValidationError, match="rule"):
        Audience(name="女职工", rule=stored).full_clean()


@pytest.mark.django_db
class TestAudience:
    def test_two_of_one_name_are_impossible(self):
        AudienceFactory(name="青年教师")
        with pytest.raises(IntegrityError):
            AudienceFactory(name="青年教师")

    def test_two_of_one_key_are_impossible(self):
        with pytest.raises(IntegrityError):
            AudienceFactory(key="women")

    def test_those_without_a_key_are_many(self):
        AudienceFactory.create_batch(2)
        assert Audience.objects.filter(key="").count() == 2

    def test_is_visible_to_who_keeps_them(self, secretary, chair, teacher):
        audience = AudienceFactory()
        seen = [audience in Audience.objects.visible_to(user) for user in (secretary, chair, teacher)]
        assert seen == [True, False, False]

    def test_saving_counts(self):
        audience = AudienceFactory()
        audience.save()
        assert Audience.objects.get(pk=audience.pk).version == 2
