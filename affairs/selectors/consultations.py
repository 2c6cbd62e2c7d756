"""Reads of consultations: who is asked, what was said, and what is counted of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from affairs.enums import ConsultationStatus, Decision, Voice
from affairs.models import Consultation, Opinion, OpinionPoint, OpinionQuerySet
from members.models import Account, Member, UnionGroup
from members.selectors import audience_members

BY_PLACE = (F("passage").asc(nulls_last=True), F("question").asc(nulls_first=True), "pk")
"""By what they are about, the whole text last; among themselves in no order: their keys are random."""


def people_asked(consultation: Consultation, on: date) -> QuerySet[Account]:
    """The accounts of everybody who is asked on a day."""
    meant = audience_members(consultation.audience, on).order_by()
    return Account.objects.filter(member__in=meant.values("pk"), is_active=True).order_by("pk")


def groups_led(user: Any) -> QuerySet[UnionGroup]:
    """The union groups whose opinions this person may collect."""
    if user.member_id is None:
        return UnionGroup.objects.none()
    return UnionGroup.objects.filter(leader=user.member_id, to_on__isnull=True)


def own_opinions(consultation: Consultation, user: Any) -> QuerySet[Opinion]:
    """What this person signed or collected; what was handed in anonymously stays nobody's."""
    rows = Opinion.objects.filter(consultation=consultation).handed_in_by(user.member_id)
    return rows.select_related("group").order_by(*BY_PLACE)


def opinions_on(consultation: Consultation) -> OpinionQuerySet:
    """All opinions, by what they are about."""
    rows = Opinion.objects.filter(consultation=consultation)
    return rows.select_related("member", "group").defer(*Member.secrets_of("member")).order_by(*BY_PLACE)


def points_of(consultation: Consultation) -> QuerySet[OpinionPoint]:
    """The points with how many stand behind each."""
    return OpinionPoint.objects.filter(consultation=consultation).with_voices().order_by("number")


def open_consultations(user: Any, on: date) -> QuerySet[Consultation]:
    """Those in which this person may have a say today, the first to end on top."""
    return Consultation.objects.asking(user).open_on(on).defer("text", "revised_text").order_by("closes_on", "pk")


def due_to_close(on: date) -> QuerySet[Consultation]:
    """Those whose last day is over."""
    return Consultation.objects.filter(status=ConsultationStatus.OPEN, closes_on__lt=on).order_by("pk")


def due_to_be_reminded(closes_by: date, on: date) -> QuerySet[Consultation]:
    """Those that end soon."""
    rows = Consultation.objects.filter(status=ConsultationStatus.OPEN, closes_on__range=(on, closes_by))
    return rows.select_related("audience").order_by("pk")


def ends_within(user: Any, start: date, end: date) -> QuerySet[Consultation]:
    """Those that this person may see and that end within some days, both included."""
    rows = Consultation.objects.visible_to(user).filter(status=ConsultationStatus.OPEN, closes_on__range=(start, end))
    return rows.defer("text", "revised_text").order_by("closes_on", "pk")


def unfinished_consultations(user: Any) -> QuerySet[Consultation]:
    """Those of this clerk that wait for answers, or for being opened."""
    waiting = [ConsultationStatus.DRAFT, ConsultationStatus.ANSWERING]
    rows = Consultation.objects.filter(drafted_by=user, status__in=waiting)
    return rows.defer("text", "revised_text").order_by("pk")


@dataclass(frozen=True)
class OpinionCount:
    """What is counted of the opinions in some consultations."""

    by_voice: dict[str, int]
    people: int
    in_groups: int
    points: dict[str, int]

    @property
    def opinions(self) -> int:
        """All of them."""
        return sum(self.by_voice.values())

    @property
    def answered(self) -> int:
        """Points with an answer."""
        return sum(self.points.values())

    @property
    def taken_up(self) -> int:
        """Points that were adopted, wholly or in part."""
        return self.points.get(Decision.ADOPTED, 0) + self.points.get(Decision.PARTLY, 0)


def count_opinions(consultations: Any) -> OpinionCount:
    """Opinions by voice, people who signed, people who took part in groups, and points by answer: four queries.

    `consultations` are keys, or a query for them. Only those that are closed count: before, nobody counts what comes
    in.
    """
    closed = Consultation.objects.closed().filter(pk__in=consultations)
    opinions = Opinion.objects.filter(consultation__in=closed).order_by()
    signed = Q(voice__in=[Voice.OPEN, Voice.NAMED])
    counted = opinions.aggregate(
        people=Count("member", filter=signed, distinct=True),
        in_groups=Sum("headcount", filter=Q(voice=Voice.GROUP), default=0),
    )
    by_voice = dict(opinions.values_list("voice").annotate(Count("pk")))
    points = OpinionPoint.objects.filter(consultation__in=closed).exclude(decision="").order_by()
    by_decision = dict(points.values_list("decision").annotate(Count("pk")))
    return OpinionCount(by_voice, counted["people"], counted["in_groups"], by_decision)
