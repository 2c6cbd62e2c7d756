"""The pages on which a proposal is written, seconded and filed, one decision each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import ProposalStatus
from congress.forms import proposals
from congress.models import Proposal
from congress.selectors import (
    missing_seconders,
    open_call,
    seats_of,
    seconders_of,
    seconders_wanted,
    similar_proposals,
)
from congress.tables import proposal_badge
from congress.views.moves import ProposalMove
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.days import in_full
from unionoffice.pages import Crumb, EditPage, FormPage, Page


class DraftProposalView(FormPage):
    """Writing something new."""

    permission = permissions.is_staff
    area = AREA
    title = _("起草提案")
    form_class = proposals.DraftProposalForm
    template_name = "congress/proposals/draft.html"
    button = _("保存草稿")
    done = _("草稿已保存，只有您能看到。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is typed is kept, and compared with earlier proposals."""
        keep, session = reverse("congress:proposal-keep-new"), open_call(self.on)
        return super().get_context_data(keep_url=keep, similar_url=similar_url(), session=session, **kwargs)


class EditProposalView(ProposalMove, EditPage):
    """Changing a text that isn't filed."""

    rule = permissions.may_edit
    title = _("修改提案")
    form_class = proposals.EditProposalForm
    template_name = "congress/proposals/draft.html"
    done = _("已保存。")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A draft is kept as it is typed; what others second is changed by the button alone."""
        proposal, keep = self.record, ""
        if permissions.may_keep.test(self.request.user, proposal):
            keep = reverse("congress:proposal-keep", args=[proposal.pk])
        return super().get_context_data(
            keep_url=keep,
            similar_url=similar_url(proposal.pk),
            asks_again=proposal.status == ProposalStatus.SECONDING and seconders_of(proposal).exists(),
            **kwargs,
        )


class SimilarProposalsView(Page):
    """The part of the form that shows earlier proposals like the title that is being typed."""

    permission = permissions.is_staff

    def get(self, request: HttpRequest) -> HttpResponse:
        """The part, empty where nothing is like it."""
        but = request.GET.get("but", "")
        title = request.GET.get("title", "")[: Proposal.LONGEST_TITLE]
        found = similar_proposals(title, user=request.user, on=self.on, but=int(but) if but.isdecimal() else None)
        rows = [(one.proposal, proposal_badge(one.proposal)) for one in found]
        return TemplateResponse(request, "congress/proposals/_similar.html", {"rows": rows})


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
    question = _("由一位代表作为提案人提交。您仍是起草人，会收到通知，也参加评价。")
    form_class = proposals.OfferProposalForm
    done = _("已发出，有人领衔后会通知您。")


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
    done = _("您已成为提案人。")

    def get_question(self) -> str:
        """Whose text it is."""
        sentence = _t("%(name)s起草了这份提案。领衔后您是提案人，可以修改内容、征集附议并提交。")
        return sentence % {"name": self.record.originator}


class BegOffView(ProposalMove):
    """Saying no to taking up somebody else's draft."""

    permission = permissions.is_delegate
    rule = permissions.may_beg_off
    title, button = _("婉拒领衔"), _("婉拒领衔")
    question = _("起草人会收到通知，可以另请他人。您不再看到这份草稿。")
    form_class = proposals.BegOffForm
    done = _("已回复起草人。")

    def get_success_url(self, _record: Any) -> str:
        """To the list: the draft isn't shown any more."""
        return reverse("congress:proposal-list")


class SeekSecondersView(ProposalMove):
    """A delegate's own draft goes out to the others."""

    permission = permissions.is_delegate
    rule = permissions.may_seek
    title, button = _("征集附议"), _("开始征集附议")
    form_class = proposals.SeekSecondersForm
    done = _("已开始征集附议。")

    def get_question(self) -> str:
        """Who will see it, and how many are needed."""
        sentence = _t("有附议权的人会看到这份提案。有%(needed)d人附议后就可以提交。")
        return sentence % {"needed": seconders_wanted(self.record, self.on)}

    def get_success_url(self, record: Any) -> str:
        """On to whom to ask, where anybody must be asked."""
        if seconders_wanted(record, self.on) == 0:
            return super().get_success_url(record)
        return reverse("congress:proposal-invite", args=[record.pk])


