"""Proposals of former years: what is taken in from a register, what is refused, and that nothing stored changes."""

from datetime import date
from hashlib import sha256

import pytest

from congress.enums import Outcome, ProposalStatus, Result
from congress.importers import PROPOSALS, plan_proposals
from congress.models import Proposal
from tests.conftest import TODAY
from tests.congress.factories import ProposalFactory, SessionFactory
from tests.congress.steps import filed, notices, verbs
from tests.members.factories import DepartmentFactory, MemberFactory
from tests.unionoffice.sheets.files import workbook
from unionoffice.refusal import Refused
from unionoffice.sheets import read_workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

HEAD = [str(column.label) for column in PROPOSALS.columns]
CASE = {
    "编号": "2025-001",
    "届": 9,
    "次": 2,
    "案名": "改善食堂早餐",
    "类别": "生活福利",
    "案由": "品种太少",
    "提案人": "林芳",
    "提交日期": date(2025, 11, 3),
    "审理结果": "立案",
    "主办部门": "总务处",
    "答复日期": date(2025, 12, 1),
    "答复结果": "已解决（A类）",
    "落实情况": "已增加窗口",
    "满意度": "满意",
}
REFUSED = {
    **CASE,
    "编号": "2025-002",
    "审理结果": "不予立案",
    "审理意见": "不属于学校职权",
    **dict.fromkeys(("主办部门", "答复日期", "答复结果", "落实情况", "满意度"), ""),
}
MERGED = {**REFUSED, "编号": "2025-003", "审理结果": "并案", "审理意见": "", "并入编号": "2025-001"}


@pytest.fixture(autouse=True)
def school():
    """What the register names."""
    SessionFactory(number=2)
    DepartmentFactory(name="总务处")
    return MemberFactory(name="林芳", employee_no="1001")


def register(*rows):
    return workbook(HEAD, *[[row.get(label) for label in HEAD] for row in rows])


def plan(*rows):
    return plan_proposals(register(*rows), name="提案登记簿.xlsx")


def apply(*rows, by):
    data = register(*rows)
    digest, compared = sha256(data).hexdigest(), plan(*rows).standing
    return PROPOSALS.carry_out(data, name="提案登记簿.xlsx", digest=digest, compared=compared, by=by, on=TODAY)


def codes(*rows):
    return [(problem.row, problem.column, problem.code) for problem in plan(*rows).problems]


class TestApply:
    def test_case_lands_as_closed_under_its_own_number(self, school, secretary):
        apply(CASE, by=secretary)
        made = Proposal.objects.get()
        assert (made.number, made.status, made.outcome) == ("2025-001", ProposalStatus.CLOSED, Outcome.ACCEPTED)
        assert (made.proposer, made.originator, str(made.session)) == (school, school, "第九届第二次")
        assert (made.result, made.answered_on, made.closed_on) == (
            Result.SOLVED,
            date(2025, 12, 1),
            date(2025, 12, 1),
        )
        assert (made.lead.name, made.fulfilment, made.grade) == ("总务处", "已增加窗口", "satisfied")
        assert verbs(made) == [("陈静", "补录提案")]

    def test_others_land_as_they_ended(self, secretary):
        turned = {**REFUSED, "编号": "2025-004", "审理结果": "转意见建议"}
        withdrawn = {**REFUSED, "编号": "2025-005", "审理结果": "撤案", "审理意见": ""}
        apply(MERGED, CASE, withdrawn, REFUSED, turned, by=secretary)
        told = Proposal.objects.order_by("number").values_list("number", "status", "outcome")
        assert list(told) == [
            ("2025-001", "closed", "accepted"),
            ("2025-002", "refused", "refused"),
            ("2025-003", "merged", "merged"),
            ("2025-004", "turned", "turned"),
            ("2025-005", "withdrawn", ""),
        ]
        assert Proposal.objects.get(number="2025-003").merged_into.number == "2025-001"

    def test_same_file_again_changes_nothing(self, secretary):
        apply(CASE, REFUSED, MERGED, by=secretary)
        again = plan(CASE, REFUSED, MERGED)
        assert again.counts == {"new": 0, "changed": 0, "unchanged": 3, "problems": 0}

    def test_later_register_goes_on_where_the_first_ended(self, secretary):
        apply(CASE, by=secretary)
        apply(REFUSED, by=secretary)
        assert Proposal.objects.count() == 2

    def test_number_given_next_goes_on_after_those_taken_in(self, secretary, delegate):
        this_year = {"提交日期": date(2026, 3, 1), "答复日期": date(2026, 4, 1)}
        apply({**CASE, **this_year, "编号": "2026-001"}, by=secretary)
        assert filed(delegate).number == "2026-002"

    def test_nobody_is_told(self, secretary, delegate):
        apply(CASE, REFUSED, by=secretary)
        assert [notices(account) for account in (secretary, delegate)] == [[], []]

    def test_number_taken_since_the_check_is_not_given_twice(self, secretary):
        data = register(CASE)
        compared = plan(CASE).standing
        apply(CASE, by=secretary)
        with pytest.raises(Refused, match="请看过新的计划"):
            PROPOSALS.carry_out(
                data,
                name="提案登记簿.xlsx",
                digest=sha256(data).hexdigest(),
                compared=compared,
                by=secretary,
                on=TODAY,
            )


