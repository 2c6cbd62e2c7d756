import datetime as dt

import pytest
from django.utils.functional import lazystr

from tests.unionoffice.documents.papers import FULL
from unionoffice.documents import Document, Heading, NumberedList, Paper, Paragraph, Signature, plain_text


def labels(*blocks):
    return plain_text(Document("题", blocks)).splitlines()[1:]


def test_all_nodes_in_the_order_of_reading():
    assert plain_text(FULL).splitlines() == [
        "草稿",
        "青川市第三中学工会委员会",
        "2026年度工作总结",
        "（2026年1月1日至12月31日）",
        "一、维权帮扶",
        "（一）慰问",
        "全年慰问36人次，全部",
        "1.住院",
        "（1）重大疾病",
        "发放 ￥500.00，√ 已签领 □ 未签领。",
        "①第一项",
        "②第二项9",
        "表1　会员",
        "序号\t姓名\t备注",
        "1\t王喆 李昇 张玥 陈淏 周祎 刘旻 赵堃 孙翀 吴晞 郑珺 钱赟 冯垚 何彧 欧阳娜娜 买买提·艾力\t在册\t甲",
        "2\t欧阳·娜\t乙",
        "合计\t2人",
        "二、下一步打算",
        "第一行",
        "第二行",
        "附件：1.经费收支表",
        "2.提案办理表",
        "青川市第三中学工会委员会",
        "2026年12月20日",
    ]


def test_numbers_begin_again_under_each_higher_heading():
    headings = [Heading(level, "") for level in (1, 2, 3, 4, 4, 3, 4, 2, 3, 1, 2)]
    assert labels(*headings) == [
        "一、",
        "（一）",
        "1.",
        "（1）",
        "（2）",
        "2.",
        "（1）",
        "（二）",
        "1.",
        "二、",
        "（一）",
    ]


def test_tenth_and_later_headings_are_written_as_chinese_numbers():
    written = labels(*[Heading(1, "")] * 21)
    assert [written[place - 1] for place in (9, 10, 11, 20, 21)] == ["九、", "十、", "十一、", "二十、", "二十一、"]


@pytest.mark.parametrize(("level", "first"), [(1, "1.项"), (2, "1.项"), (3, "（1）项"), (4, "①项")])
def test_items_are_numbered_one_level_below_their_heading(level, first):
    assert labels(Heading(level, "头"), NumberedList(["项"]))[-1] == first


def test_items_past_the_circled_numbers_go_on_counting():
    assert labels(Heading(4, "头"), NumberedList(["项"] * 21))[-2:] == ["⑳项", "21）项"]


def test_items_do_not_disturb_the_count_of_headings():
    assert labels(Heading(3, "甲"), NumberedList(["项"]), Heading(3, "乙")) == ["1.甲", "（1）项", "2.乙"]


def test_single_attachment_carries_no_number():
    assert plain_text(Document("题", [], attachments=["收支表"])) == "题\n附件：收支表"


def test_form_names_its_organisation_above_the_title():
    assert plain_text(Document("凭证", [], organisation="工会", paper=Paper.VOUCHER)) == "工会\n凭证"


def test_official_paper_does_not_repeat_its_organisation():
    assert plain_text(Document("总结", [], organisation="工会")) == "总结"


def test_date_has_arabic_digits_without_leading_zeros():
    assert (
        plain_text(Document("题", [], signature=Signature("工会", dt.date(2026, 3, 8)))) == "题\n工会\n2026年3月8日"
    )


def test_texts_lose_controls_and_keep_line_ends():
    dirty = "甲\x00乙\ud800丙\uffff\x9f\t丁\r\n戊\u2028己"
    assert plain_text(Document("题", [Paragraph(dirty)])) == "题\n甲乙丙 丁\n戊\n己"


def test_lazy_texts_are_written_out():
    assert plain_text(Document(lazystr("题"), [Paragraph(lazystr("文"))])) == "题\n文"
