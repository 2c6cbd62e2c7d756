"""The demo school's congress: terms of both bodies with sessions and delegates, and proposals at every step."""

from collections.abc import Iterator
from datetime import date

from congress.demo.agenda import hold_sessions
from congress.demo.crew import Crew
from congress.demo.delegates import DELEGATE, elect_delegates
from congress.demo.handling import follow_proposals
from congress.demo.members import report_to_members
from congress.demo.sessions import prepare_sessions
from congress.demo.suggestions import suggest
from congress.demo.texts import YEAR
from congress.demo.writing import write_ahead
from congress.models import Term
from members.demo import PASSWORD
from members.models import Account
from unionoffice.areas import DemoAccount
from unionoffice.roles import Role

__all__ = ["build"]


def build(on: date) -> Iterator[DemoAccount]:
    """A term in its third year with delegates from every group, and a year of proposals; tells of a delegate."""
    if not Term.objects.exists():
        crew = Crew(on)
        crew.found()
        for place, told in enumerate(YEAR):
            crew.lead(told, place)
        follow_proposals(on)
        prepare_sessions(on)
        suggest(on)
        hold_sessions(on)
        report_to_members(on)
        elect_delegates(on)
        write_ahead(on)
    delegate = Account.objects.get(employee_no=DELEGATE)
    yield DemoAccount(str(Role.DELEGATE.label), delegate.employee_no, delegate.name, PASSWORD)
