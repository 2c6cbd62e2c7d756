"""Every write to the topics of a session, and to who agreed on them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from congress.enums import SessionStatus, Side
from congress.models import Session, Topic, TopicAgreement
from congress.selectors.topics import topics_listed
from congress.services.agenda import add_item
from congress.services.records import take
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock


@transaction.atomic
def save_topic(topic: Topic, changes: Mapping[str, Any], *, by: Any) -> Topic:
    """Put a topic forward, or change it; a new one stands last.

    What the three sides agreed on was another list: their agreement is asked for anew.
    """
    is_new = topic.pk is None
    take(topic, changes)
    _ensure_planned(topic.session)
    if Topic.objects.exclude(pk=topic.pk).filter(session=topic.session, title=topic.title).exists():
        raise Refused(_("这次会议已经有议题“%(title)s”。") % {"title": topic.title})
    if is_new:
        last = topic.session.topics.aggregate(last=Max("place"))["last"] or 0
        topic.place = last + 1
    with audit.deed(_("提出议题") if is_new else _("修改议题"), by=by):
        topic.save()
        _unsettle(topic.session)
    return topic


@transaction.atomic
def list_topic(topic: Topic, changes: Mapping[str, Any], *, by: Any) -> Topic:
    """Put a topic on the agenda of its session; refused once it is there."""
    lock(topic)
    _ensure_planned(topic.session)
    if topic.pk in topics_listed(topic.session):
        raise Refused(_("议题“%(title)s”已经列入议程。") % {"title": topic.title})
    add_item(topic.session, {**changes, "text": topic.note}, by=by)
    return topic


@transaction.atomic
def remove_topic(topic: Topic, *, by: Any) -> Session:
    """Take a topic off the list; what was agreed on was another list."""
    lock(topic)
    session = topic.session
    _ensure_planned(session)
    with audit.deed(_("删除议题"), by=by):
        topic.delete()
        _unsettle(session)
    return session


@transaction.atomic
def agree_on_topics(
    session: Session, agreed: Mapping[Side, tuple[date | None, str]], *, by: Any, on: date
) -> Session:
    """Note for each side on which day it agreed to the list, and where; None where it hasn't.

    Refused without a topic, for a day that is still to come, and once the session has opened.
    """
    lock(session)
    _ensure_planned(session)
    if not session.topics.exists():
        raise Refused(_("还没有议题。请先列出议题，再登记三方意见。"))
    if any(day is not None and day > on for day, _note in agreed.values()):
        raise Refused(_("同意日期不能晚于今天。"))
    known = {agreement.side: agreement for agreement in session.agreements.select_for_update()}
    with audit.deed(_("商定议题"), by=by):
        for side, (day, note) in agreed.items():
            agreement = known.get(side, TopicAgreement(session=session, side=side))
            if day is None:
                if agreement.pk:
                    agreement.delete()
                continue
            if (agreement.agreed_on, agreement.note) != (day, note):
                agreement.agreed_on, agreement.note = day, note
                agreement.save()
    return session


def _unsettle(session: Session) -> None:
    for agreement in session.agreements.select_for_update():
        agreement.delete()


def _ensure_planned(session: Session) -> None:
    if session.status != SessionStatus.PLANNED:
        raise Refused(_("会议已经召开，议题不能再改。"))
