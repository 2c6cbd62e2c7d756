"""Merging two records in tests, and rows of two records that can't both be one person's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from members import services
from members.enums import CorrectionStatus
from members.models import (
    Child,
    CorrectionRequest,
    DepartmentHead,
    DistinctPair,
    GroupLeader,
    Handover,
    JoinApplication,
    Member,
    MergedMember,
    OfficeHolding,
    Portrait,
    Tag,
    TagPlace,
)
from tests.conftest import TODAY
from tests.members.factories import (
    AccountFactory,
    AttendanceFactory,
    CommitteeTermFactory,
    DepartmentFactory,
    DepartmentPlaceFactory,
    GatheringFactory,
    GroupPlaceFactory,
    MemberFactory,
    SignOffLineFactory,
    SignOffSheetFactory,
    UnionGroupFactory,
)
from unionoffice.roles import Role
from unionoffice.sources import SourceRef


def merge(kept: Member, dropped: Member, *, by: Any = None, on: date = TODAY, **values: Any) -> MergedMember:
    """As a page does that was opened a moment ago."""
    kept, dropped = (Member.objects.get(pk=member.pk) for member in (kept, dropped))
    seen = (kept.version, dropped.version)
    return services.merge_members(kept, dropped, values=values, seen=seen, by=by, on=on)


@dataclass(frozen=True)
class Clash:
    """Gives each of two records a row of which one person can have but one; `rows` of that model stay."""

    build: Callable[[Member, Member], None]
    model: Any
    rows: int = 1
    is_refused: bool = False


def _source() -> SourceRef:
    return SourceRef.to(MemberFactory())


def both(factory: Callable[..., Any], **shared: Any) -> Callable[[Member, Member], None]:
    """The same row for each; what is shared is made once, when it is asked for."""

    def build(kept: Member, dropped: Member) -> None:
        same = {name: value() if callable(value) else value for name, value in shared.items()}
        for member in (kept, dropped):
            factory(member=member, **same)

    return build


def _proxy(kept: Member, dropped: Member) -> None:
    sheet = SignOffSheetFactory(source=_source())
    signed = {"signed_at": "2026-09-28T10:00+08:00", "way": "proxy", "recorded_by": AccountFactory()}
    SignOffLineFactory(sheet=sheet, member=dropped, taken_by=kept, **signed)


def _handover(kept: Member, dropped: Member) -> None:
    Handover.objects.create(role=Role.CASHIER, giver=dropped, taker=kept, on=date(2026, 9, 1))


def _same_stranger(kept: Member, dropped: Member) -> None:
    stranger = MemberFactory()
    for member in (kept, dropped):
        low, high = sorted((member, stranger), key=lambda one: one.pk)
        DistinctPair.objects.create(low=low, high=high, found_on=TODAY)


def _each_other(kept: Member, dropped: Member) -> None:
    low, high = sorted((kept, dropped), key=lambda one: one.pk)
    DistinctPair.objects.create(low=low, high=high, found_on=TODAY)


SINCE = date(2024, 9, 1)

CLASHES = {
    "members.Account.member": Clash(both(AccountFactory), None),
    "members.Portrait.member": Clash(both(Portrait.objects.create, image=b"a", digest="d"), Portrait),
    "one_office_once": Clash(
        both(OfficeHolding.objects.create, term=CommitteeTermFactory, post="member", from_on=SINCE), OfficeHolding
    ),
    "one_attendance_a_person": Clash(
        both(AttendanceFactory, gathering=lambda: GatheringFactory(source=_source())), AttendanceFactory._meta.model
    ),
    "one_main_department": Clash(both(DepartmentPlaceFactory), DepartmentPlaceFactory._meta.model, rows=2),
    "one_group_at_a_time": Clash(both(GroupPlaceFactory), GroupPlaceFactory._meta.model, rows=2),
    "tag_once_at_a_time": Clash(
        both(TagPlace.objects.create, tag=lambda: Tag.objects.create(name="合唱队"), from_on=SINCE), TagPlace
    ),
    "department_head_once": Clash(
        both(DepartmentHead.objects.create, unit=DepartmentFactory, is_deputy=True, from_on=SINCE), DepartmentHead
    ),
    "group_leader_once": Clash(
        both(GroupLeader.objects.create, unit=UnionGroupFactory, is_deputy=True, from_on=SINCE), GroupLeader
    ),
    "one_line_a_person": Clash(
        both(SignOffLineFactory, sheet=lambda: SignOffSheetFactory(source=_source())), SignOffLineFactory._meta.model
    ),
    "proxy_has_a_name": Clash(_proxy, SignOffLineFactory._meta.model),
    "proxy_is_another": Clash(_proxy, SignOffLineFactory._meta.model),
    "one_open_application": Clash(
        both(JoinApplication.objects.create, applied_on=TODAY, statement="自愿入会"),
        JoinApplication,
        rows=2,
        is_refused=True,
    ),
    "one_open_correction": Clash(
        both(CorrectionRequest.objects.create, field="title", requested_on=TODAY, status=CorrectionStatus.OPEN),
        CorrectionRequest,
        rows=2,
        is_refused=True,
    ),
    "handover_between_two": Clash(_handover, Handover, is_refused=True),
    "one_finding_a_pair": Clash(_same_stranger, DistinctPair),
    "pair_in_order": Clash(_each_other, DistinctPair, rows=0),
}
"""By the constraint that would break: its name, or the field of a one-to-one link."""

CHILD = {"name": "林小雨", "birth_date": date(2018, 5, 1)}


def make_child(member: Member, **changes: Any) -> Child:
    """Somebody's child."""
    return Child.objects.create(member=member, **CHILD | changes)
