"""What the list of activities can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from activities.enums import HAPPENED, ActivityKind, ActivityStatus, Occasion
from activities.models import Activity
from activities.selectors import joined_by_group
from finance.enums import Fund
from unionoffice.pages import DayInput
from unionoffice.precision import Precision


def _group_filter(method: str) -> django_filters.NumberFilter:
    return django_filters.NumberFilter(
        method=method, widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )


class ActivityFilter(django_filters.FilterSet):
    """By words, kind, occasion, state and day; the hidden ones serve the lists behind figures."""

    q = django_filters.CharFilter(label=_("名称、地点或编号"), method="search")
    kind = django_filters.ChoiceFilter(label=_("类别"), choices=ActivityKind.choices, empty_label=_("全部"))
    occasion = django_filters.ChoiceFilter(label=_("节庆"), choices=Occasion.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=ActivityStatus.choices, empty_label=_("全部"))
    held_from = django_filters.DateFilter(
        label=_("日期自"), field_name="starts_on", lookup_expr="gte", widget=DayInput
    )
    held_to = django_filters.DateFilter(label=_("日期至"), method="by_last_day", widget=DayInput)
    held = django_filters.BooleanFilter(method="by_held", widget=forms.HiddenInput)
    fund = django_filters.ChoiceFilter(choices=Fund.choices, widget=forms.HiddenInput)
    group = _group_filter("by_group")
    joined = _group_filter("by_joined")

    class Meta:
        model = Activity
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Title, place or number."""
        return rows.matching(text)

    def by_last_day(self, rows: Any, _name: str, day: Any) -> QuerySet[Any]:
        """Begun by that day; where only month, term or year is known, all of it lies before."""
        return rows.filter(Q(precision=Precision.DAY) | Q(ends_on__lte=day), starts_on__lte=day)

    def by_held(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Only activities that took place."""
        return rows.filter(status__in=HAPPENED) if wanted else rows

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """What the group held itself."""
        return rows.filter(group=int(group_id))

    def by_joined(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """What others held and people of the group came to; only these are counted then."""
        return joined_by_group(rows, int(group_id))
