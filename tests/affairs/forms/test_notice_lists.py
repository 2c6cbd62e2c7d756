"""Lists of names as an office types or pastes them."""

from decimal import Decimal

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from affairs.enums import ReviewDuty
from affairs.forms import candidate_line, read_candidates, read_reviewers, reviewer_line
from affairs.models import NoticeCandidate
from tests.members.factories import MemberFactory

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(categories=["Lo"], max_codepoint=0x9FFF, min_codepoint=0x4E00), min_size=2, max_size=12)


def problems(read, text):
    with pytest.raises(forms.ValidationError) as refused:
        read(text)
    return refused.value.messages


@given(name=WORDS, place=WORDS, proposed=WORDS, amount=st.decimals(0, 99_999_999, places=2))
def test_line_of_somebody_from_outside_reads_back_as_it_was(name, place, proposed, amount):
    one = NoticeCandidate(name=name, department=place, proposed=proposed, amount=amount)
    (read,) = read_candidates(candidate_line(one))
    assert (read.name, read.department, read.proposed, read.amount) == (name, place, proposed, amount)


def test_line_of_a_colleague_reads_back_as_it_was():
    member = MemberFactory(name="欧阳玥", employee_no="00801")
    line = candidate_line(NoticeCandidate(member=member, name="欧阳玥", proposed="优秀，连续三年"))
    assert line == "欧阳玥（00801），优秀，连续三年"
    (read,) = read_candidates(line)
    assert (read.member, read.proposed, read.amount) == (member, "优秀，连续三年", None)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("2000", "2000.00"), ("2,000.50", "2000.50"), ("￥300元", "300.00"), ("0.5元", "0.50")],
)
def test_amount_in_a_pasted_cell(typed, amount):
    MemberFactory(name="赵敏", employee_no="00801")
    (read,) = read_candidates(f"赵敏\t临时救助\t{typed}")
    assert (read.proposed, read.amount) == ("临时救助", Decimal(amount))


def test_name_with_a_dot_of_another_kind_is_found():
    member = MemberFactory(name="阿依古丽·买买提")
    (read,) = read_candidates("阿依古丽•买买提，优秀")
    assert read.member == member


def test_too_long_is_told_by_its_line():
    MemberFactory(name="赵敏")
    assert problems(read_candidates, f"赵敏，{'优' * 101}") == ["第1行：拟定内容最多100个字。"]


def test_review_group_with_its_duties():
    MemberFactory(name="赵敏", employee_no="00801")
    MemberFactory(name="钱伟", employee_no="00802")
    MemberFactory(name="孙明", employee_no="00803")
    rows = read_reviewers("赵敏，组长，教职工代表\n钱伟，代表\n孙明")
    assert [(one.duty, one.is_delegate) for one in rows] == [
        (ReviewDuty.HEAD, True),
        (ReviewDuty.MEMBER, True),
        (ReviewDuty.MEMBER, False),
    ]
    for one in rows:
        one.name = one.member.name
    assert [reviewer_line(one) for one in rows] == [
        "赵敏（00801），组长，教职工代表",
        "钱伟（00802），教职工代表",
        "孙明（00803）",
    ]


def test_duty_that_is_none_is_told():
    MemberFactory(name="赵敏")
    assert problems(read_reviewers, "赵敏，观察员") == ["第1行：“观察员”看不懂，姓名后面只写“组长”或“教职工代表”。"]
