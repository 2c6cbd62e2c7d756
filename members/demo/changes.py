"""Changes of status in the demo school's last months, with their papers, and two applications to join."""

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile

from members.enums import ChangeKind
from members.forms.joining import PLEDGE
from members.models import Account, Member, StatusChange
from members.papers import introduction_letter
from members.services import apply_to_join, approve_application, change_status
from unionoffice.attachments import attach
from unionoffice.demo import as_of
from unionoffice.documents import render_pdf

CHANGES: tuple[tuple[str, ChangeKind, int, dict[str, str]], ...] = (
    (
        "1044",
        ChangeKind.TRANSFERRED_IN,
        150,
        {"other_union": "江城市实验小学工会", "letter_no": "{year}-017", "reason": "工作调动"},
    ),
    ("1076", ChangeKind.TRANSFERRED_OUT, 100, {"other_union": "江城市第三中学工会", "reason": "工作调动"}),
    ("1111", ChangeKind.LEFT, 120, {"reason": "辞职离校", "document_no": "江教人〔{year}〕21号"}),
    ("1141", ChangeKind.DIED, 40, {"reason": "因病去世"}),
)
"""Employee number, what happened, how many days ago, and what the paper said."""

WAITS, JOINED = "1087", "1130"
"""Who waits for an answer to the application, and who was taken in."""


def add_changes(on: date, *, by: Account) -> None:
    """What happened lately, entered by the secretary on its day."""
    for number, kind, days, told in CHANGES:
        member = Member.objects.get(employee_no=number)
        day = _day(member, on - timedelta(days=days))
        with as_of(day):
            words = {name: text.format(year=day.year) for name, text in told.items()}
            change = change_status(member, kind, on=day, today=on, by=by, **words)
            if kind is ChangeKind.TRANSFERRED_OUT:
                _file_stub(change, by=by)
    _take_in(Member.objects.get(employee_no=JOINED), on, by=by)
    waits = Member.objects.get(employee_no=WAITS)
    with as_of(on - timedelta(days=2)):
        apply_to_join(waits, statement=str(PLEDGE), by=waits.account, on=on - timedelta(days=2))


def _take_in(member: Member, on: date, *, by: Account) -> None:
    """Asked three weeks ago, decided two weeks ago."""
    asked, decided = on - timedelta(days=21), on - timedelta(days=14)
    with as_of(asked):
        application = apply_to_join(member, statement=str(PLEDGE), by=member.account, on=asked)
    with as_of(decided):
        approve_application(
            application, joined=decided, card_no="", opinion="同意", decision="同意入会", by=by, on=decided
        )


def _file_stub(change: StatusChange, *, by: Any) -> None:
    paper = render_pdf(introduction_letter(change))
    attach(change, ContentFile(paper, name="介绍信存根.pdf"), by=by, label="已盖章，回执待收")


def _day(member: Member, wanted: date) -> date:
    """The day, or the one after the record begins where that is later: who came when is made up."""
    start = member.status_changes.earliest("on").on
    return max(wanted, start + timedelta(days=1))
