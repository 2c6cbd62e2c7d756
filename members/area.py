"""What members show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.demo import build
from members.enums import ServiceStatus
from members.figures import figures, headlines
from members.models import Account, CorrectionRequest, Member, OfficeHolding
from members.permissions import (
    has_own_record,
    keeps_audiences,
    keeps_committees,
    keeps_roster,
    merges_records,
    opens_member,
    opens_member_list,
    opens_milestones,
    reads_statistics,
    sees_account_trail,
    sees_all_members,
)
from members.selectors import (
    applications_waiting_for,
    departments_wanting_head,
    duplicate_pairs,
    foresee_merge,
    granted_roles,
    groups_wanting_leader,
    milestones_for,
    own_lines_waiting,
    roles_in_organisation,
    terms_to_renew,
)
from members.services import forget_first_passwords, reorder_names, settle_before_merge
from unionoffice.areas import (
    HITS,
    Area,
    BeforeMerge,
    CalendarEntry,
    MemberPanel,
    NameBook,
    NavItem,
    Scheduled,
    SearchHit,
    Task,
)
from unionoffice.figures import list_url
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


def tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits for the office, and what was handed out to this user and isn't signed for yet."""
    if keeps_roster.test(user):
        for application in applications_waiting_for(user):
            sentence = str(_("%(name)s申请入会")) % {"name": application.member}
            yield Task(sentence, str(_("审批")), application.get_absolute_url())
        corrections = CorrectionRequest.objects.undecided().select_related("member")
        for correction in corrections.defer(*CorrectionRequest.SENSITIVE, *Member.secrets_of("member")):
            yield Task(str(correction), str(_("核对")), correction.get_absolute_url())
        yield from _of_units()
    if merges_records.test(user) and (pairs := duplicate_pairs()):
        sentence = str(_("%(n)d组档案像是同一个人的，请核对")) % {"n": len(pairs)}
        yield Task(sentence, str(_("查重")), reverse("members:duplicate-list"))
    if keeps_committees.test(user):
        yield from _of_committees(on)
    if user.member_id is not None:
        for line in own_lines_waiting(user):
            sentence = str(_("%(title)s：%(share)s，领到后请签收")) % {"title": line.sheet, "share": line.share}
            yield Task(sentence, str(_("签领")), line.get_absolute_url(), line.sheet.on)


def _of_units() -> Iterator[Task]:
    """Groups and departments that want somebody to lead them: one by name, several by their list."""
    for units, several, url_name, named in (
        (groups_wanting_leader(), _("%(n)d个工会小组需要任命组长"), "members:group", "leader"),
        (departments_wanting_head(), _("%(n)d个部门需要任命负责人"), "members:department", "head"),
    ):
        found = list(units.select_related(named).defer(*Member.secrets_of(named)))
        if len(found) == 1:
            yield Task(_wanting(found[0]), str(_("任命")), reverse(f"{url_name}-lead", args=[found[0].pk]))
        elif found:
            url = list_url(f"{url_name}-list", **{named: "wanting"})
            yield Task(str(several % {"n": len(found)}), str(_("查看")), url)


def _wanting(unit: Any) -> str:
    """第一工会小组没有组长, or why the one there is can't go on."""
    said = {"unit": unit, "post": unit.LEADS_AS, "name": unit.led_by}
    if unit.led_by is None:
        return str(_("%(unit)s没有%(post)s") % said)
    if unit.led_by.service_status == ServiceStatus.IN_SERVICE:
        return str(_("%(unit)s的%(post)s%(name)s已不是会员，请任命新的%(post)s") % said)
    said["status"] = unit.led_by.get_service_status_display()
    return str(_("%(unit)s的%(post)s%(name)s已%(status)s，请任命新的%(post)s") % said)


def _of_committees(on: date) -> Iterator[Task]:
    """Offices whose holders left, which nobody ends for them, and terms that come to their end."""
    offices = OfficeHolding.objects.stranded().select_related("member", "term__committee")
    for office in offices.defer(*Member.secrets_of("member")):
        member = office.member
        sentence = _("%(name)s（%(status)s）仍担任%(term)s%(post)s，请办理卸任或者交接") % {
            "name": member.name,
            "status": f"{member.get_service_status_display()}、{member.get_union_status_display()}",
            "term": office.term,
            "post": office.title,
        }
        yield Task(str(sentence), str(_("办理")), reverse("members:office-end", args=[office.pk]))
    for term in terms_to_renew(on):
        sentence = _("%(term)s任期届满，应办理换届") % {"term": term}
        yield Task(str(sentence), str(_("查看")), term.get_absolute_url(), term.to_on)


def calendar(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Milestones, one entry a day: a large school has so many that they would hide what else is on."""
    for day, found in groupby(milestones_for(user, start, end, on=start), key=lambda one: one.day):
        entries = list(found)
        first = entries[0]
        if len(entries) == 1:
            yield CalendarEntry(day, f"{first.member.name}{first.what}", first.get_absolute_url(), "cake")
        else:
            title = str(_("%(name)s等%(n)s项纪念日")) % {"name": first.member.name, "n": len(entries)}
            yield CalendarEntry(day, title, list_url("members:milestone-list", month=f"{day:%Y-%m}"), "cake")


area = Area(
    key="members",
    label=_("人员"),
    navigation=(
        NavItem(_("会员"), "members:member-list", "users", opens_member_list),
        NavItem(_("组织机构"), "members:department-list", "building", sees_all_members),
        NavItem(_("委员会"), "members:committee-list", "sitemap", sees_all_members),
        NavItem(_("纪念日"), "members:milestone-list", "cake", opens_milestones),
        NavItem(_("统计"), "members:statistics", "chart-bar", reads_statistics),
        NavItem(_("账号"), "members:account-list", "key", sees_account_trail),
        NavItem(_("范围"), "members:audience-list", "users-group", keeps_audiences),
        NavItem(_("签到"), "members:check-in", "qrcode", has_own_record),
        NavItem(_("我的"), "members:me", "user", has_own_record, thumb=4),
    ),
    roles=roles,
    figures=figures,
    headlines=headlines,
    member_panels=(MemberPanel(_("发放与签领"), "members:member-benefits", opens_member),),
    tasks=tasks,
    schedule=(Scheduled("members.first_passwords", lambda _on: forget_first_passwords()),),
    search=search,
    calendar=calendar,
    names=NameBook(in_use=lambda: Member.objects.values_list("name", flat=True), reorder=reorder_names),
    before_merge=BeforeMerge(foresee_merge, settle_before_merge),
    has_records=lambda: Member.objects.exists() or Account.objects.exists(),
    demo=build,
)
