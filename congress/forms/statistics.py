"""What the statistics of proposals are asked for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress.models import Session
from congress.selectors.proposal_statistics import proposed_to

EARLIEST_YEAR = 1950
"""Before it there was no staff congress."""


class SessionField(forms.ModelChoiceField):
    """A session by the name that papers use."""

    def label_from_instance(self, obj: Any) -> str:
        """第九届第一次教职工代表大会."""
        return str(obj.printed_name)


class ProposalStatisticsForm(forms.Form):
    """One session, or else one calendar year; nothing chosen is this year."""

    year = forms.IntegerField(label=_("年度"), required=False, min_value=EARLIEST_YEAR, max_value=date.max.year)
    session = SessionField(Session.objects.none(), label=_("会议"), required=False, empty_label=_("全年"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"year": today.year}
        super().__init__(*args, **kwargs)
        self.fields["session"].queryset = proposed_to(Session.objects.all())
        self.fields["year"].error_messages["invalid"] = _("请填写四位数的年份。")
