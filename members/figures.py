"""What can be counted of members for a summary."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from members.enums import ChangeKind, Gender, ServiceStatus, UnionStatus
from members.models import CommitteeTerm, Member, OfficeHolding
from members.selectors import membership_rate, people_changed
from unionoffice.areas import Scope
from unionoffice.days import in_short
from unionoffice.figures import Figure, FigureSet, Measure, Notable, list_url
from unionoffice.periods import Period

CHANGED: dict[ChangeKind, str] = {
    ChangeKind.JOINED: "新入会",
    ChangeKind.TRANSFERRED_IN: "转入会员",
    ChangeKind.TRANSFERRED_OUT: "转出会员",
    ChangeKind.RETIRED: "新退休",
    ChangeKind.RETIRED_CADRE: "新离休",
    ChangeKind.LEFT: "调离",
    ChangeKind.RETURNED: "复职",
    ChangeKind.RESIGNED: "退会",
    ChangeKind.DIED: "去世",
}
"""What the people are called whom a change befell; 建档 befalls nobody."""


def headlines(period: Period, scope: Scope) -> FigureSet:
    """Staff, members and their share as they stood at the end of the period."""
    on = period.end
    people = Member.objects.in_group_on(scope.group_id, on)
    standing = {"on": on, "group": scope.group_id, "service": ServiceStatus.IN_SERVICE}
    members = people.union_members_on(on).count()
    return FigureSet(
        figures=(
            _count("members.staff", "在职教职工", people.staff_on(on).count(), **standing),
            _count("members.members", "工会会员", members, **standing, union=UnionStatus.MEMBER),
            _rate(people.counted_in_rate_on(on), **standing),
        )
    )


def figures(period: Period, scope: Scope) -> FigureSet:
    """Staff and members as they stood at the end of the period, and the changes within it."""
    on = period.end
    people = Member.objects.in_group_on(scope.group_id, on)
    standing = {"on": on, "group": scope.group_id, "service": ServiceStatus.IN_SERVICE}
    staff, members, rate = headlines(period, scope).figures
    return FigureSet(
        figures=(
            staff,
            members,
            _count(
                "members.women",
                "女会员",
                people.union_members_on(on).filter(gender=Gender.FEMALE).count(),
                **standing,
                union=UnionStatus.MEMBER,
                gender=Gender.FEMALE,
            ),
            rate,
            _count(
                "members.retirees",
                "退休人员",
                people.as_of(on).filter(service_on=ServiceStatus.RETIRED).count(),
                **{**standing, "service": ServiceStatus.RETIRED},
            ),
            _offices(period, scope),
            _offices_held(period, scope),
            *_changes(period, scope),
        ),
        notables=_terms(period, scope),
    )


def _rate(counted: QuerySet[Any], **filters: object) -> Figure:
    url = _url("members.rate", **filters, in_rate="true")
    return Figure("members.rate", "入会率", membership_rate(counted), "%", Measure.RATIO, url)


def _offices(period: Period, scope: Scope) -> Figure:
    """Offices taken in the period. They are the whole union's: a group has none."""
    taken = (
        OfficeHolding.objects.taken_in(period.start, period.end) if scope.is_whole else OfficeHolding.objects.none()
    )
    url = list_url("members:office-list", from_on=period.start, until=period.end, figure="members.offices")
    return Figure("members.offices", "新任委员", taken.count(), "人次", Measure.COUNT, url)


def _offices_held(period: Period, scope: Scope) -> Figure:
    """Offices as they were filled at the end of the period, also those of a committee whose term is over."""
    held = OfficeHolding.objects.held_on(period.end) if scope.is_whole else OfficeHolding.objects.none()
    url = list_url("members:office-list", on=period.end, figure="members.offices.held")
    return Figure("members.offices.held", "在任委员", held.count(), "人次", Measure.COUNT, url)


def _terms(period: Period, scope: Scope) -> tuple[Notable, ...]:
    """Committees that began a term."""
    if not scope.is_whole:
        return ()
    begun = CommitteeTerm.objects.filter(from_on__range=(period.start, period.end)).select_related("committee")
    return tuple(
        Notable("term", _begins(term), list_url("members:office-list", term=term.pk))
        for term in begun.order_by("from_on")
    )


def _begins(term: CommitteeTerm) -> str:
    words = f"{in_short(term.from_on)}{term}开始履职"
    return f"{words}（{term.approval_no}）" if term.approval_no else words


def _changes(period: Period, scope: Scope) -> Iterator[Figure]:
    """Whom each kind of change befell in the period; somebody who left twice is one person."""
    changed = people_changed(period.start, period.end, group_id=scope.group_id)
    for kind, label in CHANGED.items():
        yield _count(
            f"members.{kind}",
            label,
            changed.get(kind, 0),
            change=kind,
            changed_from=period.start,
            changed_to=period.end,
            changed_in=scope.group_id,
        )


def _count(key: str, label: str, value: int, **filters: object) -> Figure:
    return Figure(key, label, value, "人", Measure.PEOPLE, _url(key, **filters))


def _url(key: str, **filters: object) -> str:
    return list_url("members:member-list", **filters, figure=key)
