"""Input about objections."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import Finding, NameShown, ObjectionWay
from affairs.models import NoticeCandidate, Objection
from unionoffice.pages import DayInput, MoveForm

SHORT, LONG = 3, 6


class AboutField(forms.ModelChoiceField):
    """One of the people named, under the name that this reader is shown."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            NoticeCandidate.objects.none(),
            label=_("针对谁"),
            required=False,
            empty_label=_("整份公示"),
            **kwargs,
        )
        self.shown = NameShown.HIDDEN

    def label_from_instance(self, obj: Any) -> str:
        """1. 张某（语文组） 市级优秀教师."""
        department = f"（{obj.department}）" if obj.department else ""
        return " ".join(part for part in (f"{obj.place}. {obj.shown_name(self.shown)}{department}", obj.what) if part)

    def ask_about(self, notice: Any, how: NameShown) -> None:
        """Offer the people of this notice."""
        self.shown, self.queryset = how, notice.candidates.all()


def text_field() -> forms.CharField:
    """What is held against it."""
    return forms.CharField(
        label=_("异议内容"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": LONG}),
        help_text=_("请写清楚什么事、什么时间、有什么依据，便于核查。"),
    )


class ObjectForm(MoveForm):
    """An objection under one's own name."""

    candidate = AboutField()
    text = text_field()
    contact = forms.CharField(
        label=_("联系方式"), max_length=60, help_text=_("核查时可能要找您了解情况。只有受理人能看到。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidate"].ask_about(self.record, self.record.names_on_board(self.user))

    def save(self, *, by: Any, on: date) -> Objection:
        """File it."""
        return services.file_objection(Objection(notice=self.record, **objection_values(self)), by=by, on=on)


class AnonymousObjectionForm(forms.Form):
    """An objection without a name. The form knows nobody, and takes no files: a file tells who made it."""

    candidate = AboutField()
    text = text_field()

    def __init__(self, *args: Any, notice: Any, how: NameShown, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notice = notice
        self.fields["candidate"].ask_about(notice, how)

    def save(self, *, slip: str, on: date) -> str:
        """File it; returns the code."""
        data = self.cleaned_data
        objection = Objection(notice=self.notice, candidate=data["candidate"], text=data["text"])
        return services.object_anonymously(objection, slip=slip, on=on)


class FollowObjectionForm(forms.Form):
    """The code that was shown when it was filed."""

    code = forms.CharField(label=_("查询码"), max_length=40)


class RecordObjectionForm(MoveForm):
    """What came on paper or by word of mouth."""

    WAYS = [(way.value, way.label) for way in (ObjectionWay.WRITTEN, ObjectionWay.SPOKEN)]

    way = forms.ChoiceField(label=_("提出方式"), choices=WAYS)
    received_on = forms.DateField(label=_("收到日期"), widget=DayInput)
    is_anonymous = forms.BooleanField(
        label=_("匿名"), required=False, help_text=_("没有署名，或提出人要求不留姓名的，选这一项。")
    )
    name = forms.CharField(label=_("提出人"), max_length=60, required=False)
    contact = forms.CharField(label=_("联系方式"), max_length=60, required=False)
    candidate = AboutField()
    text = text_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidate"].ask_about(self.record, NameShown.FULL)
        self.initial["received_on"] = self.on

    def clean(self) -> dict[str, Any]:
        """Named or not, never both."""
        data = super().clean() or self.cleaned_data
        if data.get("is_anonymous") and (data.get("name") or data.get("contact")):
            self.add_error("is_anonymous", _("匿名的不记姓名和联系方式，请清空或取消匿名。"))
        return data

    def save(self, *, by: Any, on: date) -> Objection:
        """Take it in."""
        return services.record_objection(Objection(notice=self.record, **objection_values(self)), by=by, on=on)


class SettleObjectionForm(MoveForm):
    """What looking into it showed."""

    finding = forms.ChoiceField(label=_("认定"), choices=Finding.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("认定说明"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": LONG}),
        help_text=_("怎样核查的，依据什么认定。留在办公室，不公布。"),
    )
    reply = forms.CharField(
        label=_("给提出人的答复"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": SHORT})
    )

    def save(self, *, by: Any, on: date) -> Objection:
        """Come to the finding."""
        data = self.cleaned_data
        return services.settle_objection(
            self.record, finding=data["finding"], text=data["text"], reply=data["reply"], by=by, on=on
        )


def objection_values(form: forms.Form) -> dict[str, Any]:
    """What the form says of the objection itself."""
    return {name: value for name, value in form.cleaned_data.items() if name != "form_key"}
