"""Handing opinions in, gathering alike ones into points, and answering them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from affairs.enums import ConsultationStatus, Decision, Voice
from affairs.models import Consultation, Opinion, OpinionPoint
from affairs.selectors import groups_led, opinions_on
from members.models import UnionGroup
from members.selectors import audience_members
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock


@dataclass(frozen=True)
class Said:
    """What somebody hands in. `once` is the key of the form; a group has the number of people who took part."""

    text: str
    voice: str
    once: UUID
    passage: int | None = None
    question: int | None = None
    group: UnionGroup | None = None
    headcount: int = 1


@transaction.atomic
def give_opinion(consultation: Consultation, said: Said, *, by: Any, on: date) -> bool:
    """Keep an opinion; False where the same form brought it before.

    Of an anonymous one nothing is kept but its words and what they are about: no person, no day, no trail, no notice,
    and no form key with an account. Whether `by` may be heard at all is looked at before, and forgotten. Refused
    outside the window, to who isn't asked, and for a group that `by` doesn't lead.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    _check_window(consultation, on)
    _check_asked(consultation, by, on)
    if said.voice == Voice.GROUP and (said.group is None or said.group not in groups_led(by)):
        raise Refused(_("只有小组长可以提交本小组的集体意见。"))
    if said.voice != Voice.GROUP and (said.group is not None or said.headcount != 1):
        raise Refused(_("个人意见不用填写小组和人数。"))
    _check_place(consultation, said)
    try:
        with transaction.atomic():
            Opinion.objects.create(
                consultation=consultation,
                voice=said.voice,
                member=None if said.voice == Voice.ANONYMOUS else by.member,
                group=said.group,
                headcount=said.headcount,
                passage=said.passage,
                question=said.question,
                text=said.text.strip(),
                once=said.once,
            )
    except IntegrityError:
        if not Opinion.objects.filter(once=said.once).exists():
            raise
        return False
    return True


@transaction.atomic
def gather_opinions(
    consultation: Consultation,
    opinions: Iterable[Opinion],
    *,
    by: Any,
    text: str = "",
    point: OpinionPoint | None = None,
) -> OpinionPoint:
    """Put alike opinions into one point, a new one in the office's words or one that is there.

    A new point without words takes those of its only opinion. A point that has lost its last opinion goes. Refused
    once the answers are published, and for opinions of another consultation.
    """
    lock(consultation)
    _check_answering(consultation)
    chosen = list(Opinion.objects.select_for_update().filter(pk__in=[opinion.pk for opinion in opinions]))
    if not chosen:
        raise Refused(_("请至少选择一条意见。"))
    if any(opinion.consultation_id != consultation.pk for opinion in chosen):
        raise Refused(_("只能归并同一次征求意见的意见。"))
    if point is None:
        point = _new_point(consultation, chosen, text=text, by=by)
    elif point.consultation_id != consultation.pk:
        raise Refused(_("只能归并同一次征求意见的意见。"))
    Opinion.objects.filter(pk__in=[opinion.pk for opinion in chosen]).update(point=point)
    with audit.deed("归并后删除空要点", by=by):
        for empty in consultation.points.filter(opinions__isnull=True).exclude(pk=point.pk):
            empty.delete()
    return point


@transaction.atomic
def gather_each(consultation: Consultation, *, by: Any) -> int:
    """Make a point of every opinion that is in none yet, in the order of the text; returns how many."""
    left = list(opinions_on(consultation).ungathered())
    for opinion in left:
        gather_opinions(consultation, [opinion], by=by)
    return len(left)


@transaction.atomic
def answer_point(
    point: OpinionPoint, *, decision: str, reason: str, by: Any, text: str = "", new_wording: str = ""
) -> OpinionPoint:
    """Say what becomes of what was suggested, and why; where the text changes, perhaps how.

    Can be said anew until it is published.
    """
    lock(point)
    _check_answering(lock(point.consultation))
    if decision not in Decision.values:
        raise Refused(_("请选择采纳、部分采纳或未采纳。"))
    reason = stated(reason, _("请写明理由：采纳的写明怎样修改，未采纳的写明原因。"))
    if decision == Decision.DECLINED and new_wording.strip():
        raise Refused(_("未采纳的意见没有修改内容，请留空。"))
    point.decision, point.reason, point.new_wording = decision, reason, new_wording.strip()
    point.text = text.strip() or point.text
    with audit.deed("答复意见", by=by):
        point.save()
    return point


def _new_point(consultation: Consultation, chosen: list[Opinion], *, text: str, by: Any) -> OpinionPoint:
    if not text.strip() and len(chosen) > 1:
        raise Refused(_("归并多条意见时，请写明意见要点。"))
    passages = {opinion.passage for opinion in chosen}
    last: int = consultation.points.aggregate(last=Max("number"))["last"] or 0
    with audit.deed("归并意见", by=by, note=_("%(n)d条") % {"n": len(chosen)}):
        return OpinionPoint.objects.create(
            consultation=consultation,
            number=last + 1,
            passage=passages.pop() if len(passages) == 1 else None,
            text=text.strip() or chosen[0].text,
        )


def _check_window(consultation: Consultation, on: date) -> None:
    if consultation.status != ConsultationStatus.OPEN or on > consultation.closes_on:
        raise Refused(_("征求意见已经截止，不能再提交。"))


def _check_asked(consultation: Consultation, by: Any, on: date) -> None:
    asked = by.member_id is not None and audience_members(consultation.audience, on).filter(pk=by.member_id)
    if not asked:
        raise Refused(_("这次征求意见的范围是“%(audience)s”，不包括您。") % {"audience": consultation.audience})


def _check_place(consultation: Consultation, said: Said) -> None:
    stated(said.text, _("请写下您的意见。"))
    if said.passage is not None and not 1 <= said.passage <= len(consultation.passages):
        raise Refused(_("没有这一条，请重新选择。"))
    if said.question is not None and not 1 <= said.question <= len(consultation.questions_asked):
        raise Refused(_("没有这个问题，请重新选择。"))


def _check_answering(consultation: Consultation) -> None:
    if consultation.status == ConsultationStatus.OPEN:
        raise Refused(_("还在征求意见，截止以后再整理答复。"))
    if consultation.status != ConsultationStatus.ANSWERING:
        raise Refused(_("答复已经公布或撤回，不能再改。"))
