"""Files looked at in the page that they belong to: photos made small, and the first rows of tables.

What is shown is drawn here from the file's content. The file itself is only ever handed out by `AttachmentView`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse

from unionoffice.attachments import Attachment, thumbnail
from unionoffice.pages.attachments import handed_out, readable_attachment
from unionoffice.pages.base import Page
from unionoffice.refusal import Refused
from unionoffice.roles import anyone
from unionoffice.sheets import Sheet, read_workbook

THUMBNAIL_SIDE = 480
"""Pixels: twice what a page gives it."""

ROWS_SHOWN, COLUMNS_SHOWN, SHEETS_SHOWN = 30, 12, 5


@dataclass(frozen=True)
class ShownCell:
    """A cell as a page writes it; numbers stand at the right."""

    text: str
    is_number: bool


@dataclass(frozen=True)
class ShownSheet:
    """The upper left corner of a worksheet, and how much there is in all."""

    name: str
    rows: list[list[ShownCell]]
    height: int
    width: int

    @property
    def is_cut(self) -> bool:
        """Whether there is more than is shown."""
        return self.height > ROWS_SHOWN or self.width > COLUMNS_SHOWN


class ThumbnailView(Page):
    """A photo made small, for whoever may read the file."""

    permission = anyone

    def get(self, request: HttpRequest, token: str) -> HttpResponseBase:
        """Drawn anew each time that the browser hasn't kept it: that takes some 20 ms."""
        attachment, _record = readable_attachment(token, request.user)
        if not attachment.is_photo:
            raise Http404
        return handed_out(request, attachment, lambda: _thumbnail_of(attachment), version="-thumb")


class RowsView(Page):
    """The first rows of a workbook or of values between commas, as a part of the page around the file."""

    permission = anyone

    def get(self, request: HttpRequest, token: str) -> HttpResponseBase:
        """Read it; what can't be read says why."""
        attachment, _record = readable_attachment(token, request.user)
        if attachment.shown_as != "table":
            raise Http404
        return handed_out(request, attachment, lambda: _page_of(request, attachment), version="-rows")


def rows_of(attachment: Attachment) -> dict[str, Any]:
    """`sheets` of a file that holds tables, or the `reason` why they can't be shown."""
    try:
        with _opened(attachment) as file:
            book = read_workbook(file.read(), name=attachment.name)
    except Refused as refusal:
        return {"reason": str(refusal)}
    return {"sheets": [_corner(sheet) for sheet in book.sheets if sheet.rows][:SHEETS_SHOWN]}


def _corner(sheet: Sheet) -> ShownSheet:
    rows = [[_shown(cell) for cell in row.cells[:COLUMNS_SHOWN]] for row in sheet.rows[:ROWS_SHOWN]]
    return ShownSheet(sheet.name, rows, len(sheet.rows), max(len(row.cells) for row in sheet.rows))


def _shown(cell: Any) -> ShownCell:
    match cell:
        case bool():
            return ShownCell("是" if cell else "否", is_number=False)
        case float():
            return ShownCell(f"{cell:.15g}", is_number=True)
        case int():
            return ShownCell(str(cell), is_number=True)
        case datetime():
            return ShownCell(f"{cell:%Y-%m-%d %H:%M}", is_number=False)
        case date():
            return ShownCell(cell.isoformat(), is_number=False)
        case _:
            return ShownCell(str(cell), is_number=False)


def _page_of(request: HttpRequest, attachment: Attachment) -> TemplateResponse:
    return TemplateResponse(request, "office/_file_rows.html", {"attachment": attachment, **rows_of(attachment)})


def _thumbnail_of(attachment: Attachment) -> HttpResponse:
    with _opened(attachment) as file:
        return HttpResponse(thumbnail(file.read(), THUMBNAIL_SIDE), content_type="image/jpeg")


def _opened(attachment: Attachment) -> Any:
    """The bytes; what the disk has lost isn't there."""
    try:
        return attachment.open()
    except FileNotFoundError:
        raise Http404 from None
