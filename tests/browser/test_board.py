"""The board on a phone: a stranger and a colleague read it, what is new loses its mark, and a paper is drawn."""

from affairs.models import Reading
from tests.browser.conftest import PHONE, fits, follow, submit

PLAN = "学校三年发展规划"
MEALS = "食堂伙食账目"


def test_stranger_reads_an_item_and_its_paper_in_the_page(open_browser):
    page = open_browser(PHONE)
    page.goto(f"/board/?q={PLAN}")
    assert fits(page)
    follow(page, PLAN)
    assert (page.get_by_role("heading", level=1).inner_text(), fits(page)) == (PLAN, True)
    sheet = page.get_by_role("img", name="第1页")
    sheet.scroll_into_view_if_needed()
    page.locator("canvas[data-drawn]").wait_for()
    assert "分年目标" in sheet.get_attribute("aria-label")
    assert inked(page) > 500
    assert fits(page)


def test_rows_of_a_workbook_are_shown_where_they_are_asked_for(open_browser):
    page = open_browser(PHONE)
    page.goto(f"/board/?q={MEALS}")
    page.get_by_role("main").get_by_role("link", name=MEALS).first.click()
    page.get_by_text("在页面里看表格").first.click()
    page.get_by_role("cell", name="蔬菜水果").wait_for()
    assert fits(page)


def test_what_is_new_to_a_colleague_loses_its_mark(sign_in):
    page = sign_in("1016", PHONE)
    page.goto("/board/")
    count = page.get_by_text("新", exact=True).count()
    assert count > 0
    follow(page, "只看新的")
    assert (page.get_by_text("新", exact=True).count(), rows(page)) == (count, count)
    submit(page, "全部看过")
    page.get_by_text("已全部标为看过。").wait_for()
    assert page.get_by_text("新", exact=True).count() == 0
    assert fits(page)


def test_reading_is_told_once_the_page_was_on_the_screen_for_some_seconds(open_browser):
    page = open_browser()
    page.goto(f"/board/?q={PLAN}")
    follow(page, PLAN)
    with page.expect_response(lambda answer: answer.request.method == "POST") as told:
        page.wait_for_load_state()
    assert (told.value.status, Reading.objects.filter(inside=False).count()) == (204, 1)


def test_screen_turns_by_itself_and_goes_on_without_network(open_browser):
    page = open_browser({"width": 1920, "height": 1080})
    page.goto("/board/screen/?seconds=5")
    first = page.locator(".slide:not([hidden])").get_attribute("data-key")
    page.get_by_text("第1件，共").wait_for()
    page.route("**/board/screen/**", lambda route: route.abort())
    page.locator(f".slide:not([hidden]):not([data-key='{first}'])").wait_for()
    page.get_by_text("第2件，共").wait_for()


def rows(page) -> int:
    return page.get_by_role("region", name="公开栏").get_by_role("heading", level=2).count()


def inked(page) -> int:
    """Points of the drawn sheet that aren't white."""
    return page.evaluate("""() => {
      const canvas = document.querySelector("canvas[data-drawn]");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let points = 0;
      for (let place = 0; place < data.length; place += 4) points += data[place] < 128;
      return points;
    }""")
