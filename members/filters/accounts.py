"""What accounts can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models import Account, RoleGrant
from unionoffice.roles import FOLLOWS_FROM_RECORDS, Role

STATES = {
    "active": (_("可以登录"), Q(is_active=True)),
    "first": (_("待改初始密码"), Q(is_active=True, must_change_password=True)),
    "never": (_("从未登录"), Q(is_active=True, last_login=None)),
    "blocked": (_("已停用"), Q(blocked_on__isnull=False)),
    "closed": (_("已关闭"), Q(is_active=False, blocked_on=None)),
}


class AccountFilter(django_filters.FilterSet):
    """By whose it is, a role of today, and whether one can sign in with it."""

    q = django_filters.CharFilter(label=_("姓名、工号"), method="by_person")
    role = django_filters.ChoiceFilter(
        label=_("角色"),
        choices=[(role.value, role.label) for role in Role if role not in FOLLOWS_FROM_RECORDS],
        method="by_role",
        empty_label=_("全部"),
    )
    state = django_filters.ChoiceFilter(
        label=_("状态"),
        choices=[(key, label) for key, (label, _condition) in STATES.items()],
        method="by_state",
        empty_label=_("全部"),
    )

    class Meta:
        model = Account
        fields: list[str] = []

    def by_person(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Name in Chinese, full pinyin or initials, or the beginning of the number."""
        wanted = "".join(text.split()).lower()
        return rows.filter(
            Q(name__contains=text.strip())
            | Q(employee_no__istartswith=wanted)
            | Q(member__pinyin__startswith=wanted)
            | Q(member__initials__startswith=wanted)
        )

    def by_role(self, rows: Any, _name: str, role: str) -> QuerySet[Any]:
        """Who holds it today."""
        grants = RoleGrant.objects.held_on(timezone.localdate()).filter(role=role)
        return rows.filter(pk__in=grants.values("account"))

    def by_state(self, rows: Any, _name: str, state: str) -> QuerySet[Any]:
        """Whether one can sign in with it."""
        return rows.filter(STATES[state][1])
