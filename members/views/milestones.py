"""Milestones month by month, on paper, and as a calendar to subscribe to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.enums import KINDS_OF, MilestoneFamily
from members.forms import CalendarKeyForm, EndCalendarKeyForm
from members.models import CalendarKey
from members.papers import milestone_sheet
from members.permissions import opens_milestones, sees_milestones
from members.selectors import Milestone, calendar_account, milestones_for
from members.tables import MilestoneTable
from unionoffice.anniversaries import month_end, months_after
from unionoffice.calendars import CALENDAR, Occasion, calendar_file
from unionoffice.pages import XLSX, Crumb, FormPage, Page, file_response, paper_response
from unionoffice.pages.lists import PAGE_SIZE
from unionoffice.profiles import school
from unionoffice.qrcodes import qr_svg
from unionoffice.roles import anyone
from unionoffice.sheets import write_workbook

FIRST_YEAR, LAST_YEAR = 2000, 2099
MONTHS_AHEAD = 15
"""How far a calendar reaches: over the next year whenever it is read."""


@dataclass(frozen=True)
class Tab:
    """A family of milestones, with how many the month has of it; empty for all of them."""

    family: str
    label: str
    count: int


class MilestonePage(Page):
    """The milestones of one month, of all families or of one; this month where none is asked for."""

    permission = opens_milestones
    area = "members"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Which month, and which family."""
        super().setup(request, *args, **kwargs)
        self.month = _month(request.GET.get("month", "")) or self.on.replace(day=1)
        wanted = request.GET.get("kind", "")
        self.family = MilestoneFamily(wanted) if wanted in MilestoneFamily.values else None

    def get_title(self) -> str:
        """With the month, and the family where one is chosen."""
        what = self.family.label if self.family else _t("纪念日")
        return _t("%(year)s年%(month)s月%(what)s") % {
            "year": self.month.year,
            "month": self.month.month,
            "what": what,
        }

    def everything(self) -> list[Milestone]:
        """All that the user may know of the month."""
        return milestones_for(self.request.user, self.month, month_end(self.month), on=self.on, places=True)

    def chosen(self, found: Sequence[Milestone]) -> list[Milestone]:
        """Those of the family."""
        return [one for one in found if self.family is None or one.kind in KINDS_OF[self.family]]


class MilestoneListView(MilestonePage):
    """The month, day by day."""

    title = _("纪念日")

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of it, or all of it as a workbook."""
        found = self.everything()
        chosen = self.chosen(found)
        if request.GET.get("export") == "xlsx":
            return self.get_workbook(chosen)
        page = Paginator(chosen, PAGE_SIZE).get_page(request.GET.get("page"))
        context = self.get_context_data(
            page=page,
            rows=MilestoneTable.rows(list(page.object_list)),
            columns=MilestoneTable.columns,
            tabs=self.get_tabs(found),
            family=self.family or "",
            month=self.month,
            before=_shown(months_after(self.month, -1)),
            after=_shown(months_after(self.month, 1)),
            tells_ages=sees_milestones.test(request.user),
        )
        return TemplateResponse(request, "members/milestone_list.html", context)

    def get_tabs(self, found: Sequence[Milestone]) -> list[Tab]:
        """All, then each family; who is told of birthdays alone has nothing to choose from."""
        if not sees_milestones.test(self.request.user):
            return []
        families = [
            Tab(family, str(family.label), sum(one.kind in kinds for one in found))
            for family, kinds in KINDS_OF.items()
        ]
        return [Tab("", _t("全部"), len(found)), *families]

    def get_workbook(self, chosen: Sequence[Milestone]) -> HttpResponse:
        """The list as it is on the page."""
        columns = MilestoneTable.columns
        head = [column.label for column in columns]
        content = write_workbook(
            head, MilestoneTable.values(chosen, columns), sheet=_t("名单"), title=self.get_title()
        )
        return file_response(content, name=f"{self.get_title()}.xlsx", content_type=XLSX)


class MilestonePaperView(MilestonePage):
    """The month's list to hang up in the office or to take along."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Print it."""
        title = _t("%(title)s名单") % {"title": self.get_title()}
        return paper_response(milestone_sheet(title, self.chosen(self.everything())), "pdf")


