"""What the lists of terms, sessions and delegates can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import Body, DelegateKind, SessionStatus
from congress.filters.choices import ALL, GROUP
from congress.models import Delegate, Session, Term
from congress.selectors import delegates_of_group
from members.models import Member
from unionoffice.pages import DayInput


class TermFilter(django_filters.FilterSet):
    """Terms are few."""

    class Meta:
        model = Term
        fields: list[str] = []


class SessionFilter(django_filters.FilterSet):
    """By term and state; the hidden ones serve the list behind a figure."""

    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    body = django_filters.ChoiceFilter(
        label=_("会议"), field_name="term__body", choices=Body.choices, empty_label=ALL
    )
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SessionStatus.choices, empty_label=ALL)
    held_from = django_filters.DateFilter(field_name="starts_on", lookup_expr="gte", widget=forms.HiddenInput)
    held_to = django_filters.DateFilter(field_name="starts_on", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = Session
        fields: list[str] = []


class DelegateFilter(django_filters.FilterSet):
    """By person, term and kind, on a day."""

    q = django_filters.CharFilter(label=_("姓名或拼音"), method="search")
    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    body = django_filters.ChoiceFilter(field_name="term__body", choices=Body.choices, widget=forms.HiddenInput)
    kind = django_filters.ChoiceFilter(label=_("代表类别"), choices=DelegateKind.choices, empty_label=ALL)
    on = django_filters.DateFilter(label=_("在任日期"), method="by_day", widget=DayInput)
    group = django_filters.NumberFilter(method="by_group", **GROUP)

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
        on = self.form.cleaned_data.get("on") or timezone.localdate()
        return delegates_of_group(rows, int(group_id), on)
