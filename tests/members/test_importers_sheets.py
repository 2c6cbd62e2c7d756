"""03_two_sheets.xlsx and 04_gbk.csv: several sheets with other columns, and a list as plain text."""

from datetime import date

import pytest
from openpyxl import Workbook

from members.enums import ServiceStatus, UnionStatus
from members.models import Member
from members.selectors import with_current_places
from tests.members.factories import MemberFactory
from tests.members.rosters import apply, case, plan, written
from tests.unionoffice.sheets.files import saved
from unionoffice.sheets import SkippedSheet

pytestmark = pytest.mark.django_db

CSV = "04_gbk.csv"


def book(**sheets) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(made)


# --- 03: the serving and the retired -------------------------------------------------------------------------


def test_sheets_are_37_new_people_with_the_status_that_their_sheet_names():
    found = plan(case("03_two_sheets.xlsx"))
    assert found.counts == {"new": 37, "changed": 0, "unchanged": 0, "problems": 0}
    statuses = [(row.sheet, row.values["service_status"]) for row in found.rows]
    assert statuses == [("在职", "in_service")] * 25 + [("退休", "retired")] * 12
    assert [row.number for row in found.rows] == [*range(2, 27), *range(2, 14)]
    assert (found.sheet, found.unknown, found.ignored) == ("在职、退休", (), ())


def test_table_of_counts_is_skipped_and_said_so():
    found = plan(case("03_two_sheets.xlsx"))
    assert found.skipped == (SkippedSheet("职称统计", "没有这些列：工号、姓名"),)


def test_what_was_taken_from_where_is_said_by_sheet():
    assert [str(note) for note in plan(case("03_two_sheets.xlsx")).notes] == [
        "“在职” 在职状态：按工作表名称登记为“在职”。",
        "“退休” 在职状态：按工作表名称登记为“退休”。",
        "“退休” 来校时间：没有这一列，12人按参加工作时间登记。",
    ]


def test_retired_have_their_day_in_the_history(secretary, on):
    apply(case("03_two_sheets.xlsx"), by=secretary, on=on)
    member = Member.objects.get(employee_no="310001")
    assert (member.name, member.service_status, member.phone) == ("毛玉兰", "retired", "13600004252")
    assert list(member.status_changes.order_by("pk").values_list("kind", "on", "service_status")) == [
        ("registered", date(1988, 9, 21), "in_service"),
        ("retired", date(2022, 8, 1), "retired"),
    ]
    retired = Member.objects.filter(service_status="retired")
    assert retired.filter(status_changes__kind="retired").count() == retired.count() == 12
    assert Member.objects.staff_on(date(2022, 7, 31)).filter(employee_no="310001").exists()
    assert not Member.objects.staff_on(date(2022, 8, 1)).filter(employee_no="310001").exists()


def test_both_sheets_a_second_time_change_nothing(secretary, on):
    apply(case("03_two_sheets.xlsx"), by=secretary, on=on)
    before = written()
    again = apply(case("03_two_sheets.xlsx"), by=secretary, on=on)
    assert str(again) == "37行都与现有数据一致，没有需要导入的内容。"
    assert written() == before


def test_union_member_who_retired_joined_first():
    head = ("工号", "姓名", "性别", "来校时间", "入会日期", "退休日期")
    apply(book(退休教师=[head, ("1", "林芳", "女", "1985.09", "1986年5月1日", "2020-06-01")]))
    member = Member.objects.get(employee_no="1")
    assert list(member.status_changes.order_by("pk").values_list("kind", "on", "union_status")) == [
        ("registered", date(1985, 9, 1), "non_member"),
        ("joined", date(1986, 5, 1), "member"),
        ("retired", date(2020, 6, 1), "retained"),
    ]


def test_serving_person_on_the_sheet_of_the_retired_retires_on_the_day_told():
    member = MemberFactory(employee_no="1", name="林芳", hired_on=date(2000, 9, 1))
    apply(book(退休=[("工号", "姓名", "退休时间"), ("1", "林芳", "2025年3月")]))
    member.refresh_from_db()
    last = member.status_changes.first()
    assert (member.service_status, last.kind, last.on) == (ServiceStatus.RETIRED, "retired", date(2025, 3, 1))


