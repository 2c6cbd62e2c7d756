"""Input about committees, their terms and offices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import ELECTED_BY_MEMBERS, CommitteePost, HowChosen, OfficeEnd, ServiceStatus, UnionStatus
from members.forms.fields import MemberChoiceField
from members.models import Committee, CommitteeTerm, Member, OfficeHolding
from members.selectors import offices_of_term, rules_of_committees, years_after
from unionoffice.pages import DayInput, Folded, MoveForm, OfficeModelForm

SHOWN = ("name", "employee_no", "pinyin", "initials")

PAPERS = (
    (_("请示和批复"), ("request_no", "requested_on", "approval_no", "approved_on", "size_approved")),
    (_("选举"), ("elected_on", "elected_how", "guided_by")),
    (_("结果上报和答复"), ("report_no", "reported_on", "reply_no", "replied_on")),
)
"""The steps of a term's file, and the fields of each."""
FILE = tuple(name for _title, names in PAPERS for name in names)

EXAMPLES = {
    "request_no": _("例如：明德工〔2026〕3号"),
    "elected_how": _("例如：会员大会无记名投票，学校礼堂"),
    "end_moved_by": _("例如：江教工〔2026〕8号，同意延期换届"),
}


class CommitteeForm(OfficeModelForm):
    """Kind and name."""

    class Meta:
        model = Committee
        fields = ("kind", "name")

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def save(self, *, by: Any, on: date) -> Committee:
        """Keep it."""
        return services.save_committee(self.instance, **_typed(self, self.Meta.fields), by=by)


