"""Handing an office, or a role in the system, over to whoever comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from members.enums import CommitteePost, HandoverKind, OfficeEnd
from members.models import Account, Handover, HandoverItem, Member, OfficeHolding, RoleGrant
from members.permissions import manages_accounts
from members.selectors import open_matters
from members.services.accounts import grant_role, revoke_role
from members.services.committees import EVE, appoint, end_office
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.roles import Role


@dataclass(frozen=True)
class HandoverTerms:
    """To whom, on which day, and what goes along from hand to hand."""

    taker: Member
    on: date
    things: Sequence[str] = ()
    supervised_by: Member | None = None
    note: str = ""


@transaction.atomic
def hand_over_office(
    office: OfficeHolding,
    terms: HandoverTerms,
    *,
    today: date,
    by: Any,
    because: OfficeEnd = OfficeEnd.REASSIGNED,
    how: str = "",
    document_no: str = "",
    roles: Iterable[Role] = (),
) -> Handover:
    """End an office the day before and give it to the next holder, with the roles in the system that go along.

    Rights aren't given for days gone by: roles move today, whatever day the paper bears. Refuses what ending an
    office or appointing to it refuses, a day to come, and roles where `by` may not give them.
    """
    _ensure_possible(office.member, terms, today=today)
    handover = _write(Handover(office=office, giver=office.member), terms, today=today, by=by)
    end_office(office, because=because, on=terms.on - EVE, today=today, by=by, note=str(handover))
    post = CommitteePost(office.post)
    appoint(office.term, terms.taker, post, by=by, on=terms.on, duty=office.duty, how=how, document_no=document_no)
    for role in roles:
        _move_role(role, office.member, terms.taker, by=by, on=today)
    return handover


@transaction.atomic
def hand_over_role(grant: RoleGrant, terms: HandoverTerms, *, today: date, by: Any) -> Handover:
    """Take a role in the system from one person and give it to the next, today, whatever day the paper bears.

    Refuses a day to come, what `revoke_role` and `grant_role` refuse, and somebody who may not give roles.
    """
    giver = grant.account.member
    if giver is None:
        raise Refused(_("这个账号没有对应的教职工档案，请在账号里直接收回角色。"))
    _ensure_possible(giver, terms, today=today)
    handover = _write(Handover(role=grant.role, giver=giver), terms, today=today, by=by)
    _move_role(Role(grant.role), giver, terms.taker, by=by, on=today)
    return handover


def _ensure_possible(giver: Member, terms: HandoverTerms, *, today: date) -> None:
    if terms.taker == giver:
        raise Refused(_("接收人和移交人是同一个人，请另选接收人。"))
    if terms.supervised_by in (giver, terms.taker):
        raise Refused(_("监交人应是移交人和接收人以外的人，请另选一位。"))
    if terms.on > today:
        raise Refused(_("交接日期不能晚于今天，请到那一天再办理。"))


def _write(handover: Handover, terms: HandoverTerms, *, today: date, by: Any) -> Handover:
    """Keep the paper, with what is open for the giver at this moment: before any role is gone."""
    matters = open_matters(handover.giver, viewer=by, on=today)
    handover.taker, handover.on = terms.taker, terms.on
    handover.supervised_by, handover.note = terms.supervised_by, terms.note
    handover.unlisted = matters.unlisted
    with audit.deed(_("办理交接"), by=by):
        handover.save()
    lines = [(HandoverKind.MATTER, matter.sentence) for matter in matters.listed]
    lines += [(HandoverKind.THING, thing) for thing in terms.things]
    HandoverItem.objects.bulk_create(HandoverItem(handover=handover, kind=kind, text=text) for kind, text in lines)
    return handover


def _move_role(role: Role, giver: Member, taker: Member, *, by: Any, on: date) -> None:
    if not manages_accounts.test(by):
        raise Refused(_("系统角色由工会秘书授予和收回，请由工会秘书办理。"))
    accounts = {account.member_id: account for account in Account.objects.filter(member__in=(giver, taker))}
    for member in (giver, taker):
        if member.pk not in accounts:
            raise Refused(_("%(name)s还没有账号，请先开通账号，或者不移交系统角色。") % {"name": member})
    revoke_role(accounts[giver.pk], role, by=by, on=on)
    grant_role(accounts[taker.pk], role, by=by, on=on)
