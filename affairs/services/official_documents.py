"""Every write to the register of documents."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import Direction, DocumentStatus, Secrecy
from affairs.models import DocumentForward, OfficialDocument
from affairs.selectors import people_of_departments
from members.models import Account, Department, Member
from unionoffice import audit
from unionoffice.days import in_short
from unionoffice.inbox import notify
from unionoffice.numbering import next_number
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock, moving

DOCUMENT_SERIES = "affairs.document"
REWRITABLE_DOCUMENT = frozenset(
    {
        "document_no",
        "party",
        "title",
        "dated_on",
        "handled_on",
        "urgency",
        "secrecy",
        "summary",
        "asks_for",
        "department",
        "due_on",
    }
)


@transaction.atomic
def register_document(document: OfficialDocument, *, by: Any, on: date) -> OfficialDocument:
    """Enter a document under the next number of its direction and year; one that asks for something is to be done.

    Refused for a day that hasn't come, and where a document of that 文号 from the same sender is registered already.
    """
    document.status = DocumentStatus.PENDING if document.asks_for else DocumentStatus.FILED
    return _enter(document, verb="登记", by=by, on=on)


@transaction.atomic
def record_past_documents(documents: Sequence[OfficialDocument], *, by: Any, on: date) -> None:
    """Take in a register that was kept elsewhere; what has an outcome is done, on the day that the document says.

    They are numbered in the order given. Nobody is told, and each is refused as one that is registered would be.
    """
    for document in documents:
        if document.outcome:
            document.status = DocumentStatus.DONE
        else:
            document.status = DocumentStatus.PENDING if document.asks_for else DocumentStatus.FILED
        _enter(document, verb="补录", by=by, on=on)


@transaction.atomic
def mend_document(document: OfficialDocument, *, changes: Mapping[str, Any], by: Any, on: date) -> OfficialDocument:
    """Set an entry of the register in order. Number and year stay; one that asks for something now is to be done."""
    lock(document)
    if document.status == DocumentStatus.VOID:
        raise Refused(_("%(number)s已作废，不能修改。") % {"number": document.short_number})
    for name in REWRITABLE_DOCUMENT & changes.keys():
        setattr(document, name, changes[name])
    _check(document, on)
    if document.handled_on.year != document.year:
        raise Refused(
            _("%(number)s是%(year)d年的登记号，收发日期要在这一年。登记错年度的，请作废后重新登记。")
            % {"number": document.short_number, "year": document.year}
        )
    if document.status != DocumentStatus.DONE:
        document.status = DocumentStatus.PENDING if document.asks_for else DocumentStatus.FILED
    with audit.deed("修改", by=by):
        document.save()
    return document


@transaction.atomic
def forward_document(
    document: OfficialDocument,
    *,
    members: Iterable[Member] = (),
    departments: Iterable[Department] = (),
    due_on: date | None = None,
    by: Any,
    on: date,
) -> list[DocumentForward]:
    """Give it to people to read, named or as those who work in some departments today; each is told.

    Who got it before isn't given it twice. Refused where nobody new is reached.
    """
    lock(document)
    if document.status == DocumentStatus.VOID:
        raise Refused(_("%(number)s已作废，不能传阅。") % {"number": document.short_number})
    if due_on is not None and due_on < on:
        raise Refused(_("阅读期限不能早于今天。"))
    wanted: dict[int, int | None] = {**people_of_departments(list(departments), on)}
    wanted |= {member.pk: wanted.get(member.pk) for member in members}
    had = set(document.forwards.filter(member__in=wanted).values_list("member", flat=True))
    new = {member: department for member, department in wanted.items() if member not in had}
    if not new:
        raise Refused(_("所选的人都已经传阅过，没有新的传阅对象。"))
    alike = {"document": document, "forwarded_on": on, "forwarded_by": by, "due_on": due_on}
    rows = [DocumentForward(member_id=key, department_id=place, **alike) for key, place in sorted(new.items())]
    DocumentForward.objects.bulk_create(rows)
    note = _("%(n)d人") % {"n": len(rows)} + (f"，{in_short(due_on)}前" if due_on else "")
    audit.record_event(document, verb="传阅", by=by, note=note)
    notify(
        Account.objects.filter(member__in=new),
        _("有文件请您阅读：%(title)s") % {"title": _told(document)},
        url=document.get_absolute_url(),
        key=f"document-{document.pk}-forwarded",
    )
    return rows


@transaction.atomic
def read_document(forward: DocumentForward, *, remark: str = "", by: Any, on: date) -> DocumentForward:
    """Note that its reader has read it, and what they think; said once."""
    lock(forward)
    if by.member_id != forward.member_id:
        raise Refused(_("只能标记自己的传阅文件。"))
    if forward.read_on is not None:
        raise Refused(_("您已经标记过已阅。"))
    forward.read_on, forward.remark = on, remark.strip()
    with audit.deed("已阅", by=by):
        forward.save()
    return forward


@transaction.atomic
def recall_forward(forward: DocumentForward, *, by: Any) -> None:
    """Take back what somebody got by mistake, as long as they haven't read it."""
    lock(forward)
    if forward.read_on is not None:
        raise Refused(_("%(name)s已经阅读，不能取消传阅。") % {"name": forward.member})
    with audit.deed("取消传阅", by=by):
        forward.delete()


def finish_document(document: OfficialDocument, *, outcome: str, by: Any, on: date) -> OfficialDocument:
    """What it asked for is done."""
    with moving(document, to=DocumentStatus.DONE, by=by, verb="办结", note=outcome):
        document.outcome, document.done_on = stated(outcome, _("请写明办理结果。")), on
    return document


def void_document(document: OfficialDocument, *, reason: str, by: Any) -> OfficialDocument:
    """Strike a number that was given by mistake; it stays in the register and is never given again."""
    with moving(document, to=DocumentStatus.VOID, by=by, verb="作废", note=reason):
        document.void_reason = stated(reason, _("请写明作废的原因。"))
    return document


def _enter(document: OfficialDocument, *, verb: str, by: Any, on: date) -> OfficialDocument:
    _check(document, on)
    document.year = document.handled_on.year
    document.number = next_number(f"{DOCUMENT_SERIES}.{document.direction}", document.year)
    document.registered_by = by
    with audit.deed(verb, by=by):
        document.save()
    return document


def _told(document: OfficialDocument) -> str:
    """What a notice, which may leave the office, says of it: of an internal one only its number."""
    return document.title if document.secrecy == Secrecy.NONE else document.public_number


def _check(document: OfficialDocument, on: date) -> None:
    if document.handled_on > on:
        raise Refused(
            _("收文日期不能晚于今天，请核对。")
            if document.direction == Direction.INCOMING
            else _("发文日期不能晚于今天，请核对。")
        )
    if document.due_on is not None and not document.asks_for:
        raise Refused(_("填写了办理期限，请同时写明办理要求。"))
    if document.due_on is not None and document.due_on < document.handled_on:
        raise Refused(_("办理期限不能早于收发日期，请核对。"))
    _check_twice(document)


def _check_twice(document: OfficialDocument) -> None:
    if not document.document_no:
        return
    same = OfficialDocument.objects.valid().filter(
        direction=document.direction, document_no=document.document_no, party=document.party
    )
    if known := same.exclude(pk=document.pk).first():
        raise Refused(
            _("%(no)s已经登记过，登记号%(number)s，不用再登记。")
            % {"no": document.document_no, "number": known.short_number}
        )
