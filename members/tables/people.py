"""The surface of the member list and of what follows from people's dates."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import dateformat
from django.utils.translation import gettext_lazy as _

from members.enums import ContractKind, Gender, PoliticalStatus, PostCategory, PostRank, ServiceStatus, UnionStatus
from members.models import Member
from members.permissions import READERS, sees_all_members
from members.selectors import membership_rate, name_places
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

SERVICE_TONES = {
    ServiceStatus.IN_SERVICE: Tone.ACTIVE,
    ServiceStatus.RETIRED: Tone.CLOSED,
    ServiceStatus.RETIRED_CADRE: Tone.CLOSED,
    ServiceStatus.LEFT: Tone.CLOSED,
    ServiceStatus.DEAD: Tone.CLOSED,
}


def service_badge(member: Member) -> Badge:
    """Whether somebody serves, in words and colour."""
    return _service(member.service_status)


def union_badge(member: Member) -> Badge:
    """Whether somebody is in the union, in words and colour."""
    return _union(member.union_status)


def _service(status: str) -> Badge:
    return Badge(label_of(ServiceStatus, status), SERVICE_TONES[ServiceStatus(status)])


def _union(status: str) -> Badge:
    tone = Tone.DONE if status == UnionStatus.MEMBER else Tone.CLOSED
    return Badge(label_of(UnionStatus, status), tone)


ON_PAGE = ("employee_no", "name", "gender", "title", "service_status", "union_status")
"""Fields that the page's own columns read."""

WORDS = {
    "political_status": PoliticalStatus,
    "post_category": PostCategory,
    "post_rank": PostRank,
    "contract_kind": ContractKind,
}


def _beyond(name: str) -> Column:
    """A field that only an export has, for those who read it of others; an encrypted one comes out whole."""
    words = WORDS.get(name)
    return Column(
        str(Member._meta.get_field(name).verbose_name),
        (lambda member: label_of(words, getattr(member, name))) if words else (lambda member: getattr(member, name)),
        permission=READERS.get(name, sees_all_members),
        is_sensitive=name in Member.SENSITIVE,
    )


BEYOND = {
    name: _beyond(name)
    for name in (
        "birth_date",
        "ethnicity",
        "political_status",
        "post_category",
        "post_rank",
        "contract_kind",
        "first_job_on",
        "hired_on",
        "joined_on",
        "card_no",
        "married_on",
        "phone",
        "id_number",
        "address",
        "bank_card",
    )
}
"""Columns that an export may have, by field."""


class MemberTable(Table):
    """One line a person, by pinyin."""

    columns = (
        Column(_("工号"), lambda member: member.employee_no, order_by="employee_no"),
        Column(_("姓名"), lambda member: member.name, order_by="pinyin", primary=True),
        Column(_("性别"), lambda member: label_of(Gender, member.gender), order_by="gender"),
        Column(_("部门"), lambda member: member.department_names),
        Column(_("工会小组"), lambda member: member.group_name),
        Column(_("职称"), lambda member: member.title, order_by="title"),
        Column(_("在职状态"), service_badge, order_by="service_status"),
        Column(_("会籍状态"), union_badge, order_by="union_status"),
    )
    export_columns = tuple(BEYOND.values())
    footers = (
        Footer(_("人数"), _("人")),
        Footer(_("入会率"), "%", Measure.RATIO, membership_rate, behind="members.rate"),
    )
    empty = _("还没有教职工档案。请先导入花名册。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Only what the columns read: the encrypted fields, which no list shows, stay where they are."""
        return rows.only(*ON_PAGE)

    @classmethod
    def prepare_export(cls, rows: QuerySet[Any], columns: Sequence[Column]) -> QuerySet[Any]:
        """With the fields of the columns that were chosen beyond the page's."""
        return rows.only(*ON_PAGE, *(name for name, column in BEYOND.items() if column in columns))

    @classmethod
    def complete(cls, records: Sequence[Any]) -> None:
        """Where each of them belongs."""
        name_places(records)


def member_table_on(day: date, *, with_rate: bool) -> type[Table]:
    """The list as it was at the end of a day, over rows annotated by `as_of`: that day's status and places.

    The rate is measured among those listed whom it counts; it says nothing of a list of some statuses only.
    """
    rate = Footer(_("入会率"), "%", Measure.RATIO, lambda rows: membership_rate(rows.counted_in_rate_on(day)))

    class MemberTableOnDay(MemberTable):
        columns = (
            *MemberTable.columns[:-2],
            Column(_("在职状态"), lambda member: _service(member.service_on), order_by="service_on"),
            Column(_("会籍状态"), lambda member: _union(member.union_on), order_by="union_on"),
        )
        footers = (*MemberTable.footers[:1], *([rate] if with_rate else []))

        @classmethod
        def complete(cls, records: Sequence[Any]) -> None:
            """Where each of them belonged."""
            name_places(records, day)

    return MemberTableOnDay


class MilestoneTable(Table):
    """One line a milestone, day by day. Its rows are computed: nothing orders or measures them but their page."""

    columns = (
        Column(_("日期"), lambda milestone: milestone.day),
        Column(_("星期"), lambda milestone: dateformat.format(milestone.day, "D")),
        Column(_("姓名"), lambda milestone: milestone.member.name, primary=True),
        Column(_("事项"), lambda milestone: milestone.what),
        Column(_("部门"), lambda milestone: milestone.departments),
        Column(_("在职状态"), lambda milestone: service_badge(milestone.member)),
    )
