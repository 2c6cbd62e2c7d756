"""Moving several people at once: ticked in the list, told where to and since when, and told back how many."""

from django.utils import timezone

from tests.browser.conftest import PHONE, fits, follow, submit

SECRETARY = "1002"
FIRST, SECOND = "1021", "1022"


def test_people_ticked_in_the_list_are_moved_into_a_group_and_get_a_tag(sign_in):
    page = sign_in(SECRETARY)
    choose(page, "调整工会小组")
    page.get_by_role("heading", name="已选2人").wait_for()
    page.get_by_label("工会小组").select_option(label="离退休工会小组")
    submit(page, "调整工会小组")
    page.get_by_text("已办理2人。").wait_for()
    row = page.get_by_role("row").filter(has_text=FIRST)
    row.get_by_text("离退休工会小组").wait_for()

    choose(page, "加标签")
    page.get_by_label("标签").select_option(label="劳模")
    submit(page, "加标签")
    row.get_by_role("link").first.click()
    page.get_by_role("region", name="部门、小组与标签").get_by_text("劳模").wait_for()


def test_head_is_named_on_a_phone(sign_in):
    page = sign_in(SECRETARY, PHONE)
    page.goto("/members/organisation/groups/")
    page.get_by_role("link", name="第二工会小组").first.click()
    follow(page, "任命组长")
    page.get_by_label("姓名").last.select_option(index=5)
    page.get_by_label("自何日起").fill(timezone.localdate().isoformat())
    assert fits(page)
    submit(page, "任命")
    page.get_by_text("已任命。").wait_for()


def choose(page, deed: str) -> None:
    """Tick two people in the list and take up what is to be done with them."""
    page.goto("/members/?q=102")
    for number in (FIRST, SECOND):
        page.get_by_role("row").filter(has_text=number).get_by_role("checkbox").check()
    with page.expect_navigation():
        page.get_by_role("button", name=deed, exact=True).click()
