"""Input about sittings: what is arranged, who is in the room, and who has leave."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import SittingKind, Standing
from congress.forms.records import RecordForm
from congress.models import Delegate, Leave, Session, Sitting
from members.forms import MemberChoiceField
from members.models import Gathering, Member
from members.selectors import colleagues
from unionoffice.pages import ClockInput, DayInput, MoveForm, OfficeForm
from unionoffice.refusal import Refused

ARRANGED = ("title", "day", "starts_at", "ends_at", "place", "presider")


class SittingForm(RecordForm):
    """When and where, and who leads it."""

    presider = MemberChoiceField(
        label=_("主持人"), required=False, help_text=_("主持人可以用手机签到、宣布开会和结束。")
    )

    class Meta:
        model = Sitting
        fields = ARRANGED
        widgets = {"day": DayInput, "starts_at": ClockInput, "ends_at": ClockInput}
        help_texts = {"title": _("例如：开幕式、第一次全体会议、闭幕式。")}

    def __init__(self, *args: Any, session: Session | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.fields["presider"].queryset = colleagues()

    def save(self, *, by: Any, on: date) -> Sitting:
        """Arrange one more, or amend."""
        if self.session is not None:
            return services.plan_sitting(self.session, self.values(), by=by)
        return services.amend_sitting(self.instance, self.values(), by=by, at=timezone.now())


class OtherSittingForm(SittingForm):
    """The same of a meeting that belongs to no session: of whom it is, besides."""

    kind = forms.ChoiceField(label=_("会议类型"))

    class Meta(SittingForm.Meta):
        fields = ("kind", "constituency", "committee", *ARRANGED)
        help_texts = {
            "constituency": _("选举单位会议填写。"),
            "committee": _("委员会会议填写，当天在任的委员应到会。"),
            "title": _("例如：第二选举单位代表选举会议。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [choice for choice in SittingKind.choices if choice[0] != SittingKind.SESSION]

    def save(self, *, by: Any, on: date) -> Sitting:
        """Arrange it."""
        return services.plan_other_sitting(Sitting(), self.values(), by=by)


class DeleteSittingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Sitting:
        """Delete."""
        services.delete_sitting(self.record, by=by)
        return self.record


class OpenDoorForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Gathering:
        """Begin to keep attendance."""
        return services.open_door(self.record, by=by, at=timezone.now())


class OpenSittingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Sitting:
        """Declare it open."""
        return services.open_sitting(self.record, by=by, at=timezone.now())


class CloseSittingForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Sitting:
        """Declare it over."""
        return services.close_sitting(self.record, by=by, at=timezone.now())


class CloseSessionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Session:
        """Declare the session over."""
        return services.close_session(self.record, by=by)


class MarkForm(MoveForm):
    """One tap: the button says who, and where they are (`present-12`)."""

    mark = forms.CharField(required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = set(people)

    def clean_mark(self) -> tuple[Standing, Member]:
        """Whom, of those on the roll, and where they are."""
        standing, _dash, key = self.cleaned_data["mark"].partition("-")
        known = key.isdecimal() and int(key) in self.people
        if not known or standing not in (Standing.PRESENT, Standing.LEFT, Standing.ON_LEAVE):
            raise ValidationError(gettext("请点名册里的按钮登记。"))
        return Standing(standing), Member.objects.only("pk", "name").get(pk=key)

    def save(self, *, by: Any, on: date) -> Sitting:
        """Note it."""
        standing, member = self.cleaned_data["mark"]
        services.mark_in_room(self.record, [member], standing, by=by, at=timezone.now())
        return self.record


class AddGuestForm(MoveForm):
    """Somebody came who isn't on the roll."""

    member = MemberChoiceField(label=_("教职工"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = colleagues()

    def save(self, *, by: Any, on: date) -> Sitting:
        """Note it."""
        people = [self.cleaned_data["member"]]
        services.mark_in_room(self.record, people, Standing.PRESENT, by=by, at=timezone.now())
        return self.record


class AskLeaveForm(MoveForm):
    """Why, and from how much."""

    reason = forms.CharField(
        label=_("请假事由"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("只有您和审批人能看到。"),
    )
    whole_session = forms.BooleanField(label=_("这次大会的后续会议都请假"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record.session_id is None:
            del self.fields["whole_session"]

    def save(self, *, by: Any, on: date) -> Leave:
        """Ask."""
        whole = self.cleaned_data.get("whole_session", False)
        reason = self.cleaned_data["reason"]
        return services.ask_leave(self.record, by.member, reason=reason, whole_session=whole, by=by, on=on)


class RecordLeaveForm(MoveForm):
    """Who asked by word of mouth, and why."""

    member = MemberChoiceField(label=_("教职工"))
    reason = forms.CharField(label=_("请假事由"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        due = self.record.people_due().order_by().values("pk")
        self.fields["member"].queryset = colleagues().filter(pk__in=due)

    def save(self, *, by: Any, on: date) -> Sitting:
        """Note it as granted."""
        told = {name: self.cleaned_data[name] for name in ("member", "reason")}
        services.record_leave(self.record, **told, by=by, on=on, at=timezone.now())
        return self.record


class TakeBackLeaveForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Leave:
        """Take it back."""
        services.take_back_leave(self.record, by=by)
        return self.record


class GrantLeaveForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Leave:
        """Agree."""
        return services.grant_leave(self.record, by=by, on=on, at=timezone.now())


class DeclineLeaveForm(MoveForm):
    """Why not."""

    comment = forms.CharField(label=_("不准假的原因"), max_length=200, help_text=_("请假人会看到。"))

    def save(self, *, by: Any, on: date) -> Leave:
        """Decline."""
        return services.decline_leave(self.record, comment=self.cleaned_data["comment"], by=by, on=on)


class ScanForm(OfficeForm):
    """One button: whose card was scanned is here."""

    def __init__(self, *args: Any, delegate: Delegate, sitting: Sitting | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.delegate, self.sitting = delegate, sitting

    def save(self, *, by: Any, on: date) -> Delegate:
        """Note it; refused where no attendance is kept that means this delegate."""
        if self.sitting is None:
            raise Refused(gettext("现在没有这位代表应参加的会议在签到。"))
        services.mark_in_room(self.sitting, [self.delegate.member], Standing.PRESENT, by=by, at=timezone.now())
        return self.delegate
