"""Taking in a workbook: send it, look at what it would change, apply it. An area names its importer and who may."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice.pages.base import Crumb, Page
from unionoffice.pages.forms import FormPage, OfficeForm, TransitionPage
from unionoffice.pages.papers import XLSX, file_response
from unionoffice.refusal import Refused
from unionoffice.sheets import Change, Importer, Plan, PlannedRow, template_workbook
from unionoffice.sheets.uploads import SheetUpload, close_upload, keep_upload

SHOWN_ROWS = 200
"""Rows of each kind that a plan shows; the counts are of all."""


class SendSheetForm(OfficeForm):
    """A workbook to be checked."""

    file = forms.FileField(
        label=_("文件"),
        help_text=_("Excel 工作簿（.xlsx、.xls），不超过20MB。检查之后先看计划，确认了才写入。"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls"}),
    )

    def __init__(self, *args: Any, importer: Importer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.importer = importer

    def clean_file(self) -> Any:
        """Not over the limit; whether it is a workbook of this kind, the importer says."""
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(_("文件超过20MB，请删去多余的工作表或图片后重新上传。"))
        return file

    def clean(self) -> dict[str, Any]:
        """Read and check the workbook, which may take seconds, before any row of the database is held."""
        data = super().clean() or self.cleaned_data
        if file := data.get("file"):
            data["content"] = file.read()
            try:
                self.importer.plan(data["content"], name=file.name)
            except Refused as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return data

    def save(self, *, by: Any, on: date) -> SheetUpload:  # noqa: ARG002 -- nothing is dated yet
        """Keep it for the plan."""
        data = self.cleaned_data
        return keep_upload(self.importer.kind, data["file"].name, data["content"], by=by)


class ApplySheetForm(OfficeForm):
    """No questions: the plan was shown, and is still what the import would do."""

    standing = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, record: SheetUpload, importer: Importer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.importer = record, importer

    def agree_to(self, plan: Plan) -> None:
        """Make the page's consent one to this plan, which it is about to show."""
        self.initial["standing"] = plan.standing
        if self.is_bound:
            sent: Any = self.data
            self.data = sent = sent.copy()
            sent["standing"] = plan.standing

    def save(self, *, by: Any, on: date) -> SheetUpload:
        """Write it."""
        if not self.record.is_open:
            raise Refused(_("这份文件已经导入或已过期，请重新上传。"))
        self.importer.carry_out(
            self.record.data,
            name=self.record.name,
            digest=self.record.digest,
            compared=self.cleaned_data["standing"],
            by=by,
            on=on,
        )
        close_upload(self.record)
        return self.record


class ImportPage(FormPage):
    """Sending a workbook in. What isn't of this kind is refused here, with what to do."""

    importer: ClassVar[Importer]
    list_url_name: ClassVar[str]
    """The list that the records will stand in."""
    form_class = SendSheetForm
    template_name = "office/import.html"
    button = _("上传并检查")

    def get_title(self) -> str:
        """导入花名册."""
        return str(_("导入%(what)s")) % {"what": self.importer.label}

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [Crumb(str(_("返回列表")), reverse(self.list_url_name))]

    def get_form_kwargs(self) -> dict[str, Any]:
        """What kind of workbook is expected."""
        return {"importer": self.importer}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way to the template."""
        template_url = reverse(f"{self.importer.kind}-template")
        return super().get_context_data(importer=self.importer, template_url=template_url, **kwargs)


class ImportTemplatePage(Page):
    """An empty workbook to fill in."""

    importer: ClassVar[Importer]

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Hand it out."""
        content = template_workbook(self.importer.columns)
        name = str(_("%(what)s模板.xlsx")) % {"what": self.importer.label}
        return file_response(content, name=name, content_type=XLSX)


class ImportPlanPage(TransitionPage):
    """What the file would change; applied only when no row has a problem."""

    importer: ClassVar[Importer]
    list_url_name: ClassVar[str]
    model = SheetUpload
    form_class = ApplySheetForm
    template_name = "office/import_plan.html"
    title = _("导入计划")
    button = _("导入")

    def get_crumbs(self) -> list[Crumb]:
        """To the list and to another file."""
        what = str(_("导入%(what)s")) % {"what": self.importer.label}
        back = Crumb(str(_("返回列表")), reverse(self.list_url_name))
        return [back, Crumb(what, reverse(f"{self.importer.kind}-import"))]

    def get_queryset(self) -> Any:
        """One's own files of this kind."""
        return super().get_queryset().filter(kind=self.importer.kind)

    @cached_property
    def plan(self) -> Plan | None:
        """The plan, made anew from the file; none for a file that was applied or thrown away."""
        return self.importer.plan(self.record.data, name=self.record.name) if self.record.is_open else None

    def get_form_kwargs(self) -> dict[str, Any]:
        """The file and its kind."""
        return {**super().get_form_kwargs(), "importer": self.importer}

    def show(self, form: ApplySheetForm, **extra: Any) -> HttpResponse:
        """The page; what is agreed to there is the plan as it is shown."""
        if self.plan is not None:
            form.agree_to(self.plan)
        return super().show(form, **extra)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The plan, as much of it as a page holds."""
        new, changed = (self.plan.new[:SHOWN_ROWS], self.plan.changed[:SHOWN_ROWS]) if self.plan else ((), ())
        return super().get_context_data(
            plan=self.plan,
            importer=self.importer,
            changed=[(row, [self._masked(change) for change in row.changes]) for row in changed],
            new=[(row, self._told(row)) for row in new],
            shown=SHOWN_ROWS,
            **kwargs,
        )

    def get_success_url(self, record: Any) -> str:  # noqa: ARG002 -- the plan is done with
        """To the list."""
        return reverse(self.list_url_name)

    def _masked(self, change: Change) -> Change:
        """A change as a page may show it: numbers that are masked elsewhere are masked here too."""
        mask = self.importer.masks.get(change.key)
        if mask is None:
            return change
        return replace(change, old_text=mask(change.old_text), new_text=mask(change.new_text))

    def _told(self, row: PlannedRow) -> list[tuple[str, str]]:
        """Labels and texts of the columns that the plan shows of a new row."""
        columns = self.importer.shown_columns
        return [(str(column.label), column.show(row.values.get(column.key))) for column in columns]
