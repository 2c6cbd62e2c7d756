"""What is counted of meetings, each figure against the list it leads to."""

from datetime import date

import pytest

from affairs.enums import MeetingKind, MeetingStatus, TaskStatus
from affairs.figures import figures
from tests.affairs.meetings import (
    DecisionFactory,
    HeldFactory,
    MeetingFactory,
    OpinionFactory,
    TaskFactory,
    planned,
    signed,
)
from tests.conftest import TODAY
from tests.members.factories import MemberFactory, UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year, half_year, month
from unionoffice.precision import Precision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
FOOTER = {"次": "会议", "人次": "到会人次", "条": "意见", "%": "办结率"}
KEYS = ("", ".attendance", ".committee", ".forum", ".forum.attendance", ".decisions")


@pytest.fixture
def year(secretary):
    """Three meetings that count: 2 came by name, 30 without; and around them what doesn't."""
    named = planned(secretary, kind=MeetingKind.COMMITTEE)
    signed(named, secretary, *MemberFactory.create_batch(2))
    type(named).objects.filter(pk=named.pk).update(status=MeetingStatus.HELD, year=2026, number=1)
    forum = HeldFactory(held_on=date(2026, 3, 8), headcount=30, qualifier="over", title="女教师代表座谈会")
    HeldFactory(
        held_on=date(2026, 6, 1),
        precision=Precision.MONTH,
        recorded_late=True,
        kind=MeetingKind.JOINT,
        title="联席会议",
    )
    HeldFactory(held_on=date(2025, 12, 31))
    MeetingFactory(held_on=TODAY)
    OpinionFactory(meeting=forum)
    OpinionFactory(meeting=forum, outcome="adopted", answer="好", answered_on=TODAY)
    OpinionFactory(meeting=named)
    DecisionFactory.create_batch(3, meeting=named)
    TaskFactory.create_batch(2, meeting=named, status=TaskStatus.DONE, done_on=TODAY)
    TaskFactory(meeting=forum)
    TaskFactory(meeting=forum, status=TaskStatus.DROPPED)
    return figures(YEAR, WHOLE_UNION)


def values(told, *keys):
    return [told[f"affairs.meetings{key}"].value for key in keys]


def test_meetings_are_counted_with_who_came(year):
    assert values(year, *KEYS) == [3, 32, 1, 1, 30, 3]


def test_opinions_and_tasks_are_counted(year):
    keys = (".opinions", ".opinions.answered", ".opinions.adopted", ".forum.opinions", ".all_staff.opinions")
    assert values(year, *keys) == [3, 1, 1, 2, 0]
    assert [year[f"affairs.meetings.tasks{key}"].text for key in ("", ".done", ".open", ".rate")] == [
        "3项",
        "2项",
        "1项",
        "66.7%",
    ]


def test_every_figure_is_the_measure_under_its_list(year, measures_behind):
    told = [figure for figure in year.figures if figure.key.startswith("affairs.meetings")]
    assert len(told) == 1 + 1 + 20 + 1 + 3 + 6 + 4
    for figure in told:
        label = {"决定": "决定"}.get(figure.label, FOOTER.get(figure.unit))
        if figure.key.endswith(".decisions"):
            label = "决定"
        elif ".tasks" in figure.key and figure.unit == "项":
            label = "任务"
        assert (figure.key, measures_behind(figure)[label]) == (figure.key, figure.text)


def test_vague_month_counts_where_all_of_it_lies(year):
    told = [figures(period, WHOLE_UNION) for period in (month(2026, 6), half_year(2026, 1), month(2026, 5))]
    assert [one["affairs.meetings.joint"].value for one in told] == [1, 1, 0]


def test_notable_meetings_are_named_as_exactly_as_they_are_known(year):
    named = [(note.kind, note.text) for note in year.notables if note.kind.startswith("affairs.meeting.")]
    assert named == [
        ("affairs.meeting.forum", "3月8日召开女教师代表座谈会"),
        ("affairs.meeting.joint", "6月召开联席会议"),
    ]


def test_group_has_its_own_meetings_alone(year):
    group = UnionGroupFactory()
    HeldFactory(kind=MeetingKind.GROUP, group=group, number=1)
    HeldFactory(kind=MeetingKind.GROUP, group=UnionGroupFactory(), number=1)
    told = figures(YEAR, Scope(group.pk, str(group)))
    assert values(told, "", ".group", ".forum") == [1, 1, 0]
