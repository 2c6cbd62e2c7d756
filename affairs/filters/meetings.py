"""What the lists of meetings, of their opinions and of their tasks can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import MeetingKind, MeetingStatus, OpinionOutcome, TaskStatus
from affairs.models import Meeting, MeetingOpinion, MeetingTask
from unionoffice.pages import DayInput


def _days(path: str = "") -> tuple[django_filters.DateFilter, django_filters.DateFilter]:
    """From and to; a meeting of which only month, term or year is known lies there with all of it."""
    first = django_filters.DateFilter(
        label=_("会议日期自"), field_name=f"{path}held_on", lookup_expr="gte", widget=DayInput
    )
    last = django_filters.DateFilter(
        label=_("会议日期至"), field_name=f"{path}held_until", lookup_expr="lte", widget=DayInput
    )
    return first, last


def _group(field_name: str) -> django_filters.NumberFilter:
    return django_filters.NumberFilter(
        field_name=field_name, widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )


class MeetingFilter(django_filters.FilterSet):
    """By words, kind, state and day; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("名称、专题或地点"), method="search")
    kind = django_filters.ChoiceFilter(label=_("会议类型"), choices=MeetingKind.choices, empty_label=_("全部"))
    status = django_filters.ChoiceFilter(label=_("状态"), choices=MeetingStatus.choices, empty_label=_("全部"))
    held_from, held_to = _days()
    year = django_filters.NumberFilter(label=_("年度"), field_name="held_on__year", min_value=1, max_value=9999)
    held = django_filters.BooleanFilter(method="by_held", widget=forms.HiddenInput)
    group = _group("group")

    class Meta:
        model = Meeting
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Title, theme or place."""
        return rows.matching(text)

    def by_held(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Only meetings that took place."""
        return rows.held() if wanted else rows


class MeetingOpinionFilter(django_filters.FilterSet):
    """By words, kind of meeting, whether and how it was answered, and day."""

    q = django_filters.CharFilter(label=_("意见或答复"), method="search")
    kind = django_filters.ChoiceFilter(
        label=_("会议类型"), field_name="meeting__kind", choices=MeetingKind.choices, empty_label=_("全部")
    )
    answered = django_filters.BooleanFilter(
        label=_("答复"),
        method="by_answered",
        widget=forms.Select(choices=[("", _("全部")), ("true", _("已答复")), ("false", _("未答复"))]),
    )
    outcome = django_filters.ChoiceFilter(label=_("处理"), choices=OpinionOutcome.choices, empty_label=_("全部"))
    held_from, held_to = _days("meeting__")
    group = _group("meeting__group")

    class Meta:
        model = MeetingOpinion
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of either."""
        return rows.filter(Q(text__contains=text) | Q(answer__contains=text))

    def by_answered(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Whether there is an answer."""
        return rows.exclude(outcome="") if wanted else rows.filter(outcome="")


class MeetingTaskFilter(django_filters.FilterSet):
    """By words, state, whose it is, kind of meeting, and day."""

    q = django_filters.CharFilter(label=_("任务"), field_name="text", lookup_expr="contains")
    mine = django_filters.BooleanFilter(
        label=_("谁的任务"),
        method="by_mine",
        widget=forms.Select(choices=[("", _("全部")), ("true", _("我的任务"))]),
    )
    status = django_filters.ChoiceFilter(label=_("办理情况"), choices=TaskStatus.choices, empty_label=_("全部"))
    kind = django_filters.ChoiceFilter(
        label=_("会议类型"), field_name="meeting__kind", choices=MeetingKind.choices, empty_label=_("全部")
    )
    held_from, held_to = _days("meeting__")
    group = _group("meeting__group")
    counted = django_filters.BooleanFilter(method="by_counted", widget=forms.HiddenInput)

    class Meta:
        model = MeetingTask
        fields: list[str] = []

    def by_mine(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What the reader is to do."""
        return rows.asked_of(self.request.user) if wanted else rows

    def by_counted(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Without what was given up."""
        return rows.exclude(status=TaskStatus.DROPPED) if wanted else rows
