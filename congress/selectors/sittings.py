"""Who is due at a sitting, who is in the room, and whether they are enough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Sum, Value, When
from django.utils.translation import gettext as _

from congress.enums import Body, DelegateKind, SessionStatus, SittingKind, Standing
from congress.models import AgendaItem, Delegate, Exit, Session, Sitting
from members.models import Attendance, Gathering, Member
from members.permissions import member_id_of
from unionoffice.figures import percentage
from unionoffice.rules import RuleSetting, rule_setting

SESSION_QUORUM = "congress.session_quorum"
MEMBERS_QUORUM = "congress.members_quorum"
SITTING_QUORUM = "congress.sitting_quorum"
"""The rules on how large a part of those due has to be there: of the staff congress, of the union's congress, and of
units, committees and assemblies."""


def least(due: int, share: str) -> int:
    """The least number of people that is a share, such as `2/3`, of those due: by integers, never by percentages."""
    part, whole = map(int, share.split("/"))
    return -(-part * due // whole)


def quorum_key(sitting: Sitting) -> str:
    """Which rule a sitting's quorum follows."""
    if sitting.session is None:
        return MEMBERS_QUORUM if sitting.kind == SittingKind.ALL_MEMBERS else SITTING_QUORUM
    return SESSION_QUORUM if sitting.session.term.body == Body.STAFF else MEMBERS_QUORUM


def quorum_rules(keys: Iterable[str], on: date) -> dict[str, RuleSetting]:
    """The rules that hold on a day, by their keys; KeyError for one that was never seeded."""
    return {key: rule_setting(key, on=on) for key in set(keys)}


@dataclass(frozen=True)
class Quorum:
    """How many are due, how many are in the room, and how many it takes. Of a sitting that opened the numbers due and
    needed are those of the opening; who is there is counted now.
    """

    sitting: Sitting
    due: int
    present: int
    needed: int
    rule: str

    @property
    def is_met(self) -> bool:
        """Whether enough are there. Where nobody is due nothing can be opened."""
        return self.due > 0 and self.needed <= self.present

    @property
    def lacking(self) -> int:
        """How many more it takes."""
        return max(0, self.needed - self.present)

    @property
    def sentence(self) -> str:
        """应到42人，实到27人，未达到法定人数28人，还差1人."""
        told = {"due": self.due, "present": self.present, "needed": self.needed, "lacking": self.lacking}
        if not self.due:
            return _("没有应到人员，请先登记代表。")
        if self.is_met:
            return _("应到%(due)d人，实到%(present)d人，已达到法定人数%(needed)d人") % told
        return _("应到%(due)d人，实到%(present)d人，未达到法定人数%(needed)d人，还差%(lacking)d人") % told


def in_room(sittings: Iterable[Sitting]) -> QuerySet[Attendance]:
    """Who checked in on the day, at the door of these sittings or of those held with them, and is still there."""
    here = Q(pk__in=[])
    for sitting in sittings:
        here |= Q(gathering__source_key=sitting.hall_id, gathering__on=sitting.day)
    out = Exit.objects.filter(attendance=OuterRef("pk"), returned_at=None)
    rows = Attendance.objects.present().filter(here, gathering__source_model=Sitting._meta.label)
    return rows.filter(~Exists(out))


def guests_in_room(sitting: Sitting) -> dict[str, int]:
    """How many who have no vote are in the room, by kind of delegate: those of its session's own term."""
    here = Delegate.objects.in_force_on(sitting.day).filter(term__sessions=sitting.session_id)
    guests = here.exclude(kind=DelegateKind.VOTING).filter(member__in=in_room([sitting]).values("member"))
    return dict(guests.order_by().values_list("kind").annotate(Count("member", distinct=True)))


def hall(sitting: Sitting) -> list[Sitting]:
    """The sittings of everybody in the room: one, or two where two bodies meet; who keeps attendance comes first."""
    rows = Sitting.objects.in_hall_of(sitting).select_related("session__term", "constituency__term", "committee")
    return sorted(rows, key=lambda one: one.pk != sitting.hall_id)


