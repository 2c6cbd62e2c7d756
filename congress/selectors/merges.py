"""What two records of one person both did in the congress."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from congress.models import (
    Acknowledgement,
    Candidacy,
    Delegate,
    GroupSeat,
    Leave,
    PresidiumMember,
    Rating,
    RequestSigner,
    Seconding,
    TakeUpRefusal,
)
from members.models import Member
from unionoffice.areas import Foreseen
from unionoffice.merging import twins


def double_delegacies(kept: Member, dropped: Member) -> list[tuple[Delegate, Delegate]]:
    """Delegacies of two records of one person in one term, where both hold on some day."""
    rows = Delegate.objects.select_related("term", "group", "constituency", "delegation")
    others = list(rows.filter(member=dropped))
    return [
        (mine, other)
        for mine in rows.filter(member=kept)
        for other in others
        if mine.term_id == other.term_id
        and mine.from_on <= (other.to_on or date.max)
        and other.from_on <= (mine.to_on or date.max)
    ]


def second_themselves(kept: Member, dropped: Member) -> QuerySet[Seconding]:
    """Secondings of a proposal that the other record of the same person made."""
    found = Q(pk__in=[])
    for author, seconder in ((kept, dropped), (dropped, kept)):
        found |= Q(member=seconder) & (Q(proposal__proposer=author) | Q(proposal__originator=author))
    return Seconding.objects.filter(found)


def foresee_merge(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """What one person can't have done twice. Only numbers are told: whoever merges may not know the proposals."""
    for mine, other in double_delegacies(kept, dropped):
        if not mine.is_same_seat_as(other):
            sentence = _("两份档案在%(term)s同时是%(mine)s和%(other)s，请先结束其中一个，再合并。")
            told = {"term": mine.term, "mine": mine.seat, "other": other.seat}
            yield Foreseen(sentence % told, forbids=True)
    if count := second_themselves(kept, dropped).count():
        yield Foreseen(_("%(n)d次附议的是本人的提案，撤销附议。") % {"n": count})
    for rows, same, sentence in DOUBLED:
        if count := len(twins(rows(), kept, dropped, *same)):
            yield Foreseen(str(sentence) % {"n": count})


DOUBLED: tuple[tuple[Callable[[], QuerySet[Any]], tuple[str, ...], Any], ...] = (
    (
        Seconding.objects.all,
        ("proposal_id",),
        _l("%(n)d件提案两份档案都在附议名单里，各留一次，已附议的优先。"),
    ),
    (Rating.objects.all, ("answer_id",), _l("%(n)d份答复两份档案都评价过，各留一次，提案人的优先。")),
    (
        Acknowledgement.objects.all,
        ("proposal_id", "told_on"),
        _l("%(n)d件提案两份档案都反馈过落实情况，各留一次，认为没有落实的优先。"),
    ),
    (TakeUpRefusal.objects.all, ("proposal_id",), _l("%(n)d份草稿两份档案都婉拒过领衔，各留一次。")),
    (
        Candidacy.objects.all,
        ("round_id",),
        _l("%(n)d次代表选举的名单里两份档案都在，各留一次，当选的优先。"),
    ),
    (
        PresidiumMember.objects.all,
        ("session_id",),
        _l("%(n)d次会议的主席团里两份档案都在，各留一个位置，执行主席优先。"),
    ),
    (
        lambda: GroupSeat.objects.filter(to_on=None),
        ("group_id",),
        _l("%(n)d个工作小组里两份档案都在，各留一个位置，组长优先。"),
    ),
    (Leave.objects.all, ("sitting_id",), _l("%(n)d次会议两份档案都请过假，各留一次，已准假的优先。")),
    (
        RequestSigner.objects.all,
        ("request_id",),
        _l("%(n)d件临时会议提议由两份档案联名，姓名各留一次，联名人数不变，请核对。"),
    ),
)
"""Rows of which one person has one where these fields agree, and what whoever merges is told of them."""
