"""The surface of the list of surveys."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import SurveyStatus
from affairs.models import Survey
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

TONES = {
    SurveyStatus.DRAFT: Tone.ACTIVE,
    SurveyStatus.OPEN: Tone.WAITS,
    SurveyStatus.CLOSED: Tone.DONE,
    SurveyStatus.DISCARDED: Tone.CLOSED,
}


def survey_badge(survey: Survey) -> Badge:
    """Where the survey stands."""
    return Badge(label_of(SurveyStatus, survey.status), TONES[SurveyStatus(survey.status)])


def _percent(value: Any) -> str:
    return "" if value is None else f"{value}%"


class SurveyTable(Table):
    """One line a survey, the latest first."""

    columns = (
        Column(_("编号"), lambda row: row.short_number),
        Column(_("问卷标题"), lambda row: row.title, order_by="title", primary=True),
        Column(_("截止日期"), lambda row: row.closes_on, order_by="closes_on"),
        Column(_("结束日期"), lambda row: row.closed_on, order_by="closed_on"),
        Column(_("发放份数"), lambda row: row.sent, order_by="sent"),
        Column(_("回收份数"), lambda row: row.answered, order_by="answered"),
        Column(_("回收率"), lambda row: _percent(row.rate)),
        Column(_("满意度"), lambda row: _percent(row.satisfaction), order_by="satisfaction"),
        Column(_("状态"), survey_badge, order_by="status"),
    )
    footers = (
        Footer(_("问卷"), _("次")),
        Footer(_("发放"), _("份"), Measure.COUNT, lambda rows: rows.sent_out(), behind="affairs.surveys.sent"),
        Footer(_("回收"), _("份"), Measure.COUNT, lambda rows: rows.given_back(), behind="affairs.surveys.answered"),
        Footer(_("回收率"), _("%"), Measure.RATIO, lambda rows: rows.response_rate(), behind="affairs.surveys.rate"),
        Footer(
            _("满意度"),
            _("%"),
            Measure.RATIO,
            lambda rows: rows.satisfaction_rate(),
            behind="affairs.surveys.satisfaction",
        ),
    )
    empty = _("还没有问卷。可以新建一份，也可以补录在纸上做过的。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """What isn't over before what is, the latest first; without what is said to those who answer."""
        latest = (F("closed_on").desc(nulls_first=True), F("opened_on").desc(nulls_first=True), "-pk")
        return rows.defer("intro").order_by(*latest)
