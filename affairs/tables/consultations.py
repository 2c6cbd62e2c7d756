"""The surface of the list of consultations."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import ConsultationStatus, Decision, Voice
from affairs.models import Consultation
from affairs.selectors import OpinionCount, count_opinions
from unionoffice.figures import Measure, percentage
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

CONSULTATION_TONES = {
    ConsultationStatus.DRAFT: Tone.ACTIVE,
    ConsultationStatus.OPEN: Tone.WAITS,
    ConsultationStatus.ANSWERING: Tone.WAITS,
    ConsultationStatus.CONCLUDED: Tone.DONE,
    ConsultationStatus.WITHDRAWN: Tone.CLOSED,
}


def consultation_badge(consultation: Consultation) -> Badge:
    """Where it stands."""
    status = ConsultationStatus(consultation.status)
    return Badge(label_of(ConsultationStatus, status), CONSULTATION_TONES[status])


def _counted(rows: QuerySet[Any]) -> OpinionCount:
    return count_opinions(rows.order_by().values("pk"))


def _of_voice(*voices: Voice) -> Any:
    return lambda rows: sum(_counted(rows).by_voice.get(voice, 0) for voice in voices)


def _of_decision(decision: Decision) -> Any:
    return lambda rows: _counted(rows).points.get(decision, 0)


def _rate(rows: QuerySet[Any]) -> Any:
    counted = _counted(rows)
    return percentage(counted.taken_up, counted.answered)


class ConsultationTable(Table):
    """One line a consultation; how much came in is told once it is closed."""

    columns = (
        Column(_("编号"), lambda row: row.short_number, order_by="number"),
        Column(_("标题"), lambda row: row.title, order_by="title", primary=True),
        Column(_("征求范围"), lambda row: row.audience.name),
        Column(_("开始日期"), lambda row: row.opened_on, order_by="opened_on"),
        Column(_("截止日期"), lambda row: row.closes_on, order_by="closes_on"),
        Column(_("状态"), consultation_badge, order_by="status"),
    )
    footers = (
        Footer(_("征求意见"), _("次")),
        Footer(
            _("意见"),
            _("条"),
            of=lambda rows: _counted(rows).opinions,
            behind="affairs.consultations.opinions",
        ),
        Footer(
            _("署名意见"),
            _("条"),
            of=_of_voice(Voice.OPEN, Voice.NAMED),
            behind="affairs.consultations.opinions.named",
        ),
        Footer(_("小组意见"), _("条"), of=_of_voice(Voice.GROUP), behind="affairs.consultations.opinions.group"),
        Footer(
            _("匿名意见"), _("条"), of=_of_voice(Voice.ANONYMOUS), behind="affairs.consultations.opinions.anonymous"
        ),
        Footer(
            _("署名人数"),
            _("人"),
            Measure.PEOPLE,
            lambda rows: _counted(rows).people,
            behind="affairs.consultations.people",
        ),
        Footer(
            _("小组讨论"),
            _("人次"),
            of=lambda rows: _counted(rows).in_groups,
            behind="affairs.consultations.in_groups",
        ),
        Footer(_("要点"), _("条"), of=lambda rows: _counted(rows).answered, behind="affairs.consultations.points"),
        *(
            Footer(
                decision.label,
                _("条"),
                of=_of_decision(decision),
                behind=f"affairs.consultations.points.{decision.value}",
            )
            for decision in Decision
        ),
        Footer(_("采纳率"), "%", Measure.RATIO, _rate, behind="affairs.consultations.rate"),
    )
    empty = _("还没有征求意见。请先起草一次。")
    empty_to_readers = _("还没有向您征求意见。开始征求时会通知您。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Without the texts; the audience comes along."""
        return rows.defer("text", "revised_text").select_related("audience")
