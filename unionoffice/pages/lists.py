"""The page of a list: filters over a table, with its measures underneath."""

from collections.abc import Iterable
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
from unionoffice.pages.exports import export_response, offered_columns, remembered_labels
from unionoffice.pages.records import Action
from unionoffice.pages.tables import Table

PAGE_SIZE = 50
BUTTONS = 3
"""Buttons that stand over a list; what is done less often folds into a menu behind them."""

Declared = tuple[str, str, rules.Predicate]
"""Label, URL name and permission of something that is done from a list."""


class ListPage(Page):
    """Rows of `model` that the user may see, filtered, ordered and measured.

    The template is `<app>/<model>_list.html`, or the general one where that adds nothing.
    """

    model: ClassVar[Any]
    table: type[Table]
    """One for all; or a page chooses it in `setup` by what its user may read."""
    filter_class: ClassVar[type[FilterSet]]
    main_action: ClassVar[Declared | None] = None
    """The one thing people come here to do."""
    other_actions: ClassVar[tuple[Declared, ...]] = ()
    """What is done here less often."""
    bulk_actions: ClassVar[tuple[Declared, ...]] = ()
    """What is done with several rows at once, each a `BulkPage`: who may gets a box in every row."""

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Show one page of the list, or hand all of it out as a workbook."""
        visible = self.filtered(self.model.objects.visible_to(request.user))
        rows = self.ordered(self.table.prepare(visible))
        if request.GET.get("export") == "xlsx":
            return self.get_workbook(rows)
        if request.GET.get("export") == "choose":
            return self.choose_columns(rows)
        paginator = Paginator(rows, PAGE_SIZE)
        # What the table fetches along is no matter for the number, and would make counting slow.
        paginator.count = visible.count()
        page = paginator.get_page(request.GET.get("page"))
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
        """Every row of the list as it is filtered and ordered, in the columns of the page or in those chosen."""
        title = self.get_title()
        return export_response(
            self.table, rows, request=self.request, title=title, file_name=f"{title}{self.on:%Y%m%d}.xlsx"
        )

    def choose_columns(self, rows: QuerySet[Any]) -> HttpResponse:
        """Ask which columns the workbook should have."""
        labels = remembered_labels(self.table, self.request)
        offered = offered_columns(self.table, self.request.user)
        kept = [(name, value) for name, value in self.request.GET.items() if name not in ("export", "column", "page")]
        context = super().get_context_data(
            choices=[(str(column.label), str(column.label) in labels) for column in offered],
            sensitive=[column.label for column in offered if column.is_sensitive],
            kept=kept,
            count=rows.count(),
        )
        return TemplateResponse(self.request, "office/export.html", context)

    def is_narrowed(self) -> bool:
        """Whether conditions that a phone folds away must be seen, since some of them hold."""
        return bool(self.filter.form.has_changed())

    def is_partial(self) -> bool:
        """Whether a figure led here whose records the viewer may not all see.

        Says only that it may be so, whatever the filters: a number of hidden records, or none, would let a name and
        an occasion be tried out here.
        """
        return "figure" in self.request.GET and bool(self.model.objects.visible_to(self.request.user).query.where)

    def get_notice(self) -> str:
        """A sentence over the rows on how to read them; empty where they are what they seem."""
        return ""

    def get_empty(self) -> str:
        """Why the list is empty; what to do first only to whom the list's main action is open."""
        reads_only = self.main_action is not None and not self.main_action[2].test(self.request.user)
        return self.table.empty_to_readers if reads_only and self.table.empty_to_readers else self.table.empty

    def get_actions(self) -> list[Action]:
        """The buttons over the list that this user may press, the main one first."""
        main = self.permitted((self.main_action,), primary=True) if self.main_action else []
        return main + self.permitted(self.other_actions)

    def permitted(self, declared: Iterable[Declared], *, primary: bool = False) -> list[Action]:
        """Those of the declared that this user may do."""
        return [
            Action.to(label, url_name, primary=primary)
            for label, url_name, permission in declared
            if permission.test(self.request.user)
        ]

    def get_context_data(self, *, visible: QuerySet[Any], page: RowPage[Any], **kwargs: Any) -> dict[str, Any]:
        """Rows, measures, filter and what to say where there is nothing."""
        actions = self.get_actions()
        filtering = any(self.request.GET.get(name) for name in self.filter.filters)
        return super().get_context_data(
            rows=self.table.rows(list(page.object_list)),
            columns=self.table.columns,
            measures=self.table.measures(
                visible, count=page.paginator.count, figure=self.request.GET.get("figure", "")
            ),
            page=page,
            filter=self.filter,
            sort=self.request.GET.get("sort", ""),
            is_narrowed=self.is_narrowed(),
            is_partial=self.is_partial(),
            notice=self.get_notice(),
            empty=_("没有符合条件的记录，请放宽筛选条件。") if filtering else self.get_empty(),
            actions=actions[:BUTTONS],
            more_actions=actions[BUTTONS:],
            bulk_actions=self.permitted(self.bulk_actions),
            **kwargs,
        )

    def get_template_names(self) -> list[str]:
        """The list's own template, else the general one."""
        meta = self.model._meta
        return [f"{meta.app_label}/{meta.model_name}_list.html", "office/list.html"]
