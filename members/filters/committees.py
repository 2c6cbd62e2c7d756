"""What committees, offices and handovers can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import CommitteeKind
from members.models import Committee, CommitteeTerm, Handover, Member, OfficeHolding
from unionoffice.pages import DayInput


class CommitteeFilter(django_filters.FilterSet):
    """By name and kind."""

    q = django_filters.CharFilter(label=_("委员会"), field_name="name", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=CommitteeKind.choices, empty_label=_("全部"))

    class Meta:
        model = Committee
        fields: list[str] = []


class HandoverFilter(django_filters.FilterSet):
    """By who was part of it, and when."""

    q = django_filters.CharFilter(label=_("姓名、拼音或工号"), method="search")
    from_on = django_filters.DateFilter(label=_("交接日期自"), field_name="on", lookup_expr="gte", widget=DayInput)
    until = django_filters.DateFilter(label=_("至"), field_name="on", lookup_expr="lte", widget=DayInput)

    class Meta:
        model = Handover
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Either of the two, or who looked on."""
        people = Member.objects.matching(text).values("pk")
        return rows.filter(Q(giver__in=people) | Q(taker__in=people) | Q(supervised_by__in=people))


class OfficeFilter(django_filters.FilterSet):
    """By committee and term, and by when the office was taken or held."""

    committee = django_filters.ModelChoiceFilter(
        label=_("委员会"), queryset=Committee.objects.all(), field_name="term__committee", empty_label=_("全部")
    )
    term = django_filters.ModelChoiceFilter(
        label=_("届次"), queryset=CommitteeTerm.objects.select_related("committee"), empty_label=_("全部")
    )
    on = django_filters.DateFilter(label=_("任职于"), method="held_on", widget=DayInput)
    from_on = django_filters.DateFilter(label=_("就任自"), field_name="from_on", lookup_expr="gte", widget=DayInput)
    until = django_filters.DateFilter(label=_("就任至"), field_name="from_on", lookup_expr="lte", widget=DayInput)

    class Meta:
        model = OfficeHolding
        fields: list[str] = []

    def held_on(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """Who held what on that day."""
        return rows.held_on(day)
