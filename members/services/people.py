"""Registering people, correcting what is known of them, and changes of their status."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import AFTER_CHANGE, CHANGES_OPEN_TO, ChangeKind, ServiceStatus, UnionStatus
from members.models import Account, Department, Member, StatusChange, UnionGroup
from members.services.accounts import adopt_account, follow_service
from members.services.organisation import place_in_department, place_in_group
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock
from unionoffice.strokes import own_orders

BATCH = 500
"""Rows a statement: below every database's limit of parameters."""

ALREADY_SO = {ChangeKind.JOINED: UnionStatus.MEMBER, ChangeKind.RESIGNED: UnionStatus.NON_MEMBER}
"""Changes that leave nothing changed for somebody with this union status."""


@transaction.atomic
def register_member(
    member: Member, *, by: Any, on: date, department: Department | None = None, group: UnionGroup | None = None
) -> Member:
    """Enter somebody the office hadn't known, with the status that the unsaved `member` carries.

    Refuses an employee number that is taken. Writes the first status rows: 建档, and 入会 where the day of
    joining is known.
    """
    if Member.objects.filter(employee_no=member.employee_no).exists():
        raise Refused(_("工号 %(no)s 已经有人使用，请核对后重新填写。") % {"no": member.employee_no})
    with audit.deed("登记", by=by):
        member.save()
        adopt_account(member)
        for change in first_changes(member, on=on):
            change.save()
        if department is not None:
            place_in_department(member, department, by=by, on=member.hired_on or on)
        if group is not None:
            place_in_group(member, group, by=by, on=member.joined_on or member.hired_on or on)
    return member


@transaction.atomic
def update_member(member: Member, *, changes: Mapping[str, Any], by: Any) -> Member:
    """Correct fields of a member. Status is no such field: it changes by `change_status` alone.

    Refuses an employee number that is taken. Whoever has an account signs in with the corrected number from then on.
    """
    lock(member)
    for name, value in changes.items():
        setattr(member, name, value)
    people = Member.objects.filter(employee_no=member.employee_no).exclude(pk=member.pk)
    accounts = Account.objects.filter(employee_no=member.employee_no).exclude(member=member)
    if people.exists() or accounts.exists():
        raise Refused(_("工号 %(no)s 已经有人使用，请核对后重新填写。") % {"no": member.employee_no})
    with audit.deed("", by=by):
        member.save()
        for account in Account.objects.filter(member=member):
            account.employee_no, account.name = member.employee_no, member.name
            account.save()
    return member


@transaction.atomic
def change_status(
    member: Member, kind: ChangeKind, *, on: date, today: date, by: Any, reason: str = "", document_no: str = ""
) -> StatusChange:
    """Record a change of service or union status on a day.

    Refuses a day to come, a day before the last change, and a change that isn't open to the member. Who leaves or
    dies can't sign in any more and loses every role.
    """
    lock(member)
    if on > today:
        raise Refused(_("变动日期不能晚于今天，请到那一天再登记。"))
    last = member.status_changes.first()
    if last is not None and on < last.on:
        raise Refused(_("变动日期不能早于上一次变动的日期 %(day)s。") % {"day": last.on})
    _must_be_open(member, kind)
    service, union = AFTER_CHANGE[kind]
    change = StatusChange(
        member=member,
        kind=kind,
        on=on,
        service_status=service or member.service_status,
        union_status=union or member.union_status,
        reason=reason,
        document_no=document_no,
    )
    if kind is ChangeKind.RETIRED and member.union_status == UnionStatus.NON_MEMBER:
        change.union_status = UnionStatus.NON_MEMBER
    with audit.deed(str(kind.label), by=by, note=reason):
        change.save()
        member.service_status, member.union_status = change.service_status, change.union_status
        if kind is ChangeKind.JOINED:
            member.joined_on = on
        member.save()
        follow_service(member, on=on)
    return change


def first_changes(member: Member, *, on: date) -> list[StatusChange]:
    """The status rows that a newly entered person starts with, not yet saved.

    A roster tells how somebody stands, not since when: the first row runs from the day of coming here, or
    of joining, or else from `on`. Whoever joined on that day or later joined as one of the staff, and was no
    member before. A day to come counts as `on`: how somebody stands is told of today.
    """
    start = min(member.hired_on or member.joined_on or on, on)
    joined = None
    if member.union_status != UnionStatus.NON_MEMBER and member.service_status == ServiceStatus.IN_SERVICE:
        joined = member.joined_on
    if joined is None or not start <= joined <= on:
        return [_status_row(member, ChangeKind.REGISTERED, start, member.union_status)]
    return [
        _status_row(member, ChangeKind.REGISTERED, start, UnionStatus.NON_MEMBER),
        _status_row(member, ChangeKind.JOINED, joined, member.union_status),
    ]


def _status_row(member: Member, kind: ChangeKind, on: date, union_status: str) -> StatusChange:
    return StatusChange(
        member=member, kind=kind, on=on, service_status=member.service_status, union_status=union_status
    )


def _must_be_open(member: Member, kind: ChangeKind) -> None:
    open_kinds = CHANGES_OPEN_TO[ServiceStatus(member.service_status)]
    already = ALREADY_SO.get(kind) == member.union_status
    if kind not in open_kinds or already:
        raise Refused(
            _("%(name)s现在是“%(service)s、%(union)s”，不能登记“%(kind)s”。")
            % {
                "name": member.name,
                "service": member.get_service_status_display(),
                "union": member.get_union_status_display(),
                "kind": kind.label,
            }
        )


@transaction.atomic
def reorder_names(character: str) -> None:
    """Put everybody whose name has this character in the place that its strokes give now.

    Nothing is known of them that wasn't known before: neither version nor trail tells of it.
    """
    people, own = list(Member.objects.filter(name__contains=character)), own_orders()
    for member in people:
        member.make_keys(own)
    Member.objects.bulk_update(people, Member.MADE_KEYS, batch_size=BATCH)
