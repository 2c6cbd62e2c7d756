"""Input about disclosures."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import CatalogueItem, Disclosure, PassageComment
from affairs.selectors import comments_in_hand, comments_to_settle, items_to_write_on
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm
from unionoffice.periods import Period, calendar_year, half_year, month, quarter, school_year, term
from unionoffice.sources import SourceRef

SHORT, LONG = 3, 12
"""Lines of a field for a sentence, and for a text."""


class ItemChoiceField(forms.ModelChoiceField):
    """One matter of the catalogue, told with its sphere and category."""

    def label_from_instance(self, obj: Any) -> str:
        """校务 · 财务 · 学校经费使用情况."""
        return f"{obj.get_sphere_display()} · {obj.get_category_display()} · {obj.content}"


class DisclosureForm(OfficeModelForm):
    """The text of a disclosure and where it is to hang."""

    item = ItemChoiceField(
        CatalogueItem.objects.none(),
        label=_("公开目录"),
        widget=forms.Select(attrs={"data-search": _("输入几个字查找")}),
    )
    period_code = forms.ChoiceField(
        label=_("所属时段"), required=False, help_text=_("这件事项说明的是哪一段时间的情况；与时间无关的不填。")
    )

    class Meta:
        model = Disclosure
        fields = ["item", "title", "body", "period_code", "stage", "reach", "publish_on", "posted_until"]
        widgets = {
            "publish_on": DayInput,
            "posted_until": DayInput,
        }
        labels = {"publish_on": _("何日公开")}
        help_texts = {
            "body": _("可以加小标题、编号、表格；从文档里粘贴时只保留这些格式。图片和文件请保存后作为附件添加。"),
            "reach": _("选“社会”的，不登录也能看到；涉及个人的请选“全体教职工”。"),
            "publish_on": _("留空则批准后立即公开。"),
            "posted_until": _("到期自动撤下；长期公开的留空。"),
        }

    def __init__(self, *args: Any, source: SourceRef | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source
        self.fields["item"].queryset = items_to_write_on(self.user)
        for name in ("stage", "reach"):
            self.fields[name].required = bool(self.instance.pk)
            if not self.instance.pk:
                self.fields[name].choices = [("", _("按公开目录")), *self.fields[name].choices[1:]]
        chosen = self.instance.period_code or self.initial.get("period_code", "")
        self.fields["period_code"].choices = [("", _("不填")), *period_choices(self.on, chosen)]

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Begin the disclosure."""
        return services.draft_disclosure(self.instance, by=by, on=on, source=self.source)


class DoneField(forms.ModelMultipleChoiceField):
    """The comments on passages that the writer has met."""

    def label_from_instance(self, obj: Any) -> str:
        """What was asked for."""
        return obj.text


