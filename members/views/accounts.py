"""Accounts: opened, given a new password and roles by the secretary."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from members.forms import GrantRoleForm, OpenAccountForm, ResetPasswordForm, RevokeRoleForm, UnlockAccountForm
from members.models import Member
from members.permissions import (
    manages_accounts,
    may_grant_role,
    may_open_account,
    may_reset_password,
    may_revoke_role,
    may_unlock_account,
)
from members.views.people import member_crumbs
from unionoffice.pages import Crumb, TransitionPage


class AccountPage(TransitionPage):
    """Something done with one member's account."""

    permission = manages_accounts
    area = "members"
    model = Member
    template_name = "office/form.html"

    def get_queryset(self) -> Any:
        """With the account, where there is one."""
        return super().get_queryset().select_related("account")

    def get_crumbs(self) -> list[Crumb]:
        """To the person."""
        return [*member_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]


class OpenAccountView(AccountPage):
    """Somebody may sign in from now on."""

    rule = may_open_account
    title, button = _("开通账号"), _("开通账号")
    done = _("账号已开通，登录名是工号。")
    form_class = OpenAccountForm


class ResetPasswordView(AccountPage):
    """Somebody forgot theirs."""

    rule = may_reset_password
    title, button = _("重设密码"), _("重设密码")
    done = _("密码已重设。")
    form_class = ResetPasswordForm


class UnlockAccountView(AccountPage):
    """Wrong passwords kept somebody out who is standing in the office now."""

    rule = may_unlock_account
    template_name = "office/transition.html"
    title, button = _("解除锁定"), _("解除锁定")
    question = _("密码连续输错，这个账号暂时不能登录。请先确认是本人输错，再解除。解除锁定？")
    done = _("已解除锁定，现在可以登录。")
    form_class = UnlockAccountForm


class RevokeRoleView(AccountPage):
    """A role ends."""

    rule = may_revoke_role
    title, button = _("收回角色"), _("收回角色")
    done = _("角色已收回。")
    form_class = RevokeRoleForm


class GrantRoleView(AccountPage):
    """A role, from today."""

    rule = may_grant_role
    title, button = _("授予角色"), _("授予角色")
    done = _("角色已授予。")
    form_class = GrantRoleForm
