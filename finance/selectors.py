"""Reads of the ledger that span several tables."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum

from finance.enums import EntryStatus, SubjectCode
from finance.models import Entry, Subject
from unionoffice.periods import Period
from unionoffice.rules import rule


def booked_in(period: Period) -> QuerySet[Entry]:
    """The ledger's lines of a period, by the day of booking."""
    return Entry.objects.booked().filter(booked_on__range=(period.start, period.end))


def totals_by_subject(entries: QuerySet[Entry]) -> list[dict[str, Any]]:
    """Subject id, name and direction with number of lines and sum, in the subjects' order."""
    rows = (
        entries.order_by()
        .values("subject_id", "subject__code", "subject__name", "subject__parent__name", "direction")
        .annotate(lines=Count("pk"), total=Sum("amount"))
        .order_by("subject__code")
    )
    return [dict(row) for row in rows]


def entries_waiting(status: EntryStatus) -> QuerySet[Entry]:
    """Entries at one step that no other area leads through it, oldest first."""
    own = Entry.objects.exclude(status=EntryStatus.APPROVED, source_key__isnull=False)
    return own.filter(status=status).order_by("occurred_on", "pk")


def three_people(on: date) -> bool:
    """Whether who asks for money, who approves it and who books it must be three (local rule)."""
    return bool(rule("finance.three_people", on=on))


def subject_of(code: SubjectCode) -> Subject:
    """The subject that other areas know by its code."""
    return Subject.objects.get(code=code)
