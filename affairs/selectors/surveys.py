"""Reads of surveys that span several tables: who is still to answer, and what is over."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from affairs.enums import SurveyStatus
from affairs.models import Survey, SurveyPlace, SurveyQuerySet
from members.models import Account


def answered_so_far(survey: Survey) -> int:
    """How many have answered; who they are nobody is told."""
    return survey.places.filter(answered=True).count()


def still_asked(survey: Survey) -> QuerySet[Account]:
    """The accounts of those who haven't answered."""
    waiting = survey.places.filter(answered=False, member__isnull=False).values("member")
    return Account.objects.filter(member__in=waiting, is_active=True).order_by("pk")


def surveys_for(user: Any) -> QuerySet[SurveyPlace]:
    """The open surveys in which somebody is asked, what ends first on top; not answered ones first."""
    if not user.is_authenticated or user.member_id is None:
        return SurveyPlace.objects.none()
    places = SurveyPlace.objects.filter(member=user.member_id, survey__status=SurveyStatus.OPEN)
    return places.select_related("survey").order_by("answered", "survey__closes_on", "pk")


def surveys_over(on: date) -> QuerySet[Survey]:
    """Still open though their last day is over."""
    return Survey.objects.filter(status=SurveyStatus.OPEN, closes_on__lt=on).order_by("pk")


def surveys_closed(start: date, end: date) -> SurveyQuerySet:
    """What ended within some days, both included."""
    return Survey.objects.closed_between(start, end)
