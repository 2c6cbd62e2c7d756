"""What members show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from members.demo import build
from members.figures import figures
from members.models import Account, Member
from members.permissions import has_own_record, opens_member_list, sees_all_members
from members.selectors import granted_roles, leads_a_group
from unionoffice.areas import Area, NavItem, SearchHit
from unionoffice.roles import Role

HITS = 10


def roles(account: Any, on: date) -> Iterator[Role]:
    """What was given to the account, and what follows from the person's own record."""
    yield from (Role(role) for role in granted_roles(account, on))
    if account.member_id is not None:
        yield Role.STAFF
        if leads_a_group(account.member_id):
            yield Role.GROUP_LEADER


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """People by name, pinyin, initials or employee number."""
    found = Member.objects.visible_to(user).matching(text).defer(*Member.SENSITIVE)[:HITS]
    for member in found:
        detail = f"{member.employee_no} · {member.get_service_status_display()}"
        yield SearchHit(member.name, detail, member.get_absolute_url(), "user")


area = Area(
    key="members",
    label=_("人员"),
    navigation=(
        NavItem(_("会员"), "members:member-list", "users", opens_member_list),
        NavItem(_("委员会"), "members:office-list", "sitemap", sees_all_members),
        NavItem(_("我的"), "members:me", "user", has_own_record),
    ),
    roles=roles,
    figures=figures,
    search=search,
    has_records=lambda: Member.objects.exists() or Account.objects.exists(),
    demo=build,
)
