"""Input about the checks of the supervision group."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import BoardCheck, CatalogueItem, CheckIssue, channels_for
from affairs.selectors import supervision_group
from members.forms import MemberChoiceField
from members.models import Member
from members.selectors import colleagues
from unionoffice.pages import DayInput, Folded, MoveForm, OfficeModelForm

DAYS_TO_MEND = timedelta(days=7)
"""What the form offers as the day by which something is put right; who fills it in says otherwise."""


class PeopleField(forms.ModelMultipleChoiceField):
    """People to tick; the page puts a finder over them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Member.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """陈静（00104）."""
        return f"{obj.name}（{obj.employee_no}）"


class BoardCheckForm(OfficeModelForm):
    """What was looked at by whom, and how it was found."""

    people = PeopleField(label=_("检查人"), error_messages={"required": _("请选择检查人。")})

    class Meta:
        model = BoardCheck
        fields = ["checked_on", "scope", "channels", "items", "finding"]
        widgets = {
            "checked_on": DayInput,
            "channels": forms.CheckboxSelectMultiple,
            "items": forms.CheckboxSelectMultiple,
            "finding": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "scope": _("例如：第四季度定期公开的内容是否按时、完整。"),
            "finding": _("检查中看到的情况；需要整改的，保存后逐件添加。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = colleagues()
        self.fields["channels"].queryset = channels_for(self.on)
        self.fields["items"].queryset = CatalogueItem.objects.in_use().in_order()
        self.initial.setdefault("checked_on", self.on)
        if self.instance.pk:
            self.fields["channels"].queryset |= self.instance.channels.all()
            self.fields["items"].queryset |= self.instance.items.all()
            self.initial["people"] = list(self.instance.people.values_list("member", flat=True))
        else:
            self.initial["people"] = [member.pk for member in supervision_group(self.on)]
        self.order_fields(["checked_on", "scope", "people", "channels", "finding", "items"])
        self.helper.layout = _folding_items(self)

    def save(self, *, by: Any, on: date) -> BoardCheck:
        """Record it."""
        data = self.cleaned_data
        return services.record_check(
            self.instance, people=data["people"], channels=data["channels"], items=data["items"], by=by, on=on
        )


def _folding_items(form: BoardCheckForm) -> Layout:
    """The matters are many and rarely named one by one: they fold."""
    names = [name for name in form.fields if name != "items"]
    return Layout(*names, Folded(str(_("检查的目录")), "items"))


class CheckIssueForm(MoveForm):
    """Something to put right, by whom and by when."""

    problem = forms.CharField(label=_("发现的问题"), max_length=200)
    demand = forms.CharField(label=_("整改要求"), max_length=200)
    handler = MemberChoiceField(label=_("整改责任人"), help_text=_("会收到通知和待办。"))
    due_on = forms.DateField(label=_("整改期限"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"].queryset = colleagues()
        self.initial.setdefault("due_on", self.on + DAYS_TO_MEND)

    def save(self, *, by: Any, on: date) -> CheckIssue:
        """Ask for it."""
        told = {name: self.cleaned_data[name] for name in ("problem", "demand", "handler", "due_on")}
        return services.raise_issue(CheckIssue(check_held=self.record, **told), by=by)


class FinishIssueForm(MoveForm):
    """What came of it."""

    done_on = forms.DateField(label=_("完成日期"), widget=DayInput)
    outcome = forms.CharField(label=_("整改结果"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("done_on", self.on)

    def save(self, *, by: Any, on: date) -> CheckIssue:
        """Record it."""
        data = self.cleaned_data
        return services.finish_issue(self.record, done_on=data["done_on"], outcome=data["outcome"], by=by, on=on)
