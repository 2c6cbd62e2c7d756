"""Objections against a public notice: how they come in, and how they are settled.

Nothing that an anonymous act does here bears its time or its author: no entry in the trail, no message, no job. The
office learns of it from its desk, and by the message of the next morning's run.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import Finding, NoticeStatus, ObjectionWay
from affairs.models import NoticeCandidate, Objection, PublicNotice
from affairs.selectors import handlers_of
from unionoffice import audit
from unionoffice.codes import code_of, digest_of
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock

ANONYMOUS_A_DAY = "affairs.notice_objections_a_day"


@transaction.atomic
def file_objection(objection: Objection, *, by: Any, on: date) -> Objection:
    """Somebody objects under their own name; only those who look into it learn who.

    Refused once the time is over, where a paper that came in time is recorded by the office.
    """
    notice = _lock_hanging(objection.notice, on)
    _check_about(notice, objection)
    objection.notice, objection.filed_by, objection.way = notice, by, ObjectionWay.ONLINE
    objection.name, objection.received_on, objection.is_anonymous = str(by), on, False
    objection.save()
    notify(
        [account for account in handlers_of(notice, on) if account.pk != by.pk],
        _("收到对“%(title)s”的异议，请认定。") % {"title": notice.title},
        url=objection.get_absolute_url(),
        key=f"objection-{objection.pk}-filed",
    )
    return objection


@transaction.atomic
def object_anonymously(objection: Objection, *, slip: str, on: date) -> str:
    """Somebody objects without a name; returns the code to follow it by. The same form sent twice is one objection.

    Refused once the time is over, and where so many came today that somebody may be flooding it: the limit asks for
    nobody's identity.
    """
    code = code_of(slip)
    notice = lock(objection.notice)
    if Objection.objects.filter(code_digest=digest_of(code)).exists():
        return code
    _lock_hanging(notice, on)
    _check_about(notice, objection)
    came = Objection.objects.filter(notice=notice, is_anonymous=True, received_on=on).count()
    if came >= rule(ANONYMOUS_A_DAY, on=on):
        raise Refused(_("今天收到的匿名异议已经很多，暂时不收。请明天再提交，或按公示上的电话、地点反映。"))
    objection.notice, objection.is_anonymous, objection.way = notice, True, ObjectionWay.ONLINE
    objection.filed_by, objection.name, objection.contact = None, "", ""
    objection.received_on, objection.code_digest = on, digest_of(code)
    objection.save()
    return code


@transaction.atomic
def record_objection(objection: Objection, *, by: Any, on: date) -> Objection:
    """Take in what came on paper, in person or by telephone while the notice hung.

    The history of the notice tells that one was recorded, not whose. Refused for a day outside its time.
    """
    notice = lock(objection.notice)
    if notice.status != NoticeStatus.POSTED:
        raise Refused(_("公示已经结束，不能再登记异议。"))
    first, last = notice.hung
    if not first <= objection.received_on <= min(on, last):
        raise Refused(_("收到日期应在公示期内，并且不晚于今天。"))
    _check_about(notice, objection)
    objection.notice, objection.filed_by = notice, None
    if objection.is_anonymous:
        objection.name = objection.contact = ""
    else:
        objection.name = stated(objection.name, _("请填写提出人姓名；没有署名的请选“匿名”。"))
    objection.save()
    audit.record_event(notice, verb=_("登记一条异议（%(way)s）") % {"way": objection.get_way_display()}, by=by)
    return objection


@transaction.atomic
def settle_objection(
    objection: Objection, *, finding: str, text: str, reply: str = "", by: Any, on: date
) -> Objection:
    """Come to a finding, with what was done to reach it; the objector reads the reply.

    A named objector who filed it here is told at once. The history of the notice tells the finding, not the objector.
    Refused to whoever brought it up, or is named in the notice.
    """
    notice = lock(objection.notice)
    lock(objection)
    if not objection.is_waiting:
        raise Refused(_("这条异议已经认定过，不能再改。"))
    if objection.filed_by_id == by.pk:
        raise Refused(_("不能认定自己提出的异议，请由另一位受理人办理。"))
    if notice.names_member(by.member_id):
        raise Refused(_("您在这份公示的名单里，应当回避，请由另一位受理人办理。"))
    objection.finding = Finding(finding)
    objection.finding_text = stated(text, _("请写明核查的情况和认定的理由。"))
    objection.reply = reply.strip()
    objection.handled_by, objection.handled_on = by, on
    objection.save()
    audit.record_event(notice, verb=_("认定一条异议：%(finding)s") % {"finding": Finding(finding).label}, by=by)
    if objection.filed_by is not None:
        notify(
            [objection.filed_by],
            _("您对“%(title)s”的异议已有答复。") % {"title": notice.title},
            url=objection.get_absolute_url(),
            key=f"objection-{objection.pk}-settled",
        )
    return objection


def _lock_hanging(notice: PublicNotice, on: date) -> PublicNotice:
    lock(notice)
    if notice.status != NoticeStatus.POSTED or notice.ends_on is None or on > notice.ends_on:
        raise Refused(_("公示期已过，不能再提出异议。如有情况，请按公示上的电话、地点反映。"))
    return notice


def _check_about(notice: PublicNotice, objection: Objection) -> None:
    objection.text = stated(objection.text, _("请写明异议的内容。"))
    about: NoticeCandidate | None = objection.candidate
    if about is not None and about.notice_id != notice.pk:
        raise Refused(_("所选的人不在这份公示的名单里，请重新选择。"))
