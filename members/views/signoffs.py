"""Goods handed out: the sheet as its keeper sees it, and one's own line on the phone."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.forms import RecordPaperForm, RecordProxyForm, RevokeSignOffForm, SignOffOwnForm
from members.models import SignOffLine, SignOffSheet
from members.papers import sign_off_sheet
from members.permissions import has_own_record, keeps_sign_off, may_record_proxy, may_revoke_sign_off
from members.selectors import lines_of_sheet
from members.views.gatherings import source_crumb
from unionoffice import audit
from unionoffice.documents import Document
from unionoffice.pages import TRAIL_LENGTH, Action, Crumb, FormPage, PaperPage, TransitionPage
from unionoffice.roles import signed_in


class SignOffSheetView(TransitionPage):
    """Who signed and who hasn't yet; the keeper notes the signatures on the paper sheet."""

    permission, rule = signed_in, keeps_sign_off
    model = SignOffSheet
    form_class = RecordPaperForm
    template_name = "members/sign_off_sheet.html"
    done = _("已登记。")

    def get_title(self) -> str:
        """Its own name."""
        return str(self.record)

    def get_crumbs(self) -> list[Crumb]:
        """To what it belongs to."""
        return [source_crumb(self.record, self.request.user)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The lines as far as they are asked for, and the numbers."""
        lines = sorted(lines_of_sheet(self.record), key=lambda line: line.is_signed)
        signed = sum(line.is_signed for line in lines)
        wanted = self.request.GET.get("state", "")
        shown = {"waiting": [line for line in lines if not line.is_signed]}.get(wanted, lines)
        return super().get_context_data(
            lines=shown,
            wanted=wanted,
            signed=signed,
            waiting=len(lines) - signed,
            actions=[
                Action.to(_("打印签领表"), "members:sign-off-paper", self.record.pk, primary=False, download=True)
            ],
            trail=audit.trail_of(self.record)[:TRAIL_LENGTH],
            **kwargs,
        )


class SignOffPaperView(PaperPage):
    """The sheet to sign on paper."""

    permission, rule = signed_in, keeps_sign_off
    model = SignOffSheet

    def get_document(self) -> Document:
        """The lines as a ruled table."""
        return sign_off_sheet(self.record, lines_of_sheet(self.record))


class SignOffLineMove(TransitionPage):
    """Something noted on one line by the keeper."""

    permission = signed_in
    model = SignOffLine
    template_name = "office/form.html"

    def get_queryset(self) -> Any:
        """With person and sheet."""
        return super().get_queryset().select_related("member", "sheet")

    def get_crumbs(self) -> list[Crumb]:
        """To the sheet."""
        sheet = self.record.sheet
        return [source_crumb(sheet, self.request.user), Crumb(str(sheet), sheet.get_absolute_url())]


class RecordProxyView(SignOffLineMove):
    """A colleague took it along."""

    rule = may_record_proxy
    form_class = RecordProxyForm
    title, button = _("登记代领"), _("登记代领")
    done = _("代领已登记。")


class RevokeSignOffView(SignOffLineMove):
    """Noted by mistake."""

    rule = may_revoke_sign_off
    form_class = RevokeSignOffForm
    title, button = _("撤销签领"), _("撤销签领")
    done = _("签领已撤销。")


class OwnSignOffView(FormPage):
    """One's own line of a sheet: what one gets, and the button that signs for it."""

    permission = has_own_record
    form_class = SignOffOwnForm
    template_name = "members/sign_off_own.html"
    button = _("确认领到并签收")

    def prepare(self) -> None:
        """There is a line only for who is to get something."""
        own = SignOffLine.objects.filter(sheet=self.kwargs["pk"], member=self.request.user.member_id)
        self.line = own.select_related("sheet", "member", "taken_by").first()
        if self.line is None:
            raise Http404

    def get_title(self) -> str:
        """What is handed out."""
        return str(self.line.sheet)

    def get_form_kwargs(self) -> dict[str, Any]:
        """One's own line."""
        return {"record": self.line}

    def get_success_url(self, record: SignOffLine) -> str:
        """The same page, which now says that it is done."""
        return reverse("members:sign-off-own", args=[record.sheet_id])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The line."""
        return super().get_context_data(line=self.line, **kwargs)
