"""Input into the record of a meeting, short enough to be written while people speak."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import OpinionOutcome
from affairs.forms.disclosures import SHORT, ReasonForm
from affairs.models import Meeting, MeetingDecision, MeetingOpinion, MeetingTask, MeetingTopic
from members.forms import MemberChoiceField, UnitChoiceField
from members.models import Department, UnionGroup
from members.selectors import colleagues
from unionoffice.pages import DayInput, MoveForm, OfficeForm, OfficeModelForm
from unionoffice.sources import SourceRef

FEW = 2
"""Lines of a field for one or two sentences."""


class LineForm(OfficeModelForm):
    """One line, new or to be corrected; it may be moved to another topic of its meeting."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if topic := self.fields.get("topic"):
            topic.queryset = MeetingTopic.objects.filter(meeting=self.instance.meeting_id)
            topic.empty_label = _("不针对某项议题")
        for name in ("presenter", "member"):
            if name in self.fields:
                self.fields[name].queryset = colleagues()

    def mend(self, by: Any) -> Any:
        """Keep the changes."""
        changes = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        return services.mend_line(self.instance, changes=changes, by=by)


class TopicForm(LineForm):
    """A topic; what was said on it in short once it was discussed."""

    presenter = MemberChoiceField(label=_("汇报人"), required=False)

    class Meta:
        model = MeetingTopic
        fields = ["title", "presenter", "text", "outcome", "place"]
        widgets = {"text": forms.Textarea(attrs={"rows": FEW}), "outcome": forms.Textarea(attrs={"rows": SHORT})}
        help_texts = {"text": _("发给参会人员看。"), "outcome": _("纪要确认前只有记录人能看到。")}

    def __init__(self, *args: Any, source: SourceRef | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source
        if self.instance.pk is None:
            del self.fields["place"], self.fields["outcome"]

    def save(self, *, by: Any, on: date) -> MeetingTopic:
        """Put it on the agenda, or correct it."""
        if self.instance.pk:
            return self.mend(by)
        return services.add_topic(self.instance, by=by, source=self.source)


class OpinionForm(LineForm):
    """What was said, and by whom, where that is to stand there."""

    member = MemberChoiceField(label=_("提出人"), required=False)
    group = UnitChoiceField(UnionGroup.objects.none(), label=_("提出小组"), required=False)

    class Meta:
        model = MeetingOpinion
        fields = ["text", "topic", "member", "group"]
        widgets = {"text": forms.Textarea(attrs={"rows": FEW})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = UnionGroup.objects.all()
        self.fields["group"].empty_label = self.fields["member"].empty_label = _("不记名")

    def save(self, *, by: Any, on: date) -> MeetingOpinion:
        """Write it down, or correct it."""
        return self.mend(by) if self.instance.pk else services.note_opinion(self.instance, by=by, on=on)


class DecisionForm(LineForm):
    """What was decided."""

    class Meta:
        model = MeetingDecision
        fields = ["text", "topic"]
        widgets = {"text": forms.Textarea(attrs={"rows": FEW})}

    def save(self, *, by: Any, on: date) -> MeetingDecision:
        """Write it down, or correct it."""
        return self.mend(by) if self.instance.pk else services.note_decision(self.instance, by=by, on=on)


class TaskForm(LineForm):
    """Who does what by when."""

    member = MemberChoiceField(label=_("责任人"), required=False)
    department = UnitChoiceField(Department.objects.none(), label=_("责任部门"), required=False)

    class Meta:
        model = MeetingTask
        fields = ["text", "member", "department", "due_on", "topic"]
        widgets = {"due_on": DayInput}
        help_texts = {"due_on": _("到期前会提醒责任人。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.all()

    def save(self, *, by: Any, on: date) -> MeetingTask:
        """Give it, or correct it."""
        return self.mend(by) if self.instance.pk else services.give_task(self.instance, by=by, on=on)


class RemoveLineForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Strike it."""
        services.remove_line(self.record, by=by)
        meeting: Meeting = self.record.meeting
        return meeting


class AnswerOpinionForm(MoveForm):
    """What was answered, and what became of the opinion."""

    outcome = forms.ChoiceField(label=_("处理"), choices=OpinionOutcome.choices, widget=forms.RadioSelect)
    answer = forms.CharField(label=_("答复"), max_length=1000, widget=forms.Textarea(attrs={"rows": SHORT}))
    answered_by = forms.CharField(label=_("答复人"), max_length=60, help_text=_("姓名或部门，例如“总务处”。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.initial[name] = getattr(self.record, name)

    def save(self, *, by: Any, on: date) -> MeetingOpinion:
        """Note the answer."""
        data = self.cleaned_data
        return services.answer_opinion(
            self.record,
            answer=data["answer"],
            outcome=OpinionOutcome(data["outcome"]),
            answered_by=data["answered_by"],
            by=by,
            on=on,
        )


class FinishTaskForm(MoveForm):
    """Since when it is done, and how."""

    done_on = forms.DateField(label=_("办结日期"), widget=DayInput)
    note = forms.CharField(
        label=_("办理说明"), required=False, max_length=200, widget=forms.Textarea(attrs={"rows": SHORT})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["done_on"] = self.on

    def save(self, *, by: Any, on: date) -> MeetingTask:
        """It is done."""
        data = self.cleaned_data
        return services.finish_task(self.record, note=data["note"], done_on=data["done_on"], by=by, on=on)


class DropTaskForm(ReasonForm):
    """Why it won't be done any more."""

    def save(self, *, by: Any, on: date) -> MeetingTask:
        """Give it up."""
        return services.drop_task(self.record, reason=self.cleaned_data["reason"], by=by)


class ReopenTaskForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> MeetingTask:
        """Go on with it."""
        return services.reopen_task(self.record, by=by)


class MeetingChoiceField(forms.ModelChoiceField):
    """A meeting that is still being prepared, with its day."""

    def label_from_instance(self, obj: Any) -> str:
        """11月26日 工会委员会议."""
        return f"{obj.when} {obj.title}"


class PlaceOnAgendaForm(OfficeForm):
    """At which meeting a record of any area is to be discussed."""

    meeting = MeetingChoiceField(Meeting.objects.none(), label=_("会议"))
    title = forms.CharField(label=_("议题"), max_length=100)

    def __init__(self, *args: Any, source: SourceRef, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source
        self.fields["meeting"].queryset = meetings

    def save(self, *, by: Any, on: date) -> MeetingTopic:
        """Put it on the agenda."""
        topic = MeetingTopic(meeting=self.cleaned_data["meeting"], title=self.cleaned_data["title"])
        return services.add_topic(topic, by=by, source=self.source)
