"""Input about preparatory meetings."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.forms.records import RecordForm
from congress.models import PreparatoryMeeting
from members.forms import MemberChoiceField
from members.selectors import colleagues
from unionoffice.pages import DayInput
from unionoffice.precision import PRECISION_HELP


class PreparatoryMeetingForm(RecordForm):
    """When it was, on what, who came, and what was settled."""

    chair = MemberChoiceField(label=_("主持人"), required=False)

    class Meta:
        model = PreparatoryMeeting
        fields = [
            "topic",
            "held_on",
            "precision",
            "place",
            "chair",
            "due_count",
            "present_count",
            "on_agenda",
            "settled",
            "minutes",
        ]
        widgets = {"held_on": DayInput, "settled": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "topic": _("例如：绩效工资奖励条例。"),
            "precision": PRECISION_HELP,
            "on_agenda": _("大会前审议议程、通过主席团名单的预备会，请勾选；专题研究某项方案的不用勾选。"),
            "settled": _("一行一项。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chair"].queryset = colleagues()
        self.fields["chair"].empty_label = _("不填")

    def clean(self) -> dict[str, Any]:
        """Nobody came who wasn't due."""
        data = super().clean() or self.cleaned_data
        due, present = data.get("due_count"), data.get("present_count")
        if due is not None and present is not None and present > due:
            self.add_error("present_count", _("实到人数不能多于应到人数。"))
        return data

    def save(self, *, by: Any, on: date) -> PreparatoryMeeting:
        """Enter or correct."""
        return services.record_preparatory_meeting(self.instance, self.values(), by=by, on=on)
