"""Two records of one retiree in the demo school, two that were made one, and two retirees who only look like one."""

from datetime import date
from typing import Any

from members.models import Account, Member
from members.services import find_distinct, merge_members, register_member

TWICE, AGAIN = "1135", "2035"
"""Who was entered a second time after retiring, and the number that was given then."""

MERGED, DROPPED = "1136", "2036"
"""Who was entered a second time too, which the secretary has mended."""

LOOKED_INTO, NAMESAKE = "1138", "2038"
"""Who has the name and the birth date of somebody else; the secretary asked both."""

COPIED = ("name", "gender", "birth_date", "ethnicity", "service_status", "union_status", "hired_on", "joined_on")


def add_duplicates(on: date, *, by: Account) -> None:
    """What a hurried afternoon left behind, and what a careful one found out."""
    first = Member.objects.get(employee_no=TWICE)
    _enter(first, AGAIN, by=by, on=on, id_number=first.id_number, phone="13900002035", title="退休教师")
    kept = Member.objects.get(employee_no=MERGED)
    dropped = _enter(kept, DROPPED, by=by, on=on, id_number=kept.id_number)
    merge_members(kept, dropped, values={}, seen=(kept.version, dropped.version), by=by, on=on)
    alike = Member.objects.get(employee_no=LOOKED_INTO)
    find_distinct(alike, _enter(alike, NAMESAKE, by=by, on=on, phone="13900002038"), by=by, on=on)


def _enter(like: Member, number: str, *, by: Account, on: date, **told: Any) -> Member:
    """Another record with the same person's facts, as somebody typed it in."""
    copied = {name: getattr(like, name) for name in COPIED}
    return register_member(Member(employee_no=number, **copied, **told), by=by, on=on)
