"""What democratic management shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.area.catalogue import catalogue_days, catalogue_tasks, find_channels
from affairs.area.disclosures import disclosure_days, disclosure_tasks, find_disclosures
from affairs.area.letters import find_letters, letter_days, letter_tasks
from affairs.area.meetings import (
    MEETING_ICON,
    find_meetings,
    meeting_days,
    meeting_tasks,
)
from affairs.area.oversight import (
    find_oversight,
    keep_oversight,
    oversight_days,
    oversight_tasks,
)
from affairs.area.public_notices import find_notices, notice_days, notice_tasks
from affairs.area.regulations import find_regulations, regulation_days, regulation_tasks
from affairs.area.surveys import SURVEY_ICON, find_surveys, survey_days, survey_tasks
from affairs.demo import build
from affairs.figures import figures
from affairs.figures.disclosures import headlines
from affairs.models import Disclosure
from affairs.selectors import foresee_merge
from affairs.services import (
    close_surveys,
    count_readings,
    keep_board,
    keep_consultations,
    keep_letters,
    remind_of_disclosures,
    remind_of_meetings,
    remind_of_notices,
    settle_before_merge,
)
from unionoffice.areas import Area, BeforeMerge, CalendarEntry, NavItem, Scheduled, SearchHit, Task

TASKS = (
    disclosure_tasks,
    notice_tasks,
    catalogue_tasks,
    letter_tasks,
    meeting_tasks,
    regulation_tasks,
    oversight_tasks,
    survey_tasks,
)
SEARCHES = (
    find_disclosures,
    find_notices,
    find_channels,
    find_letters,
    find_meetings,
    find_regulations,
    find_oversight,
    find_surveys,
)
DAYS = (
    disclosure_days,
    notice_days,
    catalogue_days,
    letter_days,
    meeting_days,
    regulation_days,
    oversight_days,
    survey_days,
)
"""What each family of records shows, in the order of the pages."""


def tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for this person in democratic management."""
    for waiting in TASKS:
        yield from waiting(user, on)


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """Records whose words match, as far as this person may see them."""
    for find in SEARCHES:
        yield from find(user, text)


def calendar(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """What falls on the days from `start` to `end`, as far as this person may know of it."""
    for days in DAYS:
        yield from days(user, start, end)


area = Area(
    key="affairs",
    label=_("民主管理"),
    navigation=(
        NavItem(_("公开栏"), "affairs:board", "news", permissions.reads_whole_board, thumb=1),
        NavItem(_("公开事项"), "affairs:disclosure-list", "clipboard-text", permissions.opens_disclosure_list),
        NavItem(_("公示"), "affairs:notice-list", "speakerphone", permissions.opens_notice_list),
        NavItem(_("公开情况"), "affairs:coverage", "checkup-list", permissions.opens_coverage),
        NavItem(_("公开渠道"), "affairs:channel-list", "map-pin", permissions.opens_catalogue),
        NavItem(
            _("监督检查"), "affairs:check-list", "list-check", permissions.opens_checks & ~permissions.opens_catalogue
        ),
        NavItem(_("会议"), "affairs:meeting-list", MEETING_ICON, permissions.opens_meeting_list),
        NavItem(_("信箱"), "affairs:letter-boxes", "mailbox", permissions.writes_letters),
        NavItem(_("来信办理"), "affairs:letter-list", "mail-opened", permissions.has_letter_door),
        NavItem(_("制度"), "affairs:regulation-list", "book", permissions.opens_regulations),
        NavItem(_("收发文"), "affairs:document-list", "files", permissions.reads_register),
        NavItem(_("民主监督"), "affairs:supervision-list", "eye-check", permissions.opens_supervision_list),
        NavItem(
            _("问卷"), "affairs:survey-own", SURVEY_ICON, permissions.answers_surveys & ~permissions.sees_all_surveys
        ),
        NavItem(_("问卷"), "affairs:survey-list", SURVEY_ICON, permissions.sees_all_surveys),
        NavItem(_("集体合同"), "affairs:agreement-list", "writing-sign", permissions.opens_agreements),
        NavItem(_("检查评估"), "affairs:inspection-list", "clipboard-check", permissions.opens_inspections),
    ),
    figures=figures,
    headlines=headlines,
    tasks=tasks,
    search=search,
    calendar=calendar,
    schedule=(
        Scheduled("affairs.oversight", keep_oversight, hour=7),
        Scheduled("affairs.surveys", lambda on: close_surveys(on=on), hour=0),
        Scheduled("affairs.board", lambda on: keep_board(on=on), hour=0),
        Scheduled("affairs.notices", lambda on: remind_of_notices(on=on), hour=7),
        Scheduled("affairs.reminders", lambda on: remind_of_disclosures(on=on), hour=7),
        Scheduled("affairs.readings", lambda on: count_readings(on=on)),
        Scheduled("affairs.meetings", lambda on: remind_of_meetings(on=on), hour=7),
        Scheduled("affairs.letters", lambda on: keep_letters(on=on), hour=7),
        Scheduled("affairs.consultations", lambda on: keep_consultations(on=on), hour=7),
    ),
    before_merge=BeforeMerge(foresee_merge, settle_before_merge),
    has_records=Disclosure.objects.exists,
    demo=build,
)
