"""Reminders of what is due by the catalogue."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from affairs.enums import DISCLOSED, CoverageStatus
from affairs.models import CatalogueDuty
from affairs.selectors import Deadlines, Obligation, due_sentence, keepers_of_board, obligations
from members.models import Account
from unionoffice.figures import list_url
from unionoffice.inbox import notify
from unionoffice.rules import rule

LATEST = timedelta(days=31)
"""How long after its day something missed is still worth a first notice; the desk goes on telling of it."""


def remind_of_disclosures(*, on: date) -> int:
    """Tell department heads and those who keep the board what is due soon, due today, and overdue.

    Each is told once before the day, once on it and once after it; safe to repeat, and a day on which the worker
    stood still loses nothing but the notice that is out of date by then. Returns how many matters it told of.
    """
    ahead = timedelta(days=rule("affairs.coverage.remind_ahead", on=on))
    deadlines = Deadlines()
    start = on - LATEST - timedelta(days=deadlines.longest)
    duties = CatalogueDuty.objects.select_related("department__head")
    due = obligations(duties, start, on + ahead, on=on, deadlines=deadlines)
    soon = [
        one
        for one in due
        if one.status not in DISCLOSED and not one.is_under_way and on - LATEST <= one.due_on <= on + ahead
    ]
    if not soon:
        return 0
    keepers = list(keepers_of_board(on))
    heads = {one.duty.department.head_id for one in soon if one.duty.department and one.duty.department.head_id}
    accounts = {account.member_id: account for account in Account.objects.filter(member__in=heads)}
    for one in soon:
        head = accounts.get(one.duty.department.head_id) if one.duty.department else None
        _remind(one, [*keepers, *([head] if head else [])], on)
    return len(soon)


def _remind(one: Obligation, people: list[Account], on: date) -> None:
    when, words = _stage(one, on)
    notify(
        people,
        words % {"what": due_sentence(one)},
        url=list_url("affairs:coverage", status=one.status, item=one.duty.item_id, period=str(one.period.end.year)),
        key=f"due-{one.key}-{when}",
    )


def _stage(one: Obligation, on: date) -> tuple[str, str]:
    if one.status == CoverageStatus.OVERDUE:
        return "late", _("%(what)s，现在还没有公开")
    return ("today", _("%(what)s，今天到期")) if one.due_on == on else ("ahead", _("%(what)s，请提前准备"))
