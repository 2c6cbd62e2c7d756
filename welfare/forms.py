"""Input about visits."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from finance.forms import AccountChoiceField
from members.forms import MemberChoiceField
from members.selectors import visitable_members
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm
from welfare import services
from welfare.models import Visit


class RequestVisitForm(OfficeModelForm):
    """A visit asked for, or recorded after it was made."""

    member = MemberChoiceField(label=_("教职工"))
    visited_on = forms.DateField(
        label=_("慰问日期"),
        required=False,
        widget=DayInput,
        help_text=_("紧急情况已先行慰问的，填写日期补登；尚未慰问的留空。"),
    )

    class Meta:
        model = Visit
        fields = [
            "member",
            "occasion",
            "relation",
            "condition",
            "happened_on",
            "cash",
            "goods",
            "goods_value",
            "fund",
            "form",
            "place",
            "visitors",
            "circumstances",
        ]
        widgets = {"happened_on": DayInput, "circumstances": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "circumstances": _("加密保存，只有经办人和主席能看到。"),
            "condition": _("住院手术的标准与一般住院不同。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = visitable_members(self.user)
        self.fields["cash"].required = self.fields["goods_value"].required = False

    def clean_cash(self) -> Any:
        """Empty means none."""
        return self.cleaned_data["cash"] or 0

    def clean_goods_value(self) -> Any:
        """Empty means none."""
        return self.cleaned_data["goods_value"] or 0

    def save(self, *, by: Any, on: date) -> Visit:
        """Ask for the visit."""
        return services.request_visit(self.instance, by=by, on=on, visited_on=self.cleaned_data["visited_on"])


class CheckVisitForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Visit:
        """Compare with the standard."""
        return services.check_visit(self.record, by=by)


class ApproveVisitForm(MoveForm):
    """A reason only where the standard is exceeded."""

    over_reason = forms.CharField(
        label=_("批准超出标准的理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.record.over_standard:
            del self.fields["over_reason"]

    def save(self, *, by: Any, on: date) -> Visit:
        """Approve, and commit the money."""
        return services.approve_visit(self.record, by=by, on=on, over_reason=self.cleaned_data.get("over_reason", ""))


class ReasonForm(MoveForm):
    """Why not."""

    reason = forms.CharField(label=_("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


class RefuseVisitForm(ReasonForm):
    """The chair says no."""

    def save(self, *, by: Any, on: date) -> Visit:
        """Refuse."""
        return services.refuse_visit(self.record, by=by, reason=self.cleaned_data["reason"])


class WithdrawVisitForm(ReasonForm):
    """The request is taken back."""

    def save(self, *, by: Any, on: date) -> Visit:
        """Withdraw."""
        return services.withdraw_visit(self.record, by=by, reason=self.cleaned_data["reason"])


class RecordVisitForm(MoveForm):
    """When, and who went."""

    visited_on = forms.DateField(label=_("慰问日期"), widget=DayInput)
    visitors = forms.CharField(label=_("慰问人员"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("visited_on", self.on)
        self.initial.setdefault("visitors", self.record.visitors)

    def save(self, *, by: Any, on: date) -> Visit:
        """Note the visit."""
        data = self.cleaned_data
        return services.record_visit(
            self.record, visited_on=data["visited_on"], visitors=data["visitors"], by=by, on=on
        )


class PayVisitForm(MoveForm):
    """From which account."""

    account = AccountChoiceField(label=_("付款账户"))

    def save(self, *, by: Any, on: date) -> Visit:
        """Pay."""
        return services.pay_visit(self.record, account=self.cleaned_data["account"], by=by, on=on)


class CloseVisitForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Visit:
        """Close."""
        return services.close_visit(self.record, by=by)
