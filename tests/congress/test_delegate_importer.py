"""A list of delegates: who is taken in, what is refused, and that a second time changes nothing."""

import pytest

from congress.importers import DELEGATES, plan_delegates
from congress.importers.delegates import write_delegates
from congress.models import Delegate
from tests.conftest import TODAY
from tests.congress.elections import ConstituencyFactory, DelegationFactory
from tests.congress.factories import TermFactory
from tests.members.factories import MemberFactory
from tests.unionoffice.sheets.files import workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

HEAD = [str(column.label) for column in DELEGATES.columns]
LIN = {"工号": "1001", "姓名": "林芳", "届": 9, "代表类别": "正式代表", "选举单位": "初中部", "代表团": "第一代表团"}


@pytest.fixture(autouse=True)
def school():
    """What the list names."""
    ConstituencyFactory(name="初中部")
    DelegationFactory(name="第一代表团")
    return MemberFactory(name="林芳", employee_no="1001")


def plan(*rows):
    return plan_delegates(workbook(HEAD, *[[row.get(label) for label in HEAD] for row in rows]), name="代表.xlsx")


def test_new_one_sits_from_the_first_day_of_the_term(school, secretary):
    write_delegates(plan(LIN), by=secretary, on=TODAY)
    delegate = Delegate.objects.get()
    assert (delegate.member, delegate.kind, delegate.number) == (school, "voting", 1)
    assert (delegate.constituency.name, delegate.delegation.name) == ("初中部", "第一代表团")
    assert delegate.from_on == delegate.term.from_on


def test_same_list_again_changes_nothing(secretary):
    write_delegates(plan(LIN), by=secretary, on=TODAY)
    again = plan(LIN)
    assert (list(again.new), list(again.problems)) == ([], [])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"工号": "9999"}, "没有这个工号，请核对。"),
        ({"姓名": "王磊"}, "这个工号是林芳，请核对姓名和工号。"),
        ({"届": 10}, "还没有登记这一届，请先登记。"),
        ({"选举单位": "高中部"}, "这一届没有这个选举单位，请先登记。"),
        ({"代表团": "第二代表团"}, "这一届没有这个代表团，请先登记。"),
        ({"自何日起": "2024-08-31"}, "不在这一届的任期之内，请核对。"),
    ],
    ids=str,
)
def test_row_that_cannot_be_is_told(changes, sentence):
    assert [problem.message for problem in plan({**LIN, **changes}).problems] == [sentence]


def test_who_has_no_right_to_vote_is_told(school):
    type(school).objects.update(service_status="retired", union_status="non_member")
    TermFactory(number=2, body="union")
    TermFactory(number=8, assembly="everybody")
    bare = {**LIN, "选举单位": "", "代表团": ""}
    for changes, sentence in (
        ({}, "已不在职，不能是正式代表。"),
        ({"届": 2, "会议": "工会会员代表大会"}, "不是工会会员，不能是会员代表。"),
        ({"届": 8}, "这一届由全体人员参加，不用登记正式代表。"),
    ):
        assert sentence in [problem.message for problem in plan({**bare, **changes}).problems]
