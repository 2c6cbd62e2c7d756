"""Pages of sittings: the list, one of them, its roll, and what somebody is due at."""

from dataclasses import replace
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import SittingStatus, Standing
from congress.filters import LeaveFilter, SittingFilter
from congress.forms.sittings import MarkForm
from congress.models import AgendaItem, Leave, Sitting
from congress.papers.sittings import ROLL_HEAD, roll_rows, roll_sheet
from congress.selectors import (
    current_item,
    door_of,
    hall,
    is_due,
    may_end,
    next_item,
    quorums,
    room,
    standings,
    upcoming_for,
    where_is,
)
from congress.tables import LeaveTable, SittingTable, sitting_badge
from congress.views.records import AREA, sessions_crumb
from members.permissions import has_own_record, member_id_of
from unionoffice.documents import Document
from unionoffice.pages import (
    Action,
    Badge,
    Crumb,
    Fact,
    ListPage,
    Page,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
    WorkbookPage,
)
from unionoffice.sheets import write_workbook

WITH_SESSION = ("session__term", "presider", "constituency__term", "committee")


def sittings_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(_("单元会议"), reverse("congress:sitting-list"))


def crumbs_to(sitting: Sitting) -> list[Crumb]:
    """The way back to what a sitting belongs to."""
    if sitting.session is None:
        return [sessions_crumb(), sittings_crumb()]
    return [sessions_crumb(), Crumb(str(sitting.session), sitting.session.get_absolute_url())]


