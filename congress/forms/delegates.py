"""Input about delegates: entering them, seating them, and how a delegacy ends."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import Body, DelegateKind, Departure
from congress.forms.records import RecordForm
from congress.models import Constituency, Delegate, Delegation
from members.enums import ServiceStatus
from members.forms import MemberChoiceField
from members.models import Member
from members.selectors import visitable_members
from unionoffice.pages import BulkForm, DayInput, MoveForm

LEFT_AS = {
    ServiceStatus.RETIRED: Departure.RETIRED,
    ServiceStatus.RETIRED_CADRE: Departure.RETIRED,
    ServiceStatus.LEFT: Departure.LEFT,
    ServiceStatus.DEAD: Departure.DIED,
}
"""What the roster's word for somebody who doesn't serve any more means for the delegacy."""


class OfTermField(forms.ModelChoiceField):
    """A constituency or delegation, with the term to which it belongs."""

    def label_from_instance(self, obj: Any) -> str:
        """第九届教代会 初中部."""
        return f"{obj.term} {obj}"


class DelegateForm(RecordForm):
    """Who is a delegate, of which kind, for whom, from when to when."""

    member = MemberChoiceField(label=_("教职工"))
    constituency = OfTermField(
        Constituency.objects.select_related("term"),
        label=_("选举单位"),
        required=False,
        help_text=_("由哪个选举单位选出，占它的名额。"),
    )
    delegation = OfTermField(Delegation.objects.select_related("term"), label=_("代表团"), required=False)

    class Meta:
        model = Delegate
        fields = ["term", "member", "kind", "constituency", "delegation", "group", "from_on", "to_on"]
        widgets = {"from_on": DayInput, "to_on": DayInput}
        help_texts = {
            "kind": _("列席和特邀代表没有表决权、附议权，也不计入代表人数。"),
            "group": _("没有划分选举单位的，填写由哪个工会小组选出。"),
            "to_on": _("任期届满前不再是代表的，填写最后一天。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = visitable_members(self.user)

    def clean(self) -> dict[str, Any]:
        """In order."""
        data = super().clean() or self.cleaned_data
        if data.get("from_on") and data.get("to_on") and data["to_on"] < data["from_on"]:
            self.add_error("to_on", _("截止日期不能早于起始日期。"))
        return data

    def save(self, *, by: Any, on: date) -> Delegate:
        """Enter or correct."""
        return services.save_delegate(self.instance, self.values(), by=by)


class EndDelegacyForm(MoveForm):
    """Why, and until when; what the roster knows stands there already."""

    departure = forms.ChoiceField(
        label=_("终止原因"), choices=[one for one in Departure.choices if one[0] != Departure.RECALLED]
    )
    last_day = forms.DateField(label=_("最后一天"), widget=DayInput, help_text=_("从第二天起不再是代表，席位空缺。"))
    note = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=_("选“其他”的，请写明原因。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        status = ServiceStatus(self.record.member.service_status)
        self.initial.setdefault("departure", LEFT_AS.get(status, Departure.RESIGNED))
        self.initial.setdefault("last_day", self.on)

    def save(self, *, by: Any, on: date) -> Delegate:
        """End it."""
        data = self.cleaned_data
        return services.end_delegacy(
            self.record, departure=data["departure"], last_day=data["last_day"], note=data["note"], by=by
        )


class RecallDelegateForm(MoveForm):
    """What the constituency's meeting counted, and why it met."""

    held_on = forms.DateField(label=_("会议日期"), widget=DayInput)
    due = forms.IntegerField(label=_("应到人数"), min_value=1)
    present = forms.IntegerField(label=_("实到人数"), min_value=0)
    in_favour = forms.IntegerField(
        label=_("同意撤换票数"), min_value=0, help_text=_("超过应到人数的半数，撤换才有效。")
    )
    reason = forms.CharField(label=_("撤换理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_staff = self.record.term.body == Body.STAFF
        self.fields["due"].help_text = _("选举单位的全体教职工。") if of_staff else _("选举单位的全体会员。")

    def save(self, *, by: Any, on: date) -> Delegate:
        """Take the seat back."""
        data = self.cleaned_data
        vote = services.RecallVote(data["held_on"], data["due"], data["present"], data["in_favour"])
        services.recall_delegate(self.record, vote, reason=data["reason"], by=by, on=on)
        return self.record


class SeatDelegatesForm(BulkForm):
    """With whom they sit."""

    delegation = OfTermField(Delegation.objects.select_related("term"), label=_("代表团"))

    def save(self, *, by: Any, on: date) -> int:
        """Seat them; returns how many changed."""
        return services.seat_delegates(self.records, self.cleaned_data["delegation"], by=by)


class DelegationForm(RecordForm):
    """A delegation with its head."""

    head = MemberChoiceField(label=_("团长"), required=False)

    class Meta:
        model = Delegation
        fields = ["name", "head", "position"]
        help_texts = {"name": _("例如第一代表团。"), "head": _("从本届有表决权的代表里选择，可以以后再填。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seated = Delegate.objects.filter(term=self.instance.term_id, kind=DelegateKind.VOTING, to_on=None)
        people = Member.objects.filter(pk__in=seated.values("member"))
        self.fields["head"].queryset = people.order_by("pinyin", "employee_no")

    def save(self, *, by: Any, on: date) -> Delegation:
        """Enter or correct."""
        return services.save_delegation(self.instance, self.values(), by=by)
