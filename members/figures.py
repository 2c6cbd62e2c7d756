"""What can be counted of members for a summary."""

from members.enums import ChangeKind, Gender, ServiceStatus, UnionStatus
from members.models import Member
from members.selectors import changes_between
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure, list_url, percentage
from unionoffice.periods import Period


def figures(period: Period, scope: Scope) -> FigureSet:
    """Staff and members as they stood at the end of the period, and the changes within it."""
    on = period.end
    people = Member.objects.in_group_on(scope.group_id, on)
    counted = people.counted_in_rate_on(on)
    in_union = counted.filter(union_on=UnionStatus.MEMBER).count()
    standing = {"on": on, "group": scope.group_id, "service": ServiceStatus.IN_SERVICE}
    return FigureSet(
        figures=(
            _count("members.staff", "在职教职工", people.staff_on(on).count(), **standing),
            _count(
                "members.members",
                "工会会员",
                people.union_members_on(on).count(),
                **standing,
                union=UnionStatus.MEMBER,
            ),
            _count(
                "members.women",
                "女会员",
                people.union_members_on(on).filter(gender=Gender.FEMALE).count(),
                **standing,
                union=UnionStatus.MEMBER,
                gender=Gender.FEMALE,
            ),
            Figure(
                "members.rate",
                "入会率",
                percentage(in_union, counted.count()),
                "%",
                Measure.RATIO,
                _url("members.rate", **standing, in_rate="true"),
            ),
            _count(
                "members.retirees",
                "退休人员",
                people.as_of(on).filter(service_on=ServiceStatus.RETIRED).count(),
                **{**standing, "service": ServiceStatus.RETIRED},
            ),
            *(
                _changed(kind, label, period, scope)
                for kind, label in ((ChangeKind.JOINED, "新入会"), (ChangeKind.RETIRED, "新退休"))
            ),
        )
    )


def _changed(kind: ChangeKind, label: str, period: Period, scope: Scope) -> Figure:
    changes = changes_between(kind, period.start, period.end, group_id=scope.group_id)
    return _count(
        f"members.{kind}",
        label,
        changes.values("member_id").distinct().count(),
        change=kind,
        changed_from=period.start,
        changed_to=period.end,
        changed_in=scope.group_id,
    )


def _count(key: str, label: str, value: int, **filters: object) -> Figure:
    return Figure(key, label, value, "人", Measure.PEOPLE, _url(key, **filters))


def _url(key: str, **filters: object) -> str:
    return list_url("members:member-list", **filters, figure=key)
