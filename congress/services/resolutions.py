"""Every write to resolutions, to what was done about them, and to what was decided between sessions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import ITEM_UNSETTLED, ItemKind, ItemOutcome, Matter, ResolutionStatus
from congress.models import AgendaItem, InterimDecision, Resolution, ResolutionStep, Session
from congress.permissions import is_closed
from congress.selectors import REMIND_RESOLUTION, decisions_for, resolutions_due
from congress.services.agenda import add_item
from congress.services.records import take
from members.models import Account
from unionoffice import audit
from unionoffice.days import in_short
from unionoffice.inbox import notify
from unionoffice.refusal import Refused, stated
from unionoffice.rules import rule
from unionoffice.states import lock, moving


@transaction.atomic
def adopt_resolution(session: Session, changes: Mapping[str, Any], *, by: Any, on: date) -> Resolution:
    """Enter what a session resolved, under its next number; who heads the department in charge is told.

    Refused from an item that wasn't passed, and for a day outside the session.
    """
    _ensure_open(lock(session), by)
    resolution = Resolution(session=session, **changes)
    _check(resolution, on)
    resolution.number = session.resolutions.count() + 1
    with audit.deed("登记决议", by=by):
        resolution.save()
    _tell_responsible(resolution, _("请落实%(number)s《%(title)s》"), "adopted")
    return resolution


@transaction.atomic
def mend_resolution(resolution: Resolution, changes: Mapping[str, Any], *, by: Any, on: date) -> Resolution:
    """Correct what was entered, until the session's minutes are confirmed."""
    take(resolution, changes)
    _ensure_open(resolution.session, by)
    _check(resolution, on)
    with audit.deed("修改决议", by=by):
        resolution.save()
    return resolution


@transaction.atomic
def note_resolution_step(resolution: Resolution, *, text: str, office: str, by: Any, on: date) -> ResolutionStep:
    """Write down what was done about a resolution: the next session is told of it."""
    lock(resolution)
    if resolution.status != ResolutionStatus.OPEN:
        raise Refused(_("决议已经落实。需要补充的，请先改为继续落实。"))
    told = ResolutionStep(resolution=resolution, text=stated(text, _("请写明做了什么。")), noted_on=on, noted_by=by)
    told.office = stated(office, _("请写明由哪个部门落实。"))
    with audit.deed("登记落实情况", by=by):
        told.save()
    return told


def finish_resolution(resolution: Resolution, *, by: Any, on: date) -> Resolution:
    """It is carried out; refused as long as nobody wrote down how."""
    with moving(resolution, to=ResolutionStatus.DONE, by=by, verb="确认落实"):
        if not resolution.steps.exists():
            raise Refused(_("还没有登记落实情况，请先登记做了什么。"))
        resolution.done_on = on
    return resolution


def reopen_resolution(resolution: Resolution, *, reason: str, by: Any) -> Resolution:
    """There is still something to be done."""
    with moving(resolution, to=ResolutionStatus.OPEN, by=by, verb="继续落实", note=reason):
        stated(reason, _("请写明还有什么没有落实。"))
        resolution.done_on = None
    return resolution


def remind_of_resolutions(on: date) -> None:
    """Tell departments of the resolutions whose day comes soon, or was yesterday. Run once a day."""
    for resolution in resolutions_due(on, rule(REMIND_RESOLUTION, on=on)):
        late = resolution.due_on is not None and resolution.due_on < on
        sentence = _("%(number)s《%(title)s》已过完成时限") if late else _("%(number)s《%(title)s》将在%(day)s到期")
        _tell_responsible(resolution, sentence, f"{'late' if late else 'due'}.{resolution.due_on}")


@transaction.atomic
def save_decision(decision: InterimDecision, changes: Mapping[str, Any], *, by: Any, on: date) -> InterimDecision:
    """Enter or correct what was decided between sessions; refused once a session heard of it."""
    take(decision, changes)
    if decision.reported_on is not None:
        raise Refused(_("这项决定已经向会议报告，不能修改。"))
    if not decision.term.from_on <= decision.decided_on <= min(decision.term.to_on, on):
        raise Refused(_("决定日期要在%(term)s的任期之内，不能晚于今天。") % {"term": decision.term})
    with audit.deed("登记闭会期间决定" if decision.pk is None else "修改闭会期间决定", by=by):
        decision.save()
    return decision


@transaction.atomic
def report_decisions(session: Session, *, by: Any) -> AgendaItem:
    """Put what was decided since the last session on this one's agenda, as one report to be heard."""
    waiting = [decision for decision in decisions_for(lock(session)) if decision.item_id is None]
    if not waiting:
        raise Refused(_("没有需要向会议报告的闭会期间决定。"))
    lines = [
        f"{number}. {decision.title}（{decision.decided_by}，{in_short(decision.decided_on)}）"
        for number, decision in enumerate(waiting, start=1)
    ]
    told = {
        "kind": ItemKind.HEAR,
        "matter": Matter.BETWEEN,
        "title": _("闭会期间决定事项的报告"),
        "text": "\n".join(lines)[:2000],
    }
    item = add_item(session, told, by=by)
    with audit.deed("列入议程", by=by):
        for decision in waiting:
            decision.item = item
            decision.save()
    return item


def _ensure_open(session: Session, by: Any) -> None:
    if is_closed.test(by, session):
        raise Refused(_("会议纪要已经确认，议程和决议不能再修改。"))


def _check(resolution: Resolution, on: date) -> None:
    session, item = resolution.session, resolution.item
    if not session.starts_on <= resolution.adopted_on <= session.ends_on or resolution.adopted_on > on:
        raise Refused(_("通过日期要在会议期间（%(when)s），不能晚于今天。") % {"when": session.when})
    if item is not None and item.session_id != session.pk:
        raise Refused(_("请选择这次会议的议程。"))
    if item is not None and item.outcome in (ItemOutcome.OPEN, *ITEM_UNSETTLED):
        raise Refused(
            _("“%(title)s”的结果是“%(outcome)s”，不能形成决议。")
            % {"title": item.title, "outcome": item.get_outcome_display()}
        )


def _tell_responsible(resolution: Resolution, sentence: str, deed: str) -> None:
    head = resolution.department.head_id if resolution.department else None
    if head is None:
        return
    day = in_short(resolution.due_on) if resolution.due_on else ""
    words = sentence % {"number": resolution.public_number, "title": resolution.title, "day": day}
    accounts = Account.objects.filter(member=head, is_active=True)
    notify(accounts, words, url=resolution.get_absolute_url(), key=f"congress.resolution.{resolution.pk}.{deed}")
