"""A person's page: a number is asked for and leaves a trace; a teacher has a mistake put right."""

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, do_task, fits, follow, submit

SECRETARY, TEACHER = "1002", "1016"
NUMBER, MASKED = "13900000006", "139****0006"


def test_secretary_asks_for_a_number_and_the_history_says_so(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/members/?q=1007")
    follow(page, "单志强")
    head = page.locator(".person-phone")
    expect(head.get_by_text(MASKED)).to_be_visible()
    assert NUMBER not in page.content()
    head.get_by_role("button", name="显示").click()
    expect(head.get_by_text(NUMBER)).to_be_visible()
    expect(head.get_by_text(MASKED)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(head.get_by_text(MASKED)).to_be_visible()
    assert NUMBER not in page.content()
    page.reload()
    history = page.get_by_role("complementary", name="经过")
    expect(history.get_by_text("查看敏感信息：手机号码")).to_be_visible()


def test_teacher_has_a_mistake_put_right(sign_in):
    teacher = sign_in(TEACHER, PHONE)
    teacher.get_by_role("navigation", name="常用栏目").get_by_role("link", name="我的").click()
    follow(teacher, "资料有误？申请更正")
    assert fits(teacher)
    with teacher.expect_navigation():
        teacher.get_by_role("main").get_by_role("link", name="职称").click()
    teacher.get_by_label("职称").fill("正高级教师")
    teacher.get_by_label("说明").fill("今年九月评上。")
    assert fits(teacher)
    submit(teacher, "提交申请")
    teacher.get_by_text("申请已提交，工会核对后答复您。").wait_for()

    secretary = sign_in(SECRETARY)
    do_task(secretary, "艾尔肯申请更正职称")
    expect(secretary.get_by_text("今年九月评上。")).to_be_visible()
    follow(secretary, "同意更正")
    submit(secretary, "同意更正")
    secretary.get_by_text("已更正，并通知了申请人。").wait_for()

    teacher.goto("/members/me/")
    assert fits(teacher)
    work = teacher.get_by_role("region", name="工作")
    expect(work.get_by_text("正高级教师", exact=True)).to_be_visible()
    expect(teacher.get_by_role("region", name="我的更正申请").get_by_text("已更正")).to_be_visible()
