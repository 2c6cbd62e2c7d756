"""What members show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from members.demo import build
from members.figures import figures
from members.models import Account, Member
from members.permissions import has_own_record, keeps_audiences, opens_member_list, sees_all_members
from members.selectors import granted_roles, own_lines_waiting, roles_in_organisation
from members.services import reorder_names
from unionoffice.areas import HITS, Area, NameBook, NavItem, SearchHit, Task
from unionoffice.roles import Role


def roles(account: Any, on: date) -> Iterator[Role]:
    """What was given to the account, and what follows from the person's own record."""
    yield from (Role(role) for role in granted_roles(account, on))
    if account.member_id is not None:
        yield Role.STAFF
        yield from (Role(role) for role in roles_in_organisation(account.member_id))


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """People by name, pinyin, initials or employee number."""
    found = Member.objects.visible_to(user).matching(text).defer(*Member.SENSITIVE)[:HITS]
    for member in found:
        detail = f"{member.employee_no} · {member.get_service_status_display()}"
        yield SearchHit(member.name, detail, member.get_absolute_url(), "user")


def tasks(user: Any, _on: date) -> Iterator[Task]:
    """What was handed out to this user and isn't signed for yet."""
    if user.member_id is not None:
        for line in own_lines_waiting(user):
            sentence = str(_("%(title)s：%(share)s，领到后请签收")) % {"title": line.sheet, "share": line.share}
            yield Task(sentence, str(_("签领")), line.get_absolute_url(), line.sheet.on)


area = Area(
    key="members",
    label=_("人员"),
    navigation=(
        NavItem(_("会员"), "members:member-list", "users", opens_member_list),
        NavItem(_("组织机构"), "members:department-list", "building", sees_all_members),
        NavItem(_("委员会"), "members:office-list", "sitemap", sees_all_members),
        NavItem(_("范围"), "members:audience-list", "users-group", keeps_audiences),
        NavItem(_("签到"), "members:check-in", "qrcode", has_own_record),
        NavItem(_("我的"), "members:me", "user", has_own_record, thumb=4),
    ),
    roles=roles,
    figures=figures,
    tasks=tasks,
    search=search,
    names=NameBook(in_use=lambda: Member.objects.values_list("name", flat=True), reorder=reorder_names),
    has_records=lambda: Member.objects.exists() or Account.objects.exists(),
    demo=build,
)
