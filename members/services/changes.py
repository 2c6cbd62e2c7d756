"""Changes of somebody's service or union status: entered, corrected and withdrawn.

The office hears of changes in any order, so every one of the three is a replay: the person's history is put together
as it would be, each change must be open to the person as they stood on its day, and how they stood after each is
counted anew. What was entered later on one day comes later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import ApplicationStatus, ChangeKind, ServiceStatus, Standing, UnionStatus
from members.models import JoinApplication, Member, StatusChange
from members.services.accounts import follow_service
from unionoffice import audit
from unionoffice.attachments import remove_attachments
from unionoffice.days import in_full
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving

_KIND_OF_RETIREMENT: dict[Any, ChangeKind] = {
    ServiceStatus.RETIRED: ChangeKind.RETIRED,
    ServiceStatus.RETIRED_CADRE: ChangeKind.RETIRED_CADRE,
}

LETTERS = "members.letters"
"""The series of letters of introduction, one a year."""


@transaction.atomic
def change_status(
    member: Member,
    kind: ChangeKind,
    *,
    on: date,
    today: date,
    by: Any,
    reason: str = "",
    card_no: str = "",
    **told: Any,
) -> StatusChange:
    """Record a change of service or union status on a day, perhaps between others that are recorded already.

    `told` are further fields of the change. A transfer out gets the year's next number for a letter of introduction.
    Refuses a day to come, a day before the record begins, joining before being born, a change that wasn't open to
    the person on that day, and one after which a later change isn't open any more. Who leaves or dies can't sign in
    any more and loses every role. A card number that somebody else has is refused.
    """
    lock(member)
    change = StatusChange(member=member, kind=kind, on=on, reason=reason, **told)
    history = _History.of(member)
    with audit.deed(str(kind.label), by=by, note=reason):
        if card_no:
            _give_card(member, card_no)
        _settle(history, [*history.rows, change], today=today)
    return change


@transaction.atomic
def correct_change(change: StatusChange, *, told: Mapping[str, Any], why: str, by: Any, today: date) -> StatusChange:
    """Put right what was entered of a change: its day, reason, papers, or whether the membership was kept.

    Its kind stays: a change that never was is withdrawn. Refuses what `change_status` refuses, and a change that was
    withdrawn meanwhile.
    """
    history, change = _history_with(change)
    for name, value in told.items():
        setattr(change, name, value)
    with audit.deed(_("更正变动"), by=by, note=why):
        change.save()
        _settle(history, history.rows, today=today)
    return change


@transaction.atomic
def withdraw_change(change: StatusChange, *, reason: str, by: Any, today: date) -> Member:
    """Take back a change that was entered by mistake: the person stands as the changes before it say.

    Its files go, and an application that led to it waits for a decision again; the number of a letter isn't given
    again. The account of somebody who had left opens again, without the roles of that time. Refuses to take back how
    somebody stood at first, and a change without which a later one isn't open any more.
    """
    history, change = _history_with(change)
    if change.pk == history.rows[0].pk:
        raise Refused(_("这是建档时的情况，不能撤销；日期不对的，请更正。"))
    member, note = history.member, _("%(change)s：%(reason)s") % {"change": _named(change), "reason": reason}
    with audit.deed(_("撤销变动"), by=by, note=note):
        _remove(change, by=by)
        if not _settle(history, [row for row in history.rows if row is not change], today=today):
            audit.record_event(member, verb=_("撤销变动"), by=by, note=note)
    return member


def correct_joining(member: Member, joined: date | None, *, by: Any, today: date) -> None:
    """Let the history follow a day of joining that is corrected in the record, in the transaction that saves it.

    The 入会 row moves to the day. Who joined before coming here, or on a day that nobody knows, was a member from the
    start, as `first_changes` tells it; and the other way round. Refuses what `change_status` refuses.
    """
    history = _History.of(member)
    if joined == member.joined_on or not history.rows:
        return
    start, rest = history.rows[0], list(history.rows)
    row = next((row for row in rest if row.kind == ChangeKind.JOINED and row.on == member.joined_on), None)
    here = joined if joined is not None and joined >= start.on else None
    if row is not None and here is not None:
        row.on = here
        row.save()
    elif row is not None and row is rest[1] and start.kind == ChangeKind.REGISTERED:
        _remove(row, by=by)
        rest.remove(row)
        start.union_status = row.union_status
        start.save()
    elif row is not None:
        raise Refused(_("入会日期不能早于建档日期，也不能空缺；登记错了的，请撤销入会变动。"))
    elif here is not None and start.kind == ChangeKind.REGISTERED and start.standing == SERVING_MEMBER:
        start.union_status = UnionStatus.NON_MEMBER
        start.save()
        rest.append(StatusChange(member=member, kind=ChangeKind.JOINED, on=here))
    _settle(history, rest, today=today)


SERVING_MEMBER = Standing(ServiceStatus.IN_SERVICE, UnionStatus.MEMBER)


def first_changes(member: Member, *, on: date, retired_on: date | None = None) -> list[StatusChange]:
    """The status rows that a newly entered person starts with, not yet saved.

    A roster tells how somebody stands, not since when: the first row runs from the day of coming here, or
    of joining, or else from `on`. Whoever joined on that day or later joined as one of the staff, and was no
    member before. A day to come counts as `on`: how somebody stands is told of today. Of the retired the day may be
    known, on which they stopped being staff.
    """
    if retired_on is not None and retired_on <= on and member.service_status in _KIND_OF_RETIREMENT:
        return _until_retirement(member, retired_on)
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


def _until_retirement(member: Member, retired_on: date) -> list[StatusChange]:
    """On the staff, perhaps joining, and retiring on the day."""
    staff = Member(service_status=ServiceStatus.IN_SERVICE, union_status=UnionStatus.MEMBER)
    if member.union_status == UnionStatus.NON_MEMBER:
        staff.union_status = UnionStatus.NON_MEMBER
    staff.hired_on = min(member.hired_on or member.joined_on or retired_on, retired_on)
    staff.joined_on = member.joined_on
    rows = first_changes(staff, on=retired_on)
    rows.append(_status_row(member, _KIND_OF_RETIREMENT[member.service_status], retired_on, member.union_status))
    for row in rows:
        row.member = member
    return rows


def _status_row(member: Member, kind: ChangeKind, on: date, union_status: str) -> StatusChange:
    return StatusChange(
        member=member, kind=kind, on=on, service_status=member.service_status, union_status=union_status
    )


@dataclass(frozen=True)
class _Mark:
    """How a recorded change agrees with the one before it: whether it was open, and which of its two statuses
    depart from what its kind says. A roster may tell so, and what it told stays.
    """

    was_open: bool
    departs: tuple[bool, bool]

    @classmethod
    def on(cls, row: StatusChange, before: Standing) -> "_Mark":
        says = _after(row, before)
        return cls(
            before.is_open_to(row.kind), (row.standing.service != says.service, row.standing.union != says.union)
        )

    def standing(self, row: StatusChange, says: Standing) -> Standing:
        """How the person stands after the row, whose kind now says `says`."""
        told, (service, union) = row.standing, self.departs
        return Standing(told.service if service else says.service, told.union if union else says.union)


NEW = _Mark(was_open=True, departs=(False, False))


@dataclass(frozen=True)
class _History:
    """What is recorded of a person whose row is held: the changes in their order, and how each agrees."""

    member: Member
    rows: Sequence[StatusChange]
    marks: Mapping[int, _Mark]
    joined: date | None

    @classmethod
    def of(cls, member: Member) -> "_History":
        rows = list(member.status_changes.order_by("on", "pk"))
        marks = {row.pk: _Mark.on(row, before.standing) for before, row in pairwise(rows)}
        return cls(member, rows, marks, _joined(rows))


def _history_with(change: StatusChange) -> tuple[_History, StatusChange]:
    """The history that a change stands in, and its row there."""
    member = lock(change.member)
    history = _History.of(member)
    row = next((row for row in history.rows if row.pk == change.pk), None)
    if row is None:
        raise Refused(_("这次变动已经撤销。请刷新页面查看最新情况。"))
    return history, row


def _settle(history: _History, wanted: Sequence[StatusChange], *, today: date) -> bool:
    """Check the history as it is to be, save what is new or changed in it, and let the person and the account follow.

    Returns whether anything of the person changed.
    """
    member = history.member
    rows = sorted(wanted, key=lambda row: (row.on, row.pk is None, row.pk))
    if rows[-1].on > today:
        raise Refused(_("变动日期不能晚于今天，请到那一天再登记。"))
    if history.rows and rows[0] is not history.rows[0]:
        day = in_full(history.rows[0].on)
        raise Refused(_("档案从%(day)s开始，变动不能比它早。请核对日期，或先更正建档的日期。") % {"day": day})
    standing = rows[0].standing if history.rows else member.standing
    for row in rows[1:] if history.rows else rows:
        mark = history.marks.get(row.pk, NEW)
        if mark.was_open and not standing.is_open_to(row.kind):
            raise Refused(_not_open(row, standing, is_new=mark is NEW, is_last=row is rows[-1]))
        standing = mark.standing(row, _after(row, standing))
        if row.pk is None or row.standing != standing:
            row.standing = standing
            _number(row)
            row.save()
    return _follow(history, rows, standing)


def _follow(history: _History, rows: Sequence[StatusChange], standing: Standing) -> bool:
    """The person's record says how the history ends, and the account is open or closed accordingly.

    The day of joining is that of the last 入会, once one was entered, moved or taken back.
    """
    member, joined = history.member, _joined(rows)
    values: dict[str, Any] = {"service_status": standing.service, "union_status": standing.union}
    if joined != history.joined:
        values["joined_on"] = joined
        if joined and member.birth_date and joined <= member.birth_date:
            raise Refused(_("入会日期应晚于出生日期，请核对。"))
    changed = any(getattr(member, name) != value for name, value in values.items())
    if changed:
        for name, value in values.items():
            setattr(member, name, value)
        member.save()
        follow_service(member, on=rows[-1].on)
    return changed


def _give_card(member: Member, card_no: str) -> None:
    if Member.objects.filter(card_no=card_no).exclude(pk=member.pk).exists():
        raise Refused(_("会员证号 %(no)s 已经有人使用，请核对后重新填写。") % {"no": card_no})
    if member.card_no != card_no:
        member.card_no = card_no
        member.save()


def _after(row: StatusChange, before: Standing) -> Standing:
    """What the row's kind makes of how somebody stood; 建档 says how they stand whatever was before."""
    if row.kind == ChangeKind.REGISTERED:
        return row.standing
    return before.after(row.kind, keeps_membership=row.keeps_membership)


