"""Facts that real school unions recorded, and situations of proposals with their outcomes, in this room.

Not reached yet: reports heard at a session with their speakers, preparatory meetings, topics and who fixed them, the
report on how proposals were carried out, and that it was publicised. They come with agendas and the board's link.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from congress import services
from congress.enums import Grade, ProposalStatus, Result, SessionKind, SessionStatus
from congress.figures import figures
from congress.models import Session, Term
from tests.conftest import TODAY, make_actor
from tests.congress.factories import SessionFactory
from tests.congress.steps import answered, draft, filed, head_of, notices, rate, seconded, seeking, status, stored
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import calendar_year
from unionoffice.refusal import Refused
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

CASES = Path(__file__).parent.parent / "cases"
YEAR = calendar_year(2026)


def fact(file, beginning):
    """The one fact of a year whose text begins so."""
    lines = (CASES / file).read_text(encoding="utf-8").splitlines()
    (found,) = [told for told in map(json.loads, lines) if told["what"].startswith(beginning)]
    return found


def counted(key):
    return figures(YEAR, WHOLE_UNION)[key].value


@pytest.fixture
def hold(secretary):
    """Enters a session of the eighth term, and that it took place."""
    days = {"number": 8, "from_on": date(2025, 1, 1), "to_on": date(2029, 12, 31)}
    term = services.save_term(Term(), days, by=secretary)

    def held(number, day, **fields):
        told = {"term": term, "number": number, "starts_on": day, "ends_on": day, **fields}
        session = services.save_session(Session(), told, by=secretary)
        return services.hold_session(session, by=secretary, on=day)

    return held


class TestYears:
    def test_eighth_congress_held_in_october(self, hold):
        told = fact("year_c.jsonl", "8th congress held")
        session = hold(1, date(2026, 10, 20))
        assert (counted("congress.sessions"), session.term.number) == (told["count"], told["other_values"]["term"])
        (notable,) = figures(YEAR, WHOLE_UNION).notables
        assert notable.text == "10月20日召开第八届第一次教职工代表大会"

    def test_congress_once_each_semester_and_in_between(self, hold):
        told = fact("year_a.jsonl", "Rule: congress once each semester")
        hold(1, date(2026, 3, 10))
        hold(2, date(2026, 10, 20))
        assert counted("congress.sessions") == told["other_values"]["per_year"]
        extra = hold(3, date(2026, 11, 5), kind=SessionKind.EXTRAORDINARY)
        assert (extra.get_kind_display(), extra.status) == ("临时会议", SessionStatus.HELD)
        assert fact("year_a.jsonl", "Rule: extra sessions")["other_values"]["type"] in extra.get_kind_display()

    def test_eleven_proposals_collected_each_gets_a_disposition_and_an_answer(self, secretary, principal):
        told = fact("year_c.jsonl", "Proposals collected at the staff assembly")
        SessionFactory()
        for number in range(told["count"]):
            by = make_actor(Role.DELEGATE, f"代表{number}")
            proposal = answered(by, secretary, result=Result.SOLVED if number % 2 else Result.NOTED)
            services.sign_answer(proposal, by=principal, on=TODAY)
            rate(proposal, by)
        share = fact("year_c.jsonl", "Rule: every filed proposal gets a disposition and an answer")["count"]
        assert counted("congress.proposals") == told["count"]
        assert (counted("congress.proposals.answered_rate"), counted("congress.proposals.closed_rate")) == (
            Decimal(share),
            Decimal(share),
        )


class TestSituations:
    def test_19_seconding_ones_own_or_twice_is_refused_and_one_too_few_is_not_filed(self, delegate):
        SessionFactory()
        proposal, other = seeking(delegate), make_actor(Role.DELEGATE, "王磊")
        services.second_proposal(proposal, by=other, on=TODAY)
        for by in (delegate, other):
            with pytest.raises(Refused):
                services.second_proposal(proposal, by=by, on=TODAY)
        with pytest.raises(Refused, match="还差1名附议人"):
            services.file_proposal(proposal, by=delegate, on=TODAY)

    def test_20_refusal_without_a_reason_is_refused(self, delegate, secretary):
        proposal = filed(delegate)
        with pytest.raises(Refused):
            services.refuse_proposal(proposal, by=secretary, on=TODAY, reason="")
        assert status(proposal) == ProposalStatus.FILED

    def test_20_before_the_leader_signs_the_proposer_sees_no_answer_and_gets_no_notice(
        self, delegate, secretary, signed_in
    ):
        SessionFactory()
        proposal = filed(delegate)
        told = len(notices(delegate))
        steps = answered(delegate, secretary, title="另一件")
        page = signed_in(delegate).get(steps.get_absolute_url()).content.decode()
        assert "下月增加两个窗口" not in page
        assert [sentence for sentence in notices(delegate)[told:] if "答复" in sentence] == []
        assert status(proposal) == ProposalStatus.FILED

    def test_21_unsatisfied_goes_back_to_the_lead_with_a_new_due_date_and_the_first_answer(
        self, delegate, secretary, principal
    ):
        proposal = answered(delegate, secretary)
        services.sign_answer(proposal, by=principal, on=TODAY)
        lead = proposal.lead
        before = stored(proposal).due_on
        rate(proposal, delegate, Grade.UNSATISFIED, "没有时间表")
        again = stored(proposal)
        assert (again.status, again.lead, head_of(again)) == (ProposalStatus.HANDLING, lead, lead.head.account)
        assert (before, again.due_on) == (date(2026, 12, 18), date(2027, 1, 4))
        assert [answer.text for answer in again.answers.all()] == ["下月增加两个窗口"]

    def test_22_two_filed_one_after_the_other_have_numbers_without_a_gap(self):
        """At the same moment: tests/congress/services/test_proposals.py."""
        SessionFactory()
        numbers = []
        for name in ("林芳", "赵敏"):
            by = make_actor(Role.DELEGATE, name)
            proposal = seconded(seeking(by), "王磊", "李静")
            draft(by)
            numbers.append(services.file_proposal(proposal, by=by, on=TODAY).number)
        assert numbers == ["2026-001", "2026-002"]
