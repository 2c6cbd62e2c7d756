"""Input about constituencies and their seats."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.records import RecordForm
from congress.models import Constituency, Term
from congress.selectors import suggested_total
from members.forms import UnitsChoiceField
from members.models import Department, UnionGroup
from unionoffice.pages import MoveForm


class ConstituencyForm(RecordForm):
    """A constituency with the groups and departments whose people elect in it."""

    groups = UnitsChoiceField(
        UnionGroup.objects.none(),
        label=_("包括的工会小组"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("下级小组一并包括。"),
    )
    departments = UnitsChoiceField(
        Department.objects.none(),
        label=_("包括的部门"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("每人按主要部门计算。同一个人不要既按小组又按部门划分。"),
    )

    class Meta:
        model = Constituency
        fields = ["name", "groups", "departments", "position"]
        help_texts = {"name": _("例如初中部、行政后勤。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = UnionGroup.objects.open()
        self.fields["departments"].queryset = Department.objects.open()

    def save(self, *, by: Any, on: date) -> Constituency:
        """Enter or correct."""
        values = self.values()
        groups, departments = values.pop("groups"), values.pop("departments")
        return services.save_constituency(
            self.instance, values, groups=list(groups), departments=list(departments), by=by
        )


class ShareOutSeatsForm(MoveForm):
    """How many delegates there are to be."""

    total = forms.IntegerField(label=_("代表总名额"), min_value=1, max_value=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suggested = suggested_total(self.record, self.on)
        self.initial.setdefault("total", self.record.delegate_total or suggested)
        self.fields["total"].help_text = _("按规定，现在应有%(n)d名。") % {"n": suggested}

    def save(self, *, by: Any, on: date) -> Term:
        """Share them out."""
        return services.share_out_seats(self.record, self.cleaned_data["total"], by=by, on=on)


class AdjustSeatsForm(MoveForm):
    """Another number of seats, and why."""

    seats = forms.IntegerField(label=_("名额"), min_value=1, max_value=500)
    reason = forms.CharField(label=_("调整理由"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seats", self.record.seats)
        self.initial.setdefault("reason", self.record.adjusted_because)

    def save(self, *, by: Any, on: date) -> Constituency:
        """Set it."""
        data = self.cleaned_data
        return services.adjust_seats(self.record, data["seats"], reason=data["reason"], by=by, on=on)


class RemoveConstituencyForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Term:
        """Take it back."""
        term = self.record.term
        services.remove_constituency(self.record, by=by)
        return term
