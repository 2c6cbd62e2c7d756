from time import process_time

import pytest
from openpyxl import Workbook

from tests.unionoffice.sheets.files import MAIN, PARTS, archive, saved
from unionoffice.refusal import Refused
from unionoffice.sheets import (
    Column,
    SkippedSheet,
    Table,
    UnknownHead,
    code,
    plain_head,
    read_table,
    read_workbook,
    safety,
)
from unionoffice.sheets.grids import Merge, Row, Sheet
from unionoffice.sheets.heads import HeadNames, find_head

COLUMNS = (
    Column("employee_no", "工号", ("职工编号",), code, required=True),
    Column("name", "姓名", required=True),
    Column("department", "部门", ("科室",), spreads=True),
    Column("phone", "手机号码", ("手机", "联系方式"), code),
    Column("address", "住址"),
    Column("joined_on", "入会日期", ("入会时间",)),
    Column("title", "职称", ("职务(职称)",)),
)


def book(*rows, merges=(), **more) -> bytes:
    made = Workbook()
    made.active.title = "名单"
    for row in rows:
        made.active.append(row)
    for merge in merges:
        made.active.merge_cells(merge)
    for name, others in more.items():
        sheet = made.create_sheet(name)
        for row in others:
            sheet.append(row)
    return saved(made)


def table(data: bytes, answers=None) -> Table:
    return read_table(read_workbook(data, name="x.xlsx"), COLUMNS, answers)


def values(data: bytes, *keys: str) -> list[tuple]:
    return [(row.number, *(row.values.get(key) for key in keys)) for row in table(data).rows]


@pytest.mark.parametrize("label", ["＊工 号", "工\n号", " 工　号：", "工号*"])
def test_heads_are_compared_without_what_doesnt_matter(label):
    assert plain_head(label) == "工号"


# --- Levels ---------------------------------------------------------------------------------------------------


def test_head_of_two_levels_merged_both_ways():
    data = book(
        ["育才小学名单"],
        ["序号", "工号", "姓名", "联系方式", None, "入会", None],
        [None, None, None, "手机", "住址", "时间", "证号"],
        [1, "00101", "陈静", "13500000001", "桃园里", "2010年", "A1"],
        merges=["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"],
    )
    assert values(data, "employee_no", "phone", "address", "joined_on") == [
        (4, "00101", "13500000001", "桃园里", "2010年")
    ]
    assert table(data).unknown == (UnknownHead("入会 证号", ("A1",)),)


def test_head_of_three_levels():
    data = book(
        ["基本信息", None, None, "通讯", None],
        ["工号", "姓名", "部门", "联系方式", None],
        [None, None, None, "手机", "住址"],
        ["00101", "陈静", "语文组", "13500000001", "桃园里"],
        merges=["A1:C1", "D1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"],
    )
    assert values(data, "employee_no", "department", "phone", "address") == [
        (4, "00101", "语文组", "13500000001", "桃园里")
    ]


def test_second_level_that_nobody_knows_is_no_record():
    data = book(
        ["工号", "姓名", "学历", None],
        [None, None, "第一学历", "最高学历"],
        ["00101", "陈静", "大专", "本科"],
        merges=["A1:A2", "B1:B2", "C1:D1"],
    )
    assert values(data, "name") == [(3, "陈静")]
    assert [head.label for head in table(data).unknown] == ["学历 第一学历", "学历 最高学历"]


def test_second_level_without_merged_cells():
    data = book(["工号", "姓名", "联系方式", None], [None, None, "手机", "住址"], ["00101", "陈静", "135", "桃园里"])
    assert values(data, "phone", "address") == [(3, "135", "桃园里")]


def test_head_merged_sideways_belongs_to_its_first_column():
    data = book(["工号", "姓名", None, "手机"], ["00101", "陈静", None, "135"], merges=["B1:C1", "B2:C2"])
    assert values(data, "name", "phone") == [(2, "陈静", "135")]


def test_name_and_phone_of_somebody_else_are_not_the_persons_own():
    data = book(
        ["工号", "姓名", "手机", "紧急联系人", None],
        [None, None, None, "姓名", "手机"],
        ["00101", "陈静", "135", "单昇", "136"],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
    )
    assert values(data, "name", "phone") == [(3, "陈静", "135")]
    assert [head.label for head in table(data).unknown] == ["紧急联系人 姓名", "紧急联系人 手机"]


def test_merged_cells_that_overlap_without_end_are_read_no_further():
    lying = "".join(f'<mergeCell ref="A1:GR{20 + row}"/>' for row in range(40_000))
    [sheet] = read_workbook(_with_merges(lying), name="x").sheets
    began = process_time()
    assert find_head(sheet, HeadNames(COLUMNS, {})).places == {"employee_no": 0}
    assert process_time() - began < 1


def test_merged_cells_over_a_million_blank_rows_cover_those_that_are_there():
    rows = (Row(1, ("工号", "姓名", "", "")), Row(2, ("00101", "陈静", "", "")), Row(1_048_576, ("", "", "", "x")))
    sheet = Sheet("名单", rows, (Merge(1, 1, 1_048_576, 3),))
    began = process_time()
    assert find_head(sheet, HeadNames(COLUMNS, {})).places == {"employee_no": 0, "name": 1}
    assert process_time() - began < 0.5


def test_only_the_beginning_of_an_endless_head_is_compared():
    long = [f"{number}{'职' * 30_000}" for number in range(60)]
    rows = tuple(Row(number, tuple(long)) for number in range(1, 21))
    began = process_time()
    assert find_head(Sheet("名单", rows), HeadNames(COLUMNS, {})) is None
    assert process_time() - began < 5


