"""Two disclosures on their way to the board: one for everybody, returned once, and one for the staff alone."""

from tests.browser.conftest import PHONE, do_task, fits, follow, submit

PUBLICITY_OFFICER, PRINCIPAL = "1010", "1011"
TITLE, INSIDE = "期末招生咨询安排", "绩效工资核算说明"
FILE = {"name": "路线.txt", "mimeType": "text/plain", "buffer": "从南门进校".encode()}
COMMENT = "请写明两场各在哪里"


def test_disclosure_is_returned_mended_approved_and_read_by_strangers(sign_in, open_browser):
    writer, principal = sign_in(PUBLICITY_OFFICER), sign_in(PRINCIPAL, PHONE)
    hand_in(writer, TITLE, "招生政策与录取结果", reach="社会", body="咨询分两场。", file=FILE)
    assert titles_on_board(open_browser(), TITLE) == []

    do_task(principal, TITLE)
    assert fits(principal)
    principal.get_by_text("不登录也能看到。").wait_for()
    submit(principal, "退回修改")
    principal.get_by_role("alert").get_by_text("请写明退回的意见，或者批注需要修改的段落。").wait_for()
    principal.get_by_label("退回意见").fill(COMMENT)
    submit(principal, "退回修改")
    principal.get_by_text("已退回，起草人会收到您的意见。").wait_for()

    do_task(writer, COMMENT)
    writer.get_by_text(f"退回意见：{COMMENT}").wait_for()
    writer.get_by_label("正文").fill("咨询分两场：\n1. 上午在报告厅。\n2. 下午在图书馆。")
    submit(writer, "保存修改")
    follow(writer, "提交审批")
    submit(writer, "提交审批")
    assert titles_on_board(open_browser(), TITLE) == []

    do_task(principal, TITLE)
    principal.get_by_role("insertion").get_by_text("下午在图书馆。").wait_for()
    submit(principal, "同意并公开")
    principal.get_by_text("已同意，现在已在公开栏公开。").wait_for()

    stranger = open_browser()
    assert titles_on_board(stranger, TITLE) == [TITLE]
    follow(stranger, TITLE)
    article = stranger.get_by_role("article")
    assert article.get_by_role("heading", level=1).inner_text() == TITLE
    assert article.get_by_text("上午在报告厅。").count() == 1
    with stranger.expect_download() as waiting:
        article.get_by_role("link", name="路线.txt").click()
    assert waiting.value.path().read_text() == "从南门进校"


def test_disclosure_to_the_staff_is_not_there_for_a_stranger(sign_in, open_browser):
    writer, principal = sign_in(PUBLICITY_OFFICER), sign_in(PRINCIPAL, PHONE)
    hand_in(writer, INSIDE, "绩效工资分配方案", reach="全体教职工", body="按课时和班主任工作核算。", file=FILE)
    do_task(principal, INSIDE)
    principal.get_by_text("登录的教职工能看到。").wait_for()
    submit(principal, "同意并公开")

    assert titles_on_board(writer, INSIDE) == [INSIDE]
    follow(writer, INSIDE)
    file = writer.get_by_role("link", name="路线.txt").get_attribute("href")
    assert writer.request.get(file).status == 200
    stranger = open_browser()
    assert titles_on_board(stranger, INSIDE) == []
    assert (stranger.request.get(writer.url).status, stranger.request.get(file).status) == (404, 404)


def hand_in(writer, title: str, matter: str, *, reach: str, body: str, file: dict) -> None:
    """Draft a disclosure with a file and submit it."""
    writer.goto("/affairs/disclosures/")
    follow(writer, "起草公开事项")
    writer.get_by_label("查找公开目录").fill(matter)
    writer.get_by_label("查找公开目录").press("Enter")
    writer.get_by_label("标题").fill(title)
    writer.get_by_label("正文").fill(body)
    writer.get_by_label("公开范围").select_option(label=reach)
    submit(writer, "保存草稿")
    writer.get_by_label("选择文件").set_input_files(file)
    submit(writer, "上传")
    follow(writer, "提交审批")
    submit(writer, "提交审批")
    writer.get_by_text("已提交，审批人会收到通知。").wait_for()


def titles_on_board(page, words: str) -> list[str]:
    """What somebody finds on the board by these words. A stranger's browser keeps the page it found for a minute."""
    page.goto(f"/board/?q={words}")
    board = page.get_by_role("region", name="公开栏")
    return board.get_by_role("heading", level=2).get_by_role("link").all_inner_texts()
