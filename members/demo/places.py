"""Who leads the demo school's departments and groups, and where else its people belong."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from members.enums import DepartmentKind, PostCategory, UnionStatus
from members.models import Audience, AudienceRule, Department, DepartmentPlace, Member, Tag, UnionGroup
from members.services import (
    add_tag,
    close_unit,
    move_to_department,
    name_leader,
    save_audience,
    save_department,
    save_group,
)
from unionoffice.periods import school_year_of

HEAD_OF_TEACHING, FIRST_LEADER = "1014", "1015"
"""Who plays the department head and the group leader."""
LAST_OF_CAST = "1016"

OFFICES = ("机关工会小组", "后勤工会小组")
"""They stand under one 分工会."""
CLASS_TEACHERS = "班主任"
GRADES = ("七年级组", "八年级组", "九年级组")

IN_UNION = ~Q(union_status=UnionStatus.NON_MEMBER)

TERM, BEFORE = 500, 1500
"""Days since today's leaders were named, and since those before them were."""


def organise_places(on: date) -> None:
    """Heads and leaders with those before them, a 分工会 over two groups, grade groups beside the teaching groups,
    tags and an audience by one of them, a department and a group that were closed.
    """
    _nest(on)
    _name_heads(on)
    _name_leaders(on)
    _form_grades(on)
    _give_tags(on)
    _close_one(on)


def _colleagues() -> QuerySet[Member]:
    """Those who serve and play no role, by number."""
    return Member.objects.in_service().filter(employee_no__gt=LAST_OF_CAST).order_by("employee_no")


def _nest(on: date) -> None:
    above = save_group(UnionGroup(), name="机关后勤分工会", parent=None, position=200, by=None, on=on)
    for group in UnionGroup.objects.filter(name__in=OFFICES):
        save_group(group, name=group.name, parent=above, position=group.position, by=None, on=on)
    leader = _colleagues().filter(IN_UNION, group_places__group__parent=above).first()
    _name(above, leader, days=TERM, on=on)


def _name_heads(on: date) -> None:
    teaching = Department.objects.get(name="教务处")
    before = _colleagues().filter(department_places__department=teaching).first()
    _name(teaching, before, days=BEFORE, on=on)
    _name(teaching, Member.objects.get(employee_no=HEAD_OF_TEACHING), days=TERM, on=on)
    _name(teaching, before, days=TERM - 30, on=on, is_deputy=True)


def _name_leaders(on: date) -> None:
    """Each group's first two of the many, one after the other; the group of retired people is led by one of them."""
    first = Member.objects.get(employee_no=FIRST_LEADER)
    for group in UnionGroup.objects.filter(leader=None):
        inside = Member.objects.filter(IN_UNION, group_places__group=group).order_by("-employee_no")
        serving = inside.filter(pk__in=_colleagues().values("pk"))
        leader, before, *_rest = [*serving[:2], *inside[:2]]
        _name(group, before, days=BEFORE, on=on)
        _name(group, first if group.name == "第一工会小组" else leader, days=TERM, on=on)


def _name(
    unit: Department | UnionGroup, member: Member | None, *, days: int, on: date, is_deputy: bool = False
) -> None:
    assert member is not None  # noqa: S101 -- the school has somebody everywhere
    name_leader(unit, member, on=on - timedelta(days=days), today=on, by=None, is_deputy=is_deputy)


def _form_grades(on: date) -> None:
    """Teachers belong to a grade beside their subject since the school year began."""
    began = school_year_of(on).start
    teachers = _colleagues().filter(post_category=PostCategory.TEACHER, hired_on__lt=began)
    keys = list(teachers.values_list("pk", flat=True))
    for place, name in enumerate(GRADES):
        grade = save_department(Department(), name=name, kind=DepartmentKind.GRADE_GROUP, position=50, by=None, on=on)
        people = Member.objects.filter(pk__in=keys[place :: len(GRADES)])
        move_to_department(people, grade, on=began, today=on, by=None, is_main=False)
        name_leader(grade, people.order_by("employee_no")[0], on=began, today=on, by=None)


def _give_tags(on: date) -> None:
    """Every grade has class teachers; some came from elsewhere and live at the school."""
    since = on - timedelta(days=60)
    people = list(_colleagues().filter(hired_on__lt=since).values_list("pk", flat=True))
    for name, chosen in (
        (CLASS_TEACHERS, people[::4]),
        ("骨干教师", people[1::7]),
        ("学科带头人", people[3::23]),
        ("外地", people[2::6]),
        ("住校", people[2::12]),
        ("双职工", people[5::13]),
        ("退役军人", people[10::50]),
    ):
        add_tag(Member.objects.filter(pk__in=chosen), Tag.objects.get(name=name), on=since, today=on, by=None)
    rule = AudienceRule(tags=(Tag.objects.get(name=CLASS_TEACHERS).pk,))
    save_audience(Audience(), name=CLASS_TEACHERS, rule=rule, by=None)


def _close_one(on: date) -> None:
    """电教中心 became part of 教务处 two years ago, and its people's group was closed with it."""
    kind = DepartmentKind.OFFICE
    centre = save_department(Department(), name="电教中心", kind=kind, position=100, by=None, on=on)
    closed = on - timedelta(days=730)
    inside = DepartmentPlace.objects.filter(department__name="教务处", member__hired_on__lt=closed, is_main=True)
    people = _colleagues().filter(department_places__in=inside)[1:4]
    for member in people:
        DepartmentPlace.objects.create(
            member=member, department=centre, is_main=False, from_on=member.hired_on, to_on=closed
        )
    name_leader(centre, people[0], on=people[0].hired_on or closed, today=on, by=None)
    close_unit(centre, on=closed, today=on, by=None)
    group = save_group(UnionGroup(), name="电教工会小组", parent=None, position=100, by=None, on=on)
    close_unit(group, on=closed, today=on, by=None)
