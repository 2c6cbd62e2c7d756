"""Input of the approver: comments on passages, several at once, and who stands in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import permissions, services
from affairs.models import Deputyship, Disclosure, PassageComment
from affairs.selectors import may_be_deputy
from affairs.services import Decided
from unionoffice.pages import DayInput, MoveForm, OfficeForm, OfficeModelForm

LINES = 4


class CommentForm(MoveForm):
    """What is to be changed in one passage. The words that were selected may come along."""

    quote = forms.CharField(required=False, widget=forms.HiddenInput)
    read_version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("批注"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": LINES, "autofocus": True}),
        help_text=_("退回时和意见一起发给起草人，在这之前可以修改。"),
    )

    def __init__(self, *args: Any, place: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def save(self, *, by: Any, on: date) -> PassageComment:
        """Keep the comment."""
        data = self.cleaned_data
        return services.comment_on_passage(
            self.record,
            version=data["read_version"],
            place=self.place,
            quote=data["quote"],
            text=data["text"],
            by=by,
            on=on,
        )


class MendCommentForm(MoveForm):
    """The comment put differently."""

    text = forms.CharField(label=_("批注"), max_length=500, widget=forms.Textarea(attrs={"rows": LINES}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["text"] = self.record.text

    def save(self, *, by: Any, on: date) -> PassageComment:
        """Keep it so."""
        return services.mend_comment(self.record, text=self.cleaned_data["text"], by=by)


class RemoveCommentForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> PassageComment:
        """Take it back."""
        services.remove_comment(self.record, by=by)
        return self.record


class ApproveTogetherForm(OfficeForm):
    """Several texts, each with the version that was shown, and a tick at each that nobody opened before."""

    def __init__(self, *args: Any, disclosures: Sequence[Disclosure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.disclosures = disclosures
        for disclosure in disclosures:
            read = forms.IntegerField(widget=forms.HiddenInput, initial=disclosure.version)
            self.fields[f"version_{disclosure.pk}"] = read
            if not disclosure.opened:
                sentence = _("“%(title)s”还没有打开过。请先看过，或者勾选后一并同意。")
                self.fields[f"unread_{disclosure.pk}"] = forms.BooleanField(
                    label=_("没有打开过，也一并同意"), error_messages={"required": sentence % {"title": disclosure}}
                )

    def parts(self) -> list[tuple[Disclosure, Any, Any]]:
        """Each disclosure with its version and, where it wasn't opened, the tick that is asked for."""
        return [
            (one, self[f"version_{one.pk}"], self[f"unread_{one.pk}"] if f"unread_{one.pk}" in self.fields else None)
            for one in self.disclosures
        ]

    def save(self, *, by: Any, on: date) -> list[Decided]:
        """Approve what can be approved."""
        read = [(one, self.cleaned_data[f"version_{one.pk}"]) for one in self.disclosures]
        return services.approve_together(read, by=by, on=on)


class NameDeputyForm(OfficeModelForm):
    """Who approves while one is away, and until when."""

    class Meta:
        model = Deputyship
        fields = ["sphere", "deputy", "from_on", "to_on", "reason"]
        widgets = {"from_on": DayInput, "to_on": DayInput}
        labels = {"deputy": _("请谁代审"), "from_on": _("从"), "to_on": _("到")}
        help_texts = {
            "to_on": _("这一天结束后自动停止，也可以提前结束。"),
            "reason": _("例如：外出学习。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spheres = permissions.spheres_answered_for(self.user)
        self.fields["deputy"].queryset = may_be_deputy(spheres[0], self.on)
        for sphere in spheres[1:]:
            self.fields["deputy"].queryset |= may_be_deputy(sphere, self.on)
        self.initial.setdefault("from_on", self.on)
        if len(spheres) == 1:
            del self.fields["sphere"]
            self.instance.sphere = spheres[0]
        else:
            self.fields["sphere"].choices = [(sphere.value, sphere.label) for sphere in spheres]

    def save(self, *, by: Any, on: date) -> Deputyship:
        """Name the deputy."""
        return services.name_deputy(self.instance, by=by, on=on)


class EndDeputyshipForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Deputyship:
        """End it today."""
        return services.end_deputyship(self.record, by=by, on=on)