class TermForm(OfficeModelForm):
    """The file of a term."""

    years = forms.TypedChoiceField(label=_("任期"), coerce=int)

    class Meta:
        model = CommitteeTerm
        fields: tuple[str, ...] = ("number", "years", *FILE, "note")
        widgets = {
            **{name: DayInput for name in FILE if name.endswith("_on")},
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = EXAMPLES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = rules_of_committees(self.on)
        allowed = {rules["years_short"].typed, rules["years_long"].typed}
        known = {self.instance.years} if self.instance.pk else set()
        self.fields["years"].choices = [(n, gettext("%(n)d年") % {"n": n}) for n in sorted(allowed | known)]
        self.helper.layout = Layout("number", "years", *self.get_papers(), "note")

    def get_papers(self) -> Iterable[Any]:
        """The steps, one after the other."""
        return (name for _title, names in PAPERS for name in names)


class UpdateTermForm(TermForm):
    """Completing it."""

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def save(self, *, by: Any, on: date) -> CommitteeTerm:
        """Keep it."""
        return services.update_term(self.instance, changes=_typed(self, self.Meta.fields), by=by)


class StayingField(forms.ModelMultipleChoiceField):
    """Who goes on in the same office."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(OfficeHolding.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """林芳，委员（生活）."""
        return f"{obj.member}，{obj.title}"


class OpenTermForm(TermForm):
    """换届: the days of the new term, who stays, and as much of its file as there is."""

    staying = StayingField(
        label=_("连任"), required=False, help_text=_("勾选的人在新一届继续担任同样的职务；其余的人可以随后逐一登记。")
    )

    class Meta(TermForm.Meta):
        fields = ("number", "from_on", "years", "to_on", *FILE, "note")
        widgets = {**TermForm.Meta.widgets, "from_on": DayInput, "to_on": DayInput}
        help_texts = {**EXAMPLES, "to_on": _("不填则按任期推算。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_on"].required = False
        before = self.instance.committee.terms.first()
        if before is None:
            del self.fields["staying"]
        else:
            self.fields["staying"].queryset = offices_of_term(before).current()
        first = [name for name in ("number", "from_on", "years", "to_on", "staying") if name in self.fields]
        self.helper.layout = Layout(*first, *(Folded(title, *names) for title, names in PAPERS), "note")

    def clean(self) -> dict[str, Any]:
        """The last day follows from the first, unless somebody knows better."""
        cleaned: dict[str, Any] = super().clean()
        start, years = cleaned.get("from_on"), cleaned.get("years")
        if start and years and not cleaned.get("to_on"):
            cleaned["to_on"] = years_after(start, years)
        if start and cleaned.get("to_on") and cleaned["to_on"] <= start:
            self.add_error("to_on", ValidationError(gettext("届满日期应晚于开始日期。")))
        return cleaned

    def save(self, *, by: Any, on: date) -> CommitteeTerm:
        """Begin it."""
        return services.open_term(self.instance, staying=self.cleaned_data.get("staying", ()), by=by)


class MoveTermEndForm(MoveForm):
    """Another last day, and what it rests on."""

    to_on = forms.DateField(label=_("新的届满日期"), widget=DayInput)
    source = forms.CharField(label=_("依据"), max_length=120, help_text=EXAMPLES["end_moved_by"])
    ends_offices = forms.BooleanField(
        label=_("本届的全部任职同时结束"), required=False, help_text=_("换届之前委员会继续履行职责的，不要勾选。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_on"].initial = self.record.to_on

    def save(self, *, by: Any, on: date) -> CommitteeTerm:
        """Move it."""
        return services.move_term_end(self.record, **_typed(self, ("to_on", "source", "ends_offices")), by=by)


class AppointForm(MoveForm):
    """Who takes which office in a term from when on; of days gone by also until when."""

    member = MemberChoiceField(label=_("教职工"))
    post = forms.ChoiceField(label=_("职务"))
    duty = forms.CharField(
        label=_("分工"), max_length=30, required=False, help_text=_("例如：组织、宣传、生活、文体、女工。")
    )
    from_on = forms.DateField(label=_("任职日期"), widget=DayInput)
    how = forms.ChoiceField(label=_("产生方式"), choices=[("", _("不填")), *HowChosen.choices], required=False)
    document_no = forms.CharField(label=_("任职文号"), max_length=60, required=False)
    to_on = forms.DateField(
        label=_("卸任日期"), widget=DayInput, required=False, help_text=_("补登已经结束的任职时填写，含当天。")
    )
    because = forms.ChoiceField(label=_("卸任原因"), choices=[("", _("不填")), *OfficeEnd.choices], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Member.objects.only(*SHOWN).order_by("pinyin", "employee_no")
        if self.record.committee.kind in ELECTED_BY_MEMBERS and self.record.to_on >= self.on:
            people = people.filter(service_status=ServiceStatus.IN_SERVICE, union_status=UnionStatus.MEMBER)
        self.fields["member"].queryset = people
        self.fields["post"].choices = [("", _("请选择")), *CommitteePost.choices]
        self.fields["from_on"].initial = self.record.from_on
        self.helper.layout = Layout(
            "member", "post", "duty", "from_on", "how", "document_no", Folded(_("已经卸任"), "to_on", "because")
        )

    def save(self, *, by: Any, on: date) -> CommitteeTerm:
        """Appoint."""
        data = self.cleaned_data
        services.appoint(
            self.record,
            data["member"],
            CommitteePost(data["post"]),
            by=by,
            on=data["from_on"],
            until=data["to_on"],
            because=data["because"],
            **_typed(self, ("duty", "how", "document_no")),
        )
        return self.record


class EndOfficeForm(MoveForm):
    """Until when somebody held an office, and why no longer."""

    to_on = forms.DateField(label=_("卸任日期"), widget=DayInput, help_text=_("任职的最后一天。"))
    because = forms.ChoiceField(label=_("卸任原因"), choices=[("", _("请选择")), *OfficeEnd.choices])
    note = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_on"].initial = self.on

    def save(self, *, by: Any, on: date) -> CommitteeTerm:
        """End it."""
        data = self.cleaned_data
        office = services.end_office(
            self.record, because=OfficeEnd(data["because"]), on=data["to_on"], today=on, by=by, note=data["note"]
        )
        return office.term


def _typed(form: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in names}
