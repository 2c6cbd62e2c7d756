"""外出期间请人代审: naming a deputy, and who deputises for whom."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.forms import EndDeputyshipForm, NameDeputyForm
from affairs.models import Deputyship
from affairs.selectors import deputyships_seen_by
from affairs.views.disclosures import AREA
from affairs.views.review import queue_crumb
from unionoffice.pages import Action, Crumb, FormPage, Page, TransitionPage


def deputyships_crumb() -> Crumb:
    """The way back to who deputises."""
    return Crumb(_("代理审批"), reverse("affairs:deputyship-list"))


class DeputyshipListView(Page):
    """Who approves in whose place, now, later and before."""

    permission = permissions.opens_deputyships
    area = AREA
    title = _("代理审批")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        rows = [
            (one, permissions.may_end_deputyship.test(request.user, one)) for one in deputyships_seen_by(request.user)
        ]
        return TemplateResponse(request, "affairs/review/deputyships.html", self.get_context_data(rows=rows))

    def get_crumbs(self) -> list[Crumb]:
        """To what waits, for those who approve."""
        return [queue_crumb()] if permissions.approves_disclosures.test(self.request.user) else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way to naming one."""
        names = permissions.names_deputies.test(self.request.user)
        actions = [Action.to(_("请人代审"), "affairs:deputyship-name")] if names else []
        return super().get_context_data(actions=actions, **kwargs)


class NameDeputyView(FormPage):
    """Asking somebody to approve while one is away."""

    permission = permissions.names_deputies
    area = AREA
    title = _("外出期间请人代审")
    form_class = NameDeputyForm
    template_name = "affairs/review/name_deputy.html"
    button = _("请人代审")
    done = _("已委托，代理人会收到通知。")

    def get_crumbs(self) -> list[Crumb]:
        """To who deputises."""
        return [queue_crumb(), deputyships_crumb()]


class EndDeputyshipView(TransitionPage):
    """Back before the last day."""

    permission, rule = permissions.names_deputies, permissions.may_end_deputyship
    area = AREA
    title, button, done = _("结束代审"), _("结束代审"), _("已结束，代理人会收到通知。")
    model = Deputyship
    form_class = EndDeputyshipForm

    def get_queryset(self) -> Any:
        """With the names."""
        return super().get_queryset().select_related("named_by", "deputy")

    def get_crumbs(self) -> list[Crumb]:
        """To who deputises."""
        return [queue_crumb(), deputyships_crumb()]

    def get_question(self) -> str:
        """What will happen."""
        name = self.record.deputy
        return str(_("结束后，%(name)s不能再代您审批，已审批的仍然有效。") % {"name": name})
