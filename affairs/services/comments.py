"""Comments on passages: made by the approver while a text waits, marked as done by its writer."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from affairs.enums import DisclosureStatus
from affairs.models import LONGEST_QUOTE, Disclosure, PassageComment
from affairs.selectors import comments_to_settle, passages_of
from affairs.services.checks import ensure_as_read
from affairs.services.rounds import round_in_hand
from unionoffice import audit
from unionoffice.refusal import Refused, stated
from unionoffice.states import lock


@transaction.atomic
def comment_on_passage(
    disclosure: Disclosure, *, version: int, place: int, quote: str, text: str, by: Any, on: date
) -> PassageComment:
    """Say something about a passage of a text that waits; without a quote, about the whole paragraph.

    Refused where the text was changed since it was read, and for words that don't stand there.
    """
    lock(disclosure)
    if disclosure.status != DisclosureStatus.SUBMITTED:
        raise Refused(_("现在不是待审批状态，不能批注。请刷新页面查看最新情况。"))
    ensure_as_read(disclosure, version)
    comment = PassageComment(
        submission=round_in_hand(disclosure),
        place=place,
        quote=_quoted(disclosure, place, quote),
        text=stated(text, _("请写明批注。")),
        made_by=by,
        made_on=on,
    )
    with audit.deed("批注", by=by):
        comment.save()
    return comment


@transaction.atomic
def mend_comment(comment: PassageComment, *, text: str, by: Any) -> PassageComment:
    """Put a comment differently; refused once it was sent, and for another's."""
    _ensure_own(comment, by)
    comment.text = stated(text, _("请写明批注。"))
    with audit.deed("修改批注", by=by):
        comment.save()
    return comment


@transaction.atomic
def remove_comment(comment: PassageComment, *, by: Any) -> None:
    """Take a comment back before it was sent; refused afterwards, and for another's."""
    _ensure_own(comment, by)
    with audit.deed("删除批注", by=by):
        comment.delete()


def settle_comments(disclosure: Disclosure, done: Collection[PassageComment], *, by: Any, on: date) -> None:
    """Mark the comments that the writer has met, and no others. The caller holds the disclosure's row."""
    for comment in comments_to_settle(disclosure):
        is_done = comment in done
        if is_done == (comment.done_on is not None):
            continue
        comment.done_by, comment.done_on = (by, on) if is_done else (None, None)
        with audit.deed("批注已改" if is_done else "批注未改", by=by):
            comment.save()


def _ensure_own(comment: PassageComment, by: Any) -> None:
    """While its round is held, so that it isn't sent meanwhile."""
    lock(comment.submission.disclosure)
    if comment.made_by_id != by.pk:
        raise Refused(_("这条批注是%(name)s写的，只能由本人修改。") % {"name": comment.made_by})


def _quoted(disclosure: Disclosure, place: int, quote: str) -> str:
    """The words as they stand in the passage; blanks and line ends that a selection brings along don't count."""
    passages = passages_of(disclosure.body)
    if not 1 <= place <= len(passages):
        raise Refused(_("没有找到这一段，请回到正文重新选择。"))
    passage = passages[place - 1].text
    wanted = " ".join(quote.split()) or passage
    if "".join(wanted.split()) not in "".join(passage.split()):
        raise Refused(_("选中的文字不在这一段里，请回到正文重新选择。"))
    return wanted if len(wanted) <= LONGEST_QUOTE else f"{wanted[: LONGEST_QUOTE - 1]}…"
