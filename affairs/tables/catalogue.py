"""The surface of the catalogue."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, Reach, Sphere, Stage
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone


class CatalogueItemTable(Table):
    """The catalogue, the school's matters before the union's."""

    columns = (
        Column(_("公开内容"), lambda item: item.content, order_by="content", primary=True),
        Column(_("公开事务"), lambda item: label_of(Sphere, item.sphere), order_by="sphere"),
        Column(_("类别"), lambda item: label_of(Category, item.category), order_by="category"),
        Column(_("责任部门"), lambda item: item.department.name if item.department else ""),
        Column(_("公开形式"), lambda item: item.ways_text),
        Column(_("公开范围"), lambda item: label_of(Reach, item.reach)),
        Column(_("公开时限"), lambda item: item.timing_text),
        Column(_("公开阶段"), lambda item: label_of(Stage, item.stage)),
        Column(
            _("状态"),
            lambda item: Badge(str(_("使用中")), Tone.DONE) if item.is_in_use else Badge(str(_("停用")), Tone.CLOSED),
            order_by="is_in_use",
        ),
    )
    footers = (
        Footer(_("目录"), _("项")),
        Footer(
            _("类别"),
            _("类"),
            of=lambda rows: rows.order_by().values("category").distinct().count(),
            behind="affairs.catalogue.categories",
        ),
    )
    empty = _("公开目录还是空的。请先添加一项。")
    empty_to_readers = _("公开目录还是空的。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """In the order of the paper; the department comes along."""
        return rows.in_order().select_related("department")


class CatalogueEditionTable(Table):
    """The issued catalogues, the latest first."""

    columns = (
        Column(_("版本"), str, primary=True),
        Column(_("发布日期"), lambda edition: edition.issued_on, order_by="issued_on"),
        Column(_("施行日期"), lambda edition: edition.from_on, order_by="from_on"),
        Column(_("目录"), lambda edition: len(edition.rows)),
        Column(_("发布说明"), lambda edition: edition.note),
    )
    footers = (Footer(_("版本"), _("版")),)
    empty = _("公开目录还没有发布。核对目录后按“发布目录”，从施行之日起统计和提醒。")
