"""Reads of delegates and their elections: their order on papers, who has left, who may be elected."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from congress.enums import STAGES, Body, ElectionMethod, ElectionStatus, Stage
from congress.models import Candidacy, Delegate, DelegateElection, Term
from congress.models.voters import electors, voters_of
from members.enums import ServiceStatus
from members.models import Member, StatusChange
from unionoffice.rules import rule


def stroke_path(on: date) -> str:
    """The field of a member by which names stand 按姓氏笔画 on that day."""
    return "single_first_key" if rule("names.single_given_first", on=on) else "stroke_key"


def in_stroke_order(delegates: QuerySet[Delegate], on: date) -> QuerySet[Delegate]:
    """Delegates by the strokes of their names."""
    return delegates.order_by(f"member__{stroke_path(on)}", "member__employee_no")


def candidates_of(names: QuerySet[Candidacy], on: date) -> QuerySet[Candidacy]:
    """The names of a round 以姓氏笔画为序."""
    return names.select_related("member").order_by(f"member__{stroke_path(on)}", "member__employee_no")


def delegates_who_left(on: date) -> QuerySet[Delegate]:
    """Voting delegates of running terms who no longer work here, each with `left_on` and `left_as` where known.

    They keep the seat until the secretary ends it: whoever retired in the middle of a session still sat in it.
    """
    last = StatusChange.objects.filter(member=OuterRef("member"), on__lte=on).order_by("-on", "-pk")
    gone = Delegate.objects.voting_on(on).filter(to_on=None)
    gone = gone.annotate(left_on=Subquery(last.values("on")[:1]), left_as=Subquery(last.values("service_status")[:1]))
    return gone.exclude(left_as=ServiceStatus.IN_SERVICE).exclude(left_as=None).select_related("member", "term")


def waiting_to_be_checked() -> QuerySet[DelegateElection]:
    """Elections whose elected people wait for the check of their qualification."""
    waiting = DelegateElection.objects.filter(status=ElectionStatus.ELECTED)
    return waiting.select_related("term", "constituency").order_by("concluded_on", "pk")


def unfit_reason(member: Member, term: Term, on: date) -> str:
    """Why the books say that somebody can't be elected to a term on a day; empty where they say nothing."""
    body = Body(term.body)
    if electors(body, on).filter(pk=member.pk).exists():
        return ""
    if body == Body.UNION:
        return str(_("不是在职的工会会员"))
    return str(_("不在职，或者没有建立聘用关系"))


def elected_in(election: DelegateElection) -> QuerySet[Candidacy]:
    """Whom the ballots of an election elected, the earlier ballot and the more votes first."""
    chosen = Candidacy.objects.filter(round__election=election, is_elected=True)
    return chosen.select_related("member", "round").order_by("round__number", "-votes", "pk")


def standing_names(election: DelegateElection) -> QuerySet[Candidacy]:
    """Who may stand in the next ballot: of the last round whoever wasn't elected in it."""
    last = election.rounds.order_by("-number").first()
    if last is None:
        return Candidacy.objects.none()
    return last.names.filter(is_elected=False).select_related("member")


def next_stage(election: DelegateElection) -> Stage:
    """What the next round of a running election is for: every stage in its order, then ballot after ballot."""
    stages = STAGES[ElectionMethod(election.method)]
    return stages[min(election.rounds.count(), len(stages) - 1)]


def open_seats(election: DelegateElection) -> int:
    """Seats that no ballot has filled yet."""
    return election.seats - elected_in(election).count()


def voters_in_term(term: Term, on: date) -> QuerySet[Member]:
    """Who votes in a term as it stands on a day, or stood at its end or stands at its beginning."""
    return voters_of(term, _within(term, on))


def _within(term: Term, on: date) -> date:
    return min(max(on, term.from_on), term.to_on)


def delegates_in_term(term: Term, on: date) -> QuerySet[Delegate]:
    """Those of a term as they stand on a day, or stood at its end or stand at its beginning."""
    return Delegate.objects.in_force_on(_within(term, on)).filter(term=term)
