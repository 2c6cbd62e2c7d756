"""Input about more time, about promises, and about which proposals are chosen."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.proposals import ReasonForm
from congress.models import Proposal
from congress.selectors import latest_extension, supervisors_on
from members.models import Member
from unionoffice.days import in_full
from unionoffice.pages import BulkForm, DayInput, MoveForm

SHORT = {"max_length": 500, "widget": forms.Textarea(attrs={"rows": 4})}


class AskForTimeForm(ReasonForm):
    """Until when, and why."""

    until = forms.DateField(label=_("延期至"), widget=DayInput)
    field_order = ("until", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {"due": in_full(self.record.due_on), "last": in_full(latest_extension(self.record.due_on, self.on))}
        self.fields["until"].help_text = str(_("原期限%(due)s，最迟可延至%(last)s。")) % words

    def save(self, *, by: Any, on: date) -> Proposal:
        """Ask."""
        data = self.cleaned_data
        services.ask_for_time(self.record, until=data["until"], reason=data["reason"], by=by, on=on)
        return self.record


class DecideExtensionForm(MoveForm):
    """Yes or no."""

    GRANT, DENY = "grant", "deny"

    decision = forms.ChoiceField(
        label=_("审批结果"), choices=[(GRANT, _("同意延期")), (DENY, _("不同意延期"))], widget=forms.RadioSelect
    )
    remark = forms.CharField(
        label=_("审批意见"), max_length=200, required=False, help_text=_("不同意的请写明理由，主办部门会看到。")
    )

    def save(self, *, by: Any, on: date) -> Proposal:
        """Grant it or not."""
        data = self.cleaned_data
        decide = services.grant_extension if data["decision"] == self.GRANT else services.deny_extension
        decide(self.record, by=by, on=on, remark=data["remark"])
        return self.record


class FollowUpForm(MoveForm):
    """How far it is."""

    text = forms.CharField(label=_("落实进展"), **SHORT)
    expected_on = forms.DateField(label=_("预计完成日期"), required=False, widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record.expected_on and self.record.expected_on > self.on:
            self.initial["expected_on"] = self.record.expected_on

    def save(self, *, by: Any, on: date) -> Proposal:
        """Note it."""
        data = self.cleaned_data
        services.follow_up_proposal(self.record, text=data["text"], expected_on=data["expected_on"], by=by, on=on)
        return self.record


class FinishProposalForm(MoveForm):
    """What was done."""

    fulfilment = forms.CharField(label=_("落实情况"), **SHORT)

    def save(self, *, by: Any, on: date) -> Proposal:
        """Close it."""
        return services.finish_proposal(self.record, by=by, on=on, fulfilment=self.cleaned_data["fulfilment"])


class AcknowledgeForm(MoveForm):
    """Whether it is so."""

    DONE, UNDONE = "done", "undone"

    said = forms.ChoiceField(
        label=_("承诺的事项"), choices=[(DONE, _("已经落实")), (UNDONE, _("没有落实"))], widget=forms.RadioSelect
    )
    comment = forms.CharField(
        label=_("具体情况"),
        required=False,
        help_text=_("没有落实的请写明哪些事项，工会秘书会据此督促。"),
        **SHORT,
    )

    def save(self, *, by: Any, on: date) -> Proposal:
        """Say so."""
        data = self.cleaned_data
        is_done = data["said"] == self.DONE
        services.acknowledge_fulfilment(self.record, is_done=is_done, comment=data["comment"], by=by, on=on)
        return self.record


class ReopenProposalForm(ReasonForm):
    """Why, and by when now."""

    expected_on = forms.DateField(label=_("预计完成日期"), widget=DayInput)

    def save(self, *, by: Any, on: date) -> Proposal:
        """Follow it up again."""
        data = self.cleaned_data
        return services.reopen_proposal(
            self.record, expected_on=data["expected_on"], reason=data["reason"], by=by, on=on
        )


class PrioritiseProposalForm(MoveForm):
    """Who sees to it."""

    supervisor = forms.ModelChoiceField(Member.objects.none(), label=_("督办领导"), empty_label=_("请选择"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supervisor"].queryset = supervisors_on(self.on).order_by("pinyin", "pk")

    def save(self, *, by: Any, on: date) -> Proposal:
        """Choose it."""
        return services.prioritise_proposal(self.record, self.cleaned_data["supervisor"], by=by, on=on)


class DropPriorityForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Choose it no more."""
        return services.drop_priority(self.record, by=by)


DECISION = {
    "label": _("评选决定"),
    "max_length": 100,
    "help_text": _("由哪次会议评选决定，例如：第九届第三次教代会主席团第二次会议。"),
}


class HonourProposalForm(MoveForm):
    """By whose decision."""

    decision = forms.CharField(**DECISION)

    def save(self, *, by: Any, on: date) -> Proposal:
        """Choose it."""
        services.honour_proposals([self.record], decision=self.cleaned_data["decision"], by=by, on=on)
        return self.record


class HonourTogetherForm(BulkForm):
    """The same for several."""

    decision = forms.CharField(**DECISION)

    def save(self, *, by: Any, on: date) -> list[Proposal]:
        """Choose them."""
        return services.honour_proposals(list(self.records), decision=self.cleaned_data["decision"], by=by, on=on)


class DropHonourForm(ReasonForm):
    """Why."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Choose it no more."""
        return services.drop_honour(self.record, by=by, reason=self.cleaned_data["reason"])
