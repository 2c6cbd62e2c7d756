"""The entrance to all that can be set up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice.administration.permissions import opens_settings
from unionoffice.doors import SETTINGS_ROOMS
from unionoffice.pages import Crumb, Page, TransitionPage


def settings_crumb() -> Crumb:
    """The way back to the entrance."""
    return Crumb(str(_("设置")), reverse("settings:entrance"))


class EntranceView(Page):
    """The rooms that this user may enter."""

    permission = opens_settings
    title = _("设置")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them."""
        rooms = [room for room in SETTINGS_ROOMS if room.permission.test(request.user)]
        return TemplateResponse(request, "unionoffice/settings.html", self.get_context_data(rooms=rooms))


class SettingMove(TransitionPage):
    """Something done with one record that has no other readers than those of the settings."""

    def get_queryset(self) -> Any:
        """All of them: who may open the page may see every one."""
        return self.model.objects.all()
