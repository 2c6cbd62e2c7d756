"""Input about the checks of an agreement."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import Fulfilment
from affairs.models import Agreement, AgreementCheck, AgreementClause
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

LINES = 3


class CheckAgreementForm(OfficeModelForm):
    """A check of the `record`, clause by clause; each clause has a choice and a note of its own."""

    class Meta:
        model = AgreementCheck
        fields = ["checked_on", "people", "summary", "follow_up", "due_on"]
        widgets = {
            "checked_on": DayInput,
            "due_on": DayInput,
            "summary": forms.Textarea(attrs={"rows": LINES}),
            "follow_up": forms.Textarea(attrs={"rows": LINES}),
        }
        help_texts = {
            "people": _("双方参加检查的人，姓名之间用顿号隔开。"),
            "follow_up": _("有没有履行好的，写明要做什么；没有的留空。"),
            "due_on": _("提了整改要求的填写。"),
        }

    def __init__(self, *args: Any, record: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.clauses = record, list(record.clauses.all())
        for clause in self.clauses:
            self.fields[f"kept_{clause.pk}"] = forms.ChoiceField(
                label=_("第%(position)d条履行情况") % {"position": clause.position},
                choices=[("", _("请选择")), *Fulfilment.choices],
                required=False,
            )
            self.fields[f"note_{clause.pk}"] = forms.CharField(
                label=_("第%(position)d条说明") % {"position": clause.position}, max_length=200, required=False
            )

    @property
    def clause_fields(self) -> list[tuple[AgreementClause, forms.BoundField, forms.BoundField]]:
        """Each clause with its choice and its note, for the template's table."""
        return [(clause, self[f"kept_{clause.pk}"], self[f"note_{clause.pk}"]) for clause in self.clauses]

    def save(self, *, by: Any, on: date) -> AgreementCheck:
        """Enter it."""
        data = self.cleaned_data
        findings = {clause.pk: (data[f"kept_{clause.pk}"], data[f"note_{clause.pk}"]) for clause in self.clauses}
        return services.check_agreement(self.record, self.instance, findings=findings, by=by, on=on)


class SettleCheckForm(MoveForm):
    """What was done about it."""

    outcome = forms.CharField(label=_("整改结果"), max_length=2_000, widget=forms.Textarea(attrs={"rows": LINES}))

    def save(self, *, by: Any, on: date) -> AgreementCheck:
        """Note it."""
        return services.settle_check(self.record, outcome=self.cleaned_data["outcome"], by=by, on=on)
