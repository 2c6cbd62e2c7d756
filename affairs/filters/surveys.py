"""What the list of surveys can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import SurveyStatus
from affairs.models import Survey
from unionoffice.pages import DayInput


class SurveyFilter(django_filters.FilterSet):
    """By words, state and day of the end."""

    q = django_filters.CharFilter(label=_("标题或编号"), method="search")
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SurveyStatus.choices, empty_label=_("全部"))
    closed_from = django_filters.DateFilter(
        label=_("结束自"), field_name="closed_on", lookup_expr="gte", widget=DayInput
    )
    closed_to = django_filters.DateFilter(
        label=_("结束至"), field_name="closed_on", lookup_expr="lte", widget=DayInput
    )

    class Meta:
        model = Survey
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title, or a number."""
        return rows.matching(text)
