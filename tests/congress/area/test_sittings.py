"""What sittings put on the desk: for who leads them, and for who is waited for."""

import pytest

from congress import services
from congress.area.sittings import sitting_tasks
from congress.enums import LeaveStatus
from tests.conftest import TODAY
from tests.congress.sittings import NOON, arrive, make_sitting, voters
from tests.members.factories import AccountFactory

pytestmark = pytest.mark.django_db


def sentences(account):
    return [(task.sentence, task.button) for task in sitting_tasks(account, TODAY)]


class TestDelegate:
    @pytest.fixture
    def sitting(self, secretary):
        return make_sitting(by=secretary)

    @pytest.fixture
    def delegate(self, sitting):
        return AccountFactory(member=voters(sitting)[0])

    def test_is_told_of_the_sitting_of_today(self, sitting, delegate):
        title = sitting.whole_title
        assert sentences(delegate) == [(f"今天08:30参加{title}，礼堂", "签到")]

    def test_who_checked_in_is_told_nothing(self, sitting, delegate):
        arrive(sitting, [delegate.member])
        assert sentences(delegate) == []

    def test_who_has_leave_is_told_nothing_until_it_is_declined(self, sitting, delegate, secretary):
        leave = services.ask_leave(sitting, delegate.member, reason="出差", by=delegate, on=TODAY)
        assert sentences(delegate) == []
        services.decline_leave(leave, comment="议程须您报告", by=secretary, on=TODAY)
        assert (leave.status, len(sentences(delegate))) == (LeaveStatus.DECLINED, 1)

    def test_of_an_open_sitting_nobody_is_told(self, sitting, delegate, secretary):
        arrive(sitting, voters(sitting)[1:])
        services.open_sitting(sitting, by=secretary, at=NOON)
        assert sentences(delegate) == []

    def test_who_is_not_due_is_told_nothing(self, sitting):
        assert sentences(AccountFactory()) == []
