"""A proposal from a teacher's draft to the board, by everybody whose hands it goes through."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from congress.selectors import answer_due
from members.models import Member
from tests.browser.conftest import PHONE, do_task, fits, follow, submit
from unionoffice.templatetags.office import day

TEACHER, PROPOSER, INVITED, SECONDER = "1016", "1023", "1043", "1021"
"""A teacher without a vote, a delegate of the same union group who takes the draft up, one who is asked to second,
and one who seconds unasked."""

SECRETARY, LEAD, HELPER, PRINCIPAL = "1002", "1019", "1014", "1011"
"""Who keeps the congress, the heads of the department that answers and of the one that assists, and who signs."""

TITLE = "关于更换教研室老旧空调的提案"
EARLIER = "2026-004 关于更换教学楼老旧空调的提案"
REASON, MEASURES = "教研室的空调用了十五年，夏天不制冷。", "暑假前更换四间教研室的空调。"
OPINION = "暑假第一周可以施工，不影响上课。"
VAGUE, REWORDED, PROMISED = "空调会更换。", "今年更换四间教研室的空调。", "已列入采购，暑假第一周更换。"
DONE = "四间教研室的空调已全部更换。"


def test_proposal_goes_from_a_teachers_draft_to_the_board(sign_in):
    teacher, proposer = draft(sign_in(TEACHER, PHONE)), sign_in(PROPOSER, PHONE)
    address = teacher.url
    assert proposer.request.get(address).status == 404
    offer(teacher)
    find_delegates(sign_in, proposer)
    number = file(proposer)

    secretary, lead, principal = sign_in(SECRETARY), sign_in(LEAD, PHONE), sign_in(PRINCIPAL, PHONE)
    today = timezone.localdate()
    assign(secretary, address, due_on=today + timedelta(days=7))
    give_opinion(sign_in(HELPER, PHONE), number)
    receive(lead, number)
    answer(lead, number, "已解决（A类）", VAGUE)
    give_back(principal)
    answer(lead, number, "已解决（A类）", REWORDED)
    assert (answers_on(teacher, address), answers_on(proposer, address)) == ([], [])
    sign(principal, REWORDED)

    assert day(today + timedelta(days=7)) in due_on(proposer, address)
    rate(proposer, REWORDED, "不满意", "没有写明什么时候更换")
    assert day(answer_due(today)) in due_on(proposer, address)
    answer(lead, number, "正在解决（B类）", PROMISED, expected_on=today + timedelta(days=60))
    assert answers_on(proposer, address) == [REWORDED]
    sign(principal, PROMISED)
    rate(proposer, PROMISED, "满意", "这次写清楚了")
    keep_promise(lead, address)

    assert answers_on(teacher, address) == [REWORDED, PROMISED]
    publish(secretary, principal)
    assert row_on_board(teacher, number) == [number, TITLE, "总务处", "已办结", "正在解决（B类）", "满意"]


def draft(page):
    """Write it by the way that a phone shows, put the page away, and go on in another one."""
    page.get_by_role("navigation", name="常用栏目").get_by_role("link", name="提案").click()
    follow(page, "起草提案")
    page.get_by_label("案名").press_sequentially(TITLE)
    page.get_by_role("region", name="已有类似提案").get_by_role("link", name=EARLIER).wait_for()
    page.get_by_label("案由").fill(REASON)
    page.get_by_text(re.compile(r"已保存 \d\d:\d\d")).wait_for()
    assert fits(page)
    desk = page.context.new_page()
    page.close()

    desk.goto("/congress/proposals/?only=mine")
    follow(desk, TITLE)
    desk.get_by_text("还没有填写类别、建议，补全后才能请人领衔或附议。").wait_for()
    follow(desk, "修改")
    expect(desk.get_by_label("案由")).to_have_value(REASON)
    desk.get_by_label("类别").select_option(label="后勤保障")
    desk.get_by_label("建议").fill(MEASURES)
    submit(desk, "保存修改")
    return desk


def offer(teacher) -> None:
    """Whoever of the group is first stands for it."""
    follow(teacher, "请代表领衔")
    submit(teacher, "请代表领衔")


def find_delegates(sign_in, proposer) -> None:
    """One stands for it, two second it: one asked, one unasked."""
    do_task(proposer, f"请您领衔《{TITLE}》")
    follow(proposer, "领衔这份提案")
    submit(proposer, "我来领衔")
    proposer.get_by_text("还差2名附议人才能提交。").wait_for()
    follow(proposer, "邀请附议")
    assert fits(proposer)
    proposer.get_by_label(Member.objects.get(employee_no=INVITED).name).check()
    submit(proposer, "发出邀请")

    invited, seconder = sign_in(INVITED, PHONE), sign_in(SECONDER, PHONE)
    do_task(invited, f"请您附议《{TITLE}》")
    submit(invited, "附议")
    invited.get_by_text("已附议，谢谢您。").wait_for()
    seconder.goto("/congress/proposals/")
    follow(seconder, TITLE)
    submit(seconder, "附议")


def file(proposer) -> str:
    """Hand it in; the number is told."""
    do_task(proposer, f"《{TITLE}》可以提交了")
    submit(proposer, "提交提案")
    told = proposer.get_by_role("heading", level=1).inner_text().strip()
    said = re.fullmatch(r"已提交，编号 (\d{4}-\d{3})", told)
    assert said is not None, told
    return said[1]


def assign(secretary, address: str, *, due_on) -> None:
    """Make it a case and give it to two departments."""
    secretary.goto(address)
    follow(secretary, "立案")
    submit(secretary, "立案")
    follow(secretary, "交办")
    secretary.get_by_label("主办部门").select_option(label="总务处")
    secretary.get_by_role("checkbox", name="教务处").check()
    secretary.get_by_label("答复期限").fill(due_on.isoformat())
    submit(secretary, "交办")
    secretary.get_by_text("已交办。").wait_for()


def give_opinion(helper, number: str) -> None:
    """The assisting department says what it can do."""
    do_task(helper, f"提案{number}《{TITLE}》待填写协办意见")
    helper.get_by_label("协办意见").fill(OPINION)
    submit(helper, "提交意见")


def receive(lead, number: str) -> None:
    """The department takes it on."""
    do_task(lead, f"提案{number}《{TITLE}》待接收")
    submit(lead, "接收办理")


def answer(lead, number: str, result: str, text: str, *, expected_on=None) -> None:
    """The department answers, with the other one's opinion before it."""
    do_task(lead, f"提案{number}《{TITLE}》待答复")
    lead.get_by_role("region", name="协办意见").get_by_text(OPINION).wait_for()
    assert fits(lead)
    lead.get_by_label(result).check()
    lead.get_by_label("答复内容").fill(text)
    if expected_on:
        lead.get_by_label("预计完成日期").fill(expected_on.isoformat())
    submit(lead, "报校领导签批")
    lead.get_by_text("答复已报校领导签批。").wait_for()


