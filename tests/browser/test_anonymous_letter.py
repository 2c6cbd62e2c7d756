"""Letters without a name on a phone: a stranger's and a signed-in teacher's, answered, read by the code, rated."""

import pytest

from affairs.models import Letter
from tests.browser.conftest import PHONE, do_task, fits, follow, submit

TEACHER, PRINCIPAL = "1016", "1011"
MAILBOX = "校长信箱"
SUBJECT, BODY = "宿舍热水", "晚上十点以后没有热水。"


@pytest.mark.parametrize("writes_inside", [False, True], ids=["stranger", "teacher"])
def test_anonymous_letter_is_answered_read_by_its_code_and_rated(sign_in, open_browser, writes_inside):
    sender = sign_in(TEACHER, PHONE) if writes_inside else open_browser(PHONE)
    code = write(sender)
    kept = sender.context.cookies()

    principal = sign_in(PRINCIPAL, PHONE)
    do_task(principal, SUBJECT)
    assert fits(principal)
    assert principal.get_by_text("匿名", exact=True).count() == 1
    follow(principal, "受理")
    submit(principal, "受理")
    follow(principal, "答复")
    assert principal.get_by_text(BODY).count() == 1
    principal.get_by_label("答复").fill("热水已改为全天供应。")
    submit(principal, "答复来信人")
    principal.get_by_text("已答复，来信人现在可以看到。").wait_for()

    sender.goto("/letters/follow/")
    sender.get_by_label("编码").fill(f" {code.replace('-', '').lower().replace('0', 'o')} ")
    submit(sender, "查看")
    assert fits(sender)
    sender.get_by_text("热水已改为全天供应。").wait_for()
    sender.get_by_label("补充或追问").fill("三号楼还没有。")
    submit(sender, "寄出")
    sender.get_by_text("已寄出。").wait_for()

    do_task(principal, SUBJECT)
    assert principal.get_by_text("三号楼还没有。").count() == 1
    principal.get_by_label("答复").fill("三号楼今天也修好了。")
    submit(principal, "答复来信人")

    sender.goto("about:blank")
    sender.goto(f"/letters/follow/#{code.replace('-', '')}")
    assert (sender.get_by_label("编码").input_value(), sender.url.endswith("/letters/follow/")) == (code, True)
    submit(sender, "查看")
    submit(sender, "满意")
    sender.get_by_text("您的评价：满意").wait_for()
    assert sender.context.cookies() == kept
    assert (
        sender.evaluate("Object.values(localStorage).concat(Object.values(sessionStorage)).join().includes('热水')")
        is False
    )

    letter = Letter.objects.get(subject=SUBJECT)
    assert (letter.author, letter.satisfaction, letter.status) == (None, "satisfied", "closed")


def write(page) -> str:
    """Write to the principal's mailbox; the first try lacks a word, and nothing is lost by it. Returns the code."""
    page.goto("/letters/")
    assert fits(page)
    with page.expect_navigation():
        page.get_by_role("listitem").filter(has_text=MAILBOX).get_by_role("link", name="匿名写信").first.click()
    assert fits(page)
    page.get_by_label("类别").select_option(label="后勤")
    page.get_by_label("内容").fill(BODY)
    submit(page, "寄出")
    assert page.get_by_label("内容").input_value() == BODY
    page.get_by_label("标题").fill(SUBJECT)
    submit(page, "寄出")
    page.get_by_role("heading", name="已寄出").wait_for()
    assert fits(page)
    return page.locator("#code").inner_text()
