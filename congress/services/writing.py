"""What authors do with a text until others stand behind it: writing, and finding a delegate to take it up."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from congress.enums import Deed, ProposalStatus, SecondingStatus
from congress.models import Proposal, TakeUpRefusal
from congress.selectors import seconders_of, takers_of, unit_of
from congress.services.notices import tell
from congress.services.speakers import must_head_delegation
from congress.services.steps import stepping
from members.models import Member
from unionoffice import audit
from unionoffice.attachments import remove_attachments
from unionoffice.refusal import Refused
from unionoffice.states import lock

WRITTEN = (*Proposal.TEXT, "show_name")
"""What the form asks for."""


@transaction.atomic
def draft_proposal(proposal: Proposal, *, by: Any, key: UUID | None = None) -> Proposal:
    """Keep somebody's draft, which nobody else sees.

    A form that is sent again under the same `key`, because its page didn't hear that the draft is kept, changes the
    draft instead of making another.
    """
    if key is not None and (mine := _kept_under(key, by)):
        return keep_draft(mine, {name: getattr(proposal, name) for name in WRITTEN}, by=by)
    proposal.originator, proposal.key = by.member, key
    try:
        with transaction.atomic(), audit.deed(Deed.DRAFT, by=by):
            proposal.save()
    except IntegrityError:
        mine = _kept_under(key, by) if key else None
        if mine is None:
            raise
        return keep_draft(mine, {name: getattr(proposal, name) for name in WRITTEN}, by=by)
    return proposal


@transaction.atomic
def keep_draft(proposal: Proposal, changes: Mapping[str, Any], *, by: Any) -> Proposal:
    """Save a draft as it is typed. That leaves no line in the trail: moves that show the text to others do."""
    lock(proposal)
    if proposal.status != ProposalStatus.DRAFT:
        raise Refused(_("这份提案已经不是草稿，没有保存。请复制填写的文字，刷新后查看最新情况。"))
    if proposal.originator_id != by.member_id:
        raise Refused(_("只有起草人可以修改草稿。"))
    for name, value in changes.items():
        setattr(proposal, name, value)
    with audit.untold():
        proposal.save()
    return proposal


@transaction.atomic
def edit_proposal(proposal: Proposal, changes: Mapping[str, Any], *, by: Any) -> Proposal:
    """Change a text that isn't filed; who has seconded it is told and asked again. Refused from filing on."""
    lock(proposal)
    if proposal.status == ProposalStatus.DRAFT:
        keep_draft(proposal, changes, by=by)
        _note_text(proposal, by=by)
        return proposal
    if proposal.status != ProposalStatus.SECONDING:
        raise Refused(_("提案现在不能修改。已请代表领衔的，请先收回；已提交的，请撤案后重新提出。"))
    is_new_text = any(getattr(proposal, name) != changes.get(name, getattr(proposal, name)) for name in Proposal.TEXT)
    for name, value in changes.items():
        setattr(proposal, name, value)
    _must_be_whole(proposal)
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
        _forget_refusals(proposal)
        proposal.delete()


@transaction.atomic
def offer_proposal(proposal: Proposal, *, by: Any, on: date, asked: Member | None = None) -> Proposal:
    """Ask a delegate by name to take the proposal up, or all of the drafter's unit; all there are where it has none.

    Who said no to it before may be asked anew.
    """
    with stepping(proposal, Deed.OFFER, by=by):
        show_text(proposal, by=by)
        _forget_refusals(proposal)
        proposal.unit, proposal.asked = unit_of(proposal.originator, on), asked
        takers = list(takers_of(proposal, on))
        if not takers and asked is None:
            raise Refused(_("现在没有可以领衔的人。请联系工会秘书。"))
        if not takers:
            raise Refused(_("%(name)s现在不能领衔这份提案，请另选一位。") % {"name": asked})
    sentence = _("%(name)s请您领衔提案《%(title)s》。") % {"name": proposal.originator, "title": proposal.title}
    tell(takers, sentence, about=proposal, deed=Deed.OFFER)
    return proposal


@transaction.atomic
def retract_proposal(proposal: Proposal, *, by: Any) -> Proposal:
    """Take a draft back from the delegates, to go on writing."""
    with stepping(proposal, Deed.RETRACT, by=by):
        proposal.unit = proposal.asked = None
    return proposal


