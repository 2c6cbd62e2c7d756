"""召开通知 and 提案征集通知, in the form of official documents."""

from datetime import date

from django.utils.translation import gettext as _

from congress.enums import SessionNoticeStatus
from congress.models import SessionNotice
from unionoffice.documents import Document, NumberedList, Paragraph, Signature
from unionoffice.documents.tree import Block
from unionoffice.profiles import union
from unionoffice.richtext import blocks_of


def session_notice_paper(notice: SessionNotice, on: date) -> Document:
    """What the session is about, when and where, who comes, and how proposals are handed in; a draft says so."""
    blocks: list[Block] = [Paragraph(f"{notice.addressees}：", indent=False), Paragraph(notice.opening)]
    blocks += [Paragraph(f"{label}：{value}。") for label, value in notice.facts]
    if notice.topics:
        blocks += [Paragraph(_("会议议题：")), NumberedList([topic.title for topic in notice.topics])]
    blocks += [*blocks_of(notice.text), *(Paragraph(line) for line in notice.closing)]
    organisation = union().name
    return Document(
        title=notice.title,
        blocks=blocks,
        organisation=organisation,
        signature=Signature(organisation, notice.issued_on or on),
        draft=notice.status == SessionNoticeStatus.DRAFT,
    )
