"""How a disclosure comes onto the board, and off it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs.enums import DisclosureStatus
from affairs.models import Disclosure
from affairs.selectors import due_for_publication, due_to_come_down, versions_on_board
from affairs.services.checks import check_days
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.states import moving

DISCLOSURE_SERIES = "affairs.disclosure"
TIME_IS_OVER = gettext_lazy("公开期限已到")


def publish_disclosure(disclosure: Disclosure, *, by: Any, on: date) -> Disclosure:
    """Put an approved one on the board once its day has come; `by` is None where the daily run does it."""
    with moving(disclosure, to=DisclosureStatus.PUBLISHED, by=by, verb="公开"):
        if not disclosure.approver:
            raise Refused(_("还没有批准，不能公开。"))
        if disclosure.publish_on is not None and disclosure.publish_on > on:
            raise Refused(_("还没有到批准的公开日期，到期自动公开。"))
        put_up(disclosure, by=by, on=on)
    return disclosure


def take_down_disclosure(disclosure: Disclosure, *, reason: str, by: Any, on: date) -> Disclosure:
    """Take it off the board with all its earlier versions; the record stays, for those who keep the board."""
    reason = stated(reason, _("请写明撤下的原因。"))
    with transaction.atomic():
        _take_down(disclosure, reason=reason, by=by, on=on)
        for version in versions_on_board(disclosure):
            _take_down(version, reason=reason, by=by, on=on)
    return disclosure


def archive_disclosure(disclosure: Disclosure, *, by: Any) -> Disclosure:
    """File one that is off the board."""
    with moving(disclosure, to=DisclosureStatus.ARCHIVED, by=by, verb="归档"):
        pass
    return disclosure


def keep_board(*, on: date) -> int:
    """The board's daily round: what is due goes up, what is over comes down. Returns how many moved; safe to repeat.

    A correction whose original was taken down meanwhile can't go up: it waits for somebody to decide.
    """
    moved = 0
    for disclosure in due_for_publication(on):
        if disclosure.corrects is None or disclosure.corrects.status == DisclosureStatus.PUBLISHED:
            publish_disclosure(disclosure, by=None, on=on)
            moved += 1
    for disclosure in due_to_come_down(on):
        take_down_disclosure(disclosure, reason=str(TIME_IS_OVER), by=None, on=on)
        moved += 1
    return moved


def number_it(disclosure: Disclosure, *, year: int) -> None:
    """The next number of its sphere in the year in which it was published."""
    disclosure.year, disclosure.number = year, next_number(f"{DISCLOSURE_SERIES}.{disclosure.sphere}", year)


def put_up(disclosure: Disclosure, *, by: Any, on: date) -> None:
    """Give it number and day; a correction takes the number of what it corrects, which then says so."""
    check_days(disclosure, on)
    disclosure.published_on = on
    if disclosure.corrects is None:
        number_it(disclosure, year=on.year)
        return
    corrected = disclosure.corrects
    with moving(corrected, to=DisclosureStatus.CORRECTED, by=by, verb="更正", note=disclosure.correction_note):
        disclosure.year, disclosure.number = corrected.year, corrected.number


def _take_down(disclosure: Disclosure, *, reason: str, by: Any, on: date) -> Disclosure:
    with moving(disclosure, to=DisclosureStatus.TAKEN_DOWN, by=by, verb="撤下", note=reason):
        disclosure.taken_down_on, disclosure.take_down_reason = on, reason
    return disclosure
