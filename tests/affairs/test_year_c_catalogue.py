"""What a third school told of its board: five contents that it discloses regularly."""

import json
from datetime import date

import pytest

from affairs.enums import Category, Interval, Stage, Timing
from affairs.figures import figures
from affairs.models import CatalogueItem
from affairs.services import issue_catalogue, save_item
from reports.sections.board import board
from reports.selectors import gather
from tests.affairs.catalogue import only
from tests.affairs.steps import published
from tests.conftest import TODAY, make_actor
from tests.members.factories import RoleGrantFactory
from tests.unionoffice.sheets.files import CASES
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2025)
CATEGORIES = {
    "工作计划": Category.PLANNING,
    "重大活动": Category.EVENTS,
    "经费收支": Category.FINANCE,
    "教师晋职进级": Category.TITLES,
    "评优评先": Category.COMMENDATION,
}


def fact():
    lines = (CASES / "year_c.jsonl").read_text(encoding="utf-8").splitlines()
    return next(told for told in map(json.loads, lines) if told["what"] == "Five regular disclosure contents")


@pytest.fixture
def year(principal, secretary):
    """The school's own catalogue, each matter every year; four were disclosed in time and one too late."""
    only()
    RoleGrantFactory(account=principal, role=Role.PRINCIPAL, from_on=date(2022, 9, 1), to_on=date(2025, 12, 31))
    begun = date(2024, 12, 20)
    told = fact()["other_values"]
    assert told["timing"] == "定期"
    for content in told["categories"]:
        matter = CatalogueItem(
            content=content,
            category=CATEGORIES[content],
            timing=Timing.REGULAR,
            interval=Interval.YEAR,
            stage=Stage.BEFORE if content == "工作计划" else Stage.AFTER,
        )
        save_item(matter, by=secretary, on=begun)
    issue_catalogue(from_on=date(2025, 1, 1), by=secretary, on=begun)
    writer = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")
    for month, content in enumerate(told["categories"], start=1):
        published(writer, principal, content, on=date(2025, 2 * month - 1, 17), title=content, period_code="2025")


def test_figures_count_what_was_told_and_whether_it_was_in_time(year):
    counted = {figure.key: figure.text for figure in figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}
    told = fact()
    assert counted["affairs.disclosures.categories"] == f"{told['count']}{told['unit']}"
    assert counted["affairs.disclosures.timing.regular"] == "5项"
    assert {key: text for key, text in counted.items() if "disclosures" not in key} == {
        "affairs.catalogue.items": "5项",
        "affairs.catalogue.categories": "5类",
        "affairs.coverage.on_time": "4项次",
        "affairs.coverage.late": "1项次",
        "affairs.coverage.rate": "80.0%",
    }


def test_summary_tells_that_the_catalogue_was_kept(year):
    told = plain_text(Document(title="", blocks=board(gather(YEAR, WHOLE_UNION, on=TODAY))))
    assert told.endswith("定期公开的内容按期公开4项次，逾期公开1项次，按期公开率80.0%。")
