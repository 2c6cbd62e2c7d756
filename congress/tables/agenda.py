"""The surface of the lists of items, opinions, resolutions and decisions."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import ItemKind, ItemOutcome, Matter, OpinionAnswer, ResolutionStatus
from congress.models import AgendaItem, Resolution
from members.models import Member
from unionoffice.figures import Measure, share
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

ITEM_TONES = {
    ItemOutcome.OPEN: Tone.WAITS,
    ItemOutcome.FAILED: Tone.OFFICIAL,
    ItemOutcome.AGAIN: Tone.WAITS,
}
"""Other outcomes are done."""

ANSWER_TONES = {
    OpinionAnswer.ADOPTED: Tone.DONE,
    OpinionAnswer.PARTLY: Tone.DONE,
    OpinionAnswer.DECLINED: Tone.CLOSED,
}


def answered_share(opinions: QuerySet[Any]) -> Any:
    """Of the opinions, what share the school has answered; in percent."""
    return share(opinions, ~Q(outcome=""))


def agenda_badge(item: AgendaItem) -> Badge:
    """What became of it."""
    outcome = ItemOutcome(item.outcome)
    return Badge(str(outcome.label), ITEM_TONES.get(outcome, Tone.DONE))


def answer_badge(opinion: Any) -> Badge:
    """What the school said."""
    if not opinion.outcome:
        return Badge(str(_("待答复")), Tone.WAITS)
    answer = OpinionAnswer(opinion.outcome)
    return Badge(str(answer.label), ANSWER_TONES[answer])


def resolution_badge(resolution: Resolution) -> Badge:
    """Whether it is carried out."""
    done = resolution.status == ResolutionStatus.DONE
    return Badge(label_of(ResolutionStatus, resolution.status), Tone.DONE if done else Tone.WAITS)


class AgendaItemTable(Table):
    """One line an item, the latest session first."""

    columns = (
        Column(_("议程名称"), lambda item: item.title, order_by="title", primary=True),
        Column(_("会议"), lambda item: item.session, order_by="session__starts_on"),
        Column(_("方式"), lambda item: label_of(ItemKind, item.kind), order_by="kind"),
        Column(_("事项"), lambda item: label_of(Matter, item.matter), order_by="matter"),
        Column(_("报告人"), lambda item: item.reporter),
        Column(_("结果"), agenda_badge, order_by="outcome"),
        Column(_("日期"), lambda item: item.decided_on, order_by="decided_on"),
    )
    footers = (Footer(_("议程"), _("项")),)
    empty = _("还没有议程。在会议页面列入议程。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The session and the presenter come along."""
        return rows.select_related("session__term", "presenter").defer(*Member.secrets_of("presenter"))


class ItemOpinionTable(Table):
    """One line an opinion."""

    columns = (
        Column(_("意见"), lambda opinion: opinion.text, primary=True),
        Column(_("议程"), lambda opinion: opinion.item.title, order_by="item__title"),
        Column(_("提出人"), lambda opinion: opinion.raised_by),
        Column(_("提出日期"), lambda opinion: opinion.raised_on, order_by="raised_on"),
        Column(_("处理"), answer_badge, order_by="outcome"),
        Column(_("答复"), lambda opinion: opinion.answer),
        Column(_("答复单位"), lambda opinion: opinion.office),
    )
    footers = (
        Footer(_("代表意见"), _("条")),
        Footer(_("答复率"), "%", Measure.RATIO, answered_share, behind="congress.opinions.rate"),
    )
    empty = _("还没有代表意见。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The item and who said it come along."""
        named = rows.select_related("item__session__term", "member", "delegation")
        return named.defer(*Member.secrets_of("member"))


class ResolutionTable(Table):
    """One line a resolution, the latest first."""

    columns = (
        Column(_("编号"), lambda one: one.public_number, order_by="session__starts_on"),
        Column(_("决议名称"), lambda one: one.title, order_by="title", primary=True),
        Column(_("通过日期"), lambda one: one.adopted_on, order_by="adopted_on"),
        Column(_("落实部门"), lambda one: one.department),
        Column(_("完成时限"), lambda one: one.due_on, order_by="due_on"),
        Column(_("落实情况"), resolution_badge, order_by="status"),
    )
    footers = (Footer(_("决议"), _("件")),)
    empty = _("还没有决议。在会议页面登记决议。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Session and department come along, the texts stay."""
        return rows.select_related("session__term", "department").defer("text")


def reported_badge(decision: Any) -> Badge:
    """Whether a session heard of it."""
    if decision.reported_on is not None:
        return Badge(str(_("已报告")), Tone.DONE)
    return Badge(str(_("已列入议程") if decision.item_id else _("待报告")), Tone.WAITS)


class InterimDecisionTable(Table):
    """One line a decision, the latest first."""

    columns = (
        Column(_("决定事项"), lambda one: one.title, order_by="title", primary=True),
        Column(_("决定机构"), lambda one: one.decided_by, order_by="decider"),
        Column(_("决定日期"), lambda one: one.decided_on, order_by="decided_on"),
        Column(_("到会"), lambda one: one.attendance),
        Column(_("向会议报告"), reported_badge),
    )
    footers = (Footer(_("闭会期间决定"), _("项")),)
    empty = _("还没有闭会期间决定。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """What is named comes along."""
        return rows.select_related("committee", "group", "item")
