"""Input of those who review, assign, answer, sign, rate and follow up."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import OPEN_TO_MERGING, Grade, Result
from congress.forms.proposals import ReasonForm
from congress.models import Proposal
from congress.selectors import answer_due
from members.models import Department
from unionoffice.pages import DayInput, MoveForm


class AcceptProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """File it as a case."""
        return services.accept_proposal(self.record, by=by, on=on)


class MergeProposalForm(MoveForm):
    """Into which other one."""

    into = forms.ModelChoiceField(Proposal.objects.none(), label=_("主案"), empty_label=_("请选择"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = Proposal.objects.filter(status__in=OPEN_TO_MERGING).exclude(pk=self.record.pk)
        self.fields["into"].queryset = open_ones.order_by("number")

    def save(self, *, by: Any, on: date) -> Proposal:
        """Let the other one answer for it."""
        return services.merge_proposal(self.record, self.cleaned_data["into"], by=by, on=on)


class TurnProposalForm(ReasonForm):
    """Why it is no case."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Turn it into a suggestion."""
        return services.turn_proposal(self.record, by=by, on=on, reason=self.cleaned_data["reason"])


class RefuseProposalForm(ReasonForm):
    """Why not."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Refuse it."""
        return services.refuse_proposal(self.record, by=by, on=on, reason=self.cleaned_data["reason"])


class AssignProposalForm(MoveForm):
    """To whom, with whose help, until when."""

    lead = forms.ModelChoiceField(Department.objects.all(), label=_("主办部门"), empty_label=_("请选择"))
    assisting = forms.ModelMultipleChoiceField(
        Department.objects.all(), label=_("协办部门"), required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = forms.DateField(label=_("答复期限"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("due_on", answer_due(self.on))

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it over."""
        data = self.cleaned_data
        return services.assign_proposal(
            self.record, lead=data["lead"], assisting=data["assisting"], due_on=data["due_on"], by=by, on=on
        )


class ReceiveProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Take it on."""
        return services.receive_proposal(self.record, by=by)


class SendBackProposalForm(ReasonForm):
    """Why the department isn't the right one."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Give it back."""
        return services.send_back_proposal(self.record, by=by, on=on, reason=self.cleaned_data["reason"])


class GiveOpinionForm(MoveForm):
    """What the assisting department can do."""

    opinion = forms.CharField(label=_("协办意见"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))

    def save(self, *, by: Any, on: date) -> Proposal:
        """Tell the lead department."""
        services.give_opinion(self.record, opinion=self.cleaned_data["opinion"], by=by, on=on)
        return self.record


class AnswerProposalForm(MoveForm):
    """What comes of it."""

    result = forms.ChoiceField(label=_("答复结果"), choices=Result.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("答复内容"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("逐条回应建议：已经做了什么，还要做什么，什么时候完成；不能做到的说明原因。"),
    )

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it to the leader."""
        data = self.cleaned_data
        services.answer_proposal(self.record, result=data["result"], text=data["text"], by=by, on=on)
        return self.record


class SignAnswerForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Sign it."""
        services.sign_answer(self.record, by=by, on=on)
        return self.record


class ReturnAnswerForm(ReasonForm):
    """What is to be written otherwise."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Give it back."""
        services.return_answer(self.record, by=by, on=on, reason=self.cleaned_data["reason"])
        return self.record


class RateAnswerForm(MoveForm):
    """What to make of the answer."""

    grade = forms.ChoiceField(label=_("您对答复"), choices=Grade.choices, widget=forms.RadioSelect)
    comment = forms.CharField(
        label=_("评价意见"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("不满意的请写明理由，主办部门会据此重新办理。"),
    )

    def save(self, *, by: Any, on: date) -> Proposal:
        """Rate it."""
        data = self.cleaned_data
        services.rate_answer(self.record, grade=data["grade"], comment=data["comment"], by=by, on=on)
        return self.record


class FinishProposalForm(MoveForm):
    """What was done."""

    fulfilment = forms.CharField(label=_("落实情况"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    def save(self, *, by: Any, on: date) -> Proposal:
        """Close it."""
        return services.finish_proposal(self.record, by=by, on=on, fulfilment=self.cleaned_data["fulfilment"])
