"""Input about surveys: what is said of them, their questions, and one person's answers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import QuestionKind
from affairs.models import Survey, SurveyQuestion
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

LINES = 4
LONGEST_CHOICE = 60
MOST_CHOICES = 20


class SurveyForm(OfficeModelForm):
    """What is said of it before its questions."""

    class Meta:
        model = Survey
        fields = ["title", "intro", "audience", "closes_on"]
        widgets = {"closes_on": DayInput, "intro": forms.Textarea(attrs={"rows": LINES})}
        help_texts = {
            "intro": _("填写前看到的话：调查什么、结果怎么用。系统会另外说明答案不记名。"),
            "audience": _("发布时按当天的名单发放，名单发布后不变。"),
            "closes_on": _("到这一天结束后自动截止。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("audience", "closes_on"):
            self.fields[name].required = True
        self.fields["audience"].empty_label = _("请选择")

    def save(self, *, by: Any, on: date) -> Survey:
        """Begin it."""
        return services.draft_survey(self.instance, by=by, on=on)


class MendSurveyForm(SurveyForm):
    """The same once more."""

    def save(self, *, by: Any, on: date) -> Survey:
        """Keep the changes."""
        return services.mend_survey(self.instance, changes=self.cleaned_data, by=by)


class RecordSurveyForm(OfficeModelForm):
    """One that ran elsewhere: the numbers that are known."""

    class Meta:
        model = Survey
        fields = ["title", "opened_on", "closed_on", "sent", "answered", "satisfaction", "intro"]
        widgets = {
            "opened_on": DayInput,
            "closed_on": DayInput,
            "intro": forms.Textarea(attrs={"rows": LINES}),
        }
        help_texts = {"satisfaction": _("例如 96 或 96.5；没有统计的留空。"), "intro": _("主要结论。")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closed_on"].required = True

    def save(self, *, by: Any, on: date) -> Survey:
        """Take it in."""
        return services.record_survey(self.instance, by=by, on=on)


class ChoicesField(forms.CharField):
    """Choices, one a line, as a list of texts."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": LINES})
        super().__init__(**({"required": False, "widget": widget} | kwargs))

    def clean(self, value: Any) -> list[str]:
        """Each line that says something; ValidationError where there are too many or one is too long."""
        choices = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(choices) > MOST_CHOICES:
            raise ValidationError(_t("选项最多%(most)d个。") % {"most": MOST_CHOICES})
        if any(len(choice) > LONGEST_CHOICE for choice in choices):
            raise ValidationError(_t("每个选项最多%(longest)d字。") % {"longest": LONGEST_CHOICE})
        return choices


class SurveyQuestionForm(OfficeModelForm):
    """One question of the `record`, a survey: new, or the `instance` to change."""

    choices = ChoicesField(
        label=_("选项"),
        help_text=_("单选和多选填写，每行一个。满意度、1至5分和填空不用填。"),
    )

    class Meta:
        model = SurveyQuestion
        fields = ["text", "kind", "choices", "is_required", "position"]
        help_texts = {
            "is_required": _("多选题都是必答题，可以加一个“以上都没有”的选项。"),
            "position": _("排在第几题，后面的题顺延。"),
        }

    def __init__(self, *args: Any, record: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        self.fields["position"].min_value = 1
        if self.instance.pk:
            self.initial["choices"] = "\n".join(self.instance.choices)
        else:
            self.initial["position"] = record.questions.count() + 1

    def save(self, *, by: Any, on: date) -> Survey:
        """Put it in its place, and lead back to the survey."""
        self.instance.choices = self.cleaned_data["choices"]
        return services.save_question(self.record, self.instance, by=by).survey


class DeleteQuestionForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Survey:
        """Take it out, and lead back to the survey."""
        return services.delete_question(self.record, by=by)


class OpenSurveyForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Survey:
        """Send it out."""
        return services.open_survey(self.record, by=by, on=on)


class RemindSurveyForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Survey:
        """Remind those who haven't answered."""
        services.remind_of_survey(self.record, by=by, on=on)
        return self.record


class CloseSurveyForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Survey:
        """End it."""
        return services.close_survey(self.record, by=by, on=on)


class CopySurveyForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Survey:
        """Begin another."""
        return services.copy_survey(self.record, by=by, on=on)


class DiscardSurveyForm(MoveForm):
    """Why."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, *, by: Any, on: date) -> Survey:
        """Give it up."""
        return services.discard_survey(self.record, reason=self.cleaned_data["reason"], by=by)


class AnswerSurveyForm(forms.Form):
    """One person's answers, a field for each question.

    It has no one-use key: such a key would keep who sent it and when. The mark on the roll does the same work.
    """

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.survey, self.questions = survey, list(survey.questions.all())
        for question in self.questions:
            self.fields[_name(question)] = _field(question)

    @property
    def steps(self) -> list[tuple[SurveyQuestion, forms.BoundField]]:
        """Each question with its field, in their order."""
        return [(question, self[_name(question)]) for question in self.questions]

    @property
    def replies(self) -> Mapping[int, services.Reply]:
        """What was said, by the question's key."""
        return {question.pk: _reply(question, self.cleaned_data[_name(question)]) for question in self.questions}

    def save(self, *, member_id: int) -> None:
        """Hand it in; raises Refused."""
        services.answer_survey(self.survey, self.replies, member_id=member_id)


def _name(question: SurveyQuestion) -> str:
    return f"question_{question.pk}"


def _field(question: SurveyQuestion) -> forms.Field:
    told: dict[str, Any] = {
        "label": question.text,
        "required": question.is_required,
        "error_messages": {"required": _t("这一题还没有填写。"), "invalid_choice": _t("请重新选择。")},
    }
    choices = [(str(place), option) for place, option in enumerate(question.options)]
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(max_length=1_000, widget=forms.Textarea(attrs={"rows": LINES}), **told)
    if question.kind == QuestionKind.MULTIPLE:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **told)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **told)


def _reply(question: SurveyQuestion, value: str | list[str]) -> services.Reply:
    if question.kind == QuestionKind.TEXT:
        return services.Reply(text=str(value))
    chosen = value if isinstance(value, list) else [value] if value else []
    return services.Reply(choices=tuple(int(choice) for choice in chosen))
