"""Every write to disclosures."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import WRITABLE, DisclosureStatus
from affairs.models import CatalogueItem, Disclosure
from affairs.selectors import open_correction
from affairs.services.checks import check_days
from affairs.services.comments import settle_comments
from affairs.services.publishing import TIME_IS_OVER, number_it
from unionoffice import audit
from unionoffice.attachments import copy_attachments
from unionoffice.refusal import Refused, stated
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving

REWRITABLE_DISCLOSURE = frozenset({"title", "body", "stage", "reach", "period_code", "publish_on", "posted_until"})
"""What its writer may change; of a first version also the matter of the catalogue, of a correction its note."""


@transaction.atomic
def draft_disclosure(disclosure: Disclosure, *, by: Any, on: date, source: SourceRef | None = None) -> Disclosure:
    """Begin a disclosure of a matter of the catalogue, which says whose affair it is and so who will approve it.

    Other areas call this with their record as `source` (a quarter's statement of the funds, say): it then waits, as
    a draft, for whoever keeps the board. Refused for a second one of the same source.
    """
    item = disclosure.item
    if not item.is_in_use:
        raise Refused(_("“%(item)s”已不在公开目录中，请另选一项。") % {"item": item})
    _place(disclosure, item)
    disclosure.stage, disclosure.reach = _by_catalogue(disclosure)
    check_days(disclosure, on)
    if source is not None:
        _check_source(source)
        disclosure.source = source
    disclosure.drafted_by, disclosure.drafted_on = by, on
    with audit.deed("起草", by=by):
        disclosure.save()
    return disclosure


@transaction.atomic
def mend_disclosure(disclosure: Disclosure, *, changes: Mapping[str, Any], by: Any, on: date) -> Disclosure:
    """Change a text that is still its writer's; refused once it waits for approval or is public.

    `done` among the changes are the comments on passages that the writer has met.
    """
    lock(disclosure)
    if disclosure.status not in WRITABLE:
        raise Refused(
            _("现在是“%(status)s”状态，不能修改。待审批的请先撤回修改，已公开的请提交更正。")
            % {"status": disclosure.get_status_display()}
        )
    for name in REWRITABLE_DISCLOSURE & changes.keys():
        setattr(disclosure, name, changes[name])
    if disclosure.edition == 1:
        _place(disclosure, changes.get("item", disclosure.item))
    elif "correction_note" in changes:
        disclosure.correction_note = stated(changes["correction_note"], _("请写明更正了什么。"))
    if "done" in changes:
        settle_comments(disclosure, changes["done"], by=by, on=on)
    check_days(disclosure, on)
    with audit.deed("修改", by=by):
        disclosure.save()
    return disclosure


@transaction.atomic
def correct_disclosure(disclosure: Disclosure, *, note: str, by: Any, on: date) -> Disclosure:
    """Begin a new version of a published one, with its text and files as they stand, to be approved like the first.

    The published one hangs on until the new version takes its place. Refused while another correction is under way.
    """
    lock(disclosure)
    note = stated(note, _("请写明更正了什么。"))
    if disclosure.status != DisclosureStatus.PUBLISHED:
        raise Refused(_("只有公开中的事项可以更正。"))
    if under_way := open_correction(disclosure):
        raise Refused(
            _("这件事项的更正已在办理，现在是“%(status)s”状态。") % {"status": under_way.get_status_display()}
        )
    correction = _next_edition(disclosure, note=note, by=by, on=on)
    with audit.deed("起草更正", by=by, note=note):
        correction.save()
    copy_attachments(disclosure, to=correction, by=by)
    return correction


def discard_disclosure(disclosure: Disclosure, *, reason: str, by: Any) -> Disclosure:
    """Give up a text that was never approved; it is kept, and counts nowhere."""
    with moving(disclosure, to=DisclosureStatus.DISCARDED, by=by, verb="作废", note=reason):
        stated(reason, _("请写明作废的原因。"))
    return disclosure


@transaction.atomic
def record_past_disclosures(disclosures: Sequence[Disclosure], *, by: Any, on: date) -> None:
    """Take in what was disclosed before the office kept its board here: published, or taken down since.

    Each says when it was published, and who approved it when; what its time has run out for came down the day after.
    They are numbered in the order given.
    """
    for disclosure in disclosures:
        _place(disclosure, disclosure.item)
        disclosure.stage, disclosure.reach = _by_catalogue(disclosure)
        disclosure.drafted_by, disclosure.drafted_on = by, on
        if disclosure.posted_until is not None and disclosure.posted_until < on and not disclosure.taken_down_on:
            disclosure.taken_down_on = disclosure.posted_until + timedelta(days=1)
            disclosure.take_down_reason = str(TIME_IS_OVER)
        disclosure.status = DisclosureStatus.TAKEN_DOWN if disclosure.taken_down_on else DisclosureStatus.PUBLISHED
        number_it(disclosure, year=(disclosure.published_on or on).year)
        with audit.deed("补录", by=by):
            disclosure.save()


def _next_edition(disclosure: Disclosure, *, note: str, by: Any, on: date) -> Disclosure:
    correction = Disclosure(
        corrects=disclosure,
        correction_note=note,
        edition=disclosure.edition + 1,
        sphere=disclosure.sphere,
        category=disclosure.category,
        timing=disclosure.timing,
        item=disclosure.item,
        title=disclosure.title,
        body=disclosure.body,
        stage=disclosure.stage,
        reach=disclosure.reach,
        period_code=disclosure.period_code,
        posted_until=disclosure.posted_until,
        drafted_by=by,
        drafted_on=on,
    )
    correction.source = disclosure.source
    return correction


def _place(disclosure: Disclosure, item: CatalogueItem) -> None:
    """Under which matter it stands, with what the catalogue says of that today."""
    disclosure.item = item
    disclosure.sphere, disclosure.category, disclosure.timing = item.sphere, item.category, item.timing


def _by_catalogue(disclosure: Disclosure) -> tuple[str, str]:
    """Stage and reach as they were chosen, else as the catalogue has them."""
    return disclosure.stage or disclosure.item.stage, disclosure.reach or disclosure.item.reach


def _check_source(source: SourceRef) -> None:
    known = Disclosure.objects.filter(source_model=source.model, source_key=source.key, corrects=None)
    if known.exclude(status__in=[DisclosureStatus.DISCARDED, DisclosureStatus.TAKEN_DOWN, DisclosureStatus.ARCHIVED]):
        raise Refused(_("这份记录已经有一件公开事项，不用再起草。"))
