"""What two records of one person both did in the congress."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from congress.models import Delegate, Rating, Seconding
from members.models import Member
from unionoffice.areas import Foreseen
from unionoffice.merging import twins


def double_delegacies(kept: Member, dropped: Member) -> list[tuple[Delegate, Delegate]]:
    """Delegacies of two records of one person in one term, where both hold on some day."""
    rows = Delegate.objects.select_related("term", "group")
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
    if count := len(twins(Seconding.objects.all(), kept, dropped, "proposal_id")):
        yield Foreseen(_("%(n)d件提案两份档案都在附议名单里，各留一次，已附议的优先。") % {"n": count})
    if count := len(twins(Rating.objects.all(), kept, dropped, "answer_id")):
        yield Foreseen(_("%(n)d份答复两份档案都评价过，各留一次，提案人的优先。") % {"n": count})
