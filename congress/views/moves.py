"""The pages on which a proposal is written and moved, one decision each."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.forms import handling, proposals
from congress.models import Proposal
from congress.selectors import open_call, seconders_needed, seconders_of
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.pages import Crumb, EditPage, FormPage, TransitionPage


class DraftProposalView(FormPage):
    """Writing something new."""

    permission = permissions.is_staff
    area = AREA
    title = _("起草提案")
    form_class = proposals.DraftProposalForm
    button = _("保存草稿")
    done = _("草稿已保存，只有您能看到。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]


class ProposalMove(TransitionPage):
    """A move of one proposal."""

    permission = permissions.is_staff
    area = AREA
    model = Proposal
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """With the people and the department that rules ask about."""
        related = ("originator", "proposer", "lead__head", "session__term")
        return super().get_queryset().select_related(*related)

    def get_crumbs(self) -> list[Crumb]:
        """To the proposal."""
        return [proposals_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class EditProposalView(ProposalMove, EditPage):
    """Changing a text that isn't filed."""

    rule = permissions.may_edit
    title, button = _("修改提案"), _("保存修改")
    form_class = proposals.EditProposalForm
    done = _("已保存。")


class DeleteDraftView(ProposalMove):
    """Throwing a draft away."""

    rule = permissions.may_delete
    title, button = _("删除草稿"), _("删除草稿")
    question = _("草稿删除后不能恢复。")
    form_class = proposals.DeleteDraftForm
    done = _("草稿已删除。")

    def get_success_url(self, _record: Any) -> str:
        """To the list: the page of the draft is gone."""
        return reverse("congress:proposal-list")


class OfferProposalView(ProposalMove):
    """Asking the delegates of one's unit."""

    rule = permissions.may_offer
    title, button = _("请代表领衔"), _("请代表领衔")
    question = _("本单位的正式代表会看到这份提案，由一位代表作为提案人提交。您仍是起草人，会收到通知，也参加评价。")
    form_class = proposals.OfferProposalForm
    done = _("已请本单位代表领衔，有人领衔后会通知您。")


class RetractProposalView(ProposalMove):
    """Going on writing."""

    rule = permissions.may_retract
    title, button = _("收回草稿"), _("收回草稿")
    question = _("收回后可以继续修改，代表不再看到。")
    form_class = proposals.RetractProposalForm
    done = _("已收回为草稿。")


class TakeUpProposalView(ProposalMove):
    """A delegate becomes proposer of somebody else's draft."""

    permission = permissions.is_delegate
    rule = permissions.may_take_up
    title, button = _("领衔提案"), _("我来领衔")
    template_name = "congress/proposal_read.html"
    form_class = proposals.TakeUpProposalForm
    done = _("您已成为提案人，请邀请代表附议。")

    def get_question(self) -> str:
        """Whose text it is."""
        sentence = _t("%(name)s起草了这份提案。领衔后您是提案人，可以修改内容、征集附议并提交。")
        return sentence % {"name": self.record.originator}


class SeekSecondersView(ProposalMove):
    """A delegate's own draft goes out to the others."""

    permission = permissions.is_delegate
    rule = permissions.may_seek
    title, button = _("征集附议"), _("开始征集附议")
    form_class = proposals.SeekSecondersForm
    done = _("已开始征集附议，请邀请代表。")

    def get_question(self) -> str:
        """Who will see it, and how many are needed."""
        sentence = _t("全体正式代表会看到这份提案。有%(needed)d名代表附议后就可以提交。")
        return sentence % {"needed": seconders_needed(self.on)}

    def get_success_url(self, record: Any) -> str:
        """On to whom to ask."""
        return reverse("congress:proposal-invite", args=[record.pk])


class InviteSecondersView(ProposalMove):
    """Asking delegates by name."""

    permission = permissions.is_delegate
    rule = permissions.may_invite
    title, button = _("邀请附议"), _("发出邀请")
    question = _("被邀请的代表会收到通知。没有邀请的代表也可以自己附议。")
    form_class = proposals.InviteSecondersForm
    done = _("邀请已发出。")


class SecondProposalView(ProposalMove):
    """Standing behind a proposal."""

    permission = permissions.is_delegate
    rule = permissions.may_second
    title, button = _("附议提案"), _("附议")
    template_name = "congress/proposal_read.html"
    question = _("附议表示您同意提出这份提案。提案内容修改后会请您重新确认。")
    form_class = proposals.SecondProposalForm
    done = _("已附议，谢谢您。")


class DeclineSecondingView(ProposalMove):
    """Saying no to an invitation."""

    permission = permissions.is_delegate
    rule = permissions.may_decline
    title, button = _("不附议"), _("不附议")
    question = _("提案人会知道您没有附议。之后您仍可以附议。")
    form_class = proposals.DeclineSecondingForm
    done = _("已回复提案人。")


