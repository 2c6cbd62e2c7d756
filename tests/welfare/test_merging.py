"""Visits of two records of one person: all stay, and what may be one visit is pointed out."""

from datetime import date

import pytest

from tests.members.factories import MemberFactory
from tests.members.merging import merge
from tests.welfare.factories import VisitFactory
from welfare.enums import Occasion, VisitStatus
from welfare.models import Visit
from welfare.selectors import foresee_merge

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    return MemberFactory(employee_no="1001"), MemberFactory(employee_no="2002")


def foreseen(pair):
    return [(told.sentence, told.forbids) for told in foresee_merge(*pair)]


def test_two_that_may_be_one_are_pointed_out_and_both_stay(pair, secretary):
    for number, member in zip(("2026-031", "2026-032"), pair, strict=True):
        VisitFactory(member=member, number=number)
    assert foreseen(pair) == [
        ("慰问 2026-031和慰问 2026-032事由、日期相同，两次都保留，合并后请核对是不是重复登记。", False)
    ]
    merge(*pair, by=secretary)
    assert Visit.objects.filter(member=pair[0]).count() == 2


@pytest.mark.parametrize(
    "other",
    [
        {"status": VisitStatus.WITHDRAWN},
        {"status": VisitStatus.REFUSED},
        {"occasion": Occasion.WEDDING},
        {"happened_on": date(2026, 11, 19)},
    ],
)
def test_what_is_withdrawn_or_of_another_day_or_occasion_is_not(pair, other):
    VisitFactory(member=pair[0])
    VisitFactory(member=pair[1], **other)
    assert foreseen(pair) == []
