import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice import names

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("张 三", "张三"),
        ("张　三", "张三"),
        ("\t张\xa0三\n", "张三"),
        ("古丽娜尔•艾尔肯", "古丽娜尔·艾尔肯"),
        ("古丽娜尔・艾尔肯", "古丽娜尔·艾尔肯"),
        ("古丽娜尔‧艾尔肯", "古丽娜尔·艾尔肯"),
        ("Zoe\u0301", "Zoé"),
        ("喆昇玥淏祎旻堃", "喆昇玥淏祎旻堃"),
        ("", ""),
    ],
)
def test_name_is_cleaned_of_blanks_and_odd_dots_alone(written, clean):
    assert names.clean_name(written) == clean


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("陈静", "chenjing", "cj"),
        ("单志强", "shanzhiqiang", "szq"),
        ("仇旻", "qiumin", "qm"),
        ("曾国栋", "zengguodong", "zgd"),
        ("查玥涵", "zhayuehan", "zyh"),
        ("解放", "xiefang", "xf"),
        ("区波", "oubo", "ob"),
        ("覃海燕", "qinhaiyan", "qhy"),
        ("翟磊", "zhailei", "zl"),
        ("缪伟", "miaowei", "mw"),
        ("乐嘉", "yuejia", "yj"),
        ("尉迟婉清", "yuchiwanqing", "ycwq"),
        ("万俟昇", "moqisheng", "mqs"),
        ("长孙玉兰", "zhangsunyulan", "zsyl"),
        ("欧阳玥", "ouyangyue", "oyy"),
        ("吕娜", "lvna", "ln"),
    ],
)
def test_surname_is_read_as_a_surname(name, pinyin, initials):
    assert (names.pinyin(name), names.initials(name)) == (pinyin, initials)


def test_surname_character_in_a_given_name_is_read_as_usual():
    assert names.pinyin("王单") == "wangdan"


def test_transcribed_name_is_read_without_its_dot():
    assert names.initials("古丽娜尔·艾尔肯") == "glneaek"


def test_latin_name_is_read_in_small_letters():
    assert names.pinyin("Anna") == "anna"


@given(HAN)
def test_name_has_one_initial_a_character(name):
    assert len(names.initials(name)) == len(name)


@given(HAN)
def test_initials_are_those_of_the_syllables(name):
    syllables = names.syllables(name)
    assert names.pinyin(name) == "".join(syllables)
    assert names.initials(name) == "".join(syllable[0] for syllable in syllables)


@given(st.text(max_size=20))
def test_clean_name_is_clean(text):
    clean = names.clean_name(text)
    assert names.clean_name(clean) == clean
    assert clean.split() == ([clean] if clean else [])


@given(st.text(max_size=20))
def test_any_text_can_be_read(text):
    assert names.pinyin(text) == names.pinyin(text).lower()
