"""What authors and delegates do with a proposal until it is filed, and taking it back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Deed, ProposalStatus, SecondingStatus
from congress.models import Delegate, Proposal, Seconding, Session
from congress.selectors import (
    delegates_speaking_for,
    is_voting_delegate,
    nearest_calls,
    open_call,
    seconders_needed,
    seconders_of,
    unit_of,
)
from congress.services.notices import tell, tell_role
from congress.services.steps import stepping
from members.models import Member
from unionoffice import audit
from unionoffice.attachments import remove_attachments
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused
from unionoffice.roles import Role
from unionoffice.states import lock

SERIES = "congress.proposal"
TEXT = ("category", "title", "reason", "measures")
"""What delegates second: a change of it asks them again."""


@transaction.atomic
def draft_proposal(proposal: Proposal, *, by: Any) -> Proposal:
    """Keep somebody's draft, which nobody else sees."""
    proposal.originator = by.member
    with audit.deed(Deed.DRAFT, by=by):
        proposal.save()
    return proposal


@transaction.atomic
def edit_proposal(proposal: Proposal, changes: Mapping[str, Any], *, by: Any) -> Proposal:
    """Change a text that isn't filed; who has seconded it is told and asked again. Refused from filing on."""
    lock(proposal)
    if proposal.status not in (ProposalStatus.DRAFT, ProposalStatus.SECONDING):
        raise Refused(_("提案现在不能修改。已请代表领衔的，请先收回；已提交的，请撤案后重新提出。"))
    is_new_text = any(getattr(proposal, name) != changes.get(name, getattr(proposal, name)) for name in TEXT)
    for name, value in changes.items():
        setattr(proposal, name, value)
    with audit.deed(Deed.EDIT, by=by):
        proposal.save()
        if is_new_text:
            _ask_again(proposal)
    return proposal


@transaction.atomic
def delete_draft(proposal: Proposal, *, by: Any) -> None:
    """Throw a draft away; refused once delegates were asked for it."""
    lock(proposal)
    if proposal.status != ProposalStatus.DRAFT:
        raise Refused(_("只能删除草稿。请先收回，或者撤案。"))
    remove_attachments(proposal, by=by)
    with audit.deed(_("删除草稿"), by=by):
        proposal.delete()


@transaction.atomic
def offer_proposal(proposal: Proposal, *, by: Any, on: date) -> Proposal:
    """Ask the delegates of the drafter's unit to take the proposal up; all delegates where the unit has none."""
    with stepping(proposal, Deed.OFFER, by=by):
        proposal.unit = unit_of(proposal.originator, on)
        takers = [delegate.member for delegate in _takers(proposal, on)]
        if not takers:
            raise Refused(_("现在没有正式代表，无法请人领衔。请联系工会秘书。"))
    sentence = _("%(name)s请代表领衔提案《%(title)s》。") % {"name": proposal.originator, "title": proposal.title}
    tell(takers, sentence, about=proposal, deed=Deed.OFFER)
    return proposal


@transaction.atomic
def retract_proposal(proposal: Proposal, *, by: Any) -> Proposal:
    """Take a draft back from the delegates, to go on writing."""
    with stepping(proposal, Deed.RETRACT, by=by):
        proposal.unit = None
    return proposal


@transaction.atomic
def take_up_proposal(proposal: Proposal, *, by: Any, on: date) -> Proposal:
    """A delegate of the unit becomes proposer; the originator stays named and is told.

    Refused to others, and to the drafter, who needs somebody else.
    """
    with stepping(proposal, Deed.TAKE_UP, by=by):
        if not _takers(proposal, on).filter(member=by.member_id).exists():
            raise Refused(_("这份提案请起草人所在单位的正式代表领衔。"))
        proposal.proposer = by.member
    sentence = _("%(name)s已领衔您起草的提案《%(title)s》。") % {"name": by.member, "title": proposal.title}
    tell([proposal.originator], sentence, about=proposal, deed=Deed.TAKE_UP)
    return proposal


@transaction.atomic
def seek_seconders(proposal: Proposal, *, by: Any, on: date) -> Proposal:
    """A delegate's own draft looks for seconders; refused to who is no delegate."""
    with stepping(proposal, Deed.SEEK, by=by):
        _must_be_delegate(by, on)
        proposal.proposer = by.member
    return proposal


@transaction.atomic
def invite_seconders(proposal: Proposal, delegates: Iterable[Delegate], *, by: Any) -> list[Seconding]:
    """Ask delegates to second, each once; refused when the proposal no longer looks for seconders."""
    _must_seek(lock(proposal))
    known = set(proposal.secondings.values_list("member_id", flat=True)) | {proposal.proposer_id}
    asked = [delegate.member for delegate in delegates if delegate.member_id not in known]
    if not asked:
        raise Refused(_("请至少选择一位还没有邀请过的代表。"))
    with audit.deed(Deed.INVITE, by=by):
        made = [Seconding.objects.create(proposal=proposal, member=member) for member in asked]
    sentence = _("%(name)s邀请您附议提案《%(title)s》。") % {"name": by.member, "title": proposal.title}
    tell(asked, sentence, about=proposal, deed=Deed.INVITE)
    return made


