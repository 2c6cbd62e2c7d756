"""Every write to regulations and their versions."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from affairs.enums import ENACTED, VersionStatus
from affairs.models import Regulation, RegulationVersion
from affairs.selectors import latest_version
from unionoffice import audit
from unionoffice.attachments import attach, attachments_of
from unionoffice.days import in_short
from unionoffice.refusal import Refused, stated
from unionoffice.sources import SourceRef
from unionoffice.states import lock, moving

REWRITABLE_VERSION = frozenset({"title", "text", "change_note"})
"""What its writer may change of a draft."""


@transaction.atomic
def draft_regulation(regulation: Regulation, *, text: str, by: Any, on: date, note: str = "") -> RegulationVersion:
    """Begin a regulation that the school hasn't got yet, with its first version.

    Refused for a title that another regulation has: that one wants a new version instead.
    """
    _check_title(regulation)
    with audit.deed("起草", by=by):
        regulation.save()
        return RegulationVersion.objects.create(
            regulation=regulation, title=regulation.title, text=text, change_note=note, drafted_by=by, drafted_on=on
        )


@transaction.atomic
def save_regulation(regulation: Regulation, *, by: Any) -> Regulation:
    """Set its kind, department or way of being passed in order; the title is each version's own."""
    with audit.deed("", by=by):
        regulation.save()
    return regulation


@transaction.atomic
def begin_version(regulation: Regulation, *, note: str, by: Any, on: date) -> RegulationVersion:
    """Begin a new version as a copy of the latest, with its files.

    A version that is deliberated gives way to the new one, as one does that wasn't passed. Refused while a draft or a
    consultation is under way.
    """
    lock(regulation)
    note = stated(note, _("请写明为什么修订、修订了什么。"))
    former = latest_version(regulation)
    if former is None:
        raise Refused(_("这项制度没有可以修订的版本。"))
    if former.status in (VersionStatus.DRAFT, VersionStatus.CONSULTING):
        raise Refused(
            _("第%(n)d版还在“%(status)s”，请先办完这一版。")
            % {"n": former.number, "status": former.get_status_display()}
        )
    if former.status == VersionStatus.DELIBERATING:
        _replace(former, by=by)
    return copy_version(former, text=former.text, note=note, by=by, on=on)


def copy_version(
    former: RegulationVersion,
    *,
    text: str,
    note: str,
    by: Any,
    on: date,
    status: VersionStatus = VersionStatus.DRAFT,
) -> RegulationVersion:
    """The next version after `former`, with its files; called with the regulation's row locked."""
    numbers = RegulationVersion.objects.filter(regulation=former.regulation_id).values_list("number", flat=True)
    version = RegulationVersion(
        regulation=former.regulation,
        number=max(numbers) + 1,
        status=status,
        title=former.title,
        text=text,
        change_note=note,
        drafted_by=by,
        drafted_on=on,
    )
    with audit.deed("起草新版本", by=by, note=note):
        version.save()
    for file in attachments_of(former):
        with file.open() as content:
            attach(version, File(content, name=file.name), by=by, label=file.label)
    return version


@transaction.atomic
def mend_version(version: RegulationVersion, *, changes: Mapping[str, Any], by: Any) -> RegulationVersion:
    """Change a draft; refused once it was laid before anybody. A first version's title is its regulation's."""
    lock(version)
    if version.status != VersionStatus.DRAFT:
        raise Refused(
            _("第%(n)d版现在是“%(status)s”，不能修改。需要改动的，请起草新版本。")
            % {"n": version.number, "status": version.get_status_display()}
        )
    for name in REWRITABLE_VERSION & changes.keys():
        setattr(version, name, changes[name])
    with audit.deed("修改", by=by):
        version.save()
        _carry_title(version)
    return version


def submit_version(version: RegulationVersion, *, by: Any) -> RegulationVersion:
    """Lay it before whoever passes it: the congress, a meeting of the administration, the committee."""
    with moving(version, to=VersionStatus.DELIBERATING, by=by, verb="提交审议"):
        pass
    return version


def discard_version(version: RegulationVersion, *, reason: str, by: Any) -> RegulationVersion:
    """Give up a version that isn't in force; it is kept, and holds on no day."""
    with moving(version, to=VersionStatus.DISCARDED, by=by, verb="作废", note=reason):
        stated(reason, _("请写明作废的原因。"))
    return version


