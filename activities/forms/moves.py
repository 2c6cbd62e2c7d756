"""Moves of an activity, and of those who sign up."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from activities import services
from activities.forms.plans import NAMES_ONLY
from activities.models import Activity, SignUp
from activities.selectors import attended, cost_findings, count_by_name, people_meant
from finance.forms import AccountChoiceField
from members.forms import MemberChoiceField
from members.models import Gathering
from unionoffice.pages import DayInput, MoveForm


class ReasonForm(MoveForm):
    """Why."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


class SubmitActivityForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Ask the chair."""
        return services.submit_activity(self.record, by=by, on=on)


class OverReasonForm(MoveForm):
    """A reason only where something is exceeded."""

    over_reason = forms.CharField(
        label=_("批准超出的理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.findings():
            del self.fields["over_reason"]

    def findings(self) -> str:
        """What is exceeded, in a sentence; empty where nothing."""
        return self.record.finding


class ApproveActivityForm(OverReasonForm):
    """The chair approves plan and budget."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Approve."""
        reason = self.cleaned_data.get("over_reason", "")
        return services.approve_activity(self.record, by=by, on=on, over_reason=reason)


class ReturnActivityForm(ReasonForm):
    """Back to the draft."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Give it back."""
        return services.return_activity(self.record, by=by, reason=self.cleaned_data["reason"])


class AnnounceActivityForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Tell the audience."""
        return services.announce_activity(self.record, by=by, on=on)


class CloseSignUpForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Activity:
        """No more sign-ups."""
        return services.close_sign_up(self.record, by=by)


class ReopenSignUpForm(MoveForm):
    """Until when."""

    until = forms.DateField(label=_("报名截止"), widget=DayInput)

    def save(self, *, by: Any, on: date) -> Activity:
        """Take sign-ups again."""
        return services.reopen_sign_up(self.record, until=self.cleaned_data["until"], by=by, on=on)


class CancelActivityForm(ReasonForm):
    """Why it doesn't take place."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Call it off."""
        return services.cancel_activity(self.record, by=by, reason=self.cleaned_data["reason"])


class DeleteActivityForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Throw the draft away."""
        services.delete_activity(self.record, by=by)
        return self.record


class OpenAttendanceForm(MoveForm):
    """No questions; the page knows the moment."""

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def save(self, *, by: Any, on: date) -> Gathering:
        """Begin."""
        return services.open_attendance(self.record, by=by, at=self.at)


class HoldActivityForm(MoveForm):
    """How many came, where no names tell it, and how it went."""

    headcount = forms.IntegerField(
        label=_("参加人数"), min_value=1, required=False, help_text=_("没有签到名单的，填写到场人数。")
    )
    report = forms.CharField(
        label=_("活动小结"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("report", self.record.report)
        self.initial.setdefault("headcount", self.record.headcount)
        if count_by_name(self.record):
            del self.fields["headcount"]

    def save(self, *, by: Any, on: date) -> Activity:
        """Note that it took place."""
        data = self.cleaned_data
        return services.hold_activity(
            self.record, headcount=data.get("headcount"), report=data["report"], by=by, on=on
        )


class TellOutcomeForm(HoldActivityForm):
    """The same with what it cost."""

    actual_cost = forms.DecimalField(
        label=_("实际支出（元）"),
        min_value=0,
        max_digits=13,
        decimal_places=2,
        required=False,
        help_text=_("没有支出的填0；还不清楚的留空。"),
    )
    payee = forms.CharField(
        label=_("收款方"), max_length=100, required=False, help_text=_("使用工会经费的必须填写。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edited = self.record
        self.initial.setdefault("actual_cost", self.record.actual_cost)
        self.initial.setdefault("payee", self.record.payee)

    def save(self, *, by: Any, on: date) -> Activity:
        """Say how it went and what it cost."""
        data = self.cleaned_data
        return services.tell_outcome(
            self.record,
            headcount=data.get("headcount"),
            report=data["report"],
            actual_cost=data["actual_cost"],
            payee=data["payee"],
            by=by,
            on=on,
        )


class ApproveCostForm(OverReasonForm):
    """The chair signs for what it cost."""

    def findings(self) -> str:
        """Over the budget or the cap."""
        return cost_findings(self.record, attended(self.record))

    def save(self, *, by: Any, on: date) -> Activity:
        """Sign."""
        return services.approve_cost(self.record, by=by, on=on, over_reason=self.cleaned_data.get("over_reason", ""))


class PayActivityForm(MoveForm):
    """From which account."""

    account = AccountChoiceField(label=_("付款账户"))

    def save(self, *, by: Any, on: date) -> Activity:
        """Pay."""
        return services.pay_activity(self.record, account=self.cleaned_data["account"], by=by, on=on)


class SettleActivityForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Activity:
        """Close the books."""
        return services.settle_activity(self.record, by=by)


class SignUpForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> SignUp:
        """Take a place, or wait for one."""
        return services.sign_up(self.record, by.member, by=by, on=on)


class EnrolForm(MoveForm):
    """Whom to sign up."""

    member = MemberChoiceField(label=_("教职工"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = self.record.sign_ups.standing().values("member")
        meant = people_meant(self.record).exclude(pk__in=standing)
        self.fields["member"].queryset = meant.only(*NAMES_ONLY)

    def save(self, *, by: Any, on: date) -> SignUp:
        """Take a place for somebody."""
        return services.sign_up(self.record, self.cleaned_data["member"], by=by, on=on)


class WithdrawForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> SignUp:
        """Give the place back."""
        return services.withdraw(self.record, by=by, on=on)