class TestProblems:
    @pytest.mark.parametrize(
        ("changes", "problem"),
        [
            ({"编号": "3"}, ("编号", "unreadable_number")),
            ({"编号": "2024-001"}, ("编号", "other_year")),
            ({"编号": "2025-002"}, ("编号", "gap")),
            ({"届": "第九届"}, ("届", "not_whole")),
            ({"次": 7}, ("次", "unknown_session")),
            ({"提案人": "王磊"}, ("提案人", "unknown_person")),
            ({"提案人工号": "9999"}, ("提案人", "unknown_person")),
            ({"主办部门": "后勤处"}, ("主办部门", "unknown_department")),
            ({"类别": "伙食"}, ("类别", "unknown_category")),
            ({"答复日期": date(2025, 11, 2)}, ("答复日期", "out_of_order")),
            ({"办结日期": date(2026, 11, 23)}, ("办结日期", "in_the_future")),
            ({"答复日期": None}, ("答复日期", "incomplete")),
            ({"答复结果": None}, ("答复结果", "incomplete")),
            ({"审理结果": "不予立案"}, ("审理意见", "incomplete")),
            ({"审理结果": "并案"}, ("并入编号", "incomplete")),
            ({"并入编号": "2025-001"}, ("并入编号", "unknown_main")),
            ({"审理结果": "并案", "并入编号": "2025-009"}, ("并入编号", "unknown_main")),
            ({"案名": "长" * 61}, ("案名", "too_long")),
        ],
        ids=str,
    )
    def test_is_told_with_its_row_and_column(self, changes, problem):
        assert codes({**CASE, **changes}) == [(2, *problem)]

    def test_two_of_one_name_are_told_apart_by_number(self):
        MemberFactory(name="林芳", employee_no="1002")
        assert codes(CASE) == [(2, "提案人", "unknown_person")]
        assert codes({**CASE, "提案人工号": "1002"}) == []

    def test_gap_names_what_comes_after_it(self):
        later = {**REFUSED, "编号": "2025-004"}
        assert codes(CASE, REFUSED, later) == [(4, "编号", "gap")]

    def test_what_is_stored_is_not_overwritten(self, secretary):
        apply(CASE, by=secretary)
        assert codes({**CASE, "案名": "改善午餐"}) == [(2, "案名", "already_there")]

    def test_proposal_that_is_under_way_is_not_overwritten_either(self):
        ProposalFactory(status=ProposalStatus.HANDLING, number="2026-001", originator__name="王磊")
        found = codes({**CASE, "编号": "2026-001"})
        assert {code for _row, _column, code in found} == {"already_there"}


def test_template_has_every_column(secretary, signed_in):
    content = signed_in(secretary).get("/congress/proposals/import/template/").content
    (sheet, *_others) = read_workbook(content, name="模板.xlsx").sheets
    assert [cell for row in sheet.rows for cell in row.cells if cell in HEAD][: len(HEAD)] == HEAD
