"""Terms, sessions and delegates: their names, and on which days they hold."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from congress.models import Delegate, Session, Term
from tests.conftest import TODAY
from tests.congress.elections import ConstituencyFactory, DelegationFactory
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.members.factories import UnionGroupFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("term", "number", "printed"),
    [
        (9, 1, "第九届第一次教职工代表大会"),
        (10, 12, "第十届第十二次教职工代表大会"),
        (21, 20, "第二十一届第二十次教职工代表大会"),
    ],
)
def test_session_is_named_as_papers_do(term, number, printed):
    assert Session(term=Term(number=term), number=number).printed_name == printed


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 9), False),
        (date(2026, 11, 10), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_call_is_open_from_its_first_to_its_last_day(day, open_):
    SessionFactory()
    SessionFactory(number=4, call_from=None, call_to=None)
    assert Session.objects.calling_on(day).exists() is open_


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2024, 8, 31), False),
        (date(2024, 9, 1), True),
        (date(2029, 8, 31), True),
        (date(2029, 9, 1), False),
    ],
)
def test_delegate_without_a_last_day_serves_until_the_term_ends(day, in_force):
    DelegateFactory()
    assert Delegate.objects.in_force_on(day).exists() is in_force


def test_only_one_kind_votes():
    for kind in ("voting", "attending", "invited"):
        DelegateFactory(kind=kind)
    assert [one.kind for one in Delegate.objects.voting_on(TODAY)] == ["voting"]


@pytest.mark.parametrize(
    ("fields", "unit"),
    [
        ({"delegation": DelegationFactory, "constituency": ConstituencyFactory}, "第一代表团"),
        ({"constituency": ConstituencyFactory, "group": UnionGroupFactory}, "初中部"),
        ({"group": UnionGroupFactory}, "第一工会小组"),
        ({}, ""),
    ],
    ids=["delegation", "constituency", "group", "nothing"],
)
def test_unit_is_the_delegation_else_who_elected_the_delegate(fields, unit):
    names = {"delegation": "第一代表团", "constituency": "初中部", "group": "第一工会小组"}
    assert DelegateFactory(**{name: made(name=names[name]) for name, made in fields.items()}).unit == unit


@pytest.mark.parametrize(
    ("factory", "changes", "name"),
    [
        (TermFactory, {"to_on": date(2024, 9, 1)}, "congress_term_ends_after_start"),
        (TermFactory, {"number": 0}, "congress_terms_count_from_one"),
        (SessionFactory, {"ends_on": date(2026, 12, 27)}, "session_in_order"),
        (SessionFactory, {"number": 0}, "sessions_count_from_one"),
        (SessionFactory, {"call_to": date(2026, 11, 9)}, "call_in_order"),
        (SessionFactory, {"call_to": None}, "call_in_order"),
        (DelegateFactory, {"to_on": date(2024, 8, 31)}, "delegate_in_order"),
    ],
)
def test_row_out_of_order_is_not_taken(factory, changes, name):
    record = factory()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(**changes)


def test_one_person_is_a_delegate_of_a_term_once_at_a_time():
    delegate = DelegateFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DelegateFactory(member=delegate.member, from_on=date(2025, 9, 1))
