"""What of two records of one person can't stand beside each other in democratic management."""

from datetime import date
from typing import Any

from django.db.models import F

from affairs.enums import SurveyStatus
from affairs.models import Survey, SurveyPlace
from affairs.selectors import (
    asked_by_name_twice,
    double_forwards,
    double_leaves,
    double_survey_places,
    shared_checks,
    shared_supervision,
)
from members.models import Member
from unionoffice import audit
from unionoffice.merging import absorb, keep_better

VERB = "合并重复档案"


def settle_before_merge(kept: Member, dropped: Member, *, by: Any, on: date) -> None:  # noqa: ARG001 -- not dated
    """Named once, asked once: of what both records were given, one row stays."""
    for mine, other in shared_checks(kept, dropped):
        absorb(other, mine, by=by, verb=VERB)
    keep_better(double_forwards(kept, dropped), worse=lambda row: row.read_on is None, by=by, verb=VERB)
    keep_better(asked_by_name_twice(kept, dropped), worse=lambda row: row.is_observer, by=by, verb=VERB)
    keep_better(double_leaves(kept, dropped), worse=lambda row: row.asked_on, by=by, verb=VERB)
    for _mine, other in shared_supervision(kept, dropped):
        audit.record_event(other.supervision, verb=VERB, by=by, note=kept.name)
        other.delete()
    for mine, other in double_survey_places(kept, dropped):
        _leave_one_place(mine, other)


def _leave_one_place(mine: SurveyPlace, other: SurveyPlace) -> None:
    """Where both records had answered, the second place stays without a name: both answers count."""
    if mine.answered and other.answered:
        SurveyPlace.objects.filter(pk=other.pk).update(member=None)
        return
    if other.answered:
        SurveyPlace.objects.filter(pk=mine.pk).update(answered=True)
    other.delete()
    if mine.survey.status == SurveyStatus.OPEN:
        Survey.objects.filter(pk=mine.survey_id).update(sent=F("sent") - 1)
