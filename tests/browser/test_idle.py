"""A sign-in that runs out under somebody who is writing."""

from django.contrib.sessions.models import Session

from members.demo import PASSWORD
from members.models import Member
from tests.browser.conftest import give_password

SECRETARY, TEACHER = "1002", "1016"
TYPED = {"employee_no": "2001", "name": "林芳", "address": "学府路1号，门口有一棵桂花树"}
CHOSEN = {"gender": "female", "post_category": "teacher", "post_rank": "general", "contract_kind": "established"}


def write(page) -> None:
    """Fill the form in, the folded parts too, up to its button."""
    page.locator("main details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    for name, text in TYPED.items():
        page.locator(f"main [name={name}]").fill(text)
    for name, choice in CHOSEN.items():
        page.locator(f"main [name={name}]").select_option(choice)


def test_page_asks_before_the_end_and_at_the_end_hides_itself_and_loses_nothing(sign_in):
    page = sign_in(SECRETARY)
    page.clock.install()
    page.goto("/members/register/")
    write(page)
    page.clock.fast_forward("28:00")
    page.get_by_role("button", name="继续工作").click()
    page.get_by_role("dialog").wait_for(state="hidden")

    Session.objects.all().delete()
    page.clock.fast_forward("30:00")
    page.get_by_role("heading", name="已自动退出").wait_for()
    page.locator("#idle-password").fill(PASSWORD)
    page.get_by_role("button", name="登录并继续").click()
    page.get_by_role("dialog").wait_for(state="hidden")

    with page.expect_navigation():
        page.get_by_role("button", name="登记", exact=True).click()
    member = Member.objects.get(employee_no="2001")
    assert page.url.endswith(member.get_absolute_url())
    assert (member.name, member.address) == (TYPED["name"], TYPED["address"])


def test_page_on_which_nobody_writes_goes_to_the_sign_in(sign_in):
    page = sign_in(SECRETARY)
    page.clock.install()
    page.goto("/members/")
    Session.objects.all().delete()
    with page.expect_navigation(url="**/accounts/login/?next=/members/"):
        page.clock.fast_forward("31:00")


def test_page_that_somebody_else_left_is_nobodys_to_read(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/members/register/")
    write(page)
    other = page.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("button", name="退出登录").click()
    other.wait_for_url("**/accounts/login/")
    give_password(other, TEACHER, PASSWORD)
    other.get_by_role("heading", name="工作台").wait_for()
    page.get_by_role("heading", name="工作台").wait_for()
    assert page.locator("[name=address]").count() == 0


def test_way_back_after_signing_out_leads_to_the_sign_in(sign_in):
    page = sign_in(SECRETARY)
    page.goto("/members/")
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url("**/accounts/login/")
    page.go_back()
    page.go_back()
    page.get_by_label("密码").wait_for()
