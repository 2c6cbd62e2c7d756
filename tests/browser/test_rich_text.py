"""The editor of rich text: what is written and pasted in it is what the board shows."""

from tests.browser.conftest import PHONE, fits, submit

SECRETARY = "1002"
TITLE = "食堂整改情况"
PASTED = '<p style="color:red" onclick="x()">附：<b>整改</b><script>x()</script>清单</p><ul><li>更换消毒柜</li></ul>'


def test_text_with_heading_list_and_table_comes_out_as_it_was_written(sign_in):
    page = sign_in(SECRETARY, PHONE)
    page.goto("/affairs/disclosures/draft/")
    page.locator("select[name=item]").select_option(index=1)
    page.locator("[name=title]").fill(TITLE)
    write(page)
    paste(page, PASTED)
    assert fits(page)
    submit(page, "保存草稿")

    text = page.locator(".posted-text")
    assert text.locator("h3").all_inner_texts() == ["一、检查结果"]
    assert text.locator(".paper-item").all_inner_texts() == ["1.后厨", "2.库房", "•更换消毒柜"]
    assert text.locator("th").all_inner_texts() == ["项目", "金额", ""]
    assert text.get_by_text("附：整改清单").locator("strong").inner_text() == "整改"


def test_text_that_is_opened_and_left_alone_is_not_changed(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/affairs/disclosures/draft/")
    page.locator("select[name=item]").select_option(index=1)
    page.locator("[name=title]").fill(TITLE)
    write(page)
    submit(page, "保存草稿")
    page.get_by_role("link", name="修改", exact=True).click()
    before = page.locator("textarea[name=body]").input_value()
    page.get_by_role("textbox", name="正文").click()
    assert page.locator("textarea[name=body]").input_value() == before


def write(page):
    """A heading, a list of two items and a table, with the buttons of the bar."""
    bar = page.get_by_role("toolbar", name="文字格式")
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("一、检查结果")
    bar.get_by_role("button", name="大标题").click()
    page.keyboard.press("Enter")
    bar.get_by_role("button", name="编号").click()
    for words in ("后厨", "库房"):
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    bar.get_by_role("button", name="表格").click()
    page.keyboard.type("项目")
    page.keyboard.press("Tab")
    page.keyboard.type("金额")


def paste(page, html):
    """As from the clipboard, behind all that stands there."""
    page.keyboard.press("Control+End")
    page.get_by_role("textbox", name="正文").evaluate(
        """(editor, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const options = { clipboardData: data, bubbles: true, cancelable: true };
            editor.dispatchEvent(new ClipboardEvent("paste", options));
        }""",
        html,
    )
