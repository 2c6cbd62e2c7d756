"""A regulation as it is printed, and the collection of all that are in force on a day."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from affairs.enums import RegulationKind, VersionStatus
from affairs.models import RegulationVersion
from unionoffice.days import in_full
from unionoffice.documents import Align, Document, Heading, PageBreak, Paragraph, Table, Title
from unionoffice.documents.tree import Block
from unionoffice.profiles import school
from unionoffice.richtext import blocks_of


def regulation_paper(version: RegulationVersion) -> Document:
    """One version by itself; what isn't enacted says 草稿 on every page."""
    return Document(
        title=version.title,
        blocks=[*_lead(version), *blocks_of(version.text)],
        organisation=school().name,
        draft=version.from_on is None,
    )


def regulation_text(version: RegulationVersion) -> Document:
    """The text alone: the page around it says title and days."""
    return Document(title="", blocks=blocks_of(version.text))


def collection_paper(versions: Sequence[RegulationVersion], on: date) -> Document:
    """制度汇编: what is in force on a day, by kind, its contents in front, each on a page of its own."""
    blocks: list[Block] = [Paragraph(_("截至%(day)s") % {"day": in_full(on)}, indent=False, align=Align.CENTER)]
    blocks += _contents(versions)
    for version in versions:
        blocks += [PageBreak(), Title(version.title), *_lead(version), *blocks_of(version.text)]
    return Document(
        title=_("%(school)s制度汇编") % {"school": school().name}, blocks=blocks, organisation=school().name
    )


def _contents(versions: Sequence[RegulationVersion]) -> Iterator[Block]:
    """One table a kind: its place, title, 文号 and first day."""
    place = 0
    for kind, members in groupby(versions, key=lambda version: version.regulation.kind):
        yield Heading(1, str(RegulationKind(kind).label))
        rows = []
        for version in members:
            place += 1
            rows.append([str(place), version.title, version.document_no, f"{version.from_on}"])
        head = [[_("序号"), _("名称"), _("发文字号"), _("施行日期")]]
        yield Table(rows=rows, head=head, widths=(1, 5, 4.2, 2.3))


def _lead(version: RegulationVersion) -> list[Block]:
    """（第九届教代会第一次会议2024年9月1日通过，自2024年9月10日起施行）, as 题注 stand under a title."""
    told = []
    if version.adopted_by:
        day = in_full(version.adopted_on) if version.adopted_on else ""
        told.append(_("%(day)s%(who)s通过") % {"day": day, "who": version.adopted_by})
    if version.document_no:
        told.append(version.document_no)
    if version.from_on:
        told.append(_("自%(day)s起施行") % {"day": in_full(version.from_on)})
    if version.status == VersionStatus.ABOLISHED and version.abolished_on:
        told.append(_("自%(day)s起废止") % {"day": in_full(version.abolished_on)})
    return [Paragraph(f"（{'，'.join(told)}）", indent=False, align=Align.CENTER)] if told else []
