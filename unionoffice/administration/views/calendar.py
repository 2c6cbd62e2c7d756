"""Pages of the school's calendar."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice import holidays
from unionoffice.administration.forms import (
    HolidaysForm,
    RemoveSpanForm,
    RemoveSpecialDayForm,
    SpanForm,
    SpecialDayForm,
)
from unionoffice.administration.permissions import keeps_settings, opens_settings
from unionoffice.administration.views.entrance import SettingMove, settings_crumb
from unionoffice.pages import Action, Crumb, EditPage, FormPage, Page
from unionoffice.school_calendar import SchoolSpan, SpecialDay


def calendar_crumbs() -> list[Crumb]:
    """The way back to the calendar."""
    return [settings_crumb(), Crumb(str(CalendarView.title), reverse("settings:calendar"))]


class CalendarView(Page):
    """Terms, vacations and special days from this school year's on, and what is known of the statutory holidays."""

    permission = opens_settings
    title = _("校历与工作日")

    def get_crumbs(self) -> list[Crumb]:
        """To the entrance."""
        return [settings_crumb()]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Everything that deadlines of today go by."""
        since = date(self.on.year - 1, self.on.month, 1)
        may_keep = keeps_settings.test(request.user)
        context = self.get_context_data(
            spans=SchoolSpan.objects.filter(last_day__gte=since),
            days=SpecialDay.objects.filter(day__gte=since),
            years=holidays.known_years(self.on),
            may_keep=may_keep,
            actions=self.get_actions() if may_keep else [],
        )
        return TemplateResponse(request, "unionoffice/calendar.html", context)

    def get_actions(self) -> list[Action]:
        """What can be added."""
        return [
            Action.to(_("添加学期或假期"), "settings:span-add"),
            Action.to(_("添加特殊日期"), "settings:special-day-add", primary=False),
            Action.to(_("录入法定节假日"), "settings:holidays", primary=False),
        ]


class CalendarForm(FormPage):
    """Something entered into the calendar."""

    permission = keeps_settings
    done = _("校历已更新。以后新定的期限按新校历计算，已经定下的期限不变。")

    def get_crumbs(self) -> list[Crumb]:
        """To the calendar."""
        return calendar_crumbs()


class AddSpanView(CalendarForm):
    """A term or a vacation."""

    title = _("添加学期或假期")
    form_class = SpanForm


class UpdateSpanView(CalendarForm):
    """Other days for a term or a vacation."""

    title, button = _("修改学期或假期"), EditPage.button
    form_class = SpanForm

    def prepare(self) -> None:
        """Find it."""
        self.span = SchoolSpan.objects.filter(pk=self.kwargs["pk"]).first()
        if self.span is None:
            raise Http404

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is about it."""
        return {"instance": self.span}


class AddSpecialDayView(CalendarForm):
    """A day off or worked against its weekday."""

    title = _("添加特殊日期")
    form_class = SpecialDayForm


class CalendarMove(SettingMove):
    """Something taken out of the calendar."""

    permission = keeps_settings
    button = _("删除")
    done = CalendarForm.done

    def get_crumbs(self) -> list[Crumb]:
        """To the calendar."""
        return calendar_crumbs()


class RemoveSpanView(CalendarMove):
    """A term or vacation that was entered by mistake."""

    model = SchoolSpan
    form_class = RemoveSpanForm
    title = _("删除学期或假期")

    def get_question(self) -> str:
        """Which, with its days."""
        span = self.record
        return _("从校历中删除“%(name)s”（%(first)s至%(last)s）？") % {
            "name": span.name,
            "first": span.first_day,
            "last": span.last_day,
        }


class RemoveSpecialDayView(CalendarMove):
    """A special day that was entered by mistake."""

    model = SpecialDay
    form_class = RemoveSpecialDayForm
    title = _("删除特殊日期")

    def get_question(self) -> str:
        """What decides from then on."""
        return _("删除后，%(day)s 按周末和法定节假日的一般安排计算。删除？") % {"day": self.record.day}


class HolidaysView(CalendarForm):
    """A year's statutory holidays: first the plan, then, once it was seen, the writing."""

    title = _("录入法定节假日")
    form_class = HolidaysForm
    template_name = "unionoffice/holidays.html"
    button = _("查看安排")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The year that comes."""
        return {"initial": {"year": self.on.year + 1}}

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Show the plan until just this plan was confirmed."""
        form = self.get_form(request.POST)
        if not form.is_valid() or form.is_confirmed:
            return super().answer(request)
        data = request.POST.copy()
        data["confirmed"] = form.digest
        planned = self.get_form(data)
        planned.is_valid()
        context = self.get_context_data(
            form=planned, button=_("写入校历"), cancel_url=self.get_cancel_url(), plan=planned.plan
        )
        return TemplateResponse(request, self.template_name, context)