@transaction.atomic
def take_up_proposal(proposal: Proposal, *, by: Any, on: date, for_delegation: bool = False) -> Proposal:
    """Who was asked becomes proposer, perhaps for the delegation that they head; the originator stays named.

    Refused to others, and to the drafter, who needs somebody else.
    """
    with stepping(proposal, Deed.TAKE_UP, by=by):
        _must_be_asked(proposal, by, on)
        proposal.proposer, proposal.asked = by.member, None
        proposal.delegation = must_head_delegation(by, on) if for_delegation else None
    sentence = _("%(name)s已领衔您起草的提案《%(title)s》。") % {"name": by.member, "title": proposal.title}
    tell([proposal.originator], sentence, about=proposal, deed=Deed.TAKE_UP)
    return proposal


@transaction.atomic
def beg_off_proposal(proposal: Proposal, *, by: Any, on: date, word: str = "") -> Proposal:
    """Who was asked says no, with a word to the originator. After the last of them it is a draft again.

    The word stands with the refusal alone: more people read the proposal's trail.
    """
    lock(proposal)
    if proposal.status != ProposalStatus.OFFERED:
        raise Refused(_("这份提案现在不请人领衔，请刷新页面查看最新情况。"))
    _must_be_asked(proposal, by, on)
    with audit.deed(Deed.BEG_OFF, by=by):
        TakeUpRefusal.objects.create(proposal=proposal, member=by.member, word=word.strip(), refused_on=on)
    sentence = _("%(name)s没有领衔您起草的提案《%(title)s》。") % {"name": by.member, "title": proposal.title}
    if not takers_of(proposal, on).exists():
        with stepping(proposal, Deed.BEG_OFF, by=by):
            proposal.unit = proposal.asked = None
        sentence += _("草稿已回到您手里，可以另请一位。")
    tell([proposal.originator], sentence, about=proposal, deed=Deed.BEG_OFF, mark=by.member_id)
    return proposal


def show_text(proposal: Proposal, *, by: Any) -> None:
    """What goes with every move that shows a draft to others: it is whole, and the trail says what it says."""
    _must_be_whole(proposal)
    _note_text(proposal, by=by)


def _must_be_whole(proposal: Proposal) -> None:
    if missing := proposal.missing_parts():
        raise Refused(_("还没有填写%(parts)s，请先补全。") % {"parts": "、".join(missing)})


def _kept_under(key: UUID, by: Any) -> Proposal | None:
    mine = Proposal.objects.filter(key=key).first()
    if mine is not None and mine.originator_id != by.member_id:
        raise Refused(_("这一页是别人登录时打开的，请刷新页面后重新填写。"))
    return mine


def _note_text(proposal: Proposal, *, by: Any) -> None:
    """One line for all that was typed since the trail last told of the text; none where it says the same."""
    empty = Proposal()
    told = {name: str(getattr(empty, name)) for name in WRITTEN}
    for entry in reversed(audit.trail_of(proposal)):
        told |= {name: change[1] for name, change in (entry.changes or {}).items() if name in told}
    now = {name: str(getattr(proposal, name)) for name in WRITTEN}
    changes = {name: [told[name], now[name]] for name in WRITTEN if told[name] != now[name]}
    if changes:
        audit.record_many([proposal], verb=Deed.EDIT, by=by, changes={proposal.pk: changes})


def _forget_refusals(proposal: Proposal) -> None:
    for refusal in proposal.refusals.all():
        refusal.delete()


def _must_be_asked(proposal: Proposal, by: Any, on: date) -> None:
    if takers_of(proposal, on).filter(pk=by.member_id).exists():
        return
    if proposal.asked_id is not None:
        raise Refused(_("起草人请%(name)s领衔这份提案。") % {"name": proposal.asked})
    raise Refused(_("这份提案请起草人所在单位的代表领衔。"))


def _ask_again(proposal: Proposal) -> None:
    seconded = list(seconders_of(proposal))
    for seconding in seconded:
        seconding.status, seconding.answered_on = SecondingStatus.INVITED, None
        seconding.save()
    sentence = _("您附议的提案《%(title)s》修改了，请重新确认是否附议。") % {"title": proposal.title}
    tell([seconding.member for seconding in seconded], sentence, about=proposal, deed=Deed.EDIT)
