"""Mailboxes and letters for tests, made by the steps that make them."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from affairs import services
from affairs.enums import LetterCategory, LetterStatus, LetterWay, MailboxKind, Reach, ReplyWish
from affairs.models import BoxOpening, Letter, Mailbox
from tests.conftest import TODAY
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.codes import new_slip
from unionoffice.roles import Role

SUBJECT, BODY = "值班室热水", "晚上十点以后没有热水。"


def open_mailbox(role=Role.PRINCIPAL, **fields):
    """A mailbox on a page, in use since long ago."""
    told = {
        "name": "校长信箱",
        "kind": MailboxKind.ONLINE,
        "role": role,
        "writers": Reach.STAFF,
        "in_use_from": date(2013, 1, 1),
    }
    return Mailbox.objects.create(**{**told, **fields})


def unsent(mailbox=None, **fields):
    told = {"category": LetterCategory.LOGISTICS, "subject": SUBJECT, "body": BODY, "wish": ReplyWish.MAY_PUBLISH}
    target = {} if "disclosure" in fields else {"mailbox": mailbox or open_mailbox()}
    return Letter(**{**target, **told, **fields})


def signed(by, mailbox=None, *, on=TODAY, files=(), **fields):
    return services.write_letter(unsent(mailbox, **fields), files=files, by=by, on=on)


def anonymous(mailbox=None, *, on=TODAY, files=(), **fields):
    """The letter and its code."""
    letter = unsent(mailbox, **fields)
    code = services.write_anonymous_letter(letter, slip=new_slip(), files=files, on=on)
    return letter, code


def on_paper(mailbox, by, *, on=TODAY, **fields):
    letter = unsent(mailbox, **{"way": LetterWay.PAPER, "received_on": on, **fields})
    return services.record_letter(letter, by=by, on=TODAY if on > TODAY else max(on, TODAY))


def taken_up(letter, by, *, on=TODAY):
    return services.take_up_letter(letter, by=by, on=on)


def answered(letter, by, *, text="已经修好。", on=TODAY):
    if letter.status == LetterStatus.RECEIVED:
        taken_up(letter, by, on=on)
    return services.answer_letter(letter, text=text, by=by, on=on)


def closed(letter, by, *, on=TODAY):
    return services.close_letter(answered(letter, by, on=on), by=by, on=on)


def published(letter, by, *, reach=Reach.STAFF, on=TODAY):
    return services.publish_reply(letter, question="热水何时供应？", answer="全天供应。", reach=reach, by=by, on=on)


def at(status, owner=None, **fields):
    """A letter at a status, of nobody's who matters here."""
    owner = owner or AccountFactory()
    letter, _code = anonymous(**fields)
    if status == LetterStatus.REFUSED:
        return services.refuse_letter(letter, reason="广告。", by=owner)
    if status != LetterStatus.RECEIVED:
        taken_up(letter, owner)
    if status == LetterStatus.ASKED:
        services.ask_sender(letter, text="哪一层？", by=owner, on=TODAY)
    if status in (LetterStatus.ANSWERED, LetterStatus.CLOSED):
        answered(letter, owner)
    return services.close_letter(letter, by=owner, on=TODAY) if status == LetterStatus.CLOSED else letter


def photo(name="IMG_20261122_103012.jpg", *, exif=True, icc=None):
    """A photo as a phone makes it, with time, place and make."""
    picture = Image.new("RGB", (60, 40), (10, 120, 110))
    told = Image.Exif()
    told[0x0110], told[0x0132] = "Phone 15 of Han Mei", "2026:11:22 10:30:12"
    out = BytesIO()
    picture.save(out, format="JPEG", exif=told if exif else b"", icc_profile=icc)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def pdf(name="意见.pdf"):
    content = b"%PDF-1.4\n1 0 obj<</Author(Han Mei)>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def opening(**people):
    """Of a box on the wall."""
    mailbox = open_mailbox(kind=MailboxKind.HUNG, place="教学楼", takes_letters_here=False)
    told = {"opener": MemberFactory(), "witness": MemberFactory(), **people}
    return BoxOpening.objects.create(mailbox=mailbox, opened_on=TODAY, found=0, **told)


LINKS = {
    ("affairs.BoxOpening", "opener"): lambda one: opening(opener=one),
    ("affairs.BoxOpening", "witness"): lambda one: opening(witness=one),
    ("affairs.Mailbox", "keeper"): lambda one: open_mailbox(role="", keeper=one),
}
"""A row for every way in which mailboxes point at a person: read by tests/test_merging.py."""
