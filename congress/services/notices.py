"""What people are told about a proposal, each in the sentence of the step that was made."""

from collections.abc import Iterable
from datetime import date

from congress.enums import Deed
from congress.models import Proposal
from members.models import Account, Member
from members.selectors import holders_of
from unionoffice.inbox import notify
from unionoffice.roles import Role


def tell(people: Iterable[Member | None], sentence: str, *, about: Proposal, deed: Deed, mark: object = "") -> None:
    """A notice to people who have an account. `mark` tells two deeds of one kind on the same text apart."""
    keys = {person.pk for person in people if person is not None}
    _send(Account.objects.filter(member__in=keys, is_active=True), sentence, about, deed, mark)


def tell_role(*roles: Role, on: date, sentence: str, about: Proposal, deed: Deed, mark: object = "") -> None:
    """A notice to everybody who holds one of some roles on a day."""
    _send(holders_of(*roles, on=on), sentence, about, deed, mark)


def _send(accounts: Iterable[Account], sentence: str, about: Proposal, deed: Deed, mark: object = "") -> None:
    key = f"congress.proposal.{about.pk}.{deed.name.lower()}.{about.version}.{mark}".rstrip(".")
    notify(accounts, sentence, url=about.get_absolute_url(), key=key)
