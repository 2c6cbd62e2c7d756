"""Registering people and correcting what is known of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.models import Account, Department, Member, UnionGroup
from members.selectors import member_of_number
from members.services.accounts import adopt_account
from members.services.changes import correct_joining, first_changes
from members.services.organisation import place_in_department, place_in_group
from unionoffice import audit
from unionoffice.batches import BATCH
from unionoffice.refusal import Refused
from unionoffice.states import lock
from unionoffice.strokes import own_orders


@transaction.atomic
def register_member(
    member: Member, *, by: Any, on: date, department: Department | None = None, group: UnionGroup | None = None
) -> Member:
    """Enter somebody the office hadn't known, with the status that the unsaved `member` carries.

    Refuses an employee number that is taken, or was until records were merged. Writes the first status rows: 建档,
    and 入会 where the day of joining is known.
    """
    _ensure_free(member.employee_no)
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


def _ensure_free(number: str) -> None:
    """Numbers are never reused: papers and people's memories hold them."""
    holder = member_of_number(number)
    if holder is None:
        return
    if holder.employee_no == number:
        raise Refused(_("工号 %(no)s 已经有人使用，请核对后重新填写。") % {"no": number})
    told = {"no": number, "kept_no": holder.employee_no, "name": holder}
    raise Refused(_("工号 %(no)s 已并入 %(kept_no)s %(name)s，不能再用。") % told)


@transaction.atomic
def update_member(member: Member, *, changes: Mapping[str, Any], by: Any, on: date) -> Member:
    """Correct fields of a member. Status is no such field: it changes by `change_status` alone.

    Refuses an employee number that is taken, and a day of joining that doesn't fit into the history, which follows
    it. Whoever has an account signs in with the corrected number from then on.
    """
    lock(member)
    joined = changes.get("joined_on", member.joined_on)
    for name, value in changes.items():
        if name != "joined_on":
            setattr(member, name, value)
    people = Member.objects.filter(employee_no=member.employee_no).exclude(pk=member.pk)
    accounts = Account.objects.filter(employee_no=member.employee_no).exclude(member=member)
    if people.exists() or accounts.exists():
        raise Refused(_("工号 %(no)s 已经有人使用，请核对后重新填写。") % {"no": member.employee_no})
    with audit.deed("", by=by):
        correct_joining(member, joined, by=by, today=on)
        member.joined_on = joined
        member.save()
        for account in Account.objects.filter(member=member):
            account.employee_no, account.name = member.employee_no, member.name
            account.save()
    return member


@transaction.atomic
def reorder_names(character: str) -> None:
    """Put everybody whose name has this character in the place that its strokes give now.

    Nothing is known of them that wasn't known before: neither version nor trail tells of it.
    """
    people, own = list(Member.objects.filter(name__contains=character)), own_orders()
    for member in people:
        member.make_keys(own)
    Member.objects.bulk_update(people, Member.MADE_KEYS, batch_size=BATCH)
