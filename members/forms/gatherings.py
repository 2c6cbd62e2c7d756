"""Input about attendance."""

from datetime import date
from typing import Any

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import AttendanceState
from members.forms.fields import MemberChoiceField
from members.models import Attendance, Gathering, Member
from members.selectors import colleagues, gathering_of_code
from unionoffice.pages import MoveForm, OfficeForm

WRONG_CODES = 5
"""Wrong codes after which somebody has to wait, or to scan: a million codes can't be tried out."""

WAIT = 300
"""Seconds."""


class MarkAttendanceForm(MoveForm):
    """Who of the roll came, asked leave, or stayed away: the button pressed says which."""

    members = forms.ModelMultipleChoiceField(Member.objects.none(), required=False)
    state = forms.ChoiceField(choices=AttendanceState.choices)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = Member.objects.filter(pk__in=people).only("pk", "name")

    def clean_members(self) -> Any:
        """At least one."""
        if not self.cleaned_data["members"]:
            raise ValidationError(gettext("请先勾选至少一人。"))
        return self.cleaned_data["members"]

    def save(self, *, by: Any, on: date) -> Gathering:
        """Note it."""
        state = AttendanceState(self.cleaned_data["state"])
        services.mark_attendance(self.record, self.cleaned_data["members"], state, by=by, at=timezone.now())
        return self.record


class AddAttendanceForm(MoveForm):
    """Somebody who isn't on the roll came."""

    member = MemberChoiceField(label=_("教职工"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.record.attendances.values("member_id")
        self.fields["member"].queryset = colleagues().exclude(pk__in=known)

    def save(self, *, by: Any, on: date) -> Gathering:
        """Note it."""
        people = [self.cleaned_data["member"]]
        services.mark_attendance(self.record, people, AttendanceState.PRESENT, by=by, at=timezone.now())
        return self.record


class CloseGatheringForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Gathering:
        """Close."""
        return services.close_gathering(self.record, by=by, at=timezone.now())


class ReopenGatheringForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Gathering:
        """Reopen."""
        return services.reopen_gathering(self.record, by=by)


class CheckInForm(MoveForm):
    """One button."""

    def save(self, *, by: Any, on: date) -> Attendance:
        """Here."""
        return services.check_in(self.record, by.member, by=by, at=timezone.now())


class CheckInByCodeForm(OfficeForm):
    """The six digits under the QR code, for who can't scan it."""

    code = forms.CharField(
        label=_("签到码"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "autofocus": True}),
        help_text=_("大屏幕二维码下面的6位数字，每半分钟更换一次。"),
    )

    def clean_code(self) -> str:
        """Which gathering it is. Counted here, outside the transaction of the check-in, so that no refusal takes the
        count of wrong codes back.
        """
        typed, tries = "".join(self.cleaned_data["code"].split()), f"check-in-{self.user.pk}"
        if cache.get(tries, 0) >= WRONG_CODES:
            raise ValidationError(gettext("输错的次数太多，请5分钟后再试，或者扫描二维码。"))
        self.gathering = gathering_of_code(typed, timezone.now())
        if self.gathering is None:
            cache.add(tries, 0, WAIT)
            cache.incr(tries)
            raise ValidationError(gettext("签到码不对，或者已经更换。请看大屏幕上最新的6位数字。"))
        return typed

    def save(self, *, by: Any, on: date) -> Attendance:
        """Here."""
        return services.check_in(self.gathering, by.member, by=by, at=timezone.now())
