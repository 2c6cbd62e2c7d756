"""Every write to disclosures."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from affairs.enums import WRITABLE, DisclosureStatus
from affairs.models import CatalogueItem, Disclosure
from affairs.selectors import approvers, due_for_publication, due_to_come_down, open_correction, versions_on_board
from unionoffice import audit
from unionoffice.attachments import attach, attachments_of
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving

SERIES = "affairs.disclosure"
REWRITABLE = frozenset({"title", "body", "stage", "reach", "period_code", "publish_on", "posted_until"})
"""What its writer may change; of a first version also the matter of the catalogue, of a correction its note."""

TIME_IS_OVER = gettext_lazy("公开期限已到")


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
    _check_days(disclosure, on)
    if source is not None:
        _check_source(source)
        disclosure.source = source
    disclosure.drafted_by, disclosure.drafted_on = by, on
    with audit.deed("起草", by=by):
        disclosure.save()
    return disclosure


@transaction.atomic
def mend_disclosure(disclosure: Disclosure, *, changes: Mapping[str, Any], by: Any, on: date) -> Disclosure:
    """Change a text that is still its writer's; refused once it waits for approval or is public."""
    lock(disclosure)
    if disclosure.status not in WRITABLE:
        raise Refused(
            _("现在是“%(status)s”状态，不能修改。待审批的请先撤回修改，已公开的请提交更正。")
            % {"status": disclosure.get_status_display()}
        )
    for name in REWRITABLE & changes.keys():
        setattr(disclosure, name, changes[name])
    if disclosure.edition == 1:
        _place(disclosure, changes.get("item", disclosure.item))
    elif "correction_note" in changes:
        disclosure.correction_note = _stated(changes["correction_note"], _("请写明更正了什么。"))
    _check_days(disclosure, on)
    with audit.deed("修改", by=by):
        disclosure.save()
    return disclosure


