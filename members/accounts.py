"""What the sign-in library asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from unionoffice.audit import address_of


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- the library's signature
        """Closed."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """The employee number is given, never made up."""

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:  # noqa: ARG002
        """Back to the sign-in page, told why: the library's own page for it isn't served."""
        messages.error(request, _("这个账号已停用，请联系工会秘书。"))
        return redirect("account_login")

    def get_client_ip(self, request: HttpRequest) -> str:
        """As in the trail: behind our proxy, one wrong password must not count for the whole school."""
        return address_of(request) or super().get_client_ip(request)
