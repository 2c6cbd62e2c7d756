"""The surface of the lists of public notices and objections."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import CandidateResult, Finding, NoticeObject, NoticeStatus, ObjectionWay, Sphere
from affairs.models import Objection, PublicNotice
from affairs.selectors import with_outcome
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

NOTICE_TONES = {
    NoticeStatus.DRAFT: Tone.ACTIVE,
    NoticeStatus.SUBMITTED: Tone.WAITS,
    NoticeStatus.RETURNED: Tone.OFFICIAL,
    NoticeStatus.POSTED: Tone.WAITS,
    NoticeStatus.CONCLUDED: Tone.DONE,
    NoticeStatus.DOCUMENTED: Tone.DONE,
    NoticeStatus.WITHDRAWN: Tone.CLOSED,
}

FINDING_TONES = {
    Finding.TRUE: Tone.OFFICIAL,
    Finding.PARTLY: Tone.OFFICIAL,
    Finding.UNTRUE: Tone.DONE,
    Finding.UNVERIFIABLE: Tone.CLOSED,
}

RESULT_TONES = {
    CandidateResult.PASSED: Tone.DONE,
    CandidateResult.PARTLY: Tone.WAITS,
    CandidateResult.FAILED: Tone.CLOSED,
}


def notice_badge(notice: PublicNotice) -> Badge:
    """Where the notice stands."""
    return Badge(label_of(NoticeStatus, notice.status), NOTICE_TONES[NoticeStatus(notice.status)])


def objection_badge(objection: Objection) -> Badge:
    """What was found, or that it waits."""
    if not objection.finding:
        return Badge(str(_("待认定")), Tone.WAITS)
    return Badge(label_of(Finding, objection.finding), FINDING_TONES[Finding(objection.finding)])


def result_badge(result: str) -> Badge | None:
    """What came out."""
    return Badge(label_of(CandidateResult, result), RESULT_TONES[CandidateResult(result)]) if result else None


class PublicNoticeTable(Table):
    """One line a notice, the latest draft first. Who is named stands on its page, where names are masked."""

    columns = (
        Column(_("编号"), lambda row: row.short_number, order_by="number"),
        Column(_("标题"), lambda row: row.title, order_by="title", primary=True),
        Column(_("公示对象"), lambda row: label_of(NoticeObject, row.object), order_by="object"),
        Column(_("人数"), lambda row: row.people or 0),
        Column(_("公示日期"), lambda row: row.posted_on, order_by="posted_on"),
        Column(_("截止日期"), lambda row: row.ends_on, order_by="ends_on"),
        Column(_("异议"), lambda row: row.objected or 0),
        Column(_("结果"), lambda row: label_of(CandidateResult, row.result)),
        Column(_("状态"), notice_badge, order_by="status"),
    )
    export_columns = (
        Column(_("公开事务"), lambda row: label_of(Sphere, row.sphere)),
        Column(_("工作日"), lambda row: row.days),
        Column(_("结束日期"), lambda row: row.concluded_on),
        Column(_("结果文号"), lambda row: row.document_no),
    )
    footers = (
        Footer(_("公示"), _("次")),
        Footer(_("公示对象"), _("人次"), Measure.COUNT, lambda rows: rows.people()),
    )
    empty = _("还没有公示。请先起草一份。")
    empty_to_readers = _("还没有公示。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """What isn't posted yet before what is, the latest first; with how many are named and object."""
        latest = (F("posted_on").desc(nulls_first=True), "-drafted_on", "-pk")
        return with_outcome(rows.defer("text")).order_by(*latest)


class ObjectionTable(Table):
    """One line an objection, in no order of arrival."""

    columns = (
        Column(_("公示"), lambda row: row.notice.title, primary=True),
        Column(_("提出方式"), lambda row: label_of(ObjectionWay, row.way)),
        Column(_("署名"), lambda row: _("匿名") if row.is_anonymous else _("具名")),
        Column(_("提出日期"), lambda row: row.received_on, order_by="received_on"),
        Column(_("处理日期"), lambda row: row.handled_on, order_by="handled_on"),
        Column(_("认定"), objection_badge, order_by="finding"),
    )
    footers = (Footer(_("异议"), _("条")),)
    empty = _("没有异议。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the notice that each is about, the latest notices first; within a notice by their random keys."""
        told = rows.select_related("notice").defer("notice__text", "text")
        return told.order_by("-notice__posted_on", "notice", "id")
