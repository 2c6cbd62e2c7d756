"""Reads of suggestions and drives."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.enums.suggestions import SUGGESTION_ANSWERED, TAKEN, DriveStatus, SuggestionStatus
from congress.models.suggestions import Suggestion, SuggestionDrive
from members.models import GroupPlace
from members.selectors import own_audiences
from unionoffice.areas import Scope
from unionoffice.dated import covering
from unionoffice.figures import share
from unionoffice.periods import Period
from unionoffice.rules import rule
from unionoffice.workdays import add_workdays

SOON = timedelta(days=3)
"""How long before the day a department is reminded."""


def suggestion_due(on: date) -> date:
    """The day by which a suggestion that is given to a department on `on` is to be answered (local rule)."""
    return add_workdays(on, int(rule("congress.suggestion_days", on=on)))


def drives_for(user: Any, on: date) -> QuerySet[SuggestionDrive]:
    """The drives that ask this person for suggestions today, the one that ends first first."""
    asked = SuggestionDrive.objects.visible_to(user).taking_on(on).filter(audience__in=own_audiences(user, on))
    return asked.order_by("to_on", "pk")


def suggestions_received(period: Period, scope: Scope) -> QuerySet[Suggestion]:
    """Suggestions handed in within the period, by people who were in the scope on the day."""
    return suggestions_of_group(Suggestion.objects.handed_in(period.start, period.end), scope.group_id)


def suggestions_of_group(suggestions: QuerySet[Suggestion], group_id: int | None) -> QuerySet[Suggestion]:
    """Those by people who belonged to the group, or to one below it, on the day; all where no group is asked for."""
    if group_id is None:
        return suggestions
    inside = GroupPlace.objects.inside(group_id)
    places = inside.filter(covering(OuterRef("handed_in_on")), member=OuterRef("author_id"))
    return suggestions.filter(Exists(places))


def suggestion_answered_rate(suggestions: QuerySet[Suggestion]) -> Any:
    """Of those handed in, what share has an answer; in percent."""
    return share(suggestions, Q(status__in=SUGGESTION_ANSWERED))


def adopted_rate(suggestions: QuerySet[Suggestion]) -> Any:
    """采纳率: of those answered, what share was adopted, wholly or in part; in percent."""
    return share(suggestions.filter(status__in=SUGGESTION_ANSWERED), Q(adoption__in=TAKEN))


def drives_ending(on: date) -> QuerySet[SuggestionDrive]:
    """Announced drives of which tomorrow is the last day."""
    ending = SuggestionDrive.objects.filter(status=DriveStatus.OPEN, to_on=on + timedelta(days=1))
    return ending.select_related("audience").order_by("pk")


def suggestions_to_remind_of(on: date) -> QuerySet[Suggestion]:
    """Those whose answer is due within three days, or late."""
    waiting = Suggestion.objects.filter(status=SuggestionStatus.HANDLING, due_on__lte=on + SOON)
    return waiting.select_related("department__head").order_by("due_on", "pk")


def suggestions_to_honour(drive: SuggestionDrive) -> QuerySet[Suggestion]:
    """The answered suggestions of a drive: among these the outstanding ones are chosen."""
    return drive.suggestions.filter(status__in=SUGGESTION_ANSWERED).order_by("number")
