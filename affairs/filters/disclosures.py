"""What the lists of the board can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, DisclosureStatus, Interval, Reach, Sphere, Stage, Timing
from affairs.models import Disclosure
from unionoffice.pages import DayInput


class DisclosureFilter(django_filters.FilterSet):
    """By words, sphere, category, timing, stage, state and day; the hidden ones serve figures and catalogue."""

    q = django_filters.CharFilter(label=_("标题、正文或编号"), method="search")
    sphere = django_filters.ChoiceFilter(label=_("公开事务"), choices=Sphere.choices, empty_label=_("全部"))
    category = django_filters.ChoiceFilter(label=_("类别"), choices=Category.choices, empty_label=_("全部"))
    timing = django_filters.ChoiceFilter(label=_("公开时限"), choices=Timing.choices, empty_label=_("全部"))
    stage = django_filters.ChoiceFilter(label=_("公开阶段"), choices=Stage.choices, empty_label=_("全部"))
    reach = django_filters.ChoiceFilter(label=_("公开范围"), choices=Reach.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=DisclosureStatus.choices, empty_label=_("全部"))
    published_from = django_filters.DateFilter(
        label=_("公开自"), field_name="published_on", lookup_expr="gte", widget=DayInput
    )
    published_to = django_filters.DateFilter(
        label=_("公开至"), field_name="published_on", lookup_expr="lte", widget=DayInput
    )
    item = django_filters.NumberFilter(
        field_name="item", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )
    interval = django_filters.ChoiceFilter(choices=Interval.choices, method="by_interval", widget=forms.HiddenInput)
    corrections = django_filters.BooleanFilter(method="by_corrections", widget=forms.HiddenInput)

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title or the text, or a number."""
        return rows.matching(text)

    def by_interval(self, rows: Any, _name: str, interval: str) -> QuerySet[Any]:
        """What the catalogue asked for so often when it was disclosed."""
        return rows.with_interval().filter(asked_every=interval)

    def by_corrections(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Only corrections, or only what they correct in the first place."""
        return rows.corrections() if wanted else rows.firsts()


class BoardFilter(django_filters.FilterSet):
    """What a reader of the board looks for: by words, by the catalogue, by year and month."""

    q = django_filters.CharFilter(label=_("标题、正文或编号"), method="search")
    sphere = django_filters.ChoiceFilter(choices=Sphere.choices)
    category = django_filters.ChoiceFilter(choices=Category.choices)
    item = django_filters.NumberFilter(field_name="item", min_value=0, max_value=BigIntegerField.MAX_BIGINT)
    year = django_filters.NumberFilter(field_name="published_on__year", min_value=1, max_value=9999)
    month = django_filters.NumberFilter(field_name="published_on__month", min_value=1, max_value=12)

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title or the text, or a number."""
        return rows.matching(text)
