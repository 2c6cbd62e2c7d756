"""A year's statutory holidays: the notice is read as the office knows the year already."""

from datetime import date

import pytest
from chinese_calendar import constants

from tests.members.trails import trail
from unionoffice.holidays import apply_year, known_years, plan_year
from unionoffice.refusal import Refused
from unionoffice.school_calendar import DayKind, SpecialDay
from unionoffice.workdays import is_workday

NOTICE = """
国务院办公厅关于2026年部分节假日安排的通知

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""

pytestmark = pytest.mark.django_db


def days_of(plan):
    return [(planned.day, planned.kind) for planned in plan]


def test_notice_is_read_as_the_year_is_known():
    assert days_of(plan_year(2026, NOTICE)) == days_of(plan_year(2026, ""))


def test_plan_has_only_days_against_their_weekday_with_their_holiday():
    plan = {planned.day: (planned.kind, planned.label) for planned in plan_year(2026, NOTICE)}
    assert [plan.get(date(2026, 1, day)) for day in (1, 2, 3, 4, 5)] == [
        (DayKind.OFF, "元旦"),
        (DayKind.OFF, "元旦"),
        None,
        (DayKind.WORKED, "元旦"),
        None,
    ]


def test_days_to_come_are_read_for_a_year_that_nobody_knows_yet():
    notice = """一、元旦：1月1日（周五）放假，与周末连休。
    四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（星期日）上班。"""
    assert days_of(plan_year(2027, notice)) == [
        (date(2027, 1, 1), DayKind.OFF),
        (date(2027, 4, 25), DayKind.WORKED),
        *((date(2027, 5, day), DayKind.OFF) for day in (3, 4, 5)),
    ]


def test_days_of_the_year_before_are_named_with_their_year():
    notice = "元旦：2026年12月31日（周四）至1月1日放假。"
    with pytest.raises(Refused):
        plan_year(2027, "元旦：12月31日（周四）放假。")
    assert days_of(plan_year(2027, notice))[0] == (date(2026, 12, 31), DayKind.OFF)


@pytest.mark.parametrize(
    ("year", "notice", "sentence"),
    [
        (2027, "", "系统里还没有2027年的安排，请粘贴国务院办公厅通知的原文。"),
        (2027, "明年放假安排如下", "没有读到节假日安排。请粘贴通知中从“一、元旦”开始的各条原文。"),
        (2027, NOTICE, "2027-01-01 是星期五，通知里写的是星期四。请核对年份和原文。"),
        (2027, "一、元旦：1月32日放假。", "看不懂日期“1月32日”，请核对通知原文。"),
        (2027, "一、元旦：1日放假。", "看不懂日期“月1日”，请核对通知原文。"),
    ],
)
def test_notice_that_cannot_be_read_is_refused(year, notice, sentence):
    with pytest.raises(Refused) as refusal:
        plan_year(year, notice)
    assert str(refusal.value) == sentence


def test_plan_is_written_with_its_source_and_a_second_time_changes_nothing(secretary):
    SpecialDay.objects.create(day=date(2026, 1, 4), kind=DayKind.OFF, label="自定", source="校历")
    plan = plan_year(2026, NOTICE)
    assert apply_year(2026, plan, by=secretary) == len(plan)
    made = SpecialDay.objects.get(day=date(2026, 1, 4))
    assert (made.kind, made.label, made.source) == (
        DayKind.WORKED,
        "元旦",
        "国务院办公厅关于2026年部分节假日安排的通知",
    )
    assert trail(made) == [("", "", ""), ("录入法定节假日", "陈静", "")]
    assert apply_year(2026, plan_year(2026, NOTICE), by=secretary) == 0


def test_written_days_count_in_a_year_that_is_not_announced(secretary):
    apply_year(2027, plan_year(2027, "一、春节：2月8日（周一）放假。2月6日（周六）上班。"), by=secretary)
    assert [is_workday(date(2027, 2, day)) for day in (6, 8, 9)] == [True, False, True]


def test_next_year_is_in_doubt_until_its_days_are_entered(django_assert_num_queries):
    with django_assert_num_queries(1):
        this, following = known_years(date(2026, 11, 22))
    assert (this.is_in_doubt, len(this.days) > 10, following.is_in_doubt) == (False, True, True)
    SpecialDay.objects.create(day=date(2027, 2, 8), kind=DayKind.OFF, label="春节", source="通知")
    assert known_years(date(2026, 11, 22))[1].is_in_doubt is False


def test_every_holiday_that_is_known_has_a_chinese_name():
    assert [name for name in set(constants.holidays.values()) if not constants.Holiday(name).chinese] == []