def test_answer_about_an_endless_head_counts_for_it():
    endless = "荣誉" * 300
    data = book(["工号", "姓名", endless], ["00101", "陈静", "标兵"])
    [unknown] = table(data).unknown
    kept = plain_head(unknown.label)
    assert len(kept) == 200
    assert table(data, {kept: "title"}).rows[0].values["title"] == "标兵"


def _with_merges(merges: str) -> bytes:
    cell = '<c r="A{0}" t="inlineStr"><is><t>工号</t></is></c>'
    rows = "".join(f'<row r="{row}">{cell.format(row)}</row>' for row in range(1, 30))
    part = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>'
    return archive(PARTS | {"xl/worksheets/sheet1.xml": part})


# --- Names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("部门（科室）", "department"),
        ("部门/科室", "department"),
        ("手机号码（必填）", "phone"),
        ("职务/职称", "title"),
        ("职务（职称）", "title"),
        ("姓名/工号", None),
        ("编号", None),
        ("职务", None),
    ],
)
def test_head_is_known_without_its_brackets_and_by_its_one_known_part(head, key):
    claim = HeadNames(COLUMNS, {}).claim((head,))
    assert (claim and claim.key) == key


def test_bare_number_is_asked_about_and_noise_isnt():
    found = table(book(["编号", "序号", "工号", "姓名", "年龄", "空列"], ["甲-1", 1, "00101", "陈静", 30, None]))
    assert found.unknown == (UnknownHead("编号", ("甲-1",)),)
    assert found.ignored == ("序号", "年龄", "空列")


def test_samples_are_the_first_three_texts_that_differ():
    rows = [[str(number), "陈静", text] for number, text in enumerate(["乒乓", "乒乓", None, "篮球", "合唱", "太极"])]
    assert table(book(["工号", "姓名", "爱好"], *rows)).unknown == (UnknownHead("爱好", ("乒乓", "篮球", "合唱")),)


# --- Answers --------------------------------------------------------------------------------------------------


def test_answer_makes_a_head_a_column():
    data = book(["人员 代号", "姓名"], ["00101", "陈静"])
    found = table(data, {"人员代号": "employee_no"})
    assert [row.values["employee_no"] for row in found.rows] == ["00101"]
    assert (found.unknown, found.problems) == ((), ())


def test_answer_may_leave_a_head_out():
    found = table(book(["工号", "姓名", "爱好"], ["00101", "陈静", "乒乓"]), {"爱好": ""})
    assert (found.unknown, found.ignored) == ((), ("爱好",))


def test_answer_outdoes_what_the_columns_are_called():
    data = book(["工号", "姓名", "手机", "短号"], ["00101", "陈静", "13500000001", "6666"])
    found = table(data, {"短号": "phone"})
    assert found.rows[0].values["phone"] == "6666"
    assert found.unknown == (UnknownHead("手机", ("13500000001",)),)


def test_answer_for_a_head_of_two_levels():
    data = book(["工号", "姓名", "证"], [None, None, "号"], ["00101", "陈静", "136"], merges=["A1:A2", "B1:B2"])
    assert table(data).unknown == (UnknownHead("证 号", ("136",)),)
    assert table(data, {"证号": "phone"}).rows[0].values["phone"] == "136"


def test_answer_for_a_column_that_is_no_more_is_forgotten():
    assert [
        head.label for head in table(book(["工号", "姓名", "爱好"], ["1", "陈", "棋"]), {"爱好": "hobby"}).unknown
    ] == ["爱好"]


def test_required_column_that_may_bear_another_name_is_asked_about():
    found = table(book(["人员代号", "姓名", "手机"], ["00101", "陈静", "135"]))
    assert found.rows == ()
    assert [(problem.row, problem.column, problem.code) for problem in found.problems] == [
        (1, "工号", "missing_column")
    ]
    assert found.unknown == (UnknownHead("人员代号", ("00101",)),)


# --- Sheets ---------------------------------------------------------------------------------------------------


def test_other_sheets_are_named_with_why_they_were_not_read():
    found = table(
        book(
            ["工号", "姓名", "手机"],
            ["00101", "陈静", "135"],
            统计=[["部门", "人数"], ["语文组", 3]],
            附表=[["工号", "姓名"], ["00102", "单昇"]],
            空表=[],
        )
    )
    assert (found.sheet, len(found.rows)) == ("名单", 1)
    assert found.skipped == (
        SkippedSheet("统计", "没有这些列：工号、姓名"),
        SkippedSheet("附表", "一次只读取一张工作表"),
    )


# --- Merged cells under the head -------------------------------------------------------------------------------


def test_cell_merged_down_counts_for_its_rows_and_not_beyond():
    data = book(
        ["部门", "工号", "姓名"],
        ["语文组", "1", "陈静"],
        [None, "2", "单昇"],
        [None, None, None],
        [None, "3", "覃祎"],
        [None, "4", "解宇"],
        merges=["A2:A5"],
    )
    assert values(data, "department") == [(2, "语文组"), (3, "语文组"), (5, "语文组"), (6, "")]


def test_cell_merged_down_in_a_column_of_each_persons_own_counts_once():
    data = book(["工号", "姓名", "手机"], ["1", "陈静", "135"], ["2", "单昇", None], merges=["C2:C3"])
    assert values(data, "phone") == [(2, "135"), (3, "")]


def test_too_many_merged_cells_are_refused(monkeypatch):
    monkeypatch.setattr(safety, "MAX_MERGES", 2)
    with pytest.raises(Refused, match="工作簿展开后过大"):
        read_workbook(_with_merges('<mergeCell ref="A1:B1"/>' * 3), name="x")
