"""What the list of consultations can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import OPENED_ONCE, ConsultationStatus
from affairs.models import Consultation
from unionoffice.pages import DayInput


class ConsultationFilter(django_filters.FilterSet):
    """By words, state and the day on which it was opened; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("标题或编号"), method="search")
    status = django_filters.ChoiceFilter(label=_("状态"), choices=ConsultationStatus.choices, empty_label=_("全部"))
    opened_from = django_filters.DateFilter(
        label=_("开始日期自"), field_name="opened_on", lookup_expr="gte", widget=DayInput
    )
    opened_to = django_filters.DateFilter(
        label=_("开始日期至"), field_name="opened_on", lookup_expr="lte", widget=DayInput
    )
    opened = django_filters.BooleanFilter(method="by_opened", widget=forms.HiddenInput)

    class Meta:
        model = Consultation
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title, or a number."""
        return rows.matching(text)

    def by_opened(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What was laid before somebody and not called off."""
        return rows.filter(status__in=OPENED_ONCE) if wanted else rows
