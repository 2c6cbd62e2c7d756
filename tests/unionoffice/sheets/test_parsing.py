from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st

from tests.unionoffice.sheets.files import workbook
from unionoffice.sheets import (
    Assumed,
    Assumption,
    Choice,
    Column,
    Unfit,
    amount,
    code,
    day,
    day_or_month,
    read_table,
    read_workbook,
    text,
    write_workbook,
)
from unionoffice.sheets.parsing import as_text

SINCE_1900 = st.dates(date(1900, 3, 1), date(2199, 12, 31))
DIGITS = "0123456789"


class Post(TextChoices):
    TEACHER = "teacher", "教师"
    MANAGER = "manager", "管理"
    WORKER = "worker", "工勤"


post = Choice(Post, unknown="unknown_post_category")


def unfit(parse, cell) -> tuple[str, str]:
    with pytest.raises(Unfit) as raised:
        parse(cell)
    return raised.value.code, raised.value.message


def through_a_workbook(parse, values: list) -> list:
    upload = write_workbook(["序号", "值"], enumerate(values), sheet="表")
    columns = (Column("number", "序号", parse=code), Column("value", "值", parse=parse))
    return [row.values["value"] for row in read_table(read_workbook(upload, name="x"), columns).rows]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("\u3000 陈静\u200b\n", "陈静"),
        ("桃园里１９６号 ５幢", "桃园里１９６号 ５幢"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        (504, "504"),
        (1.5, "1.5"),
        (True, "是"),
        (date(2026, 1, 2), "2026-01-02"),
        ("", ""),
    ],
)
def test_text_loses_only_what_surrounds_it(cell, value):
    assert text(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("00101", "00101"),
        (13500000001, "13500000001"),
        ("１３５００００００９３", "13500000093"),
        (" 620102198311119990\t", "620102198311119990"),
        ("135 0000\u30000093\ufeff", "13500000093"),
        ("45010319680713997ｘ", "45010319680713997x"),
        ("'00101", "00101"),
        (999_999_999_999_999, "999999999999999"),
        ("", ""),
    ],
)
def test_code_keeps_digits_and_loses_blanks(cell, value):
    assert code(cell) == value


def test_code_that_excel_has_rounded_is_unfit():
    assert unfit(code, 450103196807139000) == (
        "digits_lost",
        "超过15位的号码在数字格式下已丢失末尾数字，请把该列设为文本格式后重新填写。",
    )


@pytest.mark.parametrize(
    "cell",
    [
        date(1985, 3, 2),
        datetime.fromisoformat("1985-03-02 10:30"),
        "1985-03-02",
        "1985/3/2",
        "1985.03.02",
        "1985年3月2日",
        "1985年03月02",
        "19850302",
        19850302,
        " １９８５．３．２ ",
        "1985 - 3 - 2",
        "1985-03-02 00:00:00",
        "1985-03-02T00:00",
    ],
)
def test_day_is_read_however_offices_write_it(cell):
    assert day(cell) == date(1985, 3, 2)


@pytest.mark.parametrize("cell", ["", "  ", "\u3000"])
def test_empty_day_is_none(cell):
    assert day(cell) is None


@pytest.mark.parametrize("cell", ["1977.09.31", "2025-02-29", "19850230", "1985年13月1日", "1985/0/1", 19851301])
def test_day_that_does_not_exist_is_impossible(cell):
    assert unfit(day, cell) == ("impossible_date", "没有这一天，请填写存在的日期。")


@pytest.mark.parametrize(
    "cell",
    ["1985.03", "1985年3月", "85-3-2", "1085-03-02", "1985-3/2", "不详", 31118, 1985.03, True, time(8, 0), "1985032"],
)
def test_what_is_no_day_is_unreadable(cell):
    assert unfit(day, cell) == ("unreadable_date", "应为日期，例如1985-03-12。")


@pytest.mark.parametrize(
    "cell",
    [
        date(1985, 3, 12),
        datetime.fromisoformat("1985-03-12 10:30"),
        "1985-03-12",
        "1985/3/12",
        "1985.3.12",
        "1985.03.12.",
        "1985年3月12日",
        "1985年03月12号",
        "1985 年 3 月 12 日",
        "1985 3 12",
        "1985－３－12",
        "1985—03—12",
        "1985。3。12",
        "1985·03·12",
        "１９８５年３月１２日",
        "19850312",
        19850312,
        "1985-03-12 00:00:00",
        31118,
        31118.5,
        "\u200b1985-3-12\u200b",
    ],
)
def test_whole_day_is_read_without_a_question(cell):
    assert day_or_month(cell) == date(1985, 3, 12)


@pytest.mark.parametrize(
    "cell",
    [
        "1985.03",
        "1985.3",
        "1985-3",
        "1985/03",
        "1985年3月",
        "１９８５年０３月",
        "198503",
        198503,
        1985.03,
        1985.3,
        "1985 3",
        "1985.3.",
    ],
)
def test_month_is_its_first_day_and_says_so(cell):
    assert day_or_month(cell) == Assumed(
        date(1985, 3, 1), frozenset({Assumption.DAY}), "没有写日，按1985-03-01登记。"
    )


@pytest.mark.parametrize(
    ("cell", "value", "kinds", "message"),
    [
        ("85.3", date(1985, 3, 1), "day century", "年份按1985年登记，没有写日，按1985-03-01登记。"),
        (85.3, date(1985, 3, 1), "day century", "年份按1985年登记，没有写日，按1985-03-01登记。"),
        ("05年9月1日", date(2005, 9, 1), "century", "年份按2005年登记。"),
        ("29-1-2", date(2029, 1, 2), "century", "年份按2029年登记。"),
        ("30-1-2", date(1930, 1, 2), "century", "年份按1930年登记。"),
    ],
)
def test_year_of_two_digits_is_that_of_excel_and_says_so(cell, value, kinds, message):
    assert day_or_month(cell) == Assumed(value, frozenset(map(Assumption, kinds.split())), message)


