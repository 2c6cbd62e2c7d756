"""Every write to elections of delegates: their rounds, their counts, and who becomes a delegate by them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from congress.enums import STAGES, ElectionMethod, ElectionStatus, Occasion, Stage
from congress.models import Candidacy, Delegate, DelegateElection, ElectionRound
from congress.selectors import (
    apportionment,
    elected_in,
    electors_of,
    next_stage,
    open_seats,
    quorum_of,
    standing_names,
    tallied,
)
from congress.services.delegates import save_delegate
from members.models import Member
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.rules import rule
from unionoffice.states import lock, moving

COUNTED = ("due", "present", "issued", "returned", "valid")
"""The counts that a ballot keeps; the invalid ones are the rest."""


@dataclass(frozen=True)
class BallotCount:
    """What was counted at a constituency's meeting: people due and present, and ballots."""

    due: int
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int


@dataclass(frozen=True)
class Verdict:
    """What the check of qualifications says of one person who was elected."""

    has_passed: bool
    reason: str = ""


@transaction.atomic
def begin_election(election: DelegateElection, *, by: Any, on: date) -> DelegateElection:
    """Enter an election of one constituency, or of all.

    Refused where everybody meets, while another one runs there, for more seats than are vacant, and for a by-election
    in place of somebody who still is a delegate or sat for another constituency.
    """
    term = lock(election.term)
    if not term.has_delegates:
        raise Refused(_("%(term)s由全体人员参加，不用选举代表。") % {"term": term})
    if election.constituency is not None and election.constituency.term_id != term.pk:
        raise Refused(_("“%(part)s”不属于%(term)s，请重新选择。") % {"part": election.constituency, "term": term})
    running = DelegateElection.objects.exclude(status=ElectionStatus.DONE)
    if running.filter(term=term, constituency=election.constituency).exists():
        raise Refused(_("这个选举单位还有选举没有完成，请先完成。"))
    _must_be_vacant(election, on)
    if election.replaces is not None:
        _must_be_gone(election)
    with audit.deed(_("开始代表选举"), by=by):
        election.save()
    return election


def _must_be_vacant(election: DelegateElection, on: date) -> None:
    if election.seats < 1:
        raise Refused(_("应选人数至少1名。"))
    if election.constituency is None:
        return
    seats = election.constituency.seats
    if seats is None:
        raise Refused(_("%(name)s还没有分配名额，请先分配。") % {"name": election.constituency})
    lines = apportionment(election.term, on).lines
    vacant = next(line.vacant for line in lines if line.constituency.pk == election.constituency_id)
    if election.seats > vacant:
        sentence = _("%(name)s名额%(seats)d名，现在空缺%(vacant)d名，应选人数不能超过空缺。")
        raise Refused(sentence % {"name": election.constituency, "seats": seats, "vacant": vacant})


def _must_be_gone(election: DelegateElection) -> None:
    gone = election.replaces
    assert gone is not None  # noqa: S101 -- asked by the caller
    if election.occasion != Occasion.BY:
        raise Refused(_("只有补选才填写接替的代表。"))
    if gone.term_id != election.term_id or gone.constituency_id != election.constituency_id:
        raise Refused(_("%(name)s不是这个选举单位的代表，请重新选择。") % {"name": gone.member})
    if gone.to_on is None:
        raise Refused(_("%(name)s现在还是代表。请先终止其代表资格，再补选。") % {"name": gone.member})


@transaction.atomic
def record_names(
    election: DelegateElection, members: Collection[Member], *, held_on: date, notes: str, by: Any, on: date
) -> ElectionRound:
    """Keep who was named in the next round, or stayed named after opinions were heard, with those opinions.

    Refused once the rounds of naming are over, out of the order of days, for nobody, for fewer than the seats when
    the candidates are settled, for people who can't be elected, and without a word on how opinions were asked.
    """
    stage = _next(election)
    if stage == Stage.BALLOT:
        raise Refused(_("候选人已经确定，接下来登记投票结果。"))
    if stage in (Stage.FIRST_DOWN, Stage.SECOND_DOWN) and not notes.strip():
        raise Refused(_("请写明怎样征求意见、有哪些意见；没有意见的也请写明。"))
    last_of_naming = STAGES[ElectionMethod(election.method)][-2]
    if len(members) < (election.seats if stage == last_of_naming else 1):
        sentence = _("应选%(seats)d名，候选人不能少于%(seats)d名。") if members else _("请至少选择一个人。")
        raise Refused(sentence % {"seats": election.seats})
    _must_be_eligible(election, members, held_on)
    made = _add_round(election, stage, held_on, notes, by=by, on=on)
    with audit.deed(_("登记名单"), by=by):
        for member in members:
            Candidacy.objects.create(round=made, member=member)
    return made


