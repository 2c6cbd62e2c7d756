"""Pages of requests for extraordinary sessions."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.filters import SessionRequestFilter
from congress.forms.session_requests import (
    CallSessionForm,
    LinkSessionForm,
    SessionRequestForm,
    WithdrawRequestForm,
)
from congress.models import RequestSigner, SessionRequest
from congress.selectors import enough_of
from congress.tables import SessionRequestTable, request_badge
from congress.views.records import AREA, NewRecord, sessions_crumb
from unionoffice.pages import Badge, Crumb, Fact, ListPage, RecordPage, Step, TransitionPage


def requests_crumbs() -> list[Crumb]:
    """The way back to the requests."""
    return [sessions_crumb(), Crumb(_("临时会议提议"), reverse("congress:session-request-list"))]


class SessionRequestListView(ListPage):
    """Who asked for a session between the ordinary ones, and what became of it."""

    permission = permissions.is_staff
    area = AREA
    title = _("临时会议提议")
    model = SessionRequest
    table = SessionRequestTable
    filter_class = SessionRequestFilter
    main_action = (_("登记提议"), "congress:session-request-create", permissions.keeps_congress)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class SessionRequestDetailView(RecordPage):
    """One request, with the arithmetic of those who ask."""

    permission = permissions.is_staff
    area = AREA
    model = SessionRequest
    select_related = ("term", "session__term")
    steps = (
        Step(_("安排会议"), "congress:session-request-call", permissions.may_settle_request),
        Step(_("对应已登记的会议"), "congress:session-request-link", permissions.may_settle_request, primary=False),
        Step(_("撤回提议"), "congress:session-request-withdraw", permissions.may_settle_request, primary=False),
    )

    def get_badge(self) -> Badge:
        """What became of it."""
        return request_badge(self.record)

    def get_crumbs(self) -> list[Crumb]:
        """To the others."""
        return requests_crumbs()

    def get_facts(self) -> list[Fact]:
        """Who asks, why, and whether they are enough."""
        request = self.record
        facts = [
            Fact(_("届"), request.term, request.term.get_absolute_url()),
            Fact(_("提议方"), request.get_asked_by_display()),
            Fact(_("提议日期"), request.asked_on),
            Fact(_("事由"), request.reason),
        ]
        if request.voters:
            share = _("%(count)d名联名，当日%(people)s%(voters)d名，至少要%(needed)d名") % {
                "people": request.term.voters_named,
                "count": request.count,
                "voters": request.voters,
                "needed": enough_of(request.voters),
            }
            facts.append(Fact(_("联名代表"), share))
            seen = RequestSigner.objects.visible_to(self.request.user).filter(request=request)
            if names := "、".join(signer.member.name for signer in seen.select_related("member")):
                facts.append(Fact(_("联名名单"), names))
        if request.session:
            facts.append(Fact(_("会议"), request.session.printed_name, request.session.get_absolute_url()))
        return [*facts, Fact(_("撤回原因"), request.answer)] if request.answer else facts


class CreateSessionRequestView(NewRecord):
    """Somebody asks."""

    title = _("登记提议")
    form_class = SessionRequestForm

    def get_crumbs(self) -> list[Crumb]:
        """To the others."""
        return requests_crumbs()


class SettleRequestView(TransitionPage):
    """What becomes of a request."""

    permission = permissions.keeps_congress
    rule = permissions.may_settle_request
    area = AREA
    model = SessionRequest

    def get_queryset(self) -> Any:
        """With its term."""
        return super().get_queryset().select_related("term")

    def get_crumbs(self) -> list[Crumb]:
        """To the request."""
        return [*requests_crumbs(), Crumb(_("提议"), self.record.get_absolute_url())]


class CallSessionView(SettleRequestView):
    """The session that was asked for."""

    title = _("安排临时会议")
    template_name = "office/form.html"
    form_class = CallSessionForm
    button = _("安排会议")
    done = _("会议已登记，筹备清单已生成。")


class LinkSessionView(SettleRequestView):
    """The session that came of it is on record already."""

    title = _("对应已登记的会议")
    template_name = "office/form.html"
    form_class = LinkSessionForm
    button = _("对应这次会议")
    done = _("已对应。")


class WithdrawRequestView(SettleRequestView):
    """Nobody asks any longer."""

    title = _("撤回提议")
    form_class = WithdrawRequestForm
    button = _("撤回提议")
    done = _("提议已撤回。")
