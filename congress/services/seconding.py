"""A proposal looks for those who stand behind it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import Deed, ProposalStatus, SecondingStatus
from congress.models import Proposal, Seconding
from congress.selectors import delegation_of, may_be_asked_to_second, seconders_of
from congress.services.notices import tell
from congress.services.speakers import must_have_vote, must_head_delegation
from congress.services.steps import stepping
from congress.services.writing import show_text
from members.models import Member
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def seek_seconders(proposal: Proposal, *, by: Any, on: date, for_delegation: bool = False) -> Proposal:
    """Somebody with a vote shows their draft to the others, perhaps as the word of the delegation that they head."""
    with stepping(proposal, Deed.SEEK, by=by):
        must_have_vote(by, on)
        show_text(proposal, by=by)
        proposal.proposer = by.member
        proposal.delegation = must_head_delegation(by, on) if for_delegation else None
    return proposal


@transaction.atomic
def invite_seconders(proposal: Proposal, people: Iterable[Member], *, by: Any, on: date) -> list[Seconding]:
    """Ask people with a vote to second, each once; refused when the proposal no longer looks for seconders."""
    _must_seek(lock(proposal))
    asked = list(may_be_asked_to_second(proposal, on).filter(pk__in=[member.pk for member in people]))
    if not asked:
        raise Refused(_("请至少选择一位还没有邀请过的人。"))
    with audit.deed(Deed.INVITE, by=by):
        made = [Seconding.objects.create(proposal=proposal, member=member) for member in asked]
    sentence = _("%(name)s邀请您附议提案《%(title)s》。") % {"name": by.member, "title": proposal.title}
    tell(asked, sentence, about=proposal, deed=Deed.INVITE, mark=made[0].pk)
    return made


@transaction.atomic
def second_proposal(proposal: Proposal, *, by: Any, on: date) -> Seconding:
    """Stand behind a proposal; refused for one's own and one's delegation's, a second time, and without a vote."""
    _must_seek(lock(proposal))
    must_have_vote(by, on)
    if by.member_id in (proposal.proposer_id, proposal.originator_id):
        raise Refused(_("不能附议自己的提案，请邀请其他人附议。"))
    if proposal.delegation_id is not None and delegation_of(by.member, on) == proposal.delegation:
        raise Refused(_("这是您所在代表团提出的提案，不用附议。"))
    mine = proposal.secondings.filter(member=by.member_id).first() or Seconding(proposal=proposal, member=by.member)
    if mine.status == SecondingStatus.SECONDED:
        raise Refused(_("您已经附议过这份提案。"))
    mine.status, mine.answered_on = SecondingStatus.SECONDED, on
    with audit.deed(Deed.SECOND, by=by):
        mine.save()
    count = seconders_of(proposal).count()
    sentence = _("%(name)s已附议提案《%(title)s》，现有%(count)d名附议人。")
    told = sentence % {"name": by.member, "title": proposal.title, "count": count}
    tell([proposal.proposer], told, about=proposal, deed=Deed.SECOND, mark=by.member_id)
    return mine


@transaction.atomic
def decline_seconding(proposal: Proposal, *, by: Any, on: date) -> Seconding:
    """Say no to an invitation; refused to who wasn't invited or has answered."""
    sentence = _("%(name)s没有附议提案《%(title)s》。")
    return _say_no(proposal, SecondingStatus.INVITED, Deed.DECLINE, _("您没有待回复的附议邀请。"), sentence, by, on)


@transaction.atomic
def take_back_seconding(proposal: Proposal, *, by: Any, on: date) -> Seconding:
    """No longer stand behind a proposal, as long as it isn't filed; one may second again."""
    sentence = _("%(name)s撤回了对提案《%(title)s》的附议。")
    return _say_no(proposal, SecondingStatus.SECONDED, Deed.TAKE_BACK, _("您没有附议这份提案。"), sentence, by, on)


def _say_no(
    proposal: Proposal, status: SecondingStatus, deed: Deed, nothing: str, sentence: str, by: Any, on: date
) -> Seconding:
    _must_seek(lock(proposal))
    mine: Seconding | None = proposal.secondings.filter(member=by.member_id, status=status).first()
    if mine is None:
        raise Refused(nothing)
    mine.status, mine.answered_on = SecondingStatus.DECLINED, on
    with audit.deed(deed, by=by):
        mine.save()
    told = sentence % {"name": by.member, "title": proposal.title}
    tell([proposal.proposer], told, about=proposal, deed=deed, mark=by.member_id)
    return mine


def _must_seek(proposal: Proposal) -> None:
    if proposal.status != ProposalStatus.SECONDING:
        raise Refused(_("这份提案现在不征集附议，请刷新页面查看最新情况。"))
