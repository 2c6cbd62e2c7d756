"""Accounts and the roles given to them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from members.enums import HERE, ServiceStatus
from members.models import Account, CalendarKey, Member, RoleGrant
from members.services.sign_ins import end_sign_ins, forget_failures
from unionoffice import audit
from unionoffice.dated import end_before
from unionoffice.refusal import Refused
from unionoffice.roles import Role

NEVER_TOGETHER = (frozenset({Role.TREASURER, Role.CASHIER}),)
"""Bookkeeper and cashier are two people (会计法, on separating the two)."""


@transaction.atomic
def open_account(member: Member, *, password: str, by: Any) -> Account:
    """Give a member an account to sign in with; refuses a second one.

    Whoever opened it knows the password: the member changes it before doing anything else.
    """
    if Account.objects.filter(Q(employee_no=member.employee_no) | Q(member=member)).exists():
        raise Refused(_("%(name)s已经有账号。") % {"name": member.name})
    with audit.deed("开通账号", by=by):
        return Account.objects.create_user(
            member.employee_no, member.name, password, member=member, must_change_password=True
        )


def adopt_account(member: Member) -> None:
    """Give a member the account that was opened under their number before their record was entered."""
    for account in Account.objects.filter(employee_no=member.employee_no, member=None, closed_by_merge=None):
        account.member, account.name = member, member.name
        account.save()


def follow_service(member: Member, *, on: date) -> None:
    """Close the account of somebody who left or died, with every role, and open it again when they return.

    Part of the change of status, in its transaction: nobody keeps the keys for a day. One that the office blocked
    stays blocked whatever changes.
    """
    stays = member.service_status not in (ServiceStatus.LEFT, ServiceStatus.DEAD)
    for account in Account.objects.filter(member=member, blocked_on=None).exclude(is_active=stays):
        account.is_active = stays
        account.save()
        if not stays:
            end_sign_ins(account.sign_ins.all())
    if not stays:
        for grant in RoleGrant.objects.held_from(on).filter(account__member=member):
            end_before(grant, on)


def close_account(account: Account, *, on: date) -> None:
    """Let nobody sign in with it any more: it is signed out everywhere, and every role ends."""
    account.is_active, account.blocked_on = False, on
    account.save()
    end_sign_ins(account.sign_ins.all())
    for grant in RoleGrant.objects.held_from(on).filter(account=account):
        end_before(grant, on)


@transaction.atomic
def block_account(account: Account, *, reason: str, by: Any, on: date) -> Account:
    """Keep somebody out until further notice, at once and everywhere; their roles stay, and wait.

    Refused to oneself: somebody has to be left who can undo it.
    """
    if by == account:
        raise Refused(_("不能停用自己的账号，请由另一位秘书办理。"))
    account = Account.objects.select_for_update().get(pk=account.pk)
    if account.blocked_on is not None:
        raise Refused(_("%(name)s的账号已经停用。") % {"name": account.name})
    with audit.deed(_("停用账号"), by=by, note=reason):
        account.blocked_on, account.is_active = on, False
        account.save()
    end_sign_ins(account.sign_ins.all())
    return account


@transaction.atomic
def unblock_account(account: Account, *, by: Any) -> Account:
    """Let somebody in again, unless they left meanwhile; refuses one of two accounts of a person, closed for good."""
    account = Account.objects.select_for_update().get(pk=account.pk)
    if hasattr(account, "closed_by_merge"):
        raise Refused(_("这个账号因档案合并停用，不能恢复，请用合并后的账号登录。"))
    if account.blocked_on is None:
        raise Refused(_("%(name)s的账号没有停用。") % {"name": account.name})
    with audit.deed(_("恢复账号"), by=by):
        account.blocked_on = None
        account.is_active = account.member is None or account.member.service_status in HERE
        account.save()
    return account


@transaction.atomic
def reset_password(account: Account, *, password: str, by: Any) -> Account:
    """Set a new password for somebody who forgot theirs, or may have lost it to somebody else.

    It ends every sign-in, any lock and the address of their calendar; its owner changes it before anything else.
    """
    with audit.deed("重设密码", by=by):
        account.set_password(password)
        account.must_change_password = True
        account.save()
        for key in CalendarKey.objects.filter(account=account):
            key.delete()
    end_sign_ins(account.sign_ins.all())
    forget_failures(account.employee_no)
    return account


@transaction.atomic
def change_password(account: Account, *, password: str, session_key: str) -> None:
    """Somebody's own new password: it ends their sign-ins elsewhere, and the one of `session_key` goes on."""
    with audit.deed("修改密码", by=account):
        account.set_password(password)
        account.must_change_password = False
        account.save()
    end_sign_ins(account.sign_ins.exclude(session_key=session_key))


@transaction.atomic
def grant_role(account: Account, role: Role, *, by: Any, on: date, until: date | None = None) -> RoleGrant:
    """Give a role from a day on, until further notice or through `until`; one held all that time stays as it is.

    Refused to oneself, for days in a wrong order, beside another grant of the role that covers a part of that time,
    and where the law wants two people, also when the other role begins later. `by` is None only for the command that
    sets the office up.
    """
    if by == account:
        raise Refused(_("不能给自己授予角色，请由另一位秘书办理。"))
    if until is not None and until < on:
        raise Refused(_("截止日期不能早于开始日期，请核对。"))
    Account.objects.select_for_update().get(pk=account.pk)
    grants = RoleGrant.objects.held_from(on).filter(account=account)
    together = grants if until is None else grants.filter(from_on__lte=until)
    _ensure_never_together(role, set(together.values_list("role", flat=True)))
    with audit.deed(_("授予角色"), by=by, note=str(role.label)):
        for grant in together.filter(role=role).order_by("from_on"):
            if grant.from_on <= on and (grant.to_on is None or (until is not None and grant.to_on >= until)):
                return grant
            raise Refused(_("%(name)s在这段时间已有这个角色，请先收回原来的。") % {"name": account.name})
        return RoleGrant.objects.create(account=account, role=role, from_on=on, to_on=until)


def _ensure_never_together(role: Role, held: set[str]) -> None:
    for pair in NEVER_TOGETHER:
        if role in pair and held & (pair - {role}):
            raise Refused(_("会计和出纳必须由两个人担任，请先收回原来的角色。"))


@transaction.atomic
def revoke_role(account: Account, role: Role, *, by: Any, on: date) -> None:
    """Take a role back: it was held until the day before, and one given today was never held.

    Refused where the role isn't held, and to oneself: so a secretary always remains.
    """
    if by == account:
        raise Refused(_("不能收回自己的角色，请由另一位秘书办理。"))
    Account.objects.select_for_update().get(pk=account.pk)
    grant = RoleGrant.objects.held_from(on).filter(account=account, role=role).first()
    if grant is None:
        raise Refused(_("%(name)s现在没有这个角色。") % {"name": account.name})
    with audit.deed(_("收回角色"), by=by, note=str(role.label)):
        end_before(grant, on)
