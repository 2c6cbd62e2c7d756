"""Input about supervision."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import Capacity, SupervisionKind
from affairs.models import Supervision
from affairs.permissions import keeps_supervision
from affairs.services.supervision import Part
from members.forms.audiences import MemberListField
from unionoffice.pages import DayInput, Folded, MoveForm, OfficeModelForm
from unionoffice.precision import PRECISION_HELP

LINES = 3
"""Lines of a field for a few sentences."""

PEOPLE = {f"people_{capacity.value}": capacity for capacity in Capacity}
"""A field of people for each capacity."""


class SupervisionForm(OfficeModelForm):
    """What was looked at, by whom, and what was found. An auditor enters what concerns the school's finances."""

    class Meta:
        model = Supervision
        fields = [
            "kind",
            "title",
            "part",
            "held_on",
            "precision",
            "amount",
            "finding",
            "others",
            "reported_at",
        ]
        widgets = {"held_on": DayInput, "finding": forms.Textarea(attrs={"rows": LINES})}
        help_texts = {
            "title": _("例如：2026年食堂大米供应商询价。"),
            "precision": PRECISION_HELP,
            "amount": _("所监督事项的金额，单位元；不清楚的留空。"),
            "finding": _("看到了什么、提了什么意见。只有办理的人能看到，要让教职工知道请起草公开。"),
            "others": _("校外或非会员的参加人员，写姓名和身份。"),
            "reported_at": _("在哪次会议或哪里通报过，例如：工会委员会议、教代会。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, capacity in PEOPLE.items():
            self.fields[name] = MemberListField(label=capacity.label)
        if not keeps_supervision.test(self.user):
            self.fields["kind"].choices = [(SupervisionKind.FINANCE.value, SupervisionKind.FINANCE.label)]
        if self.instance.pk:
            self._show_people()
        self.helper.layout = Layout(
            "kind",
            "title",
            "part",
            "held_on",
            "precision",
            "amount",
            "people_committee",
            "people_delegate",
            Folded(_("其他参加人员"), "people_auditor", "people_group", "people_member", "others"),
            "finding",
            "reported_at",
        )

    def _show_people(self) -> None:
        there: dict[str, list[int]] = {}
        for person in self.instance.people.all():
            there.setdefault(f"people_{person.capacity}", []).append(person.member_id)
        for name, keys in there.items():
            self.initial[name] = tuple(keys)

    @property
    def people(self) -> list[Part]:
        """Who was there, by capacity."""
        return [(key, capacity.value) for name, capacity in PEOPLE.items() for key in self.cleaned_data[name] or ()]

    def clean(self) -> dict[str, Any]:
        """Nobody is there in two capacities."""
        data = super().clean() or self.cleaned_data
        seen: set[int] = set()
        for name in PEOPLE:
            keys = set(data.get(name) or ())
            if seen & keys:
                self.add_error(name, _t("有人已经写在别的身份里，同一个人只写一次。"))
            seen |= keys
        return data

    def save(self, *, by: Any, on: date) -> Supervision:
        """Enter it."""
        return services.record_supervision(self.instance, people=self.people, by=by, on=on)


class MendSupervisionForm(SupervisionForm):
    """The same once more."""

    def save(self, *, by: Any, on: date) -> Supervision:
        """Keep the changes."""
        changes = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return services.mend_supervision(self.instance, changes=changes, people=self.people, by=by, on=on)


class FollowUpSupervisionForm(MoveForm):
    """What is to be put right."""

    demand = forms.CharField(label=_("整改要求"), max_length=2_000, widget=forms.Textarea(attrs={"rows": LINES}))
    responsible = forms.CharField(label=_("整改责任人"), max_length=60, help_text=_("部门或人员。"))
    due_on = forms.DateField(label=_("整改期限"), widget=DayInput)

    def save(self, *, by: Any, on: date) -> Supervision:
        """Ask for it."""
        data = self.cleaned_data
        return services.follow_up_supervision(
            self.record, demand=data["demand"], responsible=data["responsible"], due_on=data["due_on"], by=by
        )


class CloseSupervisionForm(MoveForm):
    """What was found, and what came of it."""

    finding = forms.CharField(
        label=_("监督意见"), max_length=5_000, required=False, widget=forms.Textarea(attrs={"rows": LINES})
    )
    outcome = forms.CharField(
        label=_("办理结果"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": LINES})
    )
    reported_at = forms.CharField(
        label=_("通报情况"), max_length=200, required=False, help_text=_("在哪次会议或哪里通报过；没有的留空。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(finding=self.record.finding, reported_at=self.record.reported_at)

    def save(self, *, by: Any, on: date) -> Supervision:
        """Close it."""
        data = self.cleaned_data
        return services.close_supervision(
            self.record,
            finding=data["finding"],
            outcome=data["outcome"],
            reported_at=data["reported_at"],
            by=by,
            on=on,
        )
