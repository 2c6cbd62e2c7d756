"""Input about resolutions, decisions between sessions, and minutes."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs.enums import HELD_MEETING
from affairs.models import Meeting
from congress import services
from congress.enums import ITEM_UNSETTLED
from congress.forms.records import RecordForm
from congress.models import AgendaItem, InterimDecision, Resolution, ResolutionStep, Session, SessionMinutes
from members.models import Department
from unionoffice.pages import DayInput, MoveForm, OfficeForm
from unionoffice.richtext import RichTextFormField

LINES = 4


class ResolutionForm(RecordForm):
    """What a session resolved, and who carries it out by when."""

    class Meta:
        model = Resolution
        fields = ["title", "text", "item", "adopted_on", "department", "due_on"]
        widgets = {"adopted_on": DayInput, "due_on": DayInput}
        help_texts = {
            "item": _("由哪项议程形成；没有通过的议程不能形成决议。"),
            "department": _("由它落实，并向下次会议报告。"),
        }

    def __init__(self, *args: Any, session: Session | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session: Session = session or self.instance.session
        items = AgendaItem.objects.filter(session=self.session).in_order()
        self.fields["item"].queryset = items.exclude(outcome__in=["", *ITEM_UNSETTLED])
        self.fields["department"].queryset = Department.objects.open()
        if self.instance.pk is None:
            self.initial["adopted_on"] = min(max(self.on, self.session.starts_on), self.session.ends_on)

    def save(self, *, by: Any, on: date) -> Resolution:
        """Enter or correct."""
        if self.instance.pk is None:
            return services.adopt_resolution(self.session, self.values(), by=by, on=on)
        return services.mend_resolution(self.instance, self.values(), by=by, on=on)


class NoteStepForm(MoveForm):
    """What was done."""

    text = forms.CharField(label=_("落实情况"), max_length=1000, widget=forms.Textarea(attrs={"rows": LINES}))
    office = forms.CharField(label=_("落实单位"), max_length=60)
    is_done = forms.BooleanField(label=_("已经全部落实"), required=False)

    def __init__(self, *args: Any, may_finish: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].initial = str(self.record.department or "")
        if not may_finish:
            del self.fields["is_done"]

    def save(self, *, by: Any, on: date) -> ResolutionStep:
        """Write it down; and that nothing is left to do."""
        data = self.cleaned_data
        step = services.note_resolution_step(self.record, text=data["text"], office=data["office"], by=by, on=on)
        if data.get("is_done"):
            services.finish_resolution(self.record, by=by, on=on)
        return step


class FinishResolutionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Resolution:
        """It is carried out."""
        return services.finish_resolution(self.record, by=by, on=on)


class ReopenResolutionForm(MoveForm):
    """What is left to do."""

    reason = forms.CharField(label=_("还没有落实的"), max_length=200)

    def save(self, *, by: Any, on: date) -> Resolution:
        """Go on with it."""
        return services.reopen_resolution(self.record, reason=self.cleaned_data["reason"], by=by)


class InterimDecisionForm(RecordForm):
    """What was decided between sessions, by whom, and who was there."""

    class Meta:
        model = InterimDecision
        fields = [
            "term",
            "decider",
            "committee",
            "group",
            "title",
            "text",
            "decided_on",
            "due_count",
            "present_count",
            "meeting",
        ]
        widgets = {"decided_on": DayInput, "text": forms.Textarea(attrs={"rows": LINES})}
        help_texts = {
            "committee": _("专门委员会决定的，选委员会或工作小组。"),
            "meeting": _("会议另有记录的，选在这里。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = self.fields["group"].queryset.select_related("session__term")
        meetings = Meeting.objects.visible_to(self.user).filter(status__in=HELD_MEETING).defer("minutes")
        self.fields["meeting"].queryset = meetings.order_by("-held_on")

    def clean(self) -> dict[str, Any]:
        """Both numbers of people or none."""
        data = super().clean() or self.cleaned_data
        due, present = data.get("due_count"), data.get("present_count")
        if (due is None) != (present is None):
            self.add_error("present_count" if present is None else "due_count", _("应到和实到人数要一起填写。"))
        elif due is not None and present is not None and present > due:
            self.add_error("present_count", _("实到不能多于应到。"))
        return data

    def save(self, *, by: Any, on: date) -> InterimDecision:
        """Enter or correct."""
        return services.save_decision(self.instance, self.values(), by=by, on=on)


class ReportDecisionsForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> AgendaItem:
        """Put them on the agenda."""
        return services.report_decisions(self.record, by=by)


class WriteMinutesForm(OfficeForm):
    """The text; what was recorded of the session stands in it already."""

    text = RichTextFormField(label=_("纪要正文"), longest=30_000)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session

    def save(self, *, by: Any, on: date) -> SessionMinutes:
        """Keep it."""
        return services.write_minutes(self.session, text=self.cleaned_data["text"], by=by)


class ConfirmMinutesForm(MoveForm):
    """Which text was read."""

    read_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["read_version"].initial = self.record.version

    def save(self, *, by: Any, on: date) -> SessionMinutes:
        """Confirm it."""
        return services.confirm_minutes(self.record, version=self.cleaned_data["read_version"], by=by, on=on)
