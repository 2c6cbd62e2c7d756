"""A public notice on a phone: objecting by name and without one, and what becomes of both."""

from playwright.sync_api import expect

from affairs.enums import NoticeStatus
from affairs.models import PublicNotice
from tests.browser.conftest import PHONE, fits, follow, submit

TEACHER, SECRETARY = "1016", "1002"


def test_objections_on_a_phone_reach_only_who_looks_into_them(sign_in, open_browser):
    notice = PublicNotice.objects.filter(status=NoticeStatus.POSTED, sphere="school").latest("ends_on")
    teacher = sign_in(TEACHER, PHONE)
    teacher.goto("/board/")
    follow(teacher, notice.title)
    assert fits(teacher)
    follow(teacher, "提出异议")
    address = teacher.url
    teacher.get_by_label("异议内容").fill("评分表第三项没有原始记录，请核对。")
    teacher.get_by_label("联系方式").fill("课间在语文组办公室")
    assert fits(teacher)
    submit(teacher, "提交异议")
    teacher.get_by_text("异议已提交，只有受理人能看到是您提出的。").wait_for()

    code = object_without_a_name(teacher, address)
    settle(sign_in, notice)
    stranger = open_browser(PHONE)
    stranger.goto("/board/objections/follow/")
    stranger.get_by_label("查询码").fill(code)
    submit(stranger, "查询")
    stranger.get_by_text("评分表已补齐并公布。").wait_for()
    assert fits(stranger)


def object_without_a_name(teacher, address: str) -> str:
    """By the page that keeps nothing of who asks; the code is shown once."""
    teacher.goto(address)
    follow(teacher, "改为匿名提出")
    teacher.get_by_label("针对谁").select_option(index=1)
    teacher.get_by_label("异议内容").fill("推荐材料中的获奖证书不是本人的。")
    assert fits(teacher)
    submit(teacher, "匿名提交")
    code = teacher.locator(".notice-code-signs").inner_text()
    assert fits(teacher)
    return code


def settle(sign_in, notice: PublicNotice) -> None:
    """The secretary finds both on the notice, one with a name, and settles the one without."""
    secretary = sign_in(SECRETARY)
    secretary.goto(notice.get_absolute_url())
    objections = secretary.get_by_role("region", name="异议")
    expect(objections.get_by_text("推荐材料中的获奖证书不是本人的。")).to_have_count(1)
    follow(secretary, "推荐材料中的获奖证书不是本人的。")
    follow(secretary, "认定")
    secretary.get_by_label("不属实", exact=True).check()
    secretary.get_by_label("认定说明").fill("核对证书原件，与本人一致。")
    secretary.get_by_label("给提出人的答复").fill("评分表已补齐并公布。")
    submit(secretary, "认定")
    secretary.get_by_text("已认定。").wait_for()
