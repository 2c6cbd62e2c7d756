"""What is counted of suggestions, each figure against the list it leads to."""

from datetime import date
from decimal import Decimal

import pytest

from congress.enums import Adoption, Category, DriveStatus, SuggestionStatus
from congress.figures.suggestions import suggestion_figures
from tests.congress.factories import ProposalFactory
from tests.congress.suggestions import DriveFactory, SuggestionFactory
from tests.members.factories import GroupPlaceFactory, UnionGroupFactory
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import calendar_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

S = SuggestionStatus
YEAR = calendar_year(2026)
LABELS = {
    "congress.suggestions.answered_rate": "答复率",
    "congress.suggestions.adopted_rate": "采纳率",
    "congress.suggestion_drives": "征集活动",
}


@pytest.fixture
def group():
    return UnionGroupFactory(name="第一工会小组")


@pytest.fixture
def year(group):
    """Seven suggestions of the year, one by somebody of the group; around them what doesn't count."""
    drive = DriveFactory(from_on=date(2026, 3, 1))
    DriveFactory(status=DriveStatus.PLANNED)
    DriveFactory(from_on=date(2025, 12, 31))
    mine = SuggestionFactory(status=S.DONE, drive=drive, is_outstanding=True, category=Category.PAY)
    GroupPlaceFactory(group=group, member=mine.author)
    SuggestionFactory(status=S.FOLLOWED, drive=drive, adoption=Adoption.PARTLY)
    SuggestionFactory(status=S.ANSWERED)
    SuggestionFactory(status=S.ANSWERED, adoption=Adoption.DECLINED)
    SuggestionFactory(status=S.HANDLING, from_proposal=ProposalFactory())
    SuggestionFactory(handed_in_on=date(2026, 1, 1))
    SuggestionFactory(handed_in_on=date(2026, 12, 31))
    SuggestionFactory(status=S.WITHDRAWN)
    SuggestionFactory(handed_in_on=date(2025, 12, 31))


def told(scope=WHOLE_UNION):
    """Key and value of every figure that isn't nothing, without those of one category or drive."""
    shown = suggestion_figures(YEAR, scope).figures
    return {
        one.key.removeprefix("congress.suggestion"): one.value
        for one in shown
        if not one.is_nothing and not any(part in one.key for part in (".category.", ".drive."))
    }


def test_by_what_became_of_them(year):
    assert told() == {
        "s": 7,
        "s.answered": 4,
        "s.taken": 2,
        "s.done": 1,
        "s.adoption.partly": 1,
        "s.adoption.declined": 1,
        "s.adoption.noted": 1,
        "s.in_drives": 2,
        "s.from_proposals": 1,
        "s.outstanding": 1,
        "s.answered_rate": Decimal("57.1"),
        "s.adopted_rate": Decimal("50.0"),
        "_drives": 1,
    }


def test_of_a_group_by_who_was_in_it_on_the_day(year, group):
    assert told(Scope(group.pk, group.name)) == {
        "s": 1,
        "s.answered": 1,
        "s.taken": 1,
        "s.done": 1,
        "s.in_drives": 1,
        "s.outstanding": 1,
        "s.answered_rate": Decimal("100.0"),
        "s.adopted_rate": Decimal("100.0"),
    }


def test_each_leads_to_its_records(year, group, measures_behind):
    for scope in (WHOLE_UNION, Scope(group.pk, group.name)):
        counted = suggestion_figures(YEAR, scope)
        assert {cell for table in counted.tables for cell in table.figures} <= set(counted.figures)
        for figure in counted.figures:
            if scope.is_whole or "drives" not in figure.key:
                assert measures_behind(figure)[LABELS.get(figure.key, "意见建议")] == figure.text, figure.key


def test_tables_by_category_and_by_drive(year):
    by_category, by_drive = suggestion_figures(YEAR, WHOLE_UNION).tables
    assert [(row[0], *(cell.value for cell in row[1:])) for row in by_category.rows] == [
        ("薪酬待遇", 1, 1, 1),
        ("后勤保障", 6, 3, 1),
        ("合计", 7, 4, 2),
    ]
    assert [tuple(cell.value for cell in row[1:]) for row in by_drive.rows] == [(2, 2, 2)]


def test_outstanding_ones_are_named_without_their_authors(year):
    (notable,) = suggestion_figures(YEAR, WHOLE_UNION).notables
    assert notable.text == "《延长阅览室开放时间》被评为优秀建议"


def test_nothing_recorded_tells_nothing():
    counted = suggestion_figures(YEAR, WHOLE_UNION)
    assert ([one for one in counted.figures if not one.is_nothing], counted.notables, counted.tables) == ([], (), ())
