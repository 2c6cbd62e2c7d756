"""Pages of the checklist of a session, and of the standard that it is copied from."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import SessionStatus
from congress.filters import ChecklistFilter, StandardFilter
from congress.forms.preparation import (
    ChecklistItemForm,
    DropItemForm,
    FinishItemForm,
    ReopenItemForm,
    StandardMatterForm,
)
from congress.models import ChecklistItem, Session, StandardMatter
from congress.selectors import checklist_line, checklist_of
from congress.tables import ChecklistTable, StandardTable, line_badge
from congress.views.about_sessions import AboutPrepared, AddToSession
from congress.views.records import AREA, NewRecord, RecordChange, session_crumbs, sessions_crumb
from unionoffice.pages import Badge, Crumb, Fact, ListPage, RecordPage, Step, TransitionPage


def session_checklist(request: HttpRequest, session: Session, on: date) -> dict[str, Any] | None:
    """The part of a session's page: what is to be done, what is done, and what should be."""
    checklist = checklist_of(session, on)
    keeps = permissions.may_prepare.test(request.user, session)
    if not checklist.lines and not keeps:
        return None
    settles = permissions.may_settle_item
    lines = [(line, line_badge(line), settles.test(request.user, line.item)) for line in checklist.lines]
    settles_any = any(may_settle for _line, _badge, may_settle in lines)
    is_over = session.status != SessionStatus.PLANNED
    return {"checklist": checklist, "lines": lines, "keeps": keeps, "settles": settles_any, "is_over": is_over}


class ChecklistListView(ListPage):
    """The matters of all checklists that the user may know of."""

    permission = permissions.opens_checklist
    area = AREA
    title = _("筹备事项")
    model = ChecklistItem
    table = ChecklistTable
    filter_class = ChecklistFilter
    other_actions = ((_("筹备标准"), "congress:standard-list", permissions.reads_preparation),)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class ChecklistDetailView(RecordPage):
    """One matter: by when, by whom, on what ground, and how it stands."""

    permission = permissions.opens_checklist
    area = AREA
    model = ChecklistItem
    select_related = ("session__term", "assignee")
    steps = (
        Step(_("完成"), "congress:checklist-finish", permissions.may_settle_item),
        Step(_("修改"), "congress:checklist-update", permissions.may_plan_item, primary=False),
        Step(_("不适用"), "congress:checklist-drop", permissions.may_drop_item, primary=False),
        Step(_("恢复为待办"), "congress:checklist-reopen", permissions.may_reopen_item_of_list, primary=False),
    )

    def get_record(self) -> Any:
        """With how it stands."""
        record = super().get_record()
        self.line = checklist_line(record, self.on)
        return record

    def get_badge(self) -> Badge:
        """How it stands."""
        return line_badge(self.line)

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return session_crumbs(self.record.session)

    def get_facts(self) -> list[Fact]:
        """What is asked, and what became of it."""
        item, line = self.record, self.line
        facts = [
            Fact(_("会议"), item.session.printed_name, item.session.get_absolute_url()),
            Fact(_("开始日期"), item.from_on),
            Fact(_("完成日期"), item.due_on),
            Fact(_("责任岗位"), item.get_office_display()),
            Fact(_("责任人"), item.assignee),
            Fact(_("依据"), item.source),
        ]
        if item.evidence:
            facts.append(Fact(_("凭记录自动完成"), item.get_evidence_display()))
        if line.done_on:
            facts.append(Fact(_("办结日期"), line.done_on))
        return [*facts, Fact(_("说明"), item.note)] if item.note else facts


class AddItemView(AddToSession):
    """A further matter for one session."""

    title = _("添加筹备事项")
    adds = ChecklistItem
    form_class = ChecklistItemForm
    button = _("添加")


class UpdateItemView(AboutPrepared):
    """Another day, another person, other words."""

    rule = permissions.may_plan_item
    title = _("修改筹备事项")
    model = ChecklistItem
    form_class = ChecklistItemForm


