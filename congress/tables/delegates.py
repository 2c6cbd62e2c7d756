"""The surface of the lists of delegates and their elections."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Departure, ElectionMethod, ElectionStatus, Occasion
from congress.models import DelegateElection
from congress.permissions import is_staff
from congress.selectors import Share
from members.enums import Gender, PostCategory, PostRank
from members.models import Member
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

ELECTION_TONES = {
    ElectionStatus.RUNNING: Tone.ACTIVE,
    ElectionStatus.ELECTED: Tone.WAITS,
    ElectionStatus.DONE: Tone.DONE,
}


def election_badge(election: DelegateElection) -> Badge:
    """How far the election has come."""
    status = ElectionStatus(election.status)
    return Badge(label_of(ElectionStatus, status), ELECTION_TONES[status])


def told_shares(shares: Sequence[Share]) -> list[tuple[Share, Badge | None]]:
    """Each part of the delegates with whether its rule is met; nothing as long as there are no delegates."""
    if not shares[0].total:
        return []
    return [(share, _verdict(share)) for share in shares]


def _verdict(share: Share) -> Badge | None:
    if not share.is_judged:
        return None
    return Badge(share.verdict, Tone.DONE if share.is_met else Tone.OFFICIAL)


class DelegateTable(Table):
    """One line a delegate, by the strokes of the name."""

    columns = (
        Column(_("姓名"), lambda delegate: delegate.member.name, order_by="member__pinyin", primary=True),
        Column(_("届"), lambda delegate: str(delegate.term), order_by="term__number"),
        Column(_("代表类别"), lambda delegate: delegate.kind_name, order_by="kind"),
        Column(_("选举单位"), lambda delegate: delegate.constituency or delegate.group or ""),
        Column(_("代表团"), lambda delegate: delegate.delegation or ""),
        Column(_("自何日起"), lambda delegate: delegate.from_on, order_by="from_on"),
        Column(_("至何日止"), lambda delegate: delegate.to_on or delegate.term.to_on),
    )
    export_columns = (
        Column(_("代表证编号"), lambda delegate: delegate.number, permission=is_staff),
        Column(_("性别"), lambda delegate: label_of(Gender, delegate.member.gender), permission=is_staff),
        Column(
            _("岗位类别"), lambda delegate: label_of(PostCategory, delegate.member.post_category), permission=is_staff
        ),
        Column(_("岗位层级"), lambda delegate: label_of(PostRank, delegate.member.post_rank), permission=is_staff),
        Column(_("终止原因"), lambda delegate: label_of(Departure, delegate.departure), permission=is_staff),
    )
    footers = (Footer(_("代表"), _("名")),)
    empty = _("还没有登记代表。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Person, term and unit come along."""
        along = rows.select_related("member", "term", "group", "constituency", "delegation")
        return along.defer(*Member.secrets_of("member"))


class ElectionTable(Table):
    """One line an election, the latest first."""

    columns = (
        Column(_("选举单位"), lambda election: election.constituency or _("全校"), primary=True),
        Column(_("届"), lambda election: str(election.term), order_by="term__number"),
        Column(_("选举类型"), lambda election: label_of(Occasion, election.occasion), order_by="occasion"),
        Column(_("选举方式"), lambda election: label_of(ElectionMethod, election.method), order_by="method"),
        Column(_("应选人数"), lambda election: election.seats, order_by="seats"),
        Column(_("选举结束日期"), lambda election: election.concluded_on, order_by="concluded_on"),
        Column(_("状态"), election_badge, order_by="status"),
    )
    footers = (Footer(_("选举"), _("次")),)
    empty = _("还没有代表选举。请在届次的页面上开始选举。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Term and constituency come along."""
        return rows.select_related("term", "constituency")