class SittingListView(ListPage):
    """All sittings."""

    permission = permissions.is_staff
    area = AREA
    title = _("单元会议")
    model = Sitting
    table = SittingTable
    filter_class = SittingFilter
    main_action = (_("安排其他会议"), "congress:sitting-create-other", permissions.keeps_congress)
    other_actions = (
        (_("会议请假"), "congress:leave-list", permissions.is_staff),
        (_("我的会议"), "congress:own-sittings", permissions.is_staff),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class LeaveListView(ListPage):
    """Leave: one's own, and what one decides."""

    permission = permissions.is_staff
    area = AREA
    title = _("会议请假")
    model = Leave
    table = LeaveTable
    filter_class = LeaveFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the sittings."""
        return [sessions_crumb(), sittings_crumb()]


class SittingDetailView(RecordPage):
    """One sitting: when and where for everybody; for who leads it, whether enough are there and what is next."""

    permission = permissions.is_staff
    area = AREA
    model = Sitting
    select_related = WITH_SESSION
    steps = (
        Step(_("开始签到"), "congress:sitting-door", permissions.may_keep_sitting),
        Step(_("宣布开会"), "congress:sitting-open", permissions.may_open_sitting),
        Step(_("宣布结束"), "congress:sitting-close", permissions.may_close_sitting),
        Step(_("大屏幕"), "congress:sitting-screen", permissions.may_keep_sitting, primary=False),
        Step(_("签到名册"), "congress:sitting-roll", permissions.reads_roll, primary=False),
        Step(_("登记请假"), "congress:leave-record", permissions.may_record_leave, primary=False),
        Step(_("修改"), "congress:sitting-update", permissions.may_edit_sitting, primary=False),
        Step(_("删除"), "congress:sitting-delete", permissions.may_edit_sitting, primary=False),
    )

    def get_record(self) -> Any:
        """With the attendance of the day and everybody who meets there."""
        record = super().get_record()
        self.door, self.hall = door_of(record), hall(record)
        self.current, self.upcoming = self._agenda(record)
        return record

    def get_title(self) -> str:
        """With the session."""
        return self.record.whole_title

    def get_crumbs(self) -> list[Crumb]:
        """To the session."""
        return crumbs_to(self.record)

    def get_badge(self) -> Badge:
        """How far it is."""
        return sitting_badge(self.record)

    def get_actions(self) -> list[Action]:
        """Checking in is begun once; a sitting ends after its last item, a session with its last sitting."""
        hidden = "congress:sitting-open" if self.door is None else "congress:sitting-door"
        gone, end = (reverse(name, args=[self.record.pk]) for name in (hidden, "congress:sitting-close"))
        goes_on = self._may_decide() or self._may_call()
        actions = [
            replace(action, primary=False) if goes_on and action.url == end else action
            for action in super().get_actions()
            if action.url != gone
        ]
        session, user = self.record.session, self.request.user
        if session is not None and permissions.leads_sitting.test(user, self.record) and may_end(session):
            actions.insert(0, Action.to(_("宣布大会闭幕"), "congress:session-close", session.pk))
        return actions

    def get_facts(self) -> list[Fact]:
        """When, where, who leads it, and what the opening depended on."""
        sitting = self.record
        return [
            Fact(_("日期"), sitting.day),
            Fact(_("时间"), sitting.hours),
            Fact(_("地点"), sitting.place),
            Fact(_("主持人"), sitting.presider),
            *([Fact(_("合并召开"), "、".join(one.body_name for one in self.hall))] if self.hall[1:] else []),
            *(
                [
                    Fact(_("宣布开会"), sitting.opened_at),
                    Fact(_("开会时"), _("应到%(due)d人，实到%(present)d人，法定人数%(needed)d人") % self._frozen()),
                    Fact(_("法定人数依据"), sitting.quorum_rule),
                ]
                if sitting.has_opened
                else []
            ),
        ]

    def _frozen(self) -> dict[str, Any]:
        sitting = self.record
        return {"due": sitting.due_count, "present": sitting.present_count, "needed": sitting.needed_count}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is one's own there; the numbers and the leave for who leads it."""
        user, sitting = self.request.user, self.record
        mine = member_id_of(user)
        leads = permissions.reads_roll.test(user, sitting)
        leaves = Leave.objects.visible_to(user).filter(sitting=sitting.hall_id).select_related("member", "sitting")
        return super().get_context_data(
            is_due=is_due(sitting, mine),
            may_ask=permissions.may_ask_leave.test(user, sitting),
            own_standing=where_is(sitting, mine) if mine is not None else None,
            own_leave=next((leave for leave in leaves if leave.member_id == mine), None),
            leaves=[self._leave(leave) for leave in leaves] if leads else [],
            quorums=quorums(self.hall) if leads and sitting.status != SittingStatus.CLOSED else [],
            joint=bool(self.hall[1:]),
            door=self.door,
            current=self.current,
            may_decide=self._may_decide(),
            upcoming_item=self.upcoming if self._may_call() else None,
            **kwargs,
        )

    def _leave(self, leave: Leave) -> tuple[Leave, bool, bool]:
        """Whether this user may read why, and decide."""
        user = self.request.user
        return leave, permissions.reads_leave.test(user, leave), permissions.may_decide_leave.test(user, leave)

    def _agenda(self, sitting: Sitting) -> tuple[AgendaItem | None, AgendaItem | None]:
        """What an open sitting is at and what comes next in it; an item of another sitting waits for that one."""
        if sitting.status != SittingStatus.OPENED or sitting.session is None:
            return None, None
        current, upcoming = current_item(sitting.session), next_item(sitting.session)
        here = upcoming is not None and upcoming.sitting_id in (None, *(one.pk for one in self.hall))
        return current, upcoming if here else None

    def _may_decide(self) -> bool:
        """Whether what became of the current item is still to be noted, by this user."""
        waits = self.current is not None and not self.current.outcome
        return waits and permissions.may_decide_item.test(self.request.user, self.current)

    def _may_call(self) -> bool:
        """Whether this user leads on to the next item."""
        return self.upcoming is not None and permissions.may_call_item.test(self.request.user, self.upcoming)

    def get_template_names(self) -> list[str]:
        """Its own."""
        return ["congress/sittings/detail.html"]


class SittingRollView(TransitionPage):
    """签到名册: who came, who didn't, by delegation; while people check in each is marked with one tap."""

    permission, rule = permissions.is_staff, permissions.reads_roll
    area = AREA
    model = Sitting
    title = _("签到名册")
    form_class = MarkForm
    template_name = "congress/sittings/roll.html"

    def get_queryset(self) -> Any:
        """With what the roll asks of it."""
        return super().get_queryset().select_related(*WITH_SESSION)

    def prepare(self) -> None:
        """With everybody on it."""
        super().prepare()
        self.room, self.door = room(self.record), door_of(self.record)

    def get_title(self) -> str:
        """Of which sitting."""
        return f"{self.title}：{self.record.whole_title}"

    def get_crumbs(self) -> list[Crumb]:
        """To the sitting."""
        return [*crumbs_to(self.record), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Whom there is to mark."""
        return {"record": self.record, "people": [line.member.pk for line in self.room.lines]}

    def get_success_url(self, record: Sitting) -> str:
        """The same part of the roll."""
        wanted = self.request.GET.get("state", "")
        return reverse("congress:sitting-roll", args=[record.pk]) + (f"?state={wanted}" if wanted else "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The part that is asked for, the numbers of each, and whether marking is possible."""
        wanted = self.request.GET.get("state", "")
        keeps = permissions.may_keep_sitting.test(self.request.user, self.record)
        shown = [standing for standing in Standing if self.room.count(standing) or standing == Standing.MISSING]
        return super().get_context_data(
            room=self.room,
            units=self.room.units(wanted) if wanted != "guests" else [],
            guests=self.room.guests if wanted in ("", "guests") else (),
            wanted=wanted,
            groups=[(standing.value, standing.label, self.room.count(standing)) for standing in shown],
            may_mark=keeps and self.door is not None and self.door.is_open,
            door=self.door,
            actions=self.get_actions(keeps=keeps),
            **kwargs,
        )

    def get_actions(self, *, keeps: bool) -> list[Action]:
        """Scanning cards first; the papers last."""
        key = self.record.pk
        scanning = [
            Action.to(_("扫代表证"), "congress:sitting-scanner"),
            Action.to(_("登记名册外的人"), "congress:sitting-guest", key, primary=False),
        ]
        return [
            *(scanning if keeps and self.door is not None and self.door.is_open else []),
            Action.to(_("打印签到册"), "congress:sitting-paper", key, primary=False, download=True),
            Action.to(_("导出 Excel"), "congress:sitting-workbook", key, primary=False, download=True),
        ]


class _Roll:
    """The roll of a sitting, for who reads it."""

    permission = permissions.is_staff
    rule = permissions.reads_roll
    area = AREA
    model = Sitting
    select_related: ClassVar[tuple[str, ...]] = WITH_SESSION


class SittingPaperView(_Roll, PaperPage):
    """签到册, to be signed at the door or kept in the file."""

    def get_document(self) -> Document:
        """By delegation."""
        return roll_sheet(self.record, room(self.record))


class SittingWorkbookView(_Roll, WorkbookPage):
    """The same as a workbook, one row a person."""

    def get_title(self) -> str:
        """Of which sitting."""
        return f"{self.record.whole_title}签到册"

    def get_workbook(self) -> bytes:
        """One sheet."""
        return write_workbook(ROLL_HEAD, roll_rows(room(self.record)), sheet="签到册", title=self.get_title())


class OwnSittingsView(Page):
    """我的会议: what one is due at, with the way there and, where one can't come, leave."""

    permission = has_own_record
    area = AREA
    title = _("我的会议")

    def get(self, request: HttpRequest) -> HttpResponse:
        """What is still to come."""
        mine = request.user.member_id
        ahead = upcoming_for(mine, self.on)
        leaves = {leave.sitting_id: leave for leave in Leave.objects.filter(member=mine, sitting__in=ahead)}
        here = standings(ahead, mine)
        rows = [(sitting, leaves.get(sitting.pk), here.get(sitting.pk)) for sitting in ahead]
        context = self.get_context_data(rows=rows)
        return TemplateResponse(request, "congress/sittings/own.html", context)
