"""What the papers of committees and handovers say."""

from datetime import date

import pytest

from members.models import HandoverItem
from members.papers import committee_names, committee_roll, handover_paper, organisation_chart_paper
from members.selectors import organisation_chart
from tests.members.factories import (
    CommitteeFactory,
    CommitteeTermFactory,
    GroupLeaderFactory,
    HandoverFactory,
    MemberFactory,
    OfficeHoldingFactory,
    UnionGroupFactory,
)
from unionoffice.documents import Table

pytestmark = pytest.mark.django_db


@pytest.fixture
def term():
    term = CommitteeTermFactory(approval_no="江教工〔2024〕12号")
    people = (
        ("周敏", "chair", "汉族", "female"),
        ("丁一", "member", "回族", "male"),
        ("尉迟婉清", "member", "", "female"),
    )
    for name, post, ethnicity, gender in people:
        member = MemberFactory(
            name=name, ethnicity=ethnicity, gender=gender, political_status="masses", title="一级教师"
        )
        OfficeHoldingFactory(term=term, member=member, post=post)
    OfficeHoldingFactory(term=term, member__name="安红梅", to_on=date(2025, 1, 1))
    return term


def tables(document):
    """The rows of each table, as texts."""
    return [
        [[text_of(cell) for cell in row] for part in block.parts for row in part]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def text_of(cell):
    return cell if isinstance(cell, str) else str(cell.content)


def test_names_stand_in_stroke_order_with_women_and_minorities_marked(term, on):
    document = committee_names(term, on)
    names, day = tables(document)
    assert document.title == "第六届工会委员会委员名单"
    assert names == [["丁　一（回族）", "周　敏（女）", "尉迟婉清（女）", ""]]
    assert day == [["截至2026年11月22日"]]
    assert document.blocks[0].content == "（3人，以姓氏笔画为序）"


def test_roll_stands_in_order_of_post(term, on):
    head, roll, _day = tables(committee_roll(term, on))
    assert head == [["任期：2024年5月8日至2029年5月7日", "批复：江教工〔2024〕12号"]]
    assert roll[1] == ["1", "主席", "周敏", "女", "1985年3月", "汉族", "群众", "一级教师", "2024-05-08"]
    assert [row[2] for row in roll[2:]] == ["丁一", "尉迟婉清"]


def test_term_that_is_over_is_printed_as_of_its_last_day(term):
    assert tables(committee_names(term, date(2031, 1, 1)))[-1] == [["截至2029年5月7日"]]


def test_empty_term_prints_an_empty_paper(on):
    names, _day = tables(committee_names(CommitteeTermFactory(), on))
    assert names == [["", "", "", ""]]


def test_chart_has_committees_side_by_side_and_groups_set_in(term, on):
    for number, kind, name in ((2, "audit", "经费审查委员会"), (3, "women", "女职工委员会")):
        OfficeHoldingFactory(
            term=CommitteeTermFactory(committee=CommitteeFactory(kind=kind, name=name), number=number),
            member__name="冯岚",
            post="director",
        )
    branch = UnionGroupFactory(name="东校区分工会")
    GroupLeaderFactory(unit=UnionGroupFactory(name="第一工会小组", parent=branch), member__name="卫东")
    union, others, groups, _day = tables(organisation_chart_paper(organisation_chart(on), on))
    assert union == [["第六届工会委员会"], ["主席　周敏", "委员　丁一", "委员　尉迟婉清", ""]]
    assert others == [["第二届经费审查委员会", "第三届女职工委员会"], ["主任　冯岚", "主任　冯岚"]]
    assert groups[1:] == [["东校区分工会", "", "　第一工会小组", "卫东"]]


def test_handover_lists_matters_and_things_with_what_is_left_unsaid():
    handover = HandoverFactory(unlisted=2, note="到龄退休")
    for kind, text in (("matter", "安红梅的慰问待批准"), ("thing", "印章1枚")):
        HandoverItem.objects.create(handover=handover, kind=kind, text=text)
    head, matters, things, note, signed = tables(handover_paper(handover))
    assert head[0] == ["交接职务", "第六届工会委员会委员"]
    assert head[1:] == [["移交人", "周敏", "接收人", "林芳"], ["交接日期", "2026年11月1日", "监交人", ""]]
    assert matters[1:] == [["1", "安红梅的慰问待批准", ""], ["2", "另有2项，由移交人当面交代。", ""]]
    assert (things[1:], note) == ([["1", "印章1枚", ""]], [["说明", "到龄退休"]])
    assert signed[0] == ["移交人（签字）：", "接收人（签字）：", "监交人（签字）："]


def test_handover_of_nothing_says_so():
    _head, matters, things, note, _signed = tables(handover_paper(HandoverFactory()))
    assert (matters[1:], things[1:], note) == ([["", "无", ""]], [["", "无", ""]], [["说明", "无"]])
