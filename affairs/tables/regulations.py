"""The surface of the list of regulations."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import RegulationKind, Standing, VersionStatus
from affairs.models import RegulationVersion
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

VERSION_TONES = {
    VersionStatus.DRAFT: Tone.ACTIVE,
    VersionStatus.CONSULTING: Tone.WAITS,
    VersionStatus.DELIBERATING: Tone.WAITS,
    VersionStatus.IN_FORCE: Tone.DONE,
    VersionStatus.ABOLISHED: Tone.CLOSED,
    VersionStatus.REPLACED: Tone.CLOSED,
    VersionStatus.DISCARDED: Tone.CLOSED,
}

STANDING_TONES = {
    Standing.COMING: Tone.WAITS,
    Standing.HOLDS: Tone.DONE,
    Standing.REVISED: Tone.CLOSED,
    Standing.ABOLISHED: Tone.CLOSED,
}


def version_badge(version: RegulationVersion, on: Any) -> Badge:
    """What the version is on its way, or how it stands on a day once it was enacted."""
    if standing := version.standing_on(on):
        return Badge(str(standing.label), STANDING_TONES[standing])
    status = VersionStatus(version.status)
    return Badge(str(status.label), VERSION_TONES[status])


def _standing(row: Any) -> Badge | str:
    """How the regulation stands on the day that the list is asked for."""
    if row.holds_from is not None:
        return Badge(str(Standing.HOLDS.label), Tone.DONE)
    if row.last_from is None:
        return Badge(str(_("尚未生效")), Tone.ACTIVE)
    if row.last_to is None:
        return Badge(str(Standing.COMING.label), Tone.WAITS)
    return Badge(str(Standing.ABOLISHED.label), Tone.CLOSED)


class RegulationTable(Table):
    """One line a regulation, as it stands on the day that is asked for."""

    columns: ClassVar[tuple[Column, ...]] = (
        Column(_("名称"), lambda row: row.title, order_by="title", primary=True),
        Column(_("类别"), lambda row: label_of(RegulationKind, row.kind), order_by="kind"),
        Column(_("责任部门"), lambda row: row.department.name if row.department else ""),
        Column(_("发文字号"), lambda row: row.holds_no),
        Column(_("通过或批准"), lambda row: row.adopted_by),
        Column(_("施行日期"), lambda row: row.holds_from, order_by="holds_from"),
        Column(_("效力"), _standing),
        Column(_("正在办理"), lambda row: label_of(VersionStatus, row.under_way or "")),
    )
    footers = (Footer(_("制度"), _("项")),)
    empty = _("还没有制度。请先起草一项，或导入已有的制度台账。")
    empty_to_readers = _("还没有施行的制度。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The department comes along."""
        return rows.select_related("department")
