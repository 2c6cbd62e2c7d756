"""The list of members, a member's page, and the forms that change a record."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import MemberFilter
from members.forms import ChangeStatusForm, RegisterMemberForm, UpdateMemberForm
from members.models import Member
from members.permissions import (
    has_own_record,
    keeps_roster,
    may_change_status,
    may_grant_role,
    may_open_account,
    may_reset_password,
    may_revoke_role,
    may_unlock_account,
    opens_member,
    opens_member_list,
    sees_account_trail,
    sees_contacts,
)
from members.tables import MemberTable, service_badge
from unionoffice import audit, privacy
from unionoffice.areas import areas
from unionoffice.pages import (
    TRAIL_LENGTH,
    Badge,
    Crumb,
    Fact,
    FormPage,
    ListPage,
    Page,
    RecordPage,
    Step,
    TransitionPage,
)


def member_crumbs() -> list[Crumb]:
    """The way back to the list."""
    return [Crumb(str(_("会员")), reverse("members:member-list"))]


class MemberListView(ListPage):
    """Everyone the user may see."""

    permission = opens_member_list
    area = "members"
    title = _("会员")
    model = Member
    table = MemberTable
    filter_class = MemberFilter
    main_action = (_("导入花名册"), "members:roster-import", keeps_roster)
    other_actions = ((_("登记一人"), "members:member-register", keeps_roster),)


class MemberDetailView(RecordPage):
    """One person: identity, service and union life; contacts masked, for those who need them."""

    permission = opens_member
    area = "members"
    model = Member
    select_related = ("account",)
    steps = (
        Step(_("修改资料"), "members:member-update", keeps_roster),
        Step(_("登记变动"), "members:member-change", may_change_status, primary=False),
        Step(_("开通账号"), "members:account-open", may_open_account, primary=False),
        Step(_("解除锁定"), "members:account-unlock", may_unlock_account, primary=False),
        Step(_("授予角色"), "members:role-grant", may_grant_role, primary=False),
        Step(_("收回角色"), "members:role-revoke", may_revoke_role, primary=False),
        Step(_("重设密码"), "members:account-reset", may_reset_password, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        return member_crumbs() if opens_member_list.test(self.request.user) else []

    def get_badge(self) -> Badge:
        """Whether the person serves."""
        return service_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Everything the viewer may see; one's own contacts are one's own."""
        member = self.record
        facts = [
            Fact(_("工号"), member.employee_no),
            Fact(_("性别"), member.get_gender_display()),
            Fact(_("出生日期"), member.birth_date),
            Fact(_("民族"), member.ethnicity),
            Fact(_("政治面貌"), member.get_political_status_display()),
            Fact(_("岗位类别"), member.get_post_category_display()),
            Fact(_("岗位层级"), member.get_post_rank_display()),
            Fact(_("职称"), member.title),
            Fact(_("用工形式"), member.get_contract_kind_display()),
            Fact(_("参加工作时间"), member.first_job_on),
            Fact(_("来校时间"), member.hired_on),
            Fact(_("会籍状态"), member.get_union_status_display()),
            Fact(_("入会日期"), member.joined_on),
            Fact(_("会员证号"), member.card_no),
            Fact(_("结婚日期"), member.married_on),
        ]
        return facts + self.get_contacts()

    def get_contacts(self) -> list[Fact]:
        """Masked, for who needs them; in full for the person, who is to check them."""
        member, user = self.record, self.request.user
        own = user.member_id == member.pk
        if not own and not sees_contacts.test(user):
            return []
        contacts = (
            (_("手机号码"), member.phone, privacy.mask_phone),
            (_("身份证号"), member.id_number, privacy.mask_id_number),
            (_("银行卡号"), member.bank_card, privacy.mask_bank_card),
            (_("家庭住址"), member.address, privacy.mask_address),
        )
        return [Fact(label, value if own else mask(value)) for label, value, mask in contacts]

    def get_trail(self) -> Any:
        """With what was done to the account and its roles, for those who answer for it."""
        member = self.record
        if not sees_account_trail.test(self.request.user) or not hasattr(member, "account"):
            return super().get_trail()
        return audit.trail_of(member, member.account, *member.account.grants.all())[:TRAIL_LENGTH]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where the person belongs and belonged, the changes, offices, and what upper areas know."""
        member, user = self.record, self.request.user
        panels = [panel for area in areas() for panel in area.member_panels if panel.permission.test(user)]
        return super().get_context_data(
            departments=member.department_places.select_related("department"),
            groups=member.group_places.select_related("group"),
            changes=member.status_changes.all(),
            offices=member.offices.select_related("term__committee"),
            panels=panels,
            **kwargs,
        )


class OwnRecordView(Page):
    """Everybody's way to their own page."""

    permission = has_own_record

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lead there."""
        return HttpResponseRedirect(request.user.member.get_absolute_url())


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


class UpdateMemberView(TransitionPage):
    """Correcting somebody's record."""

    permission = keeps_roster
    area = "members"
    title = _("修改资料")
    model = Member
    form_class = UpdateMemberForm
    template_name = "office/form.html"
    button = _("保存修改")
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the person."""
        return [*member_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The record to correct."""
        return {"instance": self.record}


class ChangeMemberStatusView(TransitionPage):
    """Joining, retiring, leaving, …: one dated change."""

    permission = keeps_roster
    area = "members"
    title = _("登记变动")
    model = Member
    form_class = ChangeStatusForm
    template_name = "office/form.html"
    button = _("登记变动")
    done = _("变动已登记。")

    def get_crumbs(self) -> list[Crumb]:
        """To the person."""
        return [*member_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]
