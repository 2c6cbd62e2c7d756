"""Facts of real school unions about how many sessions and proposals there are, counted back as figures.

What was heard, decided and publicised stands in tests/congress/acceptance.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from congress import services
from congress.enums import Result, SessionKind, SessionStatus
from congress.figures import figures
from congress.models import Session, Term
from tests.conftest import TODAY, make_actor
from tests.congress.factories import SessionFactory
from tests.congress.steps import answered, rate
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import calendar_year
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
