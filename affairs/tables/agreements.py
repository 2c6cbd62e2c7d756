"""The surface of the lists of agreements and of their checks."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import AgreementKind, AgreementStatus, Fulfilment
from affairs.models import Agreement, AgreementCheck
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    AgreementStatus.DRAFT: Tone.ACTIVE,
    AgreementStatus.NEGOTIATING: Tone.WAITS,
    AgreementStatus.PASSED: Tone.WAITS,
    AgreementStatus.SIGNED: Tone.DONE,
    AgreementStatus.FILED: Tone.DONE,
    AgreementStatus.EXPIRED: Tone.CLOSED,
    AgreementStatus.ENDED: Tone.CLOSED,
    AgreementStatus.DISCARDED: Tone.CLOSED,
}


def agreement_badge(agreement: Agreement) -> Badge:
    """Where the agreement stands."""
    return Badge(label_of(AgreementStatus, agreement.status), TONES[AgreementStatus(agreement.status)])


def agreement_check_badge(check: AgreementCheck) -> Badge:
    """Whether something waits to be put right."""
    if check.due_on is None:
        return Badge(str(_("无需整改")), Tone.DONE)
    return Badge(str(_("整改中")), Tone.WAITS) if check.done_on is None else Badge(str(_("已整改")), Tone.DONE)


class AgreementTable(Table):
    """One line an agreement, the latest first."""

    columns = (
        Column(_("编号"), lambda row: row.short_number),
        Column(_("名称"), lambda row: row.title, order_by="title", primary=True),
        Column(_("类型"), lambda row: label_of(AgreementKind, row.kind), order_by="kind"),
        Column(_("签订日期"), lambda row: row.signed_on, order_by="signed_on"),
        Column(_("期限自"), lambda row: row.from_on, order_by="from_on"),
        Column(_("期限至"), lambda row: row.to_on, order_by="to_on"),
        Column(_("备案号"), lambda row: row.filing_no),
        Column(_("状态"), agreement_badge, order_by="status"),
    )
    footers = (Footer(_("合同"), _("份")),)
    empty = _("还没有集体合同。")


class AgreementCheckTable(Table):
    """One line a check, the latest first."""

    columns = (
        Column(_("检查日期"), lambda row: row.checked_on, order_by="checked_on", primary=True),
        Column(_("集体合同"), lambda row: row.agreement.title),
        Column(_("检查人员"), lambda row: row.people),
        Column(_("已履行"), lambda row: row.kept),
        Column(_("未完全履行"), lambda row: row.unkept),
        Column(_("整改期限"), lambda row: row.due_on, order_by="due_on"),
        Column(_("整改"), agreement_check_badge),
    )
    footers = (Footer(_("检查"), _("次")),)
    empty = _("还没有履行检查。请打开一份集体合同，登记检查。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what was found, counted."""
        kept = Count("findings", Q(findings__fulfilment=Fulfilment.KEPT))
        unkept = Count("findings", Q(findings__fulfilment__in=[Fulfilment.PARTLY, Fulfilment.NOT_KEPT]))
        rows = rows.select_related("agreement").annotate(kept=kept, unkept=unkept)
        return rows.order_by("-checked_on", "-pk")