class SettleItemView(TransitionPage):
    """A move of a matter."""

    permission = permissions.opens_checklist
    area = AREA
    model = ChecklistItem

    def get_queryset(self) -> Any:
        """With its session."""
        return super().get_queryset().select_related("session__term")

    def get_crumbs(self) -> list[Crumb]:
        """To the session and the matter."""
        item = self.record
        return [*session_crumbs(item.session), Crumb(item.title, item.get_absolute_url())]


class FinishItemView(SettleItemView):
    """It is done."""

    rule = permissions.may_settle_item
    title = _("完成筹备事项")
    form_class = FinishItemForm
    button = _("完成")
    done = _("已登记完成。")

    def get_success_url(self, record: Any) -> str:
        """Back to the checklist."""
        return f"{record.session.get_absolute_url()}#checklist"


class DropItemView(SettleItemView):
    """It isn't needed this time."""

    rule = permissions.may_drop_item
    title = _("标为不适用")
    form_class = DropItemForm
    button = _("标为不适用")
    done = _("已标为不适用。")


class ReopenItemView(SettleItemView):
    """It is to be done after all."""

    rule = permissions.may_reopen_item_of_list
    title = _("恢复为待办")
    form_class = ReopenItemForm
    button = _("恢复为待办")
    question = _("恢复后这一项重新列入待办，原来的办结日期和说明会清空，经过里仍然可以查到。")
    done = _("已恢复为待办。")


def standard_crumbs() -> list[Crumb]:
    """The way back to the standard."""
    return [sessions_crumb(), Crumb(_("筹备标准"), reverse("congress:standard-list"))]


class StandardListView(ListPage):
    """What belongs to the preparation of every session."""

    permission = permissions.reads_preparation
    area = AREA
    title = _("筹备标准")
    model = StandardMatter
    table = StandardTable
    filter_class = StandardFilter
    main_action = (_("添加筹备标准"), "congress:standard-create", permissions.keeps_congress)

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]

    def get_notice(self) -> str:
        """What a change here does."""
        return str(_("新登记的会议按这里的天数倒排筹备清单；已经生成的清单不受影响。"))


class StandardDetailView(RecordPage):
    """One matter of the standard."""

    permission = permissions.reads_preparation
    area = AREA
    model = StandardMatter
    steps = (Step(_("修改"), "congress:standard-update", permissions.keeps_congress),)

    def get_crumbs(self) -> list[Crumb]:
        """To the standard."""
        return standard_crumbs()

    def get_facts(self) -> list[Fact]:
        """For which sessions, on which days, by whom and why."""
        matter = self.record
        return [
            Fact(_("会前几天开始"), f"{matter.days_from}天"),
            Fact(_("会前几天完成"), f"{matter.days_until}天"),
            Fact(_("责任岗位"), matter.get_office_display()),
            Fact(_("适用会议"), matter.get_body_display() or _("两种会议")),
            Fact(_("适用形式"), matter.get_assembly_display() or _("代表大会和全体大会")),
            Fact(_("凭记录自动完成"), matter.get_evidence_display()),
            Fact(_("依据"), matter.source),
            Fact(_("使用中"), _("是") if matter.is_in_use else _("否")),
        ]


class CreateStandardView(NewRecord):
    """A further matter of the standard."""

    title = _("添加筹备标准")
    form_class = StandardMatterForm
    button = _("添加")

    def get_crumbs(self) -> list[Crumb]:
        """To the standard."""
        return standard_crumbs()


class UpdateStandardView(RecordChange):
    """Other days, another office; or out of use."""

    title = _("修改筹备标准")
    model = StandardMatter
    form_class = StandardMatterForm

    def get_crumbs(self) -> list[Crumb]:
        """To the matter."""
        return [*standard_crumbs(), Crumb(str(self.record), self.record.get_absolute_url())]
