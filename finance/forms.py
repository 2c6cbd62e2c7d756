"""Input about income and spending."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from finance import services
from finance.enums import Direction
from finance.models import BankAccount, Entry, Subject
from unionoffice.pages import MoveForm, OfficeForm


class EntryLineForm(OfficeForm):
    """What the chair is asked to sign."""

    direction = forms.ChoiceField(label=_("方向"), choices=Direction.choices)
    subject = forms.ModelChoiceField(Subject.objects.none(), label=_("科目"), empty_label=_("请选择"))
    amount = forms.DecimalField(label=_("金额（元）"), max_digits=13, decimal_places=2, min_value=Decimal("0.01"))
    counterparty = forms.CharField(label=_("收付款方"), max_length=100)
    purpose = forms.CharField(label=_("事由"), max_length=200)
    handler = forms.CharField(label=_("经办人"), max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        subjects = self.fields["subject"]
        subjects.queryset = Subject.objects.filter(children=None, valid_from__lte=self.on.year).exclude(
            valid_to__lt=self.on.year
        )
        self.initial.setdefault("handler", str(self.user))

    @property
    def line(self) -> dict[str, Any]:
        """The fields as the services take them, without the form's own key."""
        data = {name: self.cleaned_data[name] for name in EntryLineForm.base_fields}
        return {**data, "direction": Direction(data["direction"])}


class DraftEntryForm(EntryLineForm):
    """Income or spending that no other area posts."""

    def save(self, *, by: Any, on: date) -> Entry:
        """Draft the entry and hand it to the chair at once."""
        return services.submit_entry(services.draft_entry(**self.line, by=by, on=on), by=by)


class MendEntryForm(EntryLineForm):
    """A line that the chair gave back, as it was written."""

    def __init__(self, *args: Any, record: Entry, **kwargs: Any) -> None:
        super().__init__(*args, initial=model_to_dict(record, fields=EntryLineForm.base_fields), **kwargs)
        self.record = self.edited = record

    def save(self, *, by: Any, on: date) -> Entry:
        """Hand it to the chair again."""
        return services.mend_entry(self.record, **self.line, by=by, on=on)


class AccountChoiceField(forms.ModelChoiceField):
    """One of the accounts that money can go through today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(BankAccount.objects.filter(is_open=True), empty_label=_("请选择"), **kwargs)


class ApproveEntryForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Entry:
        """The chair's signature."""
        return services.approve_entry(self.record, by=by, on=on)


class ReturnEntryForm(MoveForm):
    """Why it goes back."""

    reason = forms.CharField(label=_("退回原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> Entry:
        """Give it back."""
        return services.return_entry(self.record, by=by, reason=self.cleaned_data["reason"])


class CancelEntryForm(MoveForm):
    """Why it is taken back."""

    reason = forms.CharField(label=_("撤销原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> Entry:
        """Take it back."""
        return services.cancel_entry(self.record, by=by, reason=self.cleaned_data["reason"])


class PayEntryForm(MoveForm):
    """From or into which account."""

    account = AccountChoiceField(label=_("账户"))

    def save(self, *, by: Any, on: date) -> Entry:
        """Pay, or take in."""
        return services.pay_entry(self.record, account=self.cleaned_data["account"], by=by, on=on)


class BookEntryForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Entry:
        """Write the line."""
        return services.book_entry(self.record, by=by, on=on)
