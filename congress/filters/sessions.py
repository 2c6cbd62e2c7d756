"""What the list of sessions can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Assembly, Body, SessionKind, SessionStatus
from congress.filters.choices import ALL
from congress.models import Session, Term


class SessionFilter(django_filters.FilterSet):
    """By term, kind and state; the hidden ones serve the list behind a figure."""

    q = django_filters.CharFilter(label=_("主题或地点"), method="search")
    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    body = django_filters.ChoiceFilter(
        label=_("会议"), field_name="term__body", choices=Body.choices, empty_label=ALL
    )
    kind = django_filters.ChoiceFilter(label=_("会议类型"), choices=SessionKind.choices, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SessionStatus.choices, empty_label=ALL)
    held_from = django_filters.DateFilter(field_name="starts_on", lookup_expr="gte", widget=forms.HiddenInput)
    held_to = django_filters.DateFilter(method="by_last_day", widget=forms.HiddenInput)
    joint = django_filters.BooleanFilter(method="by_joint", widget=forms.HiddenInput)
    assembly = django_filters.ChoiceFilter(
        field_name="term__assembly", choices=Assembly.choices, widget=forms.HiddenInput
    )

    class Meta:
        model = Session
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """The theme, or the place."""
        return rows.filter(Q(theme__icontains=text) | Q(place__icontains=text))

    def by_last_day(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """What began by a day; of a day that isn't known, all that it can be."""
        return rows.begun_by(day)

    def by_joint(self, rows: Any, _name: str, joint: bool) -> QuerySet[Any]:
        """Sessions that were held together with one of the other body, or without one."""
        return rows.joint() if joint else rows.filter(joint_with=None, joined_by=None)
