"""Input about terms, sessions and delegates."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.records import RecordForm
from congress.models import Delegate, Session, Term
from members.forms import MemberChoiceField
from members.selectors import visitable_members
from unionoffice.pages import DayInput, MoveForm


class TermForm(RecordForm):
    """A term with its days."""

    class Meta:
        model = Term
        fields = ["body", "assembly", "number", "from_on", "to_on"]
        widgets = {"from_on": DayInput, "to_on": DayInput}
        help_texts = {"number": _("填写数字，例如第九届填9。"), "to_on": _("每届3年或5年。")}

    def clean(self) -> dict[str, Any]:
        """In order."""
        data = super().clean() or self.cleaned_data
        if data.get("from_on") and data.get("to_on") and data["to_on"] <= data["from_on"]:
            self.add_error("to_on", _("任期要在开始之后结束，请核对。"))
        if data.get("number") == 0:
            self.add_error("number", _("届次从1开始。"))
        return data

    def save(self, *, by: Any, on: date) -> Term:
        """Enter or correct."""
        return services.save_term(self.instance, self.values(), by=by)


class SessionForm(RecordForm):
    """A session with its days, and those of the call for proposals."""

    class Meta:
        model = Session
        fields = ["term", "number", "kind", "theme", "place", "starts_on", "ends_on", "call_from", "call_to"]
        widgets = dict.fromkeys(("starts_on", "ends_on", "call_from", "call_to"), DayInput)
        help_texts = {
            "number": _("本届第几次会议。"),
            "call_from": _("不征集提案的，两项都留空。"),
            "call_to": _("这一天也可以提交。"),
        }

    def clean(self) -> dict[str, Any]:
        """In order, and a call with both of its days."""
        data = super().clean() or self.cleaned_data
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("结束日期不能早于开始日期。"))
        call_from, call_to = data.get("call_from"), data.get("call_to")
        if bool(call_from) != bool(call_to):
            self.add_error("call_to" if call_from else "call_from", _("提案征集的起止日期要一起填写。"))
        elif call_from and call_to < call_from:
            self.add_error("call_to", _("征集截止日期不能早于开始日期。"))
        if data.get("number") == 0:
            self.add_error("number", _("次数从1开始。"))
        return data

    def save(self, *, by: Any, on: date) -> Session:
        """Enter or correct."""
        return services.save_session(self.instance, self.values(), by=by)


class HoldSessionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Session:
        """Note that it took place."""
        return services.hold_session(self.record, by=by, on=on)


class DelegateForm(RecordForm):
    """Who is a delegate, of which kind, for whom, from when to when."""

    member = MemberChoiceField(label=_("教职工"))

    class Meta:
        model = Delegate
        fields = ["term", "member", "kind", "group", "delegation", "from_on", "to_on"]
        widgets = {"from_on": DayInput, "to_on": DayInput}
        help_texts = {
            "kind": _("列席和特邀代表没有表决权、附议权，也不计入代表人数。"),
            "group": _("由哪个工会小组选出。"),
            "delegation": _("代表团另有名称的才填写。"),
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
