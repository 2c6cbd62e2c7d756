"""What came of each round of an election, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from congress.enums import Stage
from congress.models import Candidacy, DelegateElection, ElectionRound
from congress.selectors import majority_of, tallied


@dataclass(frozen=True)
class ToldRound:
    """A round for the page: its names, by votes in a ballot, and a sentence on its count."""

    round: ElectionRound
    names: tuple[Candidacy, ...]
    counted: str
    outcome: str

    @property
    def is_ballot(self) -> bool:
        """Votes were counted."""
        return self.round.stage == Stage.BALLOT


def told_rounds(election: DelegateElection, rounds: Iterable[Any]) -> list[ToldRound]:
    """Every round in its order; the seats that a ballot had are what the ones before it left."""
    told, seats = [], election.seats
    for one in rounds:
        names = tuple(one.named)
        if one.stage != Stage.BALLOT:
            told.append(ToldRound(one, names, "", ""))
            continue
        told.append(ToldRound(one, names, counted_words(one), outcome_words(one, names, seats)))
        seats -= sum(name.is_elected for name in names)
    return told


def counted_words(one: ElectionRound) -> str:
    """应到40人，实到30人。发出选票30张，收回30张，有效29张，无效1张."""
    sentence = _(
        "应到%(due)d人，实到%(present)d人。发出选票%(issued)d张，收回%(returned)d张，有效%(valid)d张，无效%(invalid)d张。"
    )
    names = ("due", "present", "issued", "returned", "valid", "invalid")
    return sentence % {name: getattr(one, name) for name in names}


def outcome_words(one: ElectionRound, names: Iterable[Candidacy], seats: int) -> str:
    """Why who is elected, and why a seat stays open."""
    by_key = {name.member_id: name for name in names}
    votes = {key: name.votes or 0 for key, name in by_key.items()}
    tally = tallied(votes, due=one.due or 0, seats=seats)
    told = {"needed": majority_of(one.due or 0), "passed": tally.passed, "seats": seats, "n": len(tally.elected)}
    parts = [_("超过应到人数半数须得%(needed)d票，有%(passed)d人达到；应选%(seats)d名，当选%(n)d名。") % told]
    if tally.tied:
        tied = "、".join(by_key[key].member.name for key in tally.tied if isinstance(key, int))
        sentence = _("%(names)s得票相等，不能确定当选人，%(open)d个名额留待他们再次投票。")
        parts.append(sentence % {"names": tied, "open": tally.open_seats})
    elif tally.open_seats:
        parts.append(_("还有%(open)d个名额没有人得票过半数，可以再次投票。") % {"open": tally.open_seats})
    return "".join(parts)
