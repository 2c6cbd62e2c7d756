"""02_office.xlsx, as a school's office keeps its list: every number and row that its description states."""

import re
from collections import Counter
from datetime import date

import pytest

from members.models import Member
from members.selectors import with_current_places
from members.validation import born_on
from tests.members.rosters import apply, case, plan, written
from unionoffice.sheets import read_workbook

pytestmark = pytest.mark.django_db

WITHOUT_ID = (34, 37, 42, 51, 58, 59)
WITH_POST = {
    9: ("教研组长(高级教师)", "高级教师"),
    20: ("教研组长(一级教师)", "一级教师"),
    32: ("教研组长(正高级教师)", "正高级教师"),
    43: ("教研组长(一级教师)", "一级教师"),
    55: ("教研组长(高级教师)", "高级教师"),
    57: ("教务处副主任（一级教师）", "一级教师"),
    62: ("总务处主任（会计师）", "会计师"),
    66: ("副校长（经济师）", "经济师"),
}
POLITICS = {
    "党员": "party_member",
    "团员": "league_member",
    "民盟": "minmeng",
    "民进": "minjin",
    "农工党": "nonggong",
    "九三学社": "jiusan",
    "无党派": "non_partisan",
    "群众": "masses",
}
DEPARTMENTS = {
    range(5, 14): "语文组",
    range(14, 23): "数学组",
    range(23, 31): "英语组",
    range(32, 40): "理化生组",
    range(40, 47): "政史地组",
    range(48, 54): "音体美组",
    range(54, 57): "信息技术组",
    range(57, 61): "教务处",
    range(62, 65): "总务处",
    range(65, 67): "校长办公室",
    range(67, 68): "校医室",
}


@pytest.fixture
def found():
    return plan(case("02_office.xlsx"))


@pytest.fixture
def rows(found):
    return {row.number: row for row in found.rows}


@pytest.fixture(scope="module")
def cells():
    """What stands in the file, by Excel's row number."""
    [sheet] = read_workbook(case("02_office.xlsx"), name="x").sheets
    return {row.number: row.cells for row in sheet.rows}


def digits(cell) -> str:
    wide = {ord("０") + number: str(number) for number in range(10)}
    return re.sub(r"[\s-]", "", str(cell).translate(wide))


def test_office_list_is_60_new_people_21_men_and_39_women(found):
    assert found.counts == {"new": 60, "changed": 0, "unchanged": 0, "problems": 0}
    assert Counter(row.values["gender"] for row in found.rows) == {"male": 21, "female": 39}
    assert (found.ignored, found.unknown, found.skipped) == (("序号", "备注"), (), ())


def test_sums_signatures_and_blank_rows_are_nobody(rows):
    assert set(range(5, 72)) - rows.keys() == {31, 47, 61, 68, 69, 70, 71}


def test_department_counts_for_its_merged_cells_and_not_beyond(rows):
    expected = {number: name for numbers, name in DEPARTMENTS.items() for number in numbers}
    assert {number: row.values["department"] for number, row in rows.items()} == expected


def test_names_come_without_blanks_and_otherwise_unchanged(rows, cells):
    blank = [number for number, row in rows.items() if re.search(r"\s", str(cells[number][3]))]
    assert len(blank) == 23
    assert {number: row.title for number, row in rows.items()} == {
        number: "".join(str(cells[number][3]).split()) for number in rows
    }


def test_codes_keep_their_digits_whatever_they_are_written_in(rows, cells):
    assert sum(isinstance(cells[number][2], int) for number in rows) == 9
    assert sum(isinstance(cells[number][13], int) for number in rows) == 15
    for number, row in rows.items():
        assert row.key == digits(cells[number][2])
        assert row.values["phone"] == digits(cells[number][13])
    assert rows[13].key == "20080011"
    assert rows[15].values["id_number"] == "530102200005079968"
    assert rows[33].values["id_number"] == "11010219860818999X"