class FileProposalView(ProposalMove):
    """Handing it in."""

    permission = permissions.is_delegate
    rule = permissions.may_file
    title, button = _("提交提案"), _("提交提案")
    template_name = "congress/proposal_read.html"
    form_class = proposals.FileProposalForm
    done = ""

    def get_question(self) -> str:
        """To which session, with how many behind it."""
        seconded, session = seconders_of(self.record).count(), open_call(self.on)
        behind = _t("现有%(seconded)d名附议代表。") % {"seconded": seconded}
        if session is None:
            return behind + _t("现在没有开始征集提案，草稿会一直保留。")
        sentence = _t("将提交给%(session)s，提交后内容不能修改。")
        return behind + sentence % {"session": session.printed_name}

    def get_success_url(self, record: Any) -> str:
        """The number is what people note down."""
        sentence = _t("已提交，编号 %(number)s。审理结果会通知您。")
        messages.success(self.request, sentence % {"number": record.number})
        return super().get_success_url(record)


class WithdrawProposalView(ProposalMove):
    """Taking it back."""

    rule = permissions.may_withdraw
    title, button = _("撤案"), _("撤案")
    question = _("撤案后不能恢复，附议的代表会收到通知。")
    form_class = proposals.WithdrawProposalForm
    done = _("已撤案。")


class Review(ProposalMove):
    """What becomes of a filed proposal."""

    permission, rule = permissions.reviews, permissions.may_review
    template_name = "congress/proposal_read.html"


class AcceptProposalView(Review):
    """A case of its own."""

    title, button = _("立案"), _("立案")
    question = _("立案后全体教职工都能看到这份提案。")
    form_class = handling.AcceptProposalForm
    done = _("已立案，请交办。")


class MergeProposalView(Review):
    """Another one answers for it."""

    title, button = _("并案"), _("并案")
    question = _("并入后由主案一并答复，提案人和起草人同样收到答复并评价。")
    form_class = handling.MergeProposalForm
    done = _("已并案。")


class TurnProposalView(Review):
    """Passed on as a suggestion."""

    title, button = _("转意见建议"), _("转意见建议")
    question = _("不作为提案立案，转为意见建议。理由会告诉提案人和起草人。")
    form_class = handling.TurnProposalForm
    done = _("已转为意见建议。")


class RefuseProposalView(Review):
    """No case."""

    title, button = _("不予立案"), _("不予立案")
    question = _("理由会告诉提案人和起草人。")
    form_class = handling.RefuseProposalForm
    done = _("已回复不予立案。")


class AssignProposalView(ProposalMove):
    """To a department."""

    permission, rule = permissions.reviews, permissions.may_assign
    title, button = _("交办提案"), _("交办")
    template_name = "congress/proposal_read.html"
    question = _("主办和协办部门的负责人会收到通知。")
    form_class = handling.AssignProposalForm
    done = _("已交办。")


class ReceiveProposalView(ProposalMove):
    """The department takes it on."""

    rule = permissions.may_receive
    title, button = _("接收办理"), _("接收办理")
    template_name = "congress/proposal_read.html"
    form_class = handling.ReceiveProposalForm
    done = _("已接收，请在期限前答复。")

    def get_question(self) -> str:
        """Until when."""
        return _t("由%(lead)s主办，请在%(day)s前答复。") % {"lead": self.record.lead, "day": self.record.due_on}


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


class AnswerProposalView(ProposalMove):
    """The lead department's answer."""

    rule = permissions.may_answer
    title, button = _("答复提案"), _("报校领导签批")
    template_name = "congress/proposal_read.html"
    question = _("校领导签批之后，提案人才会看到答复。")
    form_class = handling.AnswerProposalForm
    done = _("答复已报校领导签批。")


class SignAnswerView(ProposalMove):
    """The school stands behind it."""

    permission, rule = permissions.signs, permissions.may_sign
    title, button = _("签批答复"), _("签批并答复提案人")
    template_name = "congress/proposal_read.html"
    question = _("签批后提案人看到答复，不能撤回。")
    form_class = handling.SignAnswerForm
    done = _("已签批，答复已交提案人评价。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what is to be signed."""
        answer = self.record.answers.select_related("department").last()
        return super().get_context_data(answer=answer, **kwargs)


class ReturnAnswerView(SignAnswerView):
    """Not like this."""

    title, button = _("退回答复"), _("退回修改")
    question = _("主办部门按您的意见修改后重新报签批。")
    form_class = handling.ReturnAnswerForm
    done = _("已退回主办部门修改。")


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
        answer = self.record.answers.signed().select_related("department").last()
        return super().get_context_data(answer=answer, **kwargs)


class FinishProposalView(ProposalMove):
    """What was promised is done."""

    rule = permissions.may_finish
    title, button = _("办结提案"), _("办结")
    question = _("承诺的事项落实之后办结，落实情况会告诉提案人。")
    form_class = handling.FinishProposalForm
    done = _("已办结。")
