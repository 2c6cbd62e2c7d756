"""What the lists about the preparation of sessions can be narrowed by."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Asker, ChecklistStatus, RequestStatus
from congress.filters.choices import ALL
from congress.models import ChecklistItem, PreparatoryMeeting, Session, SessionRequest, StandardMatter
from congress.selectors import done_by_record


class ChecklistFilter(django_filters.FilterSet):
    """By session and state; the hidden ones serve the list behind a figure."""

    session = django_filters.ModelChoiceFilter(
        label=_("会议"), queryset=Session.objects.select_related("term"), empty_label=ALL
    )
    status = django_filters.ChoiceFilter(
        label=_("状态"), choices=ChecklistStatus.choices, empty_label=ALL, method="narrow_to_status"
    )
    key = django_filters.CharFilter(widget=forms.HiddenInput)
    done_from = django_filters.DateFilter(field_name="settled_on", lookup_expr="gte", widget=forms.HiddenInput)
    done_to = django_filters.DateFilter(field_name="settled_on", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = ChecklistItem
        fields: list[str] = []

    def narrow_to_status(self, rows: QuerySet[ChecklistItem], _name: str, status: str) -> QuerySet[ChecklistItem]:
        """What a record made done is done, though nobody noted it."""
        if status == ChecklistStatus.DROPPED:
            return rows.filter(status=status)
        by_record = Q(pk__in=done_by_record(rows))
        done = Q(status=ChecklistStatus.DONE) | by_record
        return rows.filter(done) if status == ChecklistStatus.DONE else rows.open().exclude(by_record)


class StandardFilter(django_filters.FilterSet):
    """What is in use."""

    is_in_use = django_filters.BooleanFilter(label=_("使用中"))

    class Meta:
        model = StandardMatter
        fields: list[str] = []


class PreparatoryFilter(django_filters.FilterSet):
    """By topic and session; the hidden ones serve the list behind a figure."""

    q = django_filters.CharFilter(label=_("议题"), field_name="topic", lookup_expr="icontains")
    session = django_filters.ModelChoiceFilter(
        label=_("会议"), queryset=Session.objects.select_related("term"), empty_label=ALL
    )
    held_from = django_filters.DateFilter(field_name="held_on", lookup_expr="gte", widget=forms.HiddenInput)
    held_to = django_filters.DateFilter(field_name="held_until", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = PreparatoryMeeting
        fields: list[str] = []


class SessionRequestFilter(django_filters.FilterSet):
    """By who asks and what became of it."""

    asked_by = django_filters.ChoiceFilter(label=_("提议方"), choices=Asker.choices, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=RequestStatus.choices, empty_label=ALL)

    class Meta:
        model = SessionRequest
        fields: list[str] = []
