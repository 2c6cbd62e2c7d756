"""What other schools tell of their delegates and of proposals."""

from datetime import date

from congress import services
from congress.enums import DelegateKind, Departure, Occasion, Result
from congress.models import DelegateElection
from tests.conftest import TODAY, make_actor
from tests.congress.acceptance.beyond import beyond
from tests.congress.elections import candidates_settled, vote
from tests.congress.factories import DelegateFactory, ProposalFactory, SessionFactory
from tests.congress.steps import answered, rate
from unionoffice.roles import Role


@beyond(
    "举行代表选举1次，选出代表1名，其中补选1次，补选代表1名。从选举方式看，直接选举1次。"
    "终止代表资格1名，调离或离职1名。",
    elections=1,
    elections__by=1,
    delegates__elected=1,
    delegates__elected__by=1,
    delegates__departed=1,
    delegates__departed__left=1,
)
def delegate_who_moved_away_and_the_next(office):
    election, standing = candidates_settled(office.secretary, seats=1)
    gone = DelegateFactory(term=election.term, constituency=election.constituency)
    services.end_delegacy(gone, departure=Departure.LEFT, last_day=date(2026, 8, 31), by=office.secretary)
    DelegateElection.objects.update(occasion=Occasion.BY, replaces=gone)
    election.refresh_from_db()
    vote(election, standing, (8, 1, 1), office.secretary)
    services.conclude_election(election, by=office.secretary)
    verdicts = {standing[0].pk: services.Verdict(has_passed=True)}
    services.check_elected(election, verdicts, from_on=TODAY, by=office.secretary, on=TODAY)


@beyond("终止代表资格3名，退休1名，去世1名，撤换1名。", delegates__departed=3, delegates__recalled=1)
def delegates_who_ceased(office):
    for departure in (Departure.RETIRED, Departure.DIED, Departure.RECALLED):
        DelegateFactory(to_on=date(2026, 6, 30), departure=departure)
    DelegateFactory(to_on=date(2025, 12, 31), departure=Departure.LEFT)


@beyond(
    "共收到提案41件，立案33件，并案5件，转为意见建议3件，立案率80.5%。",
    proposals=41,
    proposals__accepted=33,
    proposals__merged=5,
    proposals__turned=3,
)
def forty_one_proposals(office):
    SessionFactory()
    into = ProposalFactory(status="accepted")
    ProposalFactory.create_batch(32, status="closed")
    ProposalFactory.create_batch(5, status="merged", merged_into=into)
    ProposalFactory.create_batch(3, status="turned")


@beyond("共收到提案2件，附议4人次，立案2件，立案率100.0%。", proposals__seconders=4)
def answered_and_rated(office):
    SessionFactory()
    for number in range(2):
        by = make_actor(Role.DELEGATE, f"代表{number}")
        proposal = answered(by, office.secretary, result=Result.SOLVED)
        services.sign_answer(proposal, by=office.principal, on=TODAY)
        rate(proposal, by)


@beyond("共收到提案1件，待审理1件。", proposals__status__filed=1)
def one_still_to_be_reviewed(office):
    ProposalFactory(status="filed")


@beyond(
    "现有教代会正式代表3名，列席代表2名，特邀代表1名。", delegates=3, delegates__attending=2, delegates__invited=1
)
def delegates_of_each_kind(office):
    office.session()
    for kind, times in ((DelegateKind.VOTING, 3), (DelegateKind.ATTENDING, 2), (DelegateKind.INVITED, 1)):
        DelegateFactory.create_batch(times, kind=kind, term=office.term())
