"""The result of a public notice: one answer for each of the people named."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import CandidateResult
from affairs.models import NoticeCandidate, PublicNotice
from affairs.selectors import upheld_against
from affairs.services import Outcome
from unionoffice.pages import MoveForm

SHORT = 3


class ConcludeNoticeForm(MoveForm):
    """A result for everybody; a word on why wherever an objection was found true, or somebody didn't pass."""

    conclusion = forms.CharField(
        label=_("结论"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("随结果公布，例如：公示期内无异议。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(self.record.candidates.all())
        self.upheld = upheld_against(self.record)
        for one in self.people:
            self.fields[f"result_{one.pk}"] = forms.ChoiceField(
                label=_("结果"),
                choices=CandidateResult.choices,
                widget=forms.RadioSelect,
                initial=None if one.pk in self.upheld else CandidateResult.PASSED,
                error_messages={"required": _("请选择结果。")},
            )
            self.fields[f"note_{one.pk}"] = forms.CharField(label=_("说明"), required=False, max_length=200)
        self.order_fields([name for name in self.fields if name != "conclusion"] + ["conclusion"])

    def lines(self) -> Iterator[tuple[NoticeCandidate, Any, Any, bool]]:
        """Each of the people with the two fields, and whether an objection against them was found true."""
        for one in self.people:
            yield one, self[f"result_{one.pk}"], self[f"note_{one.pk}"], one.pk in self.upheld

    def clean(self) -> dict[str, Any]:
        """Where a word on why is wanted, it stands beside that person's result."""
        data = super().clean() or self.cleaned_data
        for one in self.people:
            result, note = data.get(f"result_{one.pk}"), data.get(f"note_{one.pk}", "").strip()
            if result and not note and (result != CandidateResult.PASSED or one.pk in self.upheld):
                self.add_error(f"note_{one.pk}", self._demand(result))
        return data

    def _demand(self, result: str) -> str:
        if result == CandidateResult.PASSED:
            return str(_("异议认定属实，仍然通过的请写明理由。"))
        return str(_("没有全部通过的请写明原因。"))

    def save(self, *, by: Any, on: date) -> PublicNotice:
        """Close the notice."""
        data = self.cleaned_data
        outcomes = {one.pk: Outcome(data[f"result_{one.pk}"], data[f"note_{one.pk}"]) for one in self.people}
        return services.conclude_notice(self.record, outcomes=outcomes, conclusion=data["conclusion"], by=by, on=on)
