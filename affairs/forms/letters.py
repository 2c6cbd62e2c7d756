"""Input of those who write letters, signed or not, and follow them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import LetterCategory, ReplyWish, Satisfaction
from affairs.models import Disclosure, Letter, Mailbox
from unionoffice.pages import OfficeForm, OfficeModelForm
from unionoffice.pages.attachments import FilesField
from unionoffice.refusal import Refused

SHORT, LONG = 4, 9
"""Lines of a field for an answer, and for a letter."""

PHOTOS = "image/jpeg,image/png,image/webp"
PHOTOS_AND_PDF = f"{PHOTOS},application/pdf"


class LetterFilesField(FilesField):
    """Photos, perhaps PDFs, or nothing."""

    def __init__(self, *, accept: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.widget.attrs["accept"] = accept

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file by itself; nothing chosen is no file."""
        return super().clean(data, initial) if data else []


class WriteLetterForm(OfficeModelForm):
    """A signed letter to a mailbox, or a question about an item."""

    uploads = LetterFilesField(
        accept=PHOTOS_AND_PDF,
        label=_("照片或PDF"),
        help_text=_("可以不附，最多3个。照片中的拍摄时间和地点会自动去掉。"),
    )

    class Meta:
        model = Letter
        fields = ["category", "subject", "body", "wish", "hides_name"]
        widgets = {
            "body": forms.Textarea(attrs={"rows": LONG}),
            "wish": forms.RadioSelect,
        }
        labels = {"wish": _("怎样答复")}
        help_texts = {"hides_name": _("信箱主人知道是您写的，承办部门不知道。")}

    def __init__(
        self, *args: Any, mailbox: Mailbox | None = None, disclosure: Disclosure | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.instance.mailbox, self.instance.disclosure = mailbox, disclosure
        ask_only_what_matters(self, is_question=disclosure is not None)

    def save(self, *, by: Any, on: date) -> Letter:
        """Send it."""
        return services.write_letter(self.instance, files=self.cleaned_data["uploads"], by=by, on=on)


class WriteAnonymousLetterForm(forms.ModelForm):
    """The same without a name. It knows no user, and is sent to a page that knows none.

    `homepage` is a field that people don't see: what fills it in is a program.
    """

    homepage = forms.CharField(required=False, label=_("请留空"))
    uploads = LetterFilesField(
        accept=PHOTOS,
        label=_("照片"),
        help_text=_("可以不附，最多3张。照片会重新生成，拍摄时间、地点、手机型号和文件名都不保留。"),
    )

    class Meta(WriteLetterForm.Meta):
        fields = ["category", "subject", "body", "wish"]

    def __init__(
        self, *args: Any, mailbox: Mailbox | None = None, disclosure: Disclosure | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.instance.mailbox, self.instance.disclosure = mailbox, disclosure
        for name in self.fields:
            self.fields[name].widget.attrs["autocomplete"] = "off"
        ask_only_what_matters(self, is_question=disclosure is not None)

    def clean_homepage(self) -> str:
        """Empty, from people."""
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(gettext("没有寄出。请不要填写看不见的内容。"))
        return ""

    def send(self, *, slip: str, on: date) -> str:
        """Send it; the code, or "" where it was refused, and then the form says why."""
        try:
            return services.write_anonymous_letter(
                self.instance, slip=slip, files=self.cleaned_data["uploads"], on=on
            )
        except Refused as refusal:
            self.add_error(None, str(refusal))
            return ""


def ask_only_what_matters(form: Any, *, is_question: bool) -> None:
    """A question from the board is about the item, and asked for everybody: neither is asked."""
    form.fields["category"].choices = [("", _("请选择")), *LetterCategory.choices]
    form.fields["wish"].choices = ReplyWish.choices
    if is_question:
        form.instance.category, form.instance.wish = LetterCategory.OTHER, ReplyWish.MAY_PUBLISH
        del form.fields["category"], form.fields["wish"]


class WriteAgainForm(OfficeForm):
    """What the sender adds, or answers."""

    text = forms.CharField(label=_("补充或回答"), max_length=4000, widget=forms.Textarea(attrs={"rows": SHORT}))
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class RateReplyForm(OfficeForm):
    """What the sender makes of the reply."""

    satisfaction = forms.ChoiceField(choices=Satisfaction.choices)
