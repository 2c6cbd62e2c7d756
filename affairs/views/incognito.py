"""What pages that don't know who asks have in common, whatever is written there."""

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from unionoffice.pages import Page
from unionoffice.roles import anyone


@method_decorator(csrf_exempt, name="dispatch")
class IncognitoPage(Page):
    """A page for nobody in particular.

    It stands below `INCOGNITO_PATHS`, where cookies, address and device are taken off the request before anything
    sees them. It writes no trail, no session and no notice, and says so with 200 where other pages answer 422: what
    a server logs by itself of a refused form is its time.
    """

    permission = anyone

    def shown(self, template: str, **context: Any) -> HttpResponse:
        """The page."""
        return TemplateResponse(self.request, f"affairs/{template}.html", self.get_context_data(**context))
