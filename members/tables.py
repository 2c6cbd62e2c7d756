"""The surface of the member list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import CommitteePost, DepartmentKind, Gender, ServiceStatus, UnionStatus
from members.models import Audience, Gathering, Member
from members.selectors import audience_sizes, membership_rate, rules_in_words, with_current_places
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


class DepartmentTable(Table):
    """One line a department."""

    columns = (
        Column(_("部门"), lambda department: department.name, order_by="name", primary=True),
        Column(_("类型"), lambda department: label_of(DepartmentKind, department.kind), order_by="kind"),
        Column(_("负责人"), lambda department: department.head and department.head.name, order_by="head__pinyin"),
        Column(_("现有人数"), lambda department: department.people, order_by="people"),
    )
    footers = (Footer(_("部门"), _("个"), Measure.COUNT, lambda rows: rows.count()),)
    empty = _("还没有部门。导入花名册时会自动建立，也可以在这里新建。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Heads and numbers come along."""
        hidden = (f"head__{name}" for name in Member.SENSITIVE)
        return rows.with_people().select_related("head").defer(*hidden).order_by("name")


class UnionGroupTable(Table):
    """One line a union group."""

    columns = (
        Column(_("工会小组"), lambda group: group.name, order_by="name", primary=True),
        Column(_("上级分工会"), lambda group: group.parent and group.parent.name, order_by="parent__name"),
        Column(_("组长"), lambda group: group.leader and group.leader.name, order_by="leader__pinyin"),
        Column(_("现有人数"), lambda group: group.people, order_by="people"),
    )
    footers = (Footer(_("工会小组"), _("个"), Measure.COUNT, lambda rows: rows.count()),)
    empty = _("还没有工会小组。导入花名册时会自动建立，也可以在这里新建。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Leaders, groups above and numbers come along."""
        hidden = (f"leader__{name}" for name in Member.SENSITIVE)
        return rows.with_people().select_related("leader", "parent").defer(*hidden).order_by("name")


def gathering_badge(gathering: Gathering) -> Badge:
    """Whether people can still check in, in words and colour."""
    return Badge(str(_("正在签到")), Tone.ACTIVE) if gathering.is_open else Badge(str(_("已结束")), Tone.CLOSED)


def audience_table(audiences: Iterable[Audience], on: date) -> type[Table]:
    """One line an audience, with its conditions in words and its people of a day: a few queries for all audiences."""
    audiences = list(audiences)
    sizes = audience_sizes(audiences, on)
    rules = rules_in_words(audience.asks for audience in audiences)
    words = {
        audience.pk: "；".join(text for _label, text in said) for audience, said in zip(audiences, rules, strict=True)
    }

    class AudienceTable(Table):
        columns = (
            Column(_("名称"), lambda audience: audience.name, order_by="name", primary=True),
            Column(_("条件"), lambda audience: words[audience.pk]),
            Column(_("今天的人数"), lambda audience: sizes[audience.pk]),
            Column(_("来源"), lambda audience: _("预置") if audience.is_seeded else _("自建")),
        )
        footers = (Footer(_("范围"), _("个"), Measure.COUNT, lambda rows: rows.count()),)
        empty = _("还没有范围。请先新建一个。")

    return AudienceTable
