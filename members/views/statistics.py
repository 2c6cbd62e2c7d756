"""Statistics: of whom there are how many on a day, with charts, and as a workbook."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.enums import Circle
from members.forms import StatisticsChoiceForm
from members.permissions import reads_statistics
from members.selectors import Statistic, YearEnd, growth, growth_chart, statistics
from unionoffice.days import in_full
from unionoffice.pages import XLSX, Page, file_response
from unionoffice.sheets import Leaf, write_leaves


class StatisticsView(Page):
    """All tables of one circle on a day, and the growth until that day."""

    permission = reads_statistics
    area = "members"
    title = _("统计")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page or the workbook; a choice that can't be understood shows today and says so."""
        form = StatisticsChoiceForm(request.GET or None, today=self.on)
        self.circle, self.day = Circle.STAFF, self.on
        if form.is_valid():
            self.circle, self.day = form.cleaned_data["circle"], form.cleaned_data["on"]
        tables = statistics(self.circle, self.day, user=request.user)
        ends = growth(self.day)
        if request.GET.get("export") == "xlsx":
            return self.get_workbook(tables, ends)
        context = self.get_context_data(form=form, tables=tables, ends=ends, chart=growth_chart(ends))
        return TemplateResponse(request, "members/statistics.html", context)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Of whom and when, in words."""
        return super().get_context_data(circle=self.circle, day=self.day, **kwargs)

    def get_workbook(self, tables: list[Statistic], ends: list[YearEnd]) -> HttpResponse:
        """A sheet for each table."""
        name = _t("%(circle)s统计%(day)s") % {"circle": self.circle.label, "day": f"{self.day:%Y%m%d}"}
        told = _t("%(circle)s，截至%(day)s") % {"circle": self.circle.label, "day": in_full(self.day)}
        leaves = [_leaf(table, f"{table.title}（{told}）") for table in tables]
        return file_response(write_leaves([*leaves, _growth_leaf(ends)]), name=f"{name}.xlsx", content_type=XLSX)


def _leaf(table: Statistic, title: str) -> Leaf:
    head = [table.head, *table.parts, _t("人数"), _t("占比（%）")]
    return Leaf(table.title, head, _rows(table), title)


def _rows(table: Statistic) -> Iterator[list[object]]:
    """The lines, and their sum."""
    for line in table.lines:
        yield [line.label, *line.parts, line.count, float(line.share)]
    yield [_t("合计"), *table.sums, table.total, None]


def _growth_leaf(ends: list[YearEnd]) -> Leaf:
    head = [_t("截至"), _t("在职教职工"), _t("在职会员"), _t("入会率（%）")]
    rows = ([end.on, end.staff, end.members, float(end.rate)] for end in ends)
    return Leaf(_t("历年"), head, rows, _t("历年人数与入会率"))
