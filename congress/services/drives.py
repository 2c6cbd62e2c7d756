"""Every write to drives for suggestions (合理化建议征集活动)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums.suggestions import SUGGESTION_ANSWERED, DriveStatus, SuggestionDeed
from congress.models.suggestions import Suggestion, SuggestionDrive
from congress.selectors.suggestions import drives_ending
from members.models import Account
from members.selectors import audience_members
from unionoffice import audit
from unionoffice.days import in_full
from unionoffice.inbox import announce, notify
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock, moving
from unionoffice.titles import quoted

REWRITABLE_DRIVE = ("title", "theme", "from_on", "to_on", "audience", "publishes")
FIXED_ONCE_OPEN = ("audience", "publishes")
"""What people were told when they were asked."""


@transaction.atomic
def plan_drive(drive: SuggestionDrive, *, by: Any) -> SuggestionDrive:
    """Begin a drive, which nobody is told of yet; refused where its days are the wrong way round."""
    _check_days(drive)
    with audit.deed(_("登记征集活动"), by=by):
        drive.save()
    return drive


@transaction.atomic
def mend_drive(drive: SuggestionDrive, changes: dict[str, Any], *, by: Any) -> SuggestionDrive:
    """Change what is asked for and until when. Once it was announced, whom it asks and what is shown stay."""
    lock(drive)
    if drive.status == DriveStatus.CONCLUDED:
        raise Refused(_("征集活动已经结束，不能修改。"))
    fixed = FIXED_ONCE_OPEN if drive.status == DriveStatus.OPEN else ()
    if any(name in changes and changes[name] != getattr(drive, name) for name in fixed):
        raise Refused(_("征集活动已经发布，不能再改征集范围和是否公布。"))
    for name in REWRITABLE_DRIVE:
        setattr(drive, name, changes.get(name, getattr(drive, name)))
    _check_days(drive)
    with audit.deed(_("修改征集活动"), by=by):
        drive.save()
    return drive


@transaction.atomic
def discard_drive(drive: SuggestionDrive, *, by: Any) -> None:
    """Throw away what was never announced."""
    lock(drive)
    if drive.status != DriveStatus.PLANNED:
        raise Refused(_("征集活动已经发布，不能删除。不再征集的请结束活动。"))
    with audit.deed(_("删除征集活动"), by=by):
        drive.delete()


def open_drive(drive: SuggestionDrive, *, by: Any, on: date) -> SuggestionDrive:
    """Announce it: everybody it asks is told in the office, and the groups by their robots."""
    with moving(drive, to=DriveStatus.OPEN, by=by, verb=_("发布征集活动")):
        if drive.to_on < on:
            raise Refused(_("征集的最后一天已经过去，请先修改日期。"))
        words = {"title": quoted(drive.title), "day": in_full(drive.to_on)}
        sentence = _("%(title)s开始征集，请在%(day)s前提出您的建议。") % words
        key, url = f"congress.drive.{drive.pk}.open", drive.get_absolute_url()
        notify(_asked(drive, on), sentence, url=url, key=key)
        announce(sentence, url=url, key=key)
    return drive


def conclude_drive(
    drive: SuggestionDrive, *, outcome: str, outstanding: Collection[Suggestion], by: Any, on: date
) -> SuggestionDrive:
    """End it with what came of it and which suggestions were outstanding, whose authors are told.

    Refused before its last day is over, and for suggestions that weren't made in it or have no answer yet. From then
    on all staff may read its answered ones, where the drive says so.
    """
    with moving(drive, to=DriveStatus.CONCLUDED, by=by, verb=_("结束征集活动")):
        if on <= drive.to_on:
            raise Refused(
                _("征集到%(day)s才截止，请过后再结束，或者先修改最后一天。") % {"day": in_full(drive.to_on)}
            )
        drive.outcome, drive.concluded_on = stated(outcome, _("请写明活动总结。")), on
        for suggestion in outstanding:
            _honour(suggestion, drive, by=by)
        if drive.publishes:
            sentence = _("%(title)s已结束，可以查看建议和答复。") % {"title": quoted(drive.title)}
            notify(_asked(drive, on), sentence, url=drive.get_absolute_url(), key=f"congress.drive.{drive.pk}.end")
    return drive


def remind_of_drives(on: date) -> None:
    """Tell those who are asked, and haven't handed in anything, that a drive ends tomorrow; once."""
    for drive in drives_ending(on):
        given = drive.suggestions.values("author")
        people = _asked(drive, on).exclude(member__in=given)
        sentence = _("%(title)s%(day)s截止，欢迎提出您的建议。") % {
            "title": quoted(drive.title),
            "day": in_full(drive.to_on),
        }
        notify(people, sentence, url=drive.get_absolute_url(), key=f"congress.drive.{drive.pk}.last-day")


def _honour(suggestion: Suggestion, drive: SuggestionDrive, *, by: Any) -> None:
    lock(suggestion)
    if suggestion.drive_id != drive.pk:
        raise Refused(_("%(number)s不是这次活动征集的建议。") % {"number": suggestion.number})
    if suggestion.status not in SUGGESTION_ANSWERED:
        raise Refused(_("%(number)s还没有答复，不能评为优秀建议。") % {"number": suggestion.number})
    with audit.deed(SuggestionDeed.HONOUR, by=by):
        suggestion.is_outstanding = True
        suggestion.save()
    sentence = _("您的%(number)s被评为%(drive)s优秀建议。")
    told = sentence % {"number": suggestion.public_number, "drive": quoted(drive.title)}
    keys = {person.pk for person in suggestion.parties()}
    accounts = Account.objects.filter(member__in=keys, is_active=True)
    notify(accounts, told, url=suggestion.get_absolute_url(), key=f"congress.suggestion.{suggestion.pk}.honour")


def _asked(drive: SuggestionDrive, on: date) -> Any:
    """The accounts of those whom it asks."""
    people = audience_members(drive.audience, on)
    return Account.objects.filter(member__in=people.values("pk"), is_active=True)


def _check_days(drive: SuggestionDrive) -> None:
    if drive.to_on < drive.from_on:
        raise Refused(_("征集的最后一天不能早于第一天。"))
