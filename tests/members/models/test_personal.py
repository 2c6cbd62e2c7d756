"""What the database itself holds of requests: one at a time, and answered by somebody on a day."""

import pytest
from django.db import IntegrityError, transaction

from members.enums import CorrectionStatus
from members.models import CorrectionRequest, Portrait
from tests.members.factories import CorrectionRequestFactory, PortraitFactory

pytestmark = pytest.mark.django_db


def is_taken(**fields) -> bool:
    """Whether the database takes a request with these fields."""
    try:
        with transaction.atomic():
            CorrectionRequestFactory(**fields)
    except IntegrityError:
        return False
    return True


def test_one_request_about_a_field_waits_at_a_time(secretary, on):
    first = CorrectionRequestFactory()
    assert not is_taken(member=first.member)
    assert is_taken(member=first.member, field="title")
    assert is_taken()
    answered = {"status": CorrectionStatus.CORRECTED, "decided_by": secretary, "decided_on": on}
    assert is_taken(member=first.member, **answered)


@pytest.mark.parametrize("status", CorrectionStatus)
@pytest.mark.parametrize("has_day", [True, False])
@pytest.mark.parametrize("has_name", [True, False])
def test_request_is_answered_exactly_when_somebody_answered_it(status, has_day, has_name, secretary, on):
    answered = status != CorrectionStatus.OPEN
    told = {"decided_by": secretary if has_name else None, "decided_on": on if has_day else None, "answer": "已核对"}
    assert is_taken(status=status, **told) == (has_day is has_name is answered)


def test_nobody_is_declined_without_a_reason(secretary, on):
    answered = {"decided_by": secretary, "decided_on": on}
    assert not is_taken(status=CorrectionStatus.DECLINED, answer="", **answered)
    assert is_taken(status=CorrectionStatus.CORRECTED, answer="", **answered)


def test_one_photo_a_person():
    portrait = PortraitFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Portrait.objects.create(member=portrait.member, image=b"-", digest="-")


def test_request_is_visible_to_who_decides_and_to_who_asked(teacher, secretary, chair, group_leader):
    own, other = CorrectionRequestFactory(member=teacher.member), CorrectionRequestFactory()
    seen = [set(CorrectionRequest.objects.visible_to(one)) for one in (secretary, teacher, chair, group_leader)]
    assert seen == [{own, other}, {own}, set(), set()]
