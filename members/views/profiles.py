"""A person's page: what the viewer may know of them, in panels, with the photo."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from members import permissions
from members.models import Member, Portrait, SignOffLine
from members.permissions import is_oneself, opens_member, reads
from members.tables import service_badge, union_badge
from members.views.people import member_crumbs
from members.views.reveals import fact_of
from unionoffice import audit
from unionoffice.areas import areas
from unionoffice.pages import TRAIL_LENGTH, Action, Badge, Crumb, Fact, Page, RecordPage, Step
from unionoffice.pages.attachments import AttachmentSection

FACTS: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    ("identity", _("身份"), ("gender", "birth_date", "ethnicity", "political_status", "id_number")),
    ("service", _("工作"), ("post_category", "post_rank", "title", "contract_kind", "hired_on", "first_job_on")),
    ("union", _("会籍"), ("union_status", "joined_on", "card_no")),
    ("contacts", _("住址与银行卡"), ("address", "bank_card")),
)
"""The panels of plain facts, each with its fields; the phone stands in the head of the page."""


@dataclass(frozen=True)
class FactPanel:
    """Facts that belong together."""

    key: str
    title: str | Promise
    facts: list[Fact]


@dataclass(frozen=True)
class StepGroup:
    """Steps of one kind, under the words that a menu gives them."""

    title: str | Promise
    actions: list[Action]


class MemberDetailView(RecordPage):
    """Everything that the viewer may know of one person, on one screen."""

    permission = opens_member
    area = "members"
    model = Member
    select_related = ("account",)
    step_groups: tuple[tuple[str | Promise, tuple[Step, ...]], ...] = (
        (
            _("资料"),
            (
                Step(_("修改资料"), "members:member-update", permissions.keeps_roster),
                Step(_("申请入会"), "members:join-apply", permissions.may_apply_to_join),
                Step(_("更换照片"), "members:portrait-set", permissions.may_set_portrait, primary=False),
                Step(_("删除照片"), "members:portrait-remove", permissions.may_remove_portrait, primary=False),
                Step(_("登记子女"), "members:child-add", permissions.keeps_roster, primary=False),
            ),
        ),
        (
            _("变动"),
            (Step(_("登记变动"), "members:member-change", permissions.may_change_status, primary=False),),
        ),
        (
            _("账号"),
            (
                Step(_("开通账号"), "members:account-open", permissions.may_open_account, primary=False),
                Step(_("解除锁定"), "members:account-unlock", permissions.may_unlock_account, primary=False),
                Step(_("授予角色"), "members:role-grant", permissions.may_grant_role, primary=False),
                Step(_("收回角色"), "members:role-revoke", permissions.may_revoke_role, primary=False),
                Step(_("重设密码"), "members:account-reset", permissions.may_reset_password, primary=False),
                Step(_("停用账号"), "members:account-block", permissions.may_block_account, primary=False),
                Step(_("恢复账号"), "members:account-unblock", permissions.may_unblock_account, primary=False),
            ),
        ),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list, for those who have one."""
        return member_crumbs() if permissions.opens_member_list.test(self.request.user) else []

    def get_badge(self) -> Badge:
        """Whether the person serves."""
        return service_badge(self.record)

    def get_step_groups(self) -> Iterator[StepGroup]:
        """What this user can do with the record, kind by kind; kinds with nothing to do are left out."""
        for title, steps in self.step_groups:
            open_steps = (step for step in steps if step.rule.test(self.request.user, self.record))
            actions = [Action.to(s.label, s.url_name, self.record.pk, primary=s.primary) for s in open_steps]
            if actions:
                yield StepGroup(title, actions)

    def reads(self, name: str) -> bool:
        """Whether the viewer reads one thing of this person."""
        return reads(self.request.user, self.record, name)

    def get_panels(self) -> list[FactPanel]:
        """The facts that the viewer may read; a panel without any is left out."""
        panels = []
        for key, title, names in FACTS:
            facts = [fact_of(self.record, name) for name in names if self.reads(name)]
            panels += [FactPanel(key, title, facts)] if facts else []
        return panels

    def get_attachments(self) -> AttachmentSection | None:
        """Contracts and certificates, for who keeps them and whom they are about."""
        return super().get_attachments() if self.reads("attachments") else None

    def get_trail(self) -> Any:
        """With what was done to the account and its roles, for those who answer for it."""
        member = self.record
        if not self.reads("trail"):
            return audit.LogEntry.objects.none()
        if not permissions.sees_account_trail.test(self.request.user) or not hasattr(member, "account"):
            return super().get_trail()
        return audit.trail_of(member, member.account, *member.account.grants.all())[:TRAIL_LENGTH]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The head of the page, the panels of this area, and where those of upper areas are fetched from."""
        member, user = self.record, self.request.user
        groups = list(self.get_step_groups())
        departments = member.department_places.select_related("department__head")
        places = member.group_places.select_related("group__leader")
        context = super().get_context_data(
            panels=self.get_panels(),
            area_panels=[panel for area in areas() for panel in area.member_panels if panel.permission.test(user)],
            step_groups=groups,
            is_own=is_oneself.test(user, member),
            union_badge=union_badge(member),
            portrait=Portrait.objects.filter(member=member).values_list("digest", flat=True).first(),
            phone=fact_of(member, "phone") if self.reads("phone") else None,
            departments=departments.defer(*Member.secrets_of("department__head")),
            groups=places.defer(*Member.secrets_of("group__leader")),
            tags=member.tag_places.select_related("tag") if self.reads("tags") else None,
            offices=member.offices.select_related("term__committee"),
            changes=member.status_changes.all() if self.reads("status_changes") else None,
            family=self.get_family(),
            keeps_roster=permissions.keeps_roster.test(user),
            may_ask=permissions.may_ask_for_correction.test(user, member),
            corrections=member.corrections.all() if is_oneself.test(user, member) else None,
            reads_trail=self.reads("trail"),
            **kwargs,
        )
        context["actions"] = list(chain.from_iterable(group.actions for group in groups))
        return context

    def get_family(self) -> dict[str, Any] | None:
        """The wedding and the children, for those who read of them."""
        if not self.reads("children"):
            return None
        return {"married_on": self.record.married_on, "children": list(self.record.children.all())}


class OwnRecordView(MemberDetailView):
    """Everybody's own page, which stands behind a door of its own."""

    permission = permissions.has_own_record

    def get_record(self) -> Any:
        """Whoever asks."""
        user: Any = self.request.user
        return self.model.objects.select_related(*self.select_related).get(pk=user.member_id)

    def get_crumbs(self) -> list[Crumb]:
        """One's own page hangs under nothing."""
        return []


class PortraitView(Page):
    """The photo alone, for those who see the person."""

    permission = opens_member

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Hand it out; the browser may keep it but asks each time whether it may still show it."""
        people = Member.objects.visible_to(request.user).filter(pk=pk)
        portrait = Portrait.objects.filter(member__in=people).first()
        if portrait is None:
            raise Http404
        etag = f'"{portrait.digest}"'
        if request.headers.get("If-None-Match") == etag:
            return HttpResponseNotModified(headers={"ETag": etag})
        return HttpResponse(bytes(portrait.image), content_type="image/jpeg", headers={"ETag": etag})


class MemberBenefitsView(Page):
    """The panel of what was handed out to somebody by name, as far as the viewer may see the lists."""

    permission = opens_member

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The panel, or nothing."""
        lines = SignOffLine.objects.visible_to(request.user).filter(member=pk)
        rows = lines.select_related("sheet").order_by("-sheet__on", "-pk")
        return TemplateResponse(request, "members/_member_benefits.html", {"rows": rows})
