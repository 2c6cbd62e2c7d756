"""The board on a screen in the hall, and as a feed: both tell what strangers may know, whoever set them up."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.safestring import SafeString
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs import permissions
from affairs.enums import Category, Sphere
from affairs.models import Disclosure
from affairs.papers import board_address, disclosure_paper
from affairs.selectors import board_of, open_notices
from affairs.views.board import kept
from unionoffice.documents import render_html
from unionoffice.pages import Page
from unionoffice.profiles import school
from unionoffice.qrcodes import qr_svg

ON_SCREEN, IN_FEED = 30, 50
"""Disclosures, the newest."""

SUMMARY = 200
"""Characters of a text in the feed."""

SECONDS = 20
"""How long a page of the screen stands unless the address says otherwise: 200 characters are read in that time."""


class ScreenForm(forms.Form):
    """How somebody wants the screen: what of the board, and how fast. What can't be understood is left aside."""

    category = forms.ChoiceField(choices=Category.choices, required=False)
    sphere = forms.ChoiceField(choices=Sphere.choices, required=False)
    seconds = forms.IntegerField(min_value=5, max_value=300, required=False)


@dataclass(frozen=True)
class Slide:
    """One matter on the screen."""

    disclosure: Disclosure
    text: SafeString
    code: SafeString


class BoardScreenView(Page):
    """Turns by itself through what is public. The script asks for it again and takes over what has changed."""

    permission = permissions.reads_board
    title = gettext_lazy("公开栏大屏")

    def get(self, request: HttpRequest) -> HttpResponse:
        """All slides at once, so that they go on when the network is away; what can be objected to comes first."""
        form = ScreenForm(request.GET)
        form.is_valid()
        chosen = form.cleaned_data
        rows = strangers_board()
        for name in ("category", "sphere"):
            rows = rows.filter(**{name: chosen[name]}) if chosen.get(name) else rows
        context = {
            "notices": [one for one in open_notices(AnonymousUser(), self.on) if not one.is_over],
            "slides": [slide_of(disclosure) for disclosure in rows[:ON_SCREEN]],
            "seconds": chosen.get("seconds") or SECONDS,
            "board_code": qr_svg(f"{settings.SITE_URL}{reverse('affairs:board')}"),
        }
        return kept(TemplateResponse(request, "affairs/board/screen.html", self.get_context_data(**context)), request)


class BoardFeedView(Page):
    """Atom, for readers and for the school's site: titles and how the texts begin."""

    permission = permissions.reads_board

    def get(self, request: HttpRequest) -> HttpResponse:
        """The newest of what is for everybody."""
        feed = Atom1Feed(
            title=_("%(school)s公开栏") % {"school": school().name},
            link=f"{settings.SITE_URL}{reverse('affairs:board')}",
            description=None,
            language=settings.LANGUAGE_CODE,
            feed_url=f"{settings.SITE_URL}{request.path}",
        )
        for disclosure in strangers_board()[:IN_FEED]:
            feed.add_item(**entry_of(disclosure))
        return kept(HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type), request)


def strangers_board() -> QuerySet[Disclosure]:
    """What hangs there for everybody, the newest first."""
    return board_of(AnonymousUser())


def slide_of(disclosure: Disclosure) -> Slide:
    """A matter with its text and the code that leads to it."""
    return Slide(disclosure, render_html(disclosure_paper(disclosure)), qr_svg(board_address(disclosure)))


def entry_of(disclosure: Disclosure) -> dict[str, Any]:
    """A matter as a feed tells it; a disclosure knows its day and no hour."""
    day = make_aware(datetime.combine(disclosure.published_on or disclosure.drafted_on, time.min))
    return {
        "title": disclosure.title,
        "link": board_address(disclosure),
        "unique_id": f"{board_address(disclosure)}#{disclosure.edition}",
        "description": disclosure.words[:SUMMARY],
        "categories": [str(disclosure.get_category_display())],
        "pubdate": day,
        "updateddate": day,
    }
