"""Accounts and the roles given to them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from members.models import Account, Member, RoleGrant
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.roles import Role

NEVER_TOGETHER = (frozenset({Role.TREASURER, Role.CASHIER}),)
"""Bookkeeper and cashier are two people (会计法, on separating the two)."""


@transaction.atomic
def open_account(member: Member, *, password: str, by: Any) -> Account:
    """Give a member an account to sign in with; refuses a second one."""
    if Account.objects.filter(Q(employee_no=member.employee_no) | Q(member=member)).exists():
        raise Refused(_("%(name)s已经有账号。") % {"name": member.name})
    with audit.deed("开通账号", by=by):
        return Account.objects.create_user(member.employee_no, member.name, password, member=member)


@transaction.atomic
def reset_password(account: Account, *, password: str, by: Any) -> Account:
    """Set a new password for somebody who forgot theirs."""
    with audit.deed("重设密码", by=by):
        account.set_password(password)
        account.save()
    return account


@transaction.atomic
def grant_role(account: Account, role: Role, *, by: Any, on: date) -> RoleGrant:
    """Give a role from a day on; one already held stays as it is.

    Refuses roles that the law wants two people for, also where the other one begins later.
    """
    Account.objects.select_for_update().get(pk=account.pk)
    held = set(RoleGrant.objects.held_from(on).filter(account=account).values_list("role", flat=True))
    for pair in NEVER_TOGETHER:
        if role in pair and held & (pair - {role}):
            raise Refused(_("会计和出纳必须由两个人担任，请先收回原来的角色。"))
    with audit.deed("授予角色", by=by, note=str(role.label)):
        current = RoleGrant.objects.held_on(on).filter(account=account, role=role).first()
        return current or RoleGrant.objects.create(account=account, role=role, from_on=on)
