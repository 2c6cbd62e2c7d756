"""What the lists of public notices and objections can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import CandidateResult, Finding, NoticeObject, NoticeStatus, Sphere
from affairs.models import Objection, PublicNotice
from unionoffice.pages import DayInput


class PublicNoticeFilter(django_filters.FilterSet):
    """By words, object, state, result and the day on which it was put up; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("标题、编号或姓名"), method="search")
    object = django_filters.ChoiceFilter(label=_("公示对象"), choices=NoticeObject.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=NoticeStatus.choices, empty_label=_("全部"))
    result = django_filters.ChoiceFilter(label=_("结果"), choices=CandidateResult.choices, empty_label=_("全部"))
    sphere = django_filters.ChoiceFilter(label=_("公开事务"), choices=Sphere.choices, empty_label=_("全部"))
    posted_from = django_filters.DateFilter(
        label=_("公示自"), field_name="posted_on", lookup_expr="gte", widget=DayInput
    )
    posted_to = django_filters.DateFilter(
        label=_("公示至"), field_name="posted_on", lookup_expr="lte", widget=DayInput
    )
    documented = django_filters.BooleanFilter(method="by_document", widget=forms.HiddenInput)
    delegates = django_filters.BooleanFilter(method="by_delegates", widget=forms.HiddenInput)

    class Meta:
        model = PublicNotice
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title, a number, or a name that this reader is shown."""
        return rows.matching(text, self.request.user)

    def by_document(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """With a resulting document, or without."""
        return rows.exclude(document_no="") if wanted else rows.filter(document_no="")

    def by_delegates(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Reviewed by a group with staff delegates, or without."""
        reviewed = rows.reviewed_with_delegates()
        return reviewed if wanted else rows.exclude(pk__in=reviewed.values("pk"))


class ObjectionFilter(django_filters.FilterSet):
    """By finding, signature and the day on which its notice was put up."""

    finding = django_filters.ChoiceFilter(
        label=_("认定"), choices=[("none", _("待认定")), *Finding.choices], empty_label=_("全部"), method="by_finding"
    )
    is_anonymous = django_filters.ChoiceFilter(
        label=_("署名"),
        choices=[("true", _("匿名")), ("false", _("具名"))],
        empty_label=_("全部"),
        method="by_signature",
    )
    posted_from = django_filters.DateFilter(
        label=_("公示自"), field_name="notice__posted_on", lookup_expr="gte", widget=DayInput
    )
    posted_to = django_filters.DateFilter(
        label=_("公示至"), field_name="notice__posted_on", lookup_expr="lte", widget=DayInput
    )
    notice = django_filters.NumberFilter(
        field_name="notice", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )

    class Meta:
        model = Objection
        fields: list[str] = []

    def by_finding(self, rows: Any, _name: str, wanted: str) -> QuerySet[Any]:
        """A finding, or none yet."""
        return rows.filter(finding="" if wanted == "none" else wanted)

    def by_signature(self, rows: Any, _name: str, wanted: str) -> QuerySet[Any]:
        """Named or not."""
        return rows.filter(is_anonymous=wanted == "true")
