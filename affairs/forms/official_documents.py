"""Input about incoming and outgoing documents."""

from datetime import date
from typing import Any

from crispy_forms.layout import Field, Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import Direction
from affairs.models import DocumentForward, OfficialDocument
from members.forms.fields import UnitsChoiceField
from members.models import Department, Member
from members.selectors import colleagues
from unionoffice.pages import DayInput, Folded, MoveForm, OfficeModelForm

SUMMARY_LINES = 3


class DocumentForm(OfficeModelForm):
    """An entry of the register; its words are those of an incoming or of an outgoing document."""

    class Meta:
        model = OfficialDocument
        fields = [
            "title",
            "document_no",
            "party",
            "handled_on",
            "dated_on",
            "secrecy",
            "urgency",
            "asks_for",
            "due_on",
            "department",
            "summary",
        ]
        widgets = {
            "handled_on": DayInput,
            "dated_on": DayInput,
            "due_on": DayInput,
            "summary": forms.Textarea(attrs={"rows": SUMMARY_LINES}),
        }
        help_texts = {
            "document_no": _("例如：市总工发〔2026〕12号；没有的留空。"),
            "secrecy": _("选“内部”的，只有工会主席、工会秘书和传阅对象看得到。涉及国家秘密的文件不得在这里登记。"),
            "asks_for": _("文件要求做什么，例如：12月10日前报送名单。不需要办理的留空。"),
        }

    def __init__(self, *args: Any, direction: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if direction:
            self.instance.direction = direction
        incoming = self.instance.direction == Direction.INCOMING
        self.fields["party"].label = gettext("来文单位") if incoming else gettext("主送单位")
        self.fields["handled_on"].label = gettext("收到日期") if incoming else gettext("发出日期")
        self.fields["department"].queryset = Department.objects.open()
        self.initial.setdefault("handled_on", self.on)
        self.helper.layout = Layout(
            *(Field(name) for name in ("title", "document_no", "party", "handled_on", "secrecy")),
            Folded(gettext("办理要求"), "asks_for", "due_on", "department"),
            Folded(gettext("成文日期、紧急程度和摘要"), "dated_on", "urgency", "summary"),
        )

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Register it."""
        return services.register_document(self.instance, by=by, on=on)


class MendDocumentForm(DocumentForm):
    """The entry once more."""

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Keep the changes."""
        return services.mend_document(self.instance, changes=self.cleaned_data, by=by, on=on)


class ForwardDocumentForm(MoveForm):
    """Who is to read it."""

    members = forms.ModelMultipleChoiceField(Member.objects.none(), label=_("个人"), required=False)
    departments = UnitsChoiceField(
        Department.objects.none(), label=_("部门"), required=False, help_text=_("部门里现在的每个人都会收到。")
    )
    due_on = forms.DateField(label=_("请于何日前阅"), widget=DayInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        had = self.record.forwards.values("member")
        self.fields["members"].queryset = colleagues().exclude(pk__in=had)
        self.fields["members"].widget.attrs["data-search"] = gettext("输入姓名、拼音或工号查找")
        self.fields["departments"].queryset = Department.objects.open()
        for name in ("members", "departments"):
            self.fields[name].widget.attrs["size"] = 8

    def clean(self) -> dict[str, Any]:
        """At least somebody."""
        data = super().clean() or self.cleaned_data
        if not data.get("members") and not data.get("departments"):
            self.add_error("members", gettext("请至少选择一个人或一个部门。"))
        return data

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Give it to them."""
        data = self.cleaned_data
        services.forward_document(
            self.record,
            members=data["members"],
            departments=data["departments"],
            due_on=data["due_on"],
            by=by,
            on=on,
        )
        return self.record


class ReadDocumentForm(MoveForm):
    """One button, and room for a remark."""

    remark = forms.CharField(
        label=_("阅后意见"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("没有意见可以不填。"),
    )

    def __init__(self, *args: Any, forward: DocumentForward, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.forward = forward

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Note it."""
        services.read_document(self.forward, remark=self.cleaned_data["remark"], by=by, on=on)
        return self.record


class RecallForwardForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Take it back."""
        document = self.record.document
        services.recall_forward(self.record, by=by)
        return document


class FinishDocumentForm(MoveForm):
    """What came of it."""

    outcome = forms.CharField(label=_("办理结果"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Done."""
        return services.finish_document(self.record, outcome=self.cleaned_data["outcome"], by=by, on=on)


class VoidDocumentForm(MoveForm):
    """Why the number is struck."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    def save(self, *, by: Any, on: date) -> OfficialDocument:
        """Strike it."""
        return services.void_document(self.record, reason=self.cleaned_data["reason"], by=by)
