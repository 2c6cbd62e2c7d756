"""What the lists of delegates and their elections can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import Body, DelegateKind, Departure, ElectionMethod, ElectionStatus, Occasion
from congress.filters.choices import ALL, GROUP
from congress.models import Delegate, DelegateElection, Delegation, Term
from congress.selectors import STAFF_RULES, delegates_of_group, in_stroke_order, part_of
from members.models import Member
from unionoffice.pages import DayInput

PARTS = [(name, name) for name, _key, _at_most in STAFF_RULES]


class DelegateFilter(django_filters.FilterSet):
    """By person, term, kind and delegation, on a day; the hidden ones serve the lists behind figures."""

    q = django_filters.CharFilter(label=_("姓名或拼音"), method="search")
    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    body = django_filters.ChoiceFilter(field_name="term__body", choices=Body.choices, widget=forms.HiddenInput)
    kind = django_filters.ChoiceFilter(label=_("代表类别"), choices=DelegateKind.choices, empty_label=ALL)
    delegation = django_filters.ModelChoiceFilter(
        label=_("代表团"), queryset=Delegation.objects.select_related("term"), empty_label=ALL
    )
    on = django_filters.DateFilter(label=_("在任日期"), method="by_day", widget=DayInput)
    group = django_filters.NumberFilter(method="by_group", **GROUP)
    constituency = django_filters.NumberFilter(**GROUP)
    part = django_filters.ChoiceFilter(choices=PARTS, method="by_part", widget=forms.HiddenInput)
    departure = django_filters.ChoiceFilter(choices=Departure.choices, widget=forms.HiddenInput)
    departed = django_filters.BooleanFilter(method="by_departure", widget=forms.HiddenInput)
    occasion = django_filters.ChoiceFilter(
        field_name="election__occasion", choices=Occasion.choices, widget=forms.HiddenInput
    )
    elected_from = django_filters.DateFilter("election__concluded_on", lookup_expr="gte", widget=forms.HiddenInput)
    elected_to = django_filters.DateFilter("election__concluded_on", lookup_expr="lte", widget=forms.HiddenInput)
    ended_from = django_filters.DateFilter(field_name="to_on", lookup_expr="gte", widget=forms.HiddenInput)
    ended_to = django_filters.DateFilter(field_name="to_on", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = Delegate
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """The person by name or pinyin."""
        return rows.filter(member__in=Member.objects.matching(text).values("pk"))

    def by_day(self, rows: Any, _name: str, day: Any) -> QuerySet[Any]:
        """Delegates in force on the day."""
        return rows.in_force_on(day)

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """Who belonged to the group on the day that is asked for, else today."""
        return delegates_of_group(rows, int(group_id), self.asked_day)

    def by_departure(self, rows: Any, _name: str, departed: bool) -> QuerySet[Any]:
        """Those who ceased to be delegates before their term's end, or the others."""
        return rows.exclude(departure="") if departed else rows.filter(departure="")

    def by_part(self, rows: Any, _name: str, part: str) -> QuerySet[Any]:
        """Women, teachers, young teachers or leaders among them, as they were on that day."""
        return rows.filter(member__in=Member.objects.filter(part_of(part, self.asked_day)).values("pk"))

    @property
    def asked_day(self) -> Any:
        """The day that is asked for, else today."""
        return self.form.cleaned_data.get("on") or timezone.localdate()

    def filter_queryset(self, queryset: Any) -> QuerySet[Any]:
        """按姓氏笔画, unless another order is asked for."""
        return in_stroke_order(super().filter_queryset(queryset), self.asked_day)


class ElectionFilter(django_filters.FilterSet):
    """By term, method, occasion and state; the hidden ones serve the lists behind figures."""

    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    body = django_filters.ChoiceFilter(field_name="term__body", choices=Body.choices, widget=forms.HiddenInput)
    method = django_filters.ChoiceFilter(label=_("选举方式"), choices=ElectionMethod.choices, empty_label=ALL)
    occasion = django_filters.ChoiceFilter(label=_("选举类型"), choices=Occasion.choices, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=ElectionStatus.choices, empty_label=ALL)
    concluded_from = django_filters.DateFilter(field_name="concluded_on", lookup_expr="gte", widget=forms.HiddenInput)
    concluded_to = django_filters.DateFilter(field_name="concluded_on", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = DelegateElection
        fields: list[str] = []
