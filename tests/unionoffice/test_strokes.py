"""Names in the order of their strokes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.models import Member
from tests.members.factories import MemberFactory
from tests.members.trails import trail
from unionoffice import names, strokes
from unionoffice.refusal import Refused
from unionoffice.rules import RuleSetting
from unionoffice.strokes import StrokeOrder, enter_strokes, remove_strokes

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=4)


def ordered(people, *, own=None, single_first=True):
    return sorted(people, key=lambda name: names.stroke_key(name, own=own or {}, single_first=single_first))


@pytest.mark.parametrize(
    ("character", "order"),
    [
        ("丁", "12"),
        ("王", "1121"),
        ("毛", "3115"),
        ("尹", "5113"),
        ("方", "4153"),
        ("火", "4334"),
        ("水", "2534"),
        ("马", "551"),
        ("李", "1234521"),
        ("刘", "4134" + "22"),
        ("张", "5153154"),
        ("陈", "5215234"),
    ],
)
def test_character_is_written_stroke_by_stroke(character, order):
    assert strokes.table()[character] == order


def test_every_stroke_is_of_one_of_the_five_classes():
    assert {stroke for order in strokes.table().values() for stroke in order} == set("12345")


def test_surnames_go_by_number_of_strokes_then_stroke_by_stroke():
    people = ["尹三", "欧阳修", "毛一", "丁一", "尉迟恭", "王二", "方四", "马五"]
    assert ordered(people) == ["丁一", "马五", "王二", "毛一", "方四", "尹三", "欧阳修", "尉迟恭"]


def test_compound_surname_comes_after_the_plain_one_with_the_same_character():
    assert ordered(["欧阳一", "欧鑫", "欧阳鑫", "欧一"]) == ["欧一", "欧鑫", "欧阳一", "欧阳鑫"]


def test_two_characters_are_a_plain_surname_with_a_given_name():
    assert names.split("欧阳") == ("欧", "阳")


def test_single_given_name_stands_first_only_where_the_rule_says_so():
    people = ["王一鸣", "王鑫", "王丁"]
    assert ordered(people, single_first=True) == ["王丁", "王鑫", "王一鸣"]
    assert ordered(people, single_first=False) == ["王一鸣", "王丁", "王鑫"]


def test_given_names_go_on_character_by_character():
    assert ordered(["李小丽", "李一毛", "李小丁", "李一王"]) == ["李一王", "李一毛", "李小丁", "李小丽"]


def test_character_that_nobody_knows_comes_last_by_its_sound():
    assert ordered(["㛃三", "Zoe", "龚一", "Anna"]) == ["龚一", "Anna", "㛃三", "Zoe"]


def test_own_strokes_go_before_the_table():
    assert ordered(["丁一", "龚一"], own={"龚": "1"}) == ["龚一", "丁一"]


@given(st.lists(HAN, max_size=8))
def test_people_of_one_surname_stand_together(people):
    surnames = [names.split(name)[0] for name in ordered(people)]
    runs = [surname for place, surname in enumerate(surnames) if place == 0 or surnames[place - 1] != surname]
    assert len(runs) == len(set(runs))


@given(HAN, HAN)
def test_order_depends_on_the_name_alone(one, other):
    assert ordered([one, other]) == ordered([other, one])


@given(st.text(max_size=8), st.booleans())
def test_key_is_plain_text_that_every_database_sorts_alike(text, single_first):
    key = names.stroke_key("王" + text, own={}, single_first=single_first)
    assert key.startswith("041121029579" + names.END)


@pytest.fixture
def people(db):
    for name in ("王一鸣", "丁一", "欧阳修", "王鑫", "㛃三", "欧一"):
        MemberFactory(name=name)


def in_order(on):
    return list(Member.objects.in_stroke_order(on).values_list("name", flat=True))


def test_members_are_kept_in_the_order(people, on):
    assert in_order(on) == ["丁一", "王鑫", "王一鸣", "欧一", "欧阳修", "㛃三"]


def test_rule_of_the_day_decides_on_single_given_names(people, on):
    RuleSetting.objects.filter(key="names.single_given_first").update(value=False)
    assert in_order(on) == ["丁一", "王一鸣", "王鑫", "欧一", "欧阳修", "㛃三"]


def test_renamed_member_moves(people, on):
    member = Member.objects.get(name="欧阳修")
    member.name = "丁丁"
    member.save()
    assert in_order(on)[:2] == ["丁一", "丁丁"]


def test_entered_strokes_put_the_name_in_its_place_and_removed_ones_take_it_back(people, on, secretary):
    order = enter_strokes("㛃", "531", by=secretary)
    assert in_order(on)[:2] == ["丁一", "㛃三"]
    assert trail(order) == [("填写笔顺", "陈静", "")]
    remove_strokes(order, by=secretary)
    assert in_order(on)[-1] == "㛃三"


def test_entered_strokes_leave_version_and_trail_of_a_member_alone(people, secretary):
    member = Member.objects.get(name="㛃三")
    before = (member.version, trail(member))
    enter_strokes("㛃", "531", by=secretary)
    member.refresh_from_db()
    assert (member.version, trail(member)) == before


def test_strokes_entered_again_are_corrected(people, secretary):
    enter_strokes("㛃", "531", by=secretary)
    enter_strokes("㛃", "53", by=secretary)
    assert list(StrokeOrder.objects.values_list("character", "strokes")) == [("㛃", "53")]


def test_characters_without_strokes_are_listed_with_their_names(people, secretary):
    everybody = ["㛃三", "王㛃", "丁一", "Anna·李"]
    assert strokes.lacking(everybody) == [("㛃", ["㛃三", "王㛃"])]
    enter_strokes("㛃", "531", by=secretary)
    assert strokes.lacking(everybody) == []


@pytest.mark.parametrize(
    ("character", "order", "sentence"),
    [
        ("", "1", "请只填一个汉字。"),
        ("王王", "1", "请只填一个汉字。"),
        ("A", "1", "请只填一个汉字。"),
        ("㛃", "", "笔顺只用数字1至5，按书写顺序填写。"),
        ("㛃", "126", "笔顺只用数字1至5，按书写顺序填写。"),
        ("㛃", "1" * 65, "笔顺只用数字1至5，按书写顺序填写。"),
    ],
)
def test_what_are_no_strokes_of_a_character_is_refused(db, secretary, character, order, sentence):
    with pytest.raises(Refused) as refusal:
        enter_strokes(character, order, by=secretary)
    assert (str(refusal.value), StrokeOrder.objects.count()) == (sentence, 0)
