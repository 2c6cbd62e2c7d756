"""An account's first day, and two tabs in which one record is edited at once."""

from members.models import Member
from tests.browser.conftest import PHONE, fits, follow, give_password, submit

SECRETARY, NEWCOMER = "1002", "2001"
GIVEN, OWN = "Chuci-Denglu-8", "Ziji-de-Mima-9"
WANTED = "/activities/"


def test_first_password_is_changed_before_anything_else_opens(sign_in, open_browser):
    secretary, newcomer = sign_in(SECRETARY), open_browser(PHONE)
    register(secretary)
    secretary.get_by_role("main").get_by_text("更多", exact=True).click()
    follow(secretary, "开通账号")
    secretary.get_by_role("main").get_by_label("密码").fill(GIVEN)
    submit(secretary, "开通账号")
    secretary.get_by_text("账号已开通，登录名是工号。").wait_for()

    newcomer.goto(WANTED)
    give_password(newcomer, NEWCOMER, GIVEN)
    gate = newcomer.get_by_role("heading", name="先换成自己的密码")
    gate.wait_for()
    for elsewhere in ("/", "/members/me/", WANTED):
        newcomer.goto(elsewhere)
        gate.wait_for()
    assert fits(newcomer)

    choose_password(newcomer, GIVEN)
    newcomer.get_by_text("新密码不能和当前密码一样，请换一个。", exact=True).wait_for()
    choose_password(newcomer, OWN)
    newcomer.get_by_role("heading", name="活动").wait_for()
    assert newcomer.evaluate("location.pathname") == WANTED
    newcomer.goto("/")
    newcomer.get_by_role("heading", name="工作台").wait_for()


def test_second_of_two_tabs_is_told_sees_both_texts_and_saves(sign_in):
    first = sign_in(SECRETARY)
    member = Member.objects.get(employee_no="1030")
    Member.objects.filter(pk=member.pk).update(title="一级教师")
    first.goto(member.get_absolute_url())
    follow(first, "修改资料")
    second = first.context.new_page()
    second.goto(first.url)

    first.get_by_label("职称").fill("高级教师")
    first.get_by_label("会员证号").fill("GH-0001")
    submit(first, "保存修改")
    second.get_by_label("职称").fill("正高级教师")
    submit(second, "保存修改")

    alert = second.get_by_role("alert")
    alert.get_by_role("heading", name="还没有保存").wait_for()
    assert alert.get_by_role("cell").all_inner_texts() == ["职称", "高级教师", "正高级教师"]
    assert second.get_by_label("会员证号").input_value() == "GH-0001"
    submit(second, "保存修改")
    assert second.evaluate("location.pathname") == member.get_absolute_url()
    member.refresh_from_db()
    assert (member.title, member.card_no) == ("正高级教师", "GH-0001")


def register(secretary) -> None:
    """Somebody new, who has no account yet."""
    secretary.goto("/members/")
    follow(secretary, "登记一人")
    form = secretary.get_by_role("main")
    form.get_by_label("工号").fill(NEWCOMER)
    form.get_by_label("姓名").fill("林芳")
    form.get_by_label("性别").select_option(label="女")
    submit(secretary, "登记")


def choose_password(page, password: str) -> None:
    """Change the given password to this one."""
    page.get_by_label("当前密码").fill(GIVEN)
    page.get_by_label("新密码", exact=True).fill(password)
    page.get_by_label("再输一次新密码").fill(password)
    submit(page, "修改密码")
