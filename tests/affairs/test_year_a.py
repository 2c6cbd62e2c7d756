"""A school's year as its union told it: what of it was disclosed is recorded, counted and told again."""

import json
from datetime import date

import pytest

from affairs.enums import DisclosureStatus
from affairs.figures import figures
from affairs.models import Disclosure
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

YEAR = calendar_year(2013)
FACT = "Disclosure in six categories"
MATTERS = {
    "职评": "职称评聘方案与结果",
    "评先": "评优评先推荐与结果",
    "考核": "教职工年度考核结果",
    "培训": "教师培训安排",
    "学校规划与建设": "学校发展规划",
    "学校经费使用": "学校经费使用情况",
}
"""Under which matter of our catalogue each of the school's own words belongs."""


def fact():
    lines = (CASES / "year_a.jsonl").read_text(encoding="utf-8").splitlines()
    return next(told for told in map(json.loads, lines) if told["what"] == FACT)


@pytest.fixture
def year(principal):
    """One disclosure in each of the categories that the school names."""
    RoleGrantFactory(account=principal, role=Role.PRINCIPAL, from_on=date(2012, 9, 1), to_on=date(2019, 12, 31))
    writer = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")
    for month, category in enumerate(fact()["other_values"]["categories"], start=3):
        published(writer, principal, MATTERS[category], on=date(2013, month, 8), title=f"{category}公开")


def test_each_fact_is_a_record_of_its_own(year):
    told = fact()
    made = Disclosure.objects.filter(status=DisclosureStatus.PUBLISHED)
    assert (made.count(), made.categories()) == (told["records"], told["count"])


def test_figures_count_what_was_told(year):
    counted = {figure.key: figure.text for figure in figures(YEAR, WHOLE_UNION).figures if not figure.is_nothing}
    told = fact()
    assert counted["affairs.disclosures.categories"] == f"{told['count']}{told['unit']}"
    assert counted == {
        "affairs.disclosures": "6项",
        "affairs.disclosures.categories": "6类",
        "affairs.disclosures.sphere.school": "6项",
        "affairs.disclosures.category.planning": "1项",
        "affairs.disclosures.category.finance": "1项",
        "affairs.disclosures.category.titles": "1项",
        "affairs.disclosures.category.commendation": "1项",
        "affairs.disclosures.category.appraisal": "1项",
        "affairs.disclosures.category.training": "1项",
        "affairs.disclosures.timing.long": "1项",
        "affairs.disclosures.timing.regular": "4项",
        "affairs.disclosures.timing.anytime": "1项",
        "affairs.disclosures.stage.after": "6项",
    }


def test_summary_tells_it(year):
    told = plain_text(Document(title="", blocks=board(gather(YEAR, WHOLE_UNION, on=date(2014, 1, 5)))))
    assert told.splitlines() == [
        "（一）校务公开",
        (
            "一年来，校务公开6项，涉及6类。按内容分，发展规划1项，财务1项，职称评聘1项，评优评先1项，考核1项，培训1项。"
            "其中，长期公开1项，定期公开4项，随时公开1项。从公开的阶段看，事后公开6项。"
        ),
    ]
