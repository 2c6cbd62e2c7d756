from datetime import date

import pytest
from django.db import IntegrityError

from members.enums import CommitteePost
from members.models import Committee, CommitteeTerm, Handover, OfficeHolding
from tests.members.factories import (
    CommitteeFactory,
    CommitteeTermFactory,
    HandoverFactory,
    MemberFactory,
    OfficeHoldingFactory,
)

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


@pytest.mark.parametrize("post", [CommitteePost.CHAIR, CommitteePost.DIRECTOR])
def test_two_heads_at_a_time_are_impossible(post):
    term = CommitteeTermFactory()
    OfficeHoldingFactory(term=term, post=post)
    with pytest.raises(IntegrityError):
        OfficeHoldingFactory(term=term, post=post)


def test_second_head_after_the_first_is_possible():
    term = CommitteeTermFactory()
    OfficeHoldingFactory(term=term, post="chair", to_on=date(2025, 1, 1))
    assert OfficeHoldingFactory(term=term, post="chair", from_on=date(2025, 1, 2)).pk


def test_reason_of_an_end_without_its_day_is_impossible():
    with pytest.raises(IntegrityError):
        OfficeHoldingFactory(ended_because="resigned")


@pytest.mark.parametrize(("duty", "title"), [("", "副主席"), ("组织", "副主席（组织）")])
def test_title_has_the_duty_where_there_is_one(duty, title):
    assert OfficeHoldingFactory(post="vice_chair", duty=duty).title == title


@pytest.mark.parametrize(
    ("day", "within"),
    [
        (date(2020, 1, 1), date(2024, 5, 8)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        (date(2030, 1, 1), date(2029, 5, 7)),
    ],
)
def test_day_within_a_term_is_never_outside(day, within):
    assert CommitteeTermFactory().day_within(day) == within


def test_handover_to_oneself_is_impossible():
    member = MemberFactory()
    with pytest.raises(IntegrityError):
        HandoverFactory(giver=member, taker=member)


@pytest.mark.parametrize("fields", [{"role": "treasurer"}, {"office": None}])
def test_handover_is_of_one_office_or_one_role(fields):
    with pytest.raises(IntegrityError):
        HandoverFactory(**fields)


def test_handover_is_named_by_what_passes_between_whom():
    assert str(HandoverFactory(office=None, role="treasurer")) == "会计交接（周敏—林芳）"


@pytest.mark.parametrize(("reader", "seen"), [("secretary", 1), ("chair", 1), ("welfare_officer", 0), ("teacher", 0)])
def test_handovers_are_for_those_who_keep_them(reader, seen, request):
    HandoverFactory()
    assert Handover.objects.visible_to(request.getfixturevalue(reader)).count() == seen


@pytest.mark.parametrize(
    ("reader", "seen"), [("secretary", 1), ("welfare_officer", 1), ("treasurer", 0), ("teacher", 0)]
)
def test_committees_and_terms_are_for_those_who_see_everybody(reader, seen, request):
    OfficeHoldingFactory()
    account = request.getfixturevalue(reader)
    counts = [model.objects.visible_to(account).count() for model in (Committee, CommitteeTerm, OfficeHolding)]
    assert counts == [seen] * 3
