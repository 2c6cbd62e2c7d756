"""The page of a list: filters over a table, with its measures underneath."""

from typing import Any, ClassVar

import rules
from django.core.paginator import Page as RowPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django_filters import FilterSet

from unionoffice.pages.base import Page
from unionoffice.pages.papers import XLSX, file_response
from unionoffice.pages.records import Action
from unionoffice.pages.tables import Table
from unionoffice.sheets import write_workbook

PAGE_SIZE = 50
EXPORT_CHUNK = 500
"""Rows fetched at a time, so that a long list needs no more memory than a short one."""


class ListPage(Page):
    """Rows of `model` that the user may see, filtered, ordered and measured.

    The template is `<app>/<model>_list.html`, or the general one where that adds nothing.
    """

    model: ClassVar[Any]
    table: type[Table]
    """One for all; or a page chooses it in `setup` by what its user may read."""
    filter_class: ClassVar[type[FilterSet]]
    main_action: ClassVar[tuple[str, str, rules.Predicate] | None] = None
    """Label, URL name and permission of the one thing people come here to do."""
    other_actions: ClassVar[tuple[tuple[str, str, rules.Predicate], ...]] = ()
    """The same of what is done here less often."""

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Show one page of the list, or hand all of it out as a workbook."""
        visible = self.filtered(self.model.objects.visible_to(request.user))
        rows = self.ordered(self.table.prepare(visible))
        if request.GET.get("export") == "xlsx":
            return self.get_workbook(rows)
        page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
        return TemplateResponse(request, self.get_template_names(), self.get_context_data(visible=visible, page=page))

    def filtered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that the filters leave; a filter that can't be understood leaves them all and says so."""
        self.filter = self.filter_class(self.request.GET, queryset=rows, request=self.request)
        return self.filter.qs

    def ordered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """By the column that was asked for; else as the table prepared them."""
        wanted = self.request.GET.get("sort", "")
        allowed = {column.order_by for column in self.table.columns if column.order_by}
        return rows.order_by(wanted, "pk") if wanted.removeprefix("-") in allowed else rows

    def get_workbook(self, rows: QuerySet[Any]) -> HttpResponse:
        """Every row of the list as it is filtered and ordered, with the columns that the page shows and no others."""
        title = self.get_title()
        head = [column.label for column in self.table.columns]
        values = self.table.values(rows.iterator(chunk_size=EXPORT_CHUNK))
        content = write_workbook(head, values, sheet=_("名单"), title=title)
        return file_response(content, name=f"{title}{self.on:%Y%m%d}.xlsx", content_type=XLSX)

    def is_partial(self) -> bool:
        """Whether a figure led here whose records the viewer may not all see.

        Says only that it may be so, whatever the filters: a number of hidden records, or none, would let a name and
        an occasion be tried out here.
        """
        return "figure" in self.request.GET and bool(self.model.objects.visible_to(self.request.user).query.where)

    def get_actions(self) -> list[Action]:
        """The buttons over the list that this user may press, the main one first."""
        declared = ((self.main_action,) if self.main_action else ()) + self.other_actions
        return [
            Action.to(label, url_name, primary=declaration is self.main_action)
            for declaration in declared
            for label, url_name, permission in (declaration,)
            if permission.test(self.request.user)
        ]

    def get_context_data(self, *, visible: QuerySet[Any], page: RowPage[Any], **kwargs: Any) -> dict[str, Any]:
        """Rows, measures, filter and what to say where there is nothing."""
        filtering = any(self.request.GET.get(name) for name in self.filter.filters)
        return super().get_context_data(
            rows=self.table.rows(list(page.object_list)),
            columns=self.table.columns,
            measures=self.table.measures(visible, figure=self.request.GET.get("figure", "")),
            page=page,
            filter=self.filter,
            sort=self.request.GET.get("sort", ""),
            is_partial=self.is_partial(),
            empty=_("没有符合条件的记录，请放宽筛选条件。") if filtering else self.table.empty,
            actions=self.get_actions(),
            **kwargs,
        )

    def get_template_names(self) -> list[str]:
        """The list's own template, else the general one."""
        meta = self.model._meta
        return [f"{meta.app_label}/{meta.model_name}_list.html", "office/list.html"]
