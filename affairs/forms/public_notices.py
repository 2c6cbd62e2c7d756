"""Input about public notices."""

from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import permissions, services
from affairs.enums import NoticeObject, Sphere
from affairs.forms.notice_lists import candidate_line, read_candidates, read_reviewers, reviewer_line
from affairs.models import PublicNotice
from affairs.selectors import days_by_object, last_contact
from members.models import Department
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

SHORT, LIST = 3, 12
"""Lines of a field for a sentence, and for a list of names."""


class PublicNoticeForm(OfficeModelForm):
    """What is put up, for how long, and who takes objections; the people are named on a page of their own."""

    class Meta:
        model = PublicNotice
        fields = [
            "object",
            "sphere",
            "title",
            "text",
            "basis",
            "department",
            "reviewed_on",
            "days",
            "contact",
            "contact_phone",
            "contact_place",
        ]
        widgets = {"reviewed_on": DayInput}
        help_texts = {
            "sphere": _("校务由校长审批，会务由工会主席审批。"),
            "title": _("例如：市级优秀教师推荐人选公示。标题人人可见，不要写姓名。"),
            "text": _("写明评审经过和公示的事项。姓名填在名单里，不写进正文：名单按规定隐去姓名，正文不会。"),
            "basis": _("评选通知、实施办法的名称和文号。"),
            "reviewed_on": _("评审小组评议的日期。"),
            "contact": _("受理异议的部门或人员，公示时显示。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial = {**last_contact(), **self.initial}
        days = "、".join(f"{NoticeObject(kind).label}{count}" for kind, count in days_by_object(self.on).items())
        self.fields["days"].required = False
        self.fields["days"].help_text = _(
            "留空按规定。张贴当天不计，节假日不计，调休上班的计入。规定：%(days)s。"
        ) % {"days": days}
        self._narrow()
        self.helper.layout = Layout(
            Row("object", "sphere"),
            "title",
            "text",
            "basis",
            Row("department", "reviewed_on", "days"),
            Fieldset(_("异议受理"), Row("contact", "contact_phone", "contact_place")),
        )

    def _narrow(self) -> None:
        """A department head writes for the department, and of the school's affairs."""
        departments = Department.objects.open()
        if not permissions.keeps_board.test(self.user):
            departments = departments.filter(head=self.user.member_id)
            self.fields["sphere"].choices = [(Sphere.SCHOOL.value, Sphere.SCHOOL.label)]
            self.fields["department"].required = True
        self.fields["department"].queryset = departments

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Begin the notice, or keep the changes."""
        if self.edited is not None:
            return services.mend_notice(self.instance, changes=self.cleaned_data, by=by, on=on)
        return services.draft_notice(self.instance, by=by, on=on)


class NamesForm(MoveForm):
    """One line for each person."""

    names = forms.CharField(
        label=_("公示名单"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": LIST}),
        help_text=_(
            "每行一人：姓名或工号，拟定内容，金额。可以从表格里直接粘贴。例如：张静怡，市级优秀教师"
            "。校外人员写成：王芳（校外：江城大学），特邀专家。次序就是公示的次序。"
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = self.record.candidates.select_related("member")
        self.initial["names"] = "\n".join(candidate_line(one) for one in rows)

    def clean_names(self) -> Any:
        """The rows."""
        return read_candidates(self.cleaned_data["names"])

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Write the list."""
        return services.name_candidates(self.record, self.cleaned_data["names"], by=by, on=on)


class ReviewersForm(MoveForm):
    """One line for each of the review group."""

    names = forms.CharField(
        label=_("评审小组"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": LIST}),
        help_text=_(
            "每行一人：姓名或工号，职责。职责写“组长”“教职工代表”，两者都是的都写，一般成员不写。例如：王芳，教职工代表"
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = self.record.reviewers.select_related("member")
        self.initial["names"] = "\n".join(reviewer_line(one) for one in rows)

    def clean_names(self) -> Any:
        """The rows."""
        return read_reviewers(self.cleaned_data["names"])

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Write the group."""
        return services.name_reviewers(self.record, self.cleaned_data["names"], by=by)


class SubmitNoticeForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Hand it to the approver."""
        return services.submit_notice(self.record, by=by, on=on)


class RecallNoticeForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Take it back."""
        return services.recall_notice(self.record, by=by)


class ReviewNoticeForm(MoveForm):
    """The approver's answer: one of two buttons. Whether strangers may read it too is asked every time.

    The version that was read is sent along: what was changed since isn't approved unread.
    """

    APPROVE, RETURN = "approve", "return"

    decision = forms.ChoiceField(
        choices=[(APPROVE, _("同意公示")), (RETURN, _("退回修改"))], widget=forms.HiddenInput
    )
    read_version = forms.IntegerField(widget=forms.HiddenInput)
    is_public = forms.BooleanField(label=_("也向社会公示"), required=False)
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
        names = self.record.get_names_outside_display()
        self.fields["is_public"].help_text = _(
            "不选只有登录的教职工能看到。选了不登录也能看到，姓名显示为“%(names)s”。"
        ) % {"names": names}

    def read_anew(self) -> None:
        """Shown again, the form stands under the text as it is now."""
        sent: Any = self.data
        shown = sent.copy()
        shown["read_version"] = self.record.version
        self.data = shown

    def clean(self) -> dict[str, Any]:
        """Who returns it says what is to be changed."""
        data = super().clean() or self.cleaned_data
        if data.get("decision") == self.RETURN and not data.get("comment", "").strip():
            self.add_error("comment", _("请写明退回的意见。"))
        return data

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Approve or return."""
        data = self.cleaned_data
        if data["decision"] == self.RETURN:
            return services.return_notice(self.record, comment=data["comment"], by=by)
        return services.approve_notice(
            self.record, version=data["read_version"], is_public=data["is_public"], by=by, on=on
        )


class ExtendNoticeForm(MoveForm):
    """By how much, and why."""

    days = forms.IntegerField(label=_("延长几个工作日"), min_value=1, max_value=60)
    reason = forms.CharField(label=_("延长原因"), max_length=200, widget=forms.Textarea(attrs={"rows": SHORT}))

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Let it hang on."""
        data = self.cleaned_data
        return services.extend_notice(self.record, days=data["days"], reason=data["reason"], by=by, on=on).notice


class WithdrawNoticeForm(MoveForm):
    """Why."""

    reason = forms.CharField(label=_("终止原因"), max_length=200, widget=forms.Textarea(attrs={"rows": SHORT}))

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """End it."""
        return services.withdraw_notice(self.record, reason=self.cleaned_data["reason"], by=by, on=on)


class DocumentNoticeForm(MoveForm):
    """The document that followed."""

    document_no = forms.CharField(label=_("结果文号"), max_length=60, help_text=_("例如：明中发〔2026〕18号"))
    document_on = forms.DateField(label=_("发文日期"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["document_on"] = self.on

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Note it."""
        data = self.cleaned_data
        return services.document_notice(
            self.record, document_no=data["document_no"], document_on=data["document_on"], by=by
        )
