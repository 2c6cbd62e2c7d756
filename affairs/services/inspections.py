"""Every write to inspections, their schemes and what is set right after them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import RECTIFIABLE, InspectionStatus
from affairs.models import (
    Evidence,
    Inspection,
    InspectionScheme,
    ItemScore,
    Rectification,
    SchemeItem,
    marks_text,
)
from affairs.selectors import ItemLine, open_rectifications, scored_items
from unionoffice import audit
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving

INSPECTION_SERIES = "affairs.inspection"
REWRITABLE_INSPECTION = frozenset({"kind", "level", "title", "by_whom", "held_on", "precision"})


@dataclass(frozen=True)
class Mark:
    """What one item was given, and why not everything."""

    score: Decimal | None
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """How an inspection ended; a total of its own only where no scheme gives one."""

    result: str = ""
    comment: str = ""
    score: Decimal | None = None
    full_mark: Decimal | None = None


@transaction.atomic
def save_scheme(scheme: InspectionScheme, *, items: Sequence[ItemLine], by: Any) -> InspectionScheme:
    """Keep a scheme with its items: what stands under one of the first level makes up its marks.

    Refused where they don't make up the full mark, and once something was scored by it.
    """
    if scheme.pk is not None:
        InspectionScheme.objects.select_for_update().get(pk=scheme.pk)
        if scheme.inspections.exists():
            raise Refused(_("已经有检查按这个方案评分，方案不能修改。请复制一份再改。"))
    alike = InspectionScheme.objects.filter(name=scheme.name, valid_from=scheme.valid_from)
    if alike.exclude(pk=scheme.pk).exists():
        raise Refused(_("这一年已经有同名的方案，请换一个名称。"))
    if not items:
        raise Refused(_("请填写评分指标。"))
    total = sum((item.full_mark for item in items), Decimal(0))
    if total != scheme.full_mark:
        raise Refused(
            _("各项分值合计%(total)s分，与满分%(full)s分不符，请核对。")
            % {"total": marks_text(total), "full": marks_text(scheme.full_mark)}
        )
    with audit.deed("保存方案", by=by, note=_("%(n)d项指标") % {"n": len(items)}):
        scheme.save()
    _set_items(scheme, items)
    return scheme


@transaction.atomic
def record_inspection(inspection: Inspection, *, by: Any, on: date) -> Inspection:
    """Enter an inspection. One that has taken place and isn't scored item by item is concluded at once.

    With a scheme it is prepared for first: each item gets its score and its evidence.
    """
    year = inspection.held_on.year
    inspection.short_number = f"{year}-{next_number(INSPECTION_SERIES, year):03}"
    inspection.recorded_by = by
    if inspection.scheme is not None:
        inspection.score = inspection.full_mark = None
    elif inspection.held_on <= on:
        _check_total(inspection.score, inspection.full_mark)
        inspection.status = InspectionStatus.CONCLUDED
    elif inspection.score is not None or inspection.full_mark is not None or inspection.result:
        raise Refused(_("检查还没有进行，不能填写结果。请核对日期。"))
    with audit.deed("登记检查", by=by):
        inspection.save()
    if inspection.scheme is not None:
        ItemScore.objects.bulk_create(
            ItemScore(inspection=inspection, item=item) for item in scored_items(inspection.scheme)
        )
    return inspection


@transaction.atomic
def mend_inspection(inspection: Inspection, *, changes: Mapping[str, Any], by: Any) -> Inspection:
    """Set right when, where and by whom; refused once the result is known. The scheme stays."""
    lock(inspection)
    if inspection.status != InspectionStatus.PREPARING:
        raise Refused(_("已经有结果的检查不能修改。"))
    for name in REWRITABLE_INSPECTION & changes.keys():
        setattr(inspection, name, changes[name])
    with audit.deed("修改", by=by):
        inspection.save()
    return inspection


@transaction.atomic
def score_inspection(inspection: Inspection, *, marks: Mapping[int, Mark], by: Any) -> Inspection:
    """Give marks item by item, by the item's key; the total follows from them.

    Refused above an item's full mark, and for marks lost without a reason. What isn't named stays as it is.
    """
    lock(inspection)
    if inspection.status != InspectionStatus.PREPARING or inspection.scheme is None:
        raise Refused(_("只有准备中的、按方案评分的检查可以评分。"))
    with audit.deed("评分", by=by):
        for score in inspection.scores.select_related("item"):
            if score.item_id in marks:
                _give(score, marks[score.item_id])
        inspection.score = inspection.scores.all().total()
        inspection.full_mark = inspection.scheme.full_mark if inspection.score is not None else None
        inspection.save()
    return inspection


def conclude_inspection(inspection: Inspection, result: Result, *, by: Any, on: date) -> Inspection:
    """Enter the result. Refused before its day, and with a scheme until every item has its marks."""
    with moving(inspection, to=InspectionStatus.CONCLUDED, by=by, verb="登记结果"):
        if inspection.held_on > on:
            raise Refused(_("检查还没有进行，不能登记结果。日期有变的请先修改。"))
        if inspection.scheme is None:
            _check_total(result.score, result.full_mark)
            inspection.score, inspection.full_mark = result.score, result.full_mark
        elif unmarked := inspection.scores.filter(score=None).count():
            raise Refused(_("还有%(n)d项指标没有评分。") % {"n": unmarked})
        inspection.result, inspection.comment = result.result.strip(), result.comment.strip()
    return inspection


@transaction.atomic
def link_evidence(score: ItemScore, ref: SourceRef, *, note: str, by: Any) -> Evidence:
    """Name a record of the office as evidence of an item; refused where `by` may not see it, and a second time."""
    lock(score)
    if not apps.get_model(ref.model)._default_manager.visible_to(by).filter(pk=ref.key).exists():
        raise Refused(_("没有找到这条记录，请重新查找。"))
    if score.evidence.filter(source_model=ref.model, source_key=ref.key).exists():
        raise Refused(_("这条记录已经是佐证，不用重复添加。"))
    evidence = Evidence(shows=score, note=note.strip())
    evidence.source = ref
    with audit.deed("添加佐证", by=by):
        evidence.save()
    audit.record_event(score, verb="添加佐证", by=by, note=evidence.source_record.public_number)
    return evidence


@transaction.atomic
def unlink_evidence(evidence: Evidence, *, by: Any) -> ItemScore:
    """Take a record away from the evidence; the record itself stays."""
    score = lock(evidence.shows)
    audit.record_event(score, verb="移除佐证", by=by, note=evidence.source_record.public_number)
    with audit.deed("移除佐证", by=by):
        evidence.delete()
    return score


@transaction.atomic
def add_rectification(inspection: Inspection, demand: Rectification, *, by: Any) -> Rectification:
    """Ask that something be set right after an inspection; refused before there is a result and once all is done."""
    lock(inspection)
    if inspection.status not in RECTIFIABLE:
        raise Refused(_("登记结果之后、办结之前才能添加整改事项。"))
    if demand.due_on < inspection.held_on:
        raise Refused(_("整改期限不能早于检查的日期。"))
    demand.inspection = inspection
    with audit.deed("提出整改", by=by):
        demand.save()
    if inspection.status == InspectionStatus.CONCLUDED:
        with moving(inspection, to=InspectionStatus.RECTIFYING, by=by, verb="提出整改", note=demand.demand):
            pass
    else:
        audit.record_event(inspection, verb="提出整改", by=by, note=demand.demand)
    return demand


@transaction.atomic
def settle_rectification(demand: Rectification, *, outcome: str, by: Any, on: date) -> Rectification:
    """Note that it was set right, and how."""
    lock(demand)
    if demand.done_on is not None:
        raise Refused(_("这件整改已经完成，不用再登记。"))
    demand.outcome, demand.done_on = stated(outcome, _("请写明整改结果。")), on
    with audit.deed("完成整改", by=by):
        demand.save()
    audit.record_event(demand.inspection, verb="完成整改", by=by, note=demand.demand)
    return demand


def close_inspection(inspection: Inspection, *, by: Any, on: date) -> Inspection:
    """Bring it to an end; refused while something waits to be set right."""
    with moving(inspection, to=InspectionStatus.CLOSED, by=by, verb="办结"):
        if waiting := inspection.rectifications.filter(done_on=None).count():
            raise Refused(_("还有%(n)d件整改没有完成，不能办结。") % {"n": waiting})
        inspection.closed_on = on
    return inspection


def remind_of_rectifications(*, on: date) -> None:
    """Tell whoever recorded the inspection, once each, of what should have been set right by now."""
    for demand in open_rectifications().filter(due_on__lt=on):
        sentence = _("“%(title)s”的整改已逾期") % {"title": demand.inspection}
        notify(
            [demand.inspection.recorded_by],
            sentence,
            url=demand.inspection.get_absolute_url(),
            key=f"rectification-{demand.pk}-over",
        )


def _set_items(scheme: InspectionScheme, items: Iterable[ItemLine]) -> None:
    scheme.items.filter(parent__isnull=False).delete()
    scheme.items.all().delete()
    heads: dict[str, SchemeItem] = {}
    position = 0
    for line in items:
        if line.parent and line.parent not in heads:
            position += 1
            heads[line.parent] = SchemeItem.objects.create(
                scheme=scheme, position=position, title=line.parent, full_mark=line.full_mark
            )
        elif line.parent:
            heads[line.parent].full_mark += line.full_mark
        position += 1
        SchemeItem.objects.create(
            scheme=scheme,
            parent=heads.get(line.parent),
            position=position,
            title=line.title,
            standard=line.standard,
            full_mark=line.full_mark,
        )
    SchemeItem.objects.bulk_update(heads.values(), ["full_mark"])


def _give(score: ItemScore, mark: Mark) -> None:
    item, reason = score.item, mark.reason.strip()
    if mark.score is not None and not 0 <= mark.score <= item.full_mark:
        raise Refused(_("“%(item)s”应在0到%(full)s分之间。") % {"item": item, "full": marks_text(item.full_mark)})
    if mark.score is not None and mark.score < item.full_mark and not reason:
        raise Refused(_("“%(item)s”没有得满分，请写明扣分原因。") % {"item": item})
    if (score.score, score.reason) != (mark.score, reason):
        score.score, score.reason = mark.score, reason
        score.save()


def _check_total(score: Decimal | None, full_mark: Decimal | None) -> None:
    if (score is None) != (full_mark is None):
        raise Refused(_("得分和满分要一起填写；没有评分的都留空。"))
    if score is not None and full_mark is not None and not 0 <= score <= full_mark:
        raise Refused(_("得分应在0到满分之间，请核对。"))
