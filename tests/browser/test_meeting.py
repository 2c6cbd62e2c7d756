"""A committee meeting from the desk of its recorder: written down live, minuted, and confirmed on a phone."""

from pypdf import PdfReader

from tests.browser.conftest import PHONE, do_task, fits, follow, submit

SECRETARY, CHAIR, MEMBER = "1002", "1001", "1006"
TITLE, TOPIC = "年终工作专题会", "年终慰问安排"
A_HAND = 200
"""Milliseconds between press and release: what moves the button meanwhile takes the click away."""
SAID, DECIDED, ASKED = "希望提前发放。", "十二月下旬完成发放。", "联系供应商询价"


def test_recorder_writes_a_meeting_live_and_prints_its_minutes(sign_in):
    recorder, leader = sign_in(SECRETARY), sign_in(CHAIR, PHONE)
    plan(recorder)
    note(recorder, "添加议题", "议题", TOPIC)
    recorder.get_by_role("heading", name=TOPIC).wait_for()
    topic = recorder.get_by_role("article").filter(has_text=TOPIC)
    for link, label, text in (("记意见", "意见", SAID), ("记决定", "决定", DECIDED)):
        open_form(topic, link)
        write(recorder, label, text)
        topic.locator("ul").get_by_text(text).wait_for()

    open_form(topic, "交办任务")
    form = recorder.locator(".line-form")
    form.get_by_label("任务", exact=False).first.fill(ASKED)
    form.get_by_role("button", name="交办").click()
    form.get_by_text("请选择责任人或责任部门。").first.wait_for()
    settle(recorder)
    form.get_by_label("查找责任人").fill("jwb")
    form.get_by_role("button", name="交办").click(delay=A_HAND)
    topic.get_by_role("link", name=ASKED).wait_for()

    follow(recorder, "登记召开")
    submit(recorder, "登记召开")
    follow(recorder, "编写纪要")
    submit(recorder, "保存")
    follow(recorder, "提交纪要")
    submit(recorder, "提交纪要")

    do_task(leader, TITLE)
    leader.get_by_text(DECIDED).wait_for()
    assert fits(leader)
    submit(leader, "确认纪要")
    leader.get_by_text("纪要已确认。").wait_for()
    assert printed(leader) >= {SAID, DECIDED, ASKED, TOPIC}

    asked = sign_in(MEMBER, PHONE)
    do_task(asked, ASKED)
    submit(asked, "办结")
    asked.get_by_text("已办结，下次会议会看到办理情况。").wait_for()
    assert fits(asked)


def settle(page):
    """Wait until a part of the page that was put in its place is ready for the next hand."""
    page.wait_for_function("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")


def plan(page):
    """Today, with the committee's chair in the chair."""
    page.goto("/affairs/meetings/plan/")
    page.get_by_label("会议名称").fill(TITLE)
    page.get_by_label("日期", exact=False).first.fill(page.evaluate("new Date().toLocaleDateString('sv')"))
    page.get_by_label("查找主持人").fill("zhoumin")
    submit(page, "保存")
    page.get_by_role("heading", name=TITLE).wait_for()


def open_form(place, link):
    place.get_by_role("link", name=link).click()
    place.locator(".line-form").wait_for()


def note(page, link, label, text):
    """A line that belongs to no topic, or a topic itself."""
    page.get_by_role("link", name=link).click()
    write(page, label, text)


def write(page, label, text):
    """Into the form that stands open, which stays open for the next line."""
    form = page.locator(".line-form")
    form.get_by_label(label, exact=False).first.fill(text)
    form.get_by_role("button", name="记下").or_(form.get_by_role("button", name="添加议题")).click()


def printed(page):
    """The lines of the minutes as they come from the printer, without what a line break cut."""
    with page.expect_download() as waiting:
        page.goto(page.url.split("#")[0])
        page.get_by_role("link", name="纪要 PDF").click()
    text = "".join(sheet.extract_text() for sheet in PdfReader(waiting.value.path()).pages)
    joined = "".join(text.split())
    return {words for words in (SAID, DECIDED, ASKED, TOPIC) if words in joined}
