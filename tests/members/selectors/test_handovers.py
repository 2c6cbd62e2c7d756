import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.models import Member
from members.selectors import open_matters
from tests.members.factories import MemberFactory
from tests.welfare.factories import VisitFactory
from welfare.enums import VisitStatus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def told(matters):
    return [(matter.sentence, matter.url) for matter in matters.listed]


@pytest.fixture
def visits():
    return [VisitFactory(status=VisitStatus.CHECKED, member__name=name) for name in ("安红梅", "康伟")]


def test_what_waits_is_told_with_the_page_of_its_record(chair, secretary, visits, on):
    matters = open_matters(chair.member, viewer=secretary, on=on)
    assert told(matters) == [
        (f"{visit.member.name}的慰问（生病）待批准", visit.get_absolute_url()) for visit in visits
    ]
    assert matters.unlisted == 0


def test_what_the_viewer_may_not_see_is_only_counted(chair, sports_officer, visits, on):
    matters = open_matters(chair.member, viewer=sports_officer, on=on)
    assert (told(matters), matters.unlisted) == ([], 2)


def test_who_has_no_account_has_nothing_open(secretary, visits, on):
    matters = open_matters(MemberFactory(), viewer=secretary, on=on)
    assert (matters.listed, matters.unlisted) == ((), 0)


def test_records_behind_take_no_more_queries_for_many(chair, secretary, visits, on):
    member = Member.objects.select_related("account").get(pk=chair.member_id)
    taken = []
    open_matters(member, viewer=secretary, on=on)
    for more in (0, 30):
        for _visit in range(more):
            VisitFactory(status=VisitStatus.CHECKED)
        with CaptureQueriesContext(connection) as queries:
            open_matters(member, viewer=secretary, on=on)
        taken.append(len(queries))
    assert taken[0] == taken[1]