class InviteSecondersView(ProposalMove):
    """Asking people by name, or whole delegations."""

    permission = permissions.is_delegate
    rule = permissions.may_invite
    title, button = _("邀请附议"), _("发出邀请")
    question = _("被邀请的人会收到通知。没有邀请的也可以自己附议。")
    form_class = proposals.InviteSecondersForm
    template_name = "congress/proposals/invite.html"
    done = _("邀请已发出。")

    def get_context_data(self, *, form: Any, **kwargs: Any) -> dict[str, Any]:
        """Everybody who may be asked, each with the unit that they sit for."""
        people = form.fields["people"].queryset
        units = {seat.member_id: seat.unit for seat in seats_of(people, self.on).select_related("group")}
        ticked = {str(value) for value in form["people"].value() or ()}
        roll = [(member, units.get(member.pk, ""), str(member.pk) in ticked) for member in people]
        return super().get_context_data(form=form, roll=roll, **kwargs)


class SecondProposalView(ProposalMove):
    """Standing behind a proposal."""

    permission = permissions.is_delegate
    rule = permissions.may_second
    title, button = _("附议提案"), _("附议")
    template_name = "congress/proposal_read.html"
    question = _("附议表示您同意提出这份提案。提交之前可以撤回；内容修改后会请您重新确认。")
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


class TakeBackSecondingView(ProposalMove):
    """No longer standing behind a proposal."""

    rule = permissions.may_take_back
    title, button = _("撤回附议"), _("撤回附议")
    question = _("提案人会知道您撤回了附议。之后您仍可以再附议。")
    form_class = proposals.TakeBackSecondingForm
    done = _("已撤回附议。")


class FileProposalView(ProposalMove):
    """Handing it in."""

    permission = permissions.is_delegate
    rule = permissions.may_file
    title, button = _("提交提案"), _("提交提案")
    template_name = "congress/proposals/file.html"
    form_class = proposals.FileProposalForm
    done = ""

    def get_question(self) -> str:
        """To which session, with how many behind it."""
        seconded, session = seconders_of(self.record).count(), open_call(self.on)
        behind = _t("现有%(seconded)d名附议人。") % {"seconded": seconded}
        if session is None:
            return behind + _t("现在没有开始征集提案，草稿会一直保留。")
        if missing := missing_seconders(self.record, self.on):
            return behind + _t("还差%(missing)d名才能提交。") % {"missing": missing}
        sentence = _t("将提交给%(session)s，提交后内容不能修改。")
        return behind + sentence % {"session": session.printed_name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Outside a call, the other way that is open."""
        return super().get_context_data(is_called=open_call(self.on) is not None, **kwargs)

    def get_success_url(self, record: Any) -> str:
        """The number is what people note down."""
        return reverse("congress:proposal-filed", args=[record.pk])


class FiledProposalView(Page):
    """The clear end of filing: the number, and what happens next."""

    permission = permissions.is_staff
    area = AREA
    title = _("提案已提交")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For its authors, once it has a number."""
        filed = Proposal.objects.visible_to(request.user).made_by(request.user.member_id).filed()
        proposal = filed.select_related("session__term").filter(pk=pk).first()
        if proposal is None or proposal.session is None:
            raise Http404
        context = self.get_context_data(proposal=proposal, meets_on=in_full(proposal.session.starts_on))
        return TemplateResponse(request, "congress/proposals/filed.html", context)


class HandOverProposalView(ProposalMove):
    """Handing it in as a suggestion while no session takes proposals."""

    rule = permissions.may_hand_over
    title, button = _("转为意见建议提交"), _("转为意见建议提交")
    template_name = "congress/proposal_read.html"
    question = _("现在不在提案征集期。转为意见建议后不需要附议，会有部门答复您；原文保留，不再作为提案提交。")
    form_class = proposals.HandOverProposalForm
    done = _("已作为意见建议提交，会有部门答复您。")


class WithdrawProposalView(ProposalMove):
    """Taking it back."""

    rule = permissions.may_withdraw
    title, button = _("撤案"), _("撤案")
    question = _("撤案后不能恢复，附议的人会收到通知。")
    form_class = proposals.WithdrawProposalForm
    done = _("已撤案。")


def similar_url(but: int | None = None) -> str:
    """Where the form asks for earlier proposals like its title."""
    address = reverse("congress:proposal-similar")
    return address if but is None else f"{address}?but={but}"
