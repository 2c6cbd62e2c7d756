"""Small things that templates of every area write the same way."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from html import escape
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BoundField, CheckboxInput, Select, TextInput, Widget
from django.forms.utils import flatatt
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from unionoffice.days import in_full, in_short
from unionoffice.money import format_money
from unionoffice.pages.fields import DayInput
from unionoffice.pages.records import Action
from unionoffice.pages.tables import Badge, Cell, Column, Row
from unionoffice.roles import Role, roles_of

register = template.Library()

DESK_URL = "/"
DOORS_ON_A_SCREEN = 18
"""So many stand below each other at 900 pixels, with the names of their areas."""


@cache
def _icon_svg(name: str) -> str:
    """The drawing of one icon, read once; the comment block over it is left out."""
    source = (settings.ICONS_DIR / "outline" / f"{name}.svg").read_text(encoding="utf-8")
    return source[source.index("<svg") :].replace("<svg", '<svg aria-hidden="true" focusable="false"', 1)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon drawn into the page, so that it takes the colour of the text around it."""
    return mark_safe(_icon_svg(name))  # noqa: S308 -- a file of our own set-up, named in our templates


@register.simple_tag
def badge(state: Badge) -> SafeString:
    """A state's word in the colour of its meaning."""
    return format_html('<span class="badge tone-{}">{}</span>', state.tone, state.text)


@register.filter
def money(amount: Decimal) -> str:
    """12,345.60."""
    return format_money(amount)


@register.filter
def day(value: date | None) -> str:
    """2026年3月8日, as texts write it."""
    return in_full(value) if value else "—"


@register.filter
def until(value: date, on: date) -> str:
    """今天, 明天, 3天后, 逾期2天: for what somebody waits for."""
    days = (value - on).days
    if days < 0:
        return f"逾期{-days}天"
    return {0: "今天", 1: "明天"}.get(days, f"{days}天后")


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changes: Any) -> str:
    """The page's own address with some of its parameters changed; an empty value drops one."""
    query: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag
def current_door(navigation: list[dict[str, Any]], path: str) -> str:
    """The address of the door behind which the page lies: the longest that `path` begins with."""
    doors = (door["url"] for area in navigation for door in area["doors"])
    return max((url for url in doors if path.startswith(url)), key=len, default="")


@register.filter
def beyond_desk(doors: list[dict[str, str]]) -> list[dict[str, str]]:
    """The doors of an area without the desk, which the frame shows before all areas."""
    return [door for door in doors if door["url"] != DESK_URL]


@register.simple_tag
def unfolded_areas(navigation: list[dict[str, Any]], here: str, current: str) -> list[str]:
    """Keys of the areas whose doors are shown from the start: all where they fit on one screen, else the page's."""
    if sum(len(area["doors"]) for area in navigation) <= DOORS_ON_A_SCREEN:
        return [area["key"] for area in navigation]
    return [
        area["key"]
        for area in navigation
        if area["key"] == current or any(door["url"] == here for door in area["doors"])
    ]