def milestone_crumbs() -> list[Crumb]:
    """The way back to the list."""
    return [Crumb(str(_("纪念日")), reverse("members:milestone-list"))]


class CalendarKeyView(FormPage):
    """How to subscribe, and the button that makes the address. It is shown in the answer, once."""

    permission = opens_milestones
    area = "members"
    title = _("订阅日历")
    form_class = CalendarKeyForm
    template_name = "members/calendar_key.html"
    token = ""

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return milestone_crumbs()

    def get_success_url(self, record: str) -> str:
        """This page; the secret stays out of every address but its own."""
        self.token = record
        return self.request.path

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page with the new address instead of a way on: nothing keeps it until the next request."""
        response = super().answer(request)
        return self.show_address() if self.token else response

    def show_address(self) -> HttpResponse:
        """The address to copy and to scan."""
        url = self.request.build_absolute_uri(reverse("members:calendar-file", args=[self.token]))
        phone_url = url.replace(urlsplit(url).scheme, "webcal", 1)
        context = self.get_context_data(
            form=self.get_form(),
            button=self.get_button(),
            address=url,
            phone_url=phone_url,
            qr_code=qr_svg(phone_url),
        )
        response = TemplateResponse(self.request, self.template_name, context)
        response["Cache-Control"] = "no-store"
        return response

    def get_button(self) -> str:
        """What pressing it does."""
        return _t("更换订阅地址") if self.get_key() else _t("生成订阅地址")

    def get_key(self) -> CalendarKey | None:
        """Whether there is an address."""
        return CalendarKey.objects.visible_to(self.request.user).first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether there is an address, and what the button does."""
        return super().get_context_data(**{**kwargs, "key": self.get_key(), "button": self.get_button()})


class EndCalendarKeyView(FormPage):
    """The address leads nowhere any more."""

    permission = opens_milestones
    area = "members"
    title, button = _("停用订阅地址"), _("停用地址")
    done = _("订阅地址已停用。")
    form_class = EndCalendarKeyForm
    template_name = "office/transition.html"

    def get_crumbs(self) -> list[Crumb]:
        """To the page of the address."""
        return [*milestone_crumbs(), Crumb(str(_("订阅日历")), reverse("members:calendar-key"))]

    def get_success_url(self, record: None) -> str:  # noqa: ARG002 -- there is none any more
        """Back to where a new one can be made."""
        return reverse("members:calendar-key")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What will happen."""
        question = _t("停用后，手机和电脑上订阅的日历不再更新。停用订阅地址？")
        return super().get_context_data(question=question, **kwargs)


class CalendarFileView(Page):
    """The calendar of whoever holds the address: what that account may see today, by name and kind alone."""

    permission = anyone

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """For the subscriber alone, whoever asks."""
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-cache"
        return response

    def get(self, _request: HttpRequest, token: str) -> HttpResponse:
        """The file; nothing there where the address has ended or the account has lost the right."""
        account = calendar_account(token)
        if account is None or not opens_milestones.test(account):
            raise Http404
        start = self.on.replace(day=1)
        end = months_after(start, MONTHS_AHEAD) - timedelta(days=1)
        content = calendar_file(
            _t("%(school)s工会纪念日") % {"school": school().short_name},
            (_occasion(one) for one in milestones_for(account, start, end, on=self.on)),
            host=urlsplit(settings.SITE_URL).hostname or "",
            at=timezone.now(),
        )
        return HttpResponse(content, content_type=CALENDAR)


def _occasion(milestone: Milestone) -> Occasion:
    uid = f"{milestone.kind}-{milestone.pk}-{milestone.day:%Y%m%d}"
    return Occasion(uid, milestone.day, f"{milestone.member.name}{milestone.kind.label}")


def _month(text: str) -> date | None:
    """The first day of a month written as 2026-03."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if FIRST_YEAR <= month.year <= LAST_YEAR else None


def _shown(day: date) -> str:
    return f"{day:%Y-%m}"
