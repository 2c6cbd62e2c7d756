"""What the statistics are asked for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.enums import Circle
from unionoffice.pages import DayInput

EARLIEST = date(1900, 1, 1)
"""Before it there was no union, and nobody could be as old as the tables ask."""


class StatisticsChoiceForm(forms.Form):
    """Of whom, and as of which day; nothing chosen is the staff of today."""

    circle = forms.ChoiceField(label=_("统计范围"), choices=Circle.choices, required=False)
    on = forms.DateField(label=_("截至日期"), widget=DayInput, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"circle": Circle.STAFF, "on": today}
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """Nobody knows yet who will be here."""
        day = self.cleaned_data["on"] or self.today
        if day > self.today:
            raise forms.ValidationError(_t("截至日期不能晚于今天。"))
        if day < EARLIEST:
            raise forms.ValidationError(_t("截至日期太早，请核对年份。"))
        return day

    def clean_circle(self) -> Circle:
        """The staff, where nothing is chosen."""
        return Circle(self.cleaned_data["circle"] or Circle.STAFF)
