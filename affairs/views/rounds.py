"""A round of approval: the text as the approver read it, with what was said about it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.models import PassageComment
from affairs.selectors import rounds_of
from affairs.views.disclosures import AREA, disclosures_crumb
from affairs.views.passages import commented_text
from unionoffice.pages import Crumb, Page


class DisclosureRoundView(Page):
    """What was handed in, once and for all."""

    permission = permissions.opens_disclosure
    area = AREA

    def get(self, request: HttpRequest, pk: int, round_no: int) -> HttpResponse:
        """Show it to those who see the history of the disclosure."""
        rounds = list(rounds_of(pk, request.user))
        submission = next((one for one in rounds if one.round_no == round_no), None)
        if submission is None:
            raise Http404
        self.submission = submission
        comments = PassageComment.objects.visible_to(request.user).filter(submission=submission)
        text = commented_text(submission.body, list(comments.select_related("made_by")))
        context = self.get_context_data(submission=submission, rounds=rounds, text=text)
        return TemplateResponse(request, "affairs/review/round.html", context)

    def get_title(self) -> str:
        """Which round of what."""
        return str(_("%(round)s：%(title)s") % {"round": self.submission, "title": self.submission.title})

    def get_crumbs(self) -> list[Crumb]:
        """To the disclosure."""
        disclosure = self.submission.disclosure
        return [disclosures_crumb(), Crumb(str(disclosure), disclosure.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the disclosure it belongs to."""
        return super().get_context_data(record=self.submission.disclosure, **kwargs)
