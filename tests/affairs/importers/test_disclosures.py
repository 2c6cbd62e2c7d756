"""Disclosures of former years: what is taken in from a table, what is refused, and that nothing public changes."""

from datetime import date
from hashlib import sha256

import pytest

from affairs.importers import DISCLOSURES, plan_disclosures
from affairs.models import Disclosure
from tests.affairs.steps import published, verbs
from tests.conftest import TODAY, make_actor
from tests.unionoffice.sheets.files import workbook
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

HEAD = (
    "公开事务",
    "公开目录",
    "标题",
    "正文",
    "公开阶段",
    "公开范围",
    "所属时段",
    "审批人",
    "审批日期",
    "公开日期",
    "公开至",
    "撤下日期",
    "撤下原因",
)
ROW = {
    "公开事务": "校务",
    "公开目录": "学校经费使用情况",
    "标题": "2025年第一季度经费使用情况",
    "正文": "本季度支出120,000.00元。",
    "所属时段": "2025-q1",
    "审批人": "沈立",
    "审批日期": date(2025, 4, 8),
    "公开日期": date(2025, 4, 10),
}


def rows(*changes):
    return workbook(HEAD, *[[({**ROW, **change}).get(label) for label in HEAD] for change in changes])


def plan(data):
    return plan_disclosures(data, name="公开事项.xlsx")


def apply(data, *, by):
    compared = plan(data).standing
    digest = sha256(data).hexdigest()
    return DISCLOSURES.carry_out(data, name="公开事项.xlsx", digest=digest, compared=compared, by=by, on=TODAY)


def codes(data):
    return [(problem.column, problem.code) for problem in plan(data).problems]


def test_lands_as_published_with_its_day_its_approver_and_a_number(secretary):
    apply(rows({}), by=secretary)
    made = Disclosure.objects.get()
    assert (made.status, made.published_on, made.public_number) == (
        "published",
        date(2025, 4, 10),
        "校务公开 2025-001",
    )
    assert (made.approver, made.approved_on, made.approved_by) == ("沈立", date(2025, 4, 8), None)
    assert (made.category, made.timing, made.stage, made.reach) == ("finance", "regular", "after", "staff")
    assert (made.period_code, made.drafted_by, verbs(made)) == ("2025-Q1", secretary, [("陈静", "补录")])


def test_lands_as_taken_down_where_it_came_down_or_its_time_is_over(secretary):
    gone = {"标题": "甲", "撤下日期": date(2025, 6, 1), "撤下原因": "公示期满"}
    over = {"标题": "乙", "公开至": date(2025, 5, 1)}
    lasting = {"标题": "丙", "公开至": TODAY}
    apply(rows(gone, over, lasting), by=secretary)
    kept = Disclosure.objects.order_by("title").values_list("title", "status", "taken_down_on", "take_down_reason")
    assert set(kept) == {
        ("甲", "taken_down", date(2025, 6, 1), "公示期满"),
        ("乙", "taken_down", date(2025, 5, 2), "公开期限已到"),
        ("丙", "published", None, ""),
    }


def test_numbers_follow_the_days_by_year_and_sphere(secretary):
    told = [("会务", "工会经费收支情况", date(2025, 9, 1)), ("校务", "学校经费使用情况", date(2025, 9, 2))]
    told += [("校务", "学校经费使用情况", date(2025, 3, 1)), ("校务", "学校经费使用情况", date(2024, 9, 1))]
    changes = [{"公开事务": sphere, "公开目录": item, "审批日期": day, "公开日期": day} for sphere, item, day in told]
    apply(rows(*changes), by=secretary)
    made = Disclosure.objects.order_by("published_on").values_list("sphere", "year", "number", "published_on")
    assert list(made) == [
        ("school", 2024, 1, date(2024, 9, 1)),
        ("school", 2025, 1, date(2025, 3, 1)),
        ("union", 2025, 1, date(2025, 9, 1)),
        ("school", 2025, 2, date(2025, 9, 2)),
    ]


def test_same_file_again_changes_nothing(secretary):
    lines = "一、收入\n\n1. 财政拨款<甲>\n2. 其他收入 \n合计120,000.00元。"
    data = rows({}, {"标题": "另一件", "正文": lines})
    apply(data, by=secretary)
    assert plan(data).counts == {"new": 0, "changed": 0, "unchanged": 2, "problems": 0}
    assert str(plan(data)) == "2行都与现有数据一致，没有需要导入的内容。"
    apply(data, by=secretary)
    assert Disclosure.objects.count() == 2


def test_what_is_public_is_not_changed_by_a_table(secretary):
    apply(rows({}), by=secretary)
    data = rows({"正文": "改过的正文"})
    assert codes(data) == [("正文", "is_public")]
    with pytest.raises(Refused, match="没有写入任何数据"):
        apply(data, by=secretary)
    assert Disclosure.objects.get().body == "<p>本季度支出120,000.00元。</p>"


def test_length_of_a_text_is_that_of_its_words(secretary):
    apply(rows({"正文": "长" * 20_000}), by=secretary)
    assert Disclosure.objects.get().words == "长" * 20_000


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"公开目录": "没有这一项"}, ("公开目录", "unknown_item")),
        ({"公开事务": "会务"}, ("公开目录", "unknown_item")),
        ({"公开事务": "家务"}, ("公开事务", "unknown_sphere")),
        ({"所属时段": "去年"}, ("所属时段", "unknown_period")),
        ({"标题": "长" * 101}, ("标题", "too_long")),
        ({"正文": "长" * 20_001}, ("正文", "too_long")),
        ({"公开日期": date(2026, 11, 23)}, ("公开日期", "in_the_future")),
        ({"审批日期": date(2025, 4, 11)}, ("公开日期", "out_of_order")),
        ({"公开至": date(2025, 4, 9)}, ("公开至", "out_of_order")),
        ({"撤下日期": date(2025, 4, 9), "撤下原因": "误"}, ("撤下日期", "out_of_order")),
        ({"撤下日期": date(2025, 5, 1)}, ("撤下原因", "incomplete")),
        ({"撤下原因": "误"}, ("撤下日期", "incomplete")),
        ({"公开阶段": "以后"}, ("公开阶段", "unknown_stage")),
    ],
    ids=str,
)
def test_problem_is_named_by_its_cell(change, expected):
    assert codes(rows(change)) == [expected]


def test_row_that_stands_there_twice_is_a_problem():
    assert codes(rows({}, {})) == [("标题", "duplicate_title")]


def test_number_given_here_afterwards_follows_those_taken_in(secretary, principal):
    apply(rows({"审批日期": date(2026, 1, 5), "公开日期": date(2026, 1, 6)}), by=secretary)
    writer = make_actor(Role.PUBLICITY_OFFICER, "欧阳玥")
    assert published(writer, principal).public_number == "校务公开 2026-002"