@transaction.atomic
def second_proposal(proposal: Proposal, *, by: Any, on: date) -> Seconding:
    """A delegate stands behind a proposal; refused for one's own, a second time, and to who is no delegate."""
    _must_seek(lock(proposal))
    _must_be_delegate(by, on)
    if by.member_id in (proposal.proposer_id, proposal.originator_id):
        raise Refused(_("不能附议自己的提案，请邀请其他代表附议。"))
    mine = proposal.secondings.filter(member=by.member_id).first() or Seconding(proposal=proposal, member=by.member)
    if mine.status == SecondingStatus.SECONDED:
        raise Refused(_("您已经附议过这份提案。"))
    mine.status, mine.answered_on = SecondingStatus.SECONDED, on
    with audit.deed(Deed.SECOND, by=by):
        mine.save()
    count = seconders_of(proposal).count()
    sentence = _("%(name)s已附议提案《%(title)s》，现有%(count)d名附议代表。")
    told = sentence % {"name": by.member, "title": proposal.title, "count": count}
    tell([proposal.proposer], told, about=proposal, deed=Deed.SECOND, mark=by.member_id)
    return mine


@transaction.atomic
def decline_seconding(proposal: Proposal, *, by: Any, on: date) -> Seconding:
    """Say no to an invitation; refused to who wasn't invited or has answered."""
    _must_seek(lock(proposal))
    mine = proposal.secondings.filter(member=by.member_id, status=SecondingStatus.INVITED).first()
    if mine is None:
        raise Refused(_("您没有待回复的附议邀请。"))
    mine.status, mine.answered_on = SecondingStatus.DECLINED, on
    with audit.deed(Deed.DECLINE, by=by):
        mine.save()
    sentence = _("%(name)s没有附议提案《%(title)s》。") % {"name": by.member, "title": proposal.title}
    tell([proposal.proposer], sentence, about=proposal, deed=Deed.DECLINE, mark=by.member_id)
    return mine


@transaction.atomic
def file_proposal(proposal: Proposal, *, by: Any, on: date) -> Proposal:
    """Hand the proposal in: it gets its number and the session whose call is open.

    Refused without enough seconders, outside a call's days, and when the proposer is no delegate any more.
    """
    with stepping(proposal, Deed.FILE, by=by):
        _must_be_delegate(by, on)
        missing = seconders_needed(on) - seconders_of(proposal).count()
        if missing > 0:
            sentence = _("还差%(missing)d名附议代表，至少要有%(needed)d名。请继续邀请代表附议。")
            raise Refused(sentence % {"missing": missing, "needed": seconders_needed(on)})
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
        if not reason.strip():
            raise Refused(_("请写明撤案的理由。"))
        must_stand_alone(proposal)
    sentence = _("提案《%(title)s》已撤案。") % {"title": proposal.title}
    seconders = {seconding.member for seconding in seconders_of(proposal)}
    tell({proposal.originator, *seconders} - {by.member}, sentence, about=proposal, deed=Deed.WITHDRAW)
    if proposal.number:
        tell_role(Role.SECRETARY, on=on, sentence=sentence, about=proposal, deed=Deed.WITHDRAW)
    return proposal


def must_stand_alone(proposal: Proposal) -> None:
    """Refuse to end a proposal that others were merged into: theirs would end with it."""
    if proposal.merged.exists():
        raise Refused(_("已有提案并入本案，本案只能立案办理。"))


def _ask_again(proposal: Proposal) -> None:
    seconded = list(seconders_of(proposal))
    for seconding in seconded:
        seconding.status, seconding.answered_on = SecondingStatus.INVITED, None
        seconding.save()
    sentence = _("您附议的提案《%(title)s》修改了，请重新确认是否附议。") % {"title": proposal.title}
    tell([seconding.member for seconding in seconded], sentence, about=proposal, deed=Deed.EDIT)


def _takers(proposal: Proposal, on: date) -> Any:
    delegates = delegates_speaking_for(proposal.unit, on).exclude(member=proposal.originator)
    return delegates.select_related("member")


def _called(on: date) -> Session:
    session = open_call(on)
    if session is not None:
        return session
    past, coming = nearest_calls(on)
    if coming is not None:
        sentence = _("%(session)s的提案征集从%(day)s开始，请到时再提交，草稿会一直保留。")
        raise Refused(sentence % {"session": coming, "day": coming.call_from})
    if past is not None:
        sentence = _("%(session)s的提案征集已在%(day)s截止。请留待下次征集时提交，急事请先向工会秘书反映。")
        raise Refused(sentence % {"session": past, "day": past.call_to})
    raise Refused(_("现在没有开始征集提案。草稿会一直保留，请在征集开始后提交。"))


def _must_seek(proposal: Proposal) -> None:
    if proposal.status != ProposalStatus.SECONDING:
        raise Refused(_("这份提案现在不征集附议，请刷新页面查看最新情况。"))


def _must_be_delegate(by: Any, on: date) -> Member:
    if not is_voting_delegate(by.member_id, on):
        raise Refused(_("只有正式代表可以这样做。您可以起草提案，再请本单位的代表领衔。"))
    member: Member = by.member
    return member
