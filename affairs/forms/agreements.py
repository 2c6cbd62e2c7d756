"""Input about collective agreements."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import Agreement, NegotiationRound
from unionoffice.pages import DayInput, Folded, MoveForm, OfficeModelForm
from unionoffice.profiles import school

SHORT, LONG = 3, 12
LONGEST_CLAUSE = 2_000

SIDES = {
    "employer_side": _("首席代表写在最前面，姓名之间用顿号隔开。每方一般不少于3人，双方人数相等。"),
    "union_side": _("首席代表写在最前面，通常是工会主席。"),
}
CLAUSES_HELP = _("每行一条，序号自动编排，不用写“第几条”。")


class ClausesField(forms.CharField):
    """The main terms, one a line, as a list of texts."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": LONG})
        super().__init__(
            **({"label": _("主要条款"), "widget": widget, "required": False, "help_text": CLAUSES_HELP} | kwargs)
        )

    def clean(self, value: Any) -> list[str]:
        """Each line that says something; ValidationError names one that is too long."""
        clauses = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        for position, clause in enumerate(clauses, start=1):
            if len(clause) > LONGEST_CLAUSE:
                raise ValidationError(
                    _t("第%(position)d条超过%(longest)d字，请分成几条。")
                    % {"position": position, "longest": LONGEST_CLAUSE}
                )
        return clauses


class AgreementForm(OfficeModelForm):
    """What is to be agreed on, between whom and for how long."""

    clauses = ClausesField()

    class Meta:
        model = Agreement
        fields = ["kind", "title", "employer", "employer_side", "union_side", "from_on", "to_on"]
        widgets = {"from_on": DayInput, "to_on": DayInput}
        labels = {"from_on": _("拟定期限自"), "to_on": _("拟定期限至")}
        help_texts = SIDES | {"to_on": _("期限一般为1至3年；还没商定的留空。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["clauses"] = "\n".join(clause.text for clause in self.instance.clauses.all())
        else:
            self.initial["employer"] = school().name

    def save(self, *, by: Any, on: date) -> Agreement:
        """Begin it."""
        return services.draft_agreement(self.instance, clauses=self.cleaned_data["clauses"], by=by, on=on)


class MendAgreementForm(AgreementForm):
    """The same once more."""

    def save(self, *, by: Any, on: date) -> Agreement:
        """Keep the changes."""
        data = self.cleaned_data
        changes = {name: data[name] for name in self.Meta.fields}
        return services.mend_agreement(self.instance, changes=changes, clauses=data["clauses"], by=by)


class RecordAgreementForm(OfficeModelForm):
    """One that was signed already."""

    clauses = ClausesField()

    class Meta:
        model = Agreement
        fields = [
            "kind",
            "title",
            "employer",
            "employer_signer",
            "union_signer",
            "signed_on",
            "from_on",
            "to_on",
            "employer_side",
            "union_side",
            "passed_on",
            "passed_at",
            "filed_on",
            "filing_no",
        ]
        widgets = dict.fromkeys(("signed_on", "from_on", "to_on", "passed_on", "filed_on"), DayInput)
        help_texts = {"filed_on": _("已报劳动保障行政部门的填写。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["employer"] = school().name
        for name in ("employer_signer", "union_signer", "signed_on", "from_on", "to_on"):
            self.fields[name].required = True
        self.helper.layout = Layout(
            *("kind", "title", "employer", "employer_signer", "union_signer", "signed_on", "from_on", "to_on"),
            "clauses",
            Folded(_("审议和备案"), "passed_on", "passed_at", "filed_on", "filing_no"),
            Folded(_("协商代表"), "employer_side", "union_side"),
        )

    def save(self, *, by: Any, on: date) -> Agreement:
        """Take it in."""
        return services.record_signed_agreement(self.instance, clauses=self.cleaned_data["clauses"], by=by, on=on)


class AgreementReasonForm(MoveForm):
    """Why."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": SHORT}))


class BeginTalksForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Agreement:
        """To the table."""
        return services.begin_talks(self.record, by=by)


class NegotiationRoundForm(OfficeModelForm):
    """One round of talks about the `record`."""

    class Meta:
        model = NegotiationRound
        fields = ["held_on", "place", "matters", "outcome"]
        widgets = {
            "held_on": DayInput,
            "matters": forms.Textarea(attrs={"rows": SHORT}),
            "outcome": forms.Textarea(attrs={"rows": SHORT}),
        }
        help_texts = {
            "matters": _("双方就哪些条款协商，各自的意见。"),
            "outcome": _("达成了哪些一致，哪些留到下一轮。"),
        }

    def __init__(self, *args: Any, record: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record

    def save(self, *, by: Any, on: date) -> Agreement:
        """Enter it, and lead back to the agreement."""
        return services.record_round(self.record, self.instance, by=by, on=on).agreement


class PassAgreementForm(MoveForm):
    """When the congress passed it, and at which meeting."""

    passed_on = forms.DateField(label=_("审议通过日期"), widget=DayInput)
    passed_at = forms.CharField(
        label=_("审议通过的会议"), max_length=100, help_text=_("例如：第七届教职工代表大会第二次会议。")
    )

    def save(self, *, by: Any, on: date) -> Agreement:
        """Note it."""
        data = self.cleaned_data
        return services.pass_agreement(
            self.record, passed_on=data["passed_on"], passed_at=data["passed_at"], by=by, on=on
        )


class ReopenTalksForm(AgreementReasonForm):
    """Back to the table."""

    def save(self, *, by: Any, on: date) -> Agreement:
        """Go on negotiating."""
        return services.reopen_talks(self.record, reason=self.cleaned_data["reason"], by=by)


class SignAgreementForm(MoveForm):
    """Who signed, when, and for how long."""

    signed_on = forms.DateField(label=_("签订日期"), widget=DayInput)
    employer_signer = forms.CharField(
        label=_("学校方签字人"), max_length=60, help_text=_("通常是校长，或校长书面委托的首席代表。")
    )
    union_signer = forms.CharField(label=_("职工方签字人"), max_length=60, help_text=_("通常是工会主席。"))
    from_on = forms.DateField(label=_("期限自"), widget=DayInput)
    to_on = forms.DateField(label=_("期限至"), widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(from_on=self.record.from_on, to_on=self.record.to_on)

    def save(self, *, by: Any, on: date) -> Agreement:
        """Note it."""
        return services.sign_agreement(self.record, signing=self.cleaned_data, by=by, on=on)


class FileAgreementForm(MoveForm):
    """When the labour office got it, and under which number."""

    filed_on = forms.DateField(label=_("备案日期"), widget=DayInput)
    filing_no = forms.CharField(
        label=_("备案号"), max_length=60, required=False, help_text=_("审查意见书或回执上的编号。")
    )

    def save(self, *, by: Any, on: date) -> Agreement:
        """Note it."""
        data = self.cleaned_data
        return services.file_agreement(
            self.record, filed_on=data["filed_on"], filing_no=data["filing_no"], by=by, on=on
        )


class EndAgreementForm(AgreementReasonForm):
    """It is ended before its term."""

    def save(self, *, by: Any, on: date) -> Agreement:
        """End it."""
        return services.end_agreement(self.record, reason=self.cleaned_data["reason"], by=by, on=on)


class DiscardAgreementForm(AgreementReasonForm):
    """It is given up."""

    def save(self, *, by: Any, on: date) -> Agreement:
        """Give it up."""
        return services.discard_agreement(self.record, reason=self.cleaned_data["reason"], by=by)


class RenewAgreementForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Agreement:
        """Begin the one that follows."""
        return services.renew_agreement(self.record, by=by, on=on)
