"""Input about goods handed out."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import services
from members.forms.fields import MemberChoiceField
from members.models import SignOffLine, SignOffSheet
from members.selectors import colleagues
from unionoffice.pages import MoveForm


class RecordPaperForm(MoveForm):
    """Who signed on the paper sheet."""

    lines = forms.ModelMultipleChoiceField(SignOffLine.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].queryset = self.record.lines.waiting()

    def clean_lines(self) -> Any:
        """At least one."""
        if not self.cleaned_data["lines"]:
            raise ValidationError(gettext("请先勾选至少一人。"))
        return self.cleaned_data["lines"]

    def save(self, *, by: Any, on: date) -> SignOffSheet:
        """Note the signatures."""
        services.record_paper(self.cleaned_data["lines"], by=by, at=timezone.now())
        return self.record


class RecordProxyForm(MoveForm):
    """Who took it along."""

    taker = MemberChoiceField(label=_("代领人"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taker"].queryset = colleagues().exclude(pk=self.record.member_id)

    def save(self, *, by: Any, on: date) -> SignOffSheet:
        """Note it."""
        return services.record_proxy(self.record, self.cleaned_data["taker"], by=by, at=timezone.now()).sheet


class RevokeSignOffForm(MoveForm):
    """Why the signature doesn't count."""

    reason = forms.CharField(label=_("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> SignOffSheet:
        """Take it back."""
        return services.revoke_sign_off(self.record, by=by, reason=self.cleaned_data["reason"]).sheet


class SignOffOwnForm(MoveForm):
    """One button."""

    def save(self, *, by: Any, on: date) -> SignOffLine:
        """Sign."""
        return services.sign_off(self.record, by=by, at=timezone.now())
