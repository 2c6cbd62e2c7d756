"""Material for summaries, made of figures instead of records."""

from datetime import date

from reports.selectors import Material
from unionoffice.areas import WHOLE_UNION
from unionoffice.figures import Figure, FigureSet, Measure
from unionoffice.periods import calendar_year


def figure(key, value, unit="人", measure=Measure.COUNT):
    return Figure(key, key, value, unit, measure, f"/list/?figure={key}")


def material(*figures, period=None, scope=WHOLE_UNION, on=date(2026, 11, 22), notables=(), tables=()):
    told = FigureSet(tuple(figures), tuple(notables), tuple(tables))
    return Material(period or calendar_year(2026), scope, on, {"area": told})


def said(content):
    """The words of a paragraph, its figures among them."""
    return content if isinstance(content, str) else "".join(run.text for run in content)
