"""集体合同: the list, one of them, and beginning one."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import AgreementFilter
from affairs.forms import AgreementForm, RecordAgreementForm
from affairs.models import Agreement
from affairs.papers import agreement_paper
from affairs.selectors import agreement_doubts, renewal_chain
from affairs.tables import AgreementTable, agreement_badge, agreement_check_badge
from affairs.views.oversight import AREA, disclosure_action, disclosure_facts
from unionoffice.documents import Document
from unionoffice.pages import Action, Badge, Crumb, Fact, FormPage, ListPage, PaperPage, RecordPage, Step


def agreements_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("集体合同"), reverse("affairs:agreement-list"))


class AgreementListView(ListPage):
    """The agreements that the user may see: for staff, those that were signed."""

    permission = permissions.opens_agreements
    area = AREA
    title = _("集体合同")
    model = Agreement
    table = AgreementTable
    filter_class = AgreementFilter
    main_action = (_("起草合同"), "affairs:agreement-draft", permissions.keeps_agreements)
    other_actions = (
        (_("补录已签订的"), "affairs:agreement-record", permissions.keeps_agreements),
        (_("履行检查"), "affairs:agreement-check-list", permissions.reads_agreement_checks),
    )


class AgreementDetailView(RecordPage):
    """One agreement: its sides, its term and clauses; for those who answer for it, the talks and the checks too."""

    permission = permissions.opens_agreements
    area = AREA
    model = Agreement
    select_related = ("renews", "drafted_by")
    steps = (
        Step(_("开始协商"), "affairs:agreement-talks", permissions.may_begin_talks),
        Step(_("登记协商"), "affairs:agreement-round", permissions.may_record_round),
        Step(_("登记审议通过"), "affairs:agreement-pass", permissions.may_pass_agreement, primary=False),
        Step(_("登记签订"), "affairs:agreement-sign", permissions.may_sign_agreement),
        Step(_("登记备案"), "affairs:agreement-file", permissions.may_file_agreement),
        Step(_("登记检查"), "affairs:agreement-check", permissions.may_check_agreement, primary=False),
        Step(_("修改"), "affairs:agreement-mend", permissions.may_mend_agreement, primary=False),
        Step(_("重新协商"), "affairs:agreement-reopen", permissions.may_reopen_talks, primary=False),
        Step(_("续签"), "affairs:agreement-renew", permissions.may_renew_agreement, primary=False),
        Step(_("终止"), "affairs:agreement-end", permissions.may_end_agreement, primary=False),
        Step(_("作废"), "affairs:agreement-discard", permissions.may_discard_agreement, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [agreements_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return agreement_badge(self.record)

    def get_actions(self) -> list[Action]:
        """The steps, the paper and the way to the board."""
        return [
            *super().get_actions(),
            *disclosure_action(self.record, self.request.user),
            Action.to(_("打印"), "affairs:agreement-paper", self.record.pk, primary=False, download=True),
        ]

    def get_facts(self) -> list[Fact]:
        """Who agreed with whom, for how long, and how it came about."""
        record = self.record
        facts = [
            Fact(_("编号"), record.short_number),
            Fact(_("类型"), record.get_kind_display()),
            Fact(_("用人单位"), record.employer),
            Fact(_("期限"), record.term),
            Fact(_("学校方协商代表"), record.employer_side),
            Fact(_("职工方协商代表"), record.union_side),
            Fact(_("学校方签字人"), record.employer_signer),
            Fact(_("职工方签字人"), record.union_signer),
            Fact(_("审议通过日期"), record.passed_on),
            Fact(_("审议通过的会议"), record.passed_at),
            Fact(_("签订日期"), record.signed_on),
            Fact(_("备案日期"), record.filed_on),
            Fact(_("备案号"), record.filing_no),
        ]
        if record.ended_on:
            facts += [Fact(_("终止日期"), record.ended_on), Fact(_("终止原因"), record.end_reason)]
        visible = Agreement.objects.visible_to(self.request.user)
        facts += [Fact(_("续签自"), one.public_number, one.get_absolute_url()) for one in renewal_chain(record)]
        facts += [
            Fact(_("续签为"), one.public_number, one.get_absolute_url()) for one in visible.filter(renews=record)
        ]
        return facts + disclosure_facts(record, self.request.user)

    def get_trail(self) -> Any:
        """How it was negotiated is for those who answer for it."""
        return super().get_trail() if permissions.sees_all_agreements.test(self.request.user) else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With its clauses, and for those who may read them the doubts, the talks and the checks."""
        record = self.record
        told: dict[str, Any] = {"clauses": record.clauses.all()}
        if permissions.sees_all_agreements.test(self.request.user):
            checks = record.checks.all()
            told |= {
                "doubts": agreement_doubts(record, self.on),
                "rounds": record.rounds.all(),
                "checks": [(check, agreement_check_badge(check)) for check in checks],
            }
        return super().get_context_data(**told, **kwargs)


class DraftAgreementView(FormPage):
    """Beginning one."""

    permission = permissions.keeps_agreements
    area = AREA
    title = _("起草集体合同")
    form_class = AgreementForm
    button = _("保存草稿")
    done = _("草稿已保存。填好双方协商代表后可以开始协商。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [agreements_crumb()]


class RecordAgreementView(FormPage):
    """Taking in one that was signed before."""

    permission = permissions.keeps_agreements
    area = AREA
    title = _("补录已签订的集体合同")
    form_class = RecordAgreementForm
    button = _("补录")
    done = _("已补录。请把签字的文本作为附件上传。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [agreements_crumb()]


class AgreementPaperView(PaperPage):
    """The printed summary."""

    permission = permissions.opens_agreements
    area = AREA
    model = Agreement
    select_related = ("renews",)

    def get_document(self) -> Document:
        """With the checks for those who may read them."""
        return agreement_paper(self.record, with_checks=permissions.reads_agreement_checks.test(self.request.user))
