"""What the coverage page is asked for: it shows what is reckoned from rows, not rows themselves."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import BigIntegerField
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, CoverageStatus, Sphere
from affairs.forms.disclosures import period_choices
from affairs.selectors import Obligation, Standing
from members.models import Department
from unionoffice.periods import Period, calendar_year
from unionoffice.refusal import Refused

NOBODY = "none"
"""In the address: what no department answers for."""

ALL = [("", _("全部"))]


class CoverageForm(forms.Form):
    """A period, and perhaps a department, a category, a sphere and what became of it."""

    period = forms.ChoiceField(label=_("时段"), required=False)
    department = forms.ChoiceField(label=_("责任部门"), required=False)
    category = forms.ChoiceField(label=_("类别"), required=False, choices=[*ALL, *Category.choices])
    sphere = forms.ChoiceField(label=_("公开事务"), required=False, choices=[*ALL, *Sphere.choices])
    status = forms.ChoiceField(label=_("状态"), required=False, choices=[*ALL, *CoverageStatus.choices])
    item = forms.IntegerField(
        required=False, widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )

    def __init__(self, data: Any, *, departments: Iterable[Department], on: date) -> None:
        self.span = _period_of(data.get("period", ""), on)
        super().__init__({**data.dict(), "period": self.span.code})
        self.default = self.span == calendar_year(on.year)
        self.fields["period"].choices = period_choices(on, self.span.code)
        named = [(str(department.pk), department.name) for department in departments]
        self.fields["department"].choices = [*ALL, *named, (NOBODY, _("未定部门"))]
        self.is_valid()

    def has_changed(self) -> bool:
        """Whether anything but this year's whole is asked for."""
        return not self.default or any(value for name, value in self.cleaned_data.items() if name != "period")

    def asked(self, name: str) -> Any:
        """What was asked for, where it could be understood."""
        return self.cleaned_data.get(name) or ""

    def leaves(self, one: Obligation | Standing, *, but_status: bool = False) -> bool:
        """Whether it is among what was asked for; `but_status` for the counts of every status."""
        item, department = one.duty.item, self.asked("department")
        fits = (
            department in ("", str(one.duty.department_id or NOBODY)),
            self.asked("category") in ("", item.category),
            self.asked("sphere") in ("", item.sphere),
            self.asked("item") in ("", item.pk),
            but_status or isinstance(one, Standing) or self.asked("status") in ("", one.status),
        )
        return all(fits)


def _period_of(code: str, on: date) -> Period:
    """The period of the address; this calendar year where it names none that can be understood."""
    try:
        return Period.parse(code) if code else calendar_year(on.year)
    except Refused:
        return calendar_year(on.year)
