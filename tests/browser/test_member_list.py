"""The member list and the accounts, as the secretary uses them; and the phone of somebody with a first password."""

import io
import re
from collections.abc import Iterable

import openpyxl
import pypdf
from django.utils import timezone

from members.enums import ServiceStatus
from members.models import Member
from tests.browser.conftest import PHONE, fits, follow, give_password, submit

SECRETARY = "1002"
MOVED, COLLEAGUE = ("1020", "1021"), "1025"
OWN = "Ziji-de-Mima-9"
LOGIN_AND_PASSWORD = re.compile(r"登录名\s*(\S+)\s*初始密码\s*(\S+)")


def test_people_are_filtered_sorted_ticked_and_moved_with_a_date(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/members/?q=102")
    page.get_by_role("link", name="工号", exact=True).click()
    page.get_by_role("columnheader", name="工号").and_(page.locator("[aria-sort=ascending]")).wait_for()
    numbers = page.locator("tbody [data-label=工号]").all_inner_texts()
    assert numbers == sorted(numbers)
    assert numbers[:2] == list(MOVED)

    bar = page.get_by_role("form", name="批量办理")
    assert [button.is_disabled() for button in bar.get_by_role("button").all()] == [True] * 5
    tick(page, MOVED)
    bar.get_by_text("已选2项").wait_for()
    assert [button.is_disabled() for button in bar.get_by_role("button").all()] == [False] * 5
    submit(page, "调整部门")
    page.get_by_role("heading", name="已选2人").wait_for()
    page.get_by_role("combobox", name="部门").select_option(label="政史地组")
    page.get_by_label("自何日起").fill(timezone.localdate().isoformat())
    submit(page, "调整部门")
    page.get_by_text("已办理2人。").wait_for()

    page.get_by_role("combobox", name="部门").select_option(label="政史地组")
    page.wait_for_url("**department=*")
    page.get_by_text("共3条").wait_for()
    assert page.locator("tbody [data-label=工号]").all_inner_texts() == [*MOVED, COLLEAGUE]


def test_page_and_then_the_whole_list_are_ticked_by_keyboard(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/members/")
    total = Member.objects.count()
    page.get_by_label("选择本页全部").press("Space")
    page.get_by_text("已选50项").wait_for()
    page.get_by_role("checkbox", name="选择", exact=False).nth(1).press("Space")
    page.get_by_text("已选49项").wait_for()
    page.get_by_label(f"全部{total}项").press("Space")
    with page.expect_navigation():
        page.get_by_role("button", name="加标签").press("Enter")
    page.get_by_role("heading", name=f"已选{total}人").wait_for()


def test_workbook_has_the_columns_that_were_chosen(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/members/?q=1021")
    follow(page, "选择列")
    for label in ("性别", "部门", "工会小组", "职称", "会籍状态"):
        page.get_by_label(label, exact=True).uncheck()
    page.get_by_label("手机号码").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 Excel").click()
    rows = list(
        openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes())).active.iter_rows(values_only=True)
    )
    person = Member.objects.get(employee_no="1021")
    assert rows[-2:] == [("工号", "姓名", "在职状态", "手机号码"), ("1021", person.name, "在职", person.phone)]


def test_first_password_opens_the_phone_until_the_account_is_blocked(sign_in, open_browser):
    secretary, phone = sign_in(SECRETARY), open_browser(PHONE)
    retired = Member.objects.filter(account=None, service_status=ServiceStatus.RETIRED).order_by("employee_no")
    numbers = list(retired.values_list("employee_no", flat=True)[:2])
    secretary.goto(f"/members/?service={ServiceStatus.RETIRED}")
    tick(secretary, numbers)
    submit(secretary, "开通账号")
    submit(secretary, "开通账号")
    passwords = dict(LOGIN_AND_PASSWORD.findall(printed(secretary, "打印初始密码单")))
    assert sorted(passwords) == numbers

    give_first_password(phone, numbers[0], passwords[numbers[0]])
    phone.goto("/activities/")
    phone.get_by_role("heading", name="先换成自己的密码").wait_for()
    assert fits(phone)
    phone.get_by_label("当前密码").fill(passwords[numbers[0]])
    phone.get_by_label("新密码", exact=True).fill(OWN)
    phone.get_by_label("再输一次新密码").fill(OWN)
    submit(phone, "修改密码")
    phone.get_by_role("heading", name="活动").wait_for()

    secretary.goto(Member.objects.get(employee_no=numbers[0]).get_absolute_url())
    secretary.get_by_text("更多", exact=True).click()
    follow(secretary, "停用账号")
    secretary.get_by_label("原因").fill("手机遗失")
    submit(secretary, "停用账号")
    secretary.get_by_text("账号已停用，所有登录都已退出。").wait_for()
    phone.goto("/activities/")
    give_password(phone, numbers[0], OWN)
    phone.get_by_text("这个账号已停用，请联系工会秘书。").wait_for()


def tick(page, numbers: Iterable[str]) -> None:
    """Tick the rows of these employee numbers."""
    for number in numbers:
        page.get_by_role("row").filter(has_text=number).get_by_role("checkbox").check()


def give_first_password(page, number: str, password: str) -> None:
    """As the strip of paper says."""
    page.goto("/accounts/login/")
    give_password(page, number, password)


def printed(page, link: str) -> str:
    """The text of the paper behind a link."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(waiting.value.path()).pages)
