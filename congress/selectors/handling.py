"""Reads of proposals that are handled: the rules of the day, who is reminded, what is followed up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.enums import UNFINISHED, ExtensionDecider, ProposalStatus, SessionStatus
from congress.models import Acknowledgement, Extension, Proposal, Session
from congress.selectors.proposals import REMINDED_FOR
from members.models import Department, DepartmentHead, Member
from members.selectors import holders_of
from unionoffice.roles import Role
from unionoffice.rules import rule
from unionoffice.workdays import add_workdays

SUPERVISORS = (Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.PARTY_SECRETARY)
"""Who can see to a 重点提案."""


def answer_due(on: date) -> date:
    """The day by which a department must answer what it is given on `on` (local rule, in working days)."""
    return _due(on, "congress.answer_days", on)


def opinion_due(on: date) -> date:
    """The day by which assisting departments should speak (local rule, in working days)."""
    return _due(on, "congress.opinion_days", on)


def latest_extension(due_on: date, on: date) -> date:
    """The last day to which an answer due on `due_on` can be put off (local rule of `on`, in working days)."""
    return _due(due_on, "congress.extension_days", on)


def _due(start: date, key: str, on: date) -> date:
    return add_workdays(start, int(rule(key, on=on)), pause_vacations=pauses_in_vacations(on))


def pauses_in_vacations(on: date) -> bool:
    """Whether the school's vacations don't count in the days of proposals (local rule)."""
    return bool(rule("congress.pause_in_vacations", on=on))


def extensions_allowed(on: date) -> int:
    """How often one proposal's answer can be put off (local rule)."""
    return int(rule("congress.extensions", on=on))


def extension_decider(on: date) -> ExtensionDecider:
    """Who grants an extension that is asked for on a day (local rule)."""
    return ExtensionDecider(rule("congress.extension_decider", on=on))


@dataclass(frozen=True)
class ReminderRules:
    """When who is reminded, in working days."""

    ahead: int
    every: int
    escalate_after: int
    pause_vacations: bool


def reminder_rules(on: date) -> ReminderRules:
    """Those of the day (local rules)."""
    return ReminderRules(
        ahead=int(rule("congress.remind_days", on=on)),
        every=int(rule("congress.press_days", on=on)),
        escalate_after=int(rule("congress.escalate_days", on=on)),
        pause_vacations=pauses_in_vacations(on),
    )


def heads_of(department: Department | None, on: date) -> list[int]:
    """The keys of who heads a department and of the deputies on a day."""
    if department is None:
        return []
    leading = DepartmentHead.objects.held_on(on).filter(unit=department).values_list("member", flat=True)
    return [key for key in dict.fromkeys((department.head_id, *leading)) if key is not None]


def supervisors_on(on: date) -> QuerySet[Member]:
    """Leaders of the school, one of whom sees to a 重点提案."""
    return Member.objects.filter(pk__in=holders_of(*SUPERVISORS, on=on).values("member"))


def under_follow_up(on: date) -> QuerySet[Proposal]:
    """What a session is told of earlier promises: those not kept yet, and those kept since the last session.

    Where there was no session yet, everything that was ever promised.
    """
    held = Session.objects.of_staff().filter(status=SessionStatus.HELD, starts_on__lt=on)
    last = held.order_by("-starts_on").values_list("starts_on", flat=True).first()
    kept = Q(status=ProposalStatus.CLOSED) & (Q(closed_on__gte=last) if last else Q())
    promised = Proposal.objects.filter(Q(status=ProposalStatus.FOLLOWED) | kept, result__in=UNFINISHED)
    return promised.order_by("expected_on", "pk")


def to_decide(deciders: Sequence[str]) -> QuerySet[Proposal]:
    """Proposals whose department asks for more time, by whom the rule has decide."""
    asked = Extension.objects.open().filter(decider__in=deciders)
    return Proposal.objects.filter(status=ProposalStatus.HANDLING, extensions__in=asked).order_by("due_on", "pk")


def promises_due(user: Any, on: date) -> QuerySet[Proposal]:
    """Promises of the department that somebody heads whose day has passed, or comes within the reminder's days."""
    led = Proposal.objects.filter(status=ProposalStatus.FOLLOWED, lead__head=user.member_id, lead__head__isnull=False)
    if not led.exists():
        return led.none()
    ahead = add_workdays(on, int(rule("congress.remind_days", on=on)))
    return led.filter(expected_on__lte=ahead).order_by("expected_on", "pk")


def to_acknowledge(member_id: int, on: date) -> QuerySet[Proposal]:
    """Promises to somebody who asked that were said to be kept lately, on which they haven't said a word."""
    asked = Q(originator=member_id) | Q(proposer=member_id)
    asked |= Q(merged__originator=member_id) | Q(merged__proposer=member_id)
    said = Acknowledgement.objects.filter(proposal=OuterRef("pk"), member=member_id, told_on=OuterRef("closed_on"))
    kept = Proposal.objects.filter(asked, ~Q(fulfilment=""), status=ProposalStatus.CLOSED, result__in=UNFINISHED)
    return kept.filter(~Exists(said), closed_on__gte=on - REMINDED_FOR).distinct().order_by("closed_on", "pk")
