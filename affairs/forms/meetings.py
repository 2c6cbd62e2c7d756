"""Input about meetings: what is arranged, what became of it, and their minutes."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import SCHOOLS_OWN, UPCOMING_MEETING, MeetingKind
from affairs.forms.disclosures import SHORT, ReasonForm
from affairs.models import Meeting, MeetingLeave, MeetingNote
from affairs.permissions import keeps_all_meetings, kinds_to_plan
from members.enums import AudienceKey, CommitteeKind
from members.forms import MemberChoiceField
from members.forms.audiences import MemberListField
from members.models import Audience, Committee, Gathering, Member, UnionGroup
from members.permissions import member_id_of
from members.selectors import colleagues
from unionoffice.pages import ClockInput, DayInput, Folded, MoveForm, OfficeModelForm
from unionoffice.precision import PRECISION_HELP
from unionoffice.profiles import school, union

FIRST = ("kind", "theme", "title", "held_on")
WHEN = ("starts_at", "ends_at", "place")
MEANT = ("audience", "committee", "group", "with_heads", "with_group_leaders", "with_school_leaders")
WHO = ("chair", "recorder", "convener")
OWN_COMMITTEE = {
    MeetingKind.COMMITTEE: CommitteeKind.UNION,
    MeetingKind.AUDIT: CommitteeKind.AUDIT,
    MeetingKind.WOMEN: CommitteeKind.WOMEN,
}
"""Whose meeting it is, where nobody says otherwise."""


class MeetingForm(OfficeModelForm):
    """What is arranged of a meeting, or remembered of one."""

    chair = MemberChoiceField(label=_("主持人"), required=False)
    recorder = MemberChoiceField(label=_("记录人"), required=False)
    people = MemberListField(label=_("点名参加"))
    observers = MemberListField(label=_("列席"))

    class Meta:
        model = Meeting
        fields = [*FIRST, *WHEN, *WHO, *MEANT]
        widgets = {"held_on": DayInput, "starts_at": ClockInput, "ends_at": ClockInput}
        help_texts = {
            "theme": _("座谈会等的专题，例如“女教师代表座谈会”。"),
            "title": _("留空则用专题或会议类型作名称。"),
            "convener": _("例如“校工会”。"),
            "audience": _("范围内的人都应到会，能看到会议。"),
            "committee": _("选了委员会的，当日在任的委员都应到会，并核对到会人数是否过半。"),
            "group": _("工会小组会填写。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("chair", "recorder"):
            self.fields[name].queryset = colleagues()
        self.fields["title"].required = False
        kinds = kinds_to_plan(self.user)
        self.fields["kind"].choices = [
            (kind.value, kind.label) for kind in MeetingKind if kind in kinds or kind == self.instance.kind
        ]
        self._offer_groups()
        if self.instance.pk:
            self._name_people()
        self.helper.layout = self.get_layout()

    def get_layout(self) -> Layout:
        """The few fields that matter first: what, when and where, who is meant, who leads it; the others folded."""
        rest = [name for name in MEANT if name in self.fields and name not in ("audience", "committee")]
        return Layout(
            *(name for name in (*FIRST, *WHEN) if name in self.fields),
            "audience",
            "committee",
            "chair",
            "recorder",
            Folded(_("其他参会人员、列席和召集"), *rest, "people", "observers", "convener"),
        )

    def _offer_groups(self) -> None:
        """Who leads a union group calls meetings of that one only."""
        groups = self.fields["group"]
        if not keeps_all_meetings.test(self.user):
            own = Q(leader=member_id_of(self.user)) if member_id_of(self.user) else Q(pk__in=[])
            groups.queryset = UnionGroup.objects.filter(own | Q(pk=self.instance.group_id))

    def _name_people(self) -> None:
        asked = list(self.instance.participants.values_list("member_id", "is_observer"))
        self.initial["people"] = tuple(key for key, is_observer in asked if not is_observer)
        self.initial["observers"] = tuple(key for key, is_observer in asked if is_observer)

    def get_people(self) -> dict[str, list[Member]]:
        """Who is asked by name, as services want it."""
        return {name: list(Member.objects.filter(pk__in=self.cleaned_data[name])) for name in ("people", "observers")}


class PlanMeetingForm(MeetingForm):
    """A meeting to come."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("recorder", member_id_of(self.user))

    def save(self, *, by: Any, on: date) -> Meeting:
        """Begin preparing it."""
        self._say_what_goes_without()
        return services.plan_meeting(self.instance, by=by, **self.get_people())

    def _say_what_goes_without(self) -> None:
        """Whom a meeting of its kind means and who calls it, where nobody said so."""
        meeting = self.instance
        if meeting.kind == MeetingKind.ALL_STAFF and meeting.audience is None:
            meeting.audience = Audience.objects.filter(key=AudienceKey.STAFF).first()
        if meeting.kind in OWN_COMMITTEE and meeting.committee is None:
            meeting.committee = Committee.objects.filter(kind=OWN_COMMITTEE[meeting.kind]).first()
        meeting.convener = meeting.convener or (school() if meeting.kind in SCHOOLS_OWN else union()).name


