"""The list of members, and the forms that enter and change a record. A member's page is in `profiles`."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import MemberFilter
from members.forms import RegisterMemberForm, UpdateMemberForm
from members.models import Member
from members.permissions import keeps_roster, manages_accounts, merges_records, opens_member_list
from members.tables import MemberTable, member_table_on
from unionoffice.days import in_full
from unionoffice.pages import Crumb, EditPage, FormPage, ListPage, TransitionPage


def member_crumbs() -> list[Crumb]:
    """The way back to the list."""
    return [Crumb(str(_("会员")), reverse("members:member-list"))]


def crumbs_to(member: Member, user: Any) -> list[Crumb]:
    """The way back to one person, by the list for those who have one."""
    before = member_crumbs() if opens_member_list.test(user) else []
    return [*before, Crumb(str(member), member.get_absolute_url())]


class AboutMember(TransitionPage):
    """A form about one person: about their record, or about a row that is theirs."""

    area = "members"
    model = Member

    @property
    def member(self) -> Member:
        """Whom it is about."""
        member: Member = self.record if isinstance(self.record, Member) else self.record.member
        return member

    def get_crumbs(self) -> list[Crumb]:
        """To the person."""
        return crumbs_to(self.member, self.request.user)


class MemberListView(ListPage):
    """Everyone the user may see."""

    permission = opens_member_list
    area = "members"
    title = _("会员")
    model = Member
    table = MemberTable
    filter_class = MemberFilter
    main_action = (_("导入花名册"), "members:roster-import", keeps_roster)
    other_actions = (
        (_("登记一人"), "members:member-register", keeps_roster),
        (_("更正申请"), "members:correction-list", keeps_roster),
        (_("入会申请"), "members:join-list", keeps_roster),
        (_("导入记录"), "members:import-list", keeps_roster),
        (_("查重"), "members:duplicate-list", merges_records),
    )
    bulk_actions = (
        (_("调整部门"), "members:move-department", keeps_roster),
        (_("调整工会小组"), "members:move-group", keeps_roster),
        (_("加标签"), "members:move-tag", keeps_roster),
        (_("去标签"), "members:move-untag", keeps_roster),
        (_("开通账号"), "members:accounts-open", manages_accounts),
    )

    def filtered(self, rows: Any) -> Any:
        """As it was on the day that is asked for, where one is."""
        found, day = super().filtered(rows), self.filter.day
        if day is not None:
            self.table = member_table_on(day, with_rate=self.filter.has_everybody_of_the_rate)
        return found

    def get_notice(self) -> str:
        """Nobody takes what was for what is."""
        day = self.filter.day
        if day is None:
            return ""
        sentence = _("显示截至%(day)s的情况：在职和会籍状态、部门、小组都是当天的，职称等其他资料是现在的。")
        return str(sentence) % {"day": in_full(day)}


class RegisterMemberView(FormPage):
    """Entering one person by hand."""

    permission = keeps_roster
    area = "members"
    title = _("登记一人")
    form_class = RegisterMemberForm
    button = _("登记")
    done = _("已登记。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return member_crumbs()


class UpdateMemberView(AboutMember, EditPage):
    """Correcting somebody's record."""

    permission = keeps_roster
    title = _("修改资料")
    form_class = UpdateMemberForm
    done = _("已保存。")
