"""What the lists of sittings and of leave can be narrowed by."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Body, LeaveStatus, SittingKind, SittingStatus
from congress.filters.choices import ALL
from congress.models import Leave, Sitting


class SittingFilter(django_filters.FilterSet):
    """By kind, state and days; the hidden ones serve the list behind a figure."""

    kind = django_filters.ChoiceFilter(label=_("会议类型"), choices=SittingKind.choices, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SittingStatus.choices, empty_label=ALL)
    session = django_filters.NumberFilter(field_name="session", widget=forms.HiddenInput)
    body = django_filters.ChoiceFilter(
        field_name="session__term__body", choices=Body.choices, widget=forms.HiddenInput
    )
    held_from = django_filters.DateFilter(field_name="day", lookup_expr="gte", widget=forms.HiddenInput)
    held_to = django_filters.DateFilter(field_name="day", lookup_expr="lte", widget=forms.HiddenInput)
    opened = django_filters.BooleanFilter(method="only_opened", widget=forms.HiddenInput)

    class Meta:
        model = Sitting
        fields: list[str] = []

    def only_opened(self, rows: QuerySet[Sitting], _name: str, value: bool) -> QuerySet[Sitting]:
        """Those that opened, or those that are still to come."""
        return rows.opened_once() if value else rows.filter(status=SittingStatus.PLANNED)


class LeaveFilter(django_filters.FilterSet):
    """By state; the hidden ones serve the list behind a figure."""

    status = django_filters.ChoiceFilter(label=_("状态"), choices=LeaveStatus.choices, empty_label=ALL)
    sitting = django_filters.NumberFilter(field_name="sitting", widget=forms.HiddenInput)
    body = django_filters.ChoiceFilter(
        field_name="sitting__session__term__body", choices=Body.choices, widget=forms.HiddenInput
    )
    held_from = django_filters.DateFilter(field_name="sitting__day", lookup_expr="gte", widget=forms.HiddenInput)
    held_to = django_filters.DateFilter(field_name="sitting__day", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = Leave
        fields: list[str] = []
