"""What the ledger can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from finance.enums import Direction, EntryStatus
from finance.models import Entry, Subject
from unionoffice.pages import DayInput


class EntryFilter(django_filters.FilterSet):
    """By words, direction, subject, state and day of booking."""

    q = django_filters.CharFilter(label=_("编号、事由或收付款方"), method="search")
    direction = django_filters.ChoiceFilter(label=_("方向"), choices=Direction.choices, empty_label=_("全部"))
    subject = django_filters.ModelChoiceFilter(
        label=_("科目"), queryset=Subject.objects.all(), method="by_subject", empty_label=_("全部科目")
    )
    status = django_filters.ChoiceFilter(label=_("状态"), choices=EntryStatus.choices, empty_label=_("全部"))
    booked_from = django_filters.DateFilter(
        label=_("记账自"), field_name="booked_on", lookup_expr="gte", widget=DayInput
    )
    booked_to = django_filters.DateFilter(
        label=_("记账至"), field_name="booked_on", lookup_expr="lte", widget=DayInput
    )

    class Meta:
        model = Entry
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """By words or by number."""
        return rows.matching(text)

    def by_subject(self, rows: Any, _name: str, subject: Subject) -> QuerySet[Any]:
        """The subject with those under it."""
        return rows.filter(Q(subject=subject) | Q(subject__parent=subject))