@pytest.mark.parametrize("cell", ["1977.09.31", "2025-02-29", "1985.13", "198500", 20250230, "1985年0月"])
def test_day_or_month_that_does_not_exist_is_impossible(cell):
    assert unfit(day_or_month, cell)[0] == "impossible_date"


@pytest.mark.parametrize(
    "cell",
    ["1985", 1985, "1985年", "850312", "1985-3/2", "85.3?", "不详", True, time(8, 0), "1985032", 9999, 73051, 1e9],
)
def test_what_is_no_day_or_month_is_unreadable(cell):
    assert unfit(day_or_month, cell) == ("unreadable_date", "应为日期，例如1985-03-12或1985-03。")


def test_january_and_october_are_not_guessed_at_in_a_number():
    assert unfit(day_or_month, 1985.1) == (
        "ambiguous_month",
        "数字格式下分不清1月和10月，请写成1985-01或1985-10。",
    )
    assert day_or_month("1985.1").value == date(1985, 1, 1)
    assert day_or_month(1985.11).value == date(1985, 11, 1)


def test_no_day_or_month_is_none():
    assert [day_or_month(""), day_or_month(" \u3000")] == [None, None]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (1234, "1234.00"),
        (1234.5, "1234.50"),
        (0.1 + 0.2, "0.30"),
        ("￥1,234.50元", "1234.50"),
        ("¥１２３４．５", "1234.50"),
        (" -8.1 ", "-8.10"),
        ("1,234,567", "1234567.00"),
    ],
)
def test_amount_has_two_places(cell, value):
    assert str(amount(cell)) == value


def test_empty_amount_is_none():
    assert amount("") is None


@pytest.mark.parametrize("cell", ["1.005", 1.005, "0.001", "1.0000001"])
def test_amount_below_a_cent_is_unfit(cell):
    assert unfit(amount, cell) == ("amount_places", "金额最多两位小数。")


@pytest.mark.parametrize(
    "cell", ["NaN", "1e5", "12,34", "一百", "1.", float("nan"), float("inf"), 1e300, "9" * 13, 10**13, True]
)
def test_what_is_no_amount_is_unreadable(cell):
    assert unfit(amount, cell) == ("unreadable_amount", "应为金额，例如1234.50。")


def test_choice_gives_the_value_of_a_label():
    assert [post("教师"), post(" 工\u3000勤 "), post(""), post("　")] == ["teacher", "worker", "", ""]


def test_choice_takes_what_else_is_written_for_a_member_and_shows_its_label():
    either = Choice(Post, unknown="unknown_post_category", also={"教学(专任)": Post.TEACHER})
    assert [either("教学（专任）"), either("教 学(专任)"), either("教师")] == ["teacher"] * 3
    assert (either.labels, either.show("teacher")) == (["教师", "管理", "工勤"], "教师")


@pytest.mark.parametrize("cell", ["合作单位", "teacher", "教/师", "管"])
def test_text_that_is_no_label_is_unfit(cell):
    assert unfit(post, cell) == ("unknown_post_category", "应为教师、管理或工勤。")


def test_choice_shows_labels():
    assert [post.show("manager"), post.show(""), post.show("gone")] == ["管理", "", "gone"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (False, "否"),
        (datetime.fromisoformat("2026-01-02 03:04"), "2026-01-02 03:04"),
        (Decimal("1.50"), "1.50"),
        (time(8, 30), "08:30:00"),
    ],
)
def test_value_is_shown_as_people_write_it(value, shown):
    assert as_text(value) == shown


@given(st.lists(SINCE_1900, min_size=1, max_size=20))
def test_days_survive_a_workbook(days):
    assert through_a_workbook(day, days) == days


@given(st.lists(st.text(DIGITS, min_size=1, max_size=20), min_size=1, max_size=20))
def test_codes_survive_a_workbook(codes):
    assert through_a_workbook(code, codes) == codes


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=20))
def test_amounts_survive_a_workbook(amounts):
    assert through_a_workbook(amount, amounts) == amounts


@given(SINCE_1900, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]))
def test_written_day_is_the_same_day(value, how):
    assert day(value.strftime(how)) == value


@given(SINCE_1900, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", "%Y %m %d"]))
def test_written_day_is_the_same_day_where_months_are_taken(value, how):
    assert day_or_month(value.strftime(how)) == value


@given(SINCE_1900, st.sampled_from(["%Y-%m", "%Y/%m", "%Y.%m", "%Y年%m月", "%Y%m"]))
def test_written_month_is_its_first_day(value, how):
    assert day_or_month(value.strftime(how)).value == value.replace(day=1)


@given(st.dates(date(1927, 5, 18), date(2099, 12, 31)))
def test_day_that_excel_shows_as_a_number_is_the_same_day(value):
    assert day_or_month((value - date(1899, 12, 30)).days) == value


@given(st.integers(0, 999_999_999_999_999))
def test_numeric_code_gives_its_digits(number):
    upload = workbook(["工号", "值"], ["1", number])
    rows = read_table(read_workbook(upload, name="x"), (Column("a", "工号"), Column("b", "值", parse=code))).rows
    assert rows[0].values["b"] == str(number)


@pytest.mark.parametrize("parse", [text, code, day, day_or_month, amount, post])
@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.times()))
def test_any_cell_is_taken_or_unfit(parse, cell):
    with suppress(Unfit):
        parse(cell)
