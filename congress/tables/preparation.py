"""The surface of the lists about the preparation of sessions."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import Asker, Evidence, RequestStatus
from congress.models import SessionRequest
from congress.selectors import ChecklistLine, checklist_lines
from members.models import Member
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

REQUEST_TONES = {
    RequestStatus.WAITING: Tone.WAITS,
    RequestStatus.CALLED: Tone.DONE,
    RequestStatus.WITHDRAWN: Tone.CLOSED,
}


def line_badge(line: ChecklistLine) -> Badge:
    """How a matter stands: by a note, by a record, or by its day."""
    return Badge(line.state, _tone(line))


def _tone(line: ChecklistLine) -> Tone:
    if line.is_done:
        return Tone.DONE
    if line.is_missed or not line.is_open:
        return Tone.CLOSED
    if line.is_overdue:
        return Tone.OFFICIAL
    return Tone.ACTIVE if line.is_under_way else Tone.WAITS


def request_badge(request: SessionRequest) -> Badge:
    """What became of a request."""
    return Badge(label_of(RequestStatus, request.status), REQUEST_TONES[RequestStatus(request.status)])


class ChecklistTable(Table):
    """One line a matter, by its day."""

    columns = (
        Column(_("筹备事项"), str, order_by="title", primary=True),
        Column(_("会议"), lambda item: str(item.session)),
        Column(_("责任人"), lambda item: item.responsible),
        Column(_("开始日期"), lambda item: item.from_on, order_by="from_on"),
        Column(_("完成日期"), lambda item: item.due_on, order_by="due_on"),
        Column(_("办结日期"), lambda item: item.line.done_on),
        Column(_("状态"), lambda item: line_badge(item.line)),
    )
    footers = (
        Footer(_("筹备事项"), _("项")),
        Footer(_("列入党组织议事日程"), _("次"), behind="congress.party_agenda"),
    )
    empty = _("没有筹备事项。登记一次以后召开的会议，就会生成筹备清单。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The session's name and the person come along."""
        return rows.select_related("session__term", "assignee").defer(*Member.secrets_of("assignee"))

    @classmethod
    def complete(cls, records: Sequence[Any]) -> None:
        """Each matter as it stands today, whether noted or on record."""
        for line in checklist_lines(records, timezone.localdate()):
            line.item.line = line


class StandardTable(Table):
    """One line a matter of the standard, in the order in which they are done."""

    columns = (
        Column(_("筹备事项"), str, order_by="title", primary=True),
        Column(_("会前几天开始"), lambda matter: matter.days_from, order_by="days_from"),
        Column(_("会前几天完成"), lambda matter: matter.days_until, order_by="days_until"),
        Column(_("责任岗位"), lambda matter: matter.get_office_display(), order_by="office"),
        Column(_("凭记录自动完成"), lambda matter: label_of(Evidence, matter.evidence)),
        Column(_("使用中"), lambda matter: _("是") if matter.is_in_use else _("否"), order_by="is_in_use"),
    )
    footers = (Footer(_("筹备事项"), _("项")),)
    empty = _("还没有筹备标准。")


class PreparatoryTable(Table):
    """One line a preparatory meeting, the latest first."""

    columns = (
        Column(_("预备会"), str, primary=True),
        Column(_("议题"), lambda meeting: meeting.topic, order_by="topic"),
        Column(_("日期"), lambda meeting: meeting.when_in_lists, order_by="held_on"),
        Column(_("主持人"), lambda meeting: str(meeting.chair or "")),
        Column(_("应到"), lambda meeting: meeting.due_count, order_by="due_count"),
        Column(_("实到"), lambda meeting: meeting.present_count, order_by="present_count"),
    )
    footers = (Footer(_("预备会"), _("次")),)
    empty = _("还没有登记预备会。在会议页面登记。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The session's name and the person come along; the text stays."""
        hidden = ("minutes", "settled", *Member.secrets_of("chair"))
        return rows.select_related("session__term", "chair").defer(*hidden)


class SessionRequestTable(Table):
    """One line a request, the latest first."""

    columns = (
        Column(_("提议日期"), lambda request: request.asked_on, order_by="asked_on", primary=True),
        Column(_("提议方"), lambda request: label_of(Asker, request.asked_by), order_by="asked_by"),
        Column(_("事由"), lambda request: request.reason),
        Column(_("联名代表"), lambda request: request.count, order_by="count"),
        Column(_("会议"), lambda request: str(request.session or "")),
        Column(_("状态"), request_badge, order_by="status"),
    )
    footers = (Footer(_("提议"), _("件")),)
    empty = _("还没有人提议召开临时会议。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The session that came of it comes along."""
        return rows.select_related("term", "session__term")
