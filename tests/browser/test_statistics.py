"""Charts and the address of a calendar, as a browser under our content security policy draws them."""

from tests.browser.conftest import PHONE, fits

PAINTED = """figure => {
  const canvas = figure.querySelector("canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.some((value) => value !== 0);
}"""


def test_charts_are_drawn_beside_their_tables(sign_in):
    """`sign_in` fails the test where the console told of anything the policy refused."""
    for viewport in ({"width": 1440, "height": 900}, PHONE):
        page = sign_in("1002", viewport)
        page.goto("/members/statistics/")
        figures = page.locator("[data-chart]")
        page.locator("[data-chart] canvas").nth(figures.count() - 1).wait_for()
        page.wait_for_timeout(500)
        assert [figure.evaluate(PAINTED) for figure in figures.all()] == [True] * 9
        assert fits(page)


def test_number_leads_to_the_list_of_its_people(sign_in):
    page = sign_in("1002")
    page.goto("/members/statistics/")
    women = page.get_by_role("region", name="性别", exact=True).get_by_role("row", name="女").get_by_role("link")
    count = women.inner_text()
    women.click()
    page.get_by_role("heading", name=f"会员 共{count}").wait_for()


def test_calendar_address_is_made_and_read_without_signing_in(sign_in, open_browser):
    page = sign_in("1002")
    page.goto("/members/milestones/calendar/")
    page.get_by_role("button", name="生成订阅地址").click()
    page.get_by_role("heading", name="您的订阅地址").wait_for()
    address = page.locator("[data-copied]").input_value()
    page.get_by_role("button", name="复制地址").click()
    page.get_by_role("button", name="已复制").wait_for()
    answer = open_browser().request.get(address)
    assert (answer.status, answer.text()[:15]) == (200, "BEGIN:VCALENDAR")
