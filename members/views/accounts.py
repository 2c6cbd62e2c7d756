"""Accounts: opened, blocked, given a new password and roles by the secretary; and who can do what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.filters import AccountFilter, MemberFilter
from members.forms import (
    BlockAccountForm,
    DestroyFirstPasswordsForm,
    GrantRoleForm,
    OpenAccountForm,
    OpenAccountsForm,
    ResetPasswordForm,
    RevokeRoleForm,
    UnblockAccountForm,
    UnlockAccountForm,
)
from members.models import Account, FirstPasswordSheet, Member
from members.papers import first_password_sheet
from members.permissions import (
    manages_accounts,
    may_block_account,
    may_grant_role,
    may_hand_out_passwords,
    may_open_account,
    may_reset_password,
    may_revoke_role,
    may_unblock_account,
    may_unlock_account,
    sees_account_trail,
)
from members.selectors import grants_by_role, lacking_account
from members.tables import AccountTable
from members.views.people import AboutMember
from unionoffice.documents import Document
from unionoffice.pages import (
    Badge,
    BulkPage,
    Crumb,
    Fact,
    ListPage,
    Page,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
    beyond_staff,
)
from unionoffice.roles import Role
from unionoffice.tones import Tone

HELD_BY_RECORD = {
    Role.DEPARTMENT_HEAD: _("各部门的现任负责人自动获得，也可以另外授予。"),
    Role.GROUP_LEADER: _("各工会小组的现任组长自动获得，不用授予。"),
    Role.DELEGATE: _("本届教代会代表自动获得，不用授予。"),
    Role.STAFF: _("有账号的教职工都是，不用授予。"),
}
"""Roles that somebody holds by what stands in the records, and by which record."""


def accounts_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("账号")), reverse("members:account-list"))


class AccountPage(AboutMember):
    """Something done with one member's account."""

    permission = manages_accounts
    template_name = "office/form.html"

    def get_queryset(self) -> Any:
        """With the account, where there is one."""
        return super().get_queryset().select_related("account")


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


class BlockAccountView(AccountPage):
    """Somebody is kept out until further notice."""

    rule = may_block_account
    title, button = _("停用账号"), _("停用账号")
    done = _("账号已停用，所有登录都已退出。")
    form_class = BlockAccountForm


class UnblockAccountView(AccountPage):
    """Somebody may come in again."""

    rule = may_unblock_account
    template_name = "office/transition.html"
    title, button = _("恢复账号"), _("恢复账号")
    question = _("恢复以后，本人可以用原来的密码登录，原有的角色继续有效。恢复账号？")
    done = _("账号已恢复。")
    form_class = UnblockAccountForm


class AccountListView(ListPage):
    """Who can sign in, with which roles."""

    permission = sees_account_trail
    area = "members"
    title = _("账号")
    model = Account
    table = AccountTable
    filter_class = AccountFilter
    other_actions = ((_("谁能做什么"), "members:role-list", sees_account_trail),)


class RoleListView(Page):
    """Who holds which role, and what each role opens."""

    permission = sees_account_trail
    area = "members"
    title = _("谁能做什么")

    def get_crumbs(self) -> list[Crumb]:
        """To the accounts."""
        return [accounts_crumb()]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Role by role."""
        grants = grants_by_role(self.on)
        roles = [
            {
                "role": role,
                "by_record": HELD_BY_RECORD.get(role, ""),
                "grants": grants.get(role, []),
                "opens": list(opened.items()),
                "count": sum(map(len, opened.values())),
            }
            for role in Role
            for opened in [beyond_staff(role)]
        ]
        return TemplateResponse(request, "members/role_list.html", self.get_context_data(roles=roles))


class OpenAccountsView(BulkPage):
    """Accounts for many, with one sheet of first passwords."""

    permission = manages_accounts
    area = "members"
    title, button = _("批量开通账号"), _("开通账号")
    done = _("账号已开通。请打印初始密码单，裁开后交给本人。")
    unit = _("人")
    model = Member
    filter_class = MemberFilter
    list_url_name = "members:member-list"
    form_class = OpenAccountsForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With how many of them it is about: who has an account keeps it, and who left gets none."""
        lacking = lacking_account(self.chosen).count()
        note = _("其中%(n)d人还没有账号，这次开通。已有账号和已离校、去世的人不受影响。") % {"n": lacking}
        nobody = _("选中的人都已有账号，或者已经离校，没有需要开通的。")
        return super().get_context_data(note=note if lacking else nobody, **kwargs)

    def get_success_url(self, record: Any) -> str:
        """To the sheet."""
        url: str = record.get_absolute_url()
        return url


class FirstPasswordsView(RecordPage):
    """A sheet of first passwords: printed, handed out, destroyed."""

    permission = manages_accounts
    area = "members"
    model = FirstPasswordSheet
    steps = (
        Step(_("打印初始密码单"), "members:first-passwords-paper", may_hand_out_passwords, download=True),
        Step(_("销毁"), "members:first-passwords-destroy", may_hand_out_passwords, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the accounts."""
        return [accounts_crumb()]

    def get_badge(self) -> Badge:
        """Whether it can still be printed."""
        if self.record.is_open:
            return Badge(str(_("待发放")), Tone.WAITS)
        return Badge(str(_("已销毁")), Tone.CLOSED)

    def get_facts(self) -> list[Fact]:
        """What it is and how long it lasts; the passwords stand on the paper alone."""
        sheet = self.record
        return [
            Fact(_("账号数"), _("%(n)d个") % {"n": sheet.count}),
            Fact(_("开通时间"), timezone.localtime(sheet.made_at).strftime("%Y-%m-%d %H:%M")),
            Fact(_("保留"), _("最多%(n)d小时，发放后请及时销毁") % {"n": sheet.KEPT_HOURS}),
            Fact(_("首次登录"), _("须先修改密码")),
        ]


class FirstPasswordsPaperView(PaperPage):
    """The sheet as PDF."""

    permission = manages_accounts
    rule = may_hand_out_passwords
    model = FirstPasswordSheet

    def get_document(self) -> Document:
        """Strips to be cut apart."""
        return first_password_sheet(self.record)


class DestroyFirstPasswordsView(TransitionPage):
    """The passwords are handed out, and nobody needs them any more."""

    permission = manages_accounts
    rule = may_hand_out_passwords
    area = "members"
    title, button = _("销毁初始密码单"), _("销毁")
    question = _("销毁后不能再打印。没有拿到密码的人，要逐个重设密码。销毁？")
    done = _("初始密码单已销毁。")
    model = FirstPasswordSheet
    form_class = DestroyFirstPasswordsForm

    def get_crumbs(self) -> list[Crumb]:
        """To the sheet."""
        return [accounts_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]
