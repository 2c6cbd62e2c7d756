"""What a second school told of its board: nine categories, and two glass cases at named places."""

import json
from datetime import date

import pytest

from affairs.enums import ChannelKind, DisclosureStatus, Timing
from affairs.figures import figures
from affairs.models import Channel, Disclosure
from affairs.services import save_channel
from reports.sections.board import board
from reports.selectors import gather
from tests.affairs.steps import published
from tests.conftest import make_actor
from tests.members.factories import RoleGrantFactory
from tests.unionoffice.sheets.files import CASES
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db

YEAR = calendar_year(2024)
DISCLOSED, BOARDS = (
    "Disclosure in nine categories incl. construction",
    "Two boards at named places; contents at any time",
)
MATTERS = {
    "党建": "党组织工作计划与总结",
    "财务": "学校经费使用情况",
    "基建": "基建与维修项目",
    "职评": "职称评聘方案与结果",
    "评先": "评优评先推荐与结果",
    "考核": "教职工年度考核结果",
    "福利": "教职工福利发放",
    "教学": "课程设置与作息安排",
    "后勤": "食堂管理与伙食账目",
}
"""Under which matter of our catalogue each of the school's own words belongs."""


def fact(what):
    lines = (CASES / "year_b.jsonl").read_text(encoding="utf-8").splitlines()
    return next(told for told in map(json.loads, lines) if told["what"] == what)


@pytest.fixture
def writer():
    return make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")


@pytest.fixture
def disclosures(principal, writer):
    """One in each of the categories that the school names."""
    RoleGrantFactory(account=principal, role=Role.PRINCIPAL, from_on=date(2022, 9, 1), to_on=date(2025, 12, 31))
    for month, category in enumerate(fact(DISCLOSED)["other_values"]["categories"], start=3):
        published(writer, principal, MATTERS[category], on=date(2024, month, 8), title=f"{category}公开")


@pytest.fixture
def boards(writer):
    """One at each of the places, without a fixed day on which it changes."""
    for place in fact(BOARDS)["other_values"]["places"]:
        channel = Channel(kind=ChannelKind.BOARD, name=f"{place}公开栏", place=place, timing=Timing.ANYTIME)
        save_channel(channel, by=writer)


def counted():
    return {figure.key: figure.text for figure in figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}


def test_disclosures_come_out_in_as_many_categories_as_were_told(disclosures):
    told = fact(DISCLOSED)
    made = Disclosure.objects.filter(status=DisclosureStatus.PUBLISHED)
    assert (made.count(), made.categories()) == (told["records"], told["count"])
    assert counted()["affairs.disclosures.categories"] == f"{told['count']}{told['unit']}"
    assert counted()["affairs.disclosures.category.building"] == "1项"


def test_boards_come_out_with_their_places(boards):
    told = fact(BOARDS)
    assert list(Channel.objects.order_by("pk").values_list("place", "timing")) == [
        (place, "anytime") for place in told["other_values"]["places"]
    ]
    assert counted() == {"affairs.channels": "2处", "affairs.channels.board": f"{told['count']}{told['unit']}"}


def test_summary_tells_both(disclosures, boards):
    told = plain_text(Document(title="", blocks=board(gather(YEAR, WHOLE_UNION, on=date(2025, 1, 5)))))
    assert told.splitlines()[-1].startswith("一年来，校务公开9项，涉及9类。")
    assert told.endswith("公开的渠道有公开栏2处。")
