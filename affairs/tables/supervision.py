"""The surface of the list of supervision."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import SupervisionKind, SupervisionStatus, TakingPart
from affairs.models import Supervision
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    SupervisionStatus.RECORDED: Tone.ACTIVE,
    SupervisionStatus.FOLLOWED: Tone.WAITS,
    SupervisionStatus.CLOSED: Tone.DONE,
}


def supervision_badge(supervision: Supervision) -> Badge:
    """Where the supervision stands."""
    return Badge(label_of(SupervisionStatus, supervision.status), TONES[SupervisionStatus(supervision.status)])


def due_text(due_on: date | None) -> str:
    """The day by which something is to be put right, for a list."""
    return due_on.isoformat() if due_on else ""


class SupervisionTable(Table):
    """One line a supervision, the latest first."""

    columns = (
        Column(_("编号"), lambda row: row.short_number),
        Column(_("监督事项"), lambda row: row.title, order_by="title", primary=True),
        Column(_("监督类别"), lambda row: label_of(SupervisionKind, row.kind), order_by="kind"),
        Column(_("监督方式"), lambda row: label_of(TakingPart, row.part)),
        Column(_("日期"), lambda row: row.when_in_lists, order_by="held_on"),
        Column(_("参加人数"), lambda row: row.present or ""),
        Column(_("整改期限"), lambda row: due_text(row.due_on), order_by="due_on"),
        Column(_("状态"), supervision_badge, order_by="status"),
    )
    footers = (
        Footer(_("监督"), _("次")),
        Footer(_("类别"), _("类"), Measure.COUNT, lambda rows: rows.kinds(), behind="affairs.supervision.kinds"),
        Footer(
            _("参加人员"), _("人"), Measure.PEOPLE, lambda rows: rows.people(), behind="affairs.supervision.people"
        ),
        Footer(_("涉及金额"), _("元"), Measure.SUM, lambda rows: rows.money(), behind="affairs.supervision.money"),
    )
    empty = _("还没有监督记录。工会参加了采购、招标、食堂等方面的监督，请登记一次。")
    empty_to_readers = _("还没有监督记录。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With how many of the union's people were there, and without what was found."""
        return (
            rows.defer("finding", "follow_up", "outcome")
            .annotate(present=Count("people"))
            .order_by("-held_on", "-pk")
        )
