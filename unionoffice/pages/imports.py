"""Taking in a workbook: send it, look at what it would change, apply it. An area names its importer and who may.

Each importer has four pages, named after its `kind`: `-import`, `-template`, `-plan` and `-columns`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionoffice.pages.base import Crumb, Page
from unionoffice.pages.forms import FormPage, TransitionPage
from unionoffice.pages.import_forms import AnswerColumnsForm, ApplySheetForm, RememberedColumnsForm, SendSheetForm
from unionoffice.pages.papers import XLSX, file_response
from unionoffice.refusal import Refused
from unionoffice.sheets import Change, Plan, PlannedRow, template_workbook, write_workbook
from unionoffice.sheets.answers import ColumnAnswer
from unionoffice.sheets.importing import Importer
from unionoffice.sheets.uploads import SheetUpload

SHOWN_ROWS = 200
"""Rows of each kind that a plan shows; the counts are of all, and the page says so."""

SHORT = 12
"""Up to so many remarks or names stand open on the page; more are folded."""


class Shown:
    """As many rows of one kind as a page holds, and how many there are in all."""

    def __init__(self, rows: Sequence[Any], tell: Callable[[Any], Any] = lambda row: row) -> None:
        self.rows = [tell(row) for row in rows[:SHOWN_ROWS]]
        self.count = len(rows)
        self.is_cut = self.count > SHOWN_ROWS
        self.is_short = self.count <= SHORT

    def __bool__(self) -> bool:
        return self.count > 0


def import_title(importer: Importer) -> str:
    """导入花名册."""
    return gettext("导入%(what)s") % {"what": importer.label}


class _ImporterPage(Page):
    """What the pages of one importer have in common."""

    importer: ClassVar[Importer]
    list_url_name: ClassVar[str]
    """The list that the records stand in."""

    def url_of(self, page: str, *args: Any) -> str:
        """The address of another page of the same importer."""
        return reverse(f"{self.importer.kind}-{page}", args=args)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        url = reverse(self.list_url_name)
        found: Any = resolve(url).func
        return [Crumb(str(found.view_class.title), url)]

    def import_crumb(self) -> Crumb:
        """To sending a file in."""
        return Crumb(import_title(self.importer), self.url_of("import"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the importer and the ways to its other pages."""
        return super().get_context_data(
            importer=self.importer, template_url=self.url_of("template"), columns_url=self.url_of("columns"), **kwargs
        )


class ImportPage(_ImporterPage, FormPage):
    """Sending a workbook in. What isn't of this kind is refused here, with what to do."""

    form_class = SendSheetForm
    template_name = "office/import.html"
    button = _("上传并检查")

    @classproperty
    def title(cls) -> str:  # noqa: N805 -- a property of the class, which Django's decorator hands over
        """导入花名册."""
        return import_title(cls.importer)

    def get_form_kwargs(self) -> dict[str, Any]:
        """What kind of workbook is expected."""
        return {"importer": self.importer}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what the workbook must have, and how many answers are remembered for it."""
        return super().get_context_data(
            required=[column.label for column in self.importer.columns if column.required],
            remembered=ColumnAnswer.objects.filter(kind=self.importer.kind).count(),
            **kwargs,
        )


class ImportTemplatePage(Page):
    """An empty workbook to fill in."""

    importer: ClassVar[Importer]

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Hand it out."""
        content = template_workbook(self.importer.columns)
        name = gettext("%(what)s模板.xlsx") % {"what": self.importer.label}
        return file_response(content, name=name, content_type=XLSX)


