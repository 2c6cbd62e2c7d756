"""The steps of a visit as tests take them."""

from datetime import date
from decimal import Decimal

from tests.conftest import TODAY
from unionoffice.audit import trail_of
from welfare import services
from welfare.enums import Occasion
from welfare.models import Visit

CIRCUMSTANCES = "急性阑尾炎，在市中医院手术"


def unsaved(member, **fields):
    told = {
        "occasion": Occasion.ILLNESS,
        "happened_on": date(2026, 11, 20),
        "cash": Decimal(800),
        "circumstances": CIRCUMSTANCES,
    }
    return Visit(member=member, **{**told, **fields})


def request_for(member, *, by, visited_on=None, **fields):
    return services.request_visit(unsaved(member, **fields), by=by, on=TODAY, visited_on=visited_on)


def record(visit, *, by, visited_on=TODAY):
    return services.record_visit(visit, visited_on=visited_on, visitors="周敏、许晴", by=by, on=TODAY)


def verbs(record):
    return [(entry.actor_name, entry.verb) for entry in reversed(trail_of(record))]


def stored(visit):
    return Visit.objects.get(pk=visit.pk)
