"""Answering a survey, made for a phone: one question a screen, and a clear end.

These pages are no `FormPage`s: a one-use key would keep who sent the form and when. The mark on the roll keeps it
at one answer each, also when the button is pressed twice.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.forms import AnswerSurveyForm
from affairs.models import SurveyPlace
from affairs.selectors import surveys_for
from affairs.views.oversight import AREA
from unionoffice.pages import Crumb, Page
from unionoffice.refusal import Refused


def own_surveys_crumb() -> Crumb:
    """The way back to what one is asked."""
    return Crumb(_("问卷"), reverse("affairs:survey-own"))


class OwnSurveysView(Page):
    """The surveys in which one is asked, those that wait on top."""

    permission = permissions.answers_surveys
    area = AREA
    title = _("问卷")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        places = list(surveys_for(request.user))
        return TemplateResponse(request, "affairs/surveys/own.html", self.get_context_data(places=places))


class AnswerSurveyView(Page):
    """One survey, for who is on its roll: the questions, or the end where they are answered."""

    permission = permissions.answers_surveys
    area = AREA
    title = _("填写问卷")

    def get_place(self) -> SurveyPlace:
        """The user's place on the roll of an open survey; for others it isn't there."""
        place = surveys_for(self.request.user).filter(survey=self.kwargs["pk"]).first()
        if place is None:
            raise Http404
        return place

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The questions, or thanks."""
        self.place = self.get_place()
        if self.place.answered:
            return self.shown("done")
        return self.shown("answer", form=AnswerSurveyForm(survey=self.place.survey))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Hand it in, once; sent again, it leads to the same end."""
        self.place = self.get_place()
        here = self.place.survey.get_answer_url()
        if self.place.answered:
            return HttpResponseRedirect(here)
        form = AnswerSurveyForm(request.POST, survey=self.place.survey)
        if not form.is_valid():
            return self.shown("answer", form=form, status=422)
        try:
            form.save(member_id=self.place.member_id)
        except Refused as refusal:
            messages.info(request, str(refusal))
        return HttpResponseRedirect(here)

    def shown(self, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """One of the two pages; nobody keeps a copy of what was filled in."""
        context = self.get_context_data(survey=self.place.survey, **context)
        response = TemplateResponse(self.request, f"affairs/surveys/{template}.html", context, status=status)
        response["Cache-Control"] = "no-store"
        return response

    def get_title(self) -> str:
        """Which survey."""
        return _("问卷：%(title)s") % {"title": self.place.survey}

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [own_surveys_crumb()]
