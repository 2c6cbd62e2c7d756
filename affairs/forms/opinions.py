"""Input about opinions: handing them in, gathering them, answering them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import Decision, Voice
from affairs.models import Consultation, Opinion, OpinionPoint
from affairs.selectors import groups_led
from members.models import UnionGroup
from unionoffice.formkeys import new_key
from unionoffice.pages import MoveForm

MOST_IN_A_GROUP = 9999


class SayOpinionForm(MoveForm):
    """What somebody thinks of a passage or of the whole, and whether they sign it.

    `once` stands for the one-use key of other forms: that one is kept with the account that sent it.
    """

    passage = forms.TypedChoiceField(label=_("针对哪一部分"), required=False, coerce=int, empty_value=None)
    question = forms.TypedChoiceField(label=_("回答哪个问题"), required=False, coerce=int, empty_value=None)
    text = forms.CharField(label=_("您的意见"), max_length=1000, widget=forms.Textarea(attrs={"rows": 5}))
    voice = forms.ChoiceField(label=_("怎样提交"), choices=Voice.choices, widget=forms.RadioSelect)
    group = forms.ModelChoiceField(UnionGroup.objects.none(), label=_("小组"), required=False, empty_label=None)
    headcount = forms.IntegerField(label=_("参加讨论的人数"), required=False, min_value=1, max_value=MOST_IN_A_GROUP)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=new_key)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        passages = [(passage.number, passage.label) for passage in self.record.passages]
        self.fields["passage"].choices = [("", gettext("全文")), *passages]
        questions = list(enumerate(self.record.questions_asked, start=1))
        self.fields["question"].choices = [("", gettext("不针对问题")), *questions]
        if not questions:
            del self.fields["question"]
        groups = groups_led(self.user)
        self.fields["group"].queryset = groups
        if not groups:
            del self.fields["group"], self.fields["headcount"]
            self.fields["voice"].choices = [choice for choice in Voice.choices if choice[0] != Voice.GROUP]

    def clean(self) -> dict[str, Any]:
        """A group has a number of people."""
        data = super().clean() or self.cleaned_data
        if data.get("voice") != Voice.GROUP:
            return data
        if not data.get("headcount"):
            self.add_error("headcount", gettext("请填写参加讨论的人数。"))
        if not data.get("group"):
            self.add_error("group", gettext("请选择小组。"))
        return data

    def save(self, *, by: Any, on: date) -> Consultation:
        """Hand it in."""
        data = self.cleaned_data
        by_group = data["voice"] == Voice.GROUP
        said = services.Said(
            text=data["text"],
            voice=data["voice"],
            once=data["once"],
            passage=data["passage"],
            question=data.get("question"),
            group=data["group"] if by_group else None,
            headcount=data["headcount"] if by_group else 1,
        )
        services.give_opinion(self.record, said, by=by, on=on)
        return self.record


class GatherOpinionsForm(MoveForm):
    """Which opinions are alike, and into which point they go: a new one, or one that is there."""

    opinions = forms.ModelMultipleChoiceField(
        Opinion.objects.none(), error_messages={"required": _("请先勾选要归并的意见。")}
    )
    point = forms.ModelChoiceField(
        OpinionPoint.objects.none(), label=_("归入"), required=False, empty_label=_("新的要点")
    )
    text = forms.CharField(
        label=_("意见要点"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("只有一条意见时可以不填，用原话。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opinions"].queryset = self.record.opinions.all()
        self.fields["point"].queryset = self.record.points.all()
        self.fields["point"].label_from_instance = lambda point: f"{point.number}．{point}"

    def save(self, *, by: Any, on: date) -> Consultation:
        """Gather them."""
        data = self.cleaned_data
        services.gather_opinions(self.record, data["opinions"], text=data["text"], point=data["point"], by=by)
        return self.record


class GatherEachForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Consultation:
        """A point each."""
        services.gather_each(self.record, by=by)
        return self.record


class AnswerPointForm(MoveForm):
    """What becomes of a point, and why."""

    text = forms.CharField(label=_("意见要点"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    decision = forms.ChoiceField(label=_("答复"), choices=Decision.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("理由"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("采纳的写明怎样修改，部分采纳和未采纳的写明原因。"),
    )
    new_wording = forms.CharField(
        label=_("修改为"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("text", "decision", "reason", "new_wording"):
            self.initial.setdefault(name, getattr(self.record, name))

    def save(self, *, by: Any, on: date) -> Consultation:
        """Answer it."""
        data = {name: self.cleaned_data[name] for name in ("text", "decision", "reason", "new_wording")}
        services.answer_point(self.record, **data, by=by)
        consultation: Consultation = self.record.consultation
        return consultation