def enact_version(
    version: RegulationVersion,
    *,
    from_on: date,
    by: Any,
    on: date,
    adopted_by: str = "",
    adopted_on: date | None = None,
    document_no: str = "",
    source: SourceRef | None = None,
) -> RegulationVersion:
    """Let a version hold from a day on; the one before it holds until the day before.

    `source` is the record by which it was passed, where there is one: the congress's item.

    Refused where the congress must pass it and nothing says that it did (学校教职工代表大会规定), where the
    day of passing hasn't come, and where an earlier version began on that day or later: no day has two versions.
    """
    with moving(version, to=VersionStatus.IN_FORCE, by=by, verb="发布施行", note=in_short(from_on)):
        regulation = lock(version.regulation)
        if regulation.needs_congress and not adopted_by.strip():
            raise Refused(_("这项制度须经教代会讨论通过，请写明哪一届第几次会议通过；没有通过的不能施行。"))
        if adopted_on is not None and adopted_on > on:
            raise Refused(_("通过日期不能晚于今天，请核对。"))
        _end_former(version, from_on, by=by)
        version.from_on, version.adopted_on = from_on, adopted_on
        version.adopted_by, version.document_no = adopted_by.strip(), document_no.strip()
        version.source = source or version.source
        _carry_title(version)
    return version


def abolish_version(version: RegulationVersion, *, abolished_on: date, reason: str, by: Any) -> RegulationVersion:
    """Let a regulation hold no longer, from a day on; everybody can still read it.

    Refused for a version that another has followed, and for a day on which this one hadn't begun.
    """
    with moving(version, to=VersionStatus.ABOLISHED, by=by, verb="废止", note=reason):
        if version.to_on is not None:
            raise Refused(_("第%(n)d版已被后来的版本代替，请废止现行的版本。") % {"n": version.number})
        if version.from_on is None or abolished_on <= version.from_on:
            raise Refused(_("废止日期要晚于施行日期，请核对。"))
        version.abolished_on, version.to_on = abolished_on, abolished_on - timedelta(days=1)
        version.end_reason = stated(reason, _("请写明废止的原因或依据。"))
    return version


@transaction.atomic
def record_regulations(versions: Sequence[RegulationVersion], *, by: Any, on: date) -> None:
    """Take in versions that hold or held already, each with its `regulation`: they are in force from their day.

    A regulation that isn't saved yet is made with its first version; each later version ends the one before it.
    Refused for a new regulation of a title that is in the office already, and for a version that isn't the last.
    """
    for version in versions:
        regulation, from_on = version.regulation, version.from_on or on
        with audit.deed("补录", by=by):
            if not regulation.pk:
                _check_title(regulation)
                regulation.save()
            version.regulation = lock(regulation)
            former = RegulationVersion.objects.filter(regulation=regulation).aggregate(last=Max("number"))["last"]
            version.number = (former or 0) + 1
            _end_former(version, from_on, by=by)
            version.status, version.title, version.from_on = VersionStatus.IN_FORCE, regulation.title, from_on
            version.drafted_by, version.drafted_on = by, from_on
            version.save()


def _end_former(version: RegulationVersion, from_on: date, *, by: Any) -> None:
    """End what holds the day before; every version that ever held must have begun and ended by then."""
    others = RegulationVersion.objects.filter(regulation=version.regulation_id, status__in=ENACTED)
    for former in others.exclude(pk=version.pk).select_for_update().order_by("from_on"):
        begun = former.from_on or from_on
        if (former.to_on or begun) >= from_on:
            raise Refused(
                _("第%(n)d版的施行日期是%(day)s，新版本的施行日期要在它之后。")
                % {"n": former.number, "day": in_short(begun)}
                if former.to_on is None
                else _("第%(n)d版施行至%(day)s，新版本的施行日期要在它之后。")
                % {"n": former.number, "day": in_short(former.to_on)}
            )
        if former.to_on is None:
            former.to_on = from_on - timedelta(days=1)
            with audit.deed("被新版本代替", by=by):
                former.save()


def _carry_title(version: RegulationVersion) -> None:
    """A regulation goes by the title of what holds; before anything holds, by that of its draft."""
    regulation = version.regulation
    held = RegulationVersion.objects.filter(regulation=regulation, status__in=ENACTED).exclude(pk=version.pk)
    enacting = version.from_on is not None
    if regulation.title != version.title and (enacting or not held.exists()):
        regulation.title = version.title
        _check_title(regulation)
        regulation.save()


def _replace(version: RegulationVersion, *, by: Any) -> None:
    with moving(version, to=VersionStatus.REPLACED, by=by, verb="改稿"):
        pass


def _check_title(regulation: Regulation) -> None:
    if Regulation.objects.filter(title=regulation.title).exclude(pk=regulation.pk).exists():
        raise Refused(_("已经有名为“%(title)s”的制度，请在它之下起草新版本。") % {"title": regulation.title})
