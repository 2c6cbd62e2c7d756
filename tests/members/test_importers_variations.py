"""Lists as other offices would keep them: other heads, other orders, other sheets."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from openpyxl import Workbook

from members.importers import plan_roster
from members.models import Member
from tests.members.rosters import apply, plan
from tests.unionoffice.sheets.files import saved
from unionoffice.sheets import SkippedSheet, UnknownHead

pytestmark = pytest.mark.django_db


def office_book() -> Workbook:
    """A kindergarten's list: three levels of head, everything merged that can be, and a form's worth of remarks."""
    book = Workbook()
    sheet = book.active
    sheet.title = "2025在岗"
    rows = [
        ["江南市实验幼儿园教职员工信息登记表"],
        ["单位：江南市实验幼儿园", None, None, None, None, None, None, None, "日期：2025年9月"],
        ["编号", "基本情况", None, None, None, None, "工作情况", None, None, "工会", None, "联系方式", None],
        [
            None,
            "教职工号",
            "姓 名",
            "性 别",
            "出生",
            None,
            "所在科室",
            "职务/职称",
            "入园时间",
            "入会",
            None,
            "移动电话",
            "现住址",
        ],
        [None, None, None, None, "年月", "地点", None, None, None, "时间", "证号", None, None],
        [
            "甲1",
            80001,
            "欧阳　喆",
            "女",
            "1985.03",
            "江南",
            "大班组",
            "教研组长／一级教师",
            198509,
            "86.10",
            "G001",
            "135-0000-0001",
            "A路1号",
        ],
        [
            "甲2",
            "８０００２",
            "单 昇",
            "男性",
            31118,
            "江北",
            None,
            "保育员",
            "2010年9月",
            None,
            None,
            13500000002,
            "/",
        ],
        [None, None, "  "],
        ["编号", "教职工号", "姓 名", "性 别", "出生", None, "所在科室"],
        [
            "甲3",
            "80003",
            "覃祎",
            "女",
            "1990/5",
            None,
            "后勤",
            "园长（高级教师）",
            date(2015, 9, 1),
            "2016.3.4",
            "G003",
            "＋８６13500000003",
            "无",
        ],
        ["小计", None, "1人"],
        ["总人数：3人"],
        ["园长签字：　　　　　审核：覃祎"],
    ]
    for row in rows:
        sheet.append(row)
    across = "A1:M1 B3:F3 G3:I3 J3:K3 L3:M3 E4:F4 J4:K4 A12:M12"
    down = "A3:A5 B4:B5 C4:C5 D4:D5 G4:G5 H4:H5 I4:I5 L4:L5 M4:M5 G6:G7"
    for merge in (*across.split(), *down.split()):
        sheet.merge_cells(merge)
    return book


def test_kindergarten_list_of_three_levels_is_three_people():
    found = plan(saved(office_book()))
    assert found.problems == ()
    assert [
        (row.number, row.key, row.title, row.values["gender"], row.values["department"], row.values["title"])
        for row in found.new
    ] == [
        (6, "80001", "欧阳喆", "female", "大班组", "一级教师"),
        (7, "80002", "单昇", "male", "大班组", "保育员"),
        (10, "80003", "覃祎", "female", "后勤", "高级教师"),
    ]
    days = [tuple(row.values[key] for key in ("birth_date", "hired_on", "joined_on")) for row in found.new]
    assert days == [
        (date(1985, 3, 1), date(1985, 9, 1), date(1986, 10, 1)),
        (date(1985, 3, 12), date(2010, 9, 1), None),
        (date(1990, 5, 1), date(2015, 9, 1), date(2016, 3, 4)),
    ]
    contacts = [tuple(row.values[key] for key in ("card_no", "phone", "address")) for row in found.new]
    assert contacts == [
        ("G001", "13500000001", "A路1号"),
        ("", "13500000002", ""),
        ("G003", "13500000003", ""),
    ]
    assert {row.values["service_status"] for row in found.new} == {"in_service"}
    assert found.unknown == (
        UnknownHead("编号", ("甲1", "甲2", "甲3")),
        UnknownHead("基本情况 出生 地点", ("江南", "江北")),
    )


def test_kindergarten_list_says_what_it_left_out_and_takes_its_total_for_right():
    notes = [str(note) for note in plan(saved(office_book())).notes if note.row is None]
    assert notes == ["第11、12、13行是合计、签名或说明，没有读取。", "在职状态：按工作表名称登记为“在职”。"]


def test_total_that_is_wrong_is_a_note_and_no_problem():
    book = office_book()
    book.active["A12"] = "总人数：5人"
    found = plan(saved(book))
    assert "第12行：合计是5人，上面的名单有3人，请核对。" in [str(note) for note in found.notes]
    assert found.problems == ()


def test_answers_of_the_office_are_taken():
    book = office_book()
    book.active["B4"] = "档案代号"
    first = plan(saved(book))
    assert [(problem.column, problem.code) for problem in first.problems] == [("工号", "missing_column")]

    answers = {"基本情况档案代号": "employee_no", "编号": ""}
    found = plan_roster(saved(book), name="x", answers=answers)
    assert [row.key for row in found.new] == ["80001", "80002", "80003"]
    assert "编号" in found.ignored


def test_list_spread_over_sheets_of_departments_is_read_whole():
    book = Workbook()
    book.remove(book.active)
    for name, number in (("语文组", "1"), ("数学组", "2")):
        sheet = book.create_sheet(name)
        sheet.append(["教师编号", "教师姓名", "性别", "教研组"])
        sheet.append([number, f"林{number}芳", "女", name])
    book.create_sheet("说明").append(["请各组核对"])
    book.create_sheet("旧名单").append(["工号", "姓名", "性别"])
    book["旧名单"].append(["9", "旧", "女"])
    book["旧名单"].sheet_state = "hidden"
    found = plan(saved(book))
    assert [(row.sheet, row.key, row.values["department"]) for row in found.new] == [
        ("语文组", "1", "语文组"),
        ("数学组", "2", "数学组"),
    ]
    assert found.skipped == (SkippedSheet("说明", "没有这些列：工号、姓名"),)


@pytest.mark.parametrize(
    ("head", "key", "cell", "value"),
    [
        ("公民身份号码", "id_number", "43010419810126998x", "43010419810126998X"),
        ("证件号码", "id_number", "43010419810126998X", "43010419810126998X"),
        ("联系方式", "phone", 13900001234, "13900001234"),
        ("本人手机", "phone", "139 0000 1234", "13900001234"),
        ("所属教研组", "department", "英语组", "英语组"),
        ("分工会", "group", "第三分会", "第三分会"),
        ("工会会员证号", "card_no", 320010000001, "320010000001"),
        ("编制", "contract_kind", "事业编", "established"),
        ("党派", "political_status", "民盟", "minmeng"),
        ("现任职称", "title", "一级教师", "一级教师"),
        ("专业技术职务", "title", "会计师", "会计师"),
        ("调入时间", "hired_on", "2003.08.25", date(2003, 8, 25)),
        ("加入工会时间", "joined_on", 20031009, date(2003, 10, 9)),
        ("婚期", "married_on", "2010年5月1日", date(2010, 5, 1)),
        ("是否会员", "union_status", "是", "member"),
        ("通讯地址", "address", "江南市", "江南市"),
        ("出生年月日", "birth_date", "1981-01-26", date(1981, 1, 26)),
        ("银行卡号（工资卡）", "bank_card", "6222000012345678", "6222000012345678"),
    ],
)
def test_column_is_known_by_what_offices_call_it(head, key, cell, value):
    book = Workbook()
    book.active.append(["工号", "姓名", "性别", head])
    book.active.append(["00201", "林芳", "女", cell])
    found = plan(saved(book))
    assert (found.problems, found.unknown) == ((), ())
    assert found.new[0].values[key] == value


def test_head_left_unasked_has_no_value(secretary, on):
    apply(saved(office_book()), by=secretary, on=on)
    assert Member.objects.get(employee_no="80001").name == "欧阳喆"


# --- Any layout -------------------------------------------------------------------------------------------------

HEADS = {
    "employee_no": ("工号", "职工编号", "工 号", "*教职工号"),
    "name": ("姓名", "姓\u3000名", "教师姓名"),
    "gender": ("性别", "性\n别"),
    "birth_date": ("出生日期", "出生年月", "出生\n年月日"),
    "department": ("部门", "所在科室"),
    "joined_on": ("入会时间", "加入工会日期"),
}
PERSON = st.fixed_dictionaries(
    {
        "name": st.text("林芳欧阳单仇曾喆昇玥淏祎旻堃", min_size=2, max_size=4),
        "gender": st.sampled_from(["男", "女"]),
        "birth_date": st.dates(date(1950, 1, 1), date(2000, 12, 31)),
        "department": st.sampled_from(["语文组", "数学组", "总务处"]),
        "joined_on": st.dates(date(2001, 1, 1), date(2025, 12, 31)),
    }
)
DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
WIDE = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")


def laid_out(draw, people) -> Workbook:
    """The people in columns of any order under any names, with whatever stands around a list; departments merged."""
    keys = draw(st.permutations(sorted(HEADS)))
    book = Workbook()
    sheet = book.active
    for _title in range(draw(st.integers(0, 3))):
        sheet.append(["江南市育才中学教职工登记表"])
    sheet.append(["序号", *(draw(st.sampled_from(HEADS[key])) for key in keys), "备注"])
    place, first = keys.index("department") + 2, None
    for number, person in enumerate(people, start=1):
        if draw(st.booleans()):
            sheet.append([None])
        sheet.append([number, *(_written(draw, key, person[key]) for key in keys)])
        if first and sheet.cell(first, place).value == person["department"]:
            sheet.cell(sheet.max_row, place).value = None
            if number == len(people) or people[number]["department"] != person["department"]:
                sheet.merge_cells(start_row=first, start_column=place, end_row=sheet.max_row, end_column=place)
        else:
            first = sheet.max_row
    sheet.append(["合计", f"{len(people)}人"])
    sheet.append(["填表人：林芳"])
    return book


def _written(draw, key, value):
    if isinstance(value, date):
        words = value.strftime(draw(st.sampled_from(DAYS)))
        return draw(st.sampled_from([value, words, words.translate(WIDE), f" {words} "]))
    if key == "name":
        return draw(st.sampled_from([value, "\u3000".join(value), f"{value} "]))
    return value.translate(WIDE) if key == "employee_no" and draw(st.booleans()) else value


class AnyLayoutTest(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data(), people=st.lists(PERSON, min_size=1, max_size=6))
    def test_people_are_the_same_however_they_are_laid_out(self, data, people):
        people = [{"employee_no": f"{number:05}", **person} for number, person in enumerate(people)]
        genders = {"男": "male", "女": "female"}
        found = plan(saved(laid_out(data.draw, people)))
        assert found.problems == ()
        assert [{key: row.values[key] for key in HEADS} for row in found.new] == [
            {**person, "gender": genders[person["gender"]]} for person in people
        ]
        assert [note.row for note in found.notes if note.row] == []
