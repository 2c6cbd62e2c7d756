"""Somebody's own account: who they are here, their password, and where they are signed in."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.accounts.devices import Device, device_of
from members.forms import EndOtherSignInsForm, EndSignInForm
from members.models import SignIn
from unionoffice.pages import Action, Crumb, Fact, FormPage, Page, TransitionPage
from unionoffice.roles import Role, roles_of, signed_in


def own_crumbs() -> list[Crumb]:
    """The way back to one's own account."""
    return [Crumb(str(_("我的账号")), reverse("account_own"))]


@dataclass(frozen=True)
class Place:
    """One of the places where somebody is signed in."""

    sign_in: SignIn
    device: Device
    is_this: bool


class OwnAccountView(Page):
    """What the office knows somebody as, and where they are signed in."""

    permission = signed_in
    title = _("我的账号")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        return TemplateResponse(request, "account/own.html", self.get_context_data())

    def get_facts(self) -> list[Fact]:
        """Name, number and roles; the highest role first."""
        account = self.request.user
        held = roles_of(account)
        return [
            Fact(_("姓名"), account.name),
            Fact(_("工号"), account.employee_no),
            Fact(_("角色"), [role.label for role in Role if role in held]),
        ]

    def get_places(self) -> list[Place]:
        """This one first, then those used last."""
        here = self.request.session.session_key
        found = SignIn.objects.visible_to(self.request.user).open_at(timezone.now())
        places = [Place(sign_in, device_of(sign_in.agent), sign_in.session_key == here) for sign_in in found]
        return sorted(places, key=lambda place: not place.is_this)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts, the ways to a new password and to another address for notices, and the sign-ins."""
        return super().get_context_data(
            facts=self.get_facts(),
            places=self.get_places(),
            idle_minutes=settings.SESSION_COOKIE_AGE // 60,
            actions=[
                Action.to(_("修改密码"), "account_change_password", primary=False),
                Action.to(_("通知方式"), "inbox:email", primary=False),
            ],
            **kwargs,
        )


class StayView(Page):
    """Says whether a sign-in is still good; being asked is a sign of life. For the script that guards long forms."""

    permission = signed_in

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Nothing to say but yes: who isn't signed in is led to the sign-in page instead."""
        return HttpResponse("ok", content_type="text/plain")


class EndSignInView(TransitionPage):
    """Signing another browser of one's own out: a phone that was lost, a computer that was left."""

    permission = signed_in
    title, button = _("结束登录"), _("结束登录")
    model = SignIn
    form_class = EndSignInForm
    done = _("已结束，那里再使用时要重新登录。")

    def get_title(self) -> str:
        """A sign-in has no name worth reading."""
        return str(self.title)

    def get_question(self) -> str:
        """Which one."""
        where = str(device_of(self.record.agent))
        if self.record.address:
            where = f"{where}（{self.record.address}）"
        return _("%(where)s 的登录马上结束，那里没有保存的内容会丢失。结束登录？") % {"where": where}

    def get_crumbs(self) -> list[Crumb]:
        """To the account."""
        return own_crumbs()

    def get_success_url(self, _record: Any) -> str:
        """To the account."""
        return reverse("account_own")


class EndOtherSignInsView(FormPage):
    """Signing every other browser out."""

    permission = signed_in
    title, button = _("结束其他登录"), _("结束其他登录")
    form_class = EndOtherSignInsForm
    template_name = "office/transition.html"
    done = _("其他登录都已结束。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Which session stays."""
        return {"session_key": self.request.session.session_key}

    def get_crumbs(self) -> list[Crumb]:
        """To the account."""
        return own_crumbs()

    def get_success_url(self, _record: Any) -> str:
        """To the account."""
        return reverse("account_own")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The sentence that names what will happen."""
        question = _("除了您现在用的这一处，其他地方的登录都会结束，没有保存的内容会丢失。结束其他登录？")
        return super().get_context_data(question=question, **kwargs)
