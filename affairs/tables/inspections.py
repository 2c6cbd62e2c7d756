"""The surface of the lists of inspections, schemes and what is set right."""

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import InspectionKind, InspectionLevel, InspectionStatus
from affairs.models import Inspection, Rectification, marks_text
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    InspectionStatus.PREPARING: Tone.ACTIVE,
    InspectionStatus.CONCLUDED: Tone.DONE,
    InspectionStatus.RECTIFYING: Tone.WAITS,
    InspectionStatus.CLOSED: Tone.CLOSED,
}


def inspection_badge(inspection: Inspection) -> Badge:
    """Where the inspection stands."""
    return Badge(label_of(InspectionStatus, inspection.status), TONES[InspectionStatus(inspection.status)])


def rectification_badge(demand: Rectification) -> Badge:
    """Whether it was done."""
    return Badge(str(_("整改中")), Tone.WAITS) if demand.done_on is None else Badge(str(_("已完成")), Tone.DONE)


class InspectionTable(Table):
    """One line an inspection, the latest first."""

    columns = (
        Column(_("编号"), lambda row: row.short_number),
        Column(_("名称"), lambda row: row.title, order_by="title", primary=True),
        Column(_("类型"), lambda row: label_of(InspectionKind, row.kind), order_by="kind"),
        Column(_("级别"), lambda row: label_of(InspectionLevel, row.level), order_by="level"),
        Column(_("检查单位"), lambda row: row.by_whom),
        Column(_("日期"), lambda row: row.when_in_lists, order_by="held_on"),
        Column(_("得分"), lambda row: row.score_text, order_by="score"),
        Column(_("结果"), lambda row: row.result),
        Column(_("状态"), inspection_badge, order_by="status"),
    )
    footers = (Footer(_("检查评估"), _("次")),)
    empty = _("还没有检查评估。上级来校检查或学校自评，请登记一次。")
    empty_to_readers = _("还没有检查评估。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Without what was said."""
        return rows.defer("comment")


class SchemeTable(Table):
    """One line a scheme, the latest first."""

    columns = (
        Column(_("名称"), lambda row: row.name, order_by="name", primary=True),
        Column(_("制定单位"), lambda row: row.issuer, order_by="issuer"),
        Column(_("执行年份"), lambda row: f"{row.valid_from}", order_by="valid_from"),
        Column(_("满分"), lambda row: marks_text(row.full_mark), order_by="full_mark"),
        Column(_("检查次数"), lambda row: row.used),
    )
    footers = (Footer(_("方案"), _("个")),)
    empty = _("还没有评分方案。可以把上级印发的评分表从 Excel 里粘贴进来。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With how often something was scored by it."""
        return rows.annotate(used=Count("inspections")).order_by("-valid_from", "name", "pk")


class RectificationTable(Table):
    """One line a demand, what is due first on top."""

    columns = (
        Column(_("整改事项"), lambda row: row.demand, primary=True),
        Column(_("检查评估"), lambda row: row.inspection.title),
        Column(_("责任人"), lambda row: row.responsible),
        Column(_("整改期限"), lambda row: row.due_on, order_by="due_on"),
        Column(_("完成日期"), lambda row: row.done_on, order_by="done_on"),
        Column(_("状态"), rectification_badge),
    )
    footers = (Footer(_("整改事项"), _("项")),)
    empty = _("没有整改事项。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the inspection that it came from."""
        return rows.select_related("inspection")
