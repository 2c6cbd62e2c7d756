"""The main job, from the roster to the summary, by the people whose work it is."""

import io
import re
from pathlib import Path

import docx
import pypdf
from django.utils import timezone

from tests.browser.conftest import PHONE, fits, submit

ROSTER = Path(__file__).parent.parent / "cases" / "rosters" / "01_clean.xlsx"

CHAIR, SECRETARY, TREASURER, CASHIER, WELFARE_OFFICER, TEACHER = "1001", "1002", "1003", "1004", "1006", "1016"


def downloaded(page, link: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    return Path(waiting.value.path()).read_bytes()


def test_roster_is_checked_shown_and_taken_in(sign_in):
    page = sign_in(SECRETARY)
    page.locator("summary").filter(has_text="人员").click()
    page.get_by_role("link", name="会员", exact=True).first.click()
    page.get_by_role("link", name="导入花名册").click()
    page.get_by_role("main").get_by_label("文件").set_input_files(ROSTER)
    submit(page, "上传并检查")
    page.get_by_text("新增40行，变更0行，不变0行，有问题0行。").wait_for()
    submit(page, "导入")
    page.get_by_text("花名册已导入。").wait_for()
    page.goto("/members/?q=ouyang")
    assert {"欧阳玥"} <= set(page.locator("tbody a").all_inner_texts())
    page.goto("/members/?q=00108")
    assert page.locator("tbody a").all_inner_texts() == ["黄建华"]


def test_visit_goes_from_request_to_voucher_and_into_the_summary(sign_in):
    officer, secretary, chair = sign_in(WELFARE_OFFICER), sign_in(SECRETARY), sign_in(CHAIR)
    cashier, treasurer = sign_in(CASHIER), sign_in(TREASURER)
    before = visits_in_summary(chair)

    officer.goto("/welfare/visits/request/")
    officer.get_by_label("教职工", exact=False).last.select_option(label=option_of(officer, "古丽娜尔·艾尔肯"))
    officer.locator("[name=occasion]").select_option(label="生病")
    officer.locator("[name=happened_on]").fill(timezone.localdate().isoformat())
    officer.locator("[name=cash]").fill("600")
    officer.locator("[name=circumstances]").fill("住院观察")
    submit(officer, "提交申请")
    address = officer.url
    number = re.search(r"\d{4}-\d{3}", officer.locator("h1").inner_text()).group()

    secretary.goto(address)
    secretary.get_by_role("link", name="核对标准").click()
    submit(secretary, "核对无误，报主席批准")
    chair.goto(address)
    chair.get_by_role("link", name="批准", exact=True).click()
    submit(chair, "批准")
    secretary.goto(address)
    secretary.get_by_role("link", name="登记慰问").click()
    secretary.locator("[name=visitors]").fill("陈静、蒋文博")
    submit(secretary, "登记慰问")

    assert cashier.request.get(address).status == 404
    cashier.goto("/")
    task = cashier.locator(".tasks li", has_text=number)
    assert "生病" not in task.inner_text()
    task.get_by_role("link").click()
    cashier.locator("[name=account]").select_option(label="备用金")
    submit(cashier, "确认已付款")

    treasurer.goto("/")
    treasurer.locator(".tasks li", has_text=number).get_by_role("link").click()
    submit(treasurer, "记账")
    voucher = pypdf.PdfReader(io.BytesIO(downloaded(treasurer, "打印凭证")))
    assert "人民币陆佰元整" in "".join(page.extract_text() for page in voucher.pages).replace("\n", "")

    assert visits_in_summary(chair) == before + 1


def test_secretary_takes_the_summary_away(sign_in):
    page = sign_in(SECRETARY)
    page.get_by_role("link", name="工作总结").first.click()
    figure = page.locator('[data-figure="welfare.visits"]').first
    told = figure.inner_text()
    pdf = pypdf.PdfReader(io.BytesIO(downloaded(page, "下载 PDF")))
    word = docx.Document(io.BytesIO(downloaded(page, "下载 Word")))
    assert f"共慰问教职工{told}" in "".join(sheet.extract_text() for sheet in pdf.pages).replace("\n", "")
    assert any(f"共慰问教职工{told}" in paragraph.text for paragraph in word.paragraphs)
    figure.click()
    assert page.locator(".measures dd").first.inner_text() == told


def test_teacher_on_a_phone_finds_the_way_and_nothing_of_others(sign_in):
    page = sign_in(TEACHER, viewport=PHONE)
    page.get_by_role("link", name="查看我的档案").click()
    page.get_by_role("heading", name="古丽娜尔·艾尔肯").wait_for()
    assert fits(page)
    page.goto("/search/?q=chenjing")
    page.get_by_text("没有找到").wait_for()


def visits_in_summary(page) -> int:
    page.goto("/reports/summary/")
    return int(re.match(r"\d+", page.locator('[data-figure="welfare.visits"]').first.inner_text()).group())


def option_of(page, name: str) -> str:
    return next(text for text in page.locator("[name=member] option").all_inner_texts() if name in text).strip()
