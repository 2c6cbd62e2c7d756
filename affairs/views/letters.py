"""Pages of those who write: which mailboxes there are, a signed letter and what becomes of it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions, services
from affairs.enums import LetterSide, LetterStatus, Satisfaction
from affairs.forms import RateReplyForm, WriteAgainForm, WriteLetterForm
from affairs.models import Disclosure, Letter
from affairs.selectors import (
    letters_of,
    open_mailboxes,
    pictures_of,
    replies_on_board,
    thread_of,
)
from affairs.tables import letter_badge
from affairs.views.board import BoardPage, versions_of
from affairs.views.disclosures import AREA, board_crumb
from affairs.views.tickets import DISCLOSURE, MAILBOX, ticket_of
from unionoffice.pages import Crumb, FormPage, Page
from unionoffice.refusal import Refused

RATE = "rate"


def mailboxes_crumb() -> Crumb:
    """The way back to the mailboxes."""
    return Crumb(_("信箱"), reverse("affairs:letter-boxes"))


def own_letters_crumb() -> Crumb:
    """The way back to one's own letters."""
    return Crumb(_("我的来信"), reverse("affairs:letter-own-list"))


class LetterBoxesView(BoardPage):
    """Where one can write, call, or find a box; and the three ways to begin."""

    permission = permissions.opens_mailboxes
    title = _("信箱")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The mailboxes of this reader."""
        boxes = [
            (mailbox, ticket_of(MAILBOX, mailbox.pk, self.on)) for mailbox in open_mailboxes(request.user, self.on)
        ]
        return self.shown("affairs/letters/boxes.html", boxes=boxes)


class BoardLettersView(BoardPage):
    """信箱回复: questions and answers that were published."""

    permission = permissions.reads_replies
    title = _("信箱回复")

    def get(self, request: HttpRequest) -> HttpResponse:
        """All that this reader may read, the newest first."""
        return self.shown("affairs/letters/board.html", replies=replies_on_board(request.user))


class WriteLetterView(FormPage):
    """A signed letter to a mailbox."""

    permission = permissions.writes_letters
    area = AREA
    title = _("署名写信")
    form_class = WriteLetterForm
    template_name = "affairs/letters/write.html"
    button = _("寄出")
    done = _("已寄出。办理的进展会通知您，也可以在“我的来信”里查看。")

    def prepare(self) -> None:
        """Find the mailbox among those that take this person's letters."""
        boxes = open_mailboxes(self.request.user, self.on).filter(takes_letters_here=True)
        self.mailbox = boxes.filter(pk=self.kwargs["pk"]).first()
        if self.mailbox is None:
            raise Http404
        self.ticket = ticket_of(MAILBOX, self.mailbox.pk, self.on)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Where the letter goes."""
        return {"mailbox": self.mailbox}

    def get_title(self) -> str:
        """Where one writes to."""
        return _("写信到%(mailbox)s") % {"mailbox": self.mailbox}

    def get_crumbs(self) -> list[Crumb]:
        """To the mailboxes."""
        return [mailboxes_crumb()]

    def get_success_url(self, record: Any) -> str:
        """To the letter as its sender follows it."""
        return record.get_own_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way to the page that doesn't ask for a name."""
        return super().get_context_data(ticket=self.ticket, **kwargs)


