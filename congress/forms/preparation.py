"""Input about the checklist of a session, and the standard that it is copied from."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.records import RecordForm
from congress.models import ChecklistItem, StandardMatter
from members.forms import MemberChoiceField
from members.selectors import colleagues
from unionoffice.pages import DayInput, MoveForm

REASON = forms.Textarea(attrs={"rows": 2})


class ChecklistItemForm(RecordForm):
    """A matter of a checklist: what, when, and who sees to it."""

    assignee = MemberChoiceField(label=_("责任人"), required=False, help_text=_("不填的，由担任责任岗位的人办理。"))

    class Meta:
        model = ChecklistItem
        fields = ["title", "from_on", "due_on", "office", "assignee", "source"]
        widgets = dict.fromkeys(("from_on", "due_on"), DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = colleagues()
        self.fields["assignee"].empty_label = _("不指定到人")

    def clean(self) -> dict[str, Any]:
        """In order."""
        data = super().clean() or self.cleaned_data
        if data.get("from_on") and data.get("due_on") and data["due_on"] < data["from_on"]:
            self.add_error("due_on", _("完成日期不能早于开始日期。"))
        return data

    def save(self, *, by: Any, on: date) -> ChecklistItem:
        """Add or correct."""
        return services.save_checklist_item(self.instance, self.values(), by=by)


class FinishItemForm(MoveForm):
    """On which day it was done."""

    done_on = forms.DateField(label=_("完成日期"), widget=DayInput)
    note = forms.CharField(label=_("说明"), max_length=200, required=False, widget=REASON)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("done_on", self.on)
        if self.record.evidence:
            self.fields["note"].required = True
            self.fields["note"].help_text = _("这一项凭系统里的记录自动完成。没有记录的，写明凭什么完成。")

    def clean_done_on(self) -> date:
        """Nothing is done tomorrow."""
        day: date = self.cleaned_data["done_on"]
        if day > self.on:
            raise forms.ValidationError(_("完成日期不能晚于今天。"))
        return day

    def save(self, *, by: Any, on: date) -> ChecklistItem:
        """Note it."""
        return services.finish_checklist_item(self.record, **_given(self, "done_on", "note"), by=by, on=on)


class DropItemForm(MoveForm):
    """Why it isn't needed."""

    note = forms.CharField(label=_("为什么不适用"), max_length=200, widget=REASON)

    def save(self, *, by: Any, on: date) -> ChecklistItem:
        """Note it."""
        return services.drop_checklist_item(self.record, note=self.cleaned_data["note"], by=by, on=on)


class ReopenItemForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> ChecklistItem:
        """It is to be done after all."""
        return services.reopen_checklist_item(self.record, by=by)


class StandardMatterForm(RecordForm):
    """A matter of the standard, and on which days before a session it is done."""

    class Meta:
        model = StandardMatter
        fields = [
            "title",
            "days_from",
            "days_until",
            "office",
            "body",
            "assembly",
            "evidence",
            "source",
            "is_in_use",
        ]
        help_texts = {
            "days_until": _("最迟在会前这么多天完成，例如15。"),
            "body": _("不填的，两种会议都适用。"),
            "assembly": _("不填的，代表大会和全体大会都适用。"),
            "evidence": _("系统里有了这种记录，筹备事项就自动完成。"),
            "is_in_use": _("停用后，新的会议不再列入。"),
        }

    def clean(self) -> dict[str, Any]:
        """In order."""
        data = super().clean() or self.cleaned_data
        days_from, days_until = data.get("days_from"), data.get("days_until")
        if days_from is not None and days_until is not None and days_from < days_until:
            self.add_error("days_from", _("开始的天数不能少于完成的天数：先开始，后完成。"))
        return data

    def save(self, *, by: Any, on: date) -> StandardMatter:
        """Add or correct."""
        return services.save_standard_matter(self.instance, self.values(), by=by)


def _given(form: forms.Form, *names: str) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in names}
