"""Every write to the notices of a session."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import SessionNoticeKind, SessionNoticeStatus, SessionStatus
from congress.models import Session, SessionNotice
from congress.selectors.session_notices import latest_day_for, told_by
from unionoffice import audit
from unionoffice.inbox import announce, notify
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock, moving


@transaction.atomic
def draft_session_notice(notice: SessionNotice, text: str, *, by: Any) -> SessionNotice:
    """Write a notice or change its draft; refuses a second one of its kind, and one of a session that has opened."""
    if not notice._state.adding:  # noqa: SLF001 -- Django says it nowhere else
        lock(notice)
    elif lock(notice.session).notices.filter(kind=notice.kind).exists():
        raise Refused(_("这次会议已经有%(kind)s。") % {"kind": notice.get_kind_display()})
    if notice.status != SessionNoticeStatus.DRAFT:
        raise Refused(_("通知已经发出，不能再改。"))
    _ensure_can_go_out(notice)
    notice.text = text
    with audit.deed(_("起草通知"), by=by):
        notice.save()
    return notice


def issue_session_notice(notice: SessionNotice, *, late_reason: str, by: Any, on: date) -> SessionNotice:
    """Send a notice out: to the inboxes of those it is for, and to the groups that have a robot.

    Later than the rule of the school says, it needs a reason. Everybody is told once.
    """
    with moving(notice, to=SessionNoticeStatus.ISSUED, by=by, verb=_("发出通知")):
        _ensure_can_go_out(notice)
        latest = latest_day_for(notice)
        if on > latest:
            words = {"day": latest, "reason": _("请写明迟发的原因。")}
            late_reason = stated(late_reason, _("按规定应在%(day)s前发出。%(reason)s") % words)
        notice.issued_on, notice.issued_by = on, by
        notice.late_reason = late_reason if on > latest else ""
        url, key = notice.get_absolute_url(), f"congress.session-notice.{notice.pk}"
        notify(told_by(notice, on), _sentence(notice), url=url, key=key)
        announce(_sentence(notice), url=url, key=key)
    return notice


def _ensure_can_go_out(notice: SessionNotice) -> None:
    session: Session = notice.session
    if session.status != SessionStatus.PLANNED:
        raise Refused(_("会议已经召开，不用再发通知。"))
    if notice.kind == SessionNoticeKind.CALL and session.call_from is None:
        raise Refused(_("这次会议没有填写提案征集的起止日期，请先在会议里填写。"))
    if notice.kind == SessionNoticeKind.NOTICE and not session.place:
        raise Refused(_("这次会议还没有填写地点，请先在会议里填写。"))


def _sentence(notice: SessionNotice) -> str:
    session = notice.session
    if notice.kind == SessionNoticeKind.CALL:
        words = {"session": session.joint_name, "day": session.call_to}
        return _("%(session)s征集提案，%(day)s截止，请在工会办公系统填写。") % words
    words = {"session": session.joint_name, "when": session.when, "place": session.place}
    return _("%(session)s定于%(when)s在%(place)s召开，请准时参加。") % words
