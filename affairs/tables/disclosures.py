"""The surface of the list of disclosures."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, DisclosureStatus, Reach, Sphere, Stage, Timing
from affairs.models import Disclosure
from affairs.selectors import with_reads
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    DisclosureStatus.DRAFT: Tone.ACTIVE,
    DisclosureStatus.SUBMITTED: Tone.WAITS,
    DisclosureStatus.ENDORSED: Tone.WAITS,
    DisclosureStatus.RETURNED: Tone.OFFICIAL,
    DisclosureStatus.APPROVED: Tone.WAITS,
    DisclosureStatus.PUBLISHED: Tone.DONE,
    DisclosureStatus.CORRECTED: Tone.CLOSED,
    DisclosureStatus.TAKEN_DOWN: Tone.CLOSED,
    DisclosureStatus.ARCHIVED: Tone.CLOSED,
    DisclosureStatus.DISCARDED: Tone.CLOSED,
}


def disclosure_badge(disclosure: Disclosure) -> Badge:
    """Where the disclosure stands."""
    return Badge(label_of(DisclosureStatus, disclosure.status), TONES[DisclosureStatus(disclosure.status)])


class DisclosureTable(Table):
    """One line a version, the latest draft first."""

    columns = (
        Column(_("编号"), lambda row: row.short_number, order_by="number"),
        Column(_("标题"), lambda row: row.title, order_by="title", primary=True),
        Column(_("公开事务"), lambda row: label_of(Sphere, row.sphere), order_by="sphere"),
        Column(_("类别"), lambda row: label_of(Category, row.category), order_by="category"),
        Column(_("公开范围"), lambda row: label_of(Reach, row.reach)),
        Column(_("公开日期"), lambda row: row.published_on, order_by="published_on"),
        Column(_("阅读"), lambda row: row.reads if row.number else "", order_by="reads"),
        Column(_("状态"), disclosure_badge, order_by="status"),
    )
    export_columns = (
        Column(_("公开时限"), lambda row: label_of(Timing, row.timing)),
        Column(_("公开阶段"), lambda row: label_of(Stage, row.stage)),
    )
    footers = (
        Footer(_("事项"), _("项")),
        Footer(
            _("类别"),
            _("类"),
            Measure.COUNT,
            lambda rows: rows.categories(),
            behind="affairs.disclosures.categories",
        ),
    )
    empty = _("还没有公开事项。请先起草一件。")
    empty_to_readers = _("还没有公开事项。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """What isn't public yet before what is, the latest first; with how often each was read up to last night."""
        latest = (F("published_on").desc(nulls_first=True), "-drafted_on", "-pk")
        return with_reads(rows.without_text()).order_by(*latest)
