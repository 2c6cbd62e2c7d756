"""A public notice on the board, and objecting to it without a name."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import NameShown
from affairs.forms import AnonymousObjectionForm, FollowObjectionForm
from affairs.models import Objection, PublicNotice
from affairs.views.board import BoardPage
from affairs.views.incognito import IncognitoPage
from affairs.views.public_notices import notice_parts
from affairs.views.tickets import NOTICE, target_of
from unionoffice.codes import digests_of, in_groups, new_slip, normalised
from unionoffice.refusal import Refused


class BoardNoticeView(BoardPage):
    """One notice under its number. What isn't there, isn't for this reader or came down: all answer alike.

    Of one that was called off it says for a time that it was, and why; what it said of whom is gone from the board.
    """

    def get(self, request: HttpRequest, number: str) -> HttpResponse:
        """Show it, with the names as this reader may read them."""
        rows = PublicNotice.objects.readable_by(request.user).numbered(number)
        self.notice = rows.select_related("department").first()
        if self.notice is None:
            return self.called_off(number)
        return self.shown(
            "affairs/notices/board.html",
            **notice_parts(self.notice, self.notice.names_on_board(request.user), self.on),
            may_object=permissions.may_object.test(request.user, self.notice),
        )

    def called_off(self, number: str) -> HttpResponse:
        """That it was, and why."""
        self.notice = PublicNotice.objects.called_off_for(self.request.user).numbered(number).first()
        if self.notice is None:
            raise Http404
        return self.shown("affairs/notices/called_off.html", notice=self.notice)

    def get_title(self) -> str:
        """Its own."""
        return self.notice.title


class ObjectAnonymouslyView(IncognitoPage):
    """An objection without a name. The address was given by a page that knows its reader; this one doesn't ask."""

    title = _("匿名提出异议")

    def get(self, _request: HttpRequest, ticket: str) -> HttpResponse:
        """The form."""
        notice = self.find(ticket)
        return self.show(notice, self.get_form(notice))

    def post(self, request: HttpRequest, ticket: str) -> HttpResponse:
        """File it, and show the code; sent twice, it is one objection and shows one code."""
        notice = self.find(ticket)
        form = self.get_form(notice, request.POST)
        if form.is_valid():
            try:
                code = form.save(slip=request.POST.get("slip", ""), on=self.on)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return self.shown("notices/filed", notice=notice, code=in_groups(code))
        return self.show(notice, form)

    def show(self, notice: PublicNotice, form: AnonymousObjectionForm) -> HttpResponse:
        """The page with the form. Its slip is new each time: it is no sign of who has asked for it before."""
        return self.shown("notices/anonymous", notice=notice, form=form, slip=new_slip())

    def find(self, ticket: str) -> PublicNotice:
        """The notice that the address admits to."""
        target = target_of(ticket, self.on)
        if target is None or target.kind != NOTICE:
            raise Http404
        notice = PublicNotice.objects.posted().filter(pk=target.key).first()
        if notice is None:
            raise Http404
        return notice

    def get_form(self, notice: PublicNotice, data: Any = None) -> AnonymousObjectionForm:
        """With the people named, as every colleague is shown them."""
        return AnonymousObjectionForm(data, notice=notice, how=NameShown(notice.names_to_staff))


class FollowObjectionView(IncognitoPage):
    """What became of an anonymous objection, for whoever has its code. The code is sent, never part of an address."""

    title = _("查询匿名异议")

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Ask for the code."""
        return self.shown("notices/follow", form=FollowObjectionForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show it; a code that isn't one and one that belongs to nothing are answered alike."""
        form = FollowObjectionForm(request.POST)
        code = normalised(form.cleaned_data["code"]) if form.is_valid() else ""
        rows = Objection.objects.filter(code_digest__in=digests_of(code)) if code else Objection.objects.none()
        objection = rows.select_related("notice").first()
        if objection is None:
            form.add_error("code", _("没有这个查询码，请核对后重新输入。"))
        return self.shown("notices/follow", form=form, objection=objection)
