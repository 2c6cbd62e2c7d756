"""Pages of the characters whose strokes the office entered itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice import strokes
from unionoffice.administration.forms import RemoveStrokesForm, StrokesForm
from unionoffice.administration.permissions import keeps_settings, opens_settings
from unionoffice.administration.views.entrance import SettingMove, settings_crumb
from unionoffice.areas import areas
from unionoffice.pages import Action, Crumb, FormPage, Page
from unionoffice.strokes import StrokeOrder


def strokes_crumbs() -> list[Crumb]:
    """The way back to the characters."""
    return [settings_crumb(), Crumb(str(StrokesView.title), reverse("settings:strokes"))]


class StrokesView(Page):
    """Characters that wait for their strokes, and those that have them from here."""

    permission = opens_settings
    title = _("姓名笔顺")

    def get_crumbs(self) -> list[Crumb]:
        """To the entrance."""
        return [settings_crumb()]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The names of every area are looked through."""
        names = (name for area in areas() if area.names for name in area.names.in_use())
        may_keep = keeps_settings.test(request.user)
        context = self.get_context_data(
            lacking=strokes.lacking(names),
            orders=StrokeOrder.objects.all(),
            may_keep=may_keep,
            actions=[Action.to(_("填写笔顺"), "settings:strokes-enter")] if may_keep else [],
        )
        return TemplateResponse(request, "unionoffice/strokes.html", context)


class EnterStrokesView(FormPage):
    """How a character is written."""

    permission = keeps_settings
    title = _("填写笔顺")
    form_class = StrokesForm
    done = _("已保存，名单已按新的笔顺排列。")

    def get_crumbs(self) -> list[Crumb]:
        """To the characters."""
        return strokes_crumbs()

    def get_form_kwargs(self) -> dict[str, Any]:
        """The character that the list led here for, with what is known of it."""
        character = self.request.GET.get("character", "")[:1]
        known = strokes.own_orders().get(character) or strokes.table().get(character, "")
        return {"initial": {"character": character, "strokes": known}}


class RemoveStrokesView(SettingMove):
    """Back to the table's strokes, or to none."""

    permission = keeps_settings
    model = StrokeOrder
    form_class = RemoveStrokesForm
    title, button = _("删除笔顺"), _("删除")
    done = _("已删除，名单已重新排列。")

    def get_crumbs(self) -> list[Crumb]:
        """To the characters."""
        return strokes_crumbs()

    def get_question(self) -> str:
        """What becomes of names with it."""
        return _("删除后，含有“%(character)s”的姓名会重新排列。删除？") % {"character": self.record.character}
