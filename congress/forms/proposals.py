"""Input of authors and delegates."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.records import RecordForm
from congress.models import Delegate, Proposal
from unionoffice.pages import MoveForm

LONG = forms.Textarea(attrs={"rows": 5})


class ProposalForm(RecordForm):
    """The text of a proposal: one matter, why, and what should be done."""

    class Meta:
        model = Proposal
        fields = ["title", "category", "reason", "measures", "show_name"]
        widgets = {"reason": LONG, "measures": LONG}
        help_texts = {
            "title": _("一案一事，例如：关于改善食堂早餐供应的提案。"),
            "reason": _("现在是什么情况，为什么要解决。"),
            "measures": _("希望学校怎么做，尽量具体可行。"),
            "show_name": _("立案后全体教职工都能看到提案。不勾选则不向他们显示提案人姓名。"),
        }


class DraftProposalForm(ProposalForm):
    """Something new."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Keep the draft."""
        return services.draft_proposal(Proposal(**self.values()), by=by)


class EditProposalForm(ProposalForm):
    """A text that isn't filed yet."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Change it."""
        return services.edit_proposal(self.instance, self.values(), by=by)


class ReasonForm(MoveForm):
    """Why."""

    reason = forms.CharField(label=_("理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class DeleteDraftForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Throw it away."""
        services.delete_draft(self.record, by=by)
        return self.record


class OfferProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Ask the delegates."""
        return services.offer_proposal(self.record, by=by, on=on)


class RetractProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Take it back."""
        return services.retract_proposal(self.record, by=by)


class TakeUpProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Become its proposer."""
        return services.take_up_proposal(self.record, by=by, on=on)


class SeekSecondersForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Look for seconders."""
        return services.seek_seconders(self.record, by=by, on=on)


class DelegatesField(forms.ModelMultipleChoiceField):
    """Delegates to tick, each with the unit they come from."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Delegate.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """林芳（第一工会小组）."""
        return f"{obj.member.name}（{obj.unit}）" if obj.unit else obj.member.name


class InviteSecondersForm(MoveForm):
    """Whom to ask."""

    delegates = DelegatesField(label=_("邀请哪些代表附议"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {self.record.proposer_id, self.record.originator_id}
        known |= set(self.record.secondings.values_list("member_id", flat=True))
        voting = Delegate.objects.voting_on(self.on).exclude(member__in=known)
        self.fields["delegates"].queryset = voting.select_related("member", "group").order_by("member__pinyin", "pk")

    def save(self, *, by: Any, on: date) -> Proposal:
        """Ask them."""
        services.invite_seconders(self.record, self.cleaned_data["delegates"], by=by)
        return self.record


class SecondProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Stand behind it."""
        services.second_proposal(self.record, by=by, on=on)
        return self.record


class DeclineSecondingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Say no."""
        services.decline_seconding(self.record, by=by, on=on)
        return self.record


class FileProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it in."""
        return services.file_proposal(self.record, by=by, on=on)


class WithdrawProposalForm(ReasonForm):
    """Why it is taken back."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Take it back."""
        return services.withdraw_proposal(self.record, by=by, on=on, reason=self.cleaned_data["reason"])
