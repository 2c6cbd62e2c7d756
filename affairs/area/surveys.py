"""What surveys show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from affairs import permissions
from affairs.models import Survey
from affairs.selectors import surveys_for
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task

SURVEY_ICON = "checklist"


def survey_tasks(user: Any, on: date) -> Iterator[Task]:  # noqa: ARG001 -- what is over was closed
    """What waits for one's answer."""
    for place in surveys_for(user).filter(answered=False):
        sentence = _("问卷“%(title)s”等待填写，答案不记名") % {"title": place.survey}
        yield Task(sentence, _("填写"), place.survey.get_answer_url(), place.survey.closes_on)


def find_surveys(user: Any, text: str) -> Iterator[SearchHit]:
    """By title or number: for those who keep them their page, for others the one to answer."""
    keeps = permissions.sees_all_surveys.test(user)
    for survey in Survey.objects.visible_to(user).matching(text).defer("intro")[:HITS]:
        url = survey.get_absolute_url() if keeps else survey.get_answer_url()
        yield SearchHit(survey.title, survey.public_number, url, SURVEY_ICON)


def survey_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """The last day of what waits for one's answer."""
    waiting = surveys_for(user).filter(answered=False, survey__closes_on__range=(start, end))
    for place in waiting:
        title = _("问卷截止：%(title)s") % {"title": place.survey}
        yield CalendarEntry(place.survey.closes_on, title, place.survey.get_answer_url(), SURVEY_ICON)
