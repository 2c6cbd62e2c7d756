"""What the lists of suggestions and drives can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import (
    SUGGESTION_ANSWERED,
    TAKEN,
    Adoption,
    Category,
    DriveStatus,
    SuggestionStatus,
)
from congress.filters.choices import ALL, GROUP
from congress.filters.proposals import MINE, OVERDUE
from congress.models import Suggestion, SuggestionDrive
from congress.selectors import suggestions_of_group
from members.models import Department

OUTSTANDING = "outstanding"
ONLY_SUGGESTIONS = (
    (MINE, _("我提出的")),
    (OVERDUE, _("逾期未答复")),
    (OUTSTANDING, _("优秀建议")),
)


class SuggestionFilter(django_filters.FilterSet):
    """By text, drive, category, state and department; the hidden ones serve the lists behind figures.

    Never by person: a name that isn't shown could be tried out here.
    """

    q = django_filters.CharFilter(label=_("编号或标题"), method="search")
    drive = django_filters.ModelChoiceFilter(
        label=_("征集活动"), queryset=SuggestionDrive.objects.exclude(status=DriveStatus.PLANNED), empty_label=ALL
    )
    category = django_filters.ChoiceFilter(label=_("类别"), choices=Category.choices, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SuggestionStatus.choices, empty_label=ALL)
    adoption = django_filters.ChoiceFilter(label=_("采纳情况"), choices=Adoption.choices, empty_label=ALL)
    department = django_filters.ModelChoiceFilter(
        label=_("承办部门"), queryset=Department.objects.all(), empty_label=ALL
    )
    only = django_filters.ChoiceFilter(label=_("只看"), choices=ONLY_SUGGESTIONS, method="by_only", empty_label=ALL)
    handed_from = django_filters.DateFilter(method="standing_from", widget=forms.HiddenInput)
    handed_to = django_filters.DateFilter(field_name="handed_in_on", lookup_expr="lte", widget=forms.HiddenInput)
    answered = django_filters.BooleanFilter(method="by_answered", widget=forms.HiddenInput)
    taken = django_filters.BooleanFilter(method="by_taken", widget=forms.HiddenInput)
    in_drive = django_filters.BooleanFilter(
        field_name="drive", lookup_expr="isnull", exclude=True, widget=forms.HiddenInput
    )
    from_proposal = django_filters.BooleanFilter(
        field_name="from_proposal", lookup_expr="isnull", exclude=True, widget=forms.HiddenInput
    )
    group = django_filters.NumberFilter(method="by_group", **GROUP)

    class Meta:
        model = Suggestion
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Number, title or its sound."""
        return rows.matching(text)

    def by_only(self, rows: Any, _name: str, wanted: str) -> QuerySet[Any]:
        """What the viewer handed in, what is late today, or what was chosen as outstanding."""
        if wanted == MINE:
            return rows.made_by(self.request.user.member_id)
        return rows.filter(is_outstanding=True) if wanted == OUTSTANDING else rows.overdue_on(timezone.localdate())

    def standing_from(self, rows: Any, _name: str, day: Any) -> QuerySet[Any]:
        """Handed in since a day and not taken back: what a period's figures count."""
        return rows.filter(handed_in_on__gte=day).exclude(status=SuggestionStatus.WITHDRAWN)

    def by_answered(self, rows: Any, _name: str, wanted: Any) -> QuerySet[Any]:
        """With an answer, or still without."""
        return rows.filter(status__in=SUGGESTION_ANSWERED) if wanted else rows.exclude(status__in=SUGGESTION_ANSWERED)

    def by_taken(self, rows: Any, _name: str, wanted: Any) -> QuerySet[Any]:
        """Adopted wholly or in part, or not."""
        return rows.filter(adoption__in=TAKEN) if wanted else rows.exclude(adoption__in=TAKEN)

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """By people who were in the group on the day, as far as the viewer may know who made it."""
        return suggestions_of_group(rows.named_to(self.request.user), int(group_id))


class DriveFilter(django_filters.FilterSet):
    """By title and state; the hidden ones serve the list behind a figure."""

    q = django_filters.CharFilter(label=_("活动名称"), method="search")
    status = django_filters.ChoiceFilter(label=_("状态"), choices=DriveStatus.choices, empty_label=ALL)
    begun_from = django_filters.DateFilter(method="begun_since", widget=forms.HiddenInput)
    begun_to = django_filters.DateFilter(field_name="from_on", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = SuggestionDrive
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """The title or its sound."""
        return rows.matching(text)

    def begun_since(self, rows: Any, _name: str, day: Any) -> QuerySet[Any]:
        """Announced ones that began since a day."""
        return rows.filter(from_on__gte=day).exclude(status=DriveStatus.PLANNED)
