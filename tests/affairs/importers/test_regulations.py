"""Regulations out of a table, version by version: what holds when, what is refused, and that it can come again."""

from datetime import date
from hashlib import sha256

import pytest

from affairs.importers import REGULATIONS, plan_regulations
from affairs.models import Regulation, RegulationVersion
from affairs.services import begin_version
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from tests.members.factories import DepartmentFactory
from tests.unionoffice.sheets.files import workbook
from unionoffice.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ROW = {
    "制度名称": "教职工慰问办法",
    "类别": "工会工作",
    "施行日期": date(2019, 9, 1),
    "正文": "第一条 慰问标准为500元。",
    "发文字号": "明工〔2019〕4号",
    "通过或批准": "第八届工会委员会",
    "通过日期": date(2019, 8, 20),
    "修订说明": "",
    "废止日期": None,
    "废止原因": "",
    "责任部门": "",
}
SECOND = {"施行日期": date(2023, 1, 1), "正文": "第一条 慰问标准为1000元。", "修订说明": "提高标准"}
END = {"废止日期": date(2025, 1, 1), "废止原因": "并入福利办法"}


def rows(*changes):
    return workbook(ROW, *[list({**ROW, **change}.values()) for change in changes])


def plan(data):
    return plan_regulations(data, name="制度台账.xlsx")


def apply(data, *, by):
    compared, digest = plan(data).standing, sha256(data).hexdigest()
    REGULATIONS.carry_out(data, name="制度台账.xlsx", digest=digest, compared=compared, by=by, on=TODAY)


def told(data):
    return [(problem.column, problem.code) for problem in plan(data).problems]


def test_each_version_holds_until_the_next_whatever_the_order_of_the_rows(secretary):
    DepartmentFactory(name="校长办公室")
    apply(rows({**SECOND, **END}, {"责任部门": "校长办公室"}), by=secretary)
    regulation = Regulation.objects.get()
    assert (regulation.title, regulation.kind, regulation.needs_congress) == ("教职工慰问办法", "union", False)
    kept = regulation.versions.order_by("number")
    assert [(one.number, one.status, one.from_on, one.to_on, one.abolished_on) for one in kept] == [
        (1, "in_force", date(2019, 9, 1), date(2022, 12, 31), None),
        (2, "abolished", date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1)),
    ]
    assert (kept[0].text, kept[0].document_no, kept[0].adopted_on) == (
        "<p>第一条 慰问标准为500元。</p>",
        "明工〔2019〕4号",
        date(2019, 8, 20),
    )
    assert verbs(kept[1]) == [("陈静", "补录"), ("陈静", "废止")]


def test_kind_that_the_congress_must_pass_is_noted_as_such(secretary):
    apply(rows({"类别": "校内分配"}), by=secretary)
    assert Regulation.objects.get().needs_congress is True


def test_same_table_again_changes_nothing(secretary):
    data = rows({}, {**SECOND, **END}, {"制度名称": "考勤办法"})
    apply(data, by=secretary)
    assert plan(data).counts == {"new": 0, "changed": 0, "unchanged": 3, "problems": 0}
    apply(data, by=secretary)
    assert RegulationVersion.objects.count() == 3


def test_version_more_stands_behind_those_that_are_there(secretary):
    apply(rows({}), by=secretary)
    data = rows({}, SECOND)
    assert plan(data).counts == {"new": 1, "changed": 0, "unchanged": 1, "problems": 0}
    apply(data, by=secretary)
    assert [(one.number, one.to_on) for one in RegulationVersion.objects.order_by("number")] == [
        (1, date(2022, 12, 31)),
        (2, None),
    ]


def test_end_of_what_holds_can_be_told_later(secretary):
    apply(rows({}), by=secretary)
    apply(rows(END), by=secretary)
    kept = RegulationVersion.objects.get()
    assert (kept.status, kept.abolished_on, kept.end_reason) == ("abolished", date(2025, 1, 1), "并入福利办法")
    assert told(rows({**END, "废止日期": date(2025, 2, 1)})) == [("废止日期", "is_abolished")]


def test_text_that_holds_is_not_changed_by_a_table(secretary):
    apply(rows({}), by=secretary)
    data = rows({"正文": "第一条 改过了。"})
    assert told(data) == [("正文", "holds_already")]
    with pytest.raises(Refused, match="没有写入任何数据"):
        apply(data, by=secretary)


def test_version_before_the_last_is_a_problem(secretary):
    apply(rows(SECOND), by=secretary)
    problem = plan(rows({})).problems[0]
    assert str(problem) == "第2行 施行日期：已登记的第1版在这一天之后才施行或失效，不能再补录更早的版本。"


def test_version_beside_one_that_is_worked_on_is_a_problem(secretary):
    apply(rows({}), by=secretary)
    begin_version(Regulation.objects.get(), note="提高标准", by=secretary, on=TODAY)
    assert told(rows(SECOND)) == [("名称", "under_way")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"类别": "杂项"}, ("类别", "unknown_kind")),
        ({"责任部门": "没有这个处"}, ("责任部门", "unknown_department")),
        ({"制度名称": "长" * 101}, ("名称", "too_long")),
        ({"正文": "长" * 30_001}, ("正文", "too_long")),
        ({"通过日期": date(2019, 9, 2)}, ("施行日期", "out_of_order")),
        ({"通过日期": date(2026, 11, 23), "施行日期": date(2027, 1, 1)}, ("通过日期", "in_the_future")),
        ({**END, "废止原因": ""}, ("废止日期", "incomplete")),
        ({**END, "废止日期": None}, ("废止原因", "incomplete")),
        ({**END, "废止日期": date(2019, 9, 1)}, ("废止日期", "out_of_order")),
    ],
    ids=str,
)
def test_problem_is_named_by_its_cell(change, expected):
    assert told(rows(change)) == [expected]


def test_end_of_a_version_that_another_follows_is_a_problem():
    assert told(rows(END, SECOND)) == [("废止日期", "followed")]


def test_row_that_stands_there_twice_is_a_problem():
    assert told(rows({}, {})) == [("名称", "duplicate_title")]


def test_number_of_queries_does_not_grow_with_the_table(django_assert_num_queries):
    small, large = rows({}), rows(*[{"制度名称": f"办法{n}"} for n in range(50)])
    with django_assert_num_queries(2):
        plan(small)
    with django_assert_num_queries(2):
        plan(large)
