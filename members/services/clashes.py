"""What of two records of one person can't stand beside each other, settled before the records are merged."""

from datetime import date
from typing import Any

from django.db import models

from members.enums import SignOffWay
from members.models import (
    Attendance,
    Audience,
    AudienceRule,
    Child,
    DepartmentHead,
    DepartmentPlace,
    DistinctPair,
    GroupLeader,
    GroupPlace,
    Member,
    OfficeHolding,
    Portrait,
    SignOffLine,
    TagPlace,
)
from members.selectors import COUNTS_MORE, combined_history, current_group, current_main, taken_for_oneself
from members.services.accounts import close_account
from unionoffice import audit
from unionoffice.dated import end_before
from unionoffice.merging import absorb, keep_better, twins

VERB = "合并重复档案"

PLACES: tuple[tuple[Any, str], ...] = (
    (DepartmentPlace, "department_id"),
    (GroupPlace, "group_id"),
    (TagPlace, "tag_id"),
    (DepartmentHead, "unit_id"),
    (GroupLeader, "unit_id"),
)
"""Where somebody can be, or be at the head, once at a time."""


def settle_before_merge(kept: Member, dropped: Member, *, by: Any, on: date) -> None:
    """Make every row of the dropped record one that the kept one can have."""
    with audit.deed(VERB, by=by):
        _settle_history(kept, dropped, by=by)
        _settle_account(kept, dropped, on=on)
        _settle_places(kept, dropped, by=by, on=on)
        _absorb_twins(OfficeHolding.objects.all(), kept, dropped, "term_id", "post", "from_on", by=by)
        _absorb_twins(Child.objects.all(), kept, dropped, "birth_date", "name", by=by)
        _settle_attendance(kept, dropped, by=by)
        _settle_sign_offs(kept, dropped, by=by)
        _settle_audiences(kept, dropped)
        _settle_findings(kept, dropped)
        if hasattr(kept, "portrait"):
            Portrait.objects.filter(member=dropped).delete()


def _settle_history(kept: Member, dropped: Member, *, by: Any) -> None:
    """Leave out what is told twice, and let each status follow from the one before it."""
    history = combined_history(kept, dropped)
    for change, teller in history.left_out:
        absorb(change, teller, by=by, verb=VERB)
    for change, standing in history.steps:
        if (change.service_status, change.union_status) != standing:
            change.service_status, change.union_status = standing
            change.save()


def _settle_account(kept: Member, dropped: Member, *, on: date) -> None:
    """One person, one account: of two the dropped record's is closed. What was done with it stays under its name."""
    if hasattr(kept, "account") and hasattr(dropped, "account"):
        account = dropped.account
        account.member = None
        close_account(account, on=on)


def _settle_places(kept: Member, dropped: Member, *, by: Any, on: date) -> None:
    """In one place once, since the earlier day; of two main departments and two groups the kept record's count."""
    for model, target in PLACES:
        for mine, other in twins(model.objects.current(), kept, dropped, target):
            _widen(mine, other, by=by)
    if current_main(kept) and (second := current_main(dropped)):
        second.is_main = False
        second.save()
    if current_group(kept) and (left := current_group(dropped)):
        end_before(left, on)


def _widen(mine: Any, other: Any, *, by: Any) -> None:
    if mine.from_on is not None:
        mine.from_on = other.from_on and min(mine.from_on, other.from_on)
    if hasattr(mine, "is_deputy"):
        mine.is_deputy = mine.is_deputy and other.is_deputy
    absorb(other, mine, by=by, verb=VERB)
    mine.save()


def _absorb_twins(rows: models.QuerySet[Any], kept: Member, dropped: Member, *same: str, by: Any) -> None:
    for mine, other in twins(rows, kept, dropped, *same):
        absorb(other, mine, by=by, verb=VERB)


def _settle_attendance(kept: Member, dropped: Member, *, by: Any) -> None:
    pairs = twins(Attendance.objects.all(), kept, dropped, "gathering_id")
    keep_better(pairs, worse=lambda row: COUNTS_MORE.index(row.state), by=by, verb=VERB)


def _settle_sign_offs(kept: Member, dropped: Member, *, by: Any) -> None:
    for line in taken_for_oneself(kept, dropped):
        line.way, line.taken_by = SignOffWay.PAPER, None
        line.save()
    pairs = twins(SignOffLine.objects.all(), kept, dropped, "sheet_id")
    keep_better(pairs, worse=lambda line: not line.is_signed, by=by, verb=VERB)


def _settle_audiences(kept: Member, dropped: Member) -> None:
    """Rules that name the dropped record name the kept one: the one place where keys of people lie in JSON."""
    for audience in Audience.objects.select_for_update():
        rule = audience.asks
        if dropped.pk not in (*rule.included, *rule.excluded):
            continue
        named = {
            name: tuple(dict.fromkeys(kept.pk if key == dropped.pk else key for key in getattr(rule, name)))
            for name in ("included", "excluded")
        }
        audience.rule = AudienceRule(**{**vars(rule), **named}).stored()
        audience.save()


def _settle_findings(kept: Member, dropped: Member) -> None:
    """Who was found to be another person than the dropped record's is another than the kept one's."""
    for finding in DistinctPair.objects.about(dropped):
        other = finding.high_id if finding.low_id == dropped.pk else finding.low_id
        low, high = sorted((kept.pk, other))
        if other == kept.pk or DistinctPair.objects.filter(low=low, high=high).exists():
            finding.delete()
            continue
        finding.low_id, finding.high_id = low, high
        finding.save()
