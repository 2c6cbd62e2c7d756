"""The forms of an import: send a workbook, say what its unknown columns are, agree to its plan."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionoffice.pages.forms import OfficeForm
from unionoffice.refusal import Refused
from unionoffice.sheets import Plan, UnknownHead
from unionoffice.sheets.answers import ColumnAnswer, answers_for, forget_answers, remember_answers
from unionoffice.sheets.heads import plain_head
from unionoffice.sheets.importing import Importer
from unionoffice.sheets.uploads import SheetUpload, close_upload, keep_upload

ENDINGS = (".xlsx", ".xls", ".csv")
"""Files that the chooser offers; what a file is, its content says."""

LEAVE_OUT, ASK_AGAIN = "-", "?"
"""Answers beside the keys of columns, none of which looks like these."""


class SendSheetForm(OfficeForm):
    """A workbook to be checked."""

    file = forms.FileField(
        label=_("文件"),
        help_text=_(
            "Excel 工作簿或 CSV 文件（.xlsx、.xls、.csv），不超过20MB、50000行。检查之后先看计划，确认了才写入。"
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
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
                self.importer.check(data["content"], name=file.name)
            except Refused as refusal:
                sentence = gettext("没有采用“%(name)s”：%(why)s") % {"name": file.name, "why": refusal}
                raise forms.ValidationError(sentence) from refusal
        return data

    def save(self, *, by: Any, on: date) -> SheetUpload:  # noqa: ARG002 -- nothing is dated yet
        """Keep it for the plan."""
        data = self.cleaned_data
        return keep_upload(self.importer.kind, data["file"].name, data["content"], by=by)


class ApplySheetForm(OfficeForm):
    """No questions: the plan was shown, and is still what the import would do."""

    standing = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, record: SheetUpload, importer: Importer, plan: Plan | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.importer, self.plan = record, importer, plan

    def agree_to(self, plan: Plan) -> None:
        """Make the page's consent one to this plan, which it is about to show."""
        self.initial["standing"] = plan.standing
        if self.is_bound:
            sent: Any = self.data
            self.data = sent = sent.copy()
            sent["standing"] = plan.standing

    def save(self, *, by: Any, on: date) -> Any:
        """Write it; returns the record of the import, where its kind keeps one."""
        if self.plan is None:
            raise Refused(gettext("这份文件已经导入或已过期，请重新上传。"))
        compared = self.cleaned_data["standing"]
        record = self.importer.apply(self.plan, digest=self.record.digest, compared=compared, by=by, on=on)
        close_upload(self.record)
        return record


class AnswerColumnsForm(OfficeForm):
    """Which column each unknown head of a file is; what is answered is remembered for the next file of its kind."""

    def __init__(self, *args: Any, record: SheetUpload, importer: Importer, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.importer = record, importer
        self.heads = {_field_of(plain_head(head.label)): head for head in plan.unknown}
        free = [(column.key, column.label) for column in importer.columns if column.key not in plan.claimed]
        for name, head in self.heads.items():
            self.fields[name] = _head_field(head, [("", _("请选择")), (LEAVE_OUT, _("不导入这一列")), *free])

    def clean(self) -> dict[str, Any]:
        """Every head is answered, by itself or by 其余都不导入, and no two of them with the same column."""
        data = super().clean() or self.cleaned_data
        answered = [data.get(name, "") for name in self.heads]
        for name in self.heads:
            answer = data.get(name, "")
            if not answer and "rest" in self.data:
                data[name] = LEAVE_OUT
            elif not answer:
                self.add_error(name, gettext("请选择它是哪一列；用不上的，请选“不导入这一列”。"))
            elif answer != LEAVE_OUT and answered.count(answer) > 1:
                label = self.importer.label_of(answer)
                self.add_error(name, gettext("“%(label)s”选了不止一次，请只留一处。") % {"label": label})
        if not self.errors:
            self._ensure_readable()
        return data

    @property
    def answers(self) -> dict[str, str]:
        """The key of a column by head, empty for one that is left out."""
        return {
            plain_head(head.label): "" if self.cleaned_data[name] == LEAVE_OUT else self.cleaned_data[name]
            for name, head in self.heads.items()
        }

    def save(self, *, by: Any, on: date) -> SheetUpload:  # noqa: ARG002 -- an answer is no dated fact
        """Remember the answers; the plan is made anew."""
        remember_answers(self.importer.kind, self.answers, by=by)
        return self.record

    def _ensure_readable(self) -> None:
        """An answer that makes another file of this one is no answer."""
        answers = answers_for(self.importer.kind) | self.answers
        try:
            self.importer.plan(self.record.data, name=self.record.name, answers=answers)
        except Refused as refusal:
            self.add_error(None, str(refusal))


class RememberedColumnsForm(OfficeForm):
    """The answers that are remembered for workbooks of one kind, each to be kept, changed or forgotten."""

    def __init__(self, *args: Any, importer: Importer, answers: Iterable[ColumnAnswer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.importer = importer
        self.answers = {_field_of(answer.head): answer for answer in answers}
        columns = [(column.key, column.label) for column in importer.columns]
        choices = [(LEAVE_OUT, _("不导入这一列")), *columns, (ASK_AGAIN, _("忘记，下次再问"))]
        for name, answer in self.answers.items():
            # A column that the office dropped since is asked about again: no file is read by it.
            known = importer.label_of(answer.column) or not answer.column
            initial = answer.column or LEAVE_OUT if known else ASK_AGAIN
            self.fields[name] = forms.ChoiceField(label=answer.head, choices=choices, initial=initial)

    def save(self, *, by: Any, on: date) -> None:  # noqa: ARG002 -- an answer is no dated fact
        """Remember what was chosen and forget the rest."""
        chosen = {answer.head: self.cleaned_data[name] for name, answer in self.answers.items()}
        forget_answers(self.importer.kind, (head for head, key in chosen.items() if key == ASK_AGAIN), by=by)
        kept = {head: "" if key == LEAVE_OUT else key for head, key in chosen.items() if key != ASK_AGAIN}
        remember_answers(self.importer.kind, dict(self._changed(kept)), by=by)

    def _changed(self, kept: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Only those that are another answer now: the others keep who gave them."""
        for answer in self.answers.values():
            if answer.head in kept and kept[answer.head] != answer.column:
                yield answer.head, kept[answer.head]


def _field_of(head: str) -> str:
    """The name of a head's field, whatever the head says."""
    return f"head_{sha256(head.encode()).hexdigest()[:12]}"


def _head_field(head: UnknownHead, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    samples = gettext("例如：%(samples)s") % {"samples": "、".join(head.samples)} if head.samples else ""
    # A help text is drawn as markup, and the samples are whatever stands in the file.
    return forms.ChoiceField(
        label=head.label, choices=choices, required=False, help_text=escape(samples) or gettext("这一列没有内容。")
    )
