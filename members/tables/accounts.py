"""The surface of the accounts."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models import Account, RoleGrant
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.roles import Role
from unionoffice.tones import Tone


def account_badge(account: Account) -> Badge:
    """Whether somebody can sign in with it, in words and colour."""
    if account.blocked_on is not None:
        return Badge(str(_("已停用")), Tone.OFFICIAL)
    if not account.is_active:
        return Badge(str(_("已关闭")), Tone.CLOSED)
    if account.must_change_password:
        return Badge(str(_("待改初始密码")), Tone.WAITS)
    return Badge(str(_("可以登录")), Tone.ACTIVE)


def _roles(account: Any) -> str:
    return "、".join(label_of(Role, grant.role) for grant in account.current_grants)


def _last_sign_in(account: Account) -> str:
    return f"{timezone.localtime(account.last_login):%Y-%m-%d %H:%M}" if account.last_login else ""


class AccountTable(Table):
    """One line an account, by number."""

    columns = (
        Column(_("登录名"), lambda account: account.employee_no, order_by="employee_no"),
        Column(_("姓名"), lambda account: account.name, order_by="member__pinyin", primary=True),
        Column(_("授予的角色"), _roles),
        Column(_("状态"), account_badge),
        Column(_("最近登录"), _last_sign_in, order_by="last_login"),
    )
    footers = (Footer(_("账号"), _("个")),)
    empty = _("还没有账号。请在会员名单里勾选人员，批量开通。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Roles of today come along."""
        grants = RoleGrant.objects.held_on(timezone.localdate()).order_by("role")
        return rows.prefetch_related(Prefetch("grants", grants, to_attr="current_grants")).order_by("employee_no")
