"""Input of departments, of those who sign, and of those who rate."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import UNFINISHED, Grade, Result
from congress.forms.proposals import ReasonForm
from congress.models import Proposal
from unionoffice.pages import DayInput, MoveForm


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
    """What comes of it; and why an assisting department isn't waited for that hasn't spoken."""

    result = forms.ChoiceField(label=_("答复结果"), choices=Result.choices, widget=forms.RadioSelect)
    expected_on = forms.DateField(
        label=_("预计完成日期"),
        required=False,
        widget=DayInput,
        help_text=_("正在解决或列入计划的必须填写，到期前会提醒。"),
    )
    text = forms.CharField(
        label=_("答复内容"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("逐条回应建议：已经做了什么，还要做什么，什么时候完成；不能做到的说明原因。"),
    )
    without = forms.CharField(label=_("不等协办意见的原因"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owing = self.record.assistances.filter(opinion="").select_related("department")
        if silent := "、".join(str(one.department) for one in owing):
            told = _("%(departments)s还没有填写协办意见。要先答复的，请写明原因，校领导签批时会看到。")
            self.fields["without"].help_text = str(told) % {"departments": silent}
        else:
            del self.fields["without"]

    def clean(self) -> dict[str, Any]:
        """What is missing is said where it is to be written."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("result") in UNFINISHED and "expected_on" in data and data["expected_on"] is None:
            self.add_error("expected_on", _("正在解决或列入计划的，请填写预计完成日期。"))
        return data

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it to the leader."""
        services.answer_proposal(self.record, **self.told(), by=by, on=on)
        return self.record

    def told(self) -> dict[str, Any]:
        """What the service asks for."""
        return {name: self.cleaned_data[name] for name in AnswerProposalForm.base_fields if name in self.fields}


class SignAnswerForm(MoveForm):
    """Two buttons: sign, or give back with what is to be written otherwise."""

    RETURN = "return"

    decision = forms.ChoiceField(choices=[("sign", ""), (RETURN, "")], widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("退回意见"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("退回修改的请写明意见，只有主办部门和校领导看到。"),
    )

    def save(self, *, by: Any, on: date) -> Proposal:
        """Sign it, or give it back."""
        if self.cleaned_data["decision"] == self.RETURN:
            services.return_answer(self.record, by=by, on=on, reason=self.cleaned_data["reason"])
        else:
            services.sign_answer(self.record, by=by, on=on)
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

    def clean(self) -> dict[str, Any]:
        """What is missing is said where it is to be written."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("grade") == Grade.UNSATISFIED and not data.get("comment"):
            self.add_error("comment", _("请写明不满意的理由，主办部门会据此重新办理。"))
        return data

    def save(self, *, by: Any, on: date) -> Proposal:
        """Rate it."""
        data = self.cleaned_data
        services.rate_answer(self.record, grade=data["grade"], comment=data["comment"], by=by, on=on)
        return self.record
