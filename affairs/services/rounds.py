"""Rounds of approval: what was handed in is kept as the approver read it, with the answer."""

from datetime import date
from typing import Any

from affairs.enums import DisclosureStatus, RoundStatus
from affairs.models import Disclosure, Opened, Submission
from unionoffice import audit
from unionoffice.attachments import attachments_of
from unionoffice.states import lock, moving

ALIKE = (
    "title",
    "body",
    "correction_note",
    "stage",
    "reach",
    "period_code",
    "publish_on",
    "posted_until",
    "submitted_by",
    "submitted_on",
)
"""Fields that a round has from its disclosure."""


def open_round(disclosure: Disclosure) -> Submission:
    """Keep the text as it is handed in. The caller holds the disclosure's row."""
    submission = Submission(
        disclosure=disclosure,
        round_no=disclosure.submissions.count() + 1,
        matter=str(disclosure.item),
        files=list(attachments_of(disclosure).values("name", "label", "digest")),
        **{name: getattr(disclosure, name) for name in ALIKE},
    )
    with audit.deed("送审", by=disclosure.submitted_by):
        submission.save()
    return submission


def round_in_hand(disclosure: Disclosure) -> Submission:
    """The round that waits. What was handed in before rounds were kept gets its round now: it is unchanged."""
    return disclosure.submissions.waiting().first() or open_round(disclosure)


def close_round(
    disclosure: Disclosure, *, to: RoundStatus, by: Any, decider: str, on: date, comment: str = ""
) -> None:
    """Write the answer to the round; to the one that was approved, where the approval is taken back."""
    if to == RoundStatus.TAKEN_BACK:
        submission = disclosure.submissions.filter(status=RoundStatus.APPROVED).first()
    else:
        submission = round_in_hand(disclosure)
    if submission is None:
        return
    with moving(submission, to=to, by=by, verb=str(to.label), note=comment):
        submission.decided_by, submission.decider, submission.decided_on = by, decider, on
        submission.comment = comment


def note_opened(disclosure: Disclosure, *, by: Any, on: date) -> None:
    """Remember that an approver had the text before them; only while it waits, and once."""
    lock(disclosure)
    if disclosure.status == DisclosureStatus.SUBMITTED:
        Opened.objects.get_or_create(submission=round_in_hand(disclosure), account=by, defaults={"opened_on": on})
