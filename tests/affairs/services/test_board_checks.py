"""Writes to the checks of the supervision group."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from affairs import services
from affairs.models import BoardCheck, CheckIssue, CheckPerson
from tests.affairs.catalogue import ChannelFactory, CheckFactory, IssueFactory
from tests.affairs.factories import item
from tests.affairs.steps import told, verbs
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.audit import trail_of
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db

HELD = date(2026, 11, 10)


def unsaved(**fields):
    return BoardCheck(**{"checked_on": HELD, "scope": "定期公开的内容", "finding": "完整。", **fields})


class TestRecordCheck:
    def test_keeps_people_channels_and_matters(self, auditor):
        people, channel = [MemberFactory(), MemberFactory()], ChannelFactory()
        check = services.record_check(
            unsaved(), people=people, channels=[channel], items=[item()], by=auditor, on=TODAY
        )
        assert [person.member for person in check.people.all()] == people
        assert (list(check.channels.all()), list(check.items.all())) == ([channel], [item()])
        assert [entry.what for entry in trail_of(check)] == ["新建"]

    def test_again_names_others_and_keeps_who_stays(self, auditor):
        stays, goes, comes = MemberFactory(), MemberFactory(), MemberFactory()
        check = services.record_check(unsaved(), people=[stays, goes], by=auditor, on=TODAY)
        kept = check.people.get(member=stays).pk
        services.record_check(check, people=[stays, comes], by=auditor, on=TODAY)
        assert {person.member for person in check.people.all()} == {stays, comes}
        assert check.people.get(member=stays).pk == kept

    def test_day_to_come_is_refused(self, auditor):
        with pytest.raises(Refused, match="不能晚于今天"):
            services.record_check(
                unsaved(checked_on=TODAY + timedelta(days=1)), people=[MemberFactory()], by=auditor, on=TODAY
            )

    def test_nobody_who_checked_is_refused(self, auditor):
        with pytest.raises(Refused, match="请选择检查人"):
            services.record_check(unsaved(), people=[], by=auditor, on=TODAY)


class TestIssues:
    def test_who_is_to_do_it_is_told(self, auditor):
        handler = AccountFactory()
        issue = IssueFactory.build(check_held=CheckFactory(), handler=handler.member)
        services.raise_issue(issue, by=auditor)
        assert told(handler) == [("校务公开检查要求整改：字号太小", issue.get_absolute_url())]
        assert verbs(issue) == [("冯岚", "提出整改")]

    def test_day_before_the_check_is_refused(self, auditor):
        issue = IssueFactory.build(
            check_held=CheckFactory(), handler=MemberFactory(), due_on=HELD - timedelta(days=1)
        )
        with pytest.raises(Refused, match="不能早于检查日期"):
            services.raise_issue(issue, by=auditor)

    def test_is_done_on_a_day_with_an_outcome(self, auditor):
        issue = services.finish_issue(IssueFactory(), done_on=TODAY, outcome=" 已放大。 ", by=auditor, on=TODAY)
        assert (issue.done_on, issue.outcome) == (TODAY, "已放大。")
        assert verbs(issue)[-1] == ("冯岚", "完成整改")

    @pytest.mark.parametrize("day", [HELD - timedelta(days=1), TODAY + timedelta(days=1)])
    def test_done_before_the_check_or_on_a_day_to_come_is_refused(self, auditor, day):
        with pytest.raises(Refused, match="请修改日期"):
            services.finish_issue(IssueFactory(), done_on=day, outcome="好了", by=auditor, on=TODAY)

    def test_done_without_an_outcome_is_refused(self, auditor):
        with pytest.raises(Refused, match="怎样整改"):
            services.finish_issue(IssueFactory(), done_on=TODAY, outcome=" ", by=auditor, on=TODAY)

    def test_done_twice_is_refused(self, auditor):
        issue = IssueFactory(done_on=TODAY, outcome="好了")
        with pytest.raises(Refused, match="已经办完"):
            services.finish_issue(issue, done_on=TODAY, outcome="又好了", by=auditor, on=TODAY)

    def test_outcome_and_day_stand_or_fall_together(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            IssueFactory(done_on=TODAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            IssueFactory(outcome="好了")

    def test_overdue_from_the_day_after(self):
        issue = IssueFactory(due_on=TODAY)
        assert (issue.is_overdue(TODAY), issue.is_overdue(TODAY + timedelta(days=1))) == (False, True)


def test_somebody_checks_once_a_check():
    person = CheckPerson.objects.create(check_held=CheckFactory(), member=MemberFactory())
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckPerson.objects.create(check_held=person.check_held, member=person.member)
    assert CheckIssue.objects.count() == 0
