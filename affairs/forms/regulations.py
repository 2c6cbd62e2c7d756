"""Input about regulations and their versions."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import CONGRESS_KINDS
from affairs.models import LAW, Regulation, RegulationVersion
from members.models import Department
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm
from unionoffice.richtext import RichTextFormField

NOTE_LINES = 2
LONGEST_TEXT = 30_000


class RegulationFactsForm(OfficeModelForm):
    """What a regulation is, apart from its text."""

    class Meta:
        model = Regulation
        fields = ["kind", "department", "needs_congress"]
        help_texts = {"needs_congress": LAW}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.open()

    def save(self, *, by: Any, on: date) -> Regulation:
        """Keep it."""
        return services.save_regulation(self.instance, by=by)


class RegulationForm(RegulationFactsForm):
    """A regulation with the text of its first version."""

    text = RichTextFormField(
        longest=LONGEST_TEXT,
        label=_("正文"),
        help_text=_("可以从文档里粘贴。各条以“第一条”开头的，征求意见时可以逐条提意见。"),
    )

    class Meta(RegulationFactsForm.Meta):
        fields = ["title", "kind", "department", "needs_congress"]

    def clean(self) -> dict[str, Any]:
        """What the law names isn't left to be forgotten."""
        data = super().clean() or self.cleaned_data
        if data.get("kind") in CONGRESS_KINDS and not data.get("needs_congress"):
            self.add_error("needs_congress", gettext("这一类制度须经教代会讨论通过，请勾选。"))
        return data

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Begin the regulation."""
        return services.draft_regulation(self.instance, text=self.cleaned_data["text"], by=by, on=on)


class VersionForm(OfficeModelForm):
    """The text of a draft once more."""

    class Meta:
        model = RegulationVersion
        fields = ["title", "text", "change_note"]
        widgets = {"change_note": forms.Textarea(attrs={"rows": NOTE_LINES})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.number == 1:
            del self.fields["change_note"]

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Keep the changes."""
        return services.mend_version(self.instance, changes=self.cleaned_data, by=by)


class BeginVersionForm(MoveForm):
    """Why it is revised."""

    note = forms.CharField(
        label=_("修订说明"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": NOTE_LINES}),
        help_text=_("为什么修订、打算改什么，例如：第八条补助标准提高。"),
    )

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Copy the latest."""
        return services.begin_version(self.record, note=self.cleaned_data["note"], by=by, on=on)


class SubmitVersionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Lay it before those who pass it."""
        return services.submit_version(self.record, by=by)


class DiscardVersionForm(MoveForm):
    """Why it is given up."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": NOTE_LINES}))

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Give it up."""
        return services.discard_version(self.record, reason=self.cleaned_data["reason"], by=by)


class EnactVersionForm(MoveForm):
    """From when it holds, and who passed it."""

    from_on = forms.DateField(label=_("施行日期"), widget=DayInput)
    adopted_by = forms.CharField(
        label=_("通过或批准"), max_length=100, required=False, help_text=_("例如：第九届教职工代表大会第一次会议")
    )
    adopted_on = forms.DateField(label=_("通过日期"), widget=DayInput, required=False)
    document_no = forms.CharField(label=_("发文字号"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record.regulation.needs_congress:
            self.fields["adopted_by"].required = True
            self.fields["adopted_by"].help_text = LAW

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Let it hold."""
        told = {name: self.cleaned_data[name] for name in ("from_on", "adopted_by", "adopted_on", "document_no")}
        return services.enact_version(self.record, **told, by=by, on=on)


class AbolishVersionForm(MoveForm):
    """From when it holds no longer, and why."""

    abolished_on = forms.DateField(label=_("废止日期"), widget=DayInput, help_text=_("从这一天起不再执行。"))
    reason = forms.CharField(
        label=_("废止原因或依据"), max_length=200, widget=forms.Textarea(attrs={"rows": NOTE_LINES})
    )

    def save(self, *, by: Any, on: date) -> RegulationVersion:
        """Let it hold no longer."""
        told = {name: self.cleaned_data[name] for name in ("abolished_on", "reason")}
        return services.abolish_version(self.record, **told, by=by)


class CompareForm(forms.Form):
    """Which two versions stand side by side."""

    before = forms.ModelChoiceField(RegulationVersion.objects.none(), label=_("原来"), empty_label=None)
    after = forms.ModelChoiceField(RegulationVersion.objects.none(), label=_("现在"), empty_label=None)

    def __init__(self, *args: Any, versions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.queryset = versions
            field.label_from_instance = _version_label


def _version_label(version: RegulationVersion) -> str:
    """第2版（2024-09-01施行）."""
    state = gettext("%(day)s施行") % {"day": version.from_on} if version.from_on else version.get_status_display()
    return gettext("第%(n)d版（%(state)s）") % {"n": version.number, "state": state}
