"""Pages of those who answer: the letters, one of them, and its moves."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import LetterSide
from affairs.filters import LetterFilter
from affairs.forms import (
    AnswerLetterForm,
    AskSenderForm,
    CloseLetterForm,
    ExtendLetterForm,
    ForwardLetterForm,
    PublishReplyForm,
    RefuseLetterForm,
    TakeDownReplyForm,
    TakeUpLetterForm,
)
from affairs.models import Letter, LetterFile
from affairs.papers import letter_paper
from affairs.selectors import pictures_of, thread_of
from affairs.tables import LetterTable, letter_badge
from affairs.views.disclosures import AREA
from unionoffice.attachments import Kind
from unionoffice.days import in_short
from unionoffice.documents import Document
from unionoffice.pages import Badge, Crumb, Fact, ListPage, Page, PaperPage, RecordPage, Step, TransitionPage
from unionoffice.pages.attachments import FILE_POLICY

RELATED = ("mailbox__keeper", "disclosure__item__department", "handler", "author", "opening", "publication")


def letters_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("来信办理"), reverse("affairs:letter-list"))


class LetterListView(ListPage):
    """The letters that this user answers for or deals with. One's own are elsewhere."""

    permission = permissions.works_on_letters
    area = AREA
    title = _("来信办理")
    model = Letter
    table = LetterTable
    filter_class = LetterFilter
    other_actions = (
        (_("信箱管理"), "affairs:mailbox-list", permissions.keeps_mailboxes),
        (_("信箱回复"), "affairs:board-letters", permissions.writes_letters),
    )

    def filtered(self, rows: Any) -> Any:
        """Without what the user only wrote."""
        return super().filtered(rows & Letter.objects.handled_by(self.request.user))


class LetterDetailView(RecordPage):
    """One letter with what was said on it and who did what."""

    permission = permissions.works_on_letters
    area = AREA
    model = Letter
    select_related = RELATED
    steps = (
        Step(_("受理"), "affairs:letter-take-up", permissions.may_take_up_letter),
        Step(_("答复"), "affairs:letter-answer", permissions.may_answer_letter),
        Step(_("交办"), "affairs:letter-forward", permissions.may_forward_letter, primary=False),
        Step(_("请来信人补充"), "affairs:letter-ask", permissions.may_ask_sender, primary=False),
        Step(_("延期"), "affairs:letter-extend", permissions.may_extend_letter, primary=False),
        Step(_("办结"), "affairs:letter-close", permissions.may_close_letter),
        Step(_("公开答复"), "affairs:letter-publish", permissions.may_publish_reply, primary=False),
        Step(_("撤下公开的答复"), "affairs:letter-take-down", permissions.may_take_down_reply, primary=False),
        Step(_("不予受理"), "affairs:letter-refuse", permissions.may_refuse_letter, primary=False),
        Step(_("办理单"), "affairs:letter-paper", permissions.may_print_letter, primary=False, download=True),
    )

    def get_record(self) -> Any:
        """Among those that the user deals with."""
        return handled(self.request.user, self.kwargs["pk"])

    def get_title(self) -> str:
        """What the sender called it."""
        return self.record.subject

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [letters_crumb()]

    def get_badge(self) -> Badge:
        """Where it stands."""
        return letter_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Where it came from, whose it is as far as the user is told, and by when it is due."""
        record = self.record
        item = record.disclosure
        facts = [
            Fact(_("编号"), record.short_number or _("受理时编号")),
            Fact(_("提问的公开事项"), item, item.get_board_url()) if item else Fact(_("信箱"), record.mailbox),
            Fact(_("来信人"), record.sender_for(self.request.user)),
            Fact(_("类别"), record.get_category_display()),
            Fact(_("来信方式"), record.get_way_display()),
            Fact(_("收到日期"), record.received_on),
            Fact(_("答复期限"), self.get_due()),
            Fact(_("承办人"), self.get_handler()),
            Fact(_("答复方式"), record.get_wish_display()),
            Fact(_("来信人评价"), record.get_satisfaction_display()),
        ]
        if record.refusal_reason:
            facts.append(Fact(_("不予受理的原因"), record.refusal_reason))
        return facts

    def get_due(self) -> str:
        """The day, and by how much it has passed."""
        record = self.record
        late = (self.on - record.due_on).days
        if permissions.letter_waits.test(None, record) and record.answered_on is None and late > 0:
            return _("%(day)s，已逾期%(late)d天") % {"day": in_short(record.due_on), "late": late}
        return in_short(record.due_on)

    def get_handler(self) -> str:
        """Whoever was asked, and by when."""
        record = self.record
        if record.handler is None:
            return ""
        return _("%(name)s，%(day)s前") % {"name": record.handler, "day": in_short(record.handle_by)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the letter's text, its files and what was said after it."""
        return super().get_context_data(
            letter=self.record,
            thread=thread_of(self.record),
            files=pictures_of(self.record),
            office=LetterSide.OFFICE,
            publication=getattr(self.record, "publication", None),
            **kwargs,
        )


def handled(user: Any, pk: int) -> Letter:
    """One of the letters that the user deals with; to anybody else it isn't there."""
    letter = Letter.objects.handled_by(user).select_related(*RELATED).filter(pk=pk).first()
    if letter is None:
        raise Http404
    return letter


