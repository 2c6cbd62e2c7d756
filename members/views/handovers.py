"""交接: the list, the page of one, and the form that hands an office or a role over."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import HandoverKind
from members.filters import HandoverFilter
from members.forms import HandOverOfficeForm, HandOverRoleForm
from members.models import Handover, OfficeHolding, RoleGrant
from members.papers import handover_paper
from members.permissions import hands_over, manages_accounts
from members.selectors import grants_on, offices_on, open_matters
from members.tables import HandoverTable
from members.views.committees import committees_crumb
from unionoffice.documents import Document
from unionoffice.pages import Crumb, Fact, ListPage, Page, PaperPage, RecordPage, Step, TransitionPage


def handovers_crumbs() -> list[Crumb]:
    """The way back to the list."""
    return [committees_crumb(), Crumb(str(_("工作交接")), reverse("members:handover-list"))]


class HandoverListView(ListPage):
    """Every handover that was written down."""

    permission = hands_over
    area = "members"
    title = _("工作交接")
    model = Handover
    table = HandoverTable
    filter_class = HandoverFilter
    main_action = (_("办理交接"), "members:handover-choose", hands_over)

    def get_crumbs(self) -> list[Crumb]:
        """To the committees."""
        return [committees_crumb()]


class ChooseHandoverView(Page):
    """What is to be handed over: every office held today, and every role for who may give roles."""

    permission = hands_over
    area = "members"
    title = _("办理交接")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return handovers_crumbs()

    def get(self, request: HttpRequest) -> HttpResponse:
        """List them."""
        may_give = manages_accounts.test(request.user)
        grants = [grant for grant in grants_on(self.on) if grant.account.member_id] if may_give else []
        context = self.get_context_data(offices=offices_on(self.on), grants=grants)
        return TemplateResponse(request, "members/handover_choose.html", context)


class HandoverPage(RecordPage):
    """One handover."""

    permission = hands_over
    area = "members"
    model = Handover
    select_related = ("giver", "taker", "supervised_by", "office__term__committee")


class HandoverDetailView(HandoverPage):
    """What passed, and what was open."""

    steps = (Step(_("打印交接单"), "members:handover-paper", hands_over, download=True),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return handovers_crumbs()

    def get_facts(self) -> list[Fact]:
        """Who, when and before whom."""
        handover = self.record
        return [
            Fact(_("交接职务"), handover.subject),
            Fact(_("交接日期"), handover.on),
            Fact(_("移交人"), handover.giver, handover.giver.get_absolute_url()),
            Fact(_("接收人"), handover.taker, handover.taker.get_absolute_url()),
            Fact(_("监交人"), handover.supervised_by),
            Fact(_("说明"), handover.note),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Its two lists."""
        items = list(self.record.items.all())
        return super().get_context_data(
            matters=[item for item in items if item.kind == HandoverKind.MATTER],
            things=[item for item in items if item.kind == HandoverKind.THING],
            **kwargs,
        )


class HandoverPaperView(HandoverPage, PaperPage):
    """交接单."""

    def get_document(self) -> Document:
        """With three places to sign."""
        return handover_paper(self.record)


class HandingOverPage(TransitionPage):
    """Handing something over: what is open for its holder stands over the form."""

    permission = hands_over
    area = "members"
    template_name = "members/handover_form.html"
    title, button = _("办理交接"), _("办理交接")
    done = _("交接已登记。请打印交接单，由双方签字。")

    @property
    def giver(self) -> Any:
        """Who hands it over."""
        raise NotImplementedError

    def get_crumbs(self) -> list[Crumb]:
        """To the choice."""
        return [*handovers_crumbs(), Crumb(str(_("办理交接")), reverse("members:handover-choose"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the giver."""
        return {"record": self.record, "giver": self.giver}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What waits for the giver, as far as the user may know."""
        matters = open_matters(self.giver, viewer=self.request.user, on=self.on)
        return super().get_context_data(giver=self.giver, matters=matters, **kwargs)


class HandOverOfficeView(HandingOverPage):
    """An office on a committee."""

    model = OfficeHolding
    form_class = HandOverOfficeForm

    def get_queryset(self) -> Any:
        """Those that nobody ended yet, with person and term."""
        return super().get_queryset().current().select_related("member__account", "term__committee")

    @property
    def giver(self) -> Any:
        """Its holder."""
        return self.record.member

    def get_title(self) -> str:
        """Which office, and whose."""
        return f"{self.title}：{self.record.term}{self.record.title}"


class HandOverRoleView(HandingOverPage):
    """A role in the system."""

    permission = hands_over & manages_accounts
    model = RoleGrant
    form_class = HandOverRoleForm

    def prepare(self) -> None:
        """A role held today, by somebody with a record; who may give roles sees all of them."""
        grants = RoleGrant.objects.held_on(self.on).filter(pk=self.kwargs["pk"], account__member__isnull=False)
        self.record = grants.select_related("account__member").first()
        if self.record is None:
            raise Http404

    @property
    def giver(self) -> Any:
        """Who holds it."""
        return self.record.account.member

    def get_title(self) -> str:
        """Which role."""
        return f"{self.title}：{self.record.get_role_display()}"
