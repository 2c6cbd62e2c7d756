"""Two sign-ups of one person for one activity, when two records of them become one."""

import pytest

from activities.enums import ActivityStatus, SignUpStatus
from activities.models import SignUp
from activities.selectors import foresee_merge
from tests.activities.factories import ActivityFactory, HeldFactory, SignUpFactory
from tests.members.factories import MemberFactory
from tests.members.merging import merge
from tests.members.trails import trail

pytestmark = pytest.mark.django_db

PLACE, QUEUE, BACK = SignUpStatus.SIGNED_UP, SignUpStatus.WAITING, SignUpStatus.WITHDRAWN


@pytest.fixture
def pair():
    return MemberFactory(employee_no="1001"), MemberFactory(employee_no="2002")


def states(activity):
    return list(activity.sign_ups.order_by("place").values_list("member", "status"))


@pytest.mark.parametrize("mine", [0, 1])
@pytest.mark.parametrize(
    ("first", "second", "after"),
    [(PLACE, PLACE, (PLACE, BACK)), (QUEUE, PLACE, (BACK, PLACE)), (QUEUE, QUEUE, (QUEUE, BACK))],
)
def test_one_place_stays_and_the_other_is_given_back(pair, secretary, mine, first, second, after):
    activity = ActivityFactory(capacity=1)
    SignUpFactory(activity=activity, place=0)
    earlier, later = pair[mine], pair[1 - mine]
    rows = [
        SignUpFactory(activity=activity, member=earlier, status=first, place=1),
        SignUpFactory(activity=activity, member=later, status=second, place=2),
    ]
    assert [told.sentence for told in foresee_merge(*pair)] == [
        "1个活动两份档案都报了名，各留一个名额，多出的名额由候补递补。"
    ]
    merge(*pair, by=secretary)
    assert states(activity)[1:] == [(pair[0].pk, status) for status in after]
    assert ("合并重复档案", "陈静", "") in trail(rows[after.index(BACK)])


@pytest.mark.parametrize("status", [ActivityStatus.ANNOUNCED, ActivityStatus.CLOSED])
def test_place_that_comes_free_goes_to_who_waits(pair, secretary, status):
    activity, waiting = ActivityFactory(capacity=2, status=status), MemberFactory()
    for place, member in enumerate((*pair, waiting)):
        SignUpFactory(activity=activity, member=member, place=place, status=QUEUE if member == waiting else PLACE)
    merge(*pair, by=secretary)
    assert states(activity) == [(pair[0].pk, PLACE), (pair[0].pk, BACK), (waiting.pk, PLACE)]


def test_nobody_moves_up_once_it_is_held(pair, secretary):
    activity, waiting = HeldFactory(capacity=2), MemberFactory()
    for place, member in enumerate((*pair, waiting)):
        SignUpFactory(activity=activity, member=member, place=place, status=QUEUE if member == waiting else PLACE)
    merge(*pair, by=secretary)
    assert states(activity) == [(pair[0].pk, PLACE), (pair[0].pk, BACK), (waiting.pk, QUEUE)]


def test_withdrawn_ones_and_those_for_other_activities_stay_as_they_are(pair, secretary):
    activity = ActivityFactory()
    SignUpFactory(activity=activity, member=pair[0])
    SignUpFactory(activity=activity, member=pair[1], status=BACK)
    SignUpFactory(member=pair[1])
    assert list(foresee_merge(*pair)) == []
    merge(*pair, by=secretary)
    assert sorted(SignUp.objects.filter(member=pair[0]).values_list("status", flat=True)) == [PLACE, PLACE, BACK]
