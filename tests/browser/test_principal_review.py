"""The principal's review on a phone: read, comment, return, see what changed, approve; several at once; a deputy."""

from tests.browser.conftest import PHONE, do_task, fits, follow, submit

PUBLICITY_OFFICER, PRINCIPAL, PARTY_SECRETARY = "1010", "1011", "1012"
TITLE = "教辅材料选用说明"
FIRST, SECOND = "教辅材料由年级组推荐，学校统一选用。", "费用按实际用量结算，期末公布明细。"
MENDED = "教辅材料由年级组推荐，经家长委员会同意后学校统一选用。"


def test_principal_comments_on_a_passage_returns_and_approves_what_was_mended(sign_in, open_browser):
    writer, principal = sign_in(PUBLICITY_OFFICER), sign_in(PRINCIPAL, PHONE)
    hand_in(writer, TITLE, "教辅资料和校服选用", [FIRST, SECOND])

    do_task(principal, TITLE)
    assert fits(principal)
    select(principal, FIRST, "年级组推荐")
    principal.get_by_text("已选：").wait_for()
    with principal.expect_navigation():
        principal.locator("[data-comment]").click()
    comment(principal, "家长委员会同意了吗？", about="年级组推荐")
    with principal.expect_navigation():
        principal.get_by_role("link", name="批注第2段").click()
    comment(principal, "明细在哪里公布？", about=SECOND)
    assert fits(principal)
    submit(principal, "退回修改")
    principal.get_by_text("已退回，起草人会收到您的意见。").wait_for()

    do_task(writer, TITLE)
    comments = writer.get_by_role("region", name="批注")
    assert comments.locator("blockquote").all_inner_texts() == ["年级组推荐", SECOND]
    write(writer, [MENDED, SECOND])
    comments.get_by_label("已改好").first.check()
    submit(writer, "保存修改")
    hand_over(writer)

    do_task(principal, TITLE)
    assert fits(principal)
    principal.get_by_text("上次的批注：2条，已改1条").wait_for()
    changes = principal.locator("details", has_text="退回后改了什么")
    assert changes.locator("ins").all_inner_texts() == ["经家长委员会同意后"]
    submit(principal, "同意并公开")
    principal.get_by_text("已同意，现在已在公开栏公开。").wait_for()
    assert principal.get_by_role("link", name="从第一件开始").count() == 1

    reader = open_browser(PHONE)
    reader.goto(f"/board/?q={TITLE}")
    follow(reader, TITLE)
    reader.get_by_text(MENDED).wait_for()
    assert fits(reader)


def test_principal_approves_several_and_is_asked_about_what_was_not_opened(sign_in):
    principal = sign_in(PRINCIPAL, PHONE)
    principal.goto("/affairs/review/")
    everything = principal.locator(".queue-rows h2").all_inner_texts()
    titles = [title for title in everything if principal.get_by_label(f"选择：{title}").count()]
    assert len(titles) >= 2
    assert principal.get_by_role("button", name="一并审批").is_disabled()
    for title in titles[:2]:
        principal.get_by_label(f"选择：{title}").check()
    submit(principal, "一并审批2项")
    assert fits(principal)
    submit(principal, "同意这2项")
    principal.get_by_text(f"“{titles[0]}”还没有打开过。请先看过，或者勾选后一并同意。").wait_for()
    principal.get_by_text("展开全文").first.click()
    principal.get_by_text("已打开").wait_for()
    principal.get_by_label("没有打开过，也一并同意").check()
    submit(principal, "同意这2项")
    principal.get_by_text("已同意2项。").wait_for()
    left = [title for title in everything if title not in titles[:2]]
    assert principal.locator(".queue-rows h2").all_inner_texts() == left


def test_deputy_approves_while_the_principal_is_away(sign_in):
    principal, deputy = sign_in(PRINCIPAL, PHONE), sign_in(PARTY_SECRETARY, PHONE)
    principal.goto("/affairs/review/")
    title = principal.locator(".queue-rows h2").first.inner_text()
    follow(principal, "请人代审")
    follow(principal, "请人代审")
    principal.get_by_label("请谁代审").select_option(label="韩建国")
    principal.get_by_label("到").fill(principal.get_by_label("从").input_value())
    principal.get_by_label("原因").fill("外出学习")
    assert fits(principal)
    submit(principal, "请人代审")
    principal.get_by_text("正在代审").wait_for()

    do_task(deputy, title)
    assert fits(deputy)
    submit(deputy, "同意并公开")
    deputy.get_by_text("已同意，现在已在公开栏公开。").wait_for()

    follow(principal, "结束代审")
    submit(principal, "结束代审")
    assert deputy.request.get("/affairs/review/").status == 403


def hand_in(writer, title: str, matter: str, lines: list[str]) -> None:
    """Draft a disclosure and submit it."""
    writer.goto("/affairs/disclosures/draft/")
    writer.get_by_label("查找公开目录").fill(matter)
    writer.get_by_label("查找公开目录").press("Enter")
    writer.get_by_label("标题").fill(title)
    write(writer, lines)
    submit(writer, "保存草稿")
    hand_over(writer)


def write(writer, lines: list[str]) -> None:
    """Type the text anew, a paragraph for each line."""
    editor = writer.get_by_role("textbox", name="正文")
    editor.click()
    writer.keyboard.press("Control+A")
    writer.keyboard.press("Delete")
    for place, line in enumerate(lines):
        if place:
            writer.keyboard.press("Enter")
        writer.keyboard.insert_text(line)


def hand_over(writer) -> None:
    """Submit what is open."""
    follow(writer, "提交审批")
    submit(writer, "提交审批")
    writer.get_by_text("已提交，审批人会收到通知。").wait_for()


def comment(page, text: str, *, about: str) -> None:
    """Say it on the page that shows what it is about."""
    assert page.locator(".comment-quote").inner_text() == about
    page.get_by_label("批注").fill(text)
    submit(page, "保存批注")
    page.get_by_text("已批注。").wait_for()


def select(page, line: str, words: str) -> None:
    """Select some words of a line, as a finger does."""
    page.get_by_role("region", name="公开栏上会这样显示").get_by_text(line).evaluate(
        """(shown, words) => {
            const text = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT).nextNode();
            const start = text.data.indexOf(words);
            getSelection().setBaseAndExtent(text, start, text, start + words.length);
        }""",
        words,
    )
