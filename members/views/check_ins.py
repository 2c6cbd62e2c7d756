"""Checking in: what people see on their phones in the hall."""

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.forms import CheckInByCodeForm, CheckInForm
from members.models import Attendance, Gathering
from members.permissions import has_own_record
from members.selectors import gathering_of_token
from unionoffice.pages import FormPage, Page
from unionoffice.roles import anyone

PASS = "check_in"  # noqa: S105 -- the name of a place in the session
PASS_LASTS = timedelta(minutes=10)
"""From the scan until the button is pressed: time enough to sign in on a phone."""


class ScanView(Page):
    """Where the QR code leads, also who hasn't signed in yet.

    The code is short-lived, signing in takes a while: a scan in time is remembered in this browser's session, and
    only that lets somebody check in. An address that is passed on to others is worth nothing a moment later.
    """

    permission = anyone
    title = _("二维码已经更换")

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Remember the scan and lead on, or ask for another."""
        now = timezone.now()
        gathering = gathering_of_token(token, now)
        if gathering is None:
            return TemplateResponse(request, "members/check_in_stale.html", self.get_context_data(), status=404)
        request.session[PASS] = {**request.session.get(PASS, {}), str(gathering.pk): now.isoformat()}
        return HttpResponseRedirect(reverse("members:check-in-own", args=[gathering.pk]))


class OwnCheckInView(FormPage):
    """One button for who scanned the code just now; 已签到 for who pressed it."""

    permission = has_own_record
    form_class = CheckInForm
    template_name = "members/check_in.html"
    button = _("签到")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A phone that scanned nothing is told so."""
        self.gathering = Gathering.objects.filter(pk=kwargs["pk"]).first()
        return super().dispatch(request, *args, **kwargs)

    def prepare(self) -> None:
        """What is known of this person there."""
        if self.gathering is None:
            raise Http404
        mine = Attendance.objects.present().filter(gathering=self.gathering, member=self.request.user.member_id)
        self.attendance = mine.first()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The button, or the end."""
        self.prepare()
        return super().get(request, *args, **kwargs) if self.may_go_on() else self.ask_to_scan()

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Check in."""
        self.prepare()
        return super().answer(request) if self.may_go_on() else self.ask_to_scan()

    def may_go_on(self) -> bool:
        """Whether the code was scanned here a moment ago, or nothing is left to do."""
        scanned = self.request.session.get(PASS, {}).get(str(self.gathering.pk))
        fresh = scanned is not None and timezone.now() - datetime.fromisoformat(scanned) < PASS_LASTS
        return fresh or self.attendance is not None

    def ask_to_scan(self) -> HttpResponse:
        """What to do instead."""
        context = self.get_context_data()
        return TemplateResponse(self.request, "members/check_in_unscanned.html", context, status=403)

    def get_title(self) -> str:
        """What one checks in to; whoever wasn't there isn't told what there was."""
        return str(self.gathering) if self.may_go_on() else _t("签到")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Where."""
        return {"record": self.gathering}

    def get_success_url(self, record: Attendance) -> str:
        """The same page, which now says that it is done."""
        return reverse("members:check-in-own", args=[record.gathering_id])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where, and whether it is done."""
        return super().get_context_data(
            **{"gathering": self.gathering, "attendance": self.attendance} | kwargs,
        )


class CheckInByCodeView(FormPage):
    """For who can't scan: the digits from the screen, typed."""

    permission = has_own_record
    title, button = _("输入签到码"), _("签到")
    form_class = CheckInByCodeForm
    template_name = "members/check_in_code.html"

    def get_success_url(self, record: Attendance) -> str:
        """The page that says that it is done, and where."""
        return reverse("members:check-in-own", args=[record.gathering_id])
