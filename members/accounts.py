"""What the sign-in library asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- the library's signature
        """Closed."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """The employee number is given, never made up."""
