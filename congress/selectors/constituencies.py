"""How many people constituencies stand for, what seats that gives, and which of them are vacant."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from congress.enums import Body, DelegateKind, ElectionStatus
from congress.models import Constituency, Delegate, DelegateElection, Term
from congress.models.voters import constituencies_by_elector, electors
from congress.selectors.seats import shared_seats
from unionoffice.dated import covering
from unionoffice.rules import rule, rules_under

WHOLE = 100


@dataclass(frozen=True)
class ConstituencyLine:
    """One constituency as its term's page shows it."""

    constituency: Constituency
    units: str
    """The groups and departments it covers, by name."""
    people: int
    computed: int | None
    """The seats that its number of people gives; None as long as the term has no total."""
    filled: int

    @property
    def vacant(self) -> int:
        """Seats that nobody holds."""
        return max((self.constituency.seats or 0) - self.filled, 0)


@dataclass(frozen=True)
class Apportionment:
    """All constituencies of a term, and who belongs to none or to several."""

    lines: tuple[ConstituencyLine, ...]
    electors: int
    left_out: int
    counted_twice: int

    @property
    def seats(self) -> int:
        """Seats that are set."""
        return sum(line.constituency.seats or 0 for line in self.lines)

    @property
    def filled(self) -> int:
        """Delegates in force who hold one of them."""
        return sum(line.filled for line in self.lines)


def apportionment(term: Term, on: date) -> Apportionment:
    """People, computed, set and filled seats of every constituency; a constant number of queries."""
    constituencies = list(term.constituencies.prefetch_related("groups", "departments"))
    where = constituencies_by_elector(constituencies, term, on)
    people = Counter(key for keys in where.values() for key in keys)
    sizes = {one.pk: people[one.pk] for one in constituencies}
    fits = term.delegate_total is not None and term.delegate_total >= len(sizes)
    computed = shared_seats(sizes, term.delegate_total or 0) if fits else {}
    filled = _filled(term, on)
    lines = tuple(
        ConstituencyLine(one, _units(one), people[one.pk], computed.get(one.pk), filled.get(one.pk, 0))
        for one in constituencies
    )
    left_out = sum(not keys for keys in where.values())
    return Apportionment(lines, len(where), left_out, sum(len(keys) > 1 for keys in where.values()))


def _units(constituency: Constituency) -> str:
    covered = [*constituency.groups.all(), *constituency.departments.all()]
    return "、".join(unit.name for unit in covered)


def _filled(term: Term, on: date) -> dict[int, int]:
    held = Delegate.objects.voting_on(on).filter(term=term, constituency__isnull=False).order_by()
    return dict(held.values_list("constituency").annotate(Count("pk")))


def vacancies(on: date) -> QuerySet[Constituency]:
    """Constituencies of running terms with fewer delegates than seats, by `vacant` ones; not those that elect now."""
    serving = Q(delegates__kind=DelegateKind.VOTING) & covering(on, path="delegates__")
    running = Constituency.objects.filter(covering(on, path="term__"), seats__isnull=False)
    counted = running.annotate(vacant=F("seats") - Count("delegates", filter=serving, distinct=True))
    electing = DelegateElection.objects.exclude(status=ElectionStatus.DONE).filter(constituency__isnull=False)
    return counted.filter(vacant__gt=0).exclude(pk__in=electing.values("constituency")).select_related("term")


def suggested_total(term: Term, on: date) -> int:
    """How many delegates the rules ask for: a share of the staff, rounded up (学校教职工代表大会规定), or by how many
    members the union has (基层工会会员代表大会条例).
    """
    people = electors(Body(term.body), on).count()
    if term.body == Body.UNION:
        steps = rules_under("congress.members_seats.", on=on)
        reached = [int(step.typed) for start, step in steps.items() if int(start) <= people]
        return max(reached, default=people)
    share = rule("congress.delegate_share", on=on)
    return -int(-share * people // WHOLE)
