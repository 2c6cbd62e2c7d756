"""A proposal is handed in, taken back, or goes on as a suggestion where no session takes proposals."""

from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from congress.enums import Deed, ProposalStatus
from congress.models import Proposal, Session, Suggestion
from congress.selectors import (
    headed_delegation,
    missing_seconders,
    nearest_calls,
    open_call,
    seconders_of,
    seconders_wanted,
    waiting_for_call,
)
from congress.services.notices import tell, tell_role
from congress.services.speakers import must_have_vote
from congress.services.steps import stepping
from congress.services.suggestions import suggestion_from_proposal
from congress.services.writing import show_text
from members.models import Account
from unionoffice.days import in_full
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role

SERIES = "congress.proposal"


@transaction.atomic
def file_proposal(proposal: Proposal, *, by: Any, on: date) -> Proposal:
    """Hand the proposal in: it gets its number and the session whose call is open.

    Refused without enough seconders, outside a call's days, and when the proposer has no vote any more, or no longer
    heads the delegation whose word it is.
    """
    with stepping(proposal, Deed.FILE, by=by):
        must_have_vote(by, on)
        if proposal.delegation is not None and headed_delegation(by.member, on) != proposal.delegation:
            raise Refused(_("您不再是%(delegation)s团长，不能代表本团提交。") % {"delegation": proposal.delegation})
        if missing := missing_seconders(proposal, on):
            sentence = _("还差%(missing)d名附议人，至少要有%(needed)d名。请继续邀请附议。")
            raise Refused(sentence % {"missing": missing, "needed": seconders_wanted(proposal, on)})
        proposal.session = _called(on)
        proposal.number = f"{on.year}-{next_number(SERIES, on.year):03}"
        proposal.filed_on = on
    sentence = _("提案%(proposal)s已提交，请审理。") % {"proposal": proposal}
    tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.FILE)
    others = proposal.parties() - {by.member}
    tell(others, _("您的提案%(proposal)s已提交。") % {"proposal": proposal}, about=proposal, deed=Deed.FILE)
    return proposal


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, by: Any, on: date, reason: str) -> Proposal:
    """The proposer takes the proposal back before a department has it; originator and seconders are told."""
    with stepping(proposal, Deed.WITHDRAW, by=by, note=reason):
        stated(reason, _("请写明撤案的理由。"))
        must_stand_alone(proposal)
    sentence = _("提案《%(title)s》已撤案。") % {"title": proposal.title}
    _tell_behind(proposal, sentence, Deed.WITHDRAW, by)
    if proposal.number:
        tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.WITHDRAW)
    return proposal


@transaction.atomic
def hand_over_proposal(proposal: Proposal, *, by: Any, on: date) -> Suggestion:
    """Outside a call the text is handed in as a suggestion in one step; the proposal ends there and nothing is lost.

    Refused while a call is open: then it should be filed.
    """
    with stepping(proposal, Deed.HAND_OVER, by=by):
        if (session := open_call(on)) is not None:
            raise Refused(_("%(session)s正在征集提案，请直接提交提案。") % {"session": session})
        if proposal.status == ProposalStatus.DRAFT:
            show_text(proposal, by=by)
    sentence = _("提案《%(title)s》已改为意见建议提交，会有部门答复。") % {"title": proposal.title}
    _tell_behind(proposal, sentence, Deed.HAND_OVER, by)
    return suggestion_from_proposal(proposal, by=by, on=on)


@transaction.atomic
def tell_of_call(on: date) -> None:
    """While a call is open, whoever has a text that isn't filed is told once: on the first day, or the day after it
    was begun.
    """
    session = open_call(on)
    if session is None or session.call_to is None:
        return
    words = {"session": session, "day": in_full(session.call_to)}
    sentence = _("%(session)s正在征集提案，%(day)s截止。您有还没有提交的提案。") % words
    accounts = Account.objects.filter(member__in=waiting_for_call(), is_active=True)
    url = f"{reverse('congress:proposal-list')}?only=mine"
    notify(accounts, sentence, url=url, key=f"congress.call.{session.pk}")


def must_stand_alone(proposal: Proposal) -> None:
    """Refuse to end a proposal that others were merged into: theirs would end with it."""
    if proposal.merged.exists():
        raise Refused(_("已有提案并入本案，本案只能立案办理。"))


def _tell_behind(proposal: Proposal, sentence: str, deed: Deed, by: Any) -> None:
    seconders = {seconding.member for seconding in seconders_of(proposal)}
    tell({proposal.originator, *seconders} - {by.member}, sentence, about=proposal, deed=deed)


def _called(on: date) -> Session:
    session = open_call(on)
    if session is not None:
        return session
    past, coming = nearest_calls(on)
    if coming is not None and coming.call_from is not None:
        sentence = _("%(session)s的提案征集从%(day)s开始，请到时再提交，草稿会一直保留。")
        raise Refused(sentence % {"session": coming, "day": in_full(coming.call_from)})
    if past is not None and past.call_to is not None:
        sentence = _("%(session)s的提案征集已在%(day)s截止。可以改为意见建议提交，也可以留到下次征集。")
        raise Refused(sentence % {"session": past, "day": in_full(past.call_to)})
    raise Refused(_("现在没有开始征集提案。草稿会一直保留，也可以改为意见建议提交。"))
