"""The paper of a summary: its title, opening, sections, signature and draft mark."""

from datetime import date

import pytest

from reports import papers
from reports.selectors import gather
from tests.conftest import TODAY
from tests.members.factories import MemberFactory
from tests.reports.material import figure, material, said
from tests.welfare.factories import MadeVisitFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.documents import Heading, Paper, Paragraph, Signature, plain_text
from unionoffice.periods import Period, calendar_year
from unionoffice.profiles import SchoolProfile, UnionProfile

pytestmark = pytest.mark.django_db
STAFF = figure("members.staff", 5)


@pytest.fixture(autouse=True)
def school():
    SchoolProfile.objects.create(name="江城市明德中学", short_name="明德中学")
    UnionProfile.objects.create(name="江城市明德中学工会委员会")


@pytest.mark.parametrize(
    ("code", "scope", "title"),
    [
        ("2026", WHOLE_UNION, "江城市明德中学工会\n2026年度工作总结"),
        ("2026-H1", WHOLE_UNION, "江城市明德中学工会\n2026年上半年工作总结"),
        ("2025-2026-2", WHOLE_UNION, "江城市明德中学工会\n2025—2026学年第二学期工作总结"),
        ("2026", Scope(1, "第一工会小组"), "江城市明德中学第一工会小组\n2026年度工作总结"),
    ],
)
def test_title_names_the_school_the_scope_and_the_period(code, scope, title):
    assert papers.summary(material(STAFF, period=Period.parse(code), scope=scope), draft=False).title == title


def test_opening_says_who_reports_on_what():
    opening, *_ = papers.summary(material(STAFF), draft=False).blocks
    assert said(opening.content).startswith("2026年，江城市明德中学工会委员会在学校党组织和上级工会的领导下，")


def test_opening_of_a_group_names_the_group():
    opening, *_ = papers.summary(material(STAFF, scope=Scope(1, "第一工会小组")), draft=False).blocks
    assert said(opening.content).startswith("2026年，第一工会小组在学校党组织")


def test_sections_with_something_to_tell_follow_in_the_order_of_the_outline():
    told = material(STAFF, figure("welfare.visits", 2, "人次"), figure("members.women", 3))
    headings = [block.text for block in papers.summary(told, draft=False).blocks if _is_section(block)]
    assert headings == ["维权帮扶", "女职工与离退休", "自身建设"]


def test_section_without_anything_to_tell_has_no_heading():
    headings = [block.text for block in papers.summary(material(STAFF), draft=False).blocks if _is_section(block)]
    assert headings == ["自身建设"]


def test_period_without_records_says_so_and_promises_nothing():
    document = papers.summary(material(), draft=False)
    assert document.blocks == [Paragraph("这一时段还没有可以总结的记录。")]


def test_union_signs_on_the_day_of_drafting():
    document = papers.summary(material(STAFF, on=date(2027, 1, 8)), draft=False)
    assert document.signature == Signature("江城市明德中学工会委员会", date(2027, 1, 8))
    assert (document.organisation, document.paper) == ("江城市明德中学工会委员会", Paper.OFFICIAL)


@pytest.mark.parametrize("draft", [True, False])
def test_draft_says_so(draft):
    document = papers.summary(material(STAFF), draft=draft)
    assert (document.draft, "草稿" in plain_text(document)) == (draft, draft)


def test_name_with_markup_is_text_and_no_person_of_an_illness_is_named():
    MadeVisitFactory(member=MemberFactory(name="<b>林芳</b>"))
    document = papers.summary(gather(calendar_year(2026), WHOLE_UNION, on=TODAY), draft=False)
    assert "看望生病教职工1人次" in plain_text(document)
    assert "林芳" not in plain_text(document)


def _is_section(block):
    return isinstance(block, Heading) and block.level == 1
