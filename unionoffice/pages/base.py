"""What all pages share: who may open them, the day it is, their title and the way back."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import rules
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_urlconf, reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import ContextMixin, View

from unionoffice.areas import areas
from unionoffice.doors import OFFICE_DOORS
from unionoffice.inbox.models import Notice
from unionoffice.profiles import school

MANY_UNREAD = 100
"""Beyond that the top bar counts no further."""


@dataclass(frozen=True)
class Crumb:
    """A step on the way back."""

    label: str
    url: str


class Page(ContextMixin, View):
    """A view that says who may open it. A stranger is asked to sign in; anyone else without the right gets 403."""

    permission: ClassVar[rules.Predicate]
    title: ClassVar[str | Promise] = ""
    area: ClassVar[str] = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Ask what day it is, once: everything below is told."""
        super().setup(request, *args, **kwargs)
        self.on = timezone.localdate()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Open the page only to those who may; nobody between keeps a copy of what is shown inside."""
        if not self.permission.test(request.user):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated:
            response.setdefault("Cache-Control", "private, no-cache")
        return response

    def get_title(self) -> str:
        """The page's heading."""
        return str(self.title)

    def get_crumbs(self) -> list[Crumb]:
        """The way back, outermost first."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Title, way back and the day, for the base template."""
        return super().get_context_data(
            title=self.get_title(), crumbs=self.get_crumbs(), on=self.on, current_area=self.area, **kwargs
        )


@cache
def door_url(url_name: str, _urlconf: str | None) -> str:
    """Where a door leads: looked up once, since every page asks for all of them."""
    return reverse(url_name)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame around every page: the school and the doors that this user may open."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"school": school(), "navigation": []}
    navigation, urlconf = [], get_urlconf()
    corridors = [(area.key, area.label, area.navigation) for area in areas()]
    for key, label, items in (*corridors, ("office", _("管理"), OFFICE_DOORS)):
        doors = [
            {"label": item.label, "url": door_url(item.url_name, urlconf), "icon": item.icon, "thumb": item.thumb}
            for item in items
            if item.permission.test(user)
        ]
        if doors:
            navigation.append({"key": key, "label": label, "doors": doors})
    # Parts of a page have no top bar, and don't count.
    unread = SimpleLazyObject(Notice.objects.visible_to(user).unread()[:MANY_UNREAD].count)
    return {"school": school(), "navigation": navigation, "unread": unread}
