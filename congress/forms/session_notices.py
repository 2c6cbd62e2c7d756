"""Input about the notices of a session."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.records import RecordForm
from congress.models import SessionNotice
from congress.selectors import latest_day_for
from unionoffice.pages import MoveForm


class SessionNoticeForm(RecordForm):
    """What is said beside what follows from the session's own record."""

    class Meta:
        model = SessionNotice
        fields = ["text"]
        help_texts = {"text": _("时间、地点、议题和提案征集日期由会议记录生成，这里只写其他要求，可以不填。")}

    def save(self, *, by: Any, on: date) -> SessionNotice:
        """Keep the draft."""
        return services.draft_session_notice(self.instance, self.cleaned_data["text"], by=by)


class IssueNoticeForm(MoveForm):
    """Why it is late, where it is."""

    late_reason = forms.CharField(label=_("迟发原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.on <= latest_day_for(self.record):
            del self.fields["late_reason"]

    def save(self, *, by: Any, on: date) -> SessionNotice:
        """Send it out."""
        reason = self.cleaned_data.get("late_reason", "")
        return services.issue_session_notice(self.record, late_reason=reason, by=by, on=on)
