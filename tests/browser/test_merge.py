"""Two records of one person: the secretary finds them and makes them one."""

from members.models import Member
from tests.browser.conftest import do_task, submit
from tests.welfare.factories import MadeVisitFactory
from welfare.models import Visit

SECRETARY = "1002"
FIRST, AGAIN = "1135", "2035"
"""A retiree of the demo school who was entered twice."""


def test_secretary_merges_two_records_and_the_old_address_leads_on(sign_in):
    page = sign_in(SECRETARY)
    kept, dropped = (Member.objects.get(employee_no=number) for number in (FIRST, AGAIN))
    for number, (member, goods) in enumerate(((kept, "鲜花一束"), (dropped, "水果一篮"))):
        MadeVisitFactory(member=member, number=f"T-{number}", goods=goods)
    do_task(page, "像是同一个人的")
    page.get_by_role("region", name=kept.name).get_by_role("link", name="核对并合并").click()
    page.get_by_text(f"慰问 {Visit.objects.filter(member=dropped).count()}").wait_for()
    submit(page, "合并档案")
    page.get_by_text("请选择合并后用哪一个。").wait_for()
    page.get_by_label(FIRST, exact=True).check()
    page.get_by_label("139****2035").check()
    submit(page, "合并档案")
    page.get_by_text(f"已合并为一份档案，工号{FIRST}；工号{AGAIN}停用，旧的网址会转到这里。").wait_for()
    assert page.url.endswith(kept.get_absolute_url())
    page.get_by_text(f"与 {AGAIN} {kept.name} 的重复档案合并").first.wait_for()
    visits = page.get_by_role("region", name="慰问")
    for goods in ("鲜花一束", "水果一篮"):
        visits.get_by_text(goods).wait_for()

    page.goto(dropped.get_absolute_url())
    assert page.url.endswith(kept.get_absolute_url())
    page.goto(f"/members/?q={AGAIN}")
    assert page.locator("tbody a").all_inner_texts() == [kept.name]
    page.goto("/members/duplicates/")
    page.get_by_role("heading", name="查重").wait_for()
    assert page.get_by_role("region", name=kept.name).count() == 0
