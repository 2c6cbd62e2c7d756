"""Input of those who deal with letters and keep mailboxes."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.enums import LetterWay, Reach
from affairs.forms.letters import PHOTOS_AND_PDF, LetterFilesField
from affairs.models import BoxOpening, Letter, Mailbox, PublishedReply
from affairs.selectors import possible_handlers, thread_of
from members.forms.fields import MemberChoiceField
from members.models import Account, Member
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

SHORT, LONG = 3, 8
"""Lines of a field for a sentence, and for an answer."""


class TakeUpLetterForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Letter:
        """Answer for it from now on."""
        return services.take_up_letter(self.record, by=by, on=on)


class ForwardLetterForm(MoveForm):
    """To whom, by when."""

    handler = forms.ModelChoiceField(
        Account.objects.none(), label=_("承办人"), widget=forms.Select(attrs={"data-search": _("输入姓名查找")})
    )
    handle_by = forms.DateField(label=_("承办期限"), widget=DayInput)
    note = forms.CharField(
        label=_("交办意见"), required=False, max_length=200, widget=forms.Textarea(attrs={"rows": SHORT})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"].queryset = possible_handlers(self.record, self.on)
        self.initial["handle_by"] = max(self.on, self.record.due_on)

    def save(self, *, by: Any, on: date) -> Letter:
        """Hand it over."""
        data = self.cleaned_data
        return services.forward_letter(
            self.record, handler=data["handler"], handle_by=data["handle_by"], note=data["note"], by=by, on=on
        )


class AnswerLetterForm(MoveForm):
    """The reply."""

    text = forms.CharField(label=_("答复"), max_length=4000, widget=forms.Textarea(attrs={"rows": LONG}))

    def save(self, *, by: Any, on: date) -> Letter:
        """Reply."""
        return services.answer_letter(self.record, text=self.cleaned_data["text"], by=by, on=on)


class AskSenderForm(MoveForm):
    """A question to the sender."""

    text = forms.CharField(
        label=_("要补充什么"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("匿名的来信人凭编码看到。请不要询问姓名和身份。"),
    )

    def save(self, *, by: Any, on: date) -> Letter:
        """Ask."""
        return services.ask_sender(self.record, text=self.cleaned_data["text"], by=by, on=on)


class ExtendLetterForm(MoveForm):
    """Until when, and why."""

    due_on = forms.DateField(label=_("延期到"), widget=DayInput)
    reason = forms.CharField(label=_("延期原因"), max_length=200, widget=forms.Textarea(attrs={"rows": SHORT}))

    def save(self, *, by: Any, on: date) -> Letter:
        """Give it more time."""
        data = self.cleaned_data
        return services.extend_letter(self.record, due_on=data["due_on"], reason=data["reason"], by=by, on=on)


class CloseLetterForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Letter:
        """File it."""
        return services.close_letter(self.record, by=by, on=on)


class RefuseLetterForm(MoveForm):
    """Why it isn't taken up."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": SHORT}),
        help_text=_("来信人会看到。意见尖锐不是不受理的理由。"),
    )

    def save(self, *, by: Any, on: date) -> Letter:
        """Put it aside."""
        return services.refuse_letter(self.record, reason=self.cleaned_data["reason"], by=by)


