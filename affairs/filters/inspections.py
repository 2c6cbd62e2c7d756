"""What the lists of inspections, schemes and what is set right can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import InspectionKind, InspectionLevel, InspectionStatus
from affairs.models import Inspection, InspectionScheme, Rectification
from unionoffice.pages import DayInput


class InspectionFilter(django_filters.FilterSet):
    """By words, kind, level, state and day; `concluded` and `scored` serve the figures."""

    q = django_filters.CharFilter(label=_("名称、检查单位或编号"), method="search")
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=InspectionKind.choices, empty_label=_("全部"))
    level = django_filters.ChoiceFilter(label=_("级别"), choices=InspectionLevel.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=InspectionStatus.choices, empty_label=_("全部"))
    held_from = django_filters.DateFilter(label=_("日期自"), field_name="held_on", lookup_expr="gte", widget=DayInput)
    held_to = django_filters.DateFilter(
        label=_("日期至"), field_name="held_until", lookup_expr="lte", widget=DayInput
    )
    concluded = django_filters.BooleanFilter(method="by_result", widget=forms.HiddenInput)
    scored = django_filters.BooleanFilter(
        field_name="score", lookup_expr="isnull", exclude=True, widget=forms.HiddenInput
    )

    class Meta:
        model = Inspection
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title, who inspected, the result, or a number."""
        return rows.matching(text)

    def by_result(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Only those whose result is known."""
        return rows.concluded() if wanted else rows


class SchemeFilter(django_filters.FilterSet):
    """By words and year."""

    q = django_filters.CharFilter(label=_("名称或制定单位"), method="search")
    valid_from = django_filters.NumberFilter(label=_("执行年份"), min_value=1, max_value=9999)

    class Meta:
        model = InspectionScheme
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the name or of the issuer."""
        return rows.matching(text)


class RectificationFilter(django_filters.FilterSet):
    """By what is open, and the day it was done."""

    state = django_filters.ChoiceFilter(
        label=_("状态"),
        choices=[("open", _("未完成")), ("done", _("已完成"))],
        method="by_state",
        empty_label=_("全部"),
    )
    done_from = django_filters.DateFilter(label=_("完成自"), field_name="done_on", lookup_expr="gte", widget=DayInput)
    done_to = django_filters.DateFilter(label=_("完成至"), field_name="done_on", lookup_expr="lte", widget=DayInput)

    class Meta:
        model = Rectification
        fields: list[str] = []

    def by_state(self, rows: Any, _name: str, state: str) -> QuerySet[Any]:
        """What waits, or what was done."""
        return rows.open() if state == "open" else rows.filter(done_on__isnull=False)
