"""The two gates before every page: signing in, and making the first password one's own.

What is sent against a closed gate is carried through it (`members.accounts.kept`).
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from members.accounts.kept import carried_by, remember_writer, sent_with
from members.forms import ChangePasswordForm, SignInForm


class GateMiddleware:
    """Has a first password changed before anything else, and carries a form past the page that asks to sign in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path in _pages_of_gates():
            return _go_on(request, self.get_response(request))
        if _needs_own_password(request) and request.method != "POST":
            return _ask_for_own_password(request)
        response = self.get_response(request)
        return _ask_to_sign_in(request, response) if _leads_to_sign_in(response) else response

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """A form is carried only once it has shown the CSRF token, which is looked at just before this."""
        return _ask_for_own_password(request) if _needs_own_password(request) else None


def _pages_of_gates() -> tuple[str, ...]:
    return reverse("account_login"), reverse("account_change_password"), reverse("account_logout")


def _needs_own_password(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and user.must_change_password and request.path not in _pages_of_gates()


def _leads_to_sign_in(response: HttpResponse) -> bool:
    return isinstance(response, HttpResponseRedirect) and urlsplit(response.url).path == reverse("account_login")


def _go_on(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Through the gate: not on to a page, but back to what was sent, where they sent something themselves."""
    if not request.user.is_authenticated:
        return response
    form = carried_by(request)
    if form and isinstance(response, HttpResponseRedirect):
        if form.writer == str(request.user.pk):
            response = render(request, "account/resume.html", {"form": form})
        else:
            messages.info(request, _("这一页上没有提交的内容不是您填写的，没有保留。"))
    remember_writer(request, response)
    return response


def _ask_for_own_password(request: HttpRequest) -> HttpResponse:
    if form := sent_with(request):
        return _gate(request, "account/password_change.html", ChangePasswordForm(user=request.user), form)
    query = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
    return HttpResponseRedirect(reverse("account_change_password") + query)


def _ask_to_sign_in(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Say so where somebody had been signed in. A part of a page (htmx) is led on as it is: the page opens anew."""
    if "HX-Request" in request.headers:
        return response
    if form := sent_with(request):
        messages.info(request, _("登录已超时或已退出。请重新登录，您刚才填写的内容不会丢失。"))
        return _gate(request, "account/login.html", SignInForm(request=request), form)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        messages.info(request, _("登录已超时或已退出，请重新登录。"))
    return response


def _gate(request: HttpRequest, template: str, form: Any, kept: Any) -> HttpResponse:
    return render(request, template, {"form": form, "kept": kept}, status=HTTPStatus.FORBIDDEN)
