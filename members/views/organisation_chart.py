"""The union as a chart, and who held what on a day."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from members.papers import organisation_chart_paper
from members.permissions import sees_account_trail, sees_all_members
from members.selectors import grants_on, leaders_on, offices_on, organisation_chart
from members.views.committees import committees_crumb
from unionoffice.pages import Action, Crumb, DayInput, Page, paper_response


class DayForm(forms.Form):
    """As of which day."""

    on = forms.DateField(label=_("日期"), required=False, widget=DayInput)


class DayPage(Page):
    """How things stood on a day: today, unless the address names another."""

    permission = sees_all_members
    area = "members"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Which day; one that can't be understood is told, and today is shown."""
        super().setup(request, *args, **kwargs)
        self.form = DayForm(request.GET or None, initial={"on": self.on})
        self.day: date = (self.form.is_valid() and self.form.cleaned_data["on"]) or self.on

    def get_crumbs(self) -> list[Crumb]:
        """To the committees."""
        return [committees_crumb()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The day and its field."""
        return super().get_context_data(form=self.form, day=self.day, **kwargs)


class OrganisationChartView(DayPage):
    """Committees and union groups with who leads them."""

    title = _("组织架构图")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Draw it."""
        paper = Action.to(_("打印"), "members:organisation-chart-paper", primary=False, download=True)
        printed = Action(paper.label, f"{paper.url}?on={self.day}", primary=False, download=True)
        context = self.get_context_data(chart=organisation_chart(self.day), actions=[printed])
        return TemplateResponse(request, "members/organisation_chart.html", context)


class OrganisationChartPaperView(DayPage):
    """The same as a paper."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Print it."""
        return paper_response(organisation_chart_paper(organisation_chart(self.day), self.day), "pdf")


class OfficesHeldView(DayPage):
    """Who held what on a day: offices, departments and groups, and roles for those who answer for accounts."""

    title = _("某日任职")

    def get(self, request: HttpRequest) -> HttpResponse:
        """List them."""
        grants = grants_on(self.day) if sees_account_trail.test(request.user) else []
        context = self.get_context_data(offices=offices_on(self.day), leaders=leaders_on(self.day), grants=grants)
        return TemplateResponse(request, "members/offices_held.html", context)
