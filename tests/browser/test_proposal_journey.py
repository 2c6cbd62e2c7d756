"""A proposal from a teacher's draft to the closed case, by everybody whose hands it goes through."""

import re

from playwright.sync_api import expect

from members.models import Member
from tests.browser.conftest import PHONE, do_task, fits, follow, submit

TEACHER, PROPOSER, INVITED, SECONDER = "1016", "1023", "1043", "1021"
"""A teacher without a vote, a delegate of the same union group who takes the draft up, one who is asked to second,
and one who seconds unasked."""

SECRETARY, DEPARTMENT_HEAD, PRINCIPAL = "1002", "1014", "1011"
TITLE = "关于在教研室配备饮水机的提案"
ANSWER = "三个教研室各配一台，下周安装，由教务处负责换水。"


def test_proposal_goes_from_a_teachers_draft_to_the_closed_case(sign_in):
    teacher, proposer = sign_in(TEACHER, PHONE), sign_in(PROPOSER, PHONE)
    draft(teacher)
    address = teacher.url
    assert proposer.request.get(address).status == 404
    follow(teacher, "请代表领衔")
    submit(teacher, "请代表领衔")

    find_delegates(sign_in, proposer)
    number = file(proposer)
    handle(sign_in, number)

    for party in (teacher, proposer):
        party.goto(address)
        party.get_by_role("heading", name=TITLE).wait_for()
        assert party.get_by_text(ANSWER).count() == 0
    sign(sign_in)
    rate(proposer)

    secretary = sign_in(SECRETARY)
    secretary.goto("/congress/proposals/")
    secretary.get_by_label("编号或案名").fill(number)
    rows = secretary.get_by_role("row").filter(has=secretary.get_by_role("cell"))
    expect(rows).to_have_count(1)
    assert (rows.get_by_text(TITLE).count(), rows.get_by_text("已办结", exact=True).count()) == (1, 1)
    follow(secretary, TITLE)
    secretary.get_by_role("region", name="答复").get_by_text("满意：一周内就解决了").wait_for()


def draft(page) -> None:
    """Write it, by the way that a phone shows."""
    page.get_by_role("navigation", name="常用栏目").get_by_role("link", name="提案").click()
    follow(page, "起草提案")
    page.get_by_label("案名").fill(TITLE)
    page.get_by_label("类别").select_option(label="生活福利")
    page.get_by_label("案由").fill("教研室没有饮水机，课间打水要到一楼。")
    page.get_by_label("建议").fill("每个教研室配一台饮水机，专人换水。")
    assert fits(page)
    submit(page, "保存草稿")
    page.get_by_text("草稿已保存，只有您能看到。").wait_for()


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


def handle(sign_in, number: str) -> None:
    """The secretary makes it a case, the department takes it on and answers."""
    secretary, head = sign_in(SECRETARY), sign_in(DEPARTMENT_HEAD, PHONE)
    do_task(secretary, f"{number}《{TITLE}》待审理")
    follow(secretary, "立案")
    submit(secretary, "立案")
    follow(secretary, "交办")
    secretary.get_by_label("主办部门").select_option(label="教务处")
    submit(secretary, "交办")
    do_task(head, f"{number}《{TITLE}》待接收")
    submit(head, "接收办理")
    follow(head, "答复")
    assert fits(head)
    head.get_by_label("已解决（A类）").check()
    head.get_by_label("答复内容").fill(ANSWER)
    submit(head, "报校领导签批")
    head.get_by_text("答复已报校领导签批。").wait_for()


def sign(sign_in) -> None:
    """The principal reads the answer on the way and signs it."""
    principal = sign_in(PRINCIPAL, PHONE)
    do_task(principal, TITLE)
    principal.get_by_text(ANSWER).wait_for()
    assert fits(principal)
    submit(principal, "签批并答复提案人")


def rate(proposer) -> None:
    """Who asked reads the answer and says what it is worth."""
    do_task(proposer, f"《{TITLE}》已有答复，待您评价")
    proposer.get_by_text(ANSWER).wait_for()
    proposer.get_by_label("满意", exact=True).check()
    proposer.get_by_label("评价意见").fill("一周内就解决了")
    submit(proposer, "提交评价")
    proposer.get_by_text("评价已提交，谢谢您。").wait_for()
