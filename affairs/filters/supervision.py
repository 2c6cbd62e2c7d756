"""What the list of supervision can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import SupervisionKind, SupervisionStatus, TakingPart
from affairs.models import Supervision
from unionoffice.pages import DayInput


class SupervisionFilter(django_filters.FilterSet):
    """By words, kind, how people took part, state and day; a vague day counts where all of it lies within.

    `followed_up` serves the figures.
    """

    q = django_filters.CharFilter(label=_("监督事项或编号"), method="search")
    kind = django_filters.ChoiceFilter(label=_("监督类别"), choices=SupervisionKind.choices, empty_label=_("全部"))
    part = django_filters.ChoiceFilter(label=_("监督方式"), choices=TakingPart.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SupervisionStatus.choices, empty_label=_("全部"))
    held_from = django_filters.DateFilter(label=_("日期自"), field_name="held_on", lookup_expr="gte", widget=DayInput)
    held_to = django_filters.DateFilter(
        label=_("日期至"), field_name="held_until", lookup_expr="lte", widget=DayInput
    )
    followed_up = django_filters.BooleanFilter(method="by_follow_up", widget=forms.HiddenInput)

    class Meta:
        model = Supervision
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the matter, or a number."""
        return rows.matching(text)

    def by_follow_up(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Only where something had to be put right."""
        return rows.followed_up() if wanted else rows
