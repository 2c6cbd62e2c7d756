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


class PaperPage(RecordPage):
    """A paper of one record as PDF, for who may see the record and passes `rule`."""

    rule: ClassVar[rules.Predicate] = rules.always_allow

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Print the paper."""
        self.record = self.get_record()
        if not self.rule.test(request.user, self.record):
            raise PermissionDenied
        return paper_response(self.get_document(), "pdf")

    def get_document(self) -> Document:
        """The paper's tree."""
        raise NotImplementedError
