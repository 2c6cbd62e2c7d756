"""What can be counted of regulations, documents and consultations."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs.enums import Decision, Direction, LifeEvent, Voice
from affairs.models import Consultation, OfficialDocument, Regulation, RegulationVersion
from affairs.selectors import OpinionCount, count_opinions
from unionoffice.areas import Scope
from unionoffice.figures import Figure, FigureSet, Measure, Notable, percentage
from unionoffice.periods import Period

Told = tuple[str, str, int | Decimal, str, Measure]
"""Key, label, value, unit and measure of a figure."""

EVENT_LABELS = {
    LifeEvent.DRAFTED: gettext_lazy("起草制度"),
    LifeEvent.ADOPTED: gettext_lazy("新制定制度"),
    LifeEvent.AMENDED: gettext_lazy("修订制度"),
    LifeEvent.ABOLISHED: gettext_lazy("废止制度"),
}


def regulation_figures(period: Period, scope: Scope) -> FigureSet:
    """Regulations by what befell them, and how many were in force when the period ended; names what took effect.

    A group has none of its own.
    """
    if not scope.is_whole:
        return FigureSet()
    rows = Regulation.objects.all()
    events = (
        Figure.listed(
            "affairs:regulation-list",
            f"affairs.regulations.{event.value}",
            str(EVENT_LABELS[event]),
            rows.with_event(event, period.start, period.end).count(),
            _("项"),
            event=event.value,
            event_from=period.start,
            event_to=period.end,
        )
        for event in LifeEvent
    )
    in_force = Figure.listed(
        "affairs:regulation-list",
        "affairs.regulations.in_force",
        _("现行制度"),
        rows.in_force_on(period.end).count(),
        _("项"),
        on=period.end,
    )
    return FigureSet(figures=(*events, in_force), notables=_notables(period))


def _notables(period: Period) -> tuple[Notable, ...]:
    """What took effect, new ones before revised ones, each by title."""
    return tuple(
        Notable(f"affairs.regulation.{event.value}", f"《{version.title}》", version.get_absolute_url())
        for event in (LifeEvent.ADOPTED, LifeEvent.AMENDED)
        for version in RegulationVersion.objects.of_event(event, period.start, period.end)
        .defer("text")
        .order_by("from_on", "pk")
    )


def document_figures(period: Period, scope: Scope) -> FigureSet:
    """Documents received and sent in the period, and how many of them went round; struck numbers don't count."""
    if not scope.is_whole:
        return FigureSet()
    rows = OfficialDocument.objects.valid().handled_between(period.start, period.end)
    told = [
        ("affairs.documents.incoming", _("收文"), {"direction": Direction.INCOMING.value}),
        ("affairs.documents.outgoing", _("发文"), {"direction": Direction.OUTGOING.value}),
    ]
    counted = [
        _document_figure(key, label, rows.filter(**filters).count(), period, **filters)
        for key, label, filters in told
    ]
    counted.append(
        _document_figure(
            "affairs.documents.forwarded", _("传阅文件"), rows.forwarded().count(), period, forwarded="true"
        )
    )
    return FigureSet(figures=tuple(counted))


def _document_figure(key: str, label: str, value: int, period: Period, **filters: str) -> Figure:
    days = {"handled_from": period.start, "handled_to": period.end}
    return Figure.listed("affairs:document-list", key, label, value, _("件"), valid="true", **days, **filters)


def consultation_figures(period: Period, scope: Scope) -> FigureSet:
    """Consultations opened in the period, and what was said and answered in those that are closed."""
    if not scope.is_whole:
        return FigureSet()
    opened = Consultation.objects.opened_between(period.start, period.end)
    counted = count_opinions(opened.order_by().values("pk"))
    told = [("affairs.consultations", _("征求意见"), opened.count(), _("次"), Measure.COUNT), *_opinions(counted)]
    days = {"opened": "true", "opened_from": period.start, "opened_to": period.end}
    return FigureSet(
        figures=tuple(
            Figure.listed("affairs:consultation-list", key, str(label), value, unit, measure, **days)
            for key, label, value, unit, measure in told
        )
    )


def _opinions(counted: OpinionCount) -> list[Told]:
    """What is told of the opinions, in its order."""
    key, voices = "affairs.consultations", counted.by_voice
    named = voices.get(Voice.OPEN, 0) + voices.get(Voice.NAMED, 0)
    rows: list[Told] = [
        (f"{key}.opinions", _("意见"), counted.opinions, _("条"), Measure.COUNT),
        (f"{key}.opinions.named", _("署名意见"), named, _("条"), Measure.COUNT),
        (f"{key}.opinions.group", _("小组意见"), voices.get(Voice.GROUP, 0), _("条"), Measure.COUNT),
        (f"{key}.opinions.anonymous", _("匿名意见"), voices.get(Voice.ANONYMOUS, 0), _("条"), Measure.COUNT),
        (f"{key}.people", _("署名提意见"), counted.people, _("人"), Measure.PEOPLE),
        (f"{key}.in_groups", _("参加小组讨论"), counted.in_groups, _("人次"), Measure.COUNT),
        (f"{key}.points", _("归并意见"), counted.answered, _("条"), Measure.COUNT),
    ]
    rows += [
        (
            f"{key}.points.{decision.value}",
            str(decision.label),
            counted.points.get(decision, 0),
            _("条"),
            Measure.COUNT,
        )
        for decision in Decision
    ]
    rate = percentage(counted.taken_up, counted.answered)
    return [*rows, (f"{key}.rate", _("采纳率"), rate, "%", Measure.RATIO)]
