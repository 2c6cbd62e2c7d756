"""Every write to supervision."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import OPEN_SUPERVISION, Capacity, SupervisionStatus
from affairs.models import Supervision, SupervisionPerson
from affairs.selectors import follow_ups_due
from affairs.selectors.supervision import SOON
from members.models import Member
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock, moving

SUPERVISION_SERIES = "affairs.supervision"
REWRITABLE_SUPERVISION = frozenset(
    {
        "kind",
        "title",
        "part",
        "held_on",
        "precision",
        "amount",
        "others",
        "finding",
        "reported_at",
    }
)

Part = tuple[int, str]
"""A member's key, and in which capacity they were there."""


@transaction.atomic
def record_supervision(supervision: Supervision, *, people: Sequence[Part], by: Any, on: date) -> Supervision:
    """Enter a supervision that took place; refuses a day to come, and one person named twice."""
    _check_day(supervision.held_on, on)
    year = supervision.held_on.year
    supervision.short_number = f"{year}-{next_number(SUPERVISION_SERIES, year):03}"
    supervision.recorded_by = by
    with audit.deed("登记监督", by=by, note=_named(people)):
        supervision.save()
    _set_people(supervision, people)
    return supervision


@transaction.atomic
def mend_supervision(
    supervision: Supervision, *, changes: Mapping[str, Any], people: Sequence[Part], by: Any, on: date
) -> Supervision:
    """Set right what was entered, or add what was found; refused once it is closed."""
    lock(supervision)
    if supervision.status not in OPEN_SUPERVISION:
        raise Refused(_("已经办结的监督不能修改。"))
    for name in REWRITABLE_SUPERVISION & changes.keys():
        setattr(supervision, name, changes[name])
    _check_day(supervision.held_on, on)
    with audit.deed("修改", by=by, note=_named(people)):
        supervision.save()
    _set_people(supervision, people)
    return supervision


def follow_up_supervision(
    supervision: Supervision, *, demand: str, responsible: str, due_on: date, by: Any
) -> Supervision:
    """Ask that something be put right: what, by whom, by when. Refused without a finding, which says why."""
    with moving(supervision, to=SupervisionStatus.FOLLOWED, by=by, verb="提出整改", note=demand):
        if not supervision.finding.strip():
            raise Refused(_("还没有监督意见。请先修改记录，写明监督意见。"))
        if due_on < supervision.held_on:
            raise Refused(_("整改期限不能早于监督的日期。"))
        supervision.follow_up = stated(demand, _("请写明整改要求。"))
        supervision.responsible = stated(responsible, _("请写明整改责任人。"))
        supervision.due_on = due_on
    return supervision


def close_supervision(
    supervision: Supervision, *, finding: str, outcome: str, reported_at: str, by: Any, on: date
) -> Supervision:
    """Bring it to an end. Refused without a finding, and without what came of a follow-up that was asked for."""
    with moving(supervision, to=SupervisionStatus.CLOSED, by=by, verb="办结"):
        if supervision.status == SupervisionStatus.FOLLOWED and not outcome.strip():
            raise Refused(_("提出过整改要求，请写明整改结果。"))
        supervision.finding = stated(finding, _("没有监督意见不能办结。请写明监督意见，没有问题的写“未发现问题”。"))
        supervision.outcome, supervision.reported_at = outcome.strip(), reported_at.strip()
        supervision.closed_on = on
    return supervision


def remind_of_follow_ups(*, on: date) -> None:
    """Tell whoever recorded them of what is due in three days, once, and of what is overdue, once."""
    for supervision in follow_ups_due(date.min, on + SOON).select_related("recorded_by"):
        is_over = supervision.due_on is not None and supervision.due_on < on
        sentence = _("“%(title)s”的整改已逾期") if is_over else _("“%(title)s”的整改即将到期")
        notify(
            [supervision.recorded_by],
            sentence % {"title": supervision.title},
            url=supervision.get_absolute_url(),
            key=f"supervision-{supervision.pk}-{'over' if is_over else 'soon'}-{supervision.due_on}",
        )


def _set_people(supervision: Supervision, people: Sequence[Part]) -> None:
    if len({key for key, _capacity in people}) < len(people):
        raise Refused(_("同一个人只能以一种身份参加，请核对参加人员。"))
    supervision.people.all().delete()
    SupervisionPerson.objects.bulk_create(
        SupervisionPerson(supervision=supervision, member_id=key, capacity=capacity) for key, capacity in people
    )


def _named(people: Sequence[Part]) -> str:
    """工会委员陈静、许晴，教代会代表魏雅琴: for the history, which outlives a correction of the names."""
    called = dict(Member.objects.filter(pk__in=[key for key, _capacity in people]).values_list("pk", "name"))
    by_capacity: dict[str, list[str]] = {}
    for key, capacity in people:
        by_capacity.setdefault(str(Capacity(capacity).label), []).append(called[key])
    return "，".join(f"{capacity}{'、'.join(names)}" for capacity, names in by_capacity.items())


def _check_day(day: date, on: date) -> None:
    if day > on:
        raise Refused(_("监督的日期不能晚于今天。"))