def _not_open(row: StatusChange, standing: Standing, *, is_new: bool, is_last: bool) -> str:
    words = {
        "name": row.member.name,
        "day": in_full(row.on),
        "service": ServiceStatus(standing.service).label,
        "union": UnionStatus(standing.union).label,
        "kind": row.get_kind_display(),
    }
    if not is_new:
        return _("这样一来，%(name)s在%(day)s的“%(kind)s”就不能成立。请先更正或撤销那一次变动。") % words
    if is_last:
        return _("%(name)s现在是“%(service)s、%(union)s”，不能登记“%(kind)s”。") % words
    return _("%(name)s在%(day)s是“%(service)s、%(union)s”，不能登记“%(kind)s”。") % words


def _number(row: StatusChange) -> None:
    """The letter of introduction of a transfer out gets its number with the row, and keeps it."""
    if row.kind == ChangeKind.TRANSFERRED_OUT and not row.letter_no:
        row.letter_no = f"{row.on.year}-{next_number(LETTERS, row.on.year):03}"


def _remove(change: StatusChange, *, by: Any) -> None:
    """Delete a change with its files; the application that it answered is open again."""
    application = JoinApplication.objects.filter(change=change).first()
    if application is not None:
        with moving(application, to=ApplicationStatus.FILED, by=by, verb=_("退回重新审批")):
            application.change = application.decided_on = application.decided_by = None
            application.decision = ""
    remove_attachments(change, by=by)
    change.delete()


def _joined(rows: Sequence[StatusChange]) -> date | None:
    return max((row.on for row in rows if row.kind == ChangeKind.JOINED), default=None)


def _named(change: StatusChange) -> str:
    words = {"kind": change.get_kind_display(), "day": in_full(change.on), "number": change.letter_no}
    if change.kind == ChangeKind.TRANSFERRED_OUT:
        return _("%(day)s%(kind)s，介绍信第%(number)s号作废") % words
    return _("%(day)s%(kind)s") % words
