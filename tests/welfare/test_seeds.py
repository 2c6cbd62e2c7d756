"""The standards that welfare starts with, and that seeding again changes nothing."""

from decimal import Decimal

import pytest

from finance.enums import Direction
from welfare.models import Standard
from welfare.seeds import STANDARDS, seed

pytestmark = pytest.mark.django_db


def test_every_standard_has_a_source_and_can_be_booked():
    assert Standard.objects.count() == len(STANDARDS)
    for standard in Standard.objects.select_related("subject"):
        assert standard.source != ""
        assert (standard.subject.direction, standard.subject.children.count()) == (Direction.SPENDING, 0)


def test_caps_are_those_that_the_rules_commonly_name():
    assert dict(Standard.objects.values_list("name", "cap")) == {
        "住院慰问": 1000,
        "住院手术慰问": 2000,
        "工伤、意外受伤慰问": 1000,
        "生育慰问": 1000,
        "结婚慰问": 1000,
        "会员去世慰问": 2000,
        "配偶去世慰问": 1000,
        "父母去世慰问": 1000,
        "子女去世慰问": 1000,
        "退休慰问": 1000,
    }


def test_weddings_births_and_retirements_are_not_given_cash():
    goods = Standard.objects.filter(cash_allowed=False).values_list("name", flat=True)
    assert set(goods) == {"生育慰问", "结婚慰问", "退休慰问"}


def test_seeding_again_keeps_what_the_school_changed():
    Standard.objects.filter(name="住院慰问").update(cap=Decimal(1200), source="校工会决议")
    seed()
    standard = Standard.objects.get(name="住院慰问")
    assert (standard.cap, standard.source, Standard.objects.count()) == (1200, "校工会决议", len(STANDARDS))