class PublishReplyForm(MoveForm):
    """Question and answer as they will hang on the board."""

    question = forms.CharField(
        label=_("问题"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": LONG}),
        help_text=_("请去掉能认出来信人的内容：姓名、班级、课程、具体日期和说话的习惯。"),
    )
    answer = forms.CharField(label=_("答复"), max_length=4000, widget=forms.Textarea(attrs={"rows": LONG}))
    reach = forms.ChoiceField(label=_("公开范围"), choices=Reach.choices, initial=Reach.STAFF)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = [message.text for message in thread_of(self.record) if message.is_answer]
        self.initial.setdefault("question", self.record.body)
        self.initial.setdefault("answer", "\n\n".join(answers))

    def save(self, *, by: Any, on: date) -> Letter:
        """Put it on the board; back to the letter."""
        data = self.cleaned_data
        services.publish_reply(
            self.record, question=data["question"], answer=data["answer"], reach=data["reach"], by=by, on=on
        )
        return self.record


class TakeDownReplyForm(MoveForm):
    """Why it comes down."""

    reason = forms.CharField(label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": SHORT}))

    def save(self, *, by: Any, on: date) -> Letter:
        """Take it off the board; back to the letter."""
        reply: PublishedReply = self.record.publication
        services.take_down_reply(reply, reason=self.cleaned_data["reason"], by=by, on=on)
        return self.record


class MailboxForm(OfficeModelForm):
    """A mailbox, and who answers."""

    keeper = MemberChoiceField(
        label=_("指定答复人"), required=False, help_text=_("跟着职务走的信箱不用指定；只由一个人答复的才填。")
    )

    class Meta:
        model = Mailbox
        fields = [
            "name",
            "kind",
            "role",
            "keeper",
            "place",
            "phones",
            "opening_days",
            "takes_letters_here",
            "writers",
            "in_use_from",
            "in_use_to",
        ]
        widgets = {
            "phones": forms.Textarea(attrs={"rows": SHORT}),
            "in_use_from": DayInput,
            "in_use_to": DayInput,
        }
        help_texts = {
            "name": _("例如：校长信箱、工会意见箱、女职工信箱。"),
            "role": _("换届后，信自动交给新任的人。"),
            "place": _("挂设的信箱必填，例如：教学楼一楼大厅。"),
            "phones": _("每行一个，写明是谁的，例如：校长 沈立 0571-0000000。"),
            "opening_days": _("例如：每周五下午。"),
            "writers": _("选“社会”的，学生家长等不登录也能写。"),
            "in_use_from": _("留空表示还没有启用，收不到信。"),
            "in_use_to": _("还在使用的留空。"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper"].queryset = Member.objects.order_by("pinyin")
        self.fields["keeper"].empty_label = _("不指定")

    def save(self, *, by: Any, on: date) -> Mailbox:
        """Set it up, or keep the changes."""
        return services.save_mailbox(self.instance, by=by)


class EmptyBoxForm(OfficeModelForm):
    """When a box on the wall was emptied, by whom, and what was in it."""

    opener = MemberChoiceField(label=_("开箱人"))
    witness = MemberChoiceField(label=_("监督人"))

    class Meta:
        model = BoxOpening
        fields = ["opened_on", "opener", "witness", "found"]
        widgets = {"opened_on": DayInput}
        help_texts = {"found": _("没有信的填0。有信的，登记开箱后逐封录入。")}

    def __init__(self, *args: Any, record: Mailbox, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.mailbox = record
        self.initial.setdefault("opened_on", self.on)
        for name in ("opener", "witness"):
            self.fields[name].queryset = Member.objects.order_by("pinyin")

    def save(self, *, by: Any, on: date) -> Mailbox:
        """Record it; back to the mailbox."""
        return services.empty_box(self.instance, by=by, on=on).mailbox


class RecordLetterForm(OfficeModelForm):
    """A letter on paper or by telephone, word for word."""

    way = forms.ChoiceField(
        label=_("来信方式"), choices=[choice for choice in LetterWay.choices if choice[0] != LetterWay.ONLINE]
    )
    received_on = forms.DateField(label=_("收到日期"), widget=DayInput)
    opening = forms.ModelChoiceField(
        BoxOpening.objects.none(), label=_("哪一次开箱"), required=False, empty_label=_("不是从信箱取出的")
    )
    uploads = LetterFilesField(accept=PHOTOS_AND_PDF, label=_("信件的照片或扫描件"))

    class Meta:
        model = Letter
        fields = ["category", "subject", "body", "signature", "hides_name", "wish"]
        widgets = {"body": forms.Textarea(attrs={"rows": LONG})}
        help_texts = {"signature": _("信上署了谁的名就写谁；没有署名的留空。")}

    def __init__(self, *args: Any, record: Mailbox, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.mailbox = record
        self.fields["opening"].queryset = record.openings.all()
        self.initial.setdefault("received_on", self.on)
        self.order_fields(["way", "received_on", "opening", "category", "subject", "body", "signature"])

    def save(self, *, by: Any, on: date) -> Mailbox:
        """Take it in; back to the mailbox, for whoever records letters doesn't thereby read them."""
        data = self.cleaned_data
        self.instance.way, self.instance.received_on = data["way"], data["received_on"]
        services.record_letter(self.instance, opening=data["opening"], files=data["uploads"], by=by, on=on)
        return self.instance.mailbox
