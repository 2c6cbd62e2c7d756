"""The voucher: what stands on it, and that it is a PDF."""

import io
from datetime import date
from decimal import Decimal

import pypdf
import pytest

from finance import papers
from finance.enums import Direction
from tests.finance.factories import BookedEntryFactory, subject
from tests.members.factories import AccountFactory
from unionoffice.documents import Paper, plain_text, render_pdf
from unionoffice.profiles import UnionProfile

pytestmark = pytest.mark.django_db


def account(name):
    return AccountFactory(name=name, member__name=name)


@pytest.fixture
def spending():
    UnionProfile.objects.create(name="江城市明德中学工会委员会")
    return BookedEntryFactory(
        amount=Decimal("1409.50"),
        subject=subject("50305"),
        number=31,
        paid_on=date(2026, 11, 20),
        booked_on=date(2026, 11, 22),
        approved_by=account("周敏"),
        paid_by=account("郑洁"),
        booked_by=account("吴涛"),
    )


SPENDING = """\
江城市明德中学工会委员会
支出凭证
2026年11月22日\t单位：元\t凭证号：2026-0031
摘要\t购买会议用品
科目\t50305 维权支出—送温暖
付款给\t城南文具店\t账户\t工会基本户
金额（大写）\t人民币壹仟肆佰零玖元伍角整\t小写\t￥1,409.50
经办人\t陈静\t收付日期\t2026年11月20日
批准：周敏\t出纳：郑洁\t记账：吴涛\t领款人："""


def test_voucher_of_spending_says_who_what_whom_and_how_much(spending):
    assert plain_text(papers.voucher(spending)) == SPENDING


def test_voucher_of_income_turns_the_words_round(spending):
    spending.direction, spending.subject, spending.amount = Direction.INCOME, subject("401"), Decimal("500.05")
    lines = plain_text(papers.voucher(spending)).splitlines()
    assert (lines[1], lines[4]) == ("收入凭证", "科目\t401 会费收入")
    assert lines[5] == "收自\t城南文具店\t账户\t工会基本户"
    assert lines[6] == "金额（大写）\t人民币伍佰元零伍分\t小写\t￥500.05"
    assert lines[8] == "批准：周敏\t出纳：郑洁\t记账：吴涛\t交款人："


def test_voucher_is_one_page_of_the_vouchers_size(spending):
    document = papers.voucher(spending)
    pdf = pypdf.PdfReader(io.BytesIO(render_pdf(document)))
    assert (document.paper, len(pdf.pages)) == (Paper.VOUCHER, 1)
    text = "".join(pdf.pages[0].extract_text().split())
    assert [part in text for part in ("支出凭证", "2026-0031", "壹仟肆佰零玖元伍角整", "￥1,409.50")] == [True] * 4


def test_entry_that_is_not_booked_has_no_voucher(spending):
    spending.booked_on = None
    with pytest.raises(AssertionError, match="only a booked entry has a voucher"):
        papers.voucher(spending)
