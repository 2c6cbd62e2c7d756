"""Leave from a sitting: asked beforehand on the phone, granted or declined by who leads the sitting."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import LeaveStatus, SittingStatus
from congress.models import Leave, Sitting
from congress.selectors.sittings import door_of, is_due
from members.enums import AttendanceState
from members.models import Account, Member
from members.selectors import holders_of
from members.services import mark_attendance
from unionoffice import audit
from unionoffice.days import in_full
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock, moving


@transaction.atomic
def ask_leave(
    sitting: Sitting, member: Member, *, reason: str, whole_session: bool = False, by: Any, on: date
) -> Leave:
    """Say that one can't come, and why; who leads the sitting is told and decides. `whole_session` asks it of every
    sitting of the session that is still to come and at which one is due.

    Asked again before it was granted, the new reason counts. Refused to whoever isn't due, once the sitting opened,
    and where one has leave already.
    """
    wanted = [lock(Sitting.objects.get(pk=sitting.hall_id))]
    if whole_session and sitting.session is not None:
        others = Sitting.objects.halls().filter(session=wanted[0].session_id, status=SittingStatus.PLANNED)
        wanted += others.filter(day__gte=on).exclude(pk=wanted[0].pk)
    reason = stated(reason, _("请写明请假事由。"))
    asked = [_ask(one, member, reason, by=by, on=on) for one in wanted if one is wanted[0] or _may_ask(one, member)]
    _tell_deciders(asked[0], on=on)
    return asked[0]


def _may_ask(sitting: Sitting, member: Member) -> bool:
    granted = sitting.leaves.filter(member=member, status=LeaveStatus.GRANTED)
    return is_due(sitting, member.pk) and not granted.exists()


def _ask(sitting: Sitting, member: Member, reason: str, *, by: Any, on: date) -> Leave:
    _must_be_ahead(sitting, member)
    leave = sitting.leaves.filter(member=member).first() or Leave(sitting=sitting, member=member)
    if leave.status == LeaveStatus.GRANTED:
        raise Refused(_("您已经请假，不用再次提交。"))
    leave.status, leave.reason, leave.asked_on = LeaveStatus.ASKED, reason, on
    leave.decided_on = leave.decided_by = None
    leave.comment = ""
    with audit.deed(_("请假"), by=by):
        leave.save()
    return leave


def _must_be_ahead(sitting: Sitting, member: Member) -> None:
    if sitting.has_opened:
        raise Refused(_("会议已经开始，不能再请假。"))
    if not is_due(sitting, member.pk):
        raise Refused(_("%(name)s不在这次会议的应到名单里，不用请假。") % {"name": member})


@transaction.atomic
def take_back_leave(leave: Leave, *, by: Any) -> None:
    """One comes after all. Once people check in the code at the door is enough."""
    sitting = lock(leave.sitting)
    if sitting.has_opened or door_of(sitting) is not None:
        raise Refused(_("会议已经开始签到。您如果到了现场，请直接签到。"))
    with audit.deed(_("取消请假"), by=by):
        leave.delete()


def grant_leave(leave: Leave, *, by: Any, on: date, at: datetime) -> Leave:
    """Agree to it: on the roll it stands as leave, and the person is told. Refused once the sitting opened."""
    with moving(leave, to=LeaveStatus.GRANTED, by=by, verb=_("准假")):
        _must_not_have_opened(leave)
        leave.decided_on, leave.decided_by, leave.comment = on, by, ""
        _put_on_roll(leave, by=by, at=at)
        _tell_member(leave, "granted", _("您请假不参加%(what)s，已准假。") % _named(leave.sitting))
    return leave


def decline_leave(leave: Leave, *, comment: str, by: Any, on: date) -> Leave:
    """Don't agree, and say why: the person is told to come. Refused once the sitting opened."""
    with moving(leave, to=LeaveStatus.DECLINED, by=by, verb=_("不准假")):
        _must_not_have_opened(leave)
        leave.comment = stated(comment, _("请写明不准假的原因。"))
        leave.decided_on, leave.decided_by = on, by
        sentence = _("您请假不参加%(what)s，未获准假，请查看原因并按时到会。") % _named(leave.sitting)
        _tell_member(leave, "declined", sentence)
    return leave


@transaction.atomic
def record_leave(sitting: Sitting, member: Member, *, reason: str, by: Any, on: date, at: datetime) -> Leave:
    """Note leave that somebody asked by word of mouth: granted at once."""
    lead = lock(Sitting.objects.get(pk=sitting.hall_id))
    leave = _ask(lead, member, stated(reason, _("请写明请假事由。")), by=by, on=on)
    return grant_leave(leave, by=by, on=on, at=at)


def _must_not_have_opened(leave: Leave) -> None:
    if lock(leave.sitting).has_opened:
        raise Refused(_("会议已经开始，请在签到名册上登记。"))


def _put_on_roll(leave: Leave, *, by: Any, at: datetime) -> None:
    """Unless the person came meanwhile."""
    door = door_of(leave.sitting)
    if door is not None and door.is_open and not door.attendances.present().filter(member=leave.member).exists():
        mark_attendance(door, [leave.member], AttendanceState.ON_LEAVE, by=by, at=at)


def _named(sitting: Sitting) -> dict[str, str]:
    return {"what": f"{in_full(sitting.day)}{sitting.whole_title}"}


def _tell_deciders(leave: Leave, *, on: date) -> None:
    """The secretary; why is for the page alone."""
    sitting = leave.sitting
    sentence = _("%(name)s请假不参加%(what)s，待审批。") % {"name": leave.member, **_named(sitting)}
    key = f"congress.leave.{leave.pk}.asked.{on}"
    notify(holders_of(Role.SECRETARY, on=on), sentence, url=sitting.get_absolute_url(), key=key)


def _tell_member(leave: Leave, decision: str, sentence: str) -> None:
    account = Account.objects.filter(member=leave.member_id, is_active=True)
    key = f"congress.leave.{leave.pk}.{decision}.{leave.decided_on}"
    notify(account, sentence, url=leave.get_absolute_url(), key=key)
