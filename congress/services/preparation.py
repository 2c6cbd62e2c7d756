"""Every write to the checklist of a session, and to the standard that it is copied from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import ChecklistStatus, SessionStatus
from congress.models import ChecklistItem, Session, StandardMatter
from congress.selectors.preparation import counted_back, standard_of
from congress.services.records import take
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import moving


@transaction.atomic
def begin_checklist(session: Session, *, by: Any, on: date) -> list[ChecklistItem]:
    """Copy the standard to a session, each matter on the days that it has before it; what is there already stays."""
    there = set(session.checklist.exclude(key="").values_list("key", flat=True))
    items = []
    with audit.deed(_("生成筹备清单"), by=by):
        for matter in standard_of(session.term):
            key = matter.key or f"own-{matter.pk}"
            if key in there:
                continue
            from_on, due_on = counted_back(matter, session.starts_on, on)
            item = ChecklistItem(
                session=session,
                key=key,
                title=matter.title,
                office=matter.office,
                source=matter.source,
                evidence=matter.evidence,
                from_on=from_on,
                due_on=due_on,
            )
            item.save()
            items.append(item)
    return items


@transaction.atomic
def save_checklist_item(item: ChecklistItem, changes: Mapping[str, Any], *, by: Any) -> ChecklistItem:
    """Add a matter to a checklist, or change its day, its words or who sees to it.

    Refuses days that end before they begin, and a day after the session's last.
    """
    is_new = item.pk is None
    take(item, changes)
    if item.due_on < item.from_on:
        raise Refused(_("完成日期不能早于开始日期。"))
    if item.due_on > item.session.ends_on:
        raise Refused(_("筹备事项要在会议结束前完成，会议到%(day)s结束。") % {"day": item.session.ends_on})
    if item.status != ChecklistStatus.OPEN:
        raise Refused(_("这一项已经办结，请先恢复为待办再修改。"))
    with audit.deed(_("添加筹备事项") if is_new else _("修改筹备事项"), by=by):
        item.save()
    return item


def finish_checklist_item(item: ChecklistItem, *, done_on: date, note: str, by: Any, on: date) -> ChecklistItem:
    """Note that a matter is done, on a day up to today.

    What a record would say by itself needs a note on what it is noted by instead: a notice on paper, say.
    """
    with moving(item, to=ChecklistStatus.DONE, by=by, verb=_("完成"), note=note):
        if done_on > on:
            raise Refused(_("完成日期不能晚于今天。"))
        if item.evidence:
            stated(note, _("系统里还没有%(record)s。请写明凭什么完成。") % {"record": item.get_evidence_display()})
        item.settled_on, item.note = done_on, note
    return item


def drop_checklist_item(item: ChecklistItem, *, note: str, by: Any, on: date) -> ChecklistItem:
    """A matter isn't needed for this session, for a reason."""
    with moving(item, to=ChecklistStatus.DROPPED, by=by, verb=_("标为不适用"), note=note):
        item.settled_on, item.note = on, stated(note, _("请写明为什么不适用。"))
    return item


def reopen_checklist_item(item: ChecklistItem, *, by: Any) -> ChecklistItem:
    """It is to be done after all; refused once the session has opened."""
    with moving(item, to=ChecklistStatus.OPEN, by=by, verb=_("恢复为待办")):
        if item.session.status != SessionStatus.PLANNED:
            raise Refused(_("会议已经召开，不能恢复。"))
        item.settled_on, item.note = None, ""
    return item


@transaction.atomic
def save_standard_matter(matter: StandardMatter, changes: Mapping[str, Any], *, by: Any) -> StandardMatter:
    """Add to the standard or change it; checklists that were copied before stay as they are."""
    is_new = matter.pk is None
    take(matter, changes)
    if matter.days_from < matter.days_until:
        raise Refused(_("开始的天数不能少于完成的天数：先开始，后完成。"))
    with audit.deed(_("添加筹备标准") if is_new else _("修改筹备标准"), by=by):
        matter.save()
    return matter