class ImportColumnsPage(_ImporterPage, FormPage):
    """The heads that the office has explained before: each answer can be changed, or forgotten."""

    form_class = RememberedColumnsForm
    template_name = "office/import_columns.html"
    title = _("记住的列")
    done = _("已保存，下一份文件按这些对应读取。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list and to sending a file in."""
        return [*super().get_crumbs(), self.import_crumb()]

    def get_form_kwargs(self) -> dict[str, Any]:
        """All answers for this kind of workbook."""
        return {"importer": self.importer, "answers": ColumnAnswer.objects.filter(kind=self.importer.kind)}

    def get_success_url(self, record: Any) -> str:  # noqa: ARG002 -- there may be many
        """Here again."""
        return self.url_of("columns")


class ImportPlanPage(_ImporterPage, TransitionPage):
    """What the file would change; applied only when every head is answered for and no row has a problem."""

    model = SheetUpload
    template_name = "office/import_plan.html"
    title = _("导入计划")
    obstacle = ""
    """Why the file can't be read any more."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the plan, or hand out its problems as a workbook."""
        if request.GET.get("problems") == "xlsx":
            self.prepare()
            if self.plan is not None and self.plan.problems:
                return self.get_problems(self.plan)
        return super().get(request, *args, **kwargs)

    def get_crumbs(self) -> list[Crumb]:
        """To the list and to another file."""
        return [*super().get_crumbs(), self.import_crumb()]

    def get_queryset(self) -> Any:
        """One's own files of this kind."""
        return super().get_queryset().filter(kind=self.importer.kind)

    def prepare(self) -> None:
        """Find the file; an answer about its heads imports nothing yet."""
        super().prepare()
        if self.asks:
            self.done = _("已记住，下一份文件不再询问。请查看新的计划。")  # type: ignore[misc]

    @cached_property
    def plan(self) -> Plan | None:
        """The plan, made anew from the file; none for a file that was applied, thrown away or can't be read any more.

        The last is so where somebody has changed a remembered answer meanwhile.
        """
        if not self.record.is_open:
            return None
        try:
            return self.importer.check(self.record.data, name=self.record.name)
        except Refused as refusal:
            self.obstacle = str(refusal)
            return None

    @property
    def asks(self) -> bool:
        """Whether heads wait for an answer before anything can be imported."""
        return bool(self.plan and self.plan.unknown)

    @property
    def form_class(self) -> type[AnswerColumnsForm] | type[ApplySheetForm]:
        """First what the heads mean, then whether it is right."""
        return AnswerColumnsForm if self.asks else ApplySheetForm

    @property
    def button(self) -> str:
        """What the form does."""
        return gettext("记住并重新检查") if self.asks else gettext("导入")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The file, its kind and its plan: made here, before the database is held for writing."""
        return {**super().get_form_kwargs(), "importer": self.importer, "plan": self.plan}

    def show(self, form: Any, **extra: Any) -> HttpResponse:
        """The page; what is agreed to there is the plan as it is shown."""
        if self.plan is not None and isinstance(form, ApplySheetForm):
            form.agree_to(self.plan)
        return super().show(form, **extra)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The plan, as much of it as a page holds."""
        if self.plan is None:
            return super().get_context_data(plan=None, obstacle=self.obstacle, **kwargs)
        return super().get_context_data(
            plan=self.plan,
            counts=self._counts(self.plan),
            asks=self.asks,
            several=any(row.sheet for row in self.plan.rows) or any(one.sheet for one in self.plan.problems),
            problems=Shown(self.plan.problems),
            changed=Shown(self.plan.changed, self._changed),
            new=Shown(self.plan.new, self._new),
            unchanged=Shown(self.plan.unchanged),
            absent=Shown(self.plan.absent),
            notes=Shown(self.plan.notes),
            **kwargs,
        )

    def get_success_url(self, record: Any) -> str:
        """After an answer here again; after the import to its own page, or else to the list."""
        return record.get_absolute_url() if record is not None else reverse(self.list_url_name)

    def get_problems(self, plan: Plan) -> HttpResponse:
        """Every problem with its row number, for whoever mends the file beside it."""
        head = [_("工作表"), _("行"), _("列"), _("内容"), _("问题")]
        rows = [(one.sheet or plan.sheet, one.row, one.column, one.value, one.message) for one in plan.problems]
        title = gettext("%(what)s中有问题的行") % {"what": self.importer.label}
        content = write_workbook(head, rows, sheet=_("有问题的行"), title=title)
        return file_response(content, name=f"{title}.xlsx", content_type=XLSX)

    def _counts(self, plan: Plan) -> list[tuple[str, int, str]]:
        """Label, number and place on the page of each kind of rows."""
        return [
            (gettext("新增"), len(plan.new), "new"),
            (gettext("变更"), len(plan.changed), "changed"),
            (gettext("不变"), len(plan.unchanged), "unchanged"),
            (gettext("有问题"), len(plan.problem_rows), "problems"),
            *([(gettext("表中没有"), len(plan.absent), "absent")] if plan.absent else []),
        ]

    def _changed(self, row: PlannedRow) -> tuple[PlannedRow, list[Change]]:
        return row, [self._masked(change) for change in row.changes]

    def _masked(self, change: Change) -> Change:
        """A change as a page may show it: numbers that are masked elsewhere are masked here too."""
        mask = self.importer.masks.get(change.key)
        if mask is None:
            return change
        return replace(change, old_text=mask(change.old_text), new_text=mask(change.new_text))

    def _new(self, row: PlannedRow) -> tuple[PlannedRow, list[tuple[str, str]]]:
        """With labels and texts of the columns that the plan shows of a new row."""
        columns = self.importer.shown_columns
        return row, [(str(column.label), column.show(row.values.get(column.key))) for column in columns]
