"""Every write to what delegates say to an item, and to the school's answers."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import OpinionAnswer
from congress.models import AgendaItem, Delegation, ItemOpinion
from congress.permissions import is_closed
from congress.selectors import may_speak
from members.models import Account, Member
from members.selectors import holders_of
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.roles import Role
from unionoffice.states import lock


@transaction.atomic
def raise_opinion(
    item: AgendaItem,
    *,
    text: str,
    by: Any,
    on: date,
    member: Member | None = None,
    delegation: Delegation | None = None,
) -> ItemOpinion:
    """Say something to an item: one's own word, that of the delegation one heads, or noted down for either.

    Without a name it is the word of who says it. Refused to whom the congress doesn't hear, and once the minutes are
    confirmed. Those who answer for the school are told.
    """
    if is_closed.test(by, item.session):
        raise Refused(_("会议纪要已经确认，不能再提意见。"))
    if member is None and delegation is None:
        member = by.member
    if member is not None and delegation is not None:
        raise Refused(_("提出人和代表团只填一项。"))
    if member is not None and not may_speak(item.session.term, member.pk, on):
        raise Refused(_("%(name)s不是%(term)s的代表，不能提意见。") % {"name": member, "term": item.session.term})
    opinion = ItemOpinion(
        item=item, text=stated(text, _("请写明意见。")), member=member, delegation=delegation, raised_on=on
    )
    with audit.deed("提出意见", by=by):
        opinion.save()
    sentence = _("代表对“%(title)s”提出意见，请答复") % {"title": item.title}
    _tell(holders_of(Role.PRINCIPAL, Role.SECRETARY, on=on), sentence, opinion, "raised")
    return opinion


@transaction.atomic
def answer_item_opinion(
    opinion: ItemOpinion, *, outcome: OpinionAnswer, answer: str, office: str, by: Any, on: date
) -> ItemOpinion:
    """Say for the school what becomes of an opinion and why; said again it replaces the former answer.

    Who said it is told, of a delegation its head.
    """
    lock(opinion)
    opinion.outcome, opinion.answered_on = outcome, on
    opinion.answer = stated(answer, _("请写明采纳的做法，或不采纳的理由。"))
    opinion.office = stated(office, _("请写明由哪个部门答复。"))
    with audit.deed("答复意见", by=by, note=str(OpinionAnswer(outcome).label)):
        opinion.save()
    person = opinion.member_id or (opinion.delegation.head_id if opinion.delegation else None)
    told = Account.objects.filter(member=person, is_active=True) if person is not None else []
    sentence = _("学校答复了对“%(title)s”的意见") % {"title": opinion.item.title}
    _tell(told, sentence, opinion, f"answered.{opinion.version}")
    return opinion


def _tell(accounts: Iterable[Any], sentence: str, opinion: ItemOpinion, deed: str) -> None:
    notify(accounts, sentence, url=opinion.get_absolute_url(), key=f"congress.item_opinion.{opinion.pk}.{deed}")
