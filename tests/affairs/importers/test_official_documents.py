"""The register of documents out of a table: what is entered, completed or refused, and that it can come again."""

from datetime import date
from hashlib import sha256

import pytest

from affairs.enums import DocumentStatus
from affairs.importers import DOCUMENTS, plan_documents
from affairs.models import OfficialDocument
from affairs.services import void_document
from tests.affairs.regulations import DocumentFactory
from tests.affairs.steps import verbs
from tests.conftest import TODAY
from tests.members.factories import DepartmentFactory
from tests.unionoffice.sheets.files import workbook
from unionoffice.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ROW = {
    "收发": "收文",
    "标题": "关于开展师德主题教育活动的通知",
    "来文单位": "市教育工会",
    "收文日期": date(2026, 3, 2),
    "文号": "市教工〔2026〕3号",
    "密级": "",
    "办理要求": "",
    "办理期限": None,
    "承办部门": "",
    "办结日期": None,
    "办理结果": "",
}
ASKED = {"办理要求": "报送总结", "办理期限": date(2026, 4, 1)}
DONE = {**ASKED, "办结日期": date(2026, 3, 20), "办理结果": "已报送"}


def rows(*changes):
    return workbook(ROW, *[list({**ROW, **change}.values()) for change in changes])


def plan(data):
    return plan_documents(data, name="收发文登记簿.xlsx")


def apply(data, *, by):
    compared, digest = plan(data).standing, sha256(data).hexdigest()
    DOCUMENTS.carry_out(data, name="收发文登记簿.xlsx", digest=digest, compared=compared, by=by, on=TODAY)


def told(data):
    return [(problem.column, problem.code) for problem in plan(data).problems]


def test_both_directions_are_numbered_by_their_days_and_stand_as_the_table_says(secretary):
    DepartmentFactory(name="教务处")
    outgoing = {"收发": "发", "标题": "关于报送总结的报告", "文号": "", "收文日期": date(2026, 3, 20)}
    earlier = {"标题": "会议通知", "文号": "", "收文日期": date(2026, 1, 5), **ASKED, "承办部门": "教务处"}
    apply(rows({**DONE, "密级": "内部"}, outgoing, earlier), by=secretary)
    made = OfficialDocument.objects.order_by("handled_on")
    assert [(one.short_number, one.status, one.secrecy, str(one.department or "")) for one in made] == [
        ("收2026-001", "pending", "none", "教务处"),
        ("收2026-002", "done", "internal", ""),
        ("发2026-001", "filed", "none", ""),
    ]
    done = made[1]
    assert (done.done_on, done.outcome, done.registered_by) == (date(2026, 3, 20), "已报送", secretary)
    assert verbs(done) == [("陈静", "补录")]


def test_plan_names_a_row_in_the_words_of_its_columns():
    assert [(row.key_text, row.title) for row in plan(rows({})).new] == [("收文 市教育工会 2026-03-02", ROW["标题"])]


def test_same_table_again_changes_nothing(secretary):
    data = rows(DONE, {"标题": "另一件", "文号": ""})
    apply(data, by=secretary)
    assert plan(data).counts == {"new": 0, "changed": 0, "unchanged": 2, "problems": 0}
    apply(data, by=secretary)
    assert OfficialDocument.objects.count() == 2


def test_table_that_grew_enters_its_new_rows_and_completes_the_others(secretary):
    DepartmentFactory(name="教务处")
    apply(rows({}), by=secretary)
    data = rows({**DONE, "承办部门": "教务处"}, {"标题": "另一件", "文号": ""})
    assert plan(data).counts == {"new": 1, "changed": 1, "unchanged": 0, "problems": 0}
    apply(data, by=secretary)
    kept = OfficialDocument.objects.get(document_no=ROW["文号"])
    assert (kept.status, kept.done_on, kept.outcome, kept.due_on, kept.department.name) == (
        DocumentStatus.DONE,
        date(2026, 3, 20),
        "已报送",
        date(2026, 4, 1),
        "教务处",
    )
    assert verbs(kept) == [("陈静", "补录"), ("陈静", "修改"), ("陈静", "办结")]
    assert plan(data).counts["unchanged"] == 2


def test_struck_entry_is_entered_anew(secretary):
    apply(rows({}), by=secretary)
    void_document(OfficialDocument.objects.get(), reason="登记错了", by=secretary)
    apply(rows({}), by=secretary)
    assert [one.short_number for one in OfficialDocument.objects.valid()] == ["收2026-002"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"收发": "转文"}, ("收发", "unknown_direction")),
        ({"密级": "机密"}, ("密级", "state_secret")),
        ({"密级": "很密"}, ("密级", "unknown_secrecy")),
        ({"承办部门": "没有这个处"}, ("承办部门", "unknown_department")),
        ({"标题": "长" * 151}, ("标题", "too_long")),
        ({"收文日期": date(2026, 11, 23)}, ("收发日期", "in_the_future")),
        ({"办理期限": date(2026, 4, 1)}, ("办理期限", "incomplete")),
        ({**ASKED, "办理期限": date(2026, 3, 1)}, ("办理期限", "out_of_order")),
        ({**DONE, "办理结果": ""}, ("办结日期", "incomplete")),
        ({**DONE, "办结日期": None}, ("办理结果", "incomplete")),
        ({**DONE, "办结日期": date(2026, 3, 1)}, ("办结日期", "out_of_order")),
    ],
    ids=str,
)
def test_problem_is_named_by_its_cell(change, expected):
    assert told(rows(change)) == [expected]


def test_state_secret_is_told_to_be_taken_out():
    problem = plan(rows({"密级": "秘密"})).problems[0]
    assert problem.message == "涉及国家秘密的文件不得在这里登记，请从表中删去这一行。"


def test_number_that_is_registered_under_another_title_is_a_problem():
    DocumentFactory(document_no=ROW["文号"], title="别的标题", handled_on=date(2026, 3, 2), number=7)
    problem = plan(rows({})).problems[0]
    assert str(problem) == "第2行 文号：已经登记过，登记号收2026-007。标题或日期与登记的不同，请核对。"


def test_number_that_two_rows_give_to_different_documents_is_a_problem():
    assert told(rows({}, {"标题": "另一件"})) == [("文号", "number_twice")]


def test_row_that_stands_there_twice_is_a_problem():
    assert told(rows({}, {})) == [("收发", "duplicate_direction")]


def test_outcome_of_what_is_done_is_not_changed_by_a_table(secretary):
    apply(rows(DONE), by=secretary)
    data = rows({**DONE, "办理结果": "没有报送"})
    assert told(data) == [("办理结果", "is_done")]
    with pytest.raises(Refused, match="没有写入任何数据"):
        apply(data, by=secretary)


def test_outcome_of_what_asked_for_nothing_is_a_problem(secretary):
    apply(rows({}), by=secretary)
    assert told(rows({"办结日期": date(2026, 3, 20), "办理结果": "已传阅"})) == [("办理结果", "nothing_asked")]


def test_day_by_which_is_told_alone_of_what_asked_for_something(secretary):
    apply(rows({"办理要求": "报送总结"}), by=secretary)
    apply(rows({"办理期限": date(2026, 4, 1)}), by=secretary)
    assert OfficialDocument.objects.get().due_on == date(2026, 4, 1)


def test_number_of_queries_does_not_grow_with_the_table(django_assert_num_queries):
    small, large = rows({}), rows(*[{"标题": f"第{n}件", "文号": f"{n}号"} for n in range(50)])
    with django_assert_num_queries(2):
        plan(small)
    with django_assert_num_queries(2):
        plan(large)
