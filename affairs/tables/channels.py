"""The surface of channels, paper copies and checks."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from affairs.enums import ChannelKind, Timing
from affairs.models import CheckIssue, CheckPerson, Posting
from affairs.selectors import with_what_hangs
from members.models import Member
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone


def posting_badge(posting: Posting) -> Badge:
    """Whether it hangs, and whether it should."""
    if not posting.is_hanging:
        return Badge(str(_("已取下")), Tone.CLOSED)
    return Badge(str(_("应取下")), Tone.OFFICIAL) if posting.is_stale else Badge(str(_("张贴中")), Tone.DONE)


def issue_badge(issue: CheckIssue) -> Badge:
    """Whether it was put right."""
    return Badge(str(_("整改中")), Tone.WAITS) if issue.done_on is None else Badge(str(_("已完成")), Tone.DONE)


class ChannelTable(Table):
    """Where the school discloses, by kind and name."""

    columns = (
        Column(_("名称"), lambda channel: channel.name, order_by="name", primary=True),
        Column(_("类型"), lambda channel: label_of(ChannelKind, channel.kind), order_by="kind"),
        Column(_("地点"), lambda channel: channel.place, order_by="place"),
        Column(_("管理人"), lambda channel: channel.keeper.name if channel.keeper else ""),
        Column(_("更新时限"), lambda channel: label_of(Timing, channel.timing)),
        Column(_("张贴中"), lambda channel: channel.hanging),
        Column(_("启用日期"), lambda channel: channel.from_on, order_by="from_on"),
        Column(_("停用日期"), lambda channel: channel.to_on, order_by="to_on"),
    )
    footers = (Footer(_("公开渠道"), _("处")),)
    empty = _("还没有登记公开渠道。请先添加公开栏、墙报、联系卡等，写明地点和管理人。")
    empty_to_readers = _("还没有登记公开渠道。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The keeper and how much hangs there come along."""
        with_keeper = with_what_hangs(rows).select_related("keeper").defer(*Member.secrets_of("keeper"))
        return with_keeper.order_by("kind", "name")


class PostingTable(Table):
    """Paper copies, what went up last on top."""

    columns = (
        Column(_("公开事项"), lambda posting: posting.disclosure.title, primary=True),
        Column(_("编号"), lambda posting: posting.disclosure.short_number),
        Column(_("公开渠道"), lambda posting: posting.channel.name, order_by="channel__name"),
        Column(_("地点"), lambda posting: posting.channel.place),
        Column(_("张贴日期"), lambda posting: posting.up_on, order_by="up_on"),
        Column(_("取下日期"), lambda posting: posting.down_on, order_by="down_on"),
        Column(_("状态"), posting_badge),
    )
    footers = (Footer(_("张贴"), _("份")),)
    empty = _("还没有张贴记录。请在公开渠道的页面按“换栏”，或在公开事项的页面按“登记张贴”。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Disclosure and channel come along."""
        return rows.with_text()


class BoardCheckTable(Table):
    """Checks of the supervision group, the last on top."""

    columns = (
        Column(_("检查日期"), lambda check: check.checked_on, order_by="checked_on"),
        Column(_("检查内容"), lambda check: check.scope, order_by="scope", primary=True),
        Column(_("检查人"), lambda check: "、".join(person.member.name for person in check.people.all())),
        Column(_("整改事项"), lambda check: len(check.issues.all())),
        Column(_("整改"), lambda check: check_badge(check.issues.all())),
    )
    footers = (Footer(_("监督检查"), _("次")),)
    empty = _("还没有检查记录。监督小组检查后，请在这里登记。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """People and issues come along."""
        people = CheckPerson.objects.select_related("member").defer(*Member.secrets_of("member"))
        return rows.prefetch_related(Prefetch("people", people), "issues")


def check_badge(issues: Any) -> Badge | None:
    """Whether all that a check asked for was put right; nothing where it asked for nothing."""
    if not issues:
        return None
    open_ones = sum(issue.done_on is None for issue in issues)
    return Badge(str(_("整改中")), Tone.WAITS) if open_ones else Badge(str(_("已完成")), Tone.DONE)


class CheckIssueTable(Table):
    """What checks asked for, of the last check first."""

    columns = (
        Column(_("发现的问题"), lambda issue: issue.problem, primary=True),
        Column(_("整改要求"), lambda issue: issue.demand),
        Column(_("整改责任人"), lambda issue: issue.handler.name),
        Column(_("检查日期"), lambda issue: issue.check_held.checked_on, order_by="check_held__checked_on"),
        Column(_("整改期限"), lambda issue: issue.due_on, order_by="due_on"),
        Column(_("完成日期"), lambda issue: issue.done_on, order_by="done_on"),
        Column(_("状态"), issue_badge),
    )
    footers = (Footer(_("整改事项"), _("件")),)
    empty = _("还没有整改事项。在检查记录的页面上添加。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The check and who is to do it come along."""
        with_people = rows.select_related("check_held", "handler").defer(*Member.secrets_of("handler"))
        return with_people.order_by("-check_held__checked_on", "due_on", "pk")
