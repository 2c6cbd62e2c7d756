"""Pages that don't know who asks: writing without a name, and following a letter by its code."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.forms import WriteAnonymousLetterForm
from affairs.models import Disclosure, Mailbox
from affairs.selectors import letter_by_code
from affairs.views.incognito import IncognitoPage
from affairs.views.letters import SenderAct, followed, sender_acts
from affairs.views.tickets import MAILBOX, target_of
from unionoffice.codes import in_groups, new_slip
from unionoffice.qrcodes import qr_svg


class WriteAnonymousLetterView(IncognitoPage):
    """A letter of nobody's to a mailbox, or a question about an item of the board."""

    permission = permissions.writes_anonymously
    title = _("匿名写信")

    def get(self, _request: HttpRequest, ticket: str) -> HttpResponse:
        """The empty form."""
        return self.show(self.get_form(ticket))

    def post(self, request: HttpRequest, ticket: str) -> HttpResponse:
        """Send it, and show the code; or show what was written again, with what is wrong."""
        form = self.get_form(ticket, request.POST, request.FILES)
        code = form.send(slip=request.POST.get("slip", ""), on=self.on) if form.is_valid() else ""
        if not code:
            return self.show(form)
        address = request.build_absolute_uri(reverse("affairs:letter-follow"))
        return self.shown(
            "letters/sent",
            code=in_groups(code),
            qr_code=qr_svg(f"{address}#{code}"),
            address=address,
            target=self.target,
        )

    def get_form(self, ticket: str, *sent: Any) -> WriteAnonymousLetterForm:
        """The form to the mailbox or about the item that the ticket admits to."""
        admitted = target_of(ticket, self.on)
        if admitted is None:
            raise Http404
        to_mailbox = admitted.kind == MAILBOX
        rows = Mailbox.objects.in_use(self.on) if to_mailbox else Disclosure.objects.posted_on(self.on)
        self.target = rows.filter(pk=admitted.key).first()
        if self.target is None:
            raise Http404
        return WriteAnonymousLetterForm(*sent, **{"mailbox" if to_mailbox else "disclosure": self.target})

    def show(self, form: WriteAnonymousLetterForm) -> HttpResponse:
        """The page with the form. Its slip is new each time: it is no sign of who has asked for it before."""
        return self.shown("letters/write_anonymously", form=form, slip=new_slip(), target=self.target)

    def get_title(self) -> str:
        """Where one writes to, or what about."""
        if isinstance(self.target, Mailbox):
            return _("匿名写信到%(mailbox)s") % {"mailbox": self.target}
        return _("匿名提问：%(title)s") % {"title": self.target}


class FollowLetterView(IncognitoPage):
    """By its code: where the letter stands, what was answered; and what the sender wants to add.

    The code comes in the body of a form, never in an address: addresses are kept in logs and histories.
    """

    permission = permissions.follows_letter
    title = _("凭编码查看来信")

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Ask for the code."""
        return self.shown("letters/follow")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Open the letter, and do what the form says."""
        typed = request.POST.get("code", "")
        letter = letter_by_code(typed)
        if letter is None:
            return self.shown("letters/follow", typed=typed, is_wrong=True)
        told: SenderAct | None = None
        if "act" in request.POST:
            told = sender_acts(letter, request.POST, user=request.user, on=self.on)
        return self.shown("letters/followed", code=typed, **followed(letter, told))
