"""公开情况: what was due by the catalogue, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import CoverageStatus
from affairs.forms import NOBODY, CoverageForm
from affairs.models import CatalogueDuty, CatalogueEdition, Disclosure
from affairs.selectors import (
    CoverageLine,
    Obligation,
    Standing,
    by_department,
    by_item,
    coverage_line,
    obligations,
    standings,
    without_period,
)
from members.models import Department
from unionoffice.figures import list_url
from unionoffice.pages import XLSX, Action, Badge, Crumb, Page, file_response
from unionoffice.periods import Period, PeriodKind
from unionoffice.sheets import Leaf, write_leaves
from unionoffice.tones import Tone

AREA = "affairs"

TONES = {
    CoverageStatus.ON_TIME: Tone.DONE,
    CoverageStatus.LATE: Tone.ACTIVE,
    CoverageStatus.OVERDUE: Tone.OFFICIAL,
    CoverageStatus.WAITING: Tone.WAITS,
    CoverageStatus.COMING: Tone.CLOSED,
}
ICONS = {
    CoverageStatus.ON_TIME: "check",
    CoverageStatus.LATE: "clock-check",
    CoverageStatus.OVERDUE: "alert-triangle",
    CoverageStatus.WAITING: "clock",
    CoverageStatus.COMING: "minus",
}


@dataclass(frozen=True)
class DueCell:
    """One period of a matter, ready for the page: what to call it, how it stands and where it leads."""

    obligation: Obligation
    label: str
    badge: Badge
    icon: str
    url: str
    button: str


@dataclass(frozen=True)
class LinkedCount:
    """A number of the matrix and the list that it leads to."""

    value: int
    url: str


class CoverageView(Page):
    """By department and by matter; a department head sees what the own department answers for."""

    permission = permissions.opens_coverage
    area = AREA
    title = _("公开情况")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page, or the rows that it shows as a workbook."""
        duties = CatalogueDuty.objects.visible_to(request.user)
        departments = Department.objects.filter(pk__in=duties.order_by().values("department"))
        self.form = CoverageForm(request.GET, departments=departments, on=self.on)
        span = self.form.span
        due = obligations(duties, span.start, span.end, on=self.on)
        self.due = [one for one in due if self.form.leaves(one, but_status=True)]
        self.standing = [one for one in standings(duties, self.on) if self.form.leaves(one)]
        self.rows = [one for one in self.due if self.form.leaves(one)]
        if request.GET.get("export") == "xlsx":
            return self.get_workbook()
        return TemplateResponse(request, "affairs/coverage.html", self.get_context_data(duties=duties))

    def get_crumbs(self) -> list[Crumb]:
        """To the catalogue."""
        return [
            Crumb(_("公开事项"), reverse("affairs:disclosure-list")),
            Crumb(_("公开目录"), reverse("affairs:item-list")),
        ]

    def get_context_data(self, *, duties: Any, **kwargs: Any) -> dict[str, Any]:
        """The matrix, and either every matter with its periods or the list behind a number."""
        total = coverage_line(self.due, self.standing, label=_t("合计"))
        asked = bool(self.form.asked("status")) or "figure" in self.request.GET
        return super().get_context_data(
            filter={"form": self.form},
            span=self.form.span,
            since=CatalogueEdition.objects.kept_since(),
            may_issue=permissions.issues_catalogue.test(self.request.user),
            statuses=list(CoverageStatus),
            legend=[(ICONS[status], TONES[status], status) for status in CoverageStatus],
            total=total,
            lines=[self.get_line(one) for one in self.get_lines()],
            sums=self.get_line(total),
            matters=[] if asked else self.get_matters(),
            rows=[self.get_cell(one) for one in self.rows] if asked else [],
            asked=asked,
            standing=self.standing,
            without_period=without_period(duties, self.form.span.start, self.form.span.end),
            measures=self.get_measures(),
            is_partial="figure" in self.request.GET and not self.sees_all,
            actions=[Action(str(_("公开目录")), reverse("affairs:item-list"), primary=False)],
            **kwargs,
        )

    @cached_property
    def sees_all(self) -> bool:
        """Whether nothing is left out for this user."""
        return permissions.sees_whole_coverage.test(self.request.user)

    @cached_property
    def drafts(self) -> bool:
        """Whether this user may write what is due."""
        return permissions.drafts_what_is_due.test(self.request.user)

    @cached_property
    def readable(self) -> set[int]:
        """The disclosures behind the periods that this user may open."""
        keys = [one.told.disclosure_id for one in self.due if one.told]
        return set(Disclosure.objects.visible_to(self.request.user).filter(pk__in=keys).values_list("pk", flat=True))

    def get_lines(self) -> list[CoverageLine]:
        """A line for each department."""
        return by_department(self.due, self.standing, nobody=_t("未定部门"))

    def get_line(self, line: CoverageLine) -> dict[str, Any]:
        """A line with the list behind each of its numbers."""
        department = {} if line.label == _t("合计") else {"department": str(line.department_id or NOBODY)}
        counts = [
            LinkedCount(line.counts[status], self.get_url(status=status.value, **department))
            for status in CoverageStatus
        ]
        due = LinkedCount(line.due, self.get_url(status="", **department))
        return {"line": line, "due": due, "counts": counts}

    def get_url(self, **changes: str) -> str:
        """This page as it is narrowed, but for some of it."""
        names = ("period", "department", "category", "sphere", "status", "item")
        asked = {name: self.form.asked(name) for name in names} | {"period": self.form.span.code}
        return list_url("affairs:coverage", **{**asked, **changes})

    def get_matters(self) -> list[tuple[CatalogueDuty, list[DueCell]]]:
        """Every regular matter with its periods."""
        return [(row.duty, [self.get_cell(one) for one in row.periods]) for row in by_item(self.due)]

    def get_cell(self, one: Obligation) -> DueCell:
        """Where a period leads: to what was disclosed, or to writing it."""
        url, button = "", ""
        if one.told and one.told.disclosure_id in self.readable:
            url, button = reverse("affairs:disclosure-detail", args=[one.told.disclosure_id]), _t("查看")
        elif one.told is None and self.drafts and one.duty.item.is_in_use:
            url = list_url("affairs:disclosure-draft", item=one.duty.item_id, period=one.period.code)
            button = _t("起草")
        label = _t("办理中") if one.is_under_way else one.status.label
        badge = Badge(str(label), TONES[one.status])
        return DueCell(one, short_label(one.period), badge, ICONS[one.status], url, button)

    def get_measures(self) -> list[tuple[str, str]]:
        """How many the rows are, and the rate."""
        rate = coverage_line(self.due, (), label="").rate
        measures = [(_t("项次"), _t("%(n)d项次") % {"n": len(self.rows)})]
        return measures if rate is None else [*measures, (_t("按期公开率"), f"{rate}%")]

    def get_workbook(self) -> HttpResponse:
        """The rows, the departments, and what hangs at all times, each on its sheet."""
        title = _t("%(period)s公开情况") % {"period": self.form.span.label}
        leaves = [
            Leaf(_t("定期公开"), REGULAR_HEAD, _regular_rows(self.rows), title),
            Leaf(_t("按部门"), LINE_HEAD, _line_rows(self.get_lines()), title),
            Leaf(_t("长期公开"), LONG_HEAD, _long_rows(self.standing), title),
        ]
        return file_response(write_leaves(leaves), name=f"{title}{self.on:%Y%m%d}.xlsx", content_type=XLSX)


