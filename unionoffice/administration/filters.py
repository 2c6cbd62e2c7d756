"""What the trail can be narrowed by."""

from datetime import date, datetime, time, timedelta
from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.audit import LogEntry, own_models
from unionoffice.pages import DayInput

PLAIN_WORDS = {"新建": LogEntry.Action.CREATE, "修改": LogEntry.Action.UPDATE, "删除": LogEntry.Action.DELETE}
"""What is said of an entry that has no verb of its own."""


def kinds() -> list[tuple[str, str]]:
    """The kinds of record that leave a trail, by their names."""
    audited = (model._meta for model in own_models() if hasattr(model, "AUDITED"))
    return sorted(((meta.label_lower, str(meta.verbose_name)) for meta in audited), key=lambda kind: kind[1])


class TrailFilter(django_filters.FilterSet):
    """By person, deed, kind of record and day."""

    who = django_filters.CharFilter(label=_("何人"), field_name="actor_name", lookup_expr="contains")
    deed = django_filters.CharFilter(label=_("做了什么"), method="by_deed")
    kind = django_filters.ChoiceFilter(label=_("记录类型"), choices=kinds, method="by_kind", empty_label=_("全部"))
    first = django_filters.DateFilter(label=_("自"), method="by_first", widget=DayInput)
    last = django_filters.DateFilter(label=_("至"), method="by_last", widget=DayInput)

    class Meta:
        model = LogEntry
        fields: list[str] = []

    def by_deed(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """The verb; or, of what somebody just filled in, 新建, 修改 or 删除."""
        plain = [action for word, action in PLAIN_WORDS.items() if text in word]
        return rows.filter(Q(verb__contains=text) | Q(verb="", action__in=plain))

    def by_kind(self, rows: Any, _name: str, label: str) -> QuerySet[Any]:
        """One model's records."""
        app, model = label.split(".")
        return rows.filter(content_type__in=ContentType.objects.filter(app_label=app, model=model))

    def by_first(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """From the beginning of that day."""
        return rows.filter(timestamp__gte=_midnight(day))

    def by_last(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """To the end of that day."""
        return rows.filter(timestamp__lt=_midnight(day + timedelta(days=1))) if day < date.max else rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
