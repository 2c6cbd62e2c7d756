"""What terms and delegates show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from congress.selectors import (
    is_voting_delegate,
)
from unionoffice.roles import Role


def roles(account: Any, on: date) -> Iterator[Role]:
    """Who is a delegate with a vote today."""
    if account.member_id is not None and is_voting_delegate(account.member_id, on):
        yield Role.DELEGATE