@register.filter
def dock_doors(navigation: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The doors for a phone's bottom bar beside the desk, in the order of their places."""
    doors = (door for area in navigation for door in area["doors"] if door["thumb"])
    return sorted(doors, key=lambda door: door["thumb"])


@register.filter
def roles(user: Any) -> list[Role]:
    """The user's roles, the highest first."""
    held = roles_of(user)
    return [role for role in Role if role in held]


@register.filter
def next_step(actions: list[Action]) -> Action | None:
    """The one action that gets the primary button."""
    return next((action for action in actions if action.primary), None)


@register.filter
def shown(value: Any) -> Any:
    """A fact's value as a page writes it; nothing known is —."""
    if isinstance(value, Badge):
        return badge(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, date):
        return moment(value) if isinstance(value, datetime) else day(value)
    if isinstance(value, (list, tuple)):
        return "、".join(str(part) for part in value) or "—"
    return "—" if value in (None, "") else value


@register.filter
def moment(value: datetime, on: date | None = None) -> str:
    """3月2日 14:05; with the year where that isn't the year of `on`."""
    local = timezone.localtime(value)
    words = in_short(local) if on and local.year == on.year else in_full(local)
    return f"{words} {local:%H:%M}"


@register.filter
def heads(columns: Sequence[Column], rows: Sequence[Row]) -> list[tuple[Column, str]]:
    """The columns, each with the class of its cells, so that a head stands over its numbers."""
    return [(column, cell.css) for column, cell in zip(columns, rows[0].cells, strict=True)]


@register.simple_tag
def table_body(rows: Sequence[Row], *, pick: bool = False) -> SafeString:
    """The rows of a list. Made here: in a template these few hundred cells would take longer than all the rest.

    With `pick`, each has a box by which it is chosen for the form `#bulk`.
    """
    return mark_safe("".join(_row_html(row, pick=pick) for row in rows))  # noqa: S308 -- every part is escaped below


def _row_html(row: Row, *, pick: bool) -> str:
    return f"<tr>{_pick_html(row) if pick else ''}{''.join(_cell_html(cell, row.url) for cell in row.cells)}</tr>"


def _pick_html(row: Row) -> str:
    name = escape(next((cell.text for cell in row.cells if cell.primary), ""))
    box = f'<input class="form-check-input" type="checkbox" form="bulk" name="chosen" value="{int(row.key)}"'
    return f'<td class="pick">{box} aria-label="{_("选择")}{name}"></td>'


def _cell_html(cell: Cell, url: str) -> str:
    text, css = escape(cell.text), cell.css
    if cell.primary:
        text, css = f'<a href="{escape(url)}">{text}</a>', f"{css} is-primary"
    elif cell.badge:
        text, css = f'<span class="badge tone-{cell.badge.tone}">{text}</span>', f"{css} is-state"
    return f'<td data-label="{escape(cell.label)}" class="{css.strip()}">{text}</td>'


@register.filter
def page_numbers(page: Page) -> Iterator[str | int]:
    """The numbers that a paginator offers, with gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.simple_tag
def control(field: BoundField, *, small: bool = False) -> SafeString:
    """A field's control in the house's look, where a template sets its label itself."""
    widget = field.field.widget
    if isinstance(widget, CheckboxInput):
        look = "form-check-input"
    elif isinstance(widget, Select):
        look = "form-select form-select-sm" if small else "form-select"
    else:
        look = "form-control form-control-sm" if small else "form-control"
    wrong = " is-invalid" if field.errors else ""
    attrs: dict[str, Any] = {"class": f"{widget.attrs.get('class', '')} {look}{wrong}".strip()}
    if type(widget) is Select:
        # Fetched once and not counted before: a model's choices ask the database each time.
        choices = list(iter(widget.choices))
        if not any(isinstance(label, (list, tuple)) for _value, label in choices):
            return _select(field, choices, attrs)
    return _input(field, widget, attrs) if type(widget) in (TextInput, DayInput) else field.as_widget(attrs=attrs)


def _select(field: BoundField, choices: list[tuple[Any, Any]], attrs: dict[str, Any]) -> SafeString:
    """A plain select as Django draws it, without a template for each of its options: a list has several."""
    widget = field.field.widget
    chosen = widget.format_value(field.value())
    options = "".join(_option(str(value), str(label), chosen) for value, label in choices)
    return mark_safe(f"<select{_attributes(field, widget, attrs)}>{options}</select>")  # noqa: S308 -- escaped


def _option(value: str, label: str, chosen: list[str]) -> str:
    return f'<option value="{escape(value)}"{" selected" if value in chosen else ""}>{escape(label)}</option>'


def _input(field: BoundField, widget: TextInput | DayInput, attrs: dict[str, Any]) -> SafeString:
    value = widget.format_value(field.value())
    told = {"type": widget.input_type} | ({} if value is None else {"value": value})
    return mark_safe(f"<input{_attributes(field, widget, attrs | told)}>")  # noqa: S308 -- escaped


def _attributes(field: BoundField, widget: Widget, attrs: dict[str, Any]) -> SafeString:
    own = {"name": field.html_name, **widget.attrs, **attrs}
    return flatatt(field.build_widget_attrs(own, widget) | {"id": field.id_for_label})
