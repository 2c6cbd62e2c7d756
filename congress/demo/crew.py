"""Those of the demo school who keep the congress, make proposals, and answer them."""

from datetime import date, timedelta

from congress import services
from congress.demo.delegates import INVITED, electable, found_constituencies, share_evenly
from congress.demo.members import found_members_congress, meet_with
from congress.demo.sittings import hold_with_sittings, plan_ahead
from congress.demo.texts import REASON_TO_REFUSE, REASON_TO_TURN, Told
from congress.enums import DelegateKind, Grade, ProposalStatus, SessionKind
from congress.models import Delegate, Proposal, Session, Term
from congress.selectors import answer_due
from members.models import Account, Department, Member, UnionGroup
from members.selectors import holder_of
from members.services import name_leader
from unionoffice.demo import as_of
from unionoffice.roles import Role

TEACHER = "1016"
"""Somebody without an office, and no delegate."""

FROM_EACH_GROUP = 4
SESSIONS: tuple[tuple[SessionKind, int, tuple[int, int] | None], ...] = (
    (SessionKind.ORDINARY, 780, (820, 800)),
    (SessionKind.ORDINARY, 405, (440, 425)),
    (SessionKind.EXTRAORDINARY, 190, None),
    (SessionKind.ORDINARY, 40, (75, 50)),
    (SessionKind.ORDINARY, -45, (6, -20)),
)
"""Kind, how many days ago it was, and on which days, counted the same way, it took proposals."""

PROMISED_WITHIN = timedelta(days=120)
"""How long after an answer what it promises should be done."""

WITH_SITTINGS = 4
"""The session of which everything is kept, also who came."""

HELD_JOINTLY = {2: 2, 4: 3}
"""By the number of a session of the staff congress that of the members' congress that was held with it."""


