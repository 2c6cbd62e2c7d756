"""What the list of regulations can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import UNDER_WAY, LifeEvent, RegulationKind, VersionStatus
from affairs.models import Regulation, RegulationVersion
from members.models import Department
from unionoffice.pages import DayInput

UNDER_WAY_CHOICES = [(status.value, status.label) for status in VersionStatus if status in UNDER_WAY]


class RegulationFilter(django_filters.FilterSet):
    """By words, kind, department, what holds on a day and what is under way; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("名称、文号或正文"), method="search")
    on = django_filters.DateFilter(label=_("哪天有效"), method="by_day", widget=DayInput)
    kind = django_filters.ChoiceFilter(label=_("类别"), choices=RegulationKind.choices, empty_label=_("全部"))
    department = django_filters.ModelChoiceFilter(
        label=_("责任部门"), queryset=Department.objects.all(), empty_label=_("全部")
    )
    needs_congress = django_filters.ChoiceFilter(
        label=_("须教代会通过"), choices=[("True", _("是")), ("False", _("否"))], empty_label=_("全部")
    )
    under_way = django_filters.ChoiceFilter(
        label=_("正在办理"), choices=UNDER_WAY_CHOICES, method="by_status", empty_label=_("全部")
    )
    event = django_filters.ChoiceFilter(choices=LifeEvent.choices, method="by_event", widget=forms.HiddenInput)
    event_from = django_filters.DateFilter(method="leave", widget=forms.HiddenInput)
    event_to = django_filters.DateFilter(method="leave", widget=forms.HiddenInput)

    class Meta:
        model = Regulation
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title or the text, or a document number."""
        return rows.matching(text)

    def by_day(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """What held on that day."""
        return rows.in_force_on(day)

    def by_status(self, rows: Any, _name: str, status: str) -> QuerySet[Any]:
        """With such a version, as far as the user sees it."""
        seen = RegulationVersion.objects.visible_to(self.request.user).filter(status=status)
        return rows.filter(pk__in=seen.values("regulation"))

    def by_event(self, rows: Any, _name: str, event: str) -> QuerySet[Any]:
        """What befell them within the days of the figure."""
        days = self.form.cleaned_data.get("event_from"), self.form.cleaned_data.get("event_to")
        return rows.with_event(event, *days) if all(days) else rows

    def leave(self, rows: QuerySet[Any], _name: str, _value: Any) -> QuerySet[Any]:
        """Read by `by_event`."""
        return rows
