from datetime import date

import pytest
from django.db import IntegrityError

from members.enums import CommitteePost
from members.models import OfficeHolding
from tests.members.factories import CommitteeFactory, CommitteeTermFactory, MemberFactory

pytestmark = pytest.mark.django_db


def test_two_committees_of_one_name_are_impossible():
    CommitteeFactory(name="工会委员会")
    with pytest.raises(IntegrityError):
        CommitteeFactory(name="工会委员会")


def test_two_terms_of_one_number_are_impossible():
    term = CommitteeTermFactory(number=6)
    with pytest.raises(IntegrityError):
        CommitteeTermFactory(committee=term.committee, number=6)


@pytest.mark.parametrize("to_on", [date(2024, 5, 8), date(2024, 5, 7)])
def test_term_that_doesnt_end_after_its_start_is_impossible(to_on):
    with pytest.raises(IntegrityError):
        CommitteeTermFactory(from_on=date(2024, 5, 8), to_on=to_on)


def test_taking_one_office_twice_on_a_day_is_impossible():
    office = {
        "term": CommitteeTermFactory(),
        "member": MemberFactory(),
        "post": CommitteePost.CHAIR,
        "from_on": date(2024, 5, 8),
    }
    OfficeHolding.objects.create(**office)
    with pytest.raises(IntegrityError):
        OfficeHolding.objects.create(**office)


def test_office_is_named_by_term_post_and_person():
    office = OfficeHolding(
        term=CommitteeTermFactory(number=6), member=MemberFactory(name="周敏"), post=CommitteePost.CHAIR
    )
    assert str(office) == "第六届工会委员会 主席 周敏"
