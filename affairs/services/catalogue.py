"""Every write to the catalogue."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from affairs.models import CatalogueDuty, CatalogueEdition, CatalogueItem
from unionoffice import audit
from unionoffice.dated import end_before, is_new_on
from unionoffice.refusal import Refused


@transaction.atomic
def save_item(item: CatalogueItem, *, by: Any, on: date, since: date | None = None) -> CatalogueItem:
    """Put a matter into the catalogue, or set it in order. What was already disclosed keeps what it said then.

    What decides what is due (department, timing, interval, stage, whether it is in use) holds from `since`, today
    where nothing is said; how it was before stays for the time before. Refused for a day to come, and for one before
    the last such change.
    """
    since = since or on
    if since > on:
        raise Refused(_("施行日期不能晚于今天。将来的调整，请到那一天再改。"))
    with audit.deed("", by=by):
        item.save()
        _keep_history(item, since)
    return item


@transaction.atomic
def issue_catalogue(*, from_on: date, note: str = "", by: Any, on: date) -> CatalogueEdition:
    """Issue the catalogue as it stands, as the next edition, in force from a day on.

    Refused without any matter in use, and where it would be in force before the edition that it follows.
    """
    items = list(CatalogueItem.objects.in_use().in_order().select_related("department"))
    if not items:
        raise Refused(_("公开目录还是空的，请先添加目录再发布。"))
    last = CatalogueEdition.objects.select_for_update().first()
    if last is not None and from_on <= last.from_on:
        raise Refused(_("施行日期要晚于上一版的%(day)s，请修改日期。") % {"day": last.from_on})
    edition = CatalogueEdition(
        number=(CatalogueEdition.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
        issued_on=on,
        from_on=from_on,
        note=note.strip(),
        rows=[catalogue_row(item) for item in items],
    )
    with audit.deed("发布", by=by):
        edition.save()
    return edition


def catalogue_row(item: CatalogueItem) -> dict[str, str]:
    """A matter in the words of today, as an edition keeps it and the paper prints it."""
    return {
        "sphere": item.sphere,
        "category": item.get_category_display(),
        "content": item.content,
        "department": item.department.name if item.department else "",
        "ways": item.ways_text,
        "reach": item.get_reach_display(),
        "timing": item.timing_text,
        "stage": item.get_stage_display(),
    }


def _keep_history(item: CatalogueItem, since: date) -> None:
    """End the row that held until now, and begin the one that holds from now on, where anything of it changed."""
    standing = CatalogueDuty.objects.select_for_update().filter(item=item, to_on=None).first()
    if standing is None:
        if item.is_in_use:
            _begin(item, since)
        return
    if item.is_in_use and standing.says(item):
        return
    if standing.from_on is not None and since < standing.from_on:
        raise Refused(_("这一项从%(day)s起已经这样施行，新的施行日期不能早于这一天。") % {"day": standing.from_on})
    replaced = is_new_on(standing, since)
    end_before(standing, since)
    if item.is_in_use:
        _begin(item, since, replacing=replaced)


def _begin(item: CatalogueItem, since: date, *, replacing: bool = False) -> None:
    """A row from a day on; refused where it would lie over one that ended later than that."""
    last = CatalogueDuty.objects.filter(item=item).aggregate(last=Max("to_on"))["last"]
    if last is not None and since <= last and not replacing:
        raise Refused(
            _("这一项到%(day)s为止已有记录，施行日期不能早于%(next)s。")
            % {"day": last, "next": last + timedelta(days=1)}
        )
    CatalogueDuty.of(item, from_on=since).save()
