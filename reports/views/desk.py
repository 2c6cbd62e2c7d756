"""The desk: what waits for me, what is coming, and the numbers of the year."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from reports.permissions import opens_desk, reads_summary
from reports.selectors import calendar_entries, headlines, waiting_tasks
from unionoffice.areas import WHOLE_UNION
from unionoffice.pages import Page
from unionoffice.periods import calendar_year

SHOWN_TASKS = 30
COMING = timedelta(days=14)
SHOWN_ENTRIES = 10
KEY_FIGURES = (
    "members.staff",
    "members.members",
    "members.rate",
    "congress.proposals",
    "affairs.disclosures",
    "welfare.visits",
    "welfare.visits.money",
    "activities.held",
    "finance.income",
    "finance.spending",
)
"""The numbers of the year on the desk, in this order."""


class DeskView(Page):
    """Everybody's first page."""

    permission = opens_desk
    area = "reports"
    title = _("工作台")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask every area what waits for this user."""
        tasks = waiting_tasks(request.user, self.on)
        coming = calendar_entries(request.user, self.on, self.on + COMING)
        context = self.get_context_data(
            tasks=tasks[:SHOWN_TASKS],
            more=max(0, len(tasks) - SHOWN_TASKS),
            coming=[entry for entries in coming.values() for entry in entries][:SHOWN_ENTRIES],
            figures=self.get_figures(),
        )
        return TemplateResponse(request, "reports/desk.html", context)

    def get_figures(self) -> list[Any]:
        """The numbers of the year, for those who may read the summary."""
        if not reads_summary.test(self.request.user):
            return []
        known = headlines(calendar_year(self.on.year), WHOLE_UNION)
        return [known[key] for key in KEY_FIGURES if key in known]
