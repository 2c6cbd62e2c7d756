"""What the lists of letters and mailboxes can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from affairs.enums import LetterCategory, LetterStatus, LetterWay, MailboxKind, Satisfaction
from affairs.models import Letter, Mailbox
from unionoffice.pages import DayInput

SIGNED, ANONYMOUS = "signed", "anonymous"
ALL = _("全部")


class LetterFilter(django_filters.FilterSet):
    """By words, state, category and day; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("标题、内容或编号"), method="search")
    status = django_filters.ChoiceFilter(label=_("状态"), choices=LetterStatus.choices, empty_label=ALL)
    category = django_filters.ChoiceFilter(label=_("类别"), choices=LetterCategory.choices, empty_label=ALL)
    sender = django_filters.ChoiceFilter(
        label=_("署名"),
        choices=[(SIGNED, _("署名")), (ANONYMOUS, _("匿名"))],
        empty_label=ALL,
        method="by_sender",
    )
    satisfaction = django_filters.ChoiceFilter(label=_("评价"), choices=Satisfaction.choices, empty_label=ALL)
    received_from = django_filters.DateFilter(
        label=_("收到自"), field_name="received_on", lookup_expr="gte", widget=DayInput
    )
    received_to = django_filters.DateFilter(
        label=_("收到至"), field_name="received_on", lookup_expr="lte", widget=DayInput
    )
    late = django_filters.ChoiceFilter(
        label=_("期限"), choices=[("true", _("已超过"))], empty_label=ALL, method="by_late"
    )
    way = django_filters.ChoiceFilter(choices=LetterWay.choices, widget=forms.HiddenInput)
    proper = django_filters.BooleanFilter(method="by_proper", widget=forms.HiddenInput)
    replied = django_filters.BooleanFilter(method="by_replied", widget=forms.HiddenInput)
    in_time = django_filters.BooleanFilter(method="by_in_time", widget=forms.HiddenInput)
    rated = django_filters.BooleanFilter(method="by_rated", widget=forms.HiddenInput)
    published = django_filters.BooleanFilter(method="by_published", widget=forms.HiddenInput)
    published_from = django_filters.DateFilter(
        field_name="publication__published_on", lookup_expr="gte", widget=forms.HiddenInput
    )
    published_to = django_filters.DateFilter(
        field_name="publication__published_on", lookup_expr="lte", widget=forms.HiddenInput
    )
    mailbox = django_filters.NumberFilter(
        field_name="mailbox", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )

    class Meta:
        model = Letter
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the letter, or its number."""
        return rows.matching(text)

    def by_sender(self, rows: Any, _name: str, kind: str) -> QuerySet[Any]:
        """With a name, or without."""
        return rows.signed() if kind == SIGNED else rows.anonymous()

    def by_late(self, rows: Any, _name: str, _wanted: str) -> QuerySet[Any]:
        """What should have been answered by today."""
        return rows.overdue(timezone.localdate())

    def by_proper(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Without abuse that was put aside, or that alone."""
        return rows.proper() if wanted else rows.filter(status=LetterStatus.REFUSED)

    def by_replied(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What was answered, or what wasn't."""
        return rows.filter(answered_on__isnull=not wanted)

    def by_in_time(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What was answered by the day that was due."""
        return rows.replied_in_time() if wanted else rows

    def by_rated(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """What its sender has rated, or hasn't."""
        return rows.exclude(satisfaction="") if wanted else rows.filter(satisfaction="")

    def by_published(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Whose reply came onto the board."""
        return rows.filter(publication__isnull=not wanted)


class MailboxFilter(django_filters.FilterSet):
    """By name and form; the hidden ones serve figures."""

    q = django_filters.CharFilter(label=_("名称或地点"), method="search")
    kind = django_filters.ChoiceFilter(label=_("形式"), choices=MailboxKind.choices, empty_label=ALL)
    boxes = django_filters.BooleanFilter(method="by_boxes", widget=forms.HiddenInput)
    used_from = django_filters.DateFilter(method="by_days", widget=forms.HiddenInput)
    used_to = django_filters.DateFilter(method="by_days", widget=forms.HiddenInput)

    class Meta:
        model = Mailbox
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of its name or place."""
        return rows.filter(name__icontains=text) | rows.filter(place__icontains=text)

    def by_boxes(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Mailboxes alone, or posted phones alone."""
        return rows.exclude(kind=MailboxKind.PHONE) if wanted else rows.filter(kind=MailboxKind.PHONE)

    def by_days(self, rows: Any, name: str, day: Any) -> QuerySet[Any]:
        """In use on some day of a time: not ended before it, begun by its end."""
        if name == "used_from":
            return rows.exclude(in_use_to__lt=day).filter(in_use_from__isnull=False)
        return rows.filter(in_use_from__lte=day)
