"""The surface of what was imported."""

from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from members.models import RosterImport
from unionoffice.pages import Badge, Column, Footer, Table
from unionoffice.tones import Tone


def import_badge(record: RosterImport) -> Badge:
    """Whether it stands."""
    return Badge(str(_("已收回")), Tone.CLOSED) if record.is_taken_back else Badge(str(_("已导入")), Tone.DONE)


class RosterImportTable(Table):
    """One line an import, the latest first."""

    columns = (
        Column(_("文件名"), lambda record: record.name, primary=True),
        Column(_("导入日期"), lambda record: localdate(record.applied_at), order_by="applied_at"),
        Column(_("导入人"), lambda record: record.applied_by and record.applied_by.name),
        Column(_("新增"), lambda record: record.new, order_by="new"),
        Column(_("变更"), lambda record: record.changed, order_by="changed"),
        Column(_("不变"), lambda record: record.unchanged, order_by="unchanged"),
        Column(_("状态"), import_badge),
    )
    footers = (Footer(_("导入"), _("次")),)
    empty = _("还没有导入过花名册。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With who imported; what is encrypted stays where it is."""
        return rows.select_related("applied_by").defer("journal")
