"""Two records of one person become one; or are found to be two people's."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import ChangeKind
from members.models import Account, DistinctPair, Member, MergedMember
from members.selectors import combined_history, foreseen, why_gone
from members.services.accounts import follow_service
from members.services.clashes import VERB
from unionoffice import audit
from unionoffice.areas import areas
from unionoffice.merging import repoint
from unionoffice.refusal import Refused

Versions = tuple[int, int]


@transaction.atomic
def merge_members(
    kept: Member, dropped: Member, *, values: Mapping[str, Any], seen: Versions, by: Any, on: date
) -> MergedMember:
    """Give `kept` everything that hangs on `dropped`, with the fields that `values` says, and delete `dropped`.

    `seen` are the versions of the two that whoever decides looked at. Every area settles its clashes first; amounts,
    numbers and texts of what is booked, signed or closed stay as they are, only whose they are changes. Refuses what
    an area forbids, records that changed meanwhile or were merged already, and a number that is neither's.
    """
    kept, dropped = _hold(kept, dropped)
    _check(kept, dropped, values, seen, by)
    merged = MergedMember(
        former_key=dropped.pk,
        employee_no=dropped.employee_no,
        name=dropped.name,
        kept=kept,
        merged_on=on,
        merged_by=by,
        former_values=_told(dropped),
    )
    if hasattr(kept, "account") and hasattr(dropped, "account"):
        merged.closed_account = dropped.account
    with audit.deed(VERB, by=by):
        _follow_history(kept, dropped)
        for area in areas():
            if area.before_merge is not None and area.before_merge.settle is not None:
                area.before_merge.settle(kept, dropped, by=by, on=on)
        merged.moved = dict(repoint(dropped, kept, by=by, verb=VERB))
        dropped.delete()
        merged.given_up_no = _take_values(kept, values, given_up=merged.employee_no)
        _follow_number(kept, merged)
        follow_service(kept, on=on)
        merged.save()
    audit.record_event(kept, verb=VERB, by=by, note=_note(merged))
    return merged


@transaction.atomic
def find_distinct(one: Member, other: Member, *, by: Any, on: date) -> DistinctPair:
    """Note that two records that look alike are two people's: they aren't shown as one person's again."""
    one, other = _hold(one, other)
    if DistinctPair.objects.between(one, other).exists():
        raise Refused(_("这两份档案已经核对过，不是同一人。"))
    low, high = sorted((one, other), key=lambda member: member.pk)
    with audit.deed(_("核对重复档案"), by=by):
        return DistinctPair.objects.create(low=low, high=high, found_on=on, found_by=by)


def _hold(one: Member, other: Member) -> tuple[Member, Member]:
    """Both as they are now, locked in one order whoever asks; refuses where one of them is gone."""
    keys = (one.pk, other.pk)
    if one.pk == other.pk:
        raise Refused(_("这是同一份档案，不用合并。"))
    found = {member.pk: member for member in Member.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    for key in keys:
        if key not in found:
            raise Refused(why_gone(key))
    return found[one.pk], found[other.pk]


def _check(kept: Member, dropped: Member, values: Mapping[str, Any], seen: Versions, by: Any) -> None:
    if (kept.version, dropped.version) != tuple(seen):
        raise Refused(_("有人刚刚修改过其中一份档案。请回到查重页面，重新核对后再合并。"))
    if forbidden := [told.sentence for told in foreseen(kept, dropped, by=by) if told.forbids]:
        raise Refused("".join(forbidden))
    number = values.get("employee_no", kept.employee_no)
    if number not in (kept.employee_no, dropped.employee_no):
        raise Refused(_("工号只能在两份档案的工号里选一个；要用新的工号，请合并后再修改资料。"))


def _follow_history(kept: Member, dropped: Member) -> None:
    """Today's status and the day of joining, as the history of both tells them."""
    history = combined_history(kept, dropped)
    if history.standing is not None:
        kept.service_status, kept.union_status = history.standing
    joined = [change.on for change, _standing in history.steps if change.kind == ChangeKind.JOINED]
    kept.joined_on = joined[-1] if joined else kept.joined_on or dropped.joined_on


def _take_values(kept: Member, values: Mapping[str, Any], *, given_up: str) -> str:
    """Set what was chosen; returns the number that nobody has any more, which is `given_up` unless it was chosen."""
    own = kept.employee_no
    for name, value in values.items():
        setattr(kept, name, value)
    kept.save()
    return own if kept.employee_no == given_up else given_up


def _follow_number(kept: Member, merged: MergedMember) -> None:
    """Whoever has an account signs in with the number that was chosen; a closed one keeps the one that nobody has."""
    closed = merged.closed_account
    if closed is not None:
        # Out of the way first: the two may change places.
        Account.objects.filter(pk=closed.pk).update(employee_no=f"-{closed.pk}")
    for account in Account.objects.filter(member=kept):
        account.employee_no, account.name = kept.employee_no, kept.name
        account.save()
    if closed is not None:
        closed.employee_no = merged.given_up_no
        closed.save()


def _told(member: Member) -> str:
    """Every field of a record as text, for whoever has to put it together again."""
    told = {field.name: field.value_to_string(member) for field in Member._meta.concrete_fields}
    return json.dumps(told, ensure_ascii=False)


def _note(merged: MergedMember) -> str:
    """与 1234 张三 的重复档案合并：慰问3、签领2."""
    names = [(apps.get_model(label)._meta.verbose_name, count) for label, count in merged.moved.items()]
    told = "、".join(f"{name}{count}" for name, count in names)
    sentence = _("与 %(record)s 的重复档案合并") % {"record": merged}
    return f"{sentence}：{told}" if told else sentence
