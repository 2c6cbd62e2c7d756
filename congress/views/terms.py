"""Pages of terms, sessions and delegates."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import DelegateKind
from congress.filters import DelegateFilter, SessionFilter, TermFilter
from congress.forms.terms import DelegateForm, HoldSessionForm, SessionForm, TermForm
from congress.models import Delegate, Session, Term
from congress.tables import DelegateTable, SessionTable, TermTable, session_badge
from unionoffice.figures import list_url
from unionoffice.pages import Badge, Crumb, EditPage, Fact, FormPage, ListPage, Page, RecordPage, Step
from unionoffice.templatetags.office import day

AREA = "congress"


def sessions_crumb() -> Crumb:
    """The way back to the sessions."""
    return Crumb(_("教代会"), reverse("congress:session-list"))


def terms_crumbs() -> list[Crumb]:
    """The way back to the terms."""
    return [sessions_crumb(), Crumb(_("届次"), reverse("congress:term-list"))]


def delegates_crumbs() -> list[Crumb]:
    """The way back to the delegates."""
    return [sessions_crumb(), Crumb(_("代表"), reverse("congress:delegate-list"))]


class TermListView(ListPage):
    """The terms."""

    permission = permissions.is_staff
    area = AREA
    title = _("届次")
    model = Term
    table = TermTable
    filter_class = TermFilter
    main_action = (_("登记届次"), "congress:term-create", permissions.keeps_congress)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class MemberTermsView(Page):
    """The panel on somebody's page: the terms in which they are or were a delegate, which everybody here may know."""

    permission = permissions.is_staff

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The panel, or nothing."""
        rows = Delegate.objects.visible_to(request.user).filter(member=pk).select_related("term", "group")
        return TemplateResponse(request, "congress/_member_terms.html", {"rows": rows.order_by("-from_on", "-pk")})


class TermDetailView(RecordPage):
    """One term."""

    permission = permissions.is_staff
    area = AREA
    model = Term
    steps = (Step(_("修改"), "congress:term-update", permissions.keeps_congress),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return terms_crumbs()

    def get_facts(self) -> list[Fact]:
        """Its days, sessions and voting delegates."""
        term = self.record
        voting = Delegate.objects.voting_on(self.on).filter(term=term).count()
        delegates = list_url("congress:delegate-list", term=term.pk, kind=DelegateKind.VOTING, on=self.on)
        return [
            Fact(_("自何日起"), term.from_on),
            Fact(_("至何日止"), term.to_on),
            Fact(_("会议"), f"{term.sessions.count()}次", list_url("congress:session-list", term=term.pk)),
            Fact(_("现任正式代表"), f"{voting}名", delegates),
        ]


class NewRecord(FormPage):
    """Something new that the secretary enters."""

    permission = permissions.keeps_congress
    area = AREA
    button = _("登记")
    done = _("已登记。")


class CreateTermView(NewRecord):
    """A new term."""

    title = _("登记届次")
    form_class = TermForm

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return terms_crumbs()


class RecordChange(EditPage):
    """The secretary corrects what is entered."""

    permission = permissions.keeps_congress
    area = AREA
    button = _("保存修改")
    done = _("已保存。")


class UpdateTermView(RecordChange):
    """Correcting a term."""

    title = _("修改届次")
    model = Term
    form_class = TermForm

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return [*terms_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]


class SessionListView(ListPage):
    """The sessions of all terms: the door to the congress."""

    permission = permissions.is_staff
    area = AREA
    title = _("教代会")
    model = Session
    table = SessionTable
    filter_class = SessionFilter
    main_action = (_("登记会议"), "congress:session-create", permissions.keeps_congress)
    other_actions = (
        (_("届次"), "congress:term-list", permissions.is_staff),
        (_("代表"), "congress:delegate-list", permissions.is_staff),
    )


class SessionDetailView(RecordPage):
    """One session: when it is, and when proposals to it are taken."""

    permission = permissions.is_staff
    area = AREA
    model = Session
    select_related = ("term",)
    steps = (
        Step(_("确认已召开"), "congress:session-hold", permissions.may_hold),
        Step(_("修改"), "congress:session-update", permissions.keeps_congress, primary=False),
    )

    def get_title(self) -> str:
        """As papers name it."""
        return self.record.printed_name

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [sessions_crumb()]

    def get_badge(self) -> Badge:
        """Whether it took place."""
        return session_badge(self.record)

    def get_facts(self) -> list[Fact]:
        """Its days, and what was proposed to it as far as the viewer may see."""
        session = self.record
        proposals = session.proposals.visible_to(self.request.user).count()
        return [
            Fact(_("届"), session.term, session.term.get_absolute_url()),
            Fact(_("会议类型"), session.get_kind_display()),
            Fact(_("会议日期"), _span(session.starts_on, session.ends_on)),
            Fact(_("提案征集"), _span(session.call_from, session.call_to) if session.call_from else _("不征集")),
            Fact(_("提案"), f"{proposals}件", list_url("congress:proposal-list", session=session.pk)),
        ]


def _span(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)}至{day(last)}"


class CreateSessionView(NewRecord):
    """A new session."""

    title = _("登记会议")
    form_class = SessionForm

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [sessions_crumb()]


class UpdateSessionView(RecordChange):
    """Correcting a session."""

    title = _("修改会议")
    model = Session
    form_class = SessionForm

    def get_queryset(self) -> Any:
        """With the term."""
        return super().get_queryset().select_related("term")

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return [sessions_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class HoldSessionView(UpdateSessionView):
    """It took place."""

    rule = permissions.may_hold
    title = _("确认召开")
    template_name = "office/transition.html"
    form_class = HoldSessionForm
    button = _("确认已召开")
    question = _("确认后计入总结中的会议次数，不能撤回。")
    done = _("已确认召开。")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is about the record."""
        return {"record": self.record}


class DelegateListView(ListPage):
    """Who is a delegate."""

    permission = permissions.is_staff
    area = AREA
    title = _("代表")
    model = Delegate
    table = DelegateTable
    filter_class = DelegateFilter
    main_action = (_("登记代表"), "congress:delegate-create", permissions.keeps_congress)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class DelegateDetailView(RecordPage):
    """One delegate."""

    permission = permissions.is_staff
    area = AREA
    model = Delegate
    select_related = ("term", "member", "group")
    steps = (Step(_("修改"), "congress:delegate-update", permissions.keeps_congress),)

    def get_title(self) -> str:
        """The person."""
        return self.record.member.name

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return delegates_crumbs()

    def get_facts(self) -> list[Fact]:
        """Of which kind, for whom, from when to when."""
        delegate = self.record
        return [
            Fact(_("届"), delegate.term, delegate.term.get_absolute_url()),
            Fact(_("代表类别"), delegate.get_kind_display()),
            Fact(_("所属工会小组"), delegate.group),
            Fact(_("代表团"), delegate.delegation),
            Fact(_("自何日起"), delegate.from_on),
            Fact(_("至何日止"), delegate.to_on or delegate.term.to_on),
        ]


class CreateDelegateView(NewRecord):
    """A new delegate."""

    title = _("登记代表")
    form_class = DelegateForm

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return delegates_crumbs()


class UpdateDelegateView(RecordChange):
    """Correcting an entry, or ending it."""

    title = _("修改代表")
    model = Delegate
    form_class = DelegateForm

    def get_queryset(self) -> Any:
        """With the person and the term."""
        return super().get_queryset().select_related("member", "term")

    def get_crumbs(self) -> list[Crumb]:
        """To the delegate."""
        return [*delegates_crumbs(), Crumb(self.record.member.name, self.record.get_absolute_url())]
