"""Pages that belong to no area: search from anywhere, errors, and the sign of life for a proxy."""

from collections.abc import Callable
from typing import Any

import rules
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from unionoffice.areas import areas
from unionoffice.help import PARTS
from unionoffice.pages import NotYours, Page
from unionoffice.roles import anyone, roles_of, signed_in


class SearchView(Page):
    """Finds records of every area that the user may see."""

    permission = signed_in
    title = _("搜索")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask every area that can be searched. PostgreSQL can't be asked for a NUL, which no record holds."""
        query = request.GET.get("q", "").replace("\0", "").strip()
        groups = []
        if query:
            found = ((area.label, list(area.search(request.user, query))) for area in areas() if area.search)
            groups = [{"label": label, "hits": hits} for label, hits in found if hits]
        return TemplateResponse(request, "office/search.html", self.get_context_data(query=query, groups=groups))


class HelpView(Page):
    """How to do what this user's roles are for."""

    permission = signed_in
    title = _("使用说明")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The parts for the user's roles."""
        held = roles_of(request.user)
        parts = [part for part in PARTS if part.is_for(held)]
        return TemplateResponse(request, "office/help.html", self.get_context_data(parts=parts))


class HealthView(Page):
    """Answers a proxy or a monitor that asks whether we live; touches no data."""

    permission = anyone

    def get(self, _request: HttpRequest) -> HttpResponse:
        """One word."""
        return HttpResponse("ok", content_type="text/plain")


def declared(permission: rules.Predicate, view: Callable[..., Any]) -> Callable[..., Any]:
    """A library's view with a word on who may open it; the library's own check still applies."""
    view.permission = permission
    return view


def _error_page(request: HttpRequest, status: int, title: str, advice: str, record_url: str = "") -> HttpResponse:
    context = {"title": title, "advice": advice, "record_url": record_url}
    return render(request, "office/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """400: an address or a form that no page of ours makes."""
    return _error_page(request, 400, "这个请求无法处理", "请返回上一页，刷新后重新操作。")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but without the right; or too late for a step, which the record itself explains."""
    if isinstance(exception, NotYours):
        advice = "可能已经办过，或者轮到别人办理。请看看现在到了哪一步。"
        return _error_page(request, 403, "这一步您现在不能办理", advice, exception.record_url)
    return _error_page(request, 403, "您没有权限查看这一页", "如果工作需要，请联系工会秘书为您开通。")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """404: not there, or not there for this user."""
    return _error_page(request, 404, "没有找到这一页", "地址可能已变动，或者记录不对您开放。请从栏目重新进入。")


def too_many(request: HttpRequest) -> HttpResponse:
    """429: the sign-in library's limit for one address or one account."""
    return _error_page(request, 429, "操作太频繁", "为了账号安全，请过几分钟再试。")


def failed(_request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing of the database, which may be what failed."""
    return HttpResponse(render_to_string("office/failed.html"), status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """A form whose page was open for too long, or from another sign-in."""
    return _error_page(request, 403, "页面停留时间过长", "请返回上一页，先复制填写的文字，刷新后再提交。")
