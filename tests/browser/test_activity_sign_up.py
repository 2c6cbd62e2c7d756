"""Signing up for an activity on a phone, and moving up from the waiting list."""

import re
from datetime import timedelta

from django.utils import timezone

from tests.browser.conftest import PHONE, fits, follow, submit

SPORTS_OFFICER, FIRST, NEXT = "1007", "1016", "1043"
TITLE = "教工茶艺体验课"


def test_waiting_colleague_moves_up_when_a_place_is_given_back(sign_in):
    address = announce(sign_in(SPORTS_OFFICER))
    first, waiting = sign_in(FIRST, PHONE), sign_in(NEXT, PHONE)

    sign_up(first, address, left="还有1个")
    first.get_by_text("您已报名", exact=True).wait_for()
    sign_up(waiting, address, left="已满，报名后候补第1位")
    waiting.get_by_text("候补第1位", exact=True).wait_for()
    assert fits(waiting)
    read_all(waiting)

    follow(first, "取消报名")
    submit(first, "取消报名")
    first.get_by_text("报名已取消。").wait_for()
    first.get_by_role("link", name="我要报名").wait_for()

    waiting.goto("/")
    waiting.get_by_role("link", name="我的通知，1条未读", exact=True).click()
    with waiting.expect_navigation(url=f"**{address}"):
        waiting.get_by_role("button", name=f"您候补的活动“{TITLE}”有了名额，您已报上名").click()
    waiting.get_by_text("您已报名", exact=True).wait_for()
    waiting.get_by_role("link", name="我的通知", exact=True).wait_for()


def announce(officer) -> str:
    """An activity with a single place; where it is found."""
    today = timezone.localdate()
    officer.goto("/activities/")
    follow(officer, "策划活动")
    officer.get_by_label("活动名称").fill(TITLE)
    officer.get_by_label("类别").select_option(label="文体")
    officer.get_by_label("参加范围").select_option(label="全体在职教职工")
    officer.get_by_label(re.compile(r"^\s*日期")).fill((today + timedelta(days=10)).isoformat())
    officer.get_by_label("地点").fill("教工之家")
    officer.get_by_label("报名截止").fill((today + timedelta(days=7)).isoformat())
    officer.get_by_label("名额").fill("1")
    submit(officer, "保存草稿")
    follow(officer, "发布")
    submit(officer, "发布")
    officer.get_by_text("活动已发布，范围内的人已收到通知。").wait_for()
    return officer.evaluate("location.pathname")


def sign_up(page, address: str, *, left: str) -> None:
    """Ask for a place, having been told how many are left."""
    page.goto(address)
    follow(page, "我要报名")
    page.get_by_text(left, exact=True).wait_for()
    submit(page, "报名")


def read_all(page) -> None:
    """So that what comes after is the only unread notice."""
    page.goto("/inbox/")
    submit(page, "全部标为已读")
