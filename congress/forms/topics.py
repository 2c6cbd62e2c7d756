"""Input about the topics of a session."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress import services
from congress.enums import ItemKind, Matter, Side
from congress.forms.records import RecordForm
from congress.models import Session, Topic
from congress.selectors import read_topic
from unionoffice.pages import DayInput, MoveForm


class TopicForm(RecordForm):
    """A topic, and which side put it forward."""

    class Meta:
        model = Topic
        fields = ["title", "proposed_by", "note"]
        help_texts = {"title": _("例如：审议《绩效工资奖励条例（草案）》。")}

    def save(self, *, by: Any, on: date) -> Topic:
        """Put it forward, or correct it."""
        return services.save_topic(self.instance, self.values(), by=by)


class ListTopicForm(MoveForm):
    """What the congress does with a topic, as what kind of matter, and how the agenda names it."""

    kind = forms.ChoiceField(label=_("方式"), choices=ItemKind.choices)
    title = forms.CharField(label=_("议程名称"), max_length=100, help_text=_("不用再写方式，例如“学校工作报告”。"))
    matter = forms.ChoiceField(label=_("事项"), choices=Matter.choices, initial=Matter.OTHER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, title = read_topic(self.record.title)
        self.initial = {"kind": kind, "title": title, **self.initial}

    def save(self, *, by: Any, on: date) -> Topic:
        """Put it on the agenda."""
        told = {name: self.cleaned_data[name] for name in ("kind", "title", "matter")}
        return services.list_topic(self.record, told, by=by)


class RemoveTopicForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Session:
        """Take it off the list."""
        return services.remove_topic(self.record, by=by)


class AgreeOnTopicsForm(MoveForm):
    """For each side the day on which it agreed, and at which meeting."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {agreement.side: agreement for agreement in self.record.agreements.all()}
        for side in Side:
            agreement = known.get(side)
            self.fields[f"{side}_on"] = forms.DateField(
                label=_("%(side)s同意日期") % {"side": side.label},
                required=False,
                widget=DayInput,
                initial=agreement.agreed_on if agreement else None,
            )
            self.fields[f"{side}_note"] = forms.CharField(
                label=_("%(side)s在什么会议上研究") % {"side": side.label},
                required=False,
                max_length=100,
                initial=agreement.note if agreement else "",
            )

    def save(self, *, by: Any, on: date) -> Session:
        """Note who agreed."""
        data = self.cleaned_data
        agreed = {side: (data[f"{side}_on"], data[f"{side}_note"]) for side in Side}
        return services.agree_on_topics(self.record, agreed, by=by, on=on)
