"""Input about sessions."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import SessionStatus
from congress.forms.records import RecordForm
from congress.models import Session
from congress.selectors import may_be_joined_with
from unionoffice.pages import DayInput, MoveForm
from unionoffice.precision import PRECISION_HELP

GUESTS = ("attending_count", "invited_count")
"""How many came without a vote: known only after it opened."""


class SessionForm(RecordForm):
    """A session with its days, and those of the call for proposals; once it opened, with those who came as guests."""

    class Meta:
        model = Session
        fields = [
            "term",
            "number",
            "kind",
            "theme",
            "place",
            "starts_on",
            "ends_on",
            "precision",
            "call_from",
            "call_to",
            *GUESTS,
        ]
        widgets = dict.fromkeys(("starts_on", "ends_on", "call_from", "call_to"), DayInput)
        help_texts = {
            "number": _("本届第几次会议。"),
            "ends_on": _("只开一天的可以不填。"),
            "precision": PRECISION_HELP,
            "call_from": _("不征集提案的，两项都留空。"),
            "call_to": _("这一天也可以提交。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].required = False
        if self.instance.status == SessionStatus.PLANNED:
            for name in GUESTS:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """In order, and a call with both of its days; a session without a last day ends on its first."""
        data = super().clean() or self.cleaned_data
        data["ends_on"] = data.get("ends_on") or data.get("starts_on")
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
        """Plan it, or correct it."""
        if self.instance.pk is None:
            return services.plan_session(self.instance, self.values(), by=by, on=on)
        return services.save_session(self.instance, self.values(), by=by)


class JoinSessionForm(MoveForm):
    """With which session of the other body it is held."""

    other = forms.ModelChoiceField(
        Session.objects.none(),
        label=_("一起召开的会议"),
        help_text=_("只列出还在筹备的会议。没有的，请先登记那次会议。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = may_be_joined_with(self.record)
        self.fields["other"].label_from_instance = lambda session: f"{session.printed_name}（{session.when}）"

    def save(self, *, by: Any, on: date) -> Session:
        """Hold both as one."""
        return services.join_sessions(self.record, self.cleaned_data["other"], by=by)


class PartSessionsForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Session:
        """Hold each on its own."""
        return services.part_sessions(self.record, by=by)


class HoldSessionForm(MoveForm):
    """How many were due and came, and how many without a vote, where that is known."""

    due_count = forms.IntegerField(label=_("应到人数"), required=False, min_value=1)
    present_count = forms.IntegerField(
        label=_("实到人数"), required=False, min_value=1, help_text=_("人数不清楚的，两项都留空。")
    )
    attending_count = forms.IntegerField(label=_("到会列席人数"), required=False, min_value=1)
    invited_count = forms.IntegerField(
        label=_("到会特邀人数"), required=False, min_value=1, help_text=_("没有列席、特邀人员的留空。")
    )

    def save(self, *, by: Any, on: date) -> Session:
        """Note that it took place."""
        counts = {name: self.cleaned_data[name] for name in ("due_count", "present_count", *GUESTS)}
        return services.hold_session(self.record, **counts, by=by, on=on)
