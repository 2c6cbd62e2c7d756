"""Reads of supervision that span several tables."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, Model, QuerySet

from affairs.enums import OPEN_SUPERVISION, SupervisionStatus
from affairs.models import Disclosure, Supervision, SupervisionQuerySet
from unionoffice.sources import SourceRef

SOON = timedelta(days=3)
"""How long before it is due somebody is reminded of what is to be put right."""


def supervision_in(start: date, end: date) -> SupervisionQuerySet:
    """What took place within some days, both included, in any state."""
    return Supervision.objects.held_between(start, end)


def supervision_waiting(user: Any) -> QuerySet[Supervision]:
    """What this user recorded and didn't bring to an end yet, what is due first on top."""
    waiting = Supervision.objects.filter(recorded_by=user, status__in=OPEN_SUPERVISION)
    return waiting.order_by(F("due_on").asc(nulls_last=True), "held_on", "pk")


def follow_ups_due(start: date, end: date) -> QuerySet[Supervision]:
    """What is to be put right within some days, both included."""
    return Supervision.objects.filter(status=SupervisionStatus.FOLLOWED, due_on__range=(start, end))


def disclosures_from(record: Model, user: Any) -> QuerySet[Disclosure]:
    """What was written for the board about a record, as far as this user may see it."""
    source = SourceRef.to(record)
    rows = Disclosure.objects.visible_to(user).filter(source_model=source.model, source_key=source.key)
    return rows.defer("body").order_by("-pk")
