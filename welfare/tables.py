"""The surface of the list of visits."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from finance.enums import Fund
from members.models import Member
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone
from welfare.enums import Occasion, Relation, VisitStatus
from welfare.models import Visit

TONES = {
    VisitStatus.REQUESTED: Tone.WAITS,
    VisitStatus.CHECKED: Tone.WAITS,
    VisitStatus.APPROVED: Tone.ACTIVE,
    VisitStatus.VISITED: Tone.ACTIVE,
    VisitStatus.PAID: Tone.DONE,
    VisitStatus.CLOSED: Tone.DONE,
    VisitStatus.REFUSED: Tone.CLOSED,
    VisitStatus.WITHDRAWN: Tone.CLOSED,
}


def visit_badge(visit: Visit) -> Badge:
    """Where the visit stands."""
    return Badge(label_of(VisitStatus, visit.status), TONES[VisitStatus(visit.status)])


class VisitTable(Table):
    """One line a visit, the latest request first."""

    columns = (
        Column(_("编号"), lambda visit: visit.number, order_by="number"),
        Column(_("教职工"), lambda visit: visit.member.name, order_by="member__pinyin", primary=True),
        Column(_("事由"), lambda visit: label_of(Occasion, visit.occasion), order_by="occasion"),
        Column(_("对象"), lambda visit: label_of(Relation, visit.relation)),
        Column(_("慰问日期"), lambda visit: visit.visited_on, order_by="visited_on"),
        Column(_("慰问品"), lambda visit: visit.goods),
        Column(_("金额（元）"), lambda visit: visit.total),
        Column(_("经费来源"), lambda visit: label_of(Fund, visit.fund)),
        Column(_("状态"), visit_badge, order_by="status"),
    )
    footers = (
        Footer(_("人次"), _("人次")),
        Footer(_("人数"), _("人"), Measure.PEOPLE, lambda rows: rows.people()),
        Footer(_("金额"), _("元"), Measure.SUM, lambda rows: rows.total()),
    )
    empty = _("还没有慰问记录。请先申请一次慰问。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The person comes along, without what is encrypted."""
        return rows.select_related("member").defer("circumstances", *Member.secrets_of("member"))
