"""Every write to the agenda of a session: what is on it, in which order, what is on now, and what became of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from affairs.enums import VersionStatus
from affairs.models import RegulationVersion
from affairs.services import enact_version, submit_version
from congress.enums import (
    COUNTED_WAYS,
    ITEM_OUTCOMES,
    ITEM_UNSETTLED,
    ITEM_VOTED,
    Body,
    ItemKind,
    ItemOutcome,
    Matter,
    SessionStatus,
    VotingWay,
)
from congress.models import AgendaItem, Session
from congress.permissions import is_closed
from congress.selectors import consultation_on, earlier_item, must_pass, people_due, tally_votes
from congress.services.records import take
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import lock


@transaction.atomic
def add_item(session: Session, changes: Mapping[str, Any], *, by: Any) -> AgendaItem:
    """Put something at the end of the agenda.

    A draft brings along the consultation on it, and takes up the earlier item whose matter it is. Refused as
    `mend_item` is, and for a draft that is on this agenda already or wasn't passed as it stands.
    """
    _ensure_open(lock(session), by)
    item = AgendaItem(session=session, **changes)
    _check(item)
    version = item.regulation_version
    if version is not None:
        _ensure_new(item, version)
        item.consultation = item.consultation or consultation_on(version)
        item.again_of = item.again_of or earlier_item(version)
    if item.again_of is not None:
        _ensure_unsettled(item.again_of)
    item.place = (session.agenda.aggregate(last=Max("place"))["last"] or 0) + 1
    with audit.deed("列入议程", by=by):
        item.save()
    return item


@transaction.atomic
def mend_item(item: AgendaItem, changes: Mapping[str, Any], *, by: Any) -> AgendaItem:
    """Correct an item as long as nothing became of it.

    Refused where the matter has to be passed and the item is of another kind (学校教职工代表大会规定).
    """
    take(item, changes)
    _ensure_undecided(item, by)
    _check(item)
    if item.regulation_version is not None:
        _ensure_new(item, item.regulation_version)
    with audit.deed("修改议程", by=by):
        item.save()
    return item


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Any) -> None:
    """Take something off the agenda; refused once anybody said something to it or something became of it."""
    _ensure_undecided(lock(item), by)
    if item.opinions.exists():
        raise Refused(_("代表已经对这项议程提出意见，不能撤下。可以登记为“待再议”。"))
    with audit.deed("撤下议程", by=by):
        for decision in item.reported_decisions.all():
            decision.item = None
            decision.save()
        item.delete()


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: Any) -> AgendaItem:
    """Let an item change places with the one before or after it; the first and the last stay where they are."""
    session = lock(item.session)
    _ensure_open(session, by)
    items = list(session.agenda.in_order())
    place = items.index(item)
    beside = place - 1 if up else place + 1
    if 0 <= beside < len(items):
        items[place], items[beside] = items[beside], items[place]
    with audit.deed("调整议程顺序", by=by):
        for number, one in enumerate(items, start=1):
            if one.place != number:
                one.place = number
                one.save()
    item.refresh_from_db()
    return item


@transaction.atomic
def call_item(item: AgendaItem, *, by: Any) -> AgendaItem:
    """Say that the session is at this item now: the hall sees it. The one before it gives way."""
    session = lock(item.session)
    _ensure_open(session, by)
    if session.status != SessionStatus.OPENED:
        raise Refused(_("会议开幕以后、闭幕以前才能切换议程。"))
    lock(item)
    with audit.deed("进行到这项议程", by=by):
        for former in session.agenda.filter(is_current=True).exclude(pk=item.pk):
            former.is_current = False
            former.save()
        item.is_current = True
        item.save()
    return item


@transaction.atomic
def decide_item(item: AgendaItem, *, outcome: ItemOutcome, on: date, decided_on: date, by: Any) -> AgendaItem:
    """Note what became of an item without counting votes: heard, agreed to, appraised, or put off."""
    _begin_deciding(item, decided_on, by=by, on=on)
    if outcome not in ITEM_OUTCOMES[ItemKind(item.kind)]:
        raise Refused(
            _("“%(kind)s”的议程不能登记为“%(outcome)s”。")
            % {"kind": item.get_kind_display(), "outcome": ItemOutcome(outcome).label}
        )
    item.outcome, item.decided_on = outcome, decided_on
    with audit.deed("登记议程结果", by=by, note=str(ItemOutcome(outcome).label)):
        item.save()
    return item


@transaction.atomic
def applaud_item(item: AgendaItem, *, decided_on: date, by: Any, on: date) -> AgendaItem:
    """Passed by applause; refused where the matter is one that votes are counted on."""
    _begin_deciding(item, decided_on, by=by, on=on)
    if _must_be_passed(item):
        raise Refused(_("与教职工利益直接相关的事项要清点票数，不能鼓掌通过。"))
    item.outcome, item.decided_on, item.way = _voted(item), decided_on, VotingWay.APPLAUSE
    with audit.deed("鼓掌通过", by=by):
        item.save()
    return item


@transaction.atomic
def vote_item(
    item: AgendaItem, *, way: VotingWay, counts: Mapping[str, int], decided_on: date, by: Any, on: date
) -> AgendaItem:
    """Note what a vote came to. Passed is what more than half of all who were due voted for, whoever came.

    `counts` are due, present, in_favour, against and abstained. Refused for counts that can't be, and for fewer due
    than have a vote: absent delegates count too. A draft that is voted on isn't changed any more.
    """
    _begin_deciding(item, decided_on, by=by, on=on)
    enough = _voted(item)
    if way not in COUNTED_WAYS:
        raise Refused(_("请选择无记名投票或举手表决。"))
    tally = tally_votes(**counts, on=decided_on)
    if not tally.is_possible:
        raise Refused(_("人数对不上：赞成、反对、弃权之和不能超过实到，实到不能超过应到。请核对。"))
    known = people_due(item.session, decided_on)
    if tally.due < known:
        raise Refused(_("有表决权的共%(n)d人，缺席的也计入，应到人数不能少于%(n)d人。请核对。") % {"n": known})
    item.tally, item.way, item.decided_on = tally, way, decided_on
    item.outcome = enough if tally.is_passed else ItemOutcome.FAILED
    with audit.deed("登记表决结果", by=by, note=tally.sentence):
        item.save()
    return item


@transaction.atomic
def reopen_item(item: AgendaItem, *, reason: str, by: Any) -> AgendaItem:
    """Take back what was noted by mistake; refused once something was built on it."""
    lock(item)
    _ensure_open(item.session, by)
    if not item.is_decided:
        raise Refused(_("这项议程还没有结果。"))
    version = item.regulation_version
    if version is not None and version.source == SourceRef.to(item):
        raise Refused(_("制度已经依据这项议程发布施行，不能撤回结果。"))
    if item.resolutions.exists() or AgendaItem.objects.filter(again_of=item).exists():
        raise Refused(_("已有决议或后来的议程以这项结果为依据，不能撤回。"))
    item.outcome, item.decided_on, item.way, item.tally = ItemOutcome.OPEN, None, "", None
    with audit.deed("撤回议程结果", by=by, note=reason):
        item.save()
    return item


@transaction.atomic
def enact_passed_version(
    item: AgendaItem, *, from_on: date, document_no: str, by: Any, on: date
) -> RegulationVersion:
    """Bring the version that the congress passed into force: the regulation tells which session passed it, and when.

    Refused for everything that wasn't passed: a new version goes to a later vote.
    """
    lock(item)
    if item.outcome != ItemOutcome.PASSED or item.regulation_version is None:
        raise Refused(_("没有通过的制度不能施行。请修改为新版本，列入以后的会议再表决。"))
    return enact_version(
        item.regulation_version,
        from_on=from_on,
        adopted_by=item.adopted_by,
        adopted_on=item.decided_on,
        document_no=document_no,
        source=SourceRef.to(item),
        by=by,
        on=on,
    )


def _ensure_open(session: Session, by: Any) -> None:
    if is_closed.test(by, session):
        raise Refused(_("会议纪要已经确认，议程和决议不能再修改。"))


def _ensure_undecided(item: AgendaItem, by: Any) -> None:
    _ensure_open(item.session, by)
    if item.is_decided:
        raise Refused(_("这项议程的结果是“%(outcome)s”，不能再修改。") % {"outcome": item.get_outcome_display()})


def _check(item: AgendaItem) -> None:
    if item.kind != ItemKind.PASS and _must_be_passed(item):
        matter = Matter(item.matter).label if item.matter != Matter.OTHER else _("这项制度涉及的")
        raise Refused(
            _("%(matter)s事项与教职工利益直接相关，须经教代会讨论通过，方式请选择“讨论通过”。") % {"matter": matter}
        )


def _must_be_passed(item: AgendaItem) -> bool:
    """By its matter, or because the regulation is one of those that the congress passes; only the staff congress."""
    if item.session.term.body != Body.STAFF:
        return False
    version = item.regulation_version
    by_law = must_pass(item.matter, item.session.starts_on)
    return by_law or (version is not None and version.regulation.needs_congress)


def _ensure_new(item: AgendaItem, version: RegulationVersion) -> None:
    others = AgendaItem.objects.exclude(pk=item.pk).filter(regulation_version=version)
    if others.filter(session=item.session).exists():
        raise Refused(_("“%(title)s”已经在这次会议的议程上。") % {"title": version.title})
    failed = others.filter(outcome=ItemOutcome.FAILED).select_related("session__term").first()
    if failed is not None:
        raise Refused(
            _("%(version)s在%(session)s没有通过。请修改为新版本，再列入议程。")
            % {"version": version, "session": failed.session.printed_name}
        )


def _ensure_unsettled(earlier: AgendaItem) -> None:
    if earlier.outcome not in ITEM_UNSETTLED or AgendaItem.objects.filter(again_of=earlier).exists():
        raise Refused(_("“%(title)s”已经有结果，或已再次列入议程。") % {"title": earlier.title})


def _begin_deciding(item: AgendaItem, decided_on: date, *, by: Any, on: date) -> None:
    """What every result asks for: an open session, a day of it, and a draft that stays as it is."""
    lock(item)
    _ensure_undecided(item, by)
    session = item.session
    if session.status == SessionStatus.PLANNED:
        raise Refused(_("会议还没有召开，不能登记结果。请先登记开幕；补录的会议请先确认已召开。"))
    if not session.starts_on <= decided_on <= session.ends_on or decided_on > on:
        raise Refused(_("日期要在会议期间（%(when)s），不能晚于今天。") % {"when": session.when})
    version = item.regulation_version
    if version is None:
        return
    if version.status == VersionStatus.DRAFT:
        submit_version(version, by=by)
    elif version.status == VersionStatus.CONSULTING:
        raise Refused(_("“%(title)s”还在征求意见，结束以后才能登记结果。") % {"title": version.title})
    elif version.status in (VersionStatus.REPLACED, VersionStatus.DISCARDED):
        raise Refused(
            _("%(version)s%(status)s，请把议程改为新版本。")
            % {"version": version, "status": version.get_status_display()}
        )


def _voted(item: AgendaItem) -> ItemOutcome:
    """What enough votes make of it; refused for what isn't voted on."""
    if item.kind not in ITEM_VOTED:
        raise Refused(_("“%(kind)s”的议程不表决。") % {"kind": item.get_kind_display()})
    return ITEM_VOTED[ItemKind(item.kind)]
