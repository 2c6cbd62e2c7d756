"""What the list of visits can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from finance.enums import Fund
from members.models import Member
from unionoffice.pages import DayInput
from welfare.enums import HAPPENED, Occasion, VisitStatus
from welfare.models import Visit
from welfare.selectors import of_group


class VisitFilter(django_filters.FilterSet):
    """By person, occasion, whose money, state and day; the hidden ones serve the lists behind figures."""

    q = django_filters.CharFilter(label=_("姓名、拼音或编号"), method="search")
    occasion = django_filters.ChoiceFilter(label=_("事由"), choices=Occasion.choices, empty_label=_("全部"))
    fund = django_filters.ChoiceFilter(label=_("经费来源"), choices=Fund.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=VisitStatus.choices, empty_label=_("全部"))
    visited_from = django_filters.DateFilter(
        label=_("慰问自"), field_name="visited_on", lookup_expr="gte", widget=DayInput
    )
    visited_to = django_filters.DateFilter(
        label=_("慰问至"), field_name="visited_on", lookup_expr="lte", widget=DayInput
    )
    made = django_filters.BooleanFilter(method="by_made", widget=forms.HiddenInput)
    group = django_filters.NumberFilter(
        method="by_group", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )

    class Meta:
        model = Visit
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """The person by name or pinyin, or the visit's number."""
        people = Member.objects.matching(text).values("pk")
        return rows.filter(Q(member__in=people) | Q(number__contains=text))

    def by_made(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Only visits that happened."""
        return rows.filter(status__in=HAPPENED) if wanted else rows

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """People who were in the group on the day."""
        return of_group(rows, int(group_id))