class AmendMeetingForm(MeetingForm):
    """The same over a meeting; once it was held, what its number hangs on isn't asked any more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.status not in UPCOMING_MEETING:
            for name in ("kind", "group"):
                del self.fields[name]
            self.helper.layout = self.get_layout()

    def save(self, *, by: Any, on: date) -> Meeting:
        """Keep the changes."""
        changes = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        return services.amend_meeting(self.instance, changes=changes, by=by, **self.get_people())


class RecordMeetingForm(MeetingForm):
    """A meeting that was held without this office."""

    topics = forms.CharField(
        label=_("议题"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("每行一项。意见、决定和任务保存后再记。"),
    )

    class Meta(MeetingForm.Meta):
        fields = [*FIRST, "precision", "place", "headcount", "qualifier", *WHO, *MEANT]
        help_texts = {
            **MeetingForm.Meta.help_texts,
            "precision": PRECISION_HELP,
            "headcount": _("有签到名单的留空，保存后再登记名单。"),
            "qualifier": _("人数不确切的选填，例如“30余人”。"),
        }

    def get_layout(self) -> Layout:
        """What is remembered first, people folded."""
        return Layout(
            *FIRST,
            "precision",
            "place",
            "headcount",
            "qualifier",
            "topics",
            Folded(_("参会人员"), *MEANT, "people", "observers"),
            Folded(_("主持、记录和召集"), *WHO),
        )

    def clean_topics(self) -> list[str]:
        """One a line."""
        return [line.strip() for line in self.cleaned_data["topics"].splitlines() if line.strip()]

    def save(self, *, by: Any, on: date) -> Meeting:
        """Enter it."""
        topics: Iterable[str] = self.cleaned_data["topics"]
        return services.record_past_meeting(self.instance, by=by, on=on, topics=list(topics), **self.get_people())


class AnnounceMeetingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Send the notice."""
        return services.announce_meeting(self.record, by=by, on=on)


class CancelMeetingForm(ReasonForm):
    """Why."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Call it off."""
        return services.cancel_meeting(self.record, reason=self.cleaned_data["reason"], by=by)


class DeleteMeetingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Throw it away."""
        services.delete_meeting(self.record, by=by)
        return self.record


class HoldMeetingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """It took place."""
        return services.hold_meeting(self.record, by=by, on=on)


class CountHeadsForm(OfficeModelForm):
    """How many came, without names."""

    class Meta:
        model = Meeting
        fields = ["headcount", "qualifier"]
        help_texts = {"qualifier": _("人数不确切的选填，例如“30余人”。")}

    def save(self, *, by: Any, on: date) -> Meeting:
        """Keep the number."""
        return services.count_heads(self.instance, by=by, **self.cleaned_data_of_model())

    def cleaned_data_of_model(self) -> dict[str, Any]:
        """The two fields alone, without the form's key."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class CopyMeetingForm(MoveForm):
    """When the next one is."""

    held_on = forms.DateField(label=_("下次会议日期"), widget=DayInput)

    def save(self, *, by: Any, on: date) -> Meeting:
        """Prepare it."""
        return services.copy_meeting(self.record, held_on=self.cleaned_data["held_on"], by=by, on=on)


class OpenMeetingAttendanceForm(MoveForm):
    """No questions."""

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def save(self, *, by: Any, on: date) -> Gathering:
        """Begin."""
        return services.open_meeting_attendance(self.record, by=by, at=self.at)


class AskLeaveForm(MoveForm):
    """Why one can't come."""

    reason = forms.CharField(
        label=_("请假事由"),
        max_length=100,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("会议组织者能看到，并记入纪要。"),
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def save(self, *, by: Any, on: date) -> MeetingLeave:
        """Ask leave."""
        reason = self.cleaned_data["reason"]
        return services.ask_meeting_leave(self.record, by.member, reason=reason, by=by, on=on, at=self.at)


class TakeBackLeaveForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Come after all."""
        services.take_back_leave(self.record, by.member, by=by, on=on)
        return self.record


class MinutesForm(OfficeModelForm):
    """The text of the minutes, begun from what was noted, and to whom they are sent."""

    class Meta:
        model = Meeting
        fields = ["minutes", "sent_to"]
        help_texts = {
            "minutes": _("已按议题、意见和决定拟好，请核对修改。出席情况和任务表打印时自动列出。"),
            "sent_to": _("印在纪要末尾，例如“各工会小组”。"),
        }

    def save(self, *, by: Any, on: date) -> Meeting:
        """Keep the text."""
        minutes, sent_to = self.cleaned_data["minutes"], self.cleaned_data["sent_to"]
        return services.write_minutes(self.instance, minutes=minutes, sent_to=sent_to, by=by)


class SubmitMinutesForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Ask for confirmation."""
        return services.submit_minutes(self.record, by=by, on=on)


class ConfirmMinutesForm(MoveForm):
    """The text that was read is the one that is confirmed."""

    read_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["read_version"] = self.record.version

    def save(self, *, by: Any, on: date) -> Meeting:
        """Confirm."""
        return services.confirm_minutes(self.record, version=self.cleaned_data["read_version"], by=by, on=on)


class ReturnMinutesForm(ReasonForm):
    """What is to be changed."""

    def save(self, *, by: Any, on: date) -> Meeting:
        """Give them back."""
        return services.return_minutes(self.record, comment=self.cleaned_data["reason"], by=by)


class NoteCorrectionForm(MoveForm):
    """What is wrong in confirmed minutes."""

    text = forms.CharField(label=_("更正说明"), max_length=500, widget=forms.Textarea(attrs={"rows": SHORT}))

    def save(self, *, by: Any, on: date) -> MeetingNote:
        """Note it."""
        return services.note_correction(self.record, text=self.cleaned_data["text"], by=by, on=on)
