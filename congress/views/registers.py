"""Registers: which one is asked first, then it comes as PDF, Word file or workbook with what its reader may see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise

from unionoffice.documents import Document
from unionoffice.pages import XLSX, Page, asked_format, file_response, paper_response
from unionoffice.sheets import write_workbook


class RegisterPage(Page):
    """A register of one year, or of one session: `name` is what the address names it by."""

    area = "congress"
    name: str
    label: str | Promise
    question: str | Promise

    def get(self, request: HttpRequest) -> HttpResponse:
        """The choice, or the file."""
        asked = request.GET.get(self.name, "")
        chosen = next((choice for choice in self.get_choices() if str(choice[0]) == asked), None)
        if chosen is None:
            return TemplateResponse(request, "congress/papers/register.html", self.get_context_data())
        if request.GET.get("format") == "xlsx":
            return self.get_workbook(*chosen)
        return paper_response(self.get_document(*chosen), asked_format(request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What can be chosen."""
        return super().get_context_data(
            name=self.name, label=self.label, question=self.question, choices=self.get_choices(), **kwargs
        )

    def get_choices(self) -> list[tuple[Any, str]]:
        """Value and words of each register."""
        raise NotImplementedError

    def get_document(self, value: Any, words: str) -> Document:
        """The register on paper."""
        raise NotImplementedError

    def get_workbook(self, value: Any, words: str) -> HttpResponse:
        """The same lines, with the same names, as a workbook."""
        document = self.get_document(value, words)
        (table,) = document.blocks
        title = f"{document.title}（{document.subtitle}）"
        head = [*table.head[0]]
        content = write_workbook(head, table.rows, sheet=document.title, title=title)
        return file_response(content, name=f"{document.title}{words}.xlsx", content_type=XLSX)