class BoardQuestionView(WriteLetterView):
    """A signed question about something on the board; a stranger is shown the ways there are to ask."""

    permission = permissions.reads_board
    title = _("提问")

    def prepare(self) -> None:
        """Find the item among those that this person reads on the board."""
        newest = versions_of(self.request.user, self.kwargs["sphere"], self.kwargs["number"]).first()
        if newest is None:
            raise Http404
        self.disclosure: Disclosure = newest
        self.ticket = ticket_of(DISCLOSURE, newest.pk, self.on)

    def show(self, form: Any, **extra: Any) -> HttpResponse:
        """The form, for those who can sign."""
        if self.request.user.is_authenticated:
            return super().show(form, **extra)
        context = self.get_context_data(frame="affairs/board/outside.html", disclosure=self.disclosure)
        return TemplateResponse(self.request, "affairs/letters/ways_to_ask.html", context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only those who are signed in sign."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """What the question is about."""
        return {"disclosure": self.disclosure}

    def get_title(self) -> str:
        """What one asks about."""
        return _("提问：%(title)s") % {"title": self.disclosure.title}

    def get_crumbs(self) -> list[Crumb]:
        """To the item."""
        return [board_crumb(), Crumb(self.disclosure.title, self.disclosure.get_board_url())]


class OwnLetterListView(Page):
    """What this person has signed."""

    permission = permissions.writes_letters
    area = AREA
    title = _("我的来信")

    def get(self, request: HttpRequest) -> HttpResponse:
        """All of them, the latest first."""
        rows = [(letter, letter_badge(letter)) for letter in letters_of(request.user)]
        return TemplateResponse(request, "affairs/letters/own_list.html", self.get_context_data(rows=rows))

    def get_crumbs(self) -> list[Crumb]:
        """To the mailboxes."""
        return [mailboxes_crumb()]


class OwnLetterView(Page):
    """One letter as its sender follows it: what was answered, and what they want to add."""

    permission = permissions.writes_letters
    area = AREA

    def get(self, _request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        self.letter = self.find(pk)
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Add to it, or rate the reply; then show it anew."""
        self.letter = self.find(pk)
        told = sender_acts(self.letter, request.POST, user=request.user, on=self.on)
        if told.refused:
            return self.show(told)
        messages.success(request, told.done)
        return HttpResponseRedirect(self.letter.get_own_url())

    def find(self, pk: int) -> Letter:
        """Among one's own."""
        rows = Letter.objects.filter(author=self.request.user.pk).select_related("mailbox", "disclosure")
        found = rows.filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def show(self, told: "SenderAct | None" = None) -> HttpResponse:
        """The letter with its thread and what can be done."""
        context = self.get_context_data(**followed(self.letter, told))
        return TemplateResponse(
            self.request, "affairs/letters/own.html", context, status=422 if told is not None else 200
        )

    def get_title(self) -> str:
        """Its own."""
        return self.letter.subject

    def get_crumbs(self) -> list[Crumb]:
        """To one's letters."""
        return [own_letters_crumb()]


@dataclass(frozen=True)
class SenderAct:
    """What a sender did on the page of a letter: a sentence that says so, or why not, with the text kept."""

    done: str = ""
    refused: str = ""
    text: str = ""


def sender_acts(letter: Letter, data: Any, *, user: Any, on: Any) -> SenderAct:
    """Add to the letter or rate the reply, as the form says."""
    rates = data.get("act") == RATE
    form = (RateReplyForm if rates else WriteAgainForm)(data, user=user, on=on)
    text = data.get("text", "")
    if not form.is_valid():
        return SenderAct(refused=str(_("请选择一项评价。")) if rates else str(_("请写下要补充的内容。")), text=text)
    given = form.cleaned_data
    try:
        if rates:
            services.rate_reply(letter, given["satisfaction"], on=on)
            return SenderAct(done=str(_("谢谢您的评价。")))
        services.write_again(letter, given["text"], after=given["after"], on=on)
    except Refused as refusal:
        return SenderAct(refused=str(refusal), text=text)
    return SenderAct(done=str(_("已寄出。")))


def followed(letter: Letter, told: SenderAct | None = None) -> dict[str, Any]:
    """What a sender's page of a letter shows, signed or by code."""
    thread = thread_of(letter)
    return {
        "letter": letter,
        "badge": letter_badge(letter),
        "thread": thread,
        "files": pictures_of(letter),
        "after": len(thread),
        "office": LetterSide.OFFICE,
        "is_asked": letter.status == LetterStatus.ASKED,
        "may_write": permissions.may_write_again.test(None, letter),
        "may_rate": permissions.may_rate_reply.test(None, letter) and not letter.satisfaction,
        "ratings": Satisfaction.choices,
        "told": told,
    }