def test_birth_dates_without_a_day_take_it_from_the_id_number(found, rows, cells):
    without_day = [
        number
        for number in rows
        if isinstance(cells[number][6], str) and re.fullmatch(r"\d{4}\.\d\d|\d{4}年\d{1,2}月", cells[number][6])
    ]
    assert len(without_day) == 31
    for number in set(rows) - set(WITHOUT_ID):
        assert rows[number].values["birth_date"] == born_on(rows[number].values["id_number"])
    assert [number for number in rows if not rows[number].values["id_number"]] == list(WITHOUT_ID)
    told = [(note.row, note.message) for note in found.notes if note.column == "出生日期"]
    assert told == [
        (None, "29人没有写全，按身份证号补全。"),
        (34, "没有写日，按1981-12-01登记。"),
        (37, "没有写日，按1988-10-01登记。"),
    ]
    assert (rows[34].title, rows[34].values["birth_date"]) == ("赵思琪", date(1981, 12, 1))
    assert (rows[37].title, rows[37].values["birth_date"]) == ("林波", date(1988, 10, 1))
    assert rows[51].values["birth_date"] == date(1991, 6, 22)


@pytest.mark.parametrize(
    ("label", "place", "key"), [("参加工作时间", 10, "first_job_on"), ("入会日期", 11, "joined_on")]
)
def test_every_other_day_that_was_assumed_is_noted_by_row(found, rows, cells, label, place, key):
    without_day = [
        number
        for number in rows
        if isinstance(cells[number][place], str)
        and re.fullmatch(r"\d{4}\.\d\d|\d{4}年\d{1,2}月", cells[number][place])
    ]
    assert [note.row for note in found.notes if note.column == label] == without_day
    assert all(rows[number].values[key].day == 1 for number in without_day)


def test_days_are_read_as_the_office_writes_them(rows):
    assert rows[5].values["first_job_on"] == date(2014, 7, 8)
    assert rows[8].values["first_job_on"] == date(2005, 9, 4)
    assert rows[14].values["joined_on"] == date(2017, 10, 14)
    assert rows[7].values["joined_on"] == date(2018, 11, 1)


def test_first_job_stands_for_coming_here_and_the_plan_says_so(found, rows):
    assert all(row.values["hired_on"] == row.values["first_job_on"] for row in rows.values())
    assert "来校时间：没有这一列，60人按参加工作时间登记。" in [str(note) for note in found.notes]


def test_status_is_told_by_the_title_and_the_plan_says_so(found, rows):
    assert {row.values["service_status"] for row in rows.values()} == {"in_service"}
    assert "在职状态：按标题登记为“在职”。" in [str(note) for note in found.notes]


def test_what_was_left_out_is_said(found):
    assert "第69、71行是合计、签名或说明，没有读取。" in [str(note) for note in found.notes]


def test_short_political_statuses_are_understood(rows, cells):
    assert {cells[number][8] for number in rows} == POLITICS.keys()
    assert all(row.values["political_status"] == POLITICS[cells[number][8]] for number, row in rows.items())


def test_title_is_what_stands_in_brackets_after_a_post(rows, cells):
    assert {number: (cells[number][9], rows[number].values["title"]) for number in WITH_POST} == WITH_POST
    others = [number for number in rows if number not in WITH_POST]
    assert all(rows[number].values["title"] == cells[number][9] for number in others)


def test_two_people_of_one_name_stay_two(rows):
    assert [(row.number, row.key, row.values["gender"]) for row in rows.values() if row.title == "李娟"] == [
        (21, "20220012", "male"),
        (23, "20100011", "female"),
    ]


def test_office_list_is_written_and_a_second_time_changes_nothing(secretary, on):
    apply(case("02_office.xlsx"), by=secretary, on=on)
    member = with_current_places(Member.objects.all()).get(employee_no="20090011")
    assert (member.name, member.title, member.phone) == ("查喆", "高级教师", "15300007608")
    assert (member.birth_date, member.hired_on, member.joined_on) == (
        date(1978, 8, 2),
        date(2000, 8, 2),
        date(2010, 3, 1),
    )
    assert (member.service_status, member.union_status) == ("in_service", "member")
    assert [place.department.name for place in member.current_departments] == ["语文组"]
    assert [place.group.name for place in member.current_groups] == ["第一工会小组"]
    before = written()
    again = apply(case("02_office.xlsx"), by=secretary, on=on)
    assert str(again) == "60行都与现有数据一致，没有需要导入的内容。"
    assert written() == before
    assert [note.row for note in again.notes if note.row] == []
