"""Pages that hand out a file: a record's paper, a template, an export."""

from typing import Any, ClassVar

import rules
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from unionoffice.documents import Document, render_docx, render_pdf
from unionoffice.pages.records import RecordPage

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_response(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """A file to keep under a Chinese name; never opened inside a page of ours."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # noqa: FBT003
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def paper_response(document: Document, file_format: str) -> HttpResponse:
    """The document as `pdf` or `docx`."""
    if file_format == "docx":
        return file_response(render_docx(document), name=f"{document.file_title}.docx", content_type=DOCX)
    return file_response(render_pdf(document), name=f"{document.file_title}.pdf", content_type=PDF)


def asked_format(request: HttpRequest) -> str:
    """`docx` where the address ends in `?format=docx`, else `pdf`."""
    return "docx" if request.GET.get("format") == "docx" else "pdf"


class _FilePage(RecordPage):
    """A file made of one record, for who may see the record and passes `rule`."""

    rule: ClassVar[rules.Predicate] = rules.always_allow

    def get(self, _request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Hand it out."""
        self.prepare()
        return self.get_file()

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whom the file isn't for is told so whatever they send."""
        self.prepare()
        return super().http_method_not_allowed(request, *args, **kwargs)

    def prepare(self) -> None:
        """Find the record among those that the user may see, and check the right to its file."""
        self.record = self.get_record()
        if not self.rule.test(self.request.user, self.record):
            raise PermissionDenied

    def get_file(self) -> HttpResponse:
        """The file."""
        raise NotImplementedError


class PaperPage(_FilePage):
    """A paper of one record: PDF, or Word where its address has a `file_format` that says so."""

    def get_file(self) -> HttpResponse:
        """The paper, to print or to go on writing."""
        return paper_response(self.get_document(), self.get_format())

    def get_format(self) -> str:
        """`pdf` or `docx`."""
        file_format: str = self.kwargs.get("file_format", "pdf")
        return file_format

    def get_document(self) -> Document:
        """The paper's tree."""
        raise NotImplementedError


class WorkbookPage(_FilePage):
    """One record as a workbook, under the name that `get_title` gives it."""

    def get_file(self) -> HttpResponse:
        """The workbook."""
        return file_response(self.get_workbook(), name=f"{self.get_title()}.xlsx", content_type=XLSX)

    def get_workbook(self) -> bytes:
        """What stands in it."""
        raise NotImplementedError