def _must_be_eligible(election: DelegateElection, members: Collection[Member], on: date) -> None:
    known = set(electors_of(election.constituency, election.term, on).values_list("pk", flat=True))
    strangers = [member.name for member in members if member.pk not in known]
    if strangers:
        where = election.constituency or _("全校")
        sentence = _("%(names)s在%(day)s不是%(where)s的在册人员，不能作为候选人。")
        raise Refused(sentence % {"names": "、".join(strangers), "day": on, "where": where})
    seated = Delegate.objects.voting_on(max(on, election.term.from_on)).filter(term=election.term, member__in=members)
    if seated.exists():
        names = "、".join(seated.values_list("member__name", flat=True))
        raise Refused(_("%(names)s已经是%(term)s的代表。") % {"names": names, "term": election.term})


@transaction.atomic
def record_ballot(
    election: DelegateElection,
    count: BallotCount,
    votes: Mapping[int, int],
    *,
    held_on: date,
    notes: str,
    by: Any,
    on: date,
) -> ElectionRound:
    """Keep the count of a ballot, and who is elected by it: more than half of those due, up to the open seats.

    `votes` are by the members' keys, for every candidate of the round before. Refused before the candidates are
    settled, below two thirds of those due (congress.election_quorum), and for counts that can't be.
    """
    if _next(election) != Stage.BALLOT:
        raise Refused(_("候选人还没有确定，请先登记前面的环节。"))
    seats = open_seats(election)
    if not seats:
        raise Refused(_("名额已经选满，请结束选举。"))
    _must_be_sound(count, held_on)
    standing = {one.member_id: one.member for one in standing_names(election)}
    if set(votes) != set(standing):
        raise Refused(_("候选人名单有变化，请刷新页面，按现在的名单登记得票。"))
    _must_be_countable(count, votes, standing, seats)
    tally = tallied(votes, due=count.due, seats=seats)
    made = _add_round(election, Stage.BALLOT, held_on, notes, by=by, on=on, count=count)
    with audit.deed(_("登记得票"), by=by):
        for member in standing.values():
            is_elected = member.pk in tally.elected
            Candidacy.objects.create(round=made, member=member, votes=votes[member.pk], is_elected=is_elected)
    return made


def _must_be_sound(count: BallotCount, held_on: date) -> None:
    """Each number within the one before it; the sentence names both."""
    if not count.due:
        raise Refused(_("请填写应到人数。"))
    if count.present > count.due:
        raise Refused(_("实到人数不能多于应到人数，请核对。"))
    if rule("congress.election_quorum", on=held_on) and count.present < quorum_of(count.due):
        sentence = _("应到%(due)d人，实到%(present)d人，不足三分之二（%(needed)d人），选举无效。请另定时间再选。")
        raise Refused(sentence % {"due": count.due, "present": count.present, "needed": quorum_of(count.due)})
    if count.issued > count.present:
        raise Refused(_("发出选票不能多于实到人数，请核对。"))
    if count.returned > count.issued:
        raise Refused(_("收回选票多于发出选票，选举无效。请重新投票。"))
    if count.valid + count.invalid != count.returned:
        raise Refused(_("有效票和无效票相加应等于收回选票，请核对。"))


def _must_be_countable(
    count: BallotCount, votes: Mapping[int, int], standing: Mapping[int, Member], seats: int
) -> None:
    for key, number in votes.items():
        if number > count.valid:
            sentence = _("%(name)s的得票%(votes)d票多于有效票%(valid)d张，请核对。")
            raise Refused(sentence % {"name": standing[key], "votes": number, "valid": count.valid})
    if sum(votes.values()) > count.valid * seats:
        sentence = _("得票合计%(sum)d票，多于有效票%(valid)d张各选%(seats)d名的总数，请核对。")
        raise Refused(sentence % {"sum": sum(votes.values()), "valid": count.valid, "seats": seats})


