"""Input about inspections, their marks, their evidence and what is set right."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import Inspection, ItemScore, Rectification, marks_text
from affairs.selectors import FoundRecord, ScoreLine, score_sheet
from unionoffice.pages import DayInput, Folded, MoveForm, OfficeForm, OfficeModelForm
from unionoffice.precision import PRECISION_HELP
from unionoffice.sources import SourceRef

LINES = 3
RESULT_HELP = _("例如：优秀、合格、市先进教工之家。")
SCORE_HELP = _("没有逐项评分、只知道总分的，与满分一起填写；没有评分的都留空。")


TOLD = ("score", "full_mark", "result", "comment")
"""What an inspection's form asks only of those that are over."""


class InspectionForm(OfficeModelForm):
    """Who inspects what and when; the result at once where it is known and isn't scored item by item."""

    class Meta:
        model = Inspection
        fields = [
            "kind",
            "level",
            "title",
            "by_whom",
            "held_on",
            "precision",
            "scheme",
            "score",
            "full_mark",
            "result",
            "comment",
        ]
        widgets = {"held_on": DayInput, "comment": forms.Textarea(attrs={"rows": LINES})}
        help_texts = {
            "title": _("例如：教工之家建设检查。"),
            "by_whom": _("例如：市教育工会；自评的写本单位。"),
            "held_on": _("还没有进行的填计划日期，可以先准备材料。"),
            "precision": PRECISION_HELP,
            "scheme": _("选了方案的，登记后逐项评分、逐项添加佐证，总分自动合计。"),
            "score": SCORE_HELP,
            "result": RESULT_HELP,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "scheme" in self.fields:
            self.fields["scheme"].empty_label = _t("不逐项评分")
        self.helper.layout = Layout(
            *(name for name in self.Meta.fields if name not in TOLD),
            *([Folded(_("已有结果的填写"), *TOLD)] if self.Meta.fields[-1] in TOLD else []),
        )

    def save(self, *, by: Any, on: date) -> Inspection:
        """Enter it."""
        return services.record_inspection(self.instance, by=by, on=on)


class MendInspectionForm(InspectionForm):
    """When, where and by whom, once more; the result has a page of its own, the scheme stays."""

    class Meta(InspectionForm.Meta):
        fields = ["kind", "level", "title", "by_whom", "held_on", "precision"]

    def save(self, *, by: Any, on: date) -> Inspection:
        """Keep the changes."""
        changes = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return services.mend_inspection(self.instance, changes=changes, by=by)


class ScoreInspectionForm(MoveForm):
    """The score sheet: for every item that is scored its marks, and why some were lost."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = score_sheet(self.record)
        for line in self.sheet:
            if line.score is not None:
                told = {"item": line.item.title, "full": marks_text(line.item.full_mark)}
                self.fields[f"score_{line.item.pk}"] = forms.DecimalField(
                    label=_t("“%(item)s”得分，满分%(full)s分") % told,
                    min_value=0,
                    max_value=line.item.full_mark,
                    max_digits=5,
                    decimal_places=1,
                    required=False,
                    initial=None if line.score.score is None else marks_text(line.score.score),
                )
                self.fields[f"reason_{line.item.pk}"] = forms.CharField(
                    label=_t("“%(item)s”扣分原因") % told,
                    max_length=200,
                    required=False,
                    initial=line.score.reason,
                )

    @property
    def lines(self) -> list[tuple[ScoreLine, forms.BoundField | None, forms.BoundField | None]]:
        """Each line of the sheet with its two fields, where it has any."""
        return [
            (line, self[f"score_{line.item.pk}"], self[f"reason_{line.item.pk}"])
            if line.score is not None
            else (line, None, None)
            for line in self.sheet
        ]

    def save(self, *, by: Any, on: date) -> Inspection:
        """Give the marks."""
        data = self.cleaned_data
        marks = {
            line.item.pk: services.Mark(data[f"score_{line.item.pk}"], data[f"reason_{line.item.pk}"])
            for line in self.sheet
            if line.score is not None
        }
        return services.score_inspection(self.record, marks=marks, by=by)


class ConcludeInspectionForm(MoveForm):
    """The result; a total only where no scheme gives one."""

    score = forms.DecimalField(
        label=_("得分"), min_value=0, max_digits=5, decimal_places=1, required=False, help_text=SCORE_HELP
    )
    full_mark = forms.DecimalField(label=_("满分"), min_value=1, max_digits=5, decimal_places=1, required=False)
    result = forms.CharField(label=_("结果"), max_length=40, required=False, help_text=RESULT_HELP)
    comment = forms.CharField(
        label=_("检查意见"), max_length=5_000, required=False, widget=forms.Textarea(attrs={"rows": LINES})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record.scheme_id is not None:
            del self.fields["score"], self.fields["full_mark"]

    def save(self, *, by: Any, on: date) -> Inspection:
        """Enter the result."""
        return services.conclude_inspection(
            self.record,
            services.Result(**{name: self.cleaned_data[name] for name in TOLD if name in self.fields}),
            by=by,
            on=on,
        )


class LinkEvidenceForm(OfficeForm):
    """One of the records that were `found`, as evidence of the `record`, an item's score."""

    found = forms.ChoiceField(
        label=_("找到的记录"),
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择一条记录。"), "invalid_choice": _("请重新查找后选择。")},
    )
    note = forms.CharField(label=_("说明"), max_length=100, required=False)

    def __init__(self, *args: Any, record: ItemScore, found: list[FoundRecord], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        self.fields["found"].choices = [(one.value, f"{one.title}（{one.detail}）") for one in found]

    def save(self, *, by: Any, on: date) -> ItemScore:
        """Link it."""
        model, _colon, key = self.cleaned_data["found"].partition(":")
        return services.link_evidence(
            self.record, SourceRef(model, int(key)), note=self.cleaned_data["note"], by=by
        ).shows


class UnlinkEvidenceForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> ItemScore:
        """Take it away, and lead back to the item."""
        return services.unlink_evidence(self.record, by=by)


class RectificationForm(OfficeModelForm):
    """What is to be set right after the `record`, an inspection."""

    class Meta:
        model = Rectification
        fields = ["demand", "responsible", "due_on"]
        widgets = {"demand": forms.Textarea(attrs={"rows": LINES}), "due_on": DayInput}
        help_texts = {"responsible": _("部门或人员。")}

    def __init__(self, *args: Any, record: Inspection, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record

    def save(self, *, by: Any, on: date) -> Inspection:
        """Ask for it, and lead back to the inspection."""
        return services.add_rectification(self.record, self.instance, by=by).inspection


class SettleRectificationForm(MoveForm):
    """How it was set right."""

    outcome = forms.CharField(label=_("整改结果"), max_length=1_000, widget=forms.Textarea(attrs={"rows": LINES}))

    def save(self, *, by: Any, on: date) -> Inspection:
        """Note it, and lead back to the inspection."""
        outcome = self.cleaned_data["outcome"]
        return services.settle_rectification(self.record, outcome=outcome, by=by, on=on).inspection


class CloseInspectionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Inspection:
        """Close it."""
        return services.close_inspection(self.record, by=by, on=on)
