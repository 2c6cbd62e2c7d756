"""Statistics of proposals: of one year or one session, with charts, and as a workbook."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.forms.statistics import ProposalStatisticsForm
from congress.models import Proposal
from congress.selectors.proposal_statistics import (
    COLUMNS,
    Case,
    Promptness,
    ProposalStatistic,
    promptness,
    proposal_cases,
    proposal_statistics,
    statistic_line,
)
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.pages import XLSX, Crumb, Page, file_response
from unionoffice.sheets import Leaf, write_leaves

RATES = (_("立案率"), _("答复率"), _("办结率"), _("满意率"))


class ProposalStatisticsView(Page):
    """Numbers, rates and promptness; each number of a line leads to its proposals."""

    permission = permissions.reads_proposal_statistics
    area = AREA
    title = _("提案统计")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page or the workbook; a choice that can't be understood shows this year and says so."""
        form = ProposalStatisticsForm(request.GET or None, today=self.on)
        proposals, filters = self.choose(form.cleaned_data if form.is_valid() else {})
        cases = proposal_cases(proposals)
        tables = [table for table in proposal_statistics(cases, **filters) if table.lines]
        if request.GET.get("export") == "xlsx":
            return self.get_workbook(tables, cases)
        columns, total = [label for _key, label, _of in COLUMNS], statistic_line("", cases)
        context = self.get_context_data(
            form=form,
            tables=tables,
            columns=columns,
            rates=RATES,
            whole=list(zip(columns, total.counts, strict=True)),
            shares=list(zip(RATES, total.rates, strict=True)),
            prompt=promptness(cases, self.on),
        )
        return TemplateResponse(request, "congress/proposal_statistics.html", context)

    def choose(self, chosen: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """The proposals of the session or else of the year, and the list's filters for them. A session's handling can
        be made public from here.
        """
        session, year = chosen.get("session"), chosen.get("year") or self.on.year
        self.publicise = ""
        if session is not None:
            if permissions.publicises_handling.test(self.request.user):
                self.publicise = f"{reverse('congress:proposal-publicise')}?session={session.pk}"
            self.scope = session.printed_name
            return Proposal.objects.filter(session=session), {"session": session.pk}
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.scope = _t("%(year)d年") % {"year": year}
        return Proposal.objects.filter(filed_on__range=(first, last)), {"filed_from": first, "filed_to": last}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Of which year or session, in words."""
        return super().get_context_data(scope=self.scope, publicise=self.publicise, **kwargs)

    def get_workbook(self, tables: list[ProposalStatistic], cases: list[Case]) -> HttpResponse:
        """A sheet for each table, and one for how soon."""
        leaves = [_leaf(table, f"{self.scope}{_t('提案统计')}（{table.title}）") for table in tables]
        content = write_leaves([*leaves, _promptness_leaf(promptness(cases, self.on), self.scope)])
        return file_response(content, name=f"{self.scope}{_t('提案统计')}.xlsx", content_type=XLSX)


def _leaf(table: ProposalStatistic, title: str) -> Leaf:
    units = [f"{label}（{_t('件')}）" for _key, label, _of in COLUMNS]
    return Leaf(table.title, [table.head, *units, *(f"{rate}（%）" for rate in RATES)], _rows(table), title)


def _rows(table: ProposalStatistic) -> Iterator[list[object]]:
    """The lines, and their sum."""
    for line in (*table.lines, table.total):
        yield [line.label, *line.counts, *(None if rate is None else float(rate) for rate in line.rates)]


def _promptness_leaf(prompt: Promptness, scope: str) -> Leaf:
    rows: list[list[object]] = [
        [_t("按期答复（件）"), prompt.in_time],
        [_t("逾期答复（件）"), prompt.late],
        [_t("逾期未答复（件）"), prompt.overdue],
        [_t("从立案到答复平均用时（工作日）"), None if prompt.average is None else float(prompt.average)],
    ]
    title = _t("%(scope)s提案答复时限") % {"scope": scope}
    return Leaf(_t("答复时限"), [_t("项目"), _t("数量")], rows, title)