class Crew:
    """Acts on the days on which a real school would have acted."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.secretary: Account = holder_of(Role.SECRETARY, on)
        self.principal: Account = holder_of(Role.PRINCIPAL, on)
        self.teacher = Account.objects.get(employee_no=TEACHER)
        self.delegates: list[Account] = []

    def found(self) -> None:
        """The term with its sessions, its delegates, and heads for departments that have none."""
        start = self._day(840)
        with as_of(start):
            term = Term(number=9, from_on=start, to_on=start + timedelta(days=5 * 365))
            services.save_term(term, {}, by=self.secretary)
            found_constituencies(term, by=self.secretary, on=start)
            share_evenly(term, FROM_EACH_GROUP, by=self.secretary, on=start)
            for group in UnionGroup.objects.all():
                self._name_delegates(term, group)
            for department in Department.objects.open().filter(head=None):
                self._give_head(department, start)
        found_members_congress(by=self.secretary)
        for number, (kind, ago, call) in enumerate(SESSIONS, start=1):
            self._call_session(Session(term=term, number=number, kind=kind), ago, call)

    def _name_delegates(self, term: Term, group: UnionGroup) -> None:
        """The first few of each group, hardly anybody of them who leads; the next one only listens."""
        serving = electable(Member.objects.in_service().exclude(employee_no=TEACHER))
        people = serving.filter(group_places__group=group, group_places__to_on=None)
        constituency = term.constituencies.filter(groups=group).first()
        for place, member in enumerate(people[: FROM_EACH_GROUP + 1]):
            kind = DelegateKind.VOTING if place < FROM_EACH_GROUP else DelegateKind.ATTENDING
            seat = {"constituency": constituency, "group": group, "from_on": term.from_on}
            delegate = Delegate(term=term, member=member, kind=kind, **seat)
            services.save_delegate(delegate, {}, by=self.secretary)
            if kind is DelegateKind.VOTING:
                self.delegates.append(member.account)

    def _give_head(self, department: Department, on: date) -> None:
        """None of those who play another part: the number of the last of them is the teacher's."""
        inside = Member.objects.in_service().filter(
            department_places__department=department, account__grants=None, employee_no__gt=TEACHER
        )
        name_leader(department, inside.order_by("employee_no")[0], on=on, today=on, by=self.secretary)

    def _call_session(self, session: Session, ago: int, call: tuple[int, int] | None) -> None:
        session.starts_on = session.ends_on = self._day(ago)
        if call is not None:
            session.call_from, session.call_to = self._day(call[0]), self._day(call[1])
        with as_of(self._day(ago + 50)):
            services.save_session(session, {}, by=self.secretary)
            together = [session]
            if session.number in HELD_JOINTLY:
                together.append(meet_with(session, HELD_JOINTLY[session.number], by=self.secretary))
        if ago < 0:
            plan_ahead(session, by=self.secretary, on=self.on)
        elif session.number == WITH_SITTINGS:
            hold_with_sittings(session, by=self.secretary)
        else:
            with as_of(session.starts_on):
                for one in together:
                    services.hold_session(one, by=self.secretary, on=one.starts_on)

    def _day(self, ago: int) -> date:
        return self.on - timedelta(days=ago)

    def lead(self, told: Told, place: int) -> None:
        """Take one proposal from the draft to where it stands."""
        proposer, *others = self.delegates[place % 20 :] + self.delegates[: place % 20]
        if told.by_teacher:
            proposer = self._delegate_of_the_teacher()
        proposal, day = self._write(told, proposer), self._day(told.days)
        if told.until in (ProposalStatus.DRAFT, ProposalStatus.OFFERED):
            return
        behind = [account for account in others if account != proposer][:3]
        if told.until is ProposalStatus.SECONDING:
            behind[-1] = Account.objects.get(employee_no=INVITED)
        with as_of(day):
            self._second(told, proposal, proposer, behind)
        if told.until is ProposalStatus.SECONDING:
            return
        with as_of(day):
            services.file_proposal(proposal, by=proposer, on=day)
            if told.until is ProposalStatus.WITHDRAWN:
                services.withdraw_proposal(proposal, by=proposer, on=day, reason="学校已另行安排，不再需要。")
        if told.until not in (ProposalStatus.FILED, ProposalStatus.WITHDRAWN):
            self._review(told, proposal, self._day(told.days - 5))

    def _delegate_of_the_teacher(self) -> Account:
        place = self.teacher.member.group_places.get(to_on=None)  # type: ignore[union-attr]
        sent = Delegate.objects.filter(group=place.group, kind=DelegateKind.VOTING).order_by("pk")[0]
        return sent.member.account

    def _write(self, told: Told, proposer: Account) -> Proposal:
        author, day = self.teacher if told.by_teacher else proposer, self._day(told.days)
        proposal = Proposal(
            category=told.category,
            title=told.title,
            reason=told.reason,
            measures=told.measures,
            show_name=told.show_name,
        )
        with as_of(day):
            services.draft_proposal(proposal, by=author)
            if told.until is ProposalStatus.DRAFT:
                return proposal
            if not told.by_teacher:
                return services.seek_seconders(proposal, by=proposer, on=day)
            services.offer_proposal(proposal, by=author, on=day)
            if told.until is ProposalStatus.OFFERED:
                return proposal
            return services.take_up_proposal(proposal, by=proposer, on=day)

    def _second(self, told: Told, proposal: Proposal, proposer: Account, behind: list[Account]) -> None:
        """Three are asked, two say yes; as long as it seeks seconders, one."""
        day = self._day(told.days)
        asked = Member.objects.filter(account__in=behind)
        services.invite_seconders(proposal, asked, by=proposer, on=day)
        for account in behind[: 1 if told.until is ProposalStatus.SECONDING else 2]:
            services.second_proposal(proposal, by=account, on=day)

    def _review(self, told: Told, proposal: Proposal, day: date) -> None:
        by, elsewhere = self.secretary, (ProposalStatus.MERGED, ProposalStatus.TURNED, ProposalStatus.REFUSED)
        with as_of(day):
            if told.until is ProposalStatus.MERGED:
                main = Proposal.objects.get(title__contains="更换教学楼老旧空调")
                services.merge_proposal(proposal, main, by=by, on=day)
            elif told.until is ProposalStatus.TURNED:
                services.turn_proposal(proposal, by=by, on=day, reason=REASON_TO_TURN)
            elif told.until is ProposalStatus.REFUSED:
                services.refuse_proposal(proposal, by=by, on=day, reason=REASON_TO_REFUSE)
            else:
                services.accept_proposal(proposal, by=by, on=day)
        if told.until not in (*elsewhere, ProposalStatus.ACCEPTED):
            self._assign(told, proposal, day + timedelta(days=2))

    def _assign(self, told: Told, proposal: Proposal, day: date) -> None:
        lead, assisting = Department.objects.get(name=told.lead), Department.objects.filter(name=told.assisting)
        with as_of(day):
            services.assign_proposal(
                proposal, lead=lead, assisting=assisting, due_on=answer_due(day), by=self.secretary, on=day
            )
        if told.until is ProposalStatus.ASSIGNED:
            return
        head, later = _head_of(lead), day + timedelta(days=3)
        with as_of(later):
            services.receive_proposal(proposal, by=head)
            for department in assisting:
                services.give_opinion(proposal, opinion="同意，按分工配合。", by=_head_of(department), on=later)
        if told.answer:
            self._answer(told, proposal, head, day + timedelta(days=30))

    def _answer(self, told: Told, proposal: Proposal, head: Account, day: date) -> None:
        with as_of(day):
            services.answer_proposal(
                proposal,
                result=told.result,
                text=told.answer,
                expected_on=day + PROMISED_WITHIN,
                by=head,
                on=day,
            )
        if told.until is ProposalStatus.ANSWERED:
            return
        signed = day + timedelta(days=2)
        with as_of(signed):
            services.sign_answer(proposal, by=self.principal, on=signed)
        if told.until is not ProposalStatus.SIGNED:
            self._rate(told, proposal, signed + timedelta(days=2))

    def _rate(self, told: Told, proposal: Proposal, day: date) -> None:
        assert proposal.proposer is not None  # noqa: S101 -- a filed proposal has one, by constraint
        comment = "老旧空调影响上课，请至少先检修并列出更换计划。" if told.grade is Grade.UNSATISFIED else ""
        with as_of(day):
            services.rate_answer(proposal, grade=told.grade, comment=comment, by=proposal.proposer.account, on=day)


def _head_of(department: Department) -> Account:
    assert department.head is not None  # noqa: S101 -- the crew has seen to it
    return department.head.account
