"""The tables that finance starts with, and that seeding again changes nothing."""

import pytest

from finance.enums import Direction, SubjectCode
from finance.models import BankAccount, Subject
from finance.seeds import seed
from tests.conftest import TODAY
from unionoffice.rules import rule

pytestmark = pytest.mark.django_db


def test_every_subject_that_other_areas_post_to_is_a_leaf_of_spending():
    for code in SubjectCode:
        subject = Subject.objects.get(code=code)
        assert (subject.direction, subject.children.count()) == (Direction.SPENDING, 0)


def test_tree_has_income_and_spending_with_parts_of_the_same_direction():
    assert Subject.objects.filter(direction=Direction.INCOME, parent=None).count() == 8
    assert Subject.objects.filter(direction=Direction.SPENDING, parent=None).count() == 7
    parts = Subject.objects.exclude(parent=None).select_related("parent")
    assert parts.count() == 12
    assert [part.code for part in parts if part.direction != part.parent.direction] == []
    assert [part.code for part in parts if part.code[:3] != part.parent.code] == []


def test_every_subject_names_its_source():
    assert not Subject.objects.filter(source="").exists()


def test_three_people_is_the_rule_until_the_school_says_otherwise():
    assert rule("finance.three_people", on=TODAY) is True


def test_seeding_again_keeps_what_the_school_changed():
    Subject.objects.filter(code="502").update(name="改名的科目")
    BankAccount.objects.filter(name="备用金").update(name="出纳备用金")
    before = Subject.objects.count()
    seed()
    assert Subject.objects.get(code="502").name == "改名的科目"
    assert (Subject.objects.count(), list(BankAccount.objects.values_list("name", flat=True))) == (
        before,
        ["工会基本户", "出纳备用金"],
    )