def hall_of_screen(user: Any, pk: int) -> list[Sitting]:
    """The same for who may see it, in one statement with all that the screen tells; empty for another key."""
    joint = ("session__joint_with__term", "session__joined_by__term")
    rows = Sitting.objects.visible_to(user).filter(Q(pk=pk) | Q(joint_with=pk))
    found = rows.select_related("session__term", *joint, "constituency__term", "committee")
    return sorted(found, key=lambda one: one.pk != pk) if any(one.pk == pk for one in found) else []


def quorums(sittings: Sequence[Sitting]) -> list[Quorum]:
    """The quorum of each sitting of a hall: two statements, one once all of them have opened."""
    counted = _counted(sittings)
    planned = [sitting for sitting in sittings if not sitting.has_opened]
    rules = quorum_rules(map(quorum_key, planned), planned[0].day) if planned else {}
    found = []
    for place, sitting in enumerate(sittings):
        present = counted[f"present{place}"]
        if sitting.has_opened:
            numbers = (sitting.due_count or 0, present, sitting.needed_count or 0)
            found.append(Quorum(sitting, *numbers, sitting.quorum_rule))
            continue
        rule, due = rules[quorum_key(sitting)], counted[f"due{place}"]
        found.append(Quorum(sitting, due, present, least(due, rule.value), f"{rule.words}。{rule.source}"))
    return found


def _counted(sittings: Sequence[Sitting]) -> dict[str, int]:
    """How many are due at each sitting and how many of those are in the room, in one statement."""
    here = in_room(sittings).values("member")
    asked, anybody = {}, Q(pk__in=[])
    for place, sitting in enumerate(sittings):
        due = Q(pk__in=sitting.due_on_its_day().order_by().values("pk"))
        asked[f"due{place}"] = Count("pk", filter=due)
        asked[f"present{place}"] = Count("pk", filter=due & Q(pk__in=here))
        anybody |= due
    return Member.objects.filter(anybody).order_by().aggregate(**asked)


def due(sitting: Sitting) -> int:
    """N: how many have a vote in the sitting. Frozen when it opened."""
    return sitting.due_count if sitting.due_count is not None else sitting.due_on_its_day().count()


def present(sitting: Sitting) -> int:
    """How many of those who have a vote are in the room now."""
    return sitting.due_on_its_day().filter(pk__in=in_room([sitting]).values("member")).count()


def is_due(sitting: Sitting, member_id: int | None) -> bool:
    """Whether somebody is waited for in the room."""
    return member_id is not None and sitting.people_due().filter(pk=member_id).exists()


def door_of(sitting: Sitting) -> Gathering | None:
    """The attendance of the sitting's day, once somebody began to keep it."""
    doors = Gathering.objects.filter(source_model=Sitting._meta.label, source_key=sitting.hall_id, on=sitting.day)
    return doors.order_by("pk").first()


def sessions_together(session: Session) -> list[Session]:
    """The session, and the one held with it; the staff congress comes first, whose sittings keep attendance."""
    found = [one for one in (session, session.partner) if one is not None]
    return sorted(found, key=lambda one: one.term.body != Body.STAFF)


def sittings_of(session: Session) -> QuerySet[Sitting]:
    """The units of a session in their order."""
    return session.sittings.order_by("number").select_related("session__term", "presider")


def where_is(sitting: Sitting, member_id: int) -> Standing | None:
    """Where somebody is during a sitting, as far as anything was noted."""
    return standings([sitting], member_id).get(sitting.pk)