class MendDisclosureForm(DisclosureForm):
    """The text once more, with the comments that it came back with; a correction stays under its matter and says
    what it corrects.
    """

    correction_note = forms.CharField(label=_("更正说明"), max_length=200)
    done = DoneField(PassageComment.objects.none(), label=_("已改好的批注"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.comments = list(comments_to_settle(self.instance))
        if self.comments:
            self.fields["done"].queryset = comments_to_settle(self.instance)
            self.initial["done"] = [comment.pk for comment in self.comments if comment.done_on]
        else:
            del self.fields["done"]
        if self.instance.edition == 1:
            del self.fields["correction_note"]
            self.fields["item"].queryset |= CatalogueItem.objects.filter(pk=self.instance.item_id)
        else:
            del self.fields["item"]
            self.initial["correction_note"] = self.instance.correction_note
        self.helper.layout = Layout(*(name for name in self.fields if name != "done"))

    def ticked(self) -> list[tuple[PassageComment, bool]]:
        """Each comment, and whether it stands ticked."""
        value = self["done"].value() or [] if self.comments else []
        chosen = {str(key) for key in value}
        return [(comment, str(comment.pk) in chosen) for comment in self.comments]

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Keep the changes."""
        return services.mend_disclosure(self.instance, changes=self.cleaned_data, by=by, on=on)


def period_choices(on: date, chosen: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """Periods from last year to the next one, by kind; the one that was chosen long ago among them."""
    years = (on.year, on.year - 1, on.year + 1)
    groups: dict[str, list[Period]] = {
        gettext("年度"): [calendar_year(year) for year in years],
        gettext("学期"): [term(year - 1, year, part) for year in years for part in (1, 2)],
        gettext("学年"): [school_year(year - 1, year) for year in years],
        gettext("半年"): [half_year(year, part) for year in years for part in (1, 2)],
        gettext("季度"): [quarter(year, part) for year in years[:2] for part in (1, 2, 3, 4)],
        gettext("月份"): [month(year, part) for year in years[:2] for part in range(1, 13)],
    }
    if chosen and all(chosen != period.code for group in groups.values() for period in group):
        groups[gettext("已选")] = [Period.parse(chosen)]
    return [(label, [(period.code, period.label) for period in group]) for label, group in groups.items()]


class SubmitDisclosureForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Hand it to the approver."""
        return services.submit_disclosure(self.record, by=by, on=on)


class RecallDisclosureForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Take it back."""
        return services.recall_disclosure(self.record, by=by, on=on)


class PublishDisclosureForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Put it up."""
        return services.publish_disclosure(self.record, by=by, on=on)


class ArchiveDisclosureForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """File it."""
        return services.archive_disclosure(self.record, by=by)


class ReasonForm(MoveForm):
    """Why."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": SHORT}))


class DiscardDisclosureForm(ReasonForm):
    """It is given up."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Give it up."""
        return services.discard_disclosure(self.record, reason=self.cleaned_data["reason"], by=by)


class TakeDownDisclosureForm(ReasonForm):
    """It comes off the board."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Take it down."""
        return services.take_down_disclosure(self.record, reason=self.cleaned_data["reason"], by=by, on=on)


class ReturnDisclosureForm(ReasonForm):
    """What is to be changed."""

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Give it back."""
        return services.return_disclosure(self.record, comment=self.cleaned_data["reason"], by=by, on=on)


class CorrectDisclosureForm(MoveForm):
    """What is wrong with the published text."""

    note = forms.CharField(
        label=_("更正说明"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("公开时随正文一起显示，例如：更正第二段的金额。"),
    )

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Begin the new version."""
        return services.correct_disclosure(self.record, note=self.cleaned_data["note"], by=by, on=on)


class ReviewDisclosureForm(MoveForm):
    """The approver's answer: one of two buttons, with a comment where it goes back.

    The version that was read is sent along: what was changed since isn't approved unread.
    """

    APPROVE, RETURN = "approve", "return"
    approve = staticmethod(services.approve_disclosure)

    decision = forms.ChoiceField(
        choices=[(APPROVE, _("同意并公开")), (RETURN, _("退回修改"))], widget=forms.HiddenInput
    )
    read_version = forms.IntegerField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("退回意见"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("退回时填写，起草人会收到。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["read_version"] = self.record.version

    def read_anew(self) -> None:
        """Shown again, the form stands under the text as it is now."""
        sent: Any = self.data
        shown = sent.copy()
        shown["read_version"] = self.record.version
        self.data = shown

    def clean(self) -> dict[str, Any]:
        """Who returns it says what is to be changed, as a whole or of passages."""
        data = super().clean() or self.cleaned_data
        said = data.get("comment", "").strip() or comments_in_hand(self.record).exists()
        if data.get("decision") == self.RETURN and not said:
            self.add_error("comment", _("请写明退回的意见，或者批注需要修改的段落。"))
        return data

    def save(self, *, by: Any, on: date) -> Disclosure:
        """Approve or return."""
        data = self.cleaned_data
        if data["decision"] == self.APPROVE:
            return self.approve(self.record, version=data["read_version"], by=by, on=on)
        return services.return_disclosure(
            self.record, comment=data["comment"], by=by, on=on, version=data["read_version"]
        )


class CountersignDisclosureForm(ReviewDisclosureForm):
    """The second approver's answer."""

    approve = staticmethod(services.countersign_disclosure)
