"""Sheets for the glass case: what hangs on the board, as PDF."""

from typing import ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs import permissions
from affairs.enums import DisclosureStatus
from affairs.filters import DisclosureFilter
from affairs.models import Disclosure
from affairs.papers import board_sheet
from unionoffice.documents import Document, Paper, render_pdf
from unionoffice.pages import BulkForm, BulkPage, PaperPage
from unionoffice.pages.papers import PDF, file_response

MOST_SHEETS = 30
"""Sheets in one file: they are set while somebody waits, some 0.3 seconds each."""


class BoardSheetView(PaperPage):
    """One disclosure on A4."""

    permission, rule = permissions.opens_disclosure, permissions.may_print_sheet
    area = "affairs"
    model = Disclosure
    select_related = ("item__department",)
    paper: ClassVar[Paper] = Paper.NOTICE

    def get_document(self) -> Document:
        """As it hangs on the board."""
        return board_sheet(self.record, paper=self.paper)


class BoardSheetA3View(BoardSheetView):
    """The same on A3."""

    paper = Paper.NOTICE_A3


class PrintSheetsView(BulkPage):
    """Those that were chosen in the list, one after the other; what doesn't hang on the board is left out."""

    permission = permissions.prints_sheets
    http_method_names = ("get", "head", "options")
    area = "affairs"
    title = gettext_lazy("打印张贴页")
    model = Disclosure
    filter_class = DisclosureFilter
    list_url_name = "affairs:disclosure-list"
    form_class = BulkForm

    def get(self, _request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponse:
        """All in one file; or back to the list, saying what to choose."""
        chosen = self.chosen.filter(status=DisclosureStatus.PUBLISHED).select_related("item__department")
        posted = list(chosen.order_by("published_on", "pk")[: MOST_SHEETS + 1])
        if not self.count:
            return self.lead_back()
        if not posted:
            return self.lead_back_saying(_("选中的事项都不在公开栏上，没有可以打印的。请勾选公开中的事项。"))
        if len(posted) > MOST_SHEETS:
            return self.lead_back_saying(_("一次最多打印%(limit)d件。请分几次勾选。") % {"limit": MOST_SHEETS})
        name = _("张贴页%(day)s.pdf") % {"day": f"{self.on:%Y%m%d}"}
        return file_response(render_pdf(*map(board_sheet, posted)), name=name, content_type=PDF)

    def lead_back_saying(self, sentence: str) -> HttpResponse:
        """To the list as it was filtered."""
        messages.warning(self.request, sentence)
        return HttpResponseRedirect(self.list_url)
