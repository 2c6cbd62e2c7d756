"""履行检查 of agreements: the list, one of them, entering one, and settling what it asked for."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.filters import AgreementCheckFilter
from affairs.forms import CheckAgreementForm, SettleCheckForm
from affairs.models import AgreementCheck
from affairs.tables import AgreementCheckTable, agreement_check_badge
from affairs.views.agreement_moves import AgreementMove
from affairs.views.agreements import agreements_crumb
from affairs.views.oversight import AREA
from unionoffice.pages import Action, Badge, Crumb, Fact, ListPage, RecordPage, TransitionPage


class AgreementCheckListView(ListPage):
    """All checks of all agreements."""

    permission = permissions.reads_agreement_checks
    area = AREA
    title = _("集体合同履行检查")
    model = AgreementCheck
    table = AgreementCheckTable
    filter_class = AgreementCheckFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the agreements."""
        return [agreements_crumb()]


class AgreementCheckDetailView(RecordPage):
    """One check: how each clause was kept, and what is to be put right."""

    permission = permissions.reads_agreement_checks
    area = AREA
    model = AgreementCheck
    select_related = ("agreement",)

    def get_crumbs(self) -> list[Crumb]:
        """To the agreement."""
        agreement = self.record.agreement
        return [agreements_crumb(), Crumb(str(agreement), agreement.get_absolute_url())]

    def get_badge(self) -> Badge:
        """Whether something waits."""
        return agreement_check_badge(self.record)

    def get_actions(self) -> list[Action]:
        """Settling, as long as something waits."""
        waits = self.record.due_on is not None and self.record.done_on is None
        if not (waits and permissions.keeps_agreements.test(self.request.user)):
            return []
        return [Action.to(_("登记整改完成"), "affairs:agreement-check-settle", self.record.pk)]

    def get_facts(self) -> list[Fact]:
        """When, by whom, and what came of it."""
        record = self.record
        facts = [
            Fact(_("检查日期"), record.checked_on),
            Fact(_("检查人员"), record.people),
            Fact(_("检查情况"), record.summary),
        ]
        if record.due_on is not None:
            facts += [
                Fact(_("整改要求"), record.follow_up),
                Fact(_("整改期限"), record.due_on),
                Fact(_("整改结果"), record.outcome),
                Fact(_("完成日期"), record.done_on),
            ]
        return facts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the findings by clause."""
        return super().get_context_data(findings=self.record.findings.select_related("clause"), **kwargs)


class CheckAgreementView(AgreementMove):
    """Entering a check, clause by clause."""

    rule = permissions.may_check_agreement
    title, button = _("登记履行检查"), _("登记")
    form_class = CheckAgreementForm
    template_name = "affairs/agreement_check.html"
    done = _("履行检查已登记。")


class SettleCheckView(TransitionPage):
    """What it asked for was done."""

    permission = permissions.keeps_agreements
    area = AREA
    model = AgreementCheck
    title, button = _("登记整改完成"), _("登记整改完成")
    form_class = SettleCheckForm
    done = _("已登记。")

    def get_crumbs(self) -> list[Crumb]:
        """To the check."""
        return [Crumb(str(self.record), self.record.get_absolute_url())]
