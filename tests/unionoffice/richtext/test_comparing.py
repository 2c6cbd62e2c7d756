"""What changed between two versions of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.richtext import Difference, Kind, Piece, compare, comparing, plain


def lines(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def test_changed_number_is_shown_as_a_whole():
    assert compare(lines("合计8,900.00元。"), lines("合计6,900.00元。")) == [
        Difference(
            Kind.CHANGED,
            (Piece("合计"), Piece("8,900.00", changed=True), Piece("元。")),
            (Piece("合计"), Piece("6,900.00", changed=True), Piece("元。")),
        )
    ]


def test_added_and_removed_lines_stand_alone():
    assert compare(lines("甲组负责看望。", "不变。"), lines("不变。", "另附名单一份。")) == [
        Difference(Kind.REMOVED, (Piece("甲组负责看望。", changed=True),), ()),
        Difference(Kind.SAME, (Piece("不变。"),), (Piece("不变。"),)),
        Difference(Kind.ADDED, (), (Piece("另附名单一份。", changed=True),)),
    ]


def test_line_put_before_a_changed_one_is_told_before_it():
    kinds = [line.kind for line in compare(lines("慰问标准为每人二百元"), lines("新的一条", "慰问标准为每人三百元"))]
    assert kinds == [Kind.ADDED, Kind.CHANGED]


def test_markup_alone_is_no_change():
    assert [line.kind for line in compare("<p>重要</p>", "<p><strong>重要</strong></p>")] == [Kind.SAME]


def test_long_line_is_compared_by_clauses_and_their_words():
    stayed = "各部门应当按时公开。" * 80
    before, after = (f"{stayed}每人每年{sum_}元，凭票报销；{stayed}" for sum_ in (1500, 2000))
    assert compare(lines(before), lines(after)) == [
        Difference(
            Kind.CHANGED,
            (Piece(f"{stayed}每人每年"), Piece("1500", changed=True), Piece(f"元，凭票报销；{stayed}")),
            (Piece(f"{stayed}每人每年"), Piece("2000", changed=True), Piece(f"元，凭票报销；{stayed}")),
        )
    ]


def test_line_finds_what_it_became_a_little_way_ahead():
    new = [f"新增第{number}项" for number in "一二三四五六七八九十"]
    kinds = [line.kind for line in compare(lines("慰问标准为每人二百元"), lines(*new, "慰问标准为每人三百元"))]
    assert kinds == [Kind.ADDED] * 10 + [Kind.CHANGED]


def strange(start, *, lines, length):
    """Text of which no word comes twice, nor in one with another start."""
    return ["".join(chr(start + line * length + place) for place in range(length)) for line in range(lines)]


@pytest.mark.parametrize(("many", "length"), [(1, 10_000), (10, 1_000), (1_000, 10)])
def test_texts_without_anything_in_common_are_gone_and_come_in_order(many, length):
    old, new = (strange(start, lines=many, length=length) for start in (0x4E00, 0x20000))
    found = compare(lines(*old), lines(*new))
    assert [line.kind for line in found] == [Kind.REMOVED] * many + [Kind.ADDED] * many
    assert [said(line.before) for line in found[:many]] + [said(line.after) for line in found[many:]] == old + new


def test_what_is_left_when_the_effort_is_spent_is_gone_and_come(monkeypatch):
    monkeypatch.setattr(comparing, "MOST", 150)
    old, new = ([f"第{n}条标准为每人{sum_}元" for n in "一二三"] for sum_ in ("二百", "三百"))
    kinds = [line.kind for line in compare(lines(*old), lines(*new))]
    assert kinds == [Kind.CHANGED, Kind.REMOVED, Kind.REMOVED, Kind.ADDED, Kind.ADDED]


def test_lines_that_come_again_and_again_are_all_told():
    before, after = ["甲乙", "丙丁"] * 1_500, ["丙丁", "甲乙戊"] * 1_500
    found = compare(lines(*before), lines(*after))
    assert [said(line.before) for line in found if line.before] == before
    assert [said(line.after) for line in found if line.after] == after


TEXTS = st.lists(st.text("甲乙丙丁12,", min_size=1, max_size=8), max_size=6).map(lambda found: lines(*found))


@given(TEXTS, TEXTS)
def test_each_side_joined_again_says_its_whole_text(before, after):
    found = compare(before, after)
    assert [said(line.before) for line in found if line.before] == plain(before).splitlines()
    assert [said(line.after) for line in found if line.after] == plain(after).splitlines()


@given(TEXTS)
def test_text_does_not_differ_from_itself(text):
    assert {line.kind for line in compare(text, text)} <= {Kind.SAME}


def said(pieces):
    return "".join(piece.text for piece in pieces)
