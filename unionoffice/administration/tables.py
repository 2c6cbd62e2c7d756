"""The surface of the trail."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.audit import LogEntry
from unionoffice.pages import Column, Table


def kind_of(entry: LogEntry) -> str:
    """What the record is, in words; of a model that is gone, its old name."""
    model = entry.content_type.model_class()
    return str(model._meta.verbose_name) if model else entry.content_type.model


def moment_of(entry: LogEntry) -> str:
    """Day and minute."""
    return f"{timezone.localtime(entry.timestamp):%Y-%m-%d %H:%M}"


class TrailTable(Table):
    """One line an entry, the latest first."""

    columns = (
        Column(_("时间"), moment_of, order_by="timestamp"),
        Column(_("何人"), lambda entry: entry.actor_name or _("系统"), order_by="actor_name"),
        Column(_("做了什么"), lambda entry: entry.what, primary=True),
        Column(_("记录类型"), kind_of),
        Column(_("记录"), lambda entry: entry.object_repr),
        Column(_("说明"), lambda entry: entry.note),
    )
    empty = _("还没有操作记录。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The kind comes along."""
        return rows.select_related("content_type").order_by("-timestamp", "-pk")
