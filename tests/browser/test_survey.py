"""Answering a survey on a phone: one question a screen, and a clear end."""

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, do_task, fits, submit

READER, SECRETARY = "1016", "1002"
TITLE = "春季活动意向调查"


def test_survey_is_answered_question_by_question(sign_in):
    page = sign_in(READER, PHONE)
    do_task(page, TITLE)
    page.get_by_text("答案不记名", exact=False).wait_for()
    question = page.get_by_role("main").get_by_role("group")
    expect(question).to_have_count(1)
    assert fits(page)

    page.get_by_role("button", name="下一题").click()
    question.get_by_text("这一题还没有填写。").wait_for()
    page.get_by_label("博物馆").check()
    page.get_by_role("button", name="下一题").click()
    expect(question).to_contain_text("您方便参加的时间")
    page.get_by_label("周六上午").check()
    page.get_by_label("周日上午").check()
    page.get_by_role("button", name="上一题").click()
    expect(page.get_by_label("博物馆")).to_be_checked()
    page.get_by_role("button", name="下一题").click()
    page.get_by_role("button", name="下一题").click()
    expect(question).to_contain_text("您对活动有什么建议")
    assert fits(page)
    submit(page, "提交问卷")

    page.get_by_role("heading", name="已提交，谢谢您").wait_for()
    assert fits(page)
    page.goto("/surveys/")
    page.get_by_text("已填写", exact=True).wait_for()


def test_office_sees_how_many_but_not_who(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/affairs/surveys/")
    page.get_by_role("main").get_by_role("link", name=TITLE).click()
    page.get_by_role("heading", name=TITLE).wait_for()
    facts = page.get_by_role("region", name="基本情况")
    expect(facts).to_contain_text("回收份数")
    expect(page.get_by_role("main")).not_to_contain_text("古丽娜尔")