def test_sheet_of_the_retired_leaves_retired_cadres_as_they_are():
    MemberFactory(employee_no="1", name="林芳", service_status=ServiceStatus.RETIRED_CADRE)
    found = plan(book(离退休=[("工号", "姓名", "性别"), ("1", "林芳", "女"), ("2", "单昇", "男")]))
    assert found.counts == {"new": 1, "changed": 0, "unchanged": 1, "problems": 0}
    assert found.new[0].values["service_status"] == "retired"


@pytest.mark.parametrize(
    ("name", "title", "status"),
    [
        ("离休", "", "retired_cadre"),
        ("调离人员", "", "left"),
        ("Sheet1", "育才中学2025年退休教职工花名册", "retired"),
        ("Sheet1", "教职工名册（不含退休人员）", None),
        ("Sheet1", "教职工现在职称一览", None),
        ("在职退休", "", None),
        ("在岗", "退休教职工", "in_service"),
    ],
)
def test_status_is_taken_from_a_name_or_title_that_tells_of_one(name, title, status):
    found = plan(book(**{name: [(title,), ("工号", "姓名", "性别"), ("1", "林芳", "女")]}))
    assert found.new[0].values.get("service_status") == status


def test_cell_tells_more_than_the_name_of_its_sheet():
    rows = [("工号", "姓名", "性别", "在职状态"), ("1", "林芳", "女", "离休"), ("2", "单昇", "男", None)]
    found = plan(book(退休=rows))
    assert [row.values["service_status"] for row in found.new] == ["retired_cadre", "retired"]


def test_problem_and_repetition_name_their_sheet():
    head = ("工号", "姓名", "性别")
    found = plan(book(在职=[head, ("1", "林芳", "女")], 退休=[head, ("2", "单昇", "汉"), ("1", "林芳", "女")]))
    assert [str(problem) for problem in found.problems] == [
        "“退休”第2行 性别：应为男或女。",
        "“退休”第3行 工号：与“在职”第2行重复，请核对。",
    ]
    assert found.counts["problems"] == 2


def test_same_row_of_two_sheets_is_two_rows_with_problems():
    head = ("工号", "姓名", "性别")
    found = plan(book(在职=[head, ("1", "林芳", "汉")], 退休=[head, ("2", "单昇", "汉")]))
    assert (found.problem_rows, found.counts["problems"]) == ((2, 2), 2)


# --- 04: plain text --------------------------------------------------------------------------------------------


def test_text_in_gbk_is_24_new_people():
    found = plan(case(CSV))
    assert found.counts == {"new": 24, "changed": 0, "unchanged": 0, "problems": 0}
    assert (found.ignored, found.unknown, found.notes) == ((), (), ())
    assert [row.number for row in found.rows] == list(range(2, 26))


def test_text_keeps_zeros_rare_characters_and_commas_in_quotes(secretary, on):
    apply(case(CSV), by=secretary, on=on)
    people = with_current_places(Member.objects.filter(employee_no__startswith="04"))
    by_number = {member.employee_no: member for member in people}
    assert sorted(by_number) == [f"04{number:03}" for number in range(1, 25)]
    assert by_number["04009"].address == "江南市东湖区解放西路70号25幢204室, 2单元"
    first = by_number["04001"]
    assert (first.id_number, first.birth_date) == ("110101197203049971", date(1972, 3, 4))
    assert [place.department.name for place in first.current_departments] == ["语文组"]
    assert [by_number[number].name for number in ("04008", "04019", "04024")] == ["戴玥", "欧阳淏", "解祎"]
    assert str(plan(case(CSV))) == "24行都与现有数据一致，没有需要导入的内容。"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_in_any_usual_encoding_and_with_any_usual_delimiter(encoding, delimiter):
    lines = ["工号,姓名,性别,家庭住址", "00201,𠮷田堃,女,江南市东湖区", "00202,单昇,男,\u201c大院\u201d"]
    data = "\r\n".join(line.replace(",", delimiter) for line in lines).encode(encoding)
    found = plan(data)
    assert [(row.key, row.title, row.values["address"]) for row in found.new] == [
        ("00201", "𠮷田堃", "江南市东湖区"),
        ("00202", "单昇", "“大院”"),
    ]


def test_who_is_new_where_nothing_is_told_is_serving_and_no_member():
    apply(book(名单=[("工号", "姓名", "性别"), ("1", "林芳", "女")]))
    member = Member.objects.get(employee_no="1")
    assert (member.service_status, member.union_status) == (ServiceStatus.IN_SERVICE, UnionStatus.NON_MEMBER)
