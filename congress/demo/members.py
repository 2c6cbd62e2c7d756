"""The demo union's members' congress: a term that runs with its committee, and a session a year."""

from datetime import date

from congress import services
from congress.demo.delegates import electable, found_constituencies
from congress.enums import Body, DelegateKind, ItemKind, ItemOutcome, Matter, VotingWay
from congress.models import AgendaItem, Delegate, Session, Term
from congress.papers.minutes import composed_minutes
from congress.selectors import items_of, opinions_of, people_due, resolutions_of, suggested_total
from members.enums import CommitteeKind, UnionStatus
from members.models import Account, CommitteeTerm, Member, UnionGroup
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.numbering import ordinal
from unionoffice.roles import Role

REPORTS = (
    (ItemKind.HEAR, Matter.UNION, "工会工作报告", "工会主席"),
    (ItemKind.DELIBERATE, Matter.FINANCE, "工会经费收支情况报告", "工会会计"),
    (ItemKind.HEAR, Matter.OTHER, "经费审查工作报告", "经费审查委员会主任"),
    (ItemKind.APPRAISE, Matter.UNION, "会员评议工会工作和职工之家建设", ""),
)
ELECTED = ("工会委员会", "经费审查委员会")
RESOLVED = "<p>会议听取了工会工作报告，同意报告提出的今后一年工作安排。会议号召全体会员积极参加工会各项活动。</p>"


def found_members_congress(*, by: Account) -> Term:
    """As many years as the committee that it elected, with delegates from every group and its first session."""
    elected = CommitteeTerm.objects.filter(committee__kind=CommitteeKind.UNION).latest("from_on")
    start = elected.from_on
    with as_of(start):
        term = Term(body=Body.UNION, number=elected.number, from_on=start, to_on=elected.to_on)
        services.save_term(term, {}, by=by)
        found_constituencies(term, by=by, on=start)
        services.share_out_seats(term, suggested_total(term, start), by=by, on=start)
        _seat_delegates(term, by=by)
        _elect_committees(term, by=by)
    return term


def _seat_delegates(term: Term, *, by: Account) -> None:
    """As many members of each group as it has seats; the principal and the Party secretary are invited."""
    able = electable(Member.objects.in_service().filter(union_status=UnionStatus.MEMBER))
    for constituency in term.constituencies.all():
        group: UnionGroup = constituency.groups.get()
        people = able.filter(group_places__group=group, group_places__to_on=None)
        for member in people[: constituency.seats]:
            _seat(Delegate(term=term, member=member, constituency=constituency, group=group), by=by)
    for role in (Role.PRINCIPAL, Role.PARTY_SECRETARY):
        leader = Delegate(term=term, member=holder_of(role, term.from_on).member, kind=DelegateKind.INVITED)
        _seat(leader, by=by)


def _seat(delegate: Delegate, *, by: Account) -> None:
    services.save_delegate(delegate, {"from_on": delegate.term.from_on}, by=by)


def _elect_committees(term: Term, *, by: Account) -> None:
    """The session at which the term began, entered with the numbers that its minutes tell."""
    session = Session(term=term, number=1, starts_on=term.from_on, ends_on=term.from_on, place="学校礼堂")
    services.save_session(session, {}, by=by)
    due = people_due(session, session.starts_on)
    services.hold_session(session, due_count=due, present_count=due - 1, by=by, on=session.starts_on)
    for committee in ELECTED:
        title = f"选举第{ordinal(term.number)}届{committee}"
        item = services.add_item(session, {"kind": ItemKind.ELECT, "matter": Matter.OTHER, "title": title}, by=by)
        services.decide_item(
            item, outcome=ItemOutcome.ELECTED, decided_on=session.starts_on, by=by, on=session.starts_on
        )


def meet_with(staff: Session, number: int, *, by: Account) -> Session:
    """双代会: a session of the members' congress that is held with one of the staff congress."""
    term = Term.objects.get(body=Body.UNION)
    session = Session(term=term, number=number, starts_on=staff.starts_on, ends_on=staff.ends_on, place=staff.place)
    services.save_session(session, {}, by=by)
    services.join_sessions(staff, session, by=by)
    return session


def report_to_members(on: date) -> None:
    """The last session's agenda with its results, what it resolved, and its minutes."""
    session = Session.objects.filter(term__body=Body.UNION).select_related("term").latest("starts_on")
    by, day = holder_of(Role.SECRETARY, on), session.starts_on
    with as_of(day):
        items = [
            services.add_item(session, {"kind": kind, "matter": matter, "title": title, "presented_by": who}, by=by)
            for kind, matter, title, who in REPORTS
        ]
        _decide(items, day, by)
        told = {"title": f"关于{items[0].title}的决议", "text": RESOLVED, "item": items[0], "adopted_on": day}
        services.adopt_resolution(session, told, by=by, on=day)
        parts = list(items_of(session)), list(opinions_of(session, by)), list(resolutions_of(session))
        services.write_minutes(session, text=composed_minutes(session, *parts), by=by)


def _decide(items: list[AgendaItem], day: date, by: Account) -> None:
    work, funds, audit, rating = items
    outcomes = ((work, ItemOutcome.HEARD), (audit, ItemOutcome.HEARD), (rating, ItemOutcome.APPRAISED))
    for item, outcome in outcomes:
        services.decide_item(item, outcome=outcome, decided_on=day, by=by, on=day)
    due, present = funds.session.due_count or 0, funds.session.present_count or 0
    counts = {"due": due, "present": present, "in_favour": present, "against": 0, "abstained": 0}
    services.vote_item(funds, way=VotingWay.HANDS, counts=counts, decided_on=day, by=by, on=day)
