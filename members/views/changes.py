"""Changes of status: entered, shown, printed, corrected and withdrawn."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from members.enums import AFTER_CHANGE, ChangeKind, ServiceStatus, Standing, UnionStatus
from members.forms import OTHER_UNION, ChangeStatusForm, CorrectChangeForm, WithdrawChangeForm
from members.models import StatusChange
from members.papers import application_form, change_sheet, introduction_letter
from members.permissions import (
    keeps_roster,
    may_print_joining,
    may_print_letter,
    may_withdraw_change,
    opens_member,
)
from members.views.people import AboutMember, crumbs_to
from unionoffice.days import in_full
from unionoffice.documents import Document
from unionoffice.pages import Crumb, EditPage, Fact, PaperPage, RecordPage, Step

LEADS_TO = _("登记后为“%(service)s、%(union)s”")


@dataclass(frozen=True)
class Choice:
    """A kind of change that is open to the person, and how they stand after it."""

    kind: str
    label: str
    outcome: str

    @classmethod
    def of(cls, kind: ChangeKind, standing: Standing) -> "Choice":
        """The choice for somebody who stands so now."""
        after = standing.after(kind)
        words = {"service": ServiceStatus(after.service).label, "union": UnionStatus(after.union).label}
        return cls(kind.value, str(kind.label), str(LEADS_TO) % words)


class ChangeMemberStatusView(AboutMember):
    """Joining, retiring, leaving, …: first which change, then the few things that it asks for.

    Any kind is answered, not only those open today: a change may be entered late, between others. What isn't open to
    the person on its day is refused with the reason.
    """

    permission = keeps_roster
    title = _("登记变动")
    form_class = ChangeStatusForm
    template_name = "office/form.html"
    button = _("登记变动")
    done = _("变动已登记。可以在这里打印表格，上传材料。")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The choice of a kind, then its form."""
        if self.get_kind() is not None:
            return super().get(request, *args, **kwargs)
        self.prepare()
        return TemplateResponse(request, "members/change_choose.html", self.get_context_data(**self.get_choices()))

    def get_choices(self) -> dict[str, list[Choice]]:
        """The kinds open today, each with what it leads to, and the others, which can only be entered late."""
        standing = self.record.standing
        kinds = [kind for kind in ChangeKind if kind in AFTER_CHANGE]
        return {
            "choices": [Choice.of(kind, standing) for kind in kinds if standing.is_open_to(kind)],
            "late": [Choice(kind.value, str(kind.label), "") for kind in kinds if not standing.is_open_to(kind)],
        }

    def get_kind(self) -> ChangeKind | None:
        """Which change the address names."""
        kind = self.request.GET.get("kind")
        return ChangeKind(kind) if kind in AFTER_CHANGE else None

    def get_title(self) -> str:
        """Which change of whom, once it is chosen."""
        kind = self.get_kind()
        return f"{self.title}：{self.record}" if kind is None else f"{kind.label}：{self.record}"

    def get_form_kwargs(self) -> dict[str, Any]:
        """The change that is to be recorded."""
        kind = self.get_kind()
        if kind is None:
            raise Http404
        return {"instance": StatusChange(member=self.record, kind=kind)}


class StatusChangeDetailView(RecordPage):
    """One change with its papers."""

    permission = opens_member
    area = "members"
    model = StatusChange
    select_related = ("member", "application")
    steps = (
        Step(_("打印介绍信"), "members:change-letter", may_print_letter, download=True),
        Step(_("打印入会申请书"), "members:change-application", may_print_joining, download=True),
        Step(_("打印变动登记表"), "members:change-sheet", keeps_roster, primary=False, download=True),
        Step(_("更正"), "members:change-correct", keeps_roster, primary=False),
        Step(_("撤销登记"), "members:change-withdraw", may_withdraw_change, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the person."""
        return crumbs_to(self.record.member, self.request.user)

    def get_facts(self) -> list[Fact]:
        """What was recorded; the other union and the letter only where there is one."""
        change = self.record
        facts = [
            Fact(_("姓名"), change.member.name, change.member.get_absolute_url()),
            Fact(_("变动"), change.get_kind_display()),
            Fact(_("日期"), change.on),
            Fact(_("变动后在职状态"), change.get_service_status_display()),
            Fact(_("变动后会籍状态"), change.get_union_status_display()),
            Fact(_("原因"), change.reason),
            Fact(_("文号"), change.document_no),
        ]
        if change.kind in OTHER_UNION:
            facts += [
                Fact(OTHER_UNION[change.kind], change.other_union),
                Fact(_("介绍信编号"), change.letter_no),
            ]
        if application := getattr(change, "application", None):
            facts.append(Fact(_("依据"), _("本人的入会申请"), application.get_absolute_url()))
        return facts


class CorrectChangeView(AboutMember, EditPage):
    """What was entered wrongly."""

    permission = keeps_roster
    title = _("更正")
    model = StatusChange
    form_class = CorrectChangeForm
    button = _("保存更正")
    done = _("已更正，以后各次变动已重新推算。")


class WithdrawChangeView(AboutMember):
    """What never happened."""

    permission = keeps_roster
    title = _("撤销登记")
    model = StatusChange
    rule = may_withdraw_change
    form_class = WithdrawChangeForm
    button = _("撤销登记")
    done = _("已撤销。曾经停用的账号恢复登录，但角色需要重新授予。")

    def get_question(self) -> str:
        """What goes with it."""
        change = self.record
        words = {"day": in_full(change.on), "kind": change.get_kind_display(), "number": change.letter_no}
        sentence = str(_("%(day)s的“%(kind)s”将被撤销，所附材料一并删除，在职和会籍状态退回到变动之前。")) % words
        if change.letter_no and change.kind == ChangeKind.TRANSFERRED_OUT:
            sentence += str(_("介绍信第%(number)s号作废，编号不再使用。")) % words
        return sentence


class ChangePaperPage(PaperPage):
    """A paper of one change, for the office's files; a person prints the own application where it was made."""

    permission = keeps_roster
    area = "members"
    model = StatusChange
    select_related = ("member", "application")


class IntroductionLetterView(ChangePaperPage):
    """工会会员关系介绍信."""

    rule = may_print_letter

    def get_document(self) -> Document:
        """Stub, letter and receipt."""
        return introduction_letter(self.record)


class ChangeApplicationView(ChangePaperPage):
    """入会申请书 of somebody who has joined, for the file."""

    rule = may_print_joining

    def get_document(self) -> Document:
        """With the application that led to it, if there was one."""
        return application_form(self.record.member, getattr(self.record, "application", None))


class ChangeSheetView(ChangePaperPage):
    """会员变动登记表."""

    def get_document(self) -> Document:
        """The change as it is recorded."""
        return change_sheet(self.record)
