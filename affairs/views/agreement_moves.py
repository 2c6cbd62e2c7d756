"""Moves of one agreement, each asked before it is made."""

from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.forms import (
    BeginTalksForm,
    DiscardAgreementForm,
    EndAgreementForm,
    FileAgreementForm,
    MendAgreementForm,
    NegotiationRoundForm,
    PassAgreementForm,
    RenewAgreementForm,
    ReopenTalksForm,
    SignAgreementForm,
)
from affairs.models import Agreement
from affairs.views.agreements import agreements_crumb
from affairs.views.oversight import AREA
from unionoffice.pages import Crumb, EditPage, TransitionPage


class AgreementMove(TransitionPage):
    """A move of one agreement by those who negotiate."""

    permission = permissions.keeps_agreements
    area = AREA
    model = Agreement
    done = _("已办理。")

    def get_crumbs(self) -> list[Crumb]:
        """To the agreement."""
        return [agreements_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class MendAgreementView(AgreementMove, EditPage):
    """Changing what isn't passed yet."""

    rule = permissions.may_mend_agreement
    title = _("修改")
    form_class = MendAgreementForm
    done = _("已保存。")


class BeginTalksView(AgreementMove):
    """To the table."""

    rule = permissions.may_begin_talks
    title, button = _("开始协商"), _("开始协商")
    question = _("开始协商后，每一轮都可以登记协商记录；条款还可以修改。")
    form_class = BeginTalksForm


class RecordRoundView(AgreementMove):
    """One round of talks."""

    rule = permissions.may_record_round
    title, button = _("登记协商"), _("登记")
    form_class = NegotiationRoundForm
    template_name = "office/form.html"
    done = _("协商记录已登记。")


class PassAgreementView(AgreementMove):
    """The congress passed it."""

    rule = permissions.may_pass_agreement
    title, button = _("登记审议通过"), _("登记审议通过")
    question = _("集体合同草案应经教职工代表大会审议通过。登记后条款不能再修改。")
    form_class = PassAgreementForm


class ReopenTalksView(AgreementMove):
    """Back to the table."""

    rule = permissions.may_reopen_talks
    title, button = _("重新协商"), _("重新协商")
    question = _("重新协商后，条款可以修改，修改后要再次审议通过。")
    form_class = ReopenTalksForm


class SignAgreementView(AgreementMove):
    """Both sides signed."""

    rule = permissions.may_sign_agreement
    title, button = _("登记签订"), _("登记签订")
    question = _("登记签订后，全体教职工都能看到这份合同。")
    form_class = SignAgreementForm


class FileAgreementView(AgreementMove):
    """The labour office has it."""

    rule = permissions.may_file_agreement
    title, button = _("登记备案"), _("登记备案")
    question = _("报送劳动保障行政部门之后登记，回执可以作为附件上传。")
    form_class = FileAgreementForm


class RenewAgreementView(AgreementMove):
    """The one that follows is begun."""

    rule = permissions.may_renew_agreement
    title, button = _("续签"), _("起草续签合同")
    question = _("系统会按这份合同的条款和协商代表建一份新的草稿，重新协商、审议和签订。")
    form_class = RenewAgreementForm
    done = _("续签合同的草稿已建好。")


class EndAgreementView(AgreementMove):
    """It is ended before its term."""

    rule = permissions.may_end_agreement
    title, button = _("终止"), _("终止合同")
    question = _("双方协商一致提前终止的，在这里登记。终止后不能恢复。")
    form_class = EndAgreementForm


class DiscardAgreementView(AgreementMove):
    """It is given up."""

    rule = permissions.may_discard_agreement
    title, button = _("作废"), _("作废")
    question = _("作废后不能恢复，记录保留。")
    form_class = DiscardAgreementForm
