"""The notice of an activity: what it says, and what it leaves out where nothing is known."""

from datetime import date, time

import pytest

from activities import papers
from tests.activities.factories import ActivityFactory
from tests.members.factories import MemberFactory, UnionGroupFactory
from unionoffice.documents import plain_text

pytestmark = pytest.mark.django_db


def lines(**fields):
    return plain_text(papers.notice(ActivityFactory(**fields))).splitlines()


def test_says_when_where_and_how_to_sign_up():
    told = {"starts_at": time(14), "ends_at": time(16, 30), "capacity": 30, "leader": MemberFactory(name="单志强")}
    assert lines(**told, description="八个项目。\n\n请穿运动鞋。") == [
        "关于举办“趣味运动会”的通知",
        "全体在职教职工：",
        "本校工会委员会定于2026年12月6日14:00至16:30举办“趣味运动会”。现将有关事项通知如下。",
        "一、活动时间",
        "2026年12月6日14:00至16:30。",
        "二、活动地点",
        "操场。",
        "三、活动内容",
        "八个项目。",
        "请穿运动鞋。",
        "四、报名办法",
        "请于2026年11月29日前在工会办公系统报名，名额30人，报满后自动排候补。",
        "五、负责人",
        "单志强。",
        "本校工会委员会",
        "2026年11月20日",
    ]


def test_group_signs_its_own_and_leaves_out_what_is_not_known():
    group = UnionGroupFactory(name="第一工会小组")
    told = lines(group=group, place="", sign_up_until=None, ends_on=date(2026, 12, 8))
    assert told[2:] == [
        "第一工会小组定于2026年12月6日至8日举办“趣味运动会”。现将有关事项通知如下。",
        "一、活动时间",
        "2026年12月6日至8日。",
        "二、报名办法",
        "不需要报名，请按时参加。",
        "第一工会小组",
        "2026年11月20日",
    ]


def test_title_with_marks_of_its_own_gets_no_others():
    assert lines(title="“三好教师”主题活动")[0] == "关于举办“三好教师”主题活动的通知"
