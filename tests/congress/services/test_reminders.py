"""Reminders of days: who is told, when, and that nobody is told twice."""

from datetime import date, timedelta

import pytest

from congress import services
from congress.enums import Deed, ProposalStatus
from congress.models import Reminder
from members.models import DepartmentHead
from tests.conftest import TODAY, make_actor
from tests.congress.factories import HeadedDepartmentFactory, ProposalFactory
from tests.congress.steps import head_of, notices
from unionoffice.audit import trail_of
from unionoffice.inbox import Notice
from unionoffice.roles import Role
from unionoffice.rules import set_rule
from unionoffice.workdays import add_workdays

pytestmark = pytest.mark.django_db

S = ProposalStatus
MONDAY = date(2026, 11, 23)
"""The day of the tests is a Sunday: working days are counted from this one."""


def due(status=S.HANDLING, *, left=0, **fields):
    """A proposal whose answer is due so many working days after the Monday; below 0 it is late."""
    day = add_workdays(MONDAY, left) if left >= 0 else MONDAY
    return ProposalFactory(status=status, number="2026-031", due_on=day, **fields)


def remind(on=MONDAY):
    return services.remind_of_proposals(on=on)


def told(*accounts):
    return [len(notices(account)) for account in accounts]


class TestAnswers:
    @pytest.mark.parametrize(("left", "count"), [(6, 0), (5, 1), (0, 1)])
    def test_department_is_told_some_working_days_before(self, left, count, secretary):
        proposal = due(left=left)
        assert remind() == count
        assert told(head_of(proposal), secretary) == [count, 0]

    def test_deputy_is_told_too(self, secretary):
        proposal = due(left=1)
        deputy = make_actor(None, "尹琳")
        DepartmentHead.objects.create(
            unit=proposal.lead, member=deputy.member, is_deputy=True, from_on=date(2026, 1, 1)
        )
        remind()
        sentence = "提案2026-031 改善食堂早餐的答复2026年11月24日到期，请按时答复。"
        assert [notices(one) for one in (head_of(proposal), deputy, secretary)] == [[sentence], [sentence], []]

    def test_everybody_is_told_once_and_again_when_the_day_moves(self, secretary):
        proposal = due(left=1)
        assert [remind(), remind(), remind(MONDAY + timedelta(days=1))] == [1, 0, 0]
        type(proposal).objects.update(due_on=date(2026, 11, 26))
        assert remind() == 1
        assert told(head_of(proposal)) == [2]

    def test_late_one_is_pressed_for_every_few_working_days_with_the_secretary(self, secretary, principal):
        proposal = due(left=-1)
        days = [add_workdays(MONDAY, later) for later in range(13)]
        counts = [remind(day) for day in days]
        assert counts == [1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]
        assert told(head_of(proposal), secretary, principal) == [4, 3, 0]
        assert notices(secretary)[-1] == "提案2026-031 改善食堂早餐应在2026年11月23日前答复，已经逾期。"

    def test_rule_may_want_one_reminder_only(self, secretary):
        set_rule("congress.press_days", 0, valid_from=TODAY, source="本校实施细则", by=None)
        due(left=-1)
        for later in range(13):
            remind(add_workdays(MONDAY, later))
        assert told(secretary) == [1]

    @pytest.mark.parametrize(("late", "count"), [(15, 0), (16, 1)])
    def test_long_overdue_one_is_brought_before_the_leaders(self, late, count, secretary, principal):
        due(left=-1)
        remind(add_workdays(MONDAY, late))
        sentence = "提案2026-031 改善食堂早餐应在2026年11月23日前答复，已长期逾期，请督促办理。"
        assert notices(principal) == [sentence] * count

    def test_long_overdue_priority_is_its_supervisors(self, principal):
        leader = make_actor(Role.VICE_PRINCIPAL, "许晓峰")
        due(left=-1, priority_on=TODAY, supervisor=leader.member)
        remind(add_workdays(MONDAY, 16))
        assert told(leader, principal) == [1, 0]

    def test_answer_that_waits_for_a_signature_is_the_leaders_affair(self, principal, secretary):
        proposal = due(S.ANSWERED, left=1)
        remind()
        assert told(principal, head_of(proposal), secretary) == [1, 0, 0]
        assert notices(principal) == ["提案2026-031 改善食堂早餐的答复待签批，2026年11月24日到期。"]

    @pytest.mark.parametrize("status", [S.FILED, S.ACCEPTED, S.SIGNED, S.CLOSED])
    def test_nobody_is_reminded_where_no_answer_is_due(self, status):
        ProposalFactory(status=status, due_on=MONDAY)
        assert remind() == 0

    def test_vacations_are_skipped_where_the_rule_says_so(self):
        assert services.remind_of_proposals(on=MONDAY) == 0
        assert not Notice.objects.exists()


class TestOthers:
    def test_assisting_departments_that_are_silent_are_told_once(self):
        proposal = ProposalFactory(status=S.HANDLING, number="2026-031")
        silent, spoken = HeadedDepartmentFactory(), HeadedDepartmentFactory()
        proposal.assistances.create(department=silent, due_on=MONDAY)
        proposal.assistances.create(department=spoken, due_on=MONDAY, opinion="同意", given_on=TODAY)
        assert [remind(), remind()] == [1, 0]
        assert told(silent.head.account, spoken.head.account, head_of(proposal)) == [1, 0, 0]
        sentence = "提案2026-031 改善食堂早餐等待您部门的协办意见，请在2026年11月23日前填写。"
        assert notices(silent.head.account) == [sentence]

    def test_promise_is_reminded_of_before_and_after_its_day(self, secretary):
        proposal = ProposalFactory(status=S.FOLLOWED, number="2026-031", expected_on=MONDAY)
        remind()
        assert told(head_of(proposal), secretary) == [1, 0]
        remind(MONDAY + timedelta(days=1))
        assert told(head_of(proposal), secretary) == [2, 1]
        sentence = "提案2026-031 改善食堂早餐承诺在2026年11月23日前落实，已经过期，请登记进展或办结。"
        assert notices(secretary) == [sentence]


def test_reminder_stands_in_the_history_without_a_name():
    proposal = due(left=1)
    remind()
    entry = trail_of(Reminder.objects.get(proposal=proposal))[0]
    assert (entry.verb, entry.note, entry.actor_name) == (Deed.REMIND, "答复到期前提醒", "")
