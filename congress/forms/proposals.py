"""Input of authors, of those whom they ask, and of delegates who speak for their delegation."""

from datetime import date
from typing import Any

from crispy_forms.layout import HTML, Layout
from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import ProposalStatus
from congress.forms.records import RecordForm
from congress.models import Delegation, Proposal, Suggestion
from congress.selectors import (
    headed_delegation,
    may_be_asked_to_second,
    members_speaking_for,
    seats_of,
    seconders_wanted,
    unit_of,
)
from members.forms import MemberChoiceField
from members.models import Member
from unionoffice.pages import MoveForm

LONG = forms.Textarea(attrs={"rows": 5})


class ProposalForm(RecordForm):
    """The text of a proposal: one matter, why, and what should be done. A draft may lack all but the title."""

    class Meta:
        model = Proposal
        fields = ["title", "category", "reason", "measures", "show_name"]
        widgets = {"reason": LONG, "measures": LONG}
        help_texts = {
            "title": _("一案一事，最多60字。例如：关于改善食堂早餐供应的提案。"),
            "reason": _("现在是什么情况，为什么要解决。最多2000字。"),
            "measures": _("希望学校怎么做，尽量具体可行。最多2000字。"),
            "show_name": _("立案后全体教职工都能看到提案。不勾选则不向他们显示提案人姓名。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.status == ProposalStatus.DRAFT:
            for name in ("category", "reason", "measures"):
                self.fields[name].required = False
        similar = HTML('{% include "congress/proposals/_similar_slot.html" %}')
        self.helper.layout = Layout("title", similar, "category", "reason", "measures", "show_name")


class DraftProposalForm(ProposalForm):
    """Something new."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Keep the draft; one that was kept as it was typed is the same."""
        return services.draft_proposal(Proposal(**self.values()), by=by, key=self.cleaned_data["form_key"])


class EditProposalForm(ProposalForm):
    """A text that isn't filed yet."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Change it."""
        return services.edit_proposal(self.instance, self.values(), by=by)


class KeptTyping:
    """What is typed so far, kept without being asked for: it may lack even its title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False


class KeepNewDraftForm(KeptTyping, DraftProposalForm):
    """The first words of something new, and what follows until its page knows where it is kept."""


class KeepDraftForm(KeptTyping, ProposalForm):
    """A draft that is there already."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Keep what it says now."""
        return services.keep_draft(self.instance, self.values(), by=by)


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
    """Whom to ask: everybody of the unit, or one of them."""

    asked = MemberChoiceField(label=_("请谁领衔"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        originator = self.record.originator
        takers = members_speaking_for(unit_of(originator, self.on), self.on).exclude(pk=originator.pk)
        self.fields["asked"].queryset = takers.order_by("pinyin", "pk")
        everybody = gettext("都可以（%(n)d人，谁先领衔由谁提出）") % {"n": takers.count()}
        self.fields["asked"].empty_label = everybody

    def save(self, *, by: Any, on: date) -> Proposal:
        """Ask them."""
        return services.offer_proposal(self.record, by=by, on=on, asked=self.cleaned_data["asked"])


class RetractProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Take it back."""
        return services.retract_proposal(self.record, by=by)


class SpeakerForm(MoveForm):
    """In whose name: a delegation's head is asked, others aren't."""

    for_delegation = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        delegation = headed_delegation(self.user.member, self.on)
        if delegation is None:
            del self.fields["for_delegation"]
            return
        field, needed = self.fields["for_delegation"], seconders_wanted(Proposal(delegation=delegation), self.on)
        field.label = gettext("以%(delegation)s的名义提出") % {"delegation": delegation}
        field.help_text = (
            gettext("您是团长。另需%(needed)d名其他代表团的代表附议。") % {"needed": needed}
            if needed
            else gettext("您是团长。以代表团名义提出的不用另请附议人。")
        )

    def speaks_for_delegation(self) -> bool:
        """What a head chose."""
        return bool(self.cleaned_data.get("for_delegation"))


class TakeUpProposalForm(SpeakerForm):
    """In whose name."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Become its proposer."""
        return services.take_up_proposal(self.record, by=by, on=on, for_delegation=self.speaks_for_delegation())


class BegOffForm(MoveForm):
    """Perhaps with a word."""

    word = forms.CharField(
        label=_("给起草人的话"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("例如建议先怎么改，或者请谁更合适。只有起草人看得到。"),
    )

    def save(self, *, by: Any, on: date) -> Proposal:
        """Say no."""
        return services.beg_off_proposal(self.record, by=by, on=on, word=self.cleaned_data["word"])


class SeekSecondersForm(SpeakerForm):
    """In whose name."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Look for seconders."""
        return services.seek_seconders(self.record, by=by, on=on, for_delegation=self.speaks_for_delegation())


class InviteSecondersForm(MoveForm):
    """Whom to ask: people one by one, and whole delegations."""

    delegations = forms.ModelMultipleChoiceField(Delegation.objects.none(), required=False)
    people = forms.ModelMultipleChoiceField(Member.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = may_be_asked_to_second(self.record, self.on)
        self.fields["people"].queryset = people.order_by("pinyin", "pk")
        seats = Delegation.objects.filter(delegates__in=seats_of(people, self.on))
        self.fields["delegations"].queryset = seats.distinct().order_by("position", "pk")

    def save(self, *, by: Any, on: date) -> Proposal:
        """Ask them."""
        data, offered = self.cleaned_data, self.fields["people"].queryset
        seats = seats_of(offered, on).filter(delegation__in=data["delegations"])
        chosen = Q(pk__in=[member.pk for member in data["people"]]) | Q(pk__in=seats.values("member"))
        services.invite_seconders(self.record, offered.filter(chosen), by=by, on=on)
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


class TakeBackSecondingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """No longer stand behind it."""
        services.take_back_seconding(self.record, by=by, on=on)
        return self.record


class FileProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Hand it in."""
        return services.file_proposal(self.record, by=by, on=on)


class HandOverProposalForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Suggestion:
        """Hand it in as a suggestion."""
        return services.hand_over_proposal(self.record, by=by, on=on)


class WithdrawProposalForm(ReasonForm):
    """Why it is taken back."""

    def save(self, *, by: Any, on: date) -> Proposal:
        """Take it back."""
        return services.withdraw_proposal(self.record, by=by, on=on, reason=self.cleaned_data["reason"])
