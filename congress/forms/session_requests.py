"""Input about requests for extraordinary sessions."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import SessionKind
from congress.forms.sessions import SessionForm
from congress.models import Session, SessionRequest, Term
from members.forms.audiences import MemberListField
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

NOT_ASKED = ("term", "kind")
"""What follows from the request."""


class SessionRequestForm(OfficeModelForm):
    """Who asks for a session, when and why; of delegates how many, by name where their names are at hand."""

    signers = MemberListField(label=_("联名代表"))

    class Meta:
        model = SessionRequest
        fields = ["term", "asked_by", "asked_on", "reason", "count"]
        widgets = {"asked_on": DayInput, "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "count": _("代表联名的填写。列出全部姓名的，可以不填。"),
            "asked_by": _("代表联名要有三分之一以上有表决权的代表。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = running = Term.objects.running_on(self.on)
        self.fields["term"].initial = running.first()
        self.fields["asked_on"].initial = self.on

    def _post_clean(self) -> None:
        """The service compares and counts."""

    def save(self, *, by: Any, on: date) -> SessionRequest:
        """Note it."""
        told = {name: self.cleaned_data[name] for name in self.Meta.fields}
        signers = self.cleaned_data["signers"]
        return services.record_session_request(SessionRequest(**told), signers=signers, by=by, on=on)


class CallSessionForm(SessionForm):
    """The session that is called at a request: which term and that it is extraordinary follows."""

    def __init__(self, *args: Any, record: SessionRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        for name in NOT_ASKED:
            del self.fields[name]

    def save(self, *, by: Any, on: date) -> Session:
        """Plan it."""
        told = {name: self.cleaned_data[name] for name in self.fields if name in self.Meta.fields}
        return services.call_requested_session(self.record, told, by=by, on=on)


class LinkSessionForm(MoveForm):
    """Which session on record came of the request."""

    session = forms.ModelChoiceField(Session.objects.none(), label=_("已登记的临时会议"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unasked = Session.objects.filter(kind=SessionKind.EXTRAORDINARY, request=None)
        self.fields["session"].queryset = unasked.filter(term=self.record.term_id).select_related("term")

    def save(self, *, by: Any, on: date) -> SessionRequest:
        """Note it."""
        return services.link_requested_session(self.record, self.cleaned_data["session"], by=by)


class WithdrawRequestForm(MoveForm):
    """Why nobody asks any longer."""

    reason = forms.CharField(label=_("撤回原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    def save(self, *, by: Any, on: date) -> SessionRequest:
        """Note it."""
        return services.withdraw_session_request(self.record, reason=self.cleaned_data["reason"], by=by)
