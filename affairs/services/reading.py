"""What readers leave behind: a bookmark of their own, and one more reader in a count."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from affairs.models import BoardVisit, Disclosure, ReadCount, Reading
from affairs.selectors import posted_that_day, uncounted_readings

PAUSE = timedelta(hours=1)
"""Who comes back after so long comes for another visit."""

GLANCE = timedelta(minutes=1)
"""Pages that follow one another faster move the bookmark once."""

SALT = "affairs.reading"


@transaction.atomic
def note_visit(account: Any, *, at: datetime) -> BoardVisit:
    """Somebody looks at the board: after a pause that is a new visit, and what they saw before isn't new any more.

    On a first visit everything is as it is, and nothing is called new.
    """
    visit = BoardVisit.objects.select_for_update().filter(account=account).first()
    if visit is None:
        return _first_visit(account, at=at)
    if at - visit.seen_at < GLANCE:
        return visit
    if at - visit.seen_at >= PAUSE:
        visit.know()
    _see(visit, at=at)
    visit.save()
    return visit


@transaction.atomic
def mark_all_seen(account: Any, *, at: datetime) -> BoardVisit:
    """Somebody says that they know all that hangs there now."""
    visit = BoardVisit.objects.select_for_update().filter(account=account).first()
    if visit is None:
        return _first_visit(account, at=at)
    _see(visit, at=at)
    visit.know()
    visit.save()
    return visit


def note_reading(disclosure: Disclosure, *, browser: str, inside: bool, on: date) -> None:
    """One more reader of this matter today; the same browser for a second time changes nothing.

    `browser` is a name that the browser was given at random. What is kept of it can't be compared with what it read
    besides, nor with tomorrow.
    """
    matter = {"sphere": disclosure.sphere, "year": disclosure.year, "number": disclosure.number}
    told = f"{browser}|{disclosure.sphere}|{disclosure.year}|{disclosure.number}|{on}"
    reader = salted_hmac(SALT, told, algorithm="sha256").hexdigest()
    Reading.objects.bulk_create([Reading(**matter, day=on, inside=inside, reader=reader)], ignore_conflicts=True)


@transaction.atomic
def count_readings(*, on: date) -> int:
    """Add up what was read before today and forget the readers. Returns how many there were; safe to repeat.

    Done some hours into the day: what came in around midnight is written by then.
    """
    before = Reading.objects.filter(day__lt=on)
    counted = 0
    for sphere, year, number, staff, outside in uncounted_readings(before):
        count, _new = ReadCount.objects.get_or_create(sphere=sphere, year=year, number=number)
        ReadCount.objects.filter(pk=count.pk).update(staff=F("staff") + staff, outside=F("outside") + outside)
        counted += staff + outside
    before.delete()
    return counted


def _first_visit(account: Any, *, at: datetime) -> BoardVisit:
    visit = BoardVisit(account=account)
    _see(visit, at=at)
    visit.know()
    visit.save(force_insert=True)
    return visit


def _see(visit: BoardVisit, *, at: datetime) -> None:
    on = timezone.localdate(at)
    visit.see(at=at, on=on, known=posted_that_day(on))
