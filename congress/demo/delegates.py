"""Who elects the demo school's delegates and with whom they sit; a by-election that is over, and one that runs."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from congress import services
from congress.enums import Body, Departure, ElectionMethod, Occasion
from congress.models import Constituency, Delegate, DelegateElection, Delegation, Term
from congress.selectors import electors, electors_of
from members.enums import PostRank
from members.models import Account, Member, UnionGroup
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role

EQUAL = "各选举单位名额相等，便于编团讨论。"
MORE = "本单位新进教师较多，增加1名。"
DELEGATIONS = ("第一代表团", "第二代表团")
CANVASSED = "名单在年级组张贴三天，召开座谈会两次，收到意见4条，建议增加一线班主任，已采纳。"
PUT_UP = "工会小组推荐2人，教职工联名推荐1人。"
AGREED = "再次张贴三天，没有不同意见。"


SINCE_REPLACED = timedelta(days=5)
"""The seat was given up a month before that, after the last session: whoever had it is on the roll of that one."""

DELEGATE = "1008"
"""A delegate of the teacher's own group."""

INVITED = "1015"
"""A delegate whose word a proposal still waits for."""

LEADERS = ("1001", "1002", DELEGATE, INVITED)
"""Who leads a department and is a delegate all the same; chair and secretary of the union are."""


def electable(people: QuerySet[Member]) -> QuerySet[Member]:
    """Of some people those whom the school elects: hardly anybody who leads, so that the rule on them is kept."""
    leads = Q(post_rank__in=(PostRank.SCHOOL, PostRank.MIDDLE)) & ~Q(employee_no__in=LEADERS)
    return people.exclude(leads).order_by("employee_no")


def found_constituencies(term: Term, *, by: Account, on: date) -> None:
    """One for each union group with people who serve."""
    serving = electors(Body(term.body), on).values("pk")
    groups = list(UnionGroup.objects.filter(places__to_on=None, places__member__in=serving).distinct())
    for place, group in enumerate(groups, start=1):
        constituency = Constituency(term=term, name=group.name.replace("小组", "选区"), position=place)
        services.save_constituency(constituency, {}, groups=[group], departments=[], by=by)


def share_evenly(term: Term, each: int, *, by: Account, on: date) -> None:
    """As many seats for every constituency, whatever the number of its people."""
    services.share_out_seats(term, each * term.constituencies.count(), by=by, on=on)
    for constituency in term.constituencies.exclude(seats=each):
        services.adjust_seats(constituency, each, reason=EQUAL, by=by, on=on)


def elect_delegates(on: date) -> None:
    """Seat all delegates; fill one seat by 二上二下 after somebody gave it back, and begin to fill another."""
    term, secretary = Term.objects.get(body=Body.STAFF), holder_of(Role.SECRETARY, on)
    first, *_rest, last = term.constituencies.all()
    with as_of(on - SINCE_REPLACED):
        _replace_one(first, by=secretary, on=on - SINCE_REPLACED)
    with as_of(on - timedelta(days=2)):
        services.adjust_seats(last, (last.seats or 0) + 1, reason=MORE, by=secretary, on=on - timedelta(days=2))
        _begin_direct(last, by=secretary, on=on - timedelta(days=2))
    _seat(term, by=secretary)


def _seat(term: Term, *, by: Account) -> None:
    """Half of the constituencies in each delegation, led by its first delegate."""
    constituencies = list(term.constituencies.all())
    half = len(constituencies) // 2
    parts = (constituencies[:half], constituencies[half:])
    for place, (name, part) in enumerate(zip(DELEGATIONS, parts, strict=True)):
        delegates = Delegate.objects.filter(term=term, constituency__in=part).order_by("pk")
        head = delegates.filter(to_on=None, kind="voting")[0].member
        delegation = Delegation(term=term, name=name, position=place + 1, head=head)
        services.save_delegation(delegation, {}, by=by)
        services.seat_delegates(delegates, delegation, by=by)


def _replace_one(constituency: Constituency, *, by: Account, on: date) -> None:
    gone = Delegate.objects.voting_on(on).filter(constituency=constituency).order_by("-pk")[0]
    services.end_delegacy(
        gone, departure=Departure.RESIGNED, last_day=on - timedelta(days=30), note="工作调整", by=by
    )
    election = DelegateElection(
        term=constituency.term,
        constituency=constituency,
        method=ElectionMethod.TWICE,
        occasion=Occasion.BY,
        replaces=gone,
        seats=1,
    )
    services.begin_election(election, by=by, on=on)
    people = _others(constituency, gone.member, on - timedelta(days=20))
    for ago, count, notes in ((20, 4, ""), (15, 3, CANVASSED), (12, 3, ""), (7, 2, AGREED)):
        day = on - timedelta(days=ago)
        services.record_names(election, people[:count], held_on=day, notes=notes, by=by, on=on)
    _vote(election, people[:2], by=by, on=on)
    services.conclude_election(election, by=by)
    passed = services.Verdict(has_passed=True)
    services.check_elected(election, {people[0].pk: passed}, from_on=on, by=by, on=on)


def _vote(election: DelegateElection, standing: Sequence[Member], *, by: Account, on: date) -> None:
    """All but two of the constituency come, and all but a few of them vote for the first."""
    due = electors_of(election.constituency, election.term, on).count()
    present = due - 2
    count = services.BallotCount(due, present, present, present, present - 1, 1)
    votes = {standing[0].pk: present - 3, standing[1].pk: 2}
    services.record_ballot(election, count, votes, held_on=on, notes="", by=by, on=on)


def _begin_direct(constituency: Constituency, *, by: Account, on: date) -> None:
    election = DelegateElection(term=constituency.term, constituency=constituency, occasion=Occasion.BY, seats=1)
    services.begin_election(election, by=by, on=on)
    people = _others(constituency, None, on)
    services.record_names(election, people[:3], held_on=on, notes=PUT_UP, by=by, on=on)


def _others(constituency: Constituency, gone: Member | None, on: date) -> list[Member]:
    """Who elects there and doesn't sit there."""
    seated = Delegate.objects.in_force_on(on).filter(term=constituency.term).values("member")
    people = electors_of(constituency, constituency.term, on).exclude(pk__in=seated).exclude(account__grants__gt=0)
    if gone is not None:
        people = people.exclude(pk=gone.pk)
    return list(people.order_by("-employee_no")[:4])
