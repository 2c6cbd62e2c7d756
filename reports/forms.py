"""Which summary is wanted."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members.models import UnionGroup
from unionoffice.areas import WHOLE_UNION, Scope
from unionoffice.periods import Period, calendar_year, half_year, school_year_of, term
from unionoffice.refusal import Refused

YEARS_BACK = 3


class SummaryForm(forms.Form):
    """A period, and the whole union or one group. Sent by GET: the address says which summary it is."""

    period = forms.ChoiceField(label=_("时段"), required=False)
    group = forms.ModelChoiceField(
        UnionGroup.objects.all(), label=_("范围"), required=False, empty_label=_("全校工会")
    )

    def __init__(self, data: Any, *, on: date) -> None:
        super().__init__(data)
        self.on = on
        choices = [(period.code, period.label) for period in periods_on(on)]
        asked = self.data.get("period", "")
        if asked and asked not in dict(choices):
            choices += _typed(asked)
        self.fields["period"].choices = choices
        self.initial["period"] = calendar_year(on.year).code

    @property
    def chosen_period(self) -> Period:
        """The period asked for; this calendar year where none was, or none that can be read."""
        code = self.cleaned_data.get("period") if self.is_valid() else ""
        return Period.parse(code) if code else calendar_year(self.on.year)

    @property
    def scope(self) -> Scope:
        """The group asked for, else the whole union."""
        group = self.cleaned_data.get("group") if self.is_valid() else None
        return Scope(group.pk, group.name) if group else WHOLE_UNION


def periods_on(on: date) -> list[Period]:
    """The periods that an office reports on around a day, the likeliest first."""
    years = [calendar_year(on.year - back) for back in range(YEARS_BACK)]
    halves = [half_year(on.year, 1), half_year(on.year, 2)]
    current = school_year_of(on)
    terms = [term(current.year, current.year + 1, number) for number in (1, 2)]
    return [*years, *halves, current, *terms]


def _typed(code: str) -> list[tuple[str, str]]:
    try:
        period = Period.parse(code)
    except Refused:
        return []
    return [(code, period.label)]