REGULAR_HEAD = (
    _("公开内容"),
    _("公开事务"),
    _("类别"),
    _("责任部门"),
    _("所属时段"),
    _("应于"),
    _("公开于"),
    _("状态"),
)
LINE_HEAD = (_("责任部门"), _("应公开"), *(status.label for status in CoverageStatus), _("按期公开率（%）"))
LONG_HEAD = (_("公开内容"), _("公开事务"), _("类别"), _("责任部门"), _("在栏"))


def short_label(period: Period) -> str:
    """10月, 第三季度, 上半年, 第一学期; a year as it is."""
    if period.kind in (PeriodKind.YEAR, PeriodKind.SCHOOL_YEAR):
        return period.label
    return period.label.removeprefix(f"{period.year}年").rpartition("学年")[2]


def _regular_rows(rows: Sequence[Obligation]) -> Iterator[list[object]]:
    for one in rows:
        yield [*_matter(one.duty), one.period.label, one.due_on, one.published_on, str(one.status.label)]


def _line_rows(lines: Sequence[CoverageLine]) -> Iterator[list[object]]:
    for line in lines:
        yield [line.label, line.due, *line.counts.values(), None if line.rate is None else float(line.rate)]


def _long_rows(standing: Sequence[Standing]) -> Iterator[list[object]]:
    for one in standing:
        yield [*_matter(one.duty), _t("在栏") if one.hangs else _t("不在栏")]


def _matter(duty: CatalogueDuty) -> list[object]:
    item = duty.item
    department = duty.department.name if duty.department else ""
    return [item.content, item.get_sphere_display(), item.get_category_display(), department]
