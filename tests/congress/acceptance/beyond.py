"""Facts of congresses as other schools tell them, with the words that come out of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from congress import services
from congress.enums import Body, ItemKind, ItemOutcome, Matter, SessionKind, VotingWay
from congress.models import AgendaItem, Session, Term
from members.models import Account

OCTOBER = date(2026, 10, 20)


@dataclass(frozen=True)
class Office:
    """Those who record."""

    secretary: Account
    principal: Account

    def term(self, number: int = 9, **fields: Any) -> Term:
        """A term that runs through the year."""
        days = {"from_on": date(2024, 1, 1), "to_on": date(2028, 12, 31)}
        found = Term.objects.filter(number=number, body=fields.get("body", Body.STAFF)).first()
        return found or services.save_term(Term(), {"number": number, **days, **fields}, by=self.secretary)

    def session(self, number: int = 2, day: date = OCTOBER, *, term: Term | None = None, **fields: Any) -> Session:
        """A session that lies behind, entered as the books tell it; `*_count` says who came."""
        counts = {name: fields.pop(name) for name in list(fields) if name.endswith("_count")}
        told = {"term": term or self.term(), "number": number, "starts_on": day, "ends_on": day, **fields}
        session = services.plan_session(Session(), told, by=self.secretary, on=date(2026, 11, 22))
        return services.hold_session(session, **counts, by=self.secretary, on=date(2026, 11, 22))

    def item(self, session: Session, title: str, kind: ItemKind = ItemKind.PASS, **fields: Any) -> AgendaItem:
        """Something on its agenda."""
        return services.add_item(
            session, {"kind": kind, "matter": Matter.OTHER, "title": title, **fields}, by=self.secretary
        )

    def heard(self, session: Session, titles: Iterable[tuple[str, str]]) -> None:
        """Reports, each by who gave it."""
        for who, title in titles:
            item = self.item(session, title, ItemKind.HEAR, presented_by=who)
            self.settled(item, ItemOutcome.HEARD)

    def settled(self, item: AgendaItem, outcome: ItemOutcome) -> AgendaItem:
        """What became of it without a vote."""
        day = item.session.starts_on
        return services.decide_item(item, outcome=outcome, decided_on=day, by=self.secretary, on=date(2026, 11, 22))

    def voted(self, item: AgendaItem, way: VotingWay = VotingWay.SECRET, **counts: int) -> AgendaItem:
        """What the typed counts make of it."""
        day = item.session.starts_on
        return services.vote_item(
            item, way=way, counts=counts, decided_on=day, by=self.secretary, on=date(2026, 11, 22)
        )

    def extraordinary(self, number: int, **fields: Any) -> Session:
        """One between the ordinary ones."""
        return self.session(number, kind=SessionKind.EXTRAORDINARY, **fields)


@dataclass(frozen=True)
class Beyond:
    """What a summary says, one phrase or several, how it came to be recorded, and the figures behind it."""

    says: tuple[str, ...]
    make: Callable[[Office], None]
    figures: dict[str, int]

    def __str__(self) -> str:
        return self.make.__name__


BEYOND: list[Beyond] = []


def beyond(*says: str, **figures: int) -> Callable[[Callable[[Office], None]], Callable[[Office], None]]:
    """Registers a fact by what the summary says of it; of keys `__` is a dot, and all begin with `congress.`"""

    def register(make: Callable[[Office], None]) -> Callable[[Office], None]:
        told = {f"congress.{key.replace('__', '.')}": value for key, value in figures.items()}
        BEYOND.append(Beyond(says, make, told))
        return make

    return register
