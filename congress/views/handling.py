"""The pages on which a proposal is handled, answered, signed and rated, one decision each."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.forms import handling
from congress.views.moves import ProposalMove
from unionoffice.templatetags.office import day


class ReceiveProposalView(ProposalMove):
    """The department takes it on."""

    rule = permissions.may_receive
    title, button = _("接收办理"), _("接收办理")
    template_name = "congress/proposal_read.html"
    form_class = handling.ReceiveProposalForm
    done = _("已接收，请在期限前答复。")

    def get_question(self) -> str:
        """Until when."""
        words = {"lead": self.record.lead, "day": day(self.record.due_on)}
        return _t("由%(lead)s主办，请在%(day)s前答复。") % words


class SendBackProposalView(ProposalMove):
    """The department isn't the right one."""

    rule = permissions.may_receive
    title, button = _("退回交办"), _("退回交办")
    question = _("不属于本部门职责的，写明理由后由工会秘书另行交办。")
    form_class = handling.SendBackProposalForm
    done = _("已退回，由工会秘书另行交办。")

    def get_success_url(self, _record: Any) -> str:
        """To the list: the proposal isn't the department's any more."""
        return reverse("congress:proposal-list")


class GiveOpinionView(ProposalMove):
    """An assisting department's word."""

    rule = permissions.may_opine
    title, button = _("填写协办意见"), _("提交意见")
    template_name = "congress/proposal_read.html"
    question = _("意见交给主办部门，由主办部门汇总答复。")
    form_class = handling.GiveOpinionForm
    done = _("意见已交给主办部门。")


class BesideText(ProposalMove):
    """A form beside what has to be read for it: the proposal, what assisting departments said, earlier answers."""

    template_name = "congress/handling/beside.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what assisting departments said or still owe, and how far the day is."""
        assistances = list(self.record.assistances.select_related("department"))
        return super().get_context_data(
            said=[one for one in assistances if one.opinion],
            owed=[one for one in assistances if not one.opinion],
            **kwargs,
        )


class AnswerProposalView(BesideText):
    """The lead department's answer."""

    rule = permissions.may_answer
    title, button = _("答复提案"), _("报校领导签批")
    question = _("校领导签批之后，提案人才会看到答复。")
    form_class = handling.AnswerProposalForm
    done = _("答复已报校领导签批。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the answer that was given back, or left people unsatisfied, and why."""
        last = self.record.answers.select_related("department", "signed_by").prefetch_related("ratings").last()
        return super().get_context_data(answer=last, reads_ratings=True, named=set(), **kwargs)


class SignAnswerView(BesideText):
    """The school stands behind it, or gives it back: on one screen, also of a phone."""

    permission, rule = permissions.signs, permissions.may_sign
    title, button = _("签批答复"), _("签批并答复提案人")
    template_name = "congress/handling/sign.html"
    question = _("签批后提案人看到答复，不能撤回。")
    form_class = handling.SignAnswerForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what is to be signed."""
        answer = self.record.answers.select_related("department").last()
        return super().get_context_data(answer=answer, **kwargs)

    @property
    def done(self) -> str:
        """What became of it."""
        if self.request.POST.get("decision") == handling.SignAnswerForm.RETURN:
            return _t("已退回主办部门修改。")
        return _t("已签批，答复已交提案人评价。")

    def get_success_url(self, _record: Any) -> str:
        """On to what else waits."""
        return reverse("congress:proposal-sign-queue")


class RateAnswerView(ProposalMove):
    """What those who asked make of the answer."""

    rule = permissions.may_rate
    title, button = _("评价答复"), _("提交评价")
    template_name = "congress/proposal_read.html"
    question = _("评价提交后不能修改。")
    form_class = handling.RateAnswerForm
    done = _("评价已提交，谢谢您。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what is to be rated."""
        answer = self.record.answers.signed().select_related("department", "signed_by").last()
        return super().get_context_data(answer=answer, **kwargs)
