"""What channels, paper copies and checks can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import ChannelKind
from affairs.models import BoardCheck, Channel, CheckIssue, Posting
from unionoffice.pages import DayInput


class ChannelFilter(django_filters.FilterSet):
    """By words and kind; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("名称或地点"), method="search")
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=ChannelKind.choices, empty_label=_("全部"))
    used_from = django_filters.DateFilter(method="by_use", widget=forms.HiddenInput)
    used_to = django_filters.DateFilter(method="by_use", widget=forms.HiddenInput)

    class Meta:
        model = Channel
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the name or the place."""
        return rows.filter(Q(name__contains=text) | Q(place__contains=text))

    def by_use(self, rows: Any, name: str, day: date) -> QuerySet[Any]:
        """Still in use on the first day, or already on the last."""
        return rows.used_between(day, date.max) if name == "used_from" else rows.used_between(date.min, day)


class PostingFilter(django_filters.FilterSet):
    """By words, channel, whether it still hangs, and the day it went up."""

    q = django_filters.CharFilter(label=_("标题"), field_name="disclosure__title", lookup_expr="contains")
    channel = django_filters.ModelChoiceFilter(
        label=_("公开渠道"), queryset=lambda _request: Channel.objects.all(), empty_label=_("全部")
    )
    hangs = django_filters.ChoiceFilter(
        label=_("状态"),
        method="by_state",
        choices=[("yes", _("张贴中")), ("stale", _("应取下")), ("no", _("已取下"))],
        empty_label=_("全部"),
    )
    up_from = django_filters.DateFilter(label=_("张贴自"), field_name="up_on", lookup_expr="gte", widget=DayInput)
    up_to = django_filters.DateFilter(label=_("张贴至"), field_name="up_on", lookup_expr="lte", widget=DayInput)
    disclosure = django_filters.NumberFilter(
        field_name="disclosure", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )

    class Meta:
        model = Posting
        fields: list[str] = []

    def by_state(self, rows: Any, _name: str, state: str) -> QuerySet[Any]:
        """Hanging, hanging though it shouldn't, or taken down."""
        if state == "no":
            return rows.exclude(down_on=None)
        return rows.stale() if state == "stale" else rows.hanging()


class BoardCheckFilter(django_filters.FilterSet):
    """By words and days."""

    q = django_filters.CharFilter(label=_("检查内容或情况"), method="search")
    held_from = django_filters.DateFilter(
        label=_("检查自"), field_name="checked_on", lookup_expr="gte", widget=DayInput
    )
    held_to = django_filters.DateFilter(
        label=_("检查至"), field_name="checked_on", lookup_expr="lte", widget=DayInput
    )

    class Meta:
        model = BoardCheck
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of what was looked at or found."""
        return rows.filter(Q(scope__contains=text) | Q(finding__contains=text))


class CheckIssueFilter(django_filters.FilterSet):
    """By words, state and the day of the check."""

    q = django_filters.CharFilter(label=_("问题或要求"), method="search")
    state = django_filters.ChoiceFilter(
        label=_("状态"),
        method="by_state",
        choices=[("open", _("整改中")), ("done", _("已完成"))],
        empty_label=_("全部"),
    )
    held_from = django_filters.DateFilter(
        label=_("检查自"), field_name="check_held__checked_on", lookup_expr="gte", widget=DayInput
    )
    held_to = django_filters.DateFilter(
        label=_("检查至"), field_name="check_held__checked_on", lookup_expr="lte", widget=DayInput
    )

    class Meta:
        model = CheckIssue
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the problem or of what is asked for."""
        return rows.filter(Q(problem__contains=text) | Q(demand__contains=text))

    def by_state(self, rows: Any, _name: str, state: str) -> QuerySet[Any]:
        """Still to be done, or done."""
        return rows.unfinished() if state == "open" else rows.exclude(done_on=None)
