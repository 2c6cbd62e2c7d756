"""What proposals show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import ANSWER_DUE, ProposalStatus
from congress.models import Proposal
from congress.selectors import (
    invited_to_second,
    owing_opinions,
    ready_to_file,
    waiting_for_rating,
    waiting_to_be_taken_up,
)
from members.permissions import member_id_of
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task


def proposal_tasks(user: Any, on: date) -> Iterator[Task]:
    """Every proposal that waits for this user: the step that is theirs to take, and by when where a day is set."""
    if not permissions.is_staff.test(user):
        return
    waiting = [_of_authors(user, on), _of_departments(user)]
    if permissions.is_delegate.test(user):
        waiting.append(_of_delegates(user, on))
    if permissions.signs.test(user):
        waiting.append(_of_signers())
    for sentence, button, url_name, proposal in chain(*waiting):
        due = proposal.due_on if proposal.status in ANSWER_DUE else None
        words = str(sentence) % {"title": proposal.title, "number": proposal.number}
        yield Task(words, str(button), reverse(url_name, args=[proposal.pk]), due)


Waiting = Iterator[tuple[Any, Any, str, Proposal]]
"""Sentence and button, the page that the button leads to, and the proposal that both are about."""


OF_DEPARTMENTS: dict[str, tuple[Any, Any, str]] = {
    ProposalStatus.ASSIGNED: (_("提案%(number)s《%(title)s》待接收"), _("接收"), "congress:proposal-receive"),
    ProposalStatus.HANDLING: (_("提案%(number)s《%(title)s》待答复"), _("答复"), "congress:proposal-answer"),
}
"""What the department that was given a proposal does with it, in the order in which the desk shows it."""


def _of_authors(user: Any, on: date) -> Waiting:
    for proposal in waiting_for_rating(user.member_id, on):
        yield _("提案%(number)s《%(title)s》已有答复，待您评价"), _("评价"), "congress:proposal-rate", proposal


def _of_delegates(user: Any, on: date) -> Waiting:
    for proposal in invited_to_second(user.member_id):
        yield _("请您附议《%(title)s》"), _("查看"), "congress:proposal-detail", proposal
    for proposal in waiting_to_be_taken_up(user):
        yield _("请您领衔《%(title)s》"), _("查看"), "congress:proposal-detail", proposal
    for proposal in ready_to_file(user.member_id, on):
        yield _("《%(title)s》可以提交了"), _("提交"), "congress:proposal-file", proposal


def _of_departments(user: Any) -> Waiting:
    led = Proposal.objects.filter(lead__head=user.member_id, status__in=OF_DEPARTMENTS)
    for proposal in sorted(led.order_by("due_on"), key=lambda one: list(OF_DEPARTMENTS).index(one.status)):
        yield *OF_DEPARTMENTS[proposal.status], proposal
    for proposal in owing_opinions(user.member_id):
        yield _("提案%(number)s《%(title)s》待填写协办意见"), _("填写"), "congress:proposal-opine", proposal


def _of_signers() -> Waiting:
    for proposal in Proposal.objects.filter(status=ProposalStatus.ANSWERED).order_by("due_on", "pk"):
        yield _("提案%(number)s《%(title)s》的答复待签批"), _("签批"), "congress:proposal-sign", proposal


def find_proposals(user: Any, text: str) -> Iterator[SearchHit]:
    """Proposals by number or title."""
    found = Proposal.objects.visible_to(user).matching(text)
    for proposal in found[:HITS]:
        yield SearchHit(str(proposal), proposal.get_status_display(), proposal.get_absolute_url(), "bulb")


def proposal_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """The due dates of answers, to those who write them or see to it."""
    due = Proposal.objects.visible_to(user).filter(status__in=ANSWER_DUE, due_on__range=(start, end))
    if not permissions.oversees.test(user):
        due = due.filter(lead__head=member_id_of(user), lead__head__isnull=False)
    for proposal in due:
        title = _t("提案%(number)s答复到期") % {"number": proposal.number}
        yield CalendarEntry(proposal.due_on, title, proposal.get_absolute_url(), "clock")
