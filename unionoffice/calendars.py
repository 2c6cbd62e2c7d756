"""Calendar files (iCalendar, RFC 5545) that phones and computers subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

CALENDAR = "text/calendar; charset=utf-8"
ASK_AGAIN = timedelta(days=1)
"""How often a subscriber should look for what is new."""


@dataclass(frozen=True)
class Occasion:
    """Something that takes a whole day but nobody's time. `uid` stays the same for the same day of the same thing."""

    uid: str
    day: date
    title: str


def calendar_file(name: str, occasions: Iterable[Occasion], *, host: str, at: datetime) -> bytes:
    """The file as it is at a moment; `host` makes the uids unique in the world."""
    calendar = Calendar()
    calendar.add("prodid", "-//unionoffice//unionoffice//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for occasion in occasions:
        calendar.add_component(_event(occasion, host, at))
    return calendar.to_ical()


def _event(occasion: Occasion, host: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{occasion.uid}@{host}")
    event.add("dtstamp", at)
    event.add("dtstart", occasion.day)
    event.add("summary", occasion.title)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event
