"""A list as a workbook, with the columns that somebody chose among those they may read."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, unquote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.pages.papers import XLSX, file_response
from unionoffice.pages.tables import EXPORT_CHUNK, Column, Table
from unionoffice.sheets import write_workbook

REMEMBERED_SECONDS = 365 * 24 * 3600
_SEPARATOR = "|"


def offered_columns(table: type[Table], user: Any) -> list[Column]:
    """The columns of the page, and those beyond it that this user may take out."""
    beyond = (column for column in table.export_columns if column.permission is None or column.permission.test(user))
    return [*table.columns, *beyond]


def chosen_columns(table: type[Table], request: HttpRequest) -> list[Column]:
    """Those that the address names by their labels, as far as they are offered; without any, those of the page."""
    wanted = set(request.GET.getlist("column"))
    chosen = [column for column in offered_columns(table, request.user) if str(column.label) in wanted]
    return chosen or list(table.columns)


def remembered_labels(table: type[Table], request: HttpRequest) -> set[str]:
    """What this browser took out of such a list last; at first the columns of the page."""
    kept = unquote(request.COOKIES.get(_cookie_of(table), ""))
    return set(kept.split(_SEPARATOR)) if kept else {str(column.label) for column in table.columns}


def export_response(
    table: type[Table], rows: Any, *, request: HttpRequest, title: str, file_name: str
) -> HttpResponse:
    """The workbook. What pages show only masked is noted in the trail of whoever takes it out."""
    columns = chosen_columns(table, request)
    records = table.prepare_export(rows, columns).iterator(chunk_size=EXPORT_CHUNK)
    content = write_workbook(
        [column.label for column in columns], table.values(records, columns), sheet=_("名单"), title=title
    )
    _note_sensitive(columns, rows, title=title, by=request.user)
    response = file_response(content, name=file_name, content_type=XLSX)
    if "column" in request.GET:
        labels = _SEPARATOR.join(str(column.label) for column in columns)
        response.set_cookie(
            _cookie_of(table), quote(labels), max_age=REMEMBERED_SECONDS, httponly=True, samesite="Lax"
        )
    return response


def _note_sensitive(columns: Sequence[Column], rows: Any, *, title: str, by: Any) -> None:
    labels = [str(column.label) for column in columns if column.is_sensitive]
    if labels:
        told = {"title": title, "labels": "、".join(labels), "n": rows.count()}
        audit.record_event(by, verb=_("导出敏感信息"), by=by, note=_("%(title)s：%(labels)s，%(n)d行") % told)


def _cookie_of(table: type[Table]) -> str:
    return f"export_{table.__name__}"
