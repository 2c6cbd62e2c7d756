"""Meetings of a year as a third school told of them: what was discussed there each year, and what was studied."""

from datetime import date, timedelta

import pytest

from affairs.enums import MeetingKind
from affairs.figures import figures
from affairs.models import MeetingTopic
from tests.affairs.meetings import past
from tests.conftest import TODAY
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import calendar_year
from unionoffice.precision import Precision

pytestmark = pytest.mark.django_db


def value(key):
    return figures(calendar_year(2026), WHOLE_UNION)[f"affairs.meetings{key}"].value


def test_congress_work_is_put_on_the_party_organisations_agenda_each_year(secretary):
    for year in (2025, 2026):
        past(
            secretary,
            kind=MeetingKind.LEADERSHIP,
            title="党政工联席会",
            held_on=date(year, 3, 1),
            precision=Precision.YEAR,
            topics=["教代会工作列入党组织议事日程"],
        )
    assert value(".leadership") == 1


def test_ethics_code_is_studied_at_meetings(secretary):
    for days in (30, 60):
        past(
            secretary,
            kind=MeetingKind.OTHER,
            title="师德学习会",
            held_on=TODAY - timedelta(days=days),
            topics=["学习《中小学教师职业道德规范》"],
        )
    assert (value(".other"), MeetingTopic.objects.filter(title__contains="职业道德").count()) == (2, 2)
