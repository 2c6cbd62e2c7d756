"""What supervision, agreements and inspections show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import SupervisionStatus
from affairs.models import Agreement, Inspection, Supervision
from affairs.selectors import (
    agreements_expiring,
    agreements_to_file,
    follow_ups_due,
    open_rectifications,
    supervision_waiting,
    unsettled_checks,
)
from affairs.services import (
    expire_agreements,
    remind_of_agreements,
    remind_of_checks,
    remind_of_follow_ups,
    remind_of_rectifications,
)
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task
from unionoffice.precision import Precision

SUPERVISION_ICON, AGREEMENT_ICON, INSPECTION_ICON = "eye-check", "writing-sign", "clipboard-check"


def oversight_tasks(user: Any, on: date) -> Iterator[Task]:
    """What this person has to bring to an end: own supervision, agreements to file and renew, what is set right."""
    yield from _supervision_tasks(user)
    if permissions.keeps_agreements.test(user):
        yield from _agreement_tasks(on)
    if permissions.keeps_inspections.test(user):
        yield from _rectification_tasks(user)


def _supervision_tasks(user: Any) -> Iterator[Task]:
    for supervision in supervision_waiting(user):
        url = reverse("affairs:supervision-close", args=[supervision.pk])
        if supervision.status == SupervisionStatus.FOLLOWED:
            sentence = _("“%(title)s”的整改等待结果") % {"title": supervision}
            yield Task(sentence, _("办结"), url, supervision.due_on)
        elif supervision.finding:
            yield Task(_("“%(title)s”的监督还没有办结") % {"title": supervision}, _("办结"), url)
        else:
            sentence = _("“%(title)s”还没有监督意见") % {"title": supervision}
            yield Task(sentence, _("填写"), reverse("affairs:supervision-mend", args=[supervision.pk]))


def _agreement_tasks(on: date) -> Iterator[Task]:
    for agreement, last_day in agreements_to_file(on):
        sentence = _("“%(title)s”等待报送备案") % {"title": agreement}
        yield Task(sentence, _("登记备案"), reverse("affairs:agreement-file", args=[agreement.pk]), last_day)
    for agreement in agreements_expiring(on):
        sentence = _("“%(title)s”将要到期，请准备续签") % {"title": agreement}
        yield Task(sentence, _("续签"), reverse("affairs:agreement-renew", args=[agreement.pk]), agreement.to_on)
    for check in unsettled_checks():
        sentence = _("“%(title)s”检查提出的整改等待结果") % {"title": check.agreement}
        yield Task(sentence, _("登记完成"), reverse("affairs:agreement-check-settle", args=[check.pk]), check.due_on)


def _rectification_tasks(user: Any) -> Iterator[Task]:
    for demand in open_rectifications().filter(inspection__recorded_by=user):
        sentence = _("“%(title)s”有整改等待完成：%(demand)s") % {
            "title": demand.inspection,
            "demand": demand.demand,
        }
        url = reverse("affairs:rectification-settle", args=[demand.pk])
        yield Task(sentence, _("登记完成"), url, demand.due_on)


def find_oversight(user: Any, text: str) -> Iterator[SearchHit]:
    """Supervision, agreements and inspections by their words and numbers."""
    for one in Supervision.objects.visible_to(user).matching(text).defer("finding")[:HITS]:
        yield SearchHit(one.title, one.public_number, one.get_absolute_url(), SUPERVISION_ICON)
    for agreement in Agreement.objects.visible_to(user).matching(text)[:HITS]:
        yield SearchHit(agreement.title, agreement.public_number, agreement.get_absolute_url(), AGREEMENT_ICON)
    for inspection in Inspection.objects.visible_to(user).matching(text).defer("comment")[:HITS]:
        yield SearchHit(inspection.title, inspection.public_number, inspection.get_absolute_url(), INSPECTION_ICON)


def oversight_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """Inspections that come, what is to be put right, and the last day of agreements, for those who work on them."""
    if permissions.sees_all_supervision.test(user):
        for one in follow_ups_due(start, end):
            title = _("整改到期：%(title)s") % {"title": one}
            yield CalendarEntry(one.due_on, title, one.get_absolute_url(), SUPERVISION_ICON)
    if permissions.opens_inspections.test(user):
        coming = Inspection.objects.filter(held_on__range=(start, end), precision=Precision.DAY).defer("comment")
        for inspection in coming.order_by("held_on", "pk"):
            yield CalendarEntry(inspection.held_on, inspection.title, inspection.get_absolute_url(), INSPECTION_ICON)
        for demand in open_rectifications().filter(due_on__range=(start, end)):
            title = _("整改到期：%(title)s") % {"title": demand.inspection}
            yield CalendarEntry(demand.due_on, title, demand.get_absolute_url(), INSPECTION_ICON)
    if permissions.sees_all_agreements.test(user):
        for agreement in Agreement.objects.expiring_by(end).filter(to_on__gte=start):
            title = _("合同到期：%(title)s") % {"title": agreement}
            yield CalendarEntry(agreement.to_on, title, agreement.get_absolute_url(), AGREEMENT_ICON)


def keep_oversight(on: date) -> None:
    """The daily round: what is over is called so, and people are reminded of what is due."""
    expire_agreements(on=on)
    remind_of_agreements(on=on)
    remind_of_checks(on=on)
    remind_of_follow_ups(on=on)
    remind_of_rectifications(on=on)
