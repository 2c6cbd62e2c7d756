"""Makers of sittings with delegates, and of who came to them."""

from datetime import UTC, datetime, time

from congress import services
from congress.enums import Body, DelegateKind, SittingKind
from congress.models import Session, Sitting
from members.models import Member
from members.services import check_in
from tests.conftest import TODAY
from tests.congress.factories import DelegateFactory, SessionFactory, TermFactory
from tests.members.factories import AccountFactory

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
"""Twelve o'clock on the day of the tests."""

MORNING = {
    "title": "第一次全体会议",
    "day": TODAY,
    "starts_at": time(8, 30),
    "ends_at": time(11, 30),
    "place": "礼堂",
}


def make_session(due: int = 3, *, body=Body.STAFF, **kwargs) -> Session:
    """A session of today with so many voting delegates."""
    term = TermFactory(body=body, number=kwargs.pop("term_number", 9))
    session = SessionFactory(term=term, starts_on=TODAY, ends_on=TODAY, call_from=None, call_to=None, **kwargs)
    for _number in range(due):
        DelegateFactory(term=term)
    return session


def make_sitting(due: int = 3, *, by=None, session: Session | None = None, **changes) -> Sitting:
    """A planned sitting of today."""
    return services.plan_sitting(session or make_session(due), MORNING | changes, by=by or AccountFactory())


def voters(sitting: Sitting) -> list[Member]:
    """Who has a vote, in a fixed order."""
    return list(sitting.due_on_its_day().order_by("pk"))


def arrive(sitting: Sitting, members, *, by=None) -> None:
    """People check in with their phones."""
    door = services.open_door(sitting, by=by or AccountFactory(), at=NOON)
    for member in members:
        check_in(door, member, by=by or AccountFactory(), at=NOON)


def opened(due: int = 3, present: int | None = None, *, by=None, **kwargs) -> Sitting:
    """A sitting that opened with so many present."""
    sitting = make_sitting(due, by=by, **kwargs)
    arrive(sitting, voters(sitting)[: due if present is None else present])
    return services.open_sitting(sitting, by=by or AccountFactory(), at=NOON)


def attending(sitting: Sitting, kind: DelegateKind) -> Member:
    """A delegate without a vote."""
    return DelegateFactory(term=sitting.session.term, kind=kind).member


def of_all_staff(**kwargs) -> Sitting:
    """A planned meeting of the whole staff, which belongs to no session."""
    return Sitting.objects.create(kind=SittingKind.ALL_STAFF, title="全体教职工会议", day=TODAY, **kwargs)


LINKS = {
    ("congress.Leave", "member"): lambda one: of_all_staff().leaves.create(member=one, reason="出差", asked_on=TODAY),
    ("congress.Sitting", "presider"): lambda one: of_all_staff(presider=one),
}
"""A row that points at somebody, for every way in which rows of this family can."""
