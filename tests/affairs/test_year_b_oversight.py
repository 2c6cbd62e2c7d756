"""A school's year as its union told it: what it looked at, recorded, counted and told again."""

from datetime import date

import pytest

from affairs.enums import Capacity, SupervisionKind, TakingPart
from affairs.figures import figures
from reports.sections.oversight import oversight
from reports.sections.surveys import surveys
from reports.selectors import gather
from tests.affairs.oversight import inspection, supervision
from tests.affairs.surveys import recorded
from tests.members.factories import MemberFactory
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Document, plain_text
from unionoffice.periods import calendar_year
from unionoffice.precision import Precision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = calendar_year(2026)


def told(section, year=YEAR):
    blocks = section(gather(year, WHOLE_UNION, on=date(2026, 11, 22)))
    return plain_text(Document(title="", blocks=blocks)).splitlines()


def counted(year=YEAR):
    return {one.key: one.text for one in figures(year, WHOLE_UNION).figures if not one.is_nothing}


def some_time(by=None, **fields):
    """What the school tells of the year without a day."""
    return supervision(by, on=date(2026, 5, 1), precision=Precision.YEAR, **fields)


def test_representatives_sit_in_on_larger_purchases_and_building_tenders():
    delegate, officer = MemberFactory(), MemberFactory()
    people = [(delegate.pk, Capacity.DELEGATE), (officer.pk, Capacity.COMMITTEE)]
    some_time(kind=SupervisionKind.PURCHASE, title="大宗物品采购", part=TakingPart.SITTING_IN, people=people)
    some_time(kind=SupervisionKind.TENDER, title="基建招标", part=TakingPart.SITTING_IN, people=people[:1])
    assert counted() == {
        "affairs.supervision": "2次",
        "affairs.supervision.kinds": "2类",
        "affairs.supervision.people": "2人",
        "affairs.supervision.kind.purchase": "1次",
        "affairs.supervision.kind.tender": "1次",
    }
    assert told(oversight) == [
        "（一）民主监督",
        "一年来，工会组织代表参与民主监督，共2次，涉及2类，参加人员2人。其中，采购1次，招标1次。",
        "2026年列席评标“大宗物品采购”；2026年列席评标“基建招标”。",
    ]


def test_committee_members_or_delegates_join_price_research_for_canteen_and_shop():
    for kind, title in ((SupervisionKind.CANTEEN, "食堂采购询价"), (SupervisionKind.SHOP, "商店进货询价")):
        some_time(kind=kind, title=title, part=TakingPart.PRICES)
    assert counted()["affairs.supervision.kinds"] == "2类"
    assert told(oversight)[1] == ("一年来，工会组织代表参与民主监督，共2次，涉及2类。其中，食堂1次，商店1次。")


def test_finances_of_the_year_before_are_audited_and_reported():
    some_time(
        kind=SupervisionKind.FINANCE,
        title="上年度学校财务",
        part=TakingPart.REVIEW,
        finding="全部审核",
        reported_at="教职工大会",
    )
    assert told(oversight)[1] == "一年来，工会组织代表参与民主监督，共1次。其中，学校财务审核1次。"


def test_upper_union_inspects_and_gives_a_score():
    inspection(by_whom="市教育工会", title="工会工作检查", precision=Precision.YEAR)
    inspection(title="建家检查", score=914, full_mark=1000, result="先进教工之家")
    figures_told = counted()
    assert (figures_told["affairs.inspections"], figures_told["affairs.inspections.scored"]) == ("2次", "1次")
    assert told(oversight) == [
        "（一）检查评估",
        "接受上级检查2次。",
        (
            "2026年接受市教育工会“工会工作检查”；2026年5月6日接受市教育工会“建家检查”，"
            "得914分（满分1000分），结果为“先进教工之家”。"
        ),
    ]


def test_what_is_known_by_year_only_is_no_fact_of_a_month():
    some_time()
    assert counted(calendar_year(2025)) == {}


def test_staff_were_asked_and_were_satisfied():
    recorded(sent=None, answered=None)
    assert counted() == {"affairs.surveys": "1次", "affairs.surveys.satisfaction": "96.0%"}
    assert told(surveys) == [
        "（一）问卷调查",
        "一年来，开展问卷调查1次，平均满意度96.0%。",
        "“学校管理满意度”，满意度96.0%。",
    ]


def test_nothing_is_told_of_nothing():
    assert (told(oversight), told(surveys)) == ([], [])
