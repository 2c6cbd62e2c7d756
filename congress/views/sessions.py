"""Pages of sessions."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import Body
from congress.filters import SessionFilter
from congress.forms.sessions import HoldSessionForm, JoinSessionForm, PartSessionsForm, SessionForm
from congress.models import Session
from congress.selectors import missing_session, next_number, running_term
from congress.tables import SessionTable, session_badge
from congress.views.about_sessions import AboutSession
from congress.views.records import AREA, NewRecord, RecordChange, session_crumbs, sessions_crumb
from congress.views.session_parts import parts_of
from unionoffice.days import span_in_full
from unionoffice.figures import list_url
from unionoffice.pages import Action, Badge, Crumb, Fact, ListPage, RecordPage, Step


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
        (_("单元会议"), "congress:sitting-list", permissions.is_staff),
        (_("临时会议提议"), "congress:session-request-list", permissions.is_staff),
        (_("议程和决议"), "congress:agenda-list", permissions.is_staff),
        (_("预备会"), "congress:preparatory-list", permissions.is_staff),
        (_("筹备事项"), "congress:checklist-list", permissions.reads_preparation),
    )

    def get_notice(self) -> str:
        """That a school year is about to end without an ordinary session, to those who call it."""
        if not permissions.oversees.test(self.request.user):
            return ""
        missing = missing_session(self.on)
        return missing.sentence if missing else ""


class SessionDetailView(RecordPage):
    """One session: when it is, and when proposals to it are taken."""

    permission = permissions.is_staff
    area = AREA
    model = Session
    select_related = ("term", "joint_with__term", "joined_by__term")
    steps = (
        Step(_("确认已召开"), "congress:session-hold", permissions.may_hold),
        Step(_("修改"), "congress:session-update", permissions.keeps_congress, primary=False),
        Step(_("合并召开"), "congress:session-join", permissions.may_join, primary=False),
        Step(_("取消合并召开"), "congress:session-part", permissions.may_part, primary=False),
    )

    def get_title(self) -> str:
        """As papers name it, with the session that it is held with."""
        return self.record.joint_name

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [sessions_crumb()]

    def get_badge(self) -> Badge:
        """Whether it took place."""
        return session_badge(self.record)

    def get_actions(self) -> list[Action]:
        """Until the first day its checklist says what comes next, and no button does."""
        actions = super().get_actions()
        if self.record.starts_on <= self.on:
            return actions
        return [replace(action, primary=False) for action in actions]

    def get_facts(self) -> list[Fact]:
        """Its days, and what was proposed to it as far as the viewer may see."""
        session = self.record
        return [
            Fact(_("届"), session.term, session.term.get_absolute_url()),
            Fact(_("会议类型"), session.get_kind_display()),
            Fact(_("会议主题"), session.theme),
            Fact(_("会议日期"), session.when),
            Fact(_("地点"), session.place),
            *self.get_call_facts(),
        ]

    def get_call_facts(self) -> list[Fact]:
        """When proposals are taken and how many came, of a session to which any are made; with whom it is held."""
        session, facts = self.record, []
        if session.term.body == Body.STAFF:
            proposals = session.proposals.visible_to(self.request.user).count()
            taken = span_in_full(session.call_from, session.call_to) if session.call_from else _("不征集")
            facts = [
                Fact(_("提案征集"), taken),
                Fact(_("提案"), f"{proposals}件", list_url("congress:proposal-list", session=session.pk)),
            ]
        if session.partner:
            facts.append(Fact(_("合并召开"), session.partner.printed_name, session.partner.get_absolute_url()))
        return facts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what each family tells of it."""
        return super().get_context_data(parts=parts_of(self.request, self.record, self.on), **kwargs)


class CreateSessionView(NewRecord):
    """A new session."""

    title = _("登记会议")
    form_class = SessionForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """The next one of the staff congress that sits now, unless another is chosen."""
        term = running_term(Body.STAFF, self.on)
        return {"initial": {"term": term, "number": next_number(term)}} if term else {}

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
        return session_crumbs(self.record)


class JoinSessionView(AboutSession):
    """Held together with a session of the other body."""

    rule = permissions.may_join
    title = _("合并召开")
    form_class = JoinSessionForm
    button = _("合并召开")
    done = _("两次会议已合并召开，日期和地点一致。")


class PartSessionsView(AboutSession):
    """Each on its own after all."""

    rule = permissions.may_part
    title = _("取消合并召开")
    template_name = "office/transition.html"
    form_class = PartSessionsForm
    button = _("取消合并召开")
    question = _("取消后两次会议各自召开，日期和地点暂时不变。")
    done = _("已取消合并。")


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
