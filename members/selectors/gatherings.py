"""Attendance: who was to come, and who came."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Model, Q, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from members.enums import AttendanceState
from members.models import Attendance, Gathering, Member
from members.selectors.audiences import audience_members
from members.selectors.people import with_current_places
from unionoffice.sources import SourceRef

STEP = 30
"""Seconds for which the hall's screen shows one code."""

STEPS_ACCEPTED = 3
"""A code counts while it is shown and for two steps more: long enough to raise a phone, too short to send it home."""

SIGNATURE_LENGTH = 12
KEY = re.compile("[0-9]{1,18}")
"""What a database takes for a key, however long a number somebody types into an address."""
CODE_DIGITS = 6
CODE_SALT = "members.gathering.code"


def gatherings_of(record: Model) -> QuerySet[Gathering]:
    """The occasions of a record at which attendance is kept."""
    ref = SourceRef.to(record)
    return Gathering.objects.filter(source_model=ref.model, source_key=ref.key)


def attendance_of(record: Model) -> QuerySet[Attendance]:
    """Who came to a record's occasions, who asked leave and who stayed away."""
    rows = Attendance.objects.filter(gathering__in=gatherings_of(record).values("pk"))
    return rows.select_related("gathering", "member").defer(*Member.secrets_of("member"))


def people_due(gathering: Gathering) -> QuerySet[Member]:
    """Who is to come: the audience on the day, else those whom the record itself waits for, else nobody."""
    if gathering.audience is not None:
        return audience_members(gathering.audience, gathering.on)
    record = gathering.source_record
    due: QuerySet[Member] = record.people_due() if hasattr(record, "people_due") else Member.objects.none()
    return due


def waits_for_somebody(gathering: Gathering) -> bool:
    """Whether there is a list of people due, so that others stand beyond it."""
    return gathering.audience is not None or hasattr(gathering.source_record, "people_due")


def may_come_in(gathering: Gathering, member: Member) -> bool:
    """Whether somebody who isn't due may check in: where others are welcome, or the record admits them."""
    if gathering.admits_others:
        return True
    record = gathering.source_record
    return hasattr(record, "people_admitted") and record.people_admitted().filter(pk=member.pk).exists()


UNKNOWN, BEYOND = "unknown", "beyond"
"""How somebody stands on a roll, beside the states of attendance."""


@dataclass(frozen=True)
class RollLine:
    """One person on the roll, with what is known of them so far."""

    member: Member
    attendance: Attendance | None

    @property
    def departments(self) -> str:
        """Where the person works now."""
        return "、".join(place.department.name for place in self.member.current_departments)  # type: ignore[attr-defined]

    @property
    def state(self) -> str:
        """The attendance state; UNKNOWN where there is none yet, BEYOND for who came without being due."""
        if self.attendance is None:
            return UNKNOWN
        came = self.attendance.state == AttendanceState.PRESENT
        return BEYOND if self.attendance.beyond and came else self.attendance.state

    @property
    def is_due(self) -> bool:
        """Whether the person was waited for."""
        return self.attendance is None or not self.attendance.beyond


def roll(gathering: Gathering) -> list[RollLine]:
    """Everybody who was due, then everybody else of whom something is known, each by pinyin."""
    known = {row.member_id: row for row in gathering.attendances.all()}
    due = list(with_current_places(people_due(gathering).defer(*Member.SENSITIVE)))
    others = Member.objects.filter(pk__in=known.keys() - {member.pk for member in due}).defer(*Member.SENSITIVE)
    return [RollLine(member, known.get(member.pk)) for member in (*due, *with_current_places(others))]


@dataclass(frozen=True)
class AttendanceCount:
    """How many people were due, and what became of them; `beyond` came without being due."""

    due: int
    present: int
    on_leave: int
    absent: int
    beyond: int

    @property
    def here(self) -> int:
        """Everybody who came, due or not."""
        return self.present + self.beyond

    @property
    def unknown(self) -> int:
        """Those due of whom nothing is known yet."""
        return self.due - self.present - self.on_leave - self.absent


def count_attendance(gathering: Gathering) -> AttendanceCount:
    """The numbers of one occasion: 应到, 实到, 请假, 缺席, 范围外.

    Where nobody was waited for, all who came were due.
    """
    within = Q(beyond=False)
    counts = gathering.attendances.aggregate(
        present=Count("pk", filter=within & Q(state=AttendanceState.PRESENT)),
        on_leave=Count("pk", filter=within & Q(state=AttendanceState.ON_LEAVE)),
        absent=Count("pk", filter=within & Q(state=AttendanceState.ABSENT)),
        beyond=Count("pk", filter=~within & Q(state=AttendanceState.PRESENT)),
    )
    due = people_due(gathering).count() if waits_for_somebody(gathering) else sum(counts.values())
    return AttendanceCount(due=due, **counts)


def check_in_token(gathering: Gathering, at: datetime) -> str:
    """What the QR code of this moment says: the gathering, and a proof that the code was seen just now."""
    return f"{gathering.pk}-{_signature(gathering, _step(at))}"


def check_in_code(gathering: Gathering, at: datetime) -> str:
    """Six digits for who can't scan, as short-lived as the QR code."""
    return _digits(gathering, _step(at))


def gathering_of_token(token: str, at: datetime) -> Gathering | None:
    """The gathering whose screen shows the token, or did a moment ago."""
    key, _dash, proof = token.partition("-")
    gathering = Gathering.objects.filter(pk=key).first() if KEY.fullmatch(key) else None
    if gathering is None:
        return None
    shown = any(constant_time_compare(proof, _signature(gathering, step)) for step in _accepted(at))
    return gathering if shown else None


def gathering_of_code(code: str, at: datetime) -> Gathering | None:
    """The open gathering whose screen shows these digits, or did a moment ago."""
    for gathering in Gathering.objects.open():
        if any(constant_time_compare(code, _digits(gathering, step)) for step in _accepted(at)):
            return gathering
    return None


def _step(at: datetime) -> int:
    return int(at.timestamp()) // STEP


def _accepted(at: datetime) -> range:
    return range(_step(at) - STEPS_ACCEPTED + 1, _step(at) + 1)


def _signature(gathering: Gathering, step: int) -> str:
    return _digest(gathering, step).hex()[:SIGNATURE_LENGTH]


def _digits(gathering: Gathering, step: int) -> str:
    number = int.from_bytes(_digest(gathering, step)[-8:], "big")
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def _digest(gathering: Gathering, step: int) -> bytes:
    return salted_hmac(CODE_SALT, f"{gathering.pk} {step}", secret=gathering.secret, algorithm="sha256").digest()
