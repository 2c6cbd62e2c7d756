"""The surface of the member list."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import CommitteePost, Gender, ServiceStatus, UnionStatus
from members.models import Member
from members.selectors import membership_rate, with_current_places
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
    return Badge(label_of(ServiceStatus, member.service_status), SERVICE_TONES[ServiceStatus(member.service_status)])


def union_badge(member: Member) -> Badge:
    """Whether somebody is in the union, in words and colour."""
    tone = Tone.DONE if member.union_status == UnionStatus.MEMBER else Tone.CLOSED
    return Badge(label_of(UnionStatus, member.union_status), tone)


def _departments(member: Any) -> str:
    return "、".join(place.department.name for place in member.current_departments)


def _group(member: Any) -> str:
    return "、".join(place.group.name for place in member.current_groups)


class MemberTable(Table):
    """One line a person, by pinyin."""

    columns = (
        Column(_("工号"), lambda member: member.employee_no, order_by="employee_no"),
        Column(_("姓名"), lambda member: member.name, order_by="pinyin", primary=True),
        Column(_("性别"), lambda member: label_of(Gender, member.gender), order_by="gender"),
        Column(_("部门"), _departments),
        Column(_("工会小组"), _group),
        Column(_("职称"), lambda member: member.title, order_by="title"),
        Column(_("在职状态"), service_badge, order_by="service_status"),
        Column(_("会籍状态"), union_badge, order_by="union_status"),
    )
    footers = (
        Footer(_("人数"), _("人"), Measure.COUNT, lambda rows: rows.count()),
        Footer(_("入会率"), "%", Measure.RATIO, membership_rate, behind="members.rate"),
    )
    empty = _("还没有教职工档案。请先导入花名册。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Places come along; the encrypted fields, which no list shows, stay where they are."""
        return with_current_places(rows.defer(*Member.SENSITIVE))


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
    footers = (Footer(_("任职"), _("人次"), Measure.COUNT, lambda rows: rows.count()),)
    empty = _("还没有登记委员会的任职。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Person and committee come along."""
        hidden = [f"member__{name}" for name in Member.SENSITIVE]
        return rows.select_related("member", "term__committee").defer(*hidden)
