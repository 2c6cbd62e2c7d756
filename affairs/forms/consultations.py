"""Input about consultations."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import Consultation, RegulationVersion
from members.enums import AudienceKey
from members.models import Audience
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm
from unionoffice.richtext import RichTextFormField


class ConsultationForm(OfficeModelForm):
    """What is laid before whom, until when; of a version the text is the version's own."""

    class Meta:
        model = Consultation
        fields = ["title", "lead", "text", "questions", "audience", "closes_on"]
        widgets = {
            "lead": forms.Textarea(attrs={"rows": 3}),
            "questions": forms.Textarea(attrs={"rows": 3}),
            "closes_on": DayInput,
        }
        help_texts = {
            "lead": _("为什么征求意见，之前经过了哪些程序，例如：已经行政会议讨论。"),
            "questions": _("每行一个；没有特别要问的留空。"),
            "closes_on": _("这一天结束时截止。"),
        }

    def __init__(self, *args: Any, regulation_version: RegulationVersion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if regulation_version is not None:
            self.instance.regulation_version = regulation_version
            self.initial.setdefault("title", _title_of(regulation_version))
        if self.instance.regulation_version is not None:
            del self.fields["text"]
        self.fields["audience"].queryset = Audience.objects.all()
        if not self.instance.pk:
            self.initial["audience"] = Audience.objects.filter(key=AudienceKey.STAFF).first()

    def save(self, *, by: Any, on: date) -> Consultation:
        """Prepare it."""
        return services.draft_consultation(self.instance, by=by, on=on)


class MendConsultationForm(ConsultationForm):
    """The same once more."""

    def save(self, *, by: Any, on: date) -> Consultation:
        """Keep the changes."""
        return services.mend_consultation(self.instance, changes=self.cleaned_data, by=by)


class OpenConsultationForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Consultation:
        """Begin."""
        return services.open_consultation(self.record, by=by, on=on)


class ExtendConsultationForm(MoveForm):
    """Until when."""

    closes_on = forms.DateField(label=_("延至"), widget=DayInput)

    def save(self, *, by: Any, on: date) -> Consultation:
        """Give more time."""
        return services.extend_consultation(self.record, closes_on=self.cleaned_data["closes_on"], by=by, on=on)


class CloseConsultationForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Consultation:
        """End it."""
        return services.close_consultation(self.record, by=by, on=on)


class WithdrawConsultationForm(MoveForm):
    """Why it is called off."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    def save(self, *, by: Any, on: date) -> Consultation:
        """Call it off."""
        return services.withdraw_consultation(self.record, reason=self.cleaned_data["reason"], by=by)


class ConcludeConsultationForm(MoveForm):
    """The text as it is now, and a word on what was taken up."""

    conclusion = forms.CharField(
        label=_("采纳情况说明"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("公布给所有被征求意见的人：一共收到多少意见，主要集中在哪些方面，怎样采纳。"),
    )
    revised_text = RichTextFormField(
        longest=30_000,
        label=_("修改后的全文"),
        help_text=_("在征求意见稿上改。没有改动的，保持原样。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["revised_text"] = self.record.text

    def save(self, *, by: Any, on: date) -> Consultation:
        """Publish."""
        data = self.cleaned_data
        return services.conclude_consultation(
            self.record, conclusion=data["conclusion"], revised_text=data["revised_text"], by=by, on=on
        )


def _title_of(version: RegulationVersion) -> str:
    return gettext("《%(title)s》征求意见") % {"title": version.title}
