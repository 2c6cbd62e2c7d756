"""Two records of one person become one: what democratic management keeps of their rows."""

from datetime import timedelta

import pytest

from affairs import services
from affairs.enums import Capacity
from affairs.models import SurveyPlace
from affairs.selectors import foresee_merge
from tests.affairs import oversight, regulations
from tests.affairs.catalogue import CheckFactory
from tests.affairs.meetings import LeaveFactory, MeetingFactory, ParticipantFactory
from tests.affairs.steps import verbs
from tests.affairs.surveys import answer, running
from tests.conftest import TODAY
from tests.members.factories import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def pair():
    return MemberFactory.create_batch(2)


def foreseen(pair):
    return [(told.sentence, told.forbids) for told in foresee_merge(*pair)]


def settle(pair, by=None):
    services.settle_before_merge(*pair, by=by, on=TODAY)
    assert foreseen(pair) == []


def members_in(rows):
    return [row.member for row in rows.order_by("pk")]


def test_nothing_is_foretold_of_people_who_share_nothing(pair):
    CheckFactory().people.create(member=pair[0])
    CheckFactory().people.create(member=pair[1])
    assert foreseen(pair) == []


def test_one_who_checked_twice_is_named_once(pair, chair):
    check = CheckFactory()
    for member in pair:
        check.people.create(member=member)
    assert foreseen(pair) == [("1次监督检查两份档案都在检查人员里，各留一条。", False)]
    settle(pair, chair)
    assert members_in(check.people.all()) == [pair[0]]


@pytest.mark.parametrize(("reader", "read_on"), [(0, YESTERDAY), (1, YESTERDAY), (None, None)])
def test_of_two_receipts_the_one_that_was_read_stays(pair, chair, reader, read_on):
    document = regulations.DocumentFactory()
    for place, member in enumerate(pair):
        regulations.ForwardFactory(document=document, member=member, read_on=read_on if place == reader else None)
    assert foreseen(pair) == [("1件传阅文件两份档案都收到，各留一份，已阅的优先。", False)]
    settle(pair, chair)
    [left] = document.forwards.all()
    assert (left.member, left.read_on) == (pair[reader or 0], read_on)


def test_asked_to_a_meeting_twice_is_asked_as_one_who_attends(pair, chair):
    meeting = MeetingFactory()
    ParticipantFactory(meeting=meeting, member=pair[0], is_observer=True)
    ParticipantFactory(meeting=meeting, member=pair[1], is_observer=False)
    assert foreseen(pair) == [("1次会议两份档案都被点名参加，只留一条。", False)]
    settle(pair, chair)
    assert members_in(meeting.participants.all()) == [pair[1]]


def test_of_two_leaves_from_a_meeting_the_first_stays(pair, chair):
    meeting = MeetingFactory()
    LeaveFactory(meeting=meeting, member=pair[0], asked_on=TODAY)
    LeaveFactory(meeting=meeting, member=pair[1], asked_on=YESTERDAY)
    assert foreseen(pair) == [("1次会议两份档案都请了假，只留一条。", False)]
    settle(pair, chair)
    assert members_in(meeting.leaves.all()) == [pair[1]]


def test_named_twice_at_a_supervision_is_named_once_and_its_history_tells(pair, chair):
    held = oversight.supervision(chair, people=[(pair[0].pk, Capacity.COMMITTEE), (pair[1].pk, Capacity.DELEGATE)])
    assert foreseen(pair) == [("1次民主监督的参加人员里两份档案都有，各留一条。", False)]
    settle(pair, chair)
    assert members_in(held.people.all()) == [pair[0]]
    assert [verb for _name, verb in verbs(held)] == ["登记监督", "合并重复档案"]


@pytest.mark.parametrize(
    ("answered", "left"),
    [
        ((False, False), (False, 0, 0)),
        ((True, False), (True, 1, 0)),
        ((False, True), (True, 1, 0)),
        ((True, True), (True, 2, 0)),
    ],
)
def test_asked_twice_has_one_place_and_every_answer_counts(secretary, answered, left):
    made = running(secretary)
    pair = [place.member for place in SurveyPlace.objects.filter(survey=made)[:2]]
    for member, has in zip(pair, answered, strict=True):
        if has:
            answer(made, 0, member=member.pk)
    assert foreseen(pair) == [("1份问卷的名单里两份档案都有，合并后只留一处，已填写的答案都保留。", False)]
    settle(pair)
    made.refresh_from_db()
    places = SurveyPlace.objects.filter(survey=made)
    assert not places.filter(member=pair[1]).exists()
    told = (places.get(member=pair[0]).answered, places.filter(answered=True).count(), made.sent - places.count())
    assert told == left
