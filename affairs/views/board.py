"""The board itself: open to everybody, and so careful with what it lets anybody find out."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import Sphere
from affairs.filters import BoardFilter
from affairs.models import Disclosure
from affairs.papers import disclosure_paper
from affairs.selectors import board_of, category_counts
from unionoffice.attachments import attachments_of
from unionoffice.documents import render_html
from unionoffice.pages import Page

PAGE_SIZE = 20
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
        """The page; a stranger's may be kept for a moment by whoever stands between, a colleague's by nobody else."""
        response = TemplateResponse(self.request, template, self.get_context_data(**context))
        if self.request.user.is_authenticated:
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
        return response


class BoardView(BoardPage):
    """What is on the board, the newest first; by words, sphere, category and year."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of it. What can't be understood of the address is left aside."""
        board = board_of(request.user)
        chosen = BoardFilter(request.GET, queryset=board)
        found = chosen.qs if chosen.is_valid() else board
        categories = category_counts(board)
        return self.shown(
            "affairs/board/list.html",
            page=Paginator(found.defer("body"), PAGE_SIZE).get_page(request.GET.get("page")),
            chosen=chosen.form.cleaned_data if chosen.is_valid() else {},
            categories=categories,
            total=sum(count for _category, count in categories),
            spheres=Sphere,
            years=[day.year for day in board.dates("published_on", "year", order="DESC")],
        )


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
                return self.shown("affairs/board/item.html", versions=versions, **posted(disclosure))
        raise Http404

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
