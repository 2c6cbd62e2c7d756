"""A year as a real school's union told of it: its activities are recorded, counted, and stand in the summary.

Facts: a theme campaign on being a good teacher, a salon on new teachers' growth, a fun-sports contest and a
tug-of-war, retired colleagues' return to the campus, their trip and their Double Ninth. Only the year was told.
"""

from datetime import date

import pytest

from activities import services
from activities.enums import ActivityKind, Occasion
from activities.figures import figures
from activities.models import Activity
from members.enums import AudienceKey
from reports.papers import summary
from reports.selectors import gather
from tests.activities.factories import audience
from tests.conftest import TODAY
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import plain_text
from unionoffice.periods import calendar_year, month
from unionoffice.precision import Precision

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2013)

FACTS = (
    ("“争做三好教师”师德主题活动", ActivityKind.OTHER, "", AudienceKey.STAFF),
    ("新教师成长主题沙龙", ActivityKind.NEW_TEACHERS, "", AudienceKey.NEW_TEACHERS),
    ("教职工趣味体育比赛", ActivityKind.CULTURE, "", AudienceKey.STAFF),
    ("教职工拔河比赛", ActivityKind.CULTURE, "", AudienceKey.STAFF),
    ("离退休教师返校听取学校发展情况介绍", ActivityKind.RETIREES, "", AudienceKey.RETIRED),
    ("离退休教师参观", ActivityKind.RETIREES, "", AudienceKey.RETIRED),
    ("重阳节庆祝会", ActivityKind.RETIREES, Occasion.DOUBLE_NINTH, AudienceKey.RETIRED),
)


@pytest.fixture
def year(sports_officer):
    """Each fact as it would be entered: in a minute, afterwards, with what is known."""
    for title, kind, occasion, key in FACTS:
        activity = Activity(
            title=title,
            kind=kind,
            occasion=occasion,
            audience=audience(key),
            starts_on=date(2013, 6, 1),
            precision=Precision.YEAR,
        )
        services.record_activity(activity, by=sports_officer, on=TODAY)


def text():
    return plain_text(summary(gather(YEAR, WHOLE_UNION, on=TODAY), draft=True))


def test_each_fact_is_one_record(year):
    assert Activity.objects.count() == len(FACTS)


def test_counts_by_kind_and_occasion(year):
    told = {figure.key: figure.value for figure in figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}
    assert told == {
        "activities.held": 7,
        "activities.kind.culture": 2,
        "activities.kind.retirees": 3,
        "activities.kind.new_teachers": 1,
        "activities.kind.other": 1,
        "activities.occasion.double_ninth": 1,
    }


def test_no_month_claims_what_only_the_year_is_known_of(year):
    assert {figures(month(2013, number), WHOLE_UNION)["activities.held"].value for number in range(1, 13)} == {0}


@pytest.mark.parametrize(
    "sentence",
    [
        "一年来，工会共开展活动7场。其中，文体活动2场，离退休活动3场，新教师活动1场，其他活动1场。",
        "举办“争做三好教师”师德主题活动；举办“新教师成长主题沙龙”；举办“教职工趣味体育比赛”；举办“教职工拔河比赛”。",
        "为离退休教职工开展活动3场。",
        "举办“离退休教师返校听取学校发展情况介绍”；举办“离退休教师参观”；举办“重阳节庆祝会”。",
    ],
)
def test_summary_says(year, sentence):
    assert sentence in text()


def test_one_activity_is_told_without_parts_and_table(sports_officer):
    activity = Activity(
        title="教职工拔河比赛",
        kind=ActivityKind.CULTURE,
        audience=audience(),
        starts_on=date(2013, 5, 20),
        ends_on=date(2013, 5, 20),
        headcount=60,
    )
    services.record_activity(activity, by=sports_officer, on=TODAY)
    said = text()
    assert "一年来，工会共开展活动1场，参加60人次。" in said
    assert "5月20日举办“教职工拔河比赛”，60人次参加。" in said
    assert ("其中，文体活动" in said, "活动情况表" in said) == (False, False)


def test_year_without_activities_has_no_such_section(db):
    assert "文体" not in text()


def test_festivals_are_told_together(sports_officer):
    for title, day, occasion in (
        ("教师节座谈会", date(2013, 9, 10), Occasion.TEACHERS_DAY),
        ("迎国庆歌会", date(2013, 9, 29), Occasion.NATIONAL_DAY),
        ("健步走", date(2013, 3, 8), Occasion.WOMENS_DAY),
    ):
        activity = Activity(
            title=title,
            kind=ActivityKind.FESTIVAL,
            occasion=occasion,
            audience=audience(),
            starts_on=day,
            ends_on=day,
            headcount=30,
        )
        services.record_activity(activity, by=sports_officer, on=TODAY)
    said = text()
    assert "结合节日，9月10日举办“教师节座谈会”，30人次参加；9月29日举办“迎国庆歌会”，30人次参加。" in said
    assert "3月8日举办“健步走”，30人次参加。" in said
