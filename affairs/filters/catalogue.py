"""What the catalogue can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, Sphere, Timing
from affairs.models import CatalogueEdition, CatalogueItem
from members.models import Department


class CatalogueItemFilter(django_filters.FilterSet):
    """By words, sphere, category, timing, department, and whether it is in use; the hidden one serves figures."""

    q = django_filters.CharFilter(label=_("公开内容"), field_name="content", lookup_expr="contains")
    sphere = django_filters.ChoiceFilter(label=_("公开事务"), choices=Sphere.choices, empty_label=_("全部"))
    category = django_filters.ChoiceFilter(label=_("类别"), choices=Category.choices, empty_label=_("全部"))
    timing = django_filters.ChoiceFilter(label=_("公开时限"), choices=Timing.choices, empty_label=_("全部"))
    department = django_filters.ModelChoiceFilter(
        label=_("责任部门"), queryset=lambda _request: Department.objects.all(), empty_label=_("全部")
    )
    in_use = django_filters.ChoiceFilter(
        label=_("状态"),
        field_name="is_in_use",
        choices=[("True", _("使用中")), ("False", _("停用"))],
        empty_label=_("全部"),
    )
    listed_on = django_filters.DateFilter(method="by_day", widget=forms.HiddenInput)

    class Meta:
        model = CatalogueItem
        fields: list[str] = []

    def by_day(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """What stood in the catalogue on a day."""
        return rows.listed_on(day)


class CatalogueEditionFilter(django_filters.FilterSet):
    """All of them are shown."""

    class Meta:
        model = CatalogueEdition
        fields: list[str] = []
