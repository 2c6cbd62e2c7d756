"""The surface of what staff ask of the office."""

from typing import Any

from django.db.models import Case, QuerySet, When
from django.utils.translation import gettext_lazy as _

from members.enums import ApplicationStatus, CorrectionStatus
from members.models import CorrectionRequest, JoinApplication, Member
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

CORRECTION_TONES = {
    CorrectionStatus.OPEN: Tone.WAITS,
    CorrectionStatus.CORRECTED: Tone.DONE,
    CorrectionStatus.DECLINED: Tone.CLOSED,
}


def correction_badge(correction: CorrectionRequest) -> Badge:
    """What became of a request, in words and colour."""
    status = CorrectionStatus(correction.status)
    return Badge(label_of(CorrectionStatus, status), CORRECTION_TONES[status])


class CorrectionTable(Table):
    """One line a request. What is proposed stands on its page alone."""

    columns = (
        Column(_("申请人"), lambda correction: correction.member.name, order_by="member__pinyin", primary=True),
        Column(_("更正项目"), lambda correction: correction.what),
        Column(_("申请日期"), lambda correction: correction.requested_on, order_by="requested_on"),
        Column(_("状态"), correction_badge, order_by="status"),
        Column(_("办理日期"), lambda correction: correction.decided_on, order_by="decided_on"),
    )
    footers = (Footer(_("申请"), _("件")),)
    empty = _("还没有更正申请。教职工在“我的”页面提出。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """People come along, without what is encrypted; what waits stands first."""
        hidden = [*CorrectionRequest.SENSITIVE, *Member.secrets_of("member")]
        waits = Case(When(status=CorrectionStatus.OPEN, then=0), default=1)
        return rows.select_related("member").defer(*hidden).order_by(waits, "-requested_on", "-pk")


APPLICATION_TONES = {
    ApplicationStatus.FILED: Tone.WAITS,
    ApplicationStatus.APPROVED: Tone.DONE,
    ApplicationStatus.REFUSED: Tone.CLOSED,
    ApplicationStatus.WITHDRAWN: Tone.CLOSED,
}


def application_badge(application: JoinApplication) -> Badge:
    """What came of an application, in words and colour."""
    status = ApplicationStatus(application.status)
    return Badge(label_of(ApplicationStatus, status), APPLICATION_TONES[status])


class JoinApplicationTable(Table):
    """One line an application to join."""

    columns = (
        Column(_("申请人"), lambda application: application.member.name, order_by="member__pinyin", primary=True),
        Column(_("申请日期"), lambda application: application.applied_on, order_by="applied_on"),
        Column(_("状态"), application_badge, order_by="status"),
        Column(_("审批日期"), lambda application: application.decided_on, order_by="decided_on"),
    )
    footers = (Footer(_("申请"), _("件")),)
    empty = _("还没有入会申请。没有入会的教职工在“我的”页面提出。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """People come along, without what is encrypted; what waits stands first."""
        waits = Case(When(status=ApplicationStatus.FILED, then=0), default=1)
        found = rows.select_related("member").defer(*Member.secrets_of("member"))
        return found.order_by(waits, "-applied_on", "-pk")
