import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.natural import BELOW, natural_key

FIGURES = "零一二三四五六七八九"


def _in_characters(number: int) -> str:
    """As a list numbers its groups: 九, 十, 十一, 二十, 一百零五, 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{FIGURES[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else FIGURES[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (FIGURES[ones] if ones or not number else "")


@pytest.mark.parametrize(
    "names",
    [
        ["第一工会小组", "第二工会小组", "第三工会小组", "第十工会小组", "第十一工会小组", "第二十工会小组"],
        ["七年级组", "八年级组", "九年级组"],
        ["初一年级组", "初二年级组", "高一年级组", "高三年级组"],
        ["2组", "10组", "１１组"],
        ["二〇二四级", "二〇二五级"],
        ["数学组", "语文组"],
        ["西安组", "先进组"],
        ["A组", "AB组", "b组"],
        ["第一组", "后勤组", "机关组", "离退休组"],
    ],
    ids=lambda names: names[0],
)
def test_names_stand_in_the_order_in_which_people_count_and_speak(names):
    keys = [natural_key(name) for name in names]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(names)


@pytest.mark.parametrize(
    ("name", "number"),
    [("十", "210"), ("十二", "212"), ("二十", "220"), ("一百零五", "3105"), ("两", "12"), ("二〇二四", "42024")],
)
def test_number_in_characters_is_read_as_it_is_said(name, number):
    assert natural_key(name) == number


@given(st.integers(0, 999), st.integers(0, 999))
def test_numbers_in_characters_stand_by_their_size(one, other):
    keys = [natural_key(f"第{_in_characters(number)}小组") for number in (one, other)]
    assert (keys[0] < keys[1]) is (one < other)


@given(st.text("零一十百组文 A-7·", max_size=8), st.text("零一十百组文 A-7·", max_size=8))
def test_what_stands_under_a_name_comes_before_every_other_name(above, other):
    key, next_key = natural_key(above), natural_key(other)
    if next_key > key:
        assert key + BELOW + natural_key("组") < next_key


def test_marks_and_blanks_do_not_count():
    assert natural_key("语文 组（初中）") == natural_key("语文组初中")


def test_character_that_is_no_number_here_is_read_by_its_sound():
    assert natural_key("百合组").startswith("bai")
