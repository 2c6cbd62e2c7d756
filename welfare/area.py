"""What welfare shows to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice.areas import HITS, Area, BeforeMerge, MemberPanel, NavItem, SearchHit, Task
from unionoffice.money import format_money
from welfare import permissions
from welfare.demo import build
from welfare.enums import VisitStatus
from welfare.figures import figures
from welfare.models import Visit
from welfare.selectors import foresee_merge, visits_waiting

STEPS = (
    (VisitStatus.REQUESTED, permissions.checks_visits, permissions.may_check, _("核对"), "welfare:visit-check"),
    (VisitStatus.CHECKED, permissions.approves_visits, permissions.may_approve, _("批准"), "welfare:visit-approve"),
    (VisitStatus.APPROVED, permissions.records_visits, permissions.may_record, _("登记"), "welfare:visit-record"),
    (VisitStatus.VISITED, permissions.records_visits, permissions.may_close, _("办结"), "welfare:visit-close"),
)


def tasks(user: Any, _on: date) -> Iterator[Task]:
    """Visits at the step that is this user's to take; to the cashier only number and amount."""
    for status, permission, rule, button, url_name in STEPS:
        if not permission.test(user):
            continue
        for visit in visits_waiting(status):
            if rule.test(user, visit):
                sentence = str(_("%(name)s的慰问（%(occasion)s）%(status)s")) % {
                    "name": visit.member.name,
                    "occasion": visit.get_occasion_display(),
                    "status": visit.get_status_display(),
                }
                yield Task(sentence, str(button), reverse(url_name, args=[visit.pk]))
    if permissions.pays_visits.test(user):
        for visit in visits_waiting(VisitStatus.VISITED):
            if permissions.may_pay.test(user, visit):
                sentence = str(_("%(number)s，待付款%(amount)s元")) % {
                    "number": visit.public_number,
                    "amount": format_money(visit.total),
                }
                yield Task(sentence, str(_("付款")), visit.get_payment_url())


def search(user: Any, text: str) -> Iterator[SearchHit]:
    """Visits by their number."""
    for visit in Visit.objects.visible_to(user).filter(number__contains=text).select_related("member")[:HITS]:
        yield SearchHit(str(visit), visit.get_status_display(), visit.get_absolute_url(), "heart-handshake")


area = Area(
    key="welfare",
    label=_("服务"),
    navigation=(NavItem(_("慰问"), "welfare:visit-list", "heart-handshake", permissions.opens_visit_list),),
    figures=figures,
    member_panels=(MemberPanel(_("慰问"), "welfare:member-visits", permissions.opens_visit),),
    tasks=tasks,
    search=search,
    before_merge=BeforeMerge(foresee_merge),
    demo=build,
)
