"""What can be counted of surveys."""

from decimal import Decimal

from django.utils.translation import gettext as _

from affairs.models import Survey
from affairs.selectors import surveys_closed
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure, Notable
from unionoffice.periods import Period


def survey_figures(period: Period, scope: Scope) -> FigureSet:
    """Surveys that ended in the period, how many were asked and answered, and how satisfied people were.

    They are the whole school's: a group has none of its own.
    """
    if not scope.is_whole:
        return FigureSet()
    closed = surveys_closed(period.start, period.end)
    rated = closed.filter(satisfaction__isnull=False).count()
    return FigureSet(
        figures=(
            _figure("affairs.surveys", _("问卷调查"), closed.count(), _("次"), period),
            _figure("affairs.surveys.sent", _("发放问卷"), closed.sent_out(), _("份"), period),
            _figure("affairs.surveys.answered", _("回收问卷"), closed.given_back(), _("份"), period),
            _figure("affairs.surveys.rate", _("问卷回收率"), closed.response_rate(), "%", period),
            _figure(
                "affairs.surveys.satisfaction",
                _("平均满意度") if rated > 1 else _("满意度"),
                closed.satisfaction_rate(),
                "%",
                period,
            ),
        ),
        notables=tuple(_notable(survey) for survey in closed.order_by("closed_on", "pk")),
    )


def _notable(survey: Survey) -> Notable:
    words = _("“%(title)s”") % {"title": survey.title}
    if survey.answered is not None:
        words += _("回收%(n)d份") % {"n": survey.answered}
    if survey.satisfaction is not None:
        words += _("，满意度%(rate)s%%") % {"rate": survey.satisfaction}
    return Notable("survey", words, survey.get_absolute_url())


def _figure(key: str, label: str, value: int | Decimal, unit: str, period: Period) -> Figure:
    measure = Measure.RATIO if unit == "%" else Measure.COUNT
    days = {"closed_from": period.start, "closed_to": period.end}
    return Figure.listed("affairs:survey-list", key, label, value, unit, measure, **days)
