"""The demo school's congress: a term with its sessions and delegates, and proposals at every step."""

from collections.abc import Iterator
from datetime import date

from congress.demo.crew import DELEGATE, Crew
from congress.demo.texts import YEAR
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
    delegate = Account.objects.get(employee_no=DELEGATE)
    yield DemoAccount(str(Role.DELEGATE.label), delegate.employee_no, delegate.name, PASSWORD)
