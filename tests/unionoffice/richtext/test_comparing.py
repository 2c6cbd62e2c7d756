"""What changed between two versions of a text."""

from hypothesis import given
from hypothesis import strategies as st

from unionoffice.richtext import Difference, Kind, Piece, compare, plain


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
