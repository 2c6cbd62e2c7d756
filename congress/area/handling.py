"""What waits for those who review, sign, see to and keep promises, as the desk shows it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from congress import permissions
from congress.enums import ExtensionDecider, ProposalStatus
from congress.models import Proposal
from congress.selectors import promises_due, to_acknowledge, to_decide
from congress.services import remind_of_proposals
from unionoffice.areas import Scheduled, Task

REMIND_OF_PROPOSALS = Scheduled("congress.proposals", lambda on: remind_of_proposals(on=on), hour=7)
"""Days that come near or have passed."""


def handling_tasks(user: Any, on: date) -> Iterator[Task]:
    """The review's table, extensions to decide on, promises whose day comes, and whether those kept are really so."""
    if permissions.reviews.test(user):
        yield from _of_reviewers(user)
    yield from _of_deciders(user)
    for proposal in promises_due(user, on):
        words = _("提案%(number)s《%(title)s》承诺的事项到期") % _named(proposal)
        yield Task(words, _("登记进展"), _url("follow-up", proposal), proposal.expected_on)
    for proposal in to_acknowledge(user.member_id, on):
        words = _("提案%(number)s《%(title)s》已办结，请反馈是否落实") % _named(proposal)
        yield Task(words, _("反馈"), _url("acknowledge", proposal))


def _of_reviewers(user: Any) -> Iterator[Task]:
    """One line for all that waits, which leads to the table."""
    waiting = Proposal.objects.filter(status=ProposalStatus.FILED).exclude(
        pk__in=Proposal.objects.made_by(user.member_id).values("pk")
    )
    yield from _in_table(waiting, _("%(n)d件提案待审理"), _("审理"), reverse("congress:proposal-review"))
    if permissions.keeps_congress.test(user):
        accepted = Proposal.objects.filter(status=ProposalStatus.ACCEPTED)
        url = f"{reverse('congress:proposal-review')}?status={ProposalStatus.ACCEPTED}"
        yield from _in_table(accepted, _("%(n)d件提案待交办"), _("交办"), url)


def _in_table(waiting: QuerySet[Proposal], sentence: str, button: str, url: str) -> Iterator[Task]:
    if count := waiting.count():
        yield Task(sentence % {"n": count}, button, url)


def _of_deciders(user: Any) -> Iterator[Task]:
    deciders = [
        decider
        for decider, decides in (
            (ExtensionDecider.SECRETARY, permissions.keeps_congress),
            (ExtensionDecider.LEADER, permissions.signs),
        )
        if decides.test(user)
    ]
    if deciders:
        for proposal in to_decide(deciders):
            words = _("提案%(number)s《%(title)s》申请延期，待审批") % _named(proposal)
            yield Task(words, _("审批"), _url("extension", proposal), proposal.due_on)


def _named(proposal: Proposal) -> dict[str, str]:
    return {"number": proposal.number, "title": proposal.title}


def _url(page: str, proposal: Proposal) -> str:
    return reverse(f"congress:proposal-{page}", args=[proposal.pk])
