"""What the register of documents can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.enums import Direction, DocumentStatus, Secrecy, Urgency
from affairs.models import OfficialDocument
from unionoffice.pages import DayInput


class OfficialDocumentFilter(django_filters.FilterSet):
    """By words, direction, state and day; the hidden ones serve figures and the desk."""

    q = django_filters.CharFilter(label=_("标题、文号、单位或登记号"), method="search")
    direction = django_filters.ChoiceFilter(label=_("收发"), choices=Direction.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=DocumentStatus.choices, empty_label=_("全部"))
    urgency = django_filters.ChoiceFilter(label=_("紧急程度"), choices=Urgency.choices, empty_label=_("全部"))
    secrecy = django_filters.ChoiceFilter(label=_("密级"), choices=Secrecy.choices, empty_label=_("全部"))
    handled_from = django_filters.DateFilter(
        label=_("收发日期自"), field_name="handled_on", lookup_expr="gte", widget=DayInput
    )
    handled_to = django_filters.DateFilter(
        label=_("收发日期至"), field_name="handled_on", lookup_expr="lte", widget=DayInput
    )
    overdue = django_filters.BooleanFilter(method="by_overdue", widget=forms.HiddenInput)
    valid = django_filters.BooleanFilter(method="by_valid", widget=forms.HiddenInput)
    forwarded = django_filters.BooleanFilter(method="by_forwarded", widget=forms.HiddenInput)

    class Meta:
        model = OfficialDocument
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title, whom it came from, or a number."""
        return rows.matching(text)

    def by_overdue(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What should have been done by now."""
        today: date = timezone.localdate()
        return rows.overdue_on(today) if wanted else rows

    def by_valid(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Without struck numbers."""
        return rows.valid() if wanted else rows

    def by_forwarded(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What somebody was to read."""
        return rows.forwarded() if wanted else rows
