"""Reminders of days that come near or have passed, each to who can do something about it, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as lazy

from congress.enums import ANSWER_DUE, TAKES_OPINIONS, Deed, ProposalStatus, ReminderStage
from congress.models import Assistance, Proposal, Reminder
from congress.selectors import ReminderRules, heads_of, reminder_rules
from members.models import Account
from members.selectors import holders_of
from unionoffice import audit
from unionoffice.days import in_full
from unionoffice.inbox import notify
from unionoffice.roles import Role
from unionoffice.workdays import Workdays

LATEST = timedelta(days=366)
"""How long after its day a matter is still pressed for; the lists go on telling of it."""

LEADERS = (Role.PRINCIPAL, Role.VICE_PRINCIPAL)
"""Those who sign answers."""


@dataclass(frozen=True)
class _Due:
    """One matter that is reminded of today."""

    proposal: Proposal
    stage: ReminderStage
    day: date
    round: int = 1

    @property
    def sentence(self) -> str:
        """What is told."""
        words = {"proposal": self.proposal, "day": in_full(self.day)}
        sentences = _SENTENCES | _UNSIGNED if self.proposal.status == ProposalStatus.ANSWERED else _SENTENCES
        return str(sentences[self.stage]) % words


def remind_of_proposals(*, on: date) -> int:
    """Tell departments, leaders and secretary what is due soon, late, and long overdue; safe to repeat.

    Before the day: head and deputies of the department; once the answer waits for a signature, who signs. After it:
    the secretary too, again every few working days. Long overdue: who leads the school, or sees to the proposal. A
    promise that nears or misses its day is its department's and the secretary's. Returns how many matters it told of.
    """
    rules = reminder_rules(on)
    calendar = Workdays.load(on - LATEST, pause_vacations=rules.pause_vacations)
    due = [
        *_of_answers(rules, calendar, on),
        *_of_opinions(rules, calendar, on),
        *_of_promises(rules, calendar, on),
    ]
    proposals = {one.proposal.pk for one in due}
    told = set(Reminder.objects.filter(proposal__in=proposals).values_list("proposal", "stage", "due_on", "round"))
    new = [one for one in due if (one.proposal.pk, one.stage, one.day, one.round) not in told]
    for one in new:
        _remind(one, on)
    return len(new)


def _of_answers(rules: ReminderRules, calendar: Workdays, on: date) -> Iterator[_Due]:
    running = Proposal.objects.filter(status__in=ANSWER_DUE, due_on__gte=on - LATEST)
    for proposal in running.select_related("lead").order_by("pk"):
        assert proposal.due_on is not None  # noqa: S101 -- due: by constraint
        left = calendar.between(on, proposal.due_on)
        if 0 <= left <= rules.ahead:
            yield _Due(proposal, ReminderStage.AHEAD, proposal.due_on)
        elif left < 0:
            yield _Due(proposal, ReminderStage.LATE, proposal.due_on, _round(-left, rules.every))
            if -left > rules.escalate_after:
                yield _Due(proposal, ReminderStage.ESCALATED, proposal.due_on)


def _of_opinions(rules: ReminderRules, calendar: Workdays, on: date) -> Iterator[_Due]:
    """One for all departments that were asked by the same day."""
    owed = Assistance.objects.filter(opinion="", due_on__gte=on - LATEST, proposal__status__in=TAKES_OPINIONS)
    seen = set()
    for assistance in owed.select_related("proposal__lead").order_by("pk"):
        assert assistance.due_on is not None  # noqa: S101 -- filtered for
        key = (assistance.proposal_id, assistance.due_on)
        if key not in seen and calendar.between(on, assistance.due_on) <= rules.ahead:
            seen.add(key)
            yield _Due(assistance.proposal, ReminderStage.OPINION, assistance.due_on)


def _of_promises(rules: ReminderRules, calendar: Workdays, on: date) -> Iterator[_Due]:
    promised = Proposal.objects.filter(status=ProposalStatus.FOLLOWED, expected_on__gte=on - LATEST)
    for proposal in promised.select_related("lead").order_by("pk"):
        assert proposal.expected_on is not None  # noqa: S101 -- filtered for
        left = calendar.between(on, proposal.expected_on)
        if 0 <= left <= rules.ahead:
            yield _Due(proposal, ReminderStage.PROMISE_AHEAD, proposal.expected_on)
        elif left < 0:
            yield _Due(proposal, ReminderStage.PROMISE_LATE, proposal.expected_on, _round(-left, rules.every))


def _round(late: int, every: int) -> int:
    """Which reminder this is: one every so many working days from the day after; only one with 0."""
    return (late - 1) // every + 1 if every else 1


@transaction.atomic
def _remind(one: _Due, on: date) -> None:
    with audit.deed(Deed.REMIND, by=None, note=str(one.stage.label)):
        kept = Reminder.objects.create(
            proposal=one.proposal, stage=one.stage, due_on=one.day, round=one.round, sent_on=on
        )
    url = one.proposal.get_absolute_url()
    notify(_who(one, on), one.sentence, url=url, key=f"congress.proposal.{one.proposal.pk}.remind.{kept.pk}")


def _who(one: _Due, on: date) -> list[Account]:
    """Those who can do it; the secretary too once the day has passed, or where there is nobody else."""
    proposal = one.proposal
    if one.stage is ReminderStage.OPINION:
        owing = proposal.assistances.filter(opinion="", due_on=one.day)
        return _accounts(owing.values_list("department__head", flat=True))
    if one.stage is ReminderStage.ESCALATED:
        return _accounts([proposal.supervisor_id]) or list(holders_of(*LEADERS, on=on))
    if proposal.status == ProposalStatus.ANSWERED:
        people = list(holders_of(*LEADERS, on=on))
    else:
        people = _accounts(heads_of(proposal.lead, on))
    if one.stage in (ReminderStage.AHEAD, ReminderStage.PROMISE_AHEAD) and people:
        return people
    return [*people, *holders_of(Role.SECRETARY, on=on)]


def _accounts(members: Iterable[int | None]) -> list[Account]:
    return list(Account.objects.filter(member__in=[key for key in members if key is not None], is_active=True))


_SENTENCES = {
    ReminderStage.AHEAD: lazy("提案%(proposal)s的答复%(day)s到期，请按时答复。"),
    ReminderStage.LATE: lazy("提案%(proposal)s应在%(day)s前答复，已经逾期。"),
    ReminderStage.ESCALATED: lazy("提案%(proposal)s应在%(day)s前答复，已长期逾期，请督促办理。"),
    ReminderStage.OPINION: lazy("提案%(proposal)s等待您部门的协办意见，请在%(day)s前填写。"),
    ReminderStage.PROMISE_AHEAD: lazy("提案%(proposal)s承诺在%(day)s前落实，请按时完成并登记进展。"),
    ReminderStage.PROMISE_LATE: lazy("提案%(proposal)s承诺在%(day)s前落实，已经过期，请登记进展或办结。"),
}
_UNSIGNED = {
    ReminderStage.AHEAD: lazy("提案%(proposal)s的答复待签批，%(day)s到期。"),
    ReminderStage.LATE: lazy("提案%(proposal)s的答复待签批，已过%(day)s的期限。"),
}
"""What is told once the answer waits for a signature."""