class LetterMove(TransitionPage):
    """A move of one letter; who may make it depends on the letter, so the page itself is open to staff."""

    permission = permissions.works_on_letters
    area = AREA
    model = Letter
    done = _("已办理。")

    def get_queryset(self) -> Any:
        """Those that the user deals with."""
        return Letter.objects.handled_by(self.request.user).select_related(*RELATED)

    def get_title(self) -> str:
        """What is done to what."""
        return f"{self.title}：{self.record.subject}"

    def get_crumbs(self) -> list[Crumb]:
        """To the letter."""
        return [letters_crumb(), Crumb(self.record.subject, self.record.get_absolute_url())]

    def get_success_url(self, record: Any) -> str:
        """To the letter, for those who still read it."""
        visible = Letter.objects.handled_by(self.request.user).filter(pk=record.pk).exists()
        return record.get_absolute_url() if visible else reverse("affairs:letter-list")


class TakeUpLetterView(LetterMove):
    """It gets its number."""

    rule = permissions.may_take_up_letter
    title, button = _("受理"), _("受理")
    form_class = TakeUpLetterForm
    done = _("已受理。可以自己答复，或交给承办部门。")

    def get_question(self) -> str:
        """By when it is due then."""
        return _("受理后编号，%(day)s前答复来信人。") % {"day": in_short(self.record.due_on)}


class LetterTextMove(LetterMove):
    """A move over the letter's text, which one reads while writing."""

    template_name = "affairs/letters/move.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the letter."""
        return super().get_context_data(
            letter=self.record,
            thread=thread_of(self.record),
            files=pictures_of(self.record),
            office=LetterSide.OFFICE,
            **kwargs,
        )


class ForwardLetterView(LetterTextMove):
    """Somebody is asked to deal with it."""

    rule = permissions.may_forward_letter
    title, button = _("交办"), _("交办")
    form_class = ForwardLetterForm
    done = _("已交办，承办人会收到通知。")

    def get_question(self) -> str:
        """What the person will see."""
        if self.record.hides_name:
            return str(_("承办人能看到来信的内容，看不到来信人的姓名。请留意内容里有没有写到姓名。"))
        return str(_("承办人能看到来信的全部内容。改交别人后，原承办人不再能看到。"))


class AnswerLetterView(LetterTextMove):
    """The sender is answered."""

    rule = permissions.may_answer_letter
    title, button = _("答复"), _("答复来信人")
    form_class = AnswerLetterForm
    done = _("已答复，来信人现在可以看到。")

    def get_question(self) -> str:
        """How the sender will read it."""
        if not self.record.can_be_followed:
            return str(_("这封信不是从网上来的，请另行把答复告诉来信人；这里留存答复的内容。"))
        return str(_("答复后来信人马上能看到，不能再修改。"))


class AskSenderView(LetterTextMove):
    """The sender is asked for more."""

    rule = permissions.may_ask_sender
    title, button = _("请来信人补充"), _("寄给来信人")
    form_class = AskSenderForm
    question = _("来信人看到后可以在原信下回答。答复期限不变。")
    done = _("已寄给来信人。")


class ExtendLetterView(LetterMove):
    """It gets more time."""

    rule = permissions.may_extend_letter
    title, button = _("延期"), _("延期")
    form_class = ExtendLetterForm

    def get_question(self) -> str:
        """What it is now."""
        return _("现在的答复期限是%(day)s。来信人会看到新的期限。") % {"day": in_short(self.record.due_on)}


class CloseLetterView(LetterMove):
    """It is over."""

    rule = permissions.may_close_letter
    title, button = _("办结来信"), _("办结")
    question = _("办结后来信人不能再补充，仍可以评价。")
    form_class = CloseLetterForm


class RefuseLetterView(LetterTextMove):
    """Abuse is put aside."""

    rule = permissions.may_refuse_letter
    title, button = _("不予受理"), _("不予受理")
    question = _("只用于谩骂、广告和恶意刷信。不予受理后不再办理，不计入来信数。")
    form_class = RefuseLetterForm


class PublishReplyView(LetterTextMove):
    """Question and answer go onto the board."""

    rule = permissions.may_publish_reply
    title, button = _("公开答复"), _("公开")
    question = _("公开的是下面的问题和答复，不是来信原文。请改到认不出是谁写的，再公开。")
    form_class = PublishReplyForm
    done = _("已在公开栏的“信箱回复”公开。")


class TakeDownReplyView(LetterMove):
    """They come down."""

    rule = permissions.may_take_down_reply
    title, button = _("撤下公开的答复"), _("撤下")
    question = _("撤下后公开栏上不再显示，不能再次公开。")
    form_class = TakeDownReplyForm


class LetterPaperView(PaperPage):
    """来信办理单."""

    permission, rule = permissions.works_on_letters, permissions.may_print_letter
    model = Letter

    def get_record(self) -> Any:
        """Among those that the user deals with."""
        return handled(self.request.user, self.kwargs["pk"])

    def get_document(self) -> Document:
        """The letter as far as the user is told of it."""
        sender = self.record.sender_for(self.request.user)
        return letter_paper(self.record, thread_of(self.record), sender=sender, files=pictures_of(self.record))


class LetterFileView(Page):
    """A photo or PDF that came with a letter, for those who read the letter."""

    permission = permissions.works_on_letters

    def get(self, request: HttpRequest, pk: int, position: int) -> HttpResponse:
        """The bytes, never run in the page's origin and never kept by the browser."""
        if not Letter.objects.visible_to(request.user).filter(pk=pk).exists():
            raise Http404
        file = LetterFile.objects.filter(letter=pk, position=position).first()
        if file is None:
            raise Http404
        kind = Kind(file.kind)
        response = HttpResponse(bytes(file.content), content_type=kind.content_type)
        response["Content-Disposition"] = content_disposition_header(not kind.is_photo, str(file)) or "attachment"
        response["Content-Security-Policy"] = FILE_POLICY
        response["Cache-Control"] = "private, no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response