def give_back(principal) -> None:
    """The principal wants it said otherwise, and has to say how."""
    do_task(principal, TITLE)
    principal.get_by_text(VAGUE).wait_for()
    submit(principal, "退回修改")
    principal.get_by_label("退回意见").fill("请写明更换几间")
    submit(principal, "退回修改")
    principal.get_by_text("已退回主办部门修改。").wait_for()


def sign(principal, text: str) -> None:
    """The principal reads the answer on the way and signs it."""
    do_task(principal, TITLE)
    principal.get_by_text(text).wait_for()
    assert fits(principal)
    submit(principal, "签批并答复提案人")
    principal.get_by_text("已签批，答复已交提案人评价。").wait_for()


def rate(proposer, text: str, grade: str, comment: str) -> None:
    """Who asked reads the answer and says what it is worth."""
    do_task(proposer, f"《{TITLE}》已有答复，待您评价")
    proposer.get_by_text(text).wait_for()
    proposer.get_by_label(grade, exact=True).check()
    proposer.get_by_label("评价意见").fill(comment)
    submit(proposer, "提交评价")
    proposer.get_by_text("评价已提交，谢谢您。").wait_for()


def keep_promise(lead, address: str) -> None:
    """The department notes how far it is, and that it is done."""
    lead.goto(address)
    follow(lead, "登记落实进展")
    lead.get_by_label("落实进展").fill("空调已到货。")
    submit(lead, "登记进展")
    follow(lead, "办结")
    lead.get_by_label("落实情况").fill(DONE)
    submit(lead, "办结")
    lead.get_by_text("已办结。").wait_for()


def publish(secretary, principal) -> None:
    """The draft for the board is there in one step; it is approved like any other."""
    secretary.goto("/congress/proposals/")
    secretary.get_by_role("main").get_by_text("更多", exact=True).click()
    follow(secretary, "公开办理情况")
    submit(secretary, "保存草稿")
    follow(secretary, "提交审批")
    submit(secretary, "提交审批")
    do_task(principal, "提案办理情况")
    submit(principal, "同意并公开")


def due_on(page, address: str) -> str:
    """The day by which the department is to answer."""
    page.goto(address)
    return page.locator(".fact").filter(has_text="答复期限").inner_text()


def answers_on(page, address: str) -> list[str]:
    """What the proposal's page tells somebody of answers, the first one at the top."""
    page.goto(address)
    page.get_by_role("heading", name=TITLE).wait_for()
    told = page.get_by_role("region", name="答复", exact=True).all_inner_texts()
    return [text for text in (VAGUE, REWORDED, PROMISED) if text in "".join(told)]


def row_on_board(page, number: str) -> list[str]:
    """What everybody reads of it there; the proposer's name stands in the third cell."""
    page.goto("/board/?q=提案办理情况")
    page.get_by_role("region", name="公开栏").get_by_role("heading", level=2).get_by_role("link").first.click()
    cells = page.get_by_role("row").filter(has_text=number).get_by_role("cell").all_inner_texts()
    return [*cells[:2], *cells[3:]]
