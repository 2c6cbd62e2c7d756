"""The board itself: open to everybody, and so careful with what it lets anybody find out."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import permissions, services
from affairs.enums import ChannelKind, Sphere
from affairs.filters import BoardFilter
from affairs.models import BoardVisit, Disclosure, DisclosureQuerySet, channels_for
from affairs.papers import disclosure_paper
from affairs.selectors import (
    Changes,
    board_of,
    changes_between,
    excerpted,
    months_of,
    open_notices,
    questions_under,
    reads_of,
    shelves_of,
    visit_of,
)
from unionoffice.attachments import attachments_of
from unionoffice.documents import render_html
from unionoffice.pages import Page

PAGE_SIZE = 20

PAPER_CHANNELS = (ChannelKind.BOARD, ChannelKind.WALL, ChannelKind.SCREEN)
"""Where one reads by walking there."""

MOST_CHANNELS = 6

KEPT = ("category", "item", "sphere", "year", "month", "new")
"""What a search keeps of what was chosen before."""

SECONDS_KEPT = 60
"""How long a stranger's copy may be shown again: what is taken down is gone within a minute."""


class BoardPage(Page):
    """A page that strangers read in the school's own frame, and staff inside their office."""

    permission = permissions.reads_board
    area = "affairs"
    title = _("公开栏")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Which frame goes around it."""
        inside = self.request.user.is_authenticated
        return super().get_context_data(frame="base.html" if inside else "affairs/board/outside.html", **kwargs)

    def shown(self, template: str, **context: Any) -> HttpResponse:
        """The page, and how long it may be kept."""
        return kept(TemplateResponse(self.request, template, self.get_context_data(**context)), self.request)


def kept(response: HttpResponseBase, request: HttpRequest) -> Any:
    """A stranger's page may be kept for a moment by whoever stands between, a colleague's by nobody else."""
    if request.user.is_authenticated:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    return response


class BoardView(BoardPage):
    """What is on the board, the newest first: by words, sphere, catalogue and month, and what is new to whom."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of it. What can't be understood of the address is left aside."""
        board, visit = board_of(request.user), visit_of(request.user)
        chosen = BoardFilter(request.GET, queryset=board)
        found, asked = (chosen.qs, chosen.form.cleaned_data) if chosen.is_valid() else (board, {})
        only_new = visit is not None and "new" in request.GET
        shelves, months = shelves_of(board), months_of(board)
        page = self.get_page(found.filter(visit.new()) if visit and only_new else found, visit)
        return self.shown(
            "affairs/board/list.html",
            page=page,
            chosen=asked,
            only_new=only_new,
            new_count=board.filter(visit.new()).count() if visit else 0,
            shelves=shelves,
            total=sum(shelf.count for shelf in shelves),
            spheres=Sphere,
            years=sorted({month.year for month in months}, reverse=True),
            months=[month for month in months if month.year == asked.get("year")],
            kept=[(name, value) for name, value in request.GET.items() if name in KEPT],
            **(self.get_front() if not request.GET else {}),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """全部看过: a colleague knows all that hangs there now."""
        if not permissions.reads_whole_board.test(request.user):
            return redirect_to_login(reverse("affairs:board"))
        services.mark_all_seen(request.user, at=timezone.now())
        messages.success(request, _t("已全部标为看过。"))
        return HttpResponseRedirect(reverse("affairs:board"))

    def get_front(self) -> dict[str, Any]:
        """What stands on the front page alone: what can be objected to, and for colleagues where paper hangs."""
        user = self.request.user
        inside = permissions.reads_channels.test(user)
        return {
            "notices": open_notices(user, self.on),
            "channels": channels_for(self.on).filter(kind__in=PAPER_CHANNELS)[:MOST_CHANNELS] if inside else [],
        }

    def get_page(self, found: DisclosureQuerySet, visit: BoardVisit | None) -> Any:
        """Some of what was found, each saying whether it is new to this reader."""
        page = Paginator(excerpted(found), PAGE_SIZE).get_page(self.request.GET.get("page"))
        for disclosure in page.object_list:
            disclosure.is_new = visit is not None and visit.is_new(disclosure)
        return page


class BoardItemView(BoardPage):
    """One matter in its newest version, under an address that stays the same.

    What isn't there, isn't public yet, came down, or isn't for this reader: all answer alike.
    """

    def get(self, request: HttpRequest, sphere: str, number: str, edition: int | None = None) -> HttpResponse:
        """Show it."""
        versions = list(versions_of(request.user, sphere, number))
        for disclosure in versions:
            if disclosure.edition == edition or (edition is None and disclosure is versions[0]):
                self.disclosure = disclosure
                told = {**self.told(), **posted(disclosure), "changes": self.get_changes(versions)}
                return self.shown("affairs/board/item.html", versions=versions, **told)
        raise Http404

    def get_changes(self, versions: list[Disclosure]) -> Changes | None:
        """For colleagues, what a correction changed in the version before it."""
        earlier = [one for one in versions if one.pk == self.disclosure.corrects_id]
        if not earlier or not permissions.reads_whole_board.test(self.request.user):
            return None
        return changes_between(earlier[0], self.disclosure)

    def told(self) -> dict[str, Any]:
        """What was asked about it, and for those who keep the board how often it was read."""
        user = self.request.user
        reads = reads_of(self.disclosure) if permissions.keeps_board.test(user) else None
        return {"questions": questions_under(self.disclosure, user), "reads": reads}

    def get_title(self) -> str:
        """Its own."""
        return self.disclosure.title


class BoardVersionView(BoardItemView):
    """One version of it: what was corrected stays to be read, and says so."""


def versions_of(user: Any, sphere: str, number: str) -> Any:
    """The versions under a printed number that this reader may read, the newest first."""
    rows = Disclosure.objects.readable_by(user).numbered(sphere, number)
    return rows.select_related("item__department").order_by("-edition")


def posted(disclosure: Disclosure) -> dict[str, Any]:
    """What `_posted.html` shows of a disclosure, on the board as in the preview before it."""
    return {
        "disclosure": disclosure,
        "text": render_html(disclosure_paper(disclosure)),
        "files": attachments_of(disclosure).filter(sensitive=False),
    }
