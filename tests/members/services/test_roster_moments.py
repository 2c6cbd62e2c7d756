"""Two rosters at one moment, and what the trail keeps of a move."""

from hashlib import sha256

import pytest

from members.importers import ROSTER
from members.models import Member, RosterImport
from tests.conftest import TODAY
from tests.members.rosters import HEAD, apply, lin, plan, roster
from tests.members.trails import last_changes
from unionoffice.refusal import Refused

NAME = "花名册.xlsx"


def test_of_two_imports_at_the_same_moment_one_is_refused(secretary, at_the_same_moment):
    data = roster(lin())
    compared, digest = plan(data).standing, sha256(data).hexdigest()

    def carry_out():
        return ROSTER.carry_out(data, name=NAME, digest=digest, compared=compared, by=secretary, on=TODAY)

    outcomes = at_the_same_moment(carry_out, carry_out)
    assert sorted(isinstance(outcome, Refused) for outcome in outcomes) == [False, True]
    assert (Member.objects.filter(employee_no="00201").count(), RosterImport.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_move_keeps_old_and_new_place_in_the_trail(secretary):
    apply(roster(lin()), by=secretary)
    apply(roster(lin(部门="语文组", 工会小组="第一工会小组")), by=secretary)
    assert last_changes(Member.objects.get(employee_no="00201")) == {
        "部门": ["英语组", "语文组"],
        "工会小组": ["第三工会小组", "第一工会小组"],
    }


@pytest.mark.django_db
def test_answer_given_meanwhile_makes_another_plan(secretary):
    data = roster((*lin(), "高级教师"), head=(*HEAD, "师德等次"))
    shown = ROSTER.plan(data, name=NAME, answers={"师德等次": ""})
    now = ROSTER.plan(data, name=NAME, answers={"师德等次": "title"})
    with pytest.raises(Refused, match="检查之后，有人登记或修改了其中的记录"):
        ROSTER.apply(now, digest=now.digest, compared=shown.standing, by=secretary, on=TODAY)
    assert not Member.objects.filter(employee_no="00201").exists()
