import re

import pytest

from unionoffice.documents.fonts import font_face


def declared():
    pairs = re.findall("U\\+([0-9A-F]+)-([0-9A-F]+)", font_face())
    return {chr(point) for first, last in pairs for point in range(int(first, 16), int(last, 16) + 1)}


def test_characters_that_the_font_draws_wrongly_are_left_to_the_font_behind():
    assert declared() & set("￥¥√餘幹捨鬆衹醜") == set()


def test_characters_that_the_font_lacks_are_left_to_the_font_behind():
    assert declared() & set("喆昇玥淏祎旻堃翀晞珺赟垚彧") == set()


def test_every_simplified_character_of_gb_2312_is_declared():
    places = [(row, place) for row in range(0xB0, 0xF8) for place in range(0xA1, 0xFF)]
    standard = {bytes(pair).decode("gb2312", errors="ignore") for pair in places} - {""}
    assert len(standard) == 6763
    assert standard - declared() == set()


def test_punctuation_of_papers_is_declared():
    assert set("，。、；：？！“”‘’（）《》〔〕—…·①０1aA ") - declared() == set()


@pytest.mark.parametrize("character", ["\x00", "\n", "\x7f", "⼀", "ꀀ", "\ue76c", "α", "А", "ぁ", "ㄧ"])
def test_controls_doubles_and_other_scripts_are_not_declared(character):
    assert character not in declared()


def test_no_rule_without_the_font(settings, tmp_path):
    settings.FONTS_DIR = tmp_path
    assert font_face() == ""
