"""The papers of a public notice: what is hung up, and the sheet on what came of it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from affairs.enums import NameShown, Sphere
from affairs.models import NoticeCandidate, Objection, PublicNotice
from affairs.selectors import Counting
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Paragraph, Signature, Table
from unionoffice.documents.tree import Block, Row
from unionoffice.money import format_money
from unionoffice.profiles import school, union
from unionoffice.richtext import blocks_of

LABEL, VALUE = 20, 46
"""Widths of the columns of the sheet."""


def issuer_of(notice: PublicNotice) -> str:
    """Who puts it up: the school, or its union."""
    return school().name if notice.sphere == Sphere.SCHOOL else union().name


def notice_paper(notice: PublicNotice) -> Document:
    """The notice as it is hung in the glass case, with names as the staff are shown them."""
    names, organisation = NameShown(notice.names_to_staff), issuer_of(notice)
    blocks: list[Block] = [*blocks_of(notice.text), candidates_table(notice, names)]
    blocks += [Paragraph(line) for line in (time_line(notice), contact_line(notice)) if line]
    if notice.basis:
        blocks.append(Paragraph(_("依据：%(basis)s。") % {"basis": notice.basis.rstrip("。")}))
    return Document(
        title=notice.title,
        blocks=blocks,
        organisation=organisation,
        signature=Signature(organisation, notice.posted_on) if notice.posted_on else None,
        draft=notice.posted_on is None,
    )


def candidates_table(notice: PublicNotice, names: NameShown) -> Table:
    """Who is named for what; columns that nobody fills are left out."""
    people = list(notice.candidates.all())
    columns = [
        (_("序号"), 8, lambda one: str(one.place), Align.CENTER, True),
        (_("姓名"), 16, lambda one: one.shown_name(names), Align.CENTER, True),
        (_("部门"), 24, lambda one: one.department, None, any(one.department for one in people)),
        (_("拟定内容"), 34, lambda one: one.proposed, None, any(one.proposed for one in people)),
        (_("金额（元）"), 18, _amount, Align.RIGHT, any(one.amount is not None for one in people)),
    ]
    kept = [column for column in columns if column[4]]
    return Table(
        head=[[label for label, *_rest in kept]],
        rows=[[Cell(read(one), align=align) for _label, _width, read, align, _any in kept] for one in people],
        widths=[width for _label, width, *_rest in kept],
    )


def _amount(one: NoticeCandidate) -> str:
    return "" if one.amount is None else format_money(one.amount)


def time_line(notice: PublicNotice) -> str:
    """公示时间：2026年11月9日至11月16日（5个工作日）。"""
    days = _("%(days)d个工作日") % {"days": notice.days}
    if not notice.span:
        return _("公示时间：%(days)s，自批准张贴的次日起计算。") % {"days": days}
    extended = list(notice.extensions.all())
    if extended:
        more = sum(one.days for one in extended)
        days = _("%(days)s，延长%(more)d个工作日") % {"days": days, "more": more}
    return _("公示时间：%(span)s（%(days)s）。") % {"span": notice.span, "days": days}


def contact_line(notice: PublicNotice) -> str:
    """Where objections go."""
    return _(
        "公示期内如有异议，请以书面、电话或网上方式向%(who)s反映。受理电话：%(phone)s；受理地点：%(place)s。"
    ) % {"who": notice.contact, "phone": notice.contact_phone, "place": notice.contact_place}


def record_paper(notice: PublicNotice, objections: Sequence[Objection], counted: Counting | None) -> Document:
    """公示情况登记表: the three steps, every objection without its author, and the result for each.

    For the file: names in full. Only for those who look into objections.
    """
    approved_by = _("审批人：%(name)s") % {"name": notice.approver}
    return Document(
        title=_("公示情况登记表"),
        paper=Paper.FORM,
        organisation=issuer_of(notice),
        subtitle=notice.public_number,
        blocks=[
            Table(rows=_facts(notice, counted), widths=(LABEL, VALUE, LABEL, VALUE)),
            _results(notice),
            *_objections(objections),
            Table(rows=[[_("受理人："), approved_by, _("日期：")]], ruled=False),
        ],
    )


def _facts(notice: PublicNotice, counted: Counting | None) -> list[Row]:
    group = "、".join(str(one) for one in notice.reviewers.all())
    days = _("%(count)d个工作日") % {"count": counted.count if counted else notice.days}
    reviewed = in_full(notice.reviewed_on) if notice.reviewed_on else ""
    scope = _("教职工和社会") if notice.is_public else _("教职工")
    document = f"{notice.document_no}（{in_full(notice.document_on)}）" if notice.document_on else ""
    return [
        [_label(_("公示事项")), Cell(notice.title, colspan=3)],
        [_label(_("公示对象")), notice.get_object_display(), _label(_("公示范围")), scope],
        [_label(_("依据文件")), notice.basis, _label(_("责任部门")), str(notice.department or "")],
        [_label(_("评审小组")), Cell(group, colspan=3)],
        [_label(_("评审日期")), reviewed, _label(_("公示天数")), days],
        [_label(_("公示时间")), Cell(notice.span, colspan=3)],
        *[[_label(_("延长公示")), Cell(f"{one}：{one.reason}", colspan=3)] for one in notice.extensions.all()],
        [_label(_("结论")), Cell(notice.conclusion or notice.withdraw_reason, colspan=3)],
        [_label(_("结果文件")), Cell(document, colspan=3)],
    ]


def _label(text: str) -> Cell:
    return Cell(text, align=Align.CENTER, bold=True)


def _results(notice: PublicNotice) -> Table:
    return Table(
        head=[[_("序号"), _("姓名"), _("部门"), _("拟定内容"), _("结果"), _("说明")]],
        rows=[
            [
                Cell(str(one.place), align=Align.CENTER),
                one.name,
                one.department,
                one.what,
                one.get_result_display(),
                one.result_note,
            ]
            for one in notice.candidates.all()
        ],
        widths=(8, 16, 22, 30, 16, 30),
        caption=_("公示名单和结果"),
    )


def _objections(objections: Sequence[Objection]) -> list[Block]:
    if not objections:
        return [Paragraph(_("公示期内没有收到异议。"), indent=False)]
    table = Table(
        head=[[_("序号"), _("提出方式"), _("针对"), _("异议内容"), _("认定"), _("认定说明")]],
        rows=[
            [
                Cell(str(number), align=Align.CENTER),
                (_("匿名") if one.is_anonymous else _("具名")) + "，" + one.get_way_display(),
                one.candidate.name if one.candidate else _("整份公示"),
                one.text,
                one.get_finding_display() or _("待认定"),
                one.finding_text,
            ]
            for number, one in enumerate(objections, start=1)
        ],
        widths=(8, 18, 14, 36, 14, 36),
        caption=_("异议和处理"),
    )
    return [table]
