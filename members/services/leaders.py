"""Who leads departments and union groups: dated rows, and with the unit who leads it today.

Both are written here and nowhere else. A row that would have to end before it began never held, and goes.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import GONE, ServiceStatus, UnionStatus
from members.models import Department, DepartmentHead, GroupLeader, Member, UnionGroup
from unionoffice import audit
from unionoffice.dated import end_before
from unionoffice.days import in_full
from unionoffice.refusal import Refused
from unionoffice.states import lock

Leading = DepartmentHead | GroupLeader


@transaction.atomic
def name_leader(
    unit: Department | UnionGroup, member: Member, *, on: date, today: date, by: Any, is_deputy: bool = False
) -> Leading:
    """Let somebody lead a unit, or be deputy to who leads it, from a day on; whoever led until then leads no more.

    The head of a department answers its proposals, the leader of a group sees the records of its people and of those
    in the groups below, both from today on. Refuses a closed unit, a day to come, who can't lead it, who leads it
    already, and a day before the last one on which somebody else began or ended to lead it.
    """
    lock(unit)
    if not unit.is_open:
        raise Refused(_("“%(name)s”已经撤销，不能再任命。") % {"name": unit})
    _ensure_not_to_come(on, today)
    _ensure_can_lead(unit, member)
    rows: Any = unit.leaders
    post = str(rows.model.POSTS[is_deputy])
    replaced = _replaced(unit, member, is_deputy=is_deputy)
    _ensure_after(unit, replaced, on, is_deputy=is_deputy)
    with audit.deed(_("任命%(post)s") % {"post": post}, by=by):
        for row in replaced:
            end_before(row, on)
        row = rows.create(unit=unit, member=member, is_deputy=is_deputy, from_on=on)
        if _changes_today(unit):
            unit.save()
    return row


@transaction.atomic
def end_leading(row: Leading, *, on: date, today: date, by: Any) -> Department | UnionGroup:
    """Let somebody lead no more from a day on, without anyone in their place; returns the unit.

    Refuses a day to come, one before they began, and who leads no more already.
    """
    unit: Department | UnionGroup = lock(row.unit)
    lock(row)
    if row.to_on is not None:
        raise Refused(_("%(name)s已经离任。请刷新页面查看最新情况。") % {"name": row.member})
    _ensure_not_to_come(on, today)
    _ensure_begun(row, on)
    with audit.deed(_("免去%(post)s") % {"post": row.post}, by=by):
        end_before(row, on)
        if _changes_today(unit):
            unit.save()
    return unit


def end_all_leading(unit: Department | UnionGroup, *, on: date) -> None:
    """Let nobody lead a unit from a day on, in the transaction and the deed that close it and save it."""
    for row in unit.leaders.current().select_related("member"):
        _ensure_begun(row, on)
        end_before(row, on)
    _changes_today(unit)


def _ensure_not_to_come(on: date, today: date) -> None:
    if on > today:
        raise Refused(_("日期不能晚于今天，请到那一天再登记。"))


def _ensure_can_lead(unit: Department | UnionGroup, member: Member) -> None:
    if isinstance(unit, Department):
        if member.service_status != ServiceStatus.IN_SERVICE:
            raise Refused(_("%(name)s不在职，不能担任负责人，请另选一位。") % {"name": member})
    elif member.union_status == UnionStatus.NON_MEMBER or member.service_status in GONE:
        raise Refused(_("%(name)s不是会员，不能担任组长，请另选一位。") % {"name": member})


def _replaced(unit: Department | UnionGroup, member: Member, *, is_deputy: bool) -> list[Leading]:
    """The rows that end when somebody is named: that of the one who leads now, and the other post of this person."""
    current = list(unit.leaders.current().select_for_update(of=("self",)).select_related("member"))
    own = next((row for row in current if row.member_id == member.pk), None)
    if own is not None and own.is_deputy == is_deputy:
        raise Refused(_("%(name)s已经是%(unit)s的%(post)s。") % {"name": member, "unit": unit, "post": own.post})
    return [row for row in current if row is own or not (row.is_deputy or is_deputy)]


def _ensure_after(unit: Department | UnionGroup, replaced: list[Leading], on: date, *, is_deputy: bool) -> None:
    """Nobody leads on a day on which another did."""
    for row in replaced:
        _ensure_begun(row, on)
    past = unit.leaders.heads().filter(to_on__gte=on).select_related("member").order_by("-to_on").first()
    if past is not None and not is_deputy:
        raise Refused(
            _("%(name)s任%(post)s到%(day)s为止，新的任命应在这之后，请核对日期。")
            % {"name": past.member, "post": past.post, "day": in_full(past.to_on)}
        )


def _ensure_begun(row: Leading, on: date) -> None:
    if row.from_on is not None and on < row.from_on:
        raise Refused(
            _("%(name)s从%(day)s起任%(post)s，日期不能比这一天早，请核对。")
            % {"name": row.member, "day": in_full(row.from_on), "post": row.post}
        )


def _changes_today(unit: Department | UnionGroup) -> bool:
    """Let the unit say who leads it now; whether that is another."""
    row = unit.leaders.heads().current().select_related("member").first()
    before, member = unit.led_by, row.member if row is not None else None
    setattr(unit, unit.LEADER, member)
    return bool(before != member)
