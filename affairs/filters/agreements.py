"""What the lists of agreements and of their checks can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import AgreementKind, AgreementStatus
from affairs.models import Agreement, AgreementCheck
from unionoffice.pages import DayInput


class AgreementFilter(django_filters.FilterSet):
    """By words, kind, state and day of signing; `in_force` serves the figure."""

    q = django_filters.CharFilter(label=_("名称、条款或备案号"), method="search")
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=AgreementKind.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=AgreementStatus.choices, empty_label=_("全部"))
    signed_from = django_filters.DateFilter(
        label=_("签订自"), field_name="signed_on", lookup_expr="gte", widget=DayInput
    )
    signed_to = django_filters.DateFilter(
        label=_("签订至"), field_name="signed_on", lookup_expr="lte", widget=DayInput
    )
    in_force = django_filters.DateFilter(method="by_force", widget=forms.HiddenInput)

    class Meta:
        model = Agreement
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title or of a clause, or the number of its filing."""
        return rows.matching(text)

    def by_force(self, rows: Any, _name: str, day: Any) -> QuerySet[Any]:
        """What bound both sides on a day."""
        return rows.in_force_on(day)


class AgreementCheckFilter(django_filters.FilterSet):
    """By day, and whether something waits to be put right."""

    checked_from = django_filters.DateFilter(
        label=_("检查自"), field_name="checked_on", lookup_expr="gte", widget=DayInput
    )
    checked_to = django_filters.DateFilter(
        label=_("检查至"), field_name="checked_on", lookup_expr="lte", widget=DayInput
    )
    unsettled = django_filters.ChoiceFilter(
        label=_("整改"), choices=[("open", _("未完成"))], method="by_settlement", empty_label=_("全部")
    )

    class Meta:
        model = AgreementCheck
        fields: list[str] = []

    def by_settlement(self, rows: Any, _name: str, _value: str) -> QuerySet[Any]:
        """What was to be put right and isn't yet."""
        return rows.unsettled()
