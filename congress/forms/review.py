"""Input of the review group and of who assigns."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import OPEN_TO_MERGING, Category
from congress.forms.proposals import ReasonForm
from congress.models import Proposal
from congress.selectors import answer_due, suggested_lead
from members.models import Department
from unionoffice.pages import BulkForm, DayInput, MoveForm


class AcceptProposalForm(MoveForm):
    """Under which category."""

    category = forms.ChoiceField(
        label=_("类别"), choices=Category.choices, help_text=_("提案人选的类别不合适的，可以改。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["category"] = self.record.category

    def save(self, *, by: Any, on: date) -> Proposal:
        """File it as a case."""
        return services.accept_proposal(self.record, by=by, on=on, category=self.cleaned_data["category"])


def main_field() -> forms.ModelChoiceField:
    """The one that answers for others."""
    open_ones = Proposal.objects.filter(status__in=OPEN_TO_MERGING).defer("reason", "measures")
    return forms.ModelChoiceField(open_ones.order_by("number"), label=_("主案"), empty_label=_("请选择"))


class MergeProposalForm(MoveForm):
    """Into which other one."""

    into = main_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = self.fields["into"].queryset.exclude(pk=self.record.pk)

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


class AssignmentFields(forms.Form):
    """To whom, with whose help, until when."""

    lead = forms.ModelChoiceField(Department.objects.open(), label=_("主办部门"), empty_label=_("请选择"))
    assisting = forms.ModelMultipleChoiceField(
        Department.objects.open(), label=_("协办部门"), required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = forms.DateField(label=_("答复期限"), widget=DayInput)

    def told(self) -> dict[str, Any]:
        """What the services ask for."""
        return {name: self.cleaned_data[name] for name in ("lead", "assisting", "due_on")}


class AssignProposalForm(AssignmentFields, MoveForm):
    """One proposal; the department is suggested that answered the likest one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("due_on", answer_due(self.on))
        self.initial.setdefault("lead", suggested_lead(self.record, self.on, user=self.user))

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it over."""
        return services.assign_proposal(self.record, **self.told(), by=by, on=on)


class ReassignProposalForm(AssignmentFields, MoveForm):
    """Another department, or another day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        helpers = self.record.assistances.values_list("department", flat=True)
        self.initial.update(lead=self.record.lead, due_on=answer_due(self.on), assisting=list(helpers))

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it over."""
        return services.reassign_proposal(self.record, **self.told(), by=by, on=on)


class AcceptTogetherForm(BulkForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> list[Proposal]:
        """File all as cases."""
        return services.accept_together(self.records, by=by, on=on)


class MergeTogetherForm(BulkForm):
    """Into which one."""

    into = main_field()

    def save(self, *, by: Any, on: date) -> list[Proposal]:
        """Let one answer for all."""
        return services.merge_together(self.records, self.cleaned_data["into"], by=by, on=on)


class ReasonTogetherForm(BulkForm):
    """Why, in one sentence that fits all of them."""

    reason = forms.CharField(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("同一个理由会告诉所选每件提案的提案人和起草人。"),
    )


class TurnTogetherForm(ReasonTogetherForm):
    """Why none of them is a case."""

    def save(self, *, by: Any, on: date) -> list[Proposal]:
        """Pass them on as suggestions."""
        return services.turn_together(self.records, by=by, on=on, reason=self.cleaned_data["reason"])


class RefuseTogetherForm(ReasonTogetherForm):
    """Why none of them is anything that the congress deals with."""

    def save(self, *, by: Any, on: date) -> list[Proposal]:
        """Say no to them."""
        return services.refuse_together(self.records, by=by, on=on, reason=self.cleaned_data["reason"])


class AssignTogetherForm(AssignmentFields, BulkForm):
    """To one department."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["due_on"] = answer_due(self.on)

    def save(self, *, by: Any, on: date) -> list[Proposal]:
        """Hand them over."""
        return services.assign_together(self.records, **self.told(), by=by, on=on)
