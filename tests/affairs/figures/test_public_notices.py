"""What is counted of public notices, each figure against the list it leads to."""

from datetime import date

import pytest

from affairs import services
from affairs.enums import NoticeObject, Sphere
from affairs.figures import figures
from affairs.figures.public_notices import notice_figures
from reports.sections.public_notices import public_notices
from reports.selectors import gather
from tests.affairs.public_notices import (
    DAY_AFTER,
    anonymous,
    concluded,
    drafted,
    filed,
    outcomes_of,
    posted,
    settled,
)
from tests.members.factories import MemberFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.documents import Document, plain_text
from unionoffice.figures import FigureSet
from unionoffice.periods import calendar_year, month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)
FOOTER = {"次": "公示", "人次": "公示对象", "条": "异议"}


@pytest.fixture
def year(secretary, principal, chair, teacher):
    """Three notices of three kinds with three objections; around them what doesn't count."""
    honours = posted(secretary, principal, people=[MemberFactory(), MemberFactory()])
    settled(filed(honours, teacher, candidate=honours.candidates.first()), secretary, finding="true")
    settled(anonymous(honours), secretary)
    first, _second = honours.candidates.all()
    outcomes = outcomes_of(honours) | {first.pk: services.Outcome("failed", "材料不实。")}
    services.conclude_notice(honours, outcomes=outcomes, conclusion="", by=secretary, on=DAY_AFTER)
    services.document_notice(honours, document_no="明中发〔2026〕18号", document_on=DAY_AFTER, by=secretary)
    aid = posted(
        secretary, chair, NoticeObject.HARDSHIP, sphere=Sphere.UNION, people=[MemberFactory() for _three in range(3)]
    )
    concluded(aid, secretary)
    filed(posted(secretary, principal, NoticeObject.CADRES), teacher)
    drafted(secretary)
    posted(secretary, principal, on=date(2025, 12, 31))
    posted(secretary, principal, on=date(2027, 1, 4))


TOLD = {
    "affairs.notices": "3次",
    "affairs.notices.people": "6人次",
    "affairs.notices.object.commendation": "1次",
    "affairs.notices.object.hardship": "1次",
    "affairs.notices.object.cadres": "1次",
    "affairs.notices.people.commendation": "2人次",
    "affairs.notices.people.hardship": "3人次",
    "affairs.notices.people.cadres": "1人次",
    "affairs.notices.delegates": "3次",
    "affairs.notices.documents": "1次",
    "affairs.notices.result.passed": "1次",
    "affairs.notices.result.partly": "1次",
    "affairs.objections": "3条",
    "affairs.objections.named": "2条",
    "affairs.objections.anonymous": "1条",
    "affairs.objections.finding.true": "1条",
    "affairs.objections.finding.untrue": "1条",
}


def told(period=YEAR, scope=WHOLE_UNION):
    return {
        figure.key: figure.text
        for figure in figures(period, scope).figures
        if not figure.is_nothing and figure.key.startswith(("affairs.notices", "affairs.objections"))
    }


def test_values_by_object_people_result_and_finding(year):
    assert told() == TOLD


def test_nothing_in_a_month_without_notices_and_for_a_group(year):
    assert told(month(2026, 5)) == {}
    assert notice_figures(YEAR, Scope(group_id=1, label="第一工会小组")) == FigureSet()


def test_each_figure_stands_under_its_list(year, measures_behind):
    own = [figure for figure in figures(YEAR, WHOLE_UNION).figures if figure.key in TOLD]
    assert len(own) == len(TOLD)
    for figure in own:
        assert measures_behind(figure)[FOOTER[figure.unit]] == figure.text, figure.key


def test_honours_are_named_with_their_document(year):
    notables = [note.text for note in figures(YEAR, WHOLE_UNION).notables if note.kind == "public_notice"]
    assert notables == ["“市级优秀教师推荐人选公示”（明中发〔2026〕18号）"]


def test_summary_tells_it(year):
    text = plain_text(Document(title="", blocks=public_notices(gather(YEAR, WHOLE_UNION, on=date(2027, 1, 5)))))
    assert text.splitlines() == [
        "（一）公示",
        (
            "一年来，公示3次，涉及6人次。按公示对象分，评优评先1次，困难帮扶1次，干部任用1次。"
            "评审小组有教职工代表参加的3次，结果已发文的1次。困难帮扶名单公示3人次，接受教职工监督。"
            "公示期内收到异议3条，具名2条，匿名1条。经核查，属实1条，不属实1条。"
        ),
        "经公示通过的有“市级优秀教师推荐人选公示”（明中发〔2026〕18号）。",
    ]


def test_summary_says_nothing_of_a_year_without_notices(db):
    assert public_notices(gather(calendar_year(2020), WHOLE_UNION, on=date(2021, 1, 5))) == []
