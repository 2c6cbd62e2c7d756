from datetime import date

import pytest

from members.enums import CommitteePost
from members.models import OfficeHolding
from members.services import appoint
from tests.members.factories import CommitteeTermFactory, MemberFactory
from tests.members.trails import trail
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("day", [date(2024, 5, 8), date(2029, 5, 7)])
def test_office_is_taken_within_the_term(day, secretary):
    term, member = CommitteeTermFactory(), MemberFactory()
    office = appoint(term, member, CommitteePost.MEMBER, by=secretary, on=day, duty="生活")
    assert (office.term, office.member, office.post, office.duty) == (term, member, "member", "生活")
    assert (office.from_on, office.to_on) == (day, None)
    assert trail(office) == [("任职", "陈静", "")]


@pytest.mark.parametrize("day", [date(2024, 5, 7), date(2029, 5, 8)])
def test_day_outside_the_term_is_refused(day, secretary):
    with pytest.raises(Refused, match="任职日期不在第六届工会委员会的任期之内"):
        appoint(CommitteeTermFactory(), MemberFactory(), CommitteePost.CHAIR, by=secretary, on=day)
    assert not OfficeHolding.objects.exists()


def test_office_held_already_is_refused(secretary, on):
    term, member = CommitteeTermFactory(), MemberFactory(name="周敏")
    appoint(term, member, CommitteePost.CHAIR, by=secretary, on=date(2024, 5, 8))
    with pytest.raises(Refused, match="周敏已经担任第六届工会委员会主席"):
        appoint(term, member, CommitteePost.CHAIR, by=secretary, on=on)


def test_second_office_of_another_kind_is_possible(secretary, on):
    term, member = CommitteeTermFactory(), MemberFactory()
    appoint(term, member, CommitteePost.VICE_CHAIR, by=secretary, on=on)
    appoint(term, member, CommitteePost.MEMBER, by=secretary, on=on)
    assert OfficeHolding.objects.filter(member=member).count() == 2
