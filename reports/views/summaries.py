"""The summary: read in the page with live figures, taken away as PDF or DOCX."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports import papers
from reports.forms import SummaryForm
from reports.permissions import exports_clean_summary, reads_summary
from reports.selectors import gather
from unionoffice.documents import Document, render_html
from unionoffice.pages import Page, paper_response


class SummaryPage(Page):
    """A summary of the period and scope that the address asks for."""

    permission = reads_summary
    area = "reports"
    title = _("工作总结")

    def get_form(self) -> SummaryForm:
        """What is asked for."""
        return SummaryForm(self.request.GET, on=self.on)

    def get_document(self, form: SummaryForm) -> Document:
        """The summary; a draft, except in the hands of whoever may let it out."""
        material = gather(form.chosen_period, form.scope, on=self.on)
        return papers.summary(material, draft=not exports_clean_summary.test(self.request.user))


class SummaryView(SummaryPage):
    """The summary as it will print; each figure opens the list of its records."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        form = self.get_form()
        context = self.get_context_data(
            form=form, paper=render_html(self.get_document(form)), asked=request.GET.urlencode()
        )
        return TemplateResponse(request, "reports/summary.html", context)


class SummaryFileView(SummaryPage):
    """The summary as a file."""

    def get(self, request: HttpRequest, file_format: str) -> HttpResponse:
        """Hand it out; where the address asks for none that there is, the page says so: never another one's file."""
        form = self.get_form()
        if not form.is_valid():
            return HttpResponseRedirect(f"{reverse('reports:summary')}?{request.GET.urlencode()}")
        return paper_response(self.get_document(form), file_format)
