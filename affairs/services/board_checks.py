"""Every write to the checks of the supervision group."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.models import BoardCheck, CatalogueItem, Channel, CheckIssue, CheckPerson
from members.models import Account, Member
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock


@transaction.atomic
def record_check(
    check: BoardCheck,
    *,
    people: Iterable[Member],
    channels: Iterable[Channel] = (),
    items: Iterable[CatalogueItem] = (),
    by: Any,
    on: date,
) -> BoardCheck:
    """Record a check, or set its record in order; refused for a day to come, and without anybody who checked."""
    if check.checked_on > on:
        raise Refused(_("检查日期不能晚于今天。"))
    wanted = {member.pk: member for member in people}
    if not wanted:
        raise Refused(_("请选择检查人。"))
    with audit.deed("", by=by):
        check.save()
        check.channels.set(channels)
        check.items.set(items)
        for person in check.people.exclude(member__in=wanted):
            person.delete()
        known = set(check.people.values_list("member", flat=True))
        for pk, member in wanted.items():
            if pk not in known:
                CheckPerson.objects.create(check_held=check, member=member)
    return check


@transaction.atomic
def raise_issue(issue: CheckIssue, *, by: Any) -> CheckIssue:
    """Ask somebody to put right what a check found, by a day; who is to do it is told. Refused for a day before the
    check.
    """
    if issue.due_on < issue.check_held.checked_on:
        raise Refused(_("整改期限不能早于检查日期。"))
    with audit.deed("提出整改", by=by):
        issue.save()
    notify(
        Account.objects.filter(member=issue.handler_id),
        _("校务公开检查要求整改：%(problem)s") % {"problem": issue.problem},
        url=issue.get_absolute_url(),
        key=f"check-issue-{issue.pk}",
    )
    return issue


@transaction.atomic
def finish_issue(issue: CheckIssue, *, done_on: date, outcome: str, by: Any, on: date) -> CheckIssue:
    """Record what was done about it; refused twice, without an outcome, for a day before the check or one to come."""
    lock(issue)
    if issue.done_on is not None:
        raise Refused(_("这件整改已经办完。请刷新页面查看最新情况。"))
    if not issue.check_held.checked_on <= done_on <= on:
        raise Refused(_("完成日期要在检查那天到今天之间，请修改日期。"))
    issue.done_on, issue.outcome = done_on, stated(outcome, _("请写明怎样整改的。"))
    with audit.deed("完成整改", by=by):
        issue.save()
    return issue
