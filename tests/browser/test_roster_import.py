"""A roster by hand: sent in, one column explained, imported, sent again, and taken back."""

import io

from openpyxl import load_workbook

from tests.browser.conftest import PHONE, fits, follow, submit
from tests.members.rosters import case

SECRETARY = "1002"


def with_one_more_column(name: str, *, head: str, row: int, cells: str) -> bytes:
    """A case of ours with a column at the right that no importer knows."""
    book = load_workbook(io.BytesIO(case(name)))
    sheet = book.active
    place = sheet.max_column + 1
    sheet.cell(row, place, head)
    sheet.cell(row + 1, place, cells)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def send(page, data: bytes) -> None:
    page.goto("/members/rosters/import/")
    page.get_by_role("main").get_by_label("文件").set_input_files(
        {"name": "花名册.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    )
    submit(page, "上传并检查")


def test_roster_is_explained_imported_sent_again_and_taken_back(sign_in):
    page = sign_in(SECRETARY)
    data = with_one_more_column("01_clean.xlsx", head="师德等次", row=1, cells="优秀")
    send(page, data)
    page.get_by_text("有1列不知道是什么。请先说明，才能导入。").wait_for()
    page.get_by_role("main").get_by_label("师德等次").select_option(label="不导入这一列")
    submit(page, "记住并重新检查")
    page.get_by_text("新增40行，变更0行，不变0行，有问题0行。").wait_for()
    submit(page, "导入")
    page.get_by_text("花名册已导入。").wait_for()
    record = page.url
    follow(page, "40人")
    assert page.locator("#list-count").inner_text() == "共40条"

    send(page, data)
    page.get_by_text("没有需要导入的内容。").wait_for()
    assert page.get_by_role("button", name="导入", exact=True).count() == 0
    page.set_viewport_size(PHONE)
    assert fits(page)

    page.goto(record)
    follow(page, "收回这次导入")
    submit(page, "收回这次导入")
    page.get_by_text("已收回，名册恢复到导入之前。").wait_for()
    page.goto("/members/?q=00108")
    page.get_by_text("没有符合条件的记录").wait_for()
