"""Reads of sessions."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from congress.enums import Body, Rhythm, SessionKind, SessionStatus
from congress.models import Session, Term
from unionoffice.periods import Period, school_year_of, term
from unionoffice.rules import rule


def open_call(on: date) -> Session | None:
    """The session that takes proposals on that day; the one that closes first, should there be two."""
    return Session.objects.of_staff().calling_on(on).select_related("term").order_by("call_to", "pk").first()


def nearest_calls(on: date) -> tuple[Session | None, Session | None]:
    """The session whose call ended last, and the one whose call begins next."""
    called = Session.objects.of_staff().select_related("term").filter(call_from__isnull=False)
    past = called.filter(call_to__lt=on).order_by("-call_to").first()
    return past, called.filter(call_from__gt=on).order_by("call_from").first()


def next_number(term: Term) -> int:
    """The number of the session that a term's congress holds next."""
    last = term.sessions.order_by("number").last()
    return last.number + 1 if last else 1


@dataclass(frozen=True)
class MissingSession:
    """A school year or term that is about to end without an ordinary session of the staff congress."""

    period: Period
    days_left: int

    @property
    def sentence(self) -> str:
        """What the office is told."""
        words = {"period": self.period.label, "n": self.days_left}
        return _("%(period)s还有%(n)d天结束，还没有安排教代会例会。按规定要召开，请尽快安排。") % words


def missing_session(on: date) -> MissingSession | None:
    """The stretch that needs a session and has none, once its end is near; None where all is well.

    How often one is held at the least is a rule of the school, never less than once a school year
    (学校教职工代表大会规定, on sessions). One that is planned counts as one that will be held.
    """
    running = Term.objects.running_on(on).filter(body=Body.STAFF)
    if not running.exists():
        return None
    year = school_year_of(on)
    terms = (term(year.year, year.year + 1, 1), term(year.year, year.year + 1, 2))
    period = year
    if rule("congress.rhythm", on=on) == Rhythm.TERM:
        period = next(part for part in terms if on in part)
    left = (period.end - on).days
    if left > rule("congress.rhythm_warning", on=on) or is_served(period):
        return None
    return MissingSession(period, left)


def is_served(period: Period) -> bool:
    """Whether an ordinary session of the staff congress is planned or was held within a period."""
    ordinary = Session.objects.of_staff().filter(kind=SessionKind.ORDINARY)
    return ordinary.filter(starts_on__gte=period.start, ends_on__lte=period.end).exists()


def may_be_joined_with(session: Session) -> QuerySet[Session]:
    """Sessions of the other body that are being prepared and aren't held with another one."""
    alone = Session.objects.filter(status=SessionStatus.PLANNED, joint_with=None, joined_by=None)
    return alone.exclude(term__body=session.term.body).select_related("term")
