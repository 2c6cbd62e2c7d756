"""Every write to requests for extraordinary sessions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Asker, RequestStatus, SessionKind
from congress.models import RequestSigner, Session, SessionRequest
from congress.models.voters import voters_of
from congress.selectors.session_requests import are_enough, enough_of
from congress.services.sessions import plan_asked_session
from members.models import Member
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import moving


@transaction.atomic
def record_session_request(
    request: SessionRequest, *, signers: Sequence[int] = (), by: Any, on: date
) -> SessionRequest:
    """Note that an extraordinary session is asked for.

    Of the delegates at least a third have to ask, counted in whole people. Refuses fewer, names without a vote, and
    a number that isn't that of the names where all are known.
    """
    if request.asked_on > on:
        raise Refused(_("提议日期不能晚于今天。"))
    if not request.term.from_on <= request.asked_on <= request.term.to_on:
        raise Refused(_("提议日期不在%(term)s的任期之内，请核对。") % {"term": request.term})
    if request.asked_by == Asker.DELEGATES:
        _count(request, signers)
    elif signers or request.count is not None:
        raise Refused(_("只有代表联名提议时才填写联名代表。"))
    with audit.deed(_("登记提议"), by=by):
        request.save()
        for key in signers:
            RequestSigner(request=request, member_id=key).save()
    return request


def call_requested_session(request: SessionRequest, changes: Mapping[str, Any], *, by: Any, on: date) -> Session:
    """Plan the extraordinary session that was asked for."""
    with moving(request, to=RequestStatus.CALLED, by=by, verb=_("安排会议")):
        session = Session(term=request.term, kind=SessionKind.EXTRAORDINARY)
        request.session = plan_asked_session(session, changes, by=by, on=on)
    return request.session


def link_requested_session(request: SessionRequest, session: Session, *, by: Any) -> SessionRequest:
    """Say which session on record came of a request; refused for an ordinary one, and for one of another request."""
    with moving(request, to=RequestStatus.CALLED, by=by, verb=_("对应会议")):
        if session.kind != SessionKind.EXTRAORDINARY or session.term_id != request.term_id:
            raise Refused(_("只能对应同一届的临时会议。"))
        if SessionRequest.objects.filter(session=session).exists():
            raise Refused(_("%(session)s已经对应了另一件提议。") % {"session": session})
        request.session = session
    return request


def withdraw_session_request(request: SessionRequest, *, reason: str, by: Any) -> SessionRequest:
    """Those who asked no longer do, for a reason."""
    with moving(request, to=RequestStatus.WITHDRAWN, by=by, verb=_("撤回提议"), note=reason):
        request.answer = stated(reason, _("请写明撤回的原因。"))
    return request


def _count(request: SessionRequest, signers: Sequence[int]) -> None:
    voters = voters_of(request.term, request.asked_on)
    with_vote = set(voters.filter(pk__in=signers).values_list("pk", flat=True))
    outside = Member.objects.filter(pk__in=set(signers) - with_vote).order_by("pinyin")
    people = request.term.voters_named if request.term.has_delegates else _("有表决权的人员")
    if names := "、".join(member.name for member in outside):
        raise Refused(_("%(names)s当日不是%(people)s，不能联名。") % {"names": names, "people": people})
    if request.count is None:
        request.count = len(signers)
    if request.count < len(signers):
        raise Refused(_("联名人数少于所列姓名，请核对。"))
    request.voters = voters.count()
    if not are_enough(request.count, request.voters):
        sentence = _("联名%(count)d名，当日%(people)s%(voters)d名，至少要有%(needed)d名联名才能提议。")
        told = {"count": request.count, "voters": request.voters, "needed": enough_of(request.voters)}
        raise Refused(sentence % {**told, "people": people})
