"""Facts of real school unions about proposals and what became of them, recorded here and counted back."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse

from affairs.models import Disclosure
from congress import services
from congress.enums import Outcome, ProposalStatus, Result
from congress.figures import figures
from congress.models import Proposal
from tests.affairs.factories import item
from tests.conftest import TODAY, make_actor
from tests.congress.factories import ProposalFactory, SessionFactory
from tests.congress.steps import answered, filed, rate
from unionoffice.areas import WHOLE_UNION
from unionoffice.periods import calendar_year
from unionoffice.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

CASES = Path(__file__).parent.parent.parent / "cases"
HANDLING = "教职工代表大会提案办理情况"


def fact(file, beginning):
    """The one fact of a year whose text begins so."""
    lines = (CASES / file).read_text(encoding="utf-8").splitlines()
    (found,) = [told for told in map(json.loads, lines) if told["what"].startswith(beginning)]
    return found


def counted(key):
    return figures(calendar_year(2026), WHOLE_UNION)[key].value


def test_every_filed_proposal_gets_a_disposition_and_an_answer_solved_or_explained(secretary, principal):
    told = fact("year_c.jsonl", "Rule: every filed proposal gets a disposition and an answer")
    SessionFactory()
    for number, result in enumerate((Result.SOLVED, Result.NOTED)):
        by = make_actor(Role.DELEGATE, f"代表{number}")
        proposal = answered(by, secretary, result=result)
        services.sign_answer(proposal, by=principal, on=TODAY)
        rate(proposal, by)
    services.refuse_proposal(
        filed(make_actor(Role.DELEGATE, "王琳")), by=secretary, on=TODAY, reason="不属于学校职权范围，已向上级反映"
    )
    disposed = Proposal.objects.filed().exclude(outcome=Outcome.NONE)
    assert (disposed.count(), Proposal.objects.filed().count()) == (3, 3)
    assert counted("congress.proposals.answered_rate") == Decimal(told["count"])
    explained = Proposal.objects.exclude(result=Result.SOLVED)
    assert [bool(one.review or one.answers.signed().last().text) for one in explained] == [True, True]


def test_state_of_all_eleven_is_publicised_in_one_step(secretary, signed_in):
    collected = fact("year_c.jsonl", "Proposals collected at the staff assembly")
    publicised = fact("year_c.jsonl", "State of proposal implementation publicised")
    for _number in range(collected["count"]):
        proposal = ProposalFactory(status=ProposalStatus.CLOSED)
    url, client = f"{reverse('congress:proposal-publicise')}?session={proposal.session_id}", signed_in(secretary)
    form = client.get(url).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert client.post(url, sent).status_code == 302
    (draft,) = Disclosure.objects.all()
    assert (draft.item, draft.body.count("<tr>") - 1, Disclosure.objects.count()) == (
        item(HANDLING),
        publicised["count"],
        publicised["records"],
    )
