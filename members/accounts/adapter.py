"""What the sign-in library asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from members import services
from unionoffice.audit import address_of
from unionoffice.refusal import Refused


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office, never by whoever comes along; wrong passwords are counted by it too."""

    error_messages = {**DefaultAccountAdapter.error_messages, "too_many_login_attempts": services.LOCKED}

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

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Keep out what comes too often from one address, then whoever tries a locked number."""
        super().pre_authenticate(request, **credentials)
        try:
            self.times = services.count_attempt(credentials["username"], at=timezone.now())
        except Refused as refusal:
            raise self.validation_error("too_many_login_attempts") from refusal

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The right password takes the count of wrong ones back."""
        account = super().authenticate(request, **credentials)
        if account is not None:
            services.forget_failures(credentials["username"])
        return account

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ARG002
        """The failure that locks an account is told in its trail."""
        services.note_failure(credentials["username"], times=self.times)

    def set_password(self, user: Any, password: str) -> None:
        """Somebody's own change of their password."""
        services.change_password(user, password=password, session_key=self.request.session.session_key)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """To one's own account."""
        return reverse("account_own")
