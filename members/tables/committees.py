"""The surface of committees, offices and handovers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import HEAD_POSTS, CommitteePost
from members.models import CommitteeTerm, Member
from members.selectors import days_until_renewal_is_due, renewal_badge_words
from unionoffice.dated import holds_on
from unionoffice.numbering import ordinal
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone


def term_badge(term: CommitteeTerm, *, current: CommitteeTerm | None, on: date, warning: timedelta) -> Badge:
    """A term's state in words and colour: one that `current` has followed is over."""
    if current is not None and term.from_on < current.from_on:
        return Badge(str(_("已换届")), Tone.CLOSED)
    return Badge(*renewal_badge_words(term, on, warning))


def committee_table(on: date) -> type[Table]:
    """One line a committee, with the term that serves on a day: a few queries for all committees."""
    warning = days_until_renewal_is_due(on)

    def of_term(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda committee: read(term) if (term := committee.term_on(on)) else ""

    def holders(term: Any) -> list[Any]:
        return [office for office in term.offices.all() if holds_on(office, on)]

    def head(term: Any) -> str:
        return "、".join(office.member.name for office in holders(term) if office.post in HEAD_POSTS)

    def state(committee: Any) -> Badge:
        term = committee.term_on(on)
        if term is None:
            return Badge(str(_("尚未登记届次")), Tone.WAITS)
        return term_badge(term, current=term, on=on, warning=warning)

    class CommitteeTable(Table):
        columns = (
            Column(_("委员会"), lambda committee: committee.name, order_by="name", primary=True),
            Column(_("现任届次"), of_term(lambda term: _("第%(n)s届") % {"n": ordinal(term.number)})),
            Column(_("负责人"), of_term(head)),
            Column(_("委员人数"), of_term(lambda term: len({office.member_id for office in holders(term)}))),
            Column(_("届满日期"), of_term(lambda term: term.to_on)),
            Column(_("状态"), state),
        )
        footers = (Footer(_("委员会"), _("个")),)
        empty = _("还没有委员会。请先新建工会委员会，再登记它的各届。")

        @classmethod
        def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
            return rows.with_terms().in_order_of_kind()

    return CommitteeTable


class HandoverTable(Table):
    """One line a handover, the latest first."""

    columns = (
        Column(_("交接内容"), lambda handover: handover.subject, primary=True),
        Column(_("移交人"), lambda handover: handover.giver.name, order_by="giver__pinyin"),
        Column(_("接收人"), lambda handover: handover.taker.name, order_by="taker__pinyin"),
        Column(_("交接日期"), lambda handover: handover.on, order_by="on"),
        Column(_("监交人"), lambda handover: handover.supervised_by and handover.supervised_by.name),
    )
    footers = (Footer(_("交接"), _("次")),)
    empty = _("还没有登记过交接。有人卸任时，从这里办理，可以打印交接单。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """People and offices come along."""
        people = ("giver", "taker", "supervised_by")
        return rows.select_related(*people, "office__term__committee").defer(*Member.secrets_of(*people))


class OfficeTable(Table):
    """One line an office, committee by committee."""

    columns = (
        Column(_("委员会"), lambda office: str(office.term), order_by="term__committee__name"),
        Column(_("职务"), lambda office: label_of(CommitteePost, office.post)),
        Column(_("分工"), lambda office: office.duty),
        Column(_("姓名"), lambda office: office.member.name, order_by="member__pinyin", primary=True),
        Column(_("自何日起"), lambda office: office.from_on, order_by="from_on"),
        Column(_("至何日止"), lambda office: office.to_on or office.term.to_on),
    )
    footers = (Footer(_("任职"), _("人次")),)
    empty = _("还没有登记委员会的任职。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Person and committee come along."""
        return rows.select_related("member", "term__committee").defer(*Member.secrets_of("member"))
