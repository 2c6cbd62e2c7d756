"""The sections: what each tells of what was recorded, and that nothing is told of nothing."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from reports import sections
from reports.sections import SECTIONS, as_table
from reports.sections.care import care
from reports.sections.own_house import own_house
from reports.sections.women import women_and_retirees
from reports.selectors import gather
from reports.wording import TOKEN
from tests.conftest import TODAY
from tests.reports.material import figure, material, said
from unionoffice.areas import WHOLE_UNION
from unionoffice.documents import Align, Heading, Paragraph, Table
from unionoffice.figures import FigureTable, Measure, Notable
from unionoffice.periods import Period, PeriodKind, calendar_year


def money(key, amount):
    return figure(key, Decimal(amount), "元", Measure.SUM)


def outline(blocks):
    """Headings and paragraphs as text, tables by their caption."""
    lines = {
        Heading: lambda b: f"# {b.text}",
        Paragraph: lambda b: said(b.content),
        Table: lambda b: f"[{b.caption}]",
    }
    return [lines[type(block)](block) for block in blocks]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_section_of_which_nothing_was_recorded_is_left_out(section):
    assert section.build(material()) == []


def test_sections_have_keys_and_titles_of_their_own():
    assert len({section.key for section in SECTIONS}) == len({section.title for section in SECTIONS}) == len(SECTIONS)


@pytest.mark.django_db
def test_every_figure_that_a_section_may_tell_is_counted_by_an_area():
    modules = Path(sections.__file__).parent.glob("*.py")
    wanted = {key for module in modules for key in TOKEN.findall(module.read_text(encoding="utf-8"))}
    assert wanted - set(gather(calendar_year(2026), WHOLE_UNION, on=TODAY).figures) == set()


class TestCare:
    def test_tells_visits_by_occasion_and_by_whose_money(self):
        told = care(
            material(
                figure("welfare.visits", 4, "人次"),
                figure("welfare.visits.people", 3),
                money("welfare.visits.money", "3300"),
                figure("welfare.visits.illness", 3, "人次"),
                figure("welfare.visits.wedding", 1, "人次"),
                money("welfare.visits.fund.union.money", "3300"),
            )
        )
        assert outline(told) == [
            "# 走访慰问",
            (
                "一年来，工会坚持把关心送到教职工身边，共慰问教职工4人次，涉及3人，慰问金和慰问品合计3,300.00元。"
                "其中，看望生病教职工3人次，祝贺新婚1人次。从经费来源看，使用工会经费3,300.00元。"
            ),
        ]

    def test_names_only_visits_that_are_nobodys_own_affair(self):
        notes = [Notable("summer", "7月20日开展夏送清凉", "/1"), Notable("illness", "某人住院", "/2")]
        told = outline(care(material(figure("welfare.visits", 1, "人次"), notables=notes)))
        assert told[-1] == "7月20日开展夏送清凉。"
        assert "某人住院" not in "".join(told)

    def test_names_what_was_done_for_many_on_one_day_once(self):
        notes = [Notable("summer", "7月20日开展夏送清凉", f"/{key}") for key in (1, 2, 3)]
        notes.append(Notable("festival", "9月10日走访慰问", "/4"))
        told = outline(care(material(figure("welfare.visits", 4, "人次"), notables=notes)))
        assert told[-1] == "7月20日开展夏送清凉；9月10日走访慰问。"

    def test_ends_with_the_table(self):
        table = FigureTable("welfare.visits", "慰问情况表", ("事由", "人次"), (("生病", figure("ill", 3)),))
        assert outline(care(material(figure("welfare.visits", 3, "人次"), tables=[table])))[-1] == "[慰问情况表]"


class TestWomenAndRetirees:
    def test_tells_both_in_one_paragraph(self):
        told = women_and_retirees(material(figure("members.women", 72), figure("members.retirees", 15)))
        assert outline(told) == ["工会现有女会员72人。学校现有退休教职工15人。"]

    def test_without_retirees_tells_of_the_women_alone(self):
        told = women_and_retirees(material(figure("members.women", 72), figure("members.retirees", 0)))
        assert outline(told) == ["工会现有女会员72人。"]


class TestOwnHouse:
    def test_tells_members_and_funds_under_their_headings(self):
        told = own_house(
            material(
                figure("members.staff", 127),
                figure("members.members", 120),
                figure("members.rate", Decimal("97.6"), "%", Measure.RATIO),
                figure("members.joined", 2),
                money("finance.income", "137400"),
                money("finance.spending", "38230"),
                figure("finance.spending.lines", 20, "笔"),
                notables=[Notable("term", "5月8日第六届工会委员会开始履职", "/1")],
            )
        )
        assert outline(told) == [
            "# 组织建设",
            "截至2026年11月22日，学校有在职教职工127人，工会会员120人，入会率97.6%。一年来，新入会2人。",
            "5月8日第六届工会委员会开始履职。",
            "# 经费管理",
            "一年来，工会经费逐笔登记、按号记账，收入137,400.00元，支出38,230.00元，共办理支出20笔。",
        ]

    def test_without_funds_has_no_heading_for_them(self):
        assert outline(own_house(material(figure("members.staff", 5)))) == [
            "# 组织建设",
            "截至2026年11月22日，学校有在职教职工5人。",
        ]

    @pytest.mark.parametrize(
        ("code", "day"),
        [("2025", "2025年12月31日"), ("2026", "2026年11月22日"), ("2026-Q1", "2026年3月31日")],
    )
    def test_counts_people_as_of_the_last_day_of_the_period_or_today_while_it_lasts(self, code, day):
        told = own_house(material(figure("members.staff", 5), period=Period.parse(code)))
        assert outline(told)[1] == f"截至{day}，学校有在职教职工5人。"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2026", "一年来"),
        ("2026-H1", "半年来"),
        ("2026-Q2", "本季度"),
        ("2026-05", "本月"),
        ("2025-2026", "本学年"),
        ("2025-2026-2", "本学期"),
    ],
)
def test_span_is_named_after_the_kind_of_period(code, words):
    told = outline(care(material(figure("welfare.visits", 1, "人次"), period=Period.parse(code))))
    assert re.match("[^，]*", told[1]).group() == words


def test_every_kind_of_period_is_named():
    codes = ["2026", "2026-H1", "2026-Q2", "2026-05", "2025-2026", "2025-2026-2"]
    assert {Period.parse(code).kind for code in codes} == set(PeriodKind)


def test_table_prints_words_left_and_numbers_right_each_leading_to_its_records():
    table = FigureTable("t", "慰问情况表", ("事由", "金额（元）"), (("生病", money("ill", "1200")),), widths=(2, 1))
    printed = as_table(table)
    [[word, number]] = printed.rows
    assert (printed.caption, printed.head, printed.widths) == ("慰问情况表", [["事由", "金额（元）"]], (2, 1))
    assert (word.content, number.align, said(number.content)) == ("生病", Align.RIGHT, "1,200.00")
    assert number.content[0].url == "/list/?figure=ill"
