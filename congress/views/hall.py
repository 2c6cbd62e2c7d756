"""The hall: the screen that everybody sees, and cards scanned at the door."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.forms.sittings import ScanForm
from congress.models import Sitting
from congress.selectors import (
    current_item,
    delegate_of_card,
    door_of,
    hall_of_screen,
    quorums,
    sittings_at_the_door,
    where_is,
)
from congress.views.records import AREA, sessions_crumb
from members.selectors import check_in_code, check_in_token
from unionoffice.pages import Crumb, FormPage, Page
from unionoffice.qrcodes import qr_svg


class SittingScreenView(Page):
    """大屏幕: who meets, how many are there, and the code to check in; once opened, which item is on.

    Only for who leads the sitting: whoever sees the code can check in. The part that changes is asked for every few
    seconds and costs a handful of small statements. Nobody's name stands on it but that of who reports.
    """

    permission = permissions.is_staff
    title = _("会议大屏幕")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The whole screen, or the part that changes."""
        together = self._hall(pk)
        lead = together[0]
        template = "congress/sittings/_screen.html" if request.htmx else "congress/sittings/screen.html"
        context = {"sitting": lead, "title": lead.hall_title, **self._numbers(together)}
        context |= self._item(lead) if lead.has_opened else self._door(lead)
        response = TemplateResponse(request, template, context)
        response["Cache-Control"] = "no-store"
        return response

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whom the page isn't for is told so whatever they send."""
        self._hall(kwargs["pk"])
        return super().http_method_not_allowed(request, *args, **kwargs)

    def _hall(self, pk: int) -> list[Sitting]:
        together = hall_of_screen(self.request.user, pk)
        if not together:
            raise Http404
        if not permissions.leads_sitting.test(self.request.user, together[0]):
            raise PermissionDenied
        return together

    def _numbers(self, together: list[Sitting]) -> dict[str, Any]:
        found = quorums(together)
        return {"quorums": found, "joint": bool(found[1:]), "is_met": all(one.is_met for one in found)}

    def _door(self, lead: Sitting) -> dict[str, Any]:
        """The code to check in, while people can."""
        door = door_of(lead)
        if door is None or not door.is_open:
            return {}
        now = timezone.now()
        path = reverse("members:check-in-scan", args=[check_in_token(door, now)])
        return {"qr_code": qr_svg(self.request.build_absolute_uri(path)), "code": check_in_code(door, now)}

    def _item(self, lead: Sitting) -> dict[str, Any]:
        """What the session is at, with what became of it once that is said."""
        return {"item": current_item(lead.session) if lead.session else None}


def led_today(user: Any, on: date) -> list[Sitting]:
    """Sittings of today where this person keeps attendance, which is being kept."""
    return [one for one in sittings_at_the_door(on) if permissions.leads_sitting.test(user, one)]


class ScannerView(Page):
    """扫代表证: the phone's camera reads card after card; without one the code of the card opens the same page."""

    permission = permissions.scans_cards
    area = AREA
    title = _("扫代表证")

    def get(self, request: HttpRequest) -> HttpResponse:
        """For who keeps attendance at one of today's sittings."""
        context = self.get_context_data(sittings=led_today(request.user, self.on))
        return TemplateResponse(request, "congress/sittings/scanner.html", context)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class ScanCardView(FormPage):
    """Whose card it is, and one button that says that they are here."""

    permission = permissions.scans_cards
    area = AREA
    title, button = _("代表证登记到会"), _("登记到会")
    form_class = ScanForm
    template_name = "congress/sittings/scan.html"
    done = _("已登记到会。")

    def prepare(self) -> None:
        """Whose card, and at which sitting of today."""
        led = led_today(self.request.user, self.on)
        self.delegate = delegate_of_card(self.kwargs["key"], self.on)
        if self.delegate is None:
            raise Http404
        self.sitting = next((one for one in led if one.meets_for(self.delegate.term_id)), None)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Who, where."""
        return {"delegate": self.delegate, "sitting": self.sitting}

    def get_success_url(self, _record: Any) -> str:
        """The same page, which now says that it is done."""
        return self.request.path

    def get_crumbs(self) -> list[Crumb]:
        """To the camera."""
        return [sessions_crumb(), Crumb(_("扫代表证"), reverse("congress:sitting-scanner"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Who it is, and whether they are here already."""
        standing = where_is(self.sitting, self.delegate.member_id) if self.sitting else None
        return super().get_context_data(delegate=self.delegate, sitting=self.sitting, standing=standing, **kwargs)