def _next(election: DelegateElection) -> Stage:
    lock(election)
    if election.status != ElectionStatus.RUNNING:
        raise Refused(_("选举已经结束，请刷新页面查看最新情况。"))
    return next_stage(election)


def _add_round(
    election: DelegateElection,
    stage: Stage,
    held_on: date,
    notes: str,
    *,
    by: Any,
    on: date,
    count: BallotCount | None = None,
) -> ElectionRound:
    if held_on > on:
        raise Refused(_("日期是%(day)s，请在这一天以后登记。") % {"day": held_on})
    last = election.rounds.order_by("-number").first()
    if last is not None and held_on < last.held_on:
        sentence = _("不能早于上一环节的日期%(day)s，请核对。")
        raise Refused(sentence % {"day": last.held_on})
    counted = {} if count is None else {name: getattr(count, name) for name in COUNTED}
    number = last.number + 1 if last else 1
    with audit.deed(_("登记%(stage)s") % {"stage": stage.label}, by=by):
        return ElectionRound.objects.create(
            election=election, number=number, stage=stage, held_on=held_on, notes=notes, **counted
        )


@transaction.atomic
def retract_round(election: DelegateElection, *, reason: str, by: Any) -> None:
    """Take back the last round, which was entered wrongly, to enter it anew; the trail keeps that it was there."""
    _next(election)
    last = election.rounds.order_by("-number").first()
    if last is None:
        raise Refused(_("还没有登记任何环节。"))
    if not reason.strip():
        raise Refused(_("请写明撤销的理由。"))
    with audit.deed(_("撤销%(stage)s") % {"stage": last.get_stage_display()}, by=by, note=reason):
        for named in last.names.all():
            named.delete()
        last.delete()
        election.save()


def conclude_election(election: DelegateElection, *, by: Any) -> DelegateElection:
    """Close an election after its last ballot: whom it elected waits for the check; with nobody elected it is over.

    Seats that it left open stay vacant, for a by-election.
    """
    elected = elected_in(election).exists()
    to = ElectionStatus.ELECTED if elected else ElectionStatus.DONE
    with moving(election, to=to, by=by, verb=_("结束选举")):
        last = election.rounds.filter(stage=Stage.BALLOT).order_by("-number").first()
        if last is None:
            raise Refused(_("还没有登记投票结果，不能结束选举。"))
        election.concluded_on = last.held_on
    return election


@transaction.atomic
def check_elected(
    election: DelegateElection, verdicts: Mapping[int, Verdict], *, from_on: date, by: Any, on: date
) -> list[Delegate]:
    """资格审查: enter those who pass as delegates from a day on; the seats of the others fall vacant.

    `verdicts` are by the members' keys, one for each who was elected, by the group that checks. Refused for anybody
    without a verdict, without a reason, or before the election.
    """
    with moving(election, to=ElectionStatus.DONE, by=by, verb=_("完成资格审查")):
        chosen = list(elected_in(election))
        if {one.member_id for one in chosen} != set(verdicts):
            raise Refused(_("请对每一位当选人作出审查结论。"))
        if election.concluded_on is not None and from_on < election.concluded_on:
            raise Refused(_("代表资格不能早于选举结束的日期%(day)s。") % {"day": election.concluded_on})
        election.checked_on = on
        for one in chosen:
            _keep_verdict(one, verdicts[one.member_id])
    return [_enter(election, one.member, from_on, by=by, on=on) for one in chosen if one.has_passed]


def _keep_verdict(one: Candidacy, verdict: Verdict) -> None:
    if not verdict.has_passed and not verdict.reason.strip():
        raise Refused(_("请写明%(name)s未通过审查的理由。") % {"name": one.member})
    one.has_passed, one.refused_because = verdict.has_passed, "" if verdict.has_passed else verdict.reason
    one.save()


def _enter(election: DelegateElection, member: Member, from_on: date, *, by: Any, on: date) -> Delegate:
    """A delegate sits with the others of the constituency's delegation, where they have one."""
    beside = Delegate.objects.filter(term=election.term, constituency=election.constituency, delegation__isnull=False)
    neighbour = beside.exclude(constituency=None).order_by("-pk").first()
    delegate = Delegate(
        term=election.term,
        member=member,
        constituency=election.constituency,
        delegation=neighbour.delegation if neighbour else None,
        election=election,
        qualified_on=on,
        from_on=max(from_on, election.term.from_on),
    )
    return save_delegate(delegate, {}, by=by)