def submit_disclosure(disclosure: Disclosure, *, by: Any, on: date) -> Disclosure:
    """Hand it to whoever approves its sphere; refused where nobody can."""
    with moving(disclosure, to=DisclosureStatus.SUBMITTED, by=by, verb="提交审批"):
        _check_days(disclosure, on)
        people = approvers(disclosure.sphere, on).exclude(pk__in=[by.pk, disclosure.drafted_by_id])
        if not people:
            raise Refused(_("没有可以审批的人：本人起草或提交的不能自己审批。请工会秘书为另一位同志授予审批角色。"))
        disclosure.submitted_by, disclosure.submitted_on = by, on
        disclosure.return_comment = ""
        notify(
            people,
            _("公开事项待审批：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_review_url(),
            key=_event(disclosure, "submitted"),
        )
    return disclosure


def recall_disclosure(disclosure: Disclosure, *, by: Any) -> Disclosure:
    """Take it back from the approver's desk, to go on writing."""
    with moving(disclosure, to=DisclosureStatus.DRAFT, by=by, verb="撤回修改"):
        disclosure.submitted_by = disclosure.submitted_on = None
    return disclosure


def return_disclosure(disclosure: Disclosure, *, comment: str, by: Any) -> Disclosure:
    """The approver gives it back, with what is to be changed; also one that only waits for its day."""
    with moving(disclosure, to=DisclosureStatus.RETURNED, by=by, verb="退回修改", note=comment):
        disclosure.return_comment = _stated(comment, _("请写明退回的意见。"))
        disclosure.approved_by = disclosure.approved_on = None
        disclosure.approver = ""
        notify(
            _writers(disclosure),
            _("公开事项被退回修改：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_absolute_url(),
            key=_event(disclosure, "returned"),
        )
    return disclosure


def approve_disclosure(disclosure: Disclosure, *, version: int, by: Any, on: date) -> Disclosure:
    """Approve the text as it stood when `version` was read; it is public at once, or from the day that was set.

    Refused to whoever drafted or submitted it, and where the text was changed since it was read.
    """
    later = disclosure.publish_on is not None and disclosure.publish_on > on
    to = DisclosureStatus.APPROVED if later else DisclosureStatus.PUBLISHED
    with moving(disclosure, to=to, by=by, verb="同意公开" if later else "同意并公开"):
        if disclosure.version != version:
            raise Refused(_("您打开这一页之后，内容又改过。请重新看过再审批。"))
        if by.pk in (disclosure.drafted_by_id, disclosure.submitted_by_id):
            raise Refused(_("不能审批自己起草或提交的公开事项，请由另一位审批人办理。"))
        disclosure.approved_by, disclosure.approver, disclosure.approved_on = by, str(by), on
        if not later:
            _publish(disclosure, by=by, on=on)
        notify(
            _writers(disclosure),
            _("公开事项已批准：%(title)s") % {"title": disclosure.title},
            url=disclosure.get_absolute_url(),
            key=_event(disclosure, "approved"),
        )
    return disclosure


def publish_disclosure(disclosure: Disclosure, *, by: Any, on: date) -> Disclosure:
    """Put an approved one on the board once its day has come; `by` is None where the daily run does it."""
    with moving(disclosure, to=DisclosureStatus.PUBLISHED, by=by, verb="公开"):
        if disclosure.publish_on is not None and disclosure.publish_on > on:
            raise Refused(_("还没有到批准的公开日期，到期自动公开。"))
        _publish(disclosure, by=by, on=on)
    return disclosure


@transaction.atomic
def correct_disclosure(disclosure: Disclosure, *, note: str, by: Any, on: date) -> Disclosure:
    """Begin a new version of a published one, with its text and files as they stand, to be approved like the first.

    The published one hangs on until the new version takes its place. Refused while another correction is under way.
    """
    lock(disclosure)
    note = _stated(note, _("请写明更正了什么。"))
    if disclosure.status != DisclosureStatus.PUBLISHED:
        raise Refused(_("只有公开中的事项可以更正。"))
    if under_way := open_correction(disclosure):
        raise Refused(
            _("这件事项的更正已在办理，现在是“%(status)s”状态。") % {"status": under_way.get_status_display()}
        )
    correction = _next_edition(disclosure, note=note, by=by, on=on)
    with audit.deed("起草更正", by=by, note=note):
        correction.save()
    for file in attachments_of(disclosure):
        with file.open() as content:
            attach(correction, File(content, name=file.name), by=by, label=file.label)
    return correction


def discard_disclosure(disclosure: Disclosure, *, reason: str, by: Any) -> Disclosure:
    """Give up a text that was never approved; it is kept, and counts nowhere."""
    with moving(disclosure, to=DisclosureStatus.DISCARDED, by=by, verb="作废", note=reason):
        _stated(reason, _("请写明作废的原因。"))
    return disclosure


def take_down_disclosure(disclosure: Disclosure, *, reason: str, by: Any, on: date) -> Disclosure:
    """Take it off the board with all its earlier versions; the record stays, for those who keep the board."""
    reason = _stated(reason, _("请写明撤下的原因。"))
    with transaction.atomic():
        _take_down(disclosure, reason=reason, by=by, on=on)
        for version in versions_on_board(disclosure):
            _take_down(version, reason=reason, by=by, on=on)
    return disclosure


def archive_disclosure(disclosure: Disclosure, *, by: Any) -> Disclosure:
    """File one that is off the board."""
    with moving(disclosure, to=DisclosureStatus.ARCHIVED, by=by, verb="归档"):
        pass
    return disclosure


def keep_board(*, on: date) -> int:
    """The board's daily round: what is due goes up, what is over comes down. Returns how many moved; safe to repeat.

    A correction whose original was taken down meanwhile can't go up: it waits for somebody to decide.
    """
    moved = 0
    for disclosure in due_for_publication(on):
        if disclosure.corrects is None or disclosure.corrects.status == DisclosureStatus.PUBLISHED:
            publish_disclosure(disclosure, by=None, on=on)
            moved += 1
    for disclosure in due_to_come_down(on):
        take_down_disclosure(disclosure, reason=str(TIME_IS_OVER), by=None, on=on)
        moved += 1
    return moved


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
        _number(disclosure, year=(disclosure.published_on or on).year)
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


def _number(disclosure: Disclosure, *, year: int) -> None:
    """The next number of its sphere in the year in which it was published."""
    disclosure.year, disclosure.number = year, next_number(f"{SERIES}.{disclosure.sphere}", year)


def _publish(disclosure: Disclosure, *, by: Any, on: date) -> None:
    """Give it number and day; a correction takes the number of what it corrects, which then says so."""
    _check_days(disclosure, on)
    disclosure.published_on = on
    if disclosure.corrects is None:
        _number(disclosure, year=on.year)
        return
    corrected = disclosure.corrects
    with moving(corrected, to=DisclosureStatus.CORRECTED, by=by, verb="更正", note=disclosure.correction_note):
        disclosure.year, disclosure.number = corrected.year, corrected.number


def _take_down(disclosure: Disclosure, *, reason: str, by: Any, on: date) -> Disclosure:
    with moving(disclosure, to=DisclosureStatus.TAKEN_DOWN, by=by, verb="撤下", note=reason):
        disclosure.taken_down_on, disclosure.take_down_reason = on, reason
    return disclosure


def _check_days(disclosure: Disclosure, on: date) -> None:
    first = max(on, disclosure.publish_on or on)
    if disclosure.posted_until is not None and disclosure.posted_until < first:
        raise Refused(_("“公开至”不能早于公开的日子，请修改日期；长期公开的留空。"))


def _check_source(source: SourceRef) -> None:
    known = Disclosure.objects.filter(source_model=source.model, source_key=source.key, corrects=None)
    if known.exclude(status__in=[DisclosureStatus.DISCARDED, DisclosureStatus.TAKEN_DOWN, DisclosureStatus.ARCHIVED]):
        raise Refused(_("这份记录已经有一件公开事项，不用再起草。"))


def _writers(disclosure: Disclosure) -> list[Any]:
    """Who drafted it and who handed it in: often one person."""
    people = (disclosure.drafted_by, disclosure.submitted_by)
    return list({person.pk: person for person in people if person is not None}.values())


def _event(disclosure: Disclosure, what: str) -> str:
    """Each round of approval has its own notices."""
    return f"disclosure-{disclosure.pk}-{what}-{disclosure.version}"


def _stated(text: str, demand: str) -> str:
    """The text without blanks around it; refused where there is none."""
    if not text.strip():
        raise Refused(demand)
    return text.strip()
