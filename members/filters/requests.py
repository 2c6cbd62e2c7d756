"""What the staff's requests can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import ApplicationStatus, CorrectionStatus
from members.models import CorrectionRequest, JoinApplication, Member


class CorrectionFilter(django_filters.FilterSet):
    """By what became of it, and by who asked."""

    q = django_filters.CharFilter(label=_("姓名、拼音或工号"), method="by_person")
    status = django_filters.ChoiceFilter(label=_("状态"), choices=CorrectionStatus, empty_label=_("全部"))

    class Meta:
        model = CorrectionRequest
        fields: list[str] = []

    def by_person(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Of people with that name or number."""
        return rows.filter(member__in=Member.objects.matching(text).values("pk"))


class JoinApplicationFilter(django_filters.FilterSet):
    """By what came of it, and by who asked."""

    q = django_filters.CharFilter(label=_("姓名、拼音或工号"), method="by_person")
    status = django_filters.ChoiceFilter(label=_("状态"), choices=ApplicationStatus.choices, empty_label=_("全部"))

    class Meta:
        model = JoinApplication
        fields: list[str] = []

    def by_person(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Of people with that name or number."""
        return rows.filter(member__in=Member.objects.matching(text).values("pk"))
