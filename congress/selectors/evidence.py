"""What the records say by themselves of the preparation of sessions: of many at once, one statement a kind."""

from collections.abc import Callable, Collection
from datetime import date

from django.db.models import Count, Exists, F, Max, Min, OuterRef, QuerySet

from congress.enums import (
    Body,
    ChecklistStatus,
    Evidence,
    PresidiumRole,
    SessionNoticeKind,
    SessionNoticeStatus,
    Side,
)
from congress.models import (
    ChecklistItem,
    DiscussionGroup,
    PreparatoryMeeting,
    PresidiumMember,
    SessionNotice,
    Topic,
    TopicAgreement,
    WorkingGroup,
)
from congress.selectors.presidium import teachers_are_most
from members.models import Member

Days = dict[int, date]
"""By the keys of sessions the day on which their records were complete; those of which they aren't are left out."""


def recorded_days(items: Collection[ChecklistItem]) -> dict[int, date]:
    """By the keys of matters of which nobody noted anything the day on which a record made them done."""
    resting = [item for item in items if item.status == ChecklistStatus.OPEN and item.evidence]
    sessions: dict[str, set[int]] = {}
    for item in resting:
        sessions.setdefault(item.evidence, set()).add(item.session_id)
    told = {kind: RECORDED[Evidence(kind)](keys) for kind, keys in sessions.items()}
    days = {item.pk: told[item.evidence].get(item.session_id) for item in resting}
    return {key: day for key, day in days.items() if day is not None}


def done_by_record(items: QuerySet[ChecklistItem]) -> list[int]:
    """The keys of those matters that a record made done without anybody noting it."""
    resting = items.filter(status=ChecklistStatus.OPEN).exclude(evidence="")
    return list(recorded_days(resting.only("status", "evidence", "session_id")))


def _topics_agreed(sessions: Collection[int]) -> Days:
    with_topics = Exists(Topic.objects.filter(session=OuterRef("session")))
    rows = TopicAgreement.objects.filter(with_topics, session__in=sessions).order_by().values("session")
    agreed = rows.annotate(sides=Count("side", distinct=True), last=Max("agreed_on")).filter(sides=len(Side))
    return dict(agreed.values_list("session", "last"))


def _issued(kind: SessionNoticeKind) -> Callable[[Collection[int]], Days]:
    def issued(sessions: Collection[int]) -> Days:
        rows = SessionNotice.objects.filter(session__in=sessions, kind=kind, status=SessionNoticeStatus.ISSUED)
        by_session = rows.order_by().values("session").annotate(first=Min("issued_on"))
        return dict(by_session.values_list("session", "first"))

    return issued


def _presidium(sessions: Collection[int]) -> Days:
    """Complete with somebody to chair, in the staff congress with teachers as its majority; the last name counts."""
    named: dict[int, list[PresidiumMember]] = {}
    seats = PresidiumMember.objects.filter(session__in=sessions).select_related("member", "session__term")
    for seat in seats.defer(*Member.secrets_of("member")):
        named.setdefault(seat.session_id, []).append(seat)
    return {key: max(seat.named_on for seat in seats) for key, seats in named.items() if _is_complete(seats)}


def _is_complete(seats: list[PresidiumMember]) -> bool:
    balanced = seats[0].session.term.body != Body.STAFF or teachers_are_most(seats)
    return balanced and any(seat.role == PresidiumRole.CHAIR for seat in seats)


def _groups(sessions: Collection[int]) -> Days:
    headed = WorkingGroup.objects.filter(session__in=sessions, seats__is_head=True, seats__to_on=None)
    return dict(headed.order_by().values("session").annotate(last=Max("set_up_on")).values_list("session", "last"))


def _preparatory(sessions: Collection[int]) -> Days:
    """The one that passes agenda and presidium; others talk single matters over."""
    meetings = PreparatoryMeeting.objects.filter(session__in=sessions, on_agenda=True)
    return dict(meetings.order_by().values("session").annotate(last=Max("held_on")).values_list("session", "last"))


def _discussion(sessions: Collection[int]) -> Days:
    """Every delegation has its place and somebody to convene it."""
    placed = DiscussionGroup.objects.filter(session__in=sessions, convener__isnull=False)
    counted = (
        placed.order_by()
        .values("session")
        .annotate(
            last=Max("made_on"),
            there=Count("delegation", distinct=True),
            asked=Count("session__term__delegations", distinct=True),
        )
    )
    return dict(counted.filter(there=F("asked")).values_list("session", "last"))


RECORDED: dict[Evidence, Callable[[Collection[int]], Days]] = {
    Evidence.TOPICS: _topics_agreed,
    Evidence.CALL: _issued(SessionNoticeKind.CALL),
    Evidence.NOTICE: _issued(SessionNoticeKind.NOTICE),
    Evidence.PRESIDIUM: _presidium,
    Evidence.GROUPS: _groups,
    Evidence.PREPARATORY: _preparatory,
    Evidence.DISCUSSION: _discussion,
}
