"""Input about applications to join the union."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members import services
from members.models import JoinApplication
from members.selectors import next_card_no
from unionoffice.pages import DayInput, MoveForm

PLEDGE = _("我自愿加入中华全国总工会领导的工会，遵守《中国工会章程》，执行工会决议，按时交纳会费，积极参加工会活动。")


class ApplyToJoinForm(MoveForm):
    """The application in one's own words; most keep the usual ones."""

    statement = forms.CharField(
        label=_("本人申请"), max_length=500, initial=PLEDGE, widget=forms.Textarea(attrs={"rows": 4})
    )

    def save(self, *, by: Any, on: date) -> JoinApplication:
        """Hand it in."""
        return services.apply_to_join(self.record, statement=self.cleaned_data["statement"], by=by, on=on)


class ApproveApplicationForm(MoveForm):
    """Since when, with which card, and what group and committee say; both stand on the printed application."""

    joined = forms.DateField(label=_("入会日期"), widget=DayInput())
    card_no = forms.CharField(
        label=_("会员证号"),
        max_length=40,
        required=False,
        help_text=_("按现有的号码顺延，可以修改，也可以以后再填。"),
    )
    opinion = forms.CharField(label=_("工会小组意见"), max_length=200, required=False)
    decision = forms.CharField(label=_("工会委员会意见"), max_length=200, initial=_("同意入会"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("joined", self.on)
        self.initial.setdefault("card_no", self.record.member.card_no or next_card_no())

    def save(self, *, by: Any, on: date) -> JoinApplication:
        """Take the person in."""
        return services.approve_application(self.record, **self.cleaned_data_of_form(), by=by, on=on)

    def cleaned_data_of_form(self) -> dict[str, Any]:
        """What was typed, without the page's own key."""
        return {name: self.cleaned_data[name] for name in self.base_fields}


class RefuseApplicationForm(MoveForm):
    """Why, in words that the person reads."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> JoinApplication:
        """Tell them."""
        return services.refuse_application(self.record, reason=self.cleaned_data["reason"], by=by, on=on)


class WithdrawApplicationForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> JoinApplication:
        """Take it back."""
        return services.withdraw_application(self.record, by=by)