def standings(sittings: Sequence[Sitting], member_id: int) -> dict[int, Standing]:
    """The same at several sittings, by their keys: one statement."""
    doors = {(sitting.hall_id, sitting.day): sitting.pk for sitting in sittings}
    out = Exit.objects.filter(attendance=OuterRef("pk"), returned_at=None)
    rows = Attendance.objects.filter(
        gathering__source_model=Sitting._meta.label,
        gathering__source_key__in=[sitting.hall_id for sitting in sittings],
        member=member_id,
    )
    found = {}
    for row in rows.select_related("gathering").annotate(is_out=Exists(out)):
        sitting_id = doors.get((row.gathering.source_key or 0, row.gathering.on))
        if sitting_id is not None:
            here = Standing(row.state)
            found[sitting_id] = Standing.LEFT if here == Standing.PRESENT and row.is_out else here
    return found


def delegate_of_card(key: str, on: date) -> Delegate | None:
    """Whose card it is, of those who are delegates on the day."""
    found = Delegate.objects.in_force_on(on).filter(card_key=key)
    seats = found.select_related("member", "term", "delegation", "constituency", "group")
    return seats.defer(*Member.secrets_of("member")).first()


def sittings_at_the_door(on: date) -> QuerySet[Sitting]:
    """Sittings of a day whose attendance is being kept."""
    doors = Gathering.objects.open().filter(source_model=Sitting._meta.label, on=on)
    kept = Sitting.objects.on_the_way().filter(day=on, pk__in=doors.values("source_key"))
    return kept.select_related("session__term", "presider").order_by("starts_at", "pk")


def sittings_of_day(user: Any, on: date, *, all_of_them: bool) -> QuerySet[Sitting]:
    """Sittings of today, or of a day before that were never closed: all, or those that this person leads."""
    rows = Sitting.objects.halls().on_the_way().filter(day__lte=on).select_related("session__term")
    if not all_of_them:
        rows = rows.filter(presider=member_id_of(user), presider__isnull=False)
    return rows.order_by("day", "starts_at", "pk")


def upcoming_for(member_id: int, on: date, until: date | None = None) -> list[Sitting]:
    """Sittings still to come, or going on, at which somebody is due or invited; each hall once.

    With `until` no later ones than of that day.
    """
    rows = Sitting.objects.halls().on_the_way().filter(day__gte=on).order_by("day", "starts_at", "pk")
    rows = rows.filter(day__lte=until) if until is not None else rows
    ahead = list(rows.select_related("session__term", "constituency__term", "committee", "presider"))
    if not ahead:
        return []
    asked = {f"due{sitting.pk}": _expects(sitting) for sitting in ahead}
    meant = Member.objects.filter(pk=member_id).values(
        **{name: Case(When(condition, then=Value(1)), default=Value(0)) for name, condition in asked.items()}
    )
    found = meant.first() or {}
    return [sitting for sitting in ahead if found.get(f"due{sitting.pk}")]


def _expects(sitting: Sitting) -> Q:
    """Who is due at a sitting or, in a congress of delegates, attends it without a vote."""
    expected = Q(pk__in=sitting.people_due().order_by().values("pk"))
    if sitting.session is not None:
        seats = Delegate.objects.in_force_on(sitting.day).filter(term__sessions__sittings=sitting.pk)
        expected |= Q(pk__in=seats.values("member"))
    return expected


def is_last(sitting: Sitting) -> bool:
    """Whether no other sitting of its session is still to be held."""
    others = Sitting.objects.on_the_way().filter(session=sitting.session_id).exclude(pk=sitting.pk)
    return sitting.session_id is not None and not others.exists()


def next_item(session: Session) -> AgendaItem | None:
    """The item after the one that the session is at; the first where it hasn't begun."""
    current = session.agenda.filter(is_current=True).first()
    return session.agenda.in_order().filter(place__gt=current.place if current else 0).first()


def may_end(session: Session) -> bool:
    """Whether the session is open and all of its sittings are closed."""
    return session.status == SessionStatus.OPENED and not session.sittings.on_the_way().exists()


def attendance_rate(rows: QuerySet[Any]) -> Decimal:
    """Of those due at some sessions or sittings how many came, in percent, as it was when they opened."""
    counted = rows.order_by().aggregate(due=Sum("due_count", default=0), present=Sum("present_count", default=0))
    return percentage(counted["present"], counted["due"])
