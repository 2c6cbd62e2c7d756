"""The surface of departments, union groups and tags."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import DepartmentKind
from members.forms.fields import INDENT
from members.models import Member
from members.selectors import people_below
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone


def unit_badge(unit: Any) -> Badge:
    """Whether people can be placed in a department or a group, in words and colour."""
    return Badge(str(_("在用")), Tone.ACTIVE) if unit.is_open else Badge(str(_("已撤销")), Tone.CLOSED)


class DepartmentTable(Table):
    """One line a department."""

    columns = (
        Column(_("部门"), lambda department: department.name, order_by="order_key", primary=True),
        Column(_("类型"), lambda department: label_of(DepartmentKind, department.kind), order_by="kind"),
        Column(_("负责人"), lambda department: department.head and department.head.name, order_by="head__pinyin"),
        Column(_("现有人数"), lambda department: department.people, order_by="people"),
        Column(_("状态"), unit_badge, order_by="to_on"),
    )
    footers = (Footer(_("部门"), _("个")),)
    empty = _("还没有部门。导入花名册时会自动建立，也可以在这里新建。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Heads and numbers come along."""
        found = rows.with_people().select_related("head").defer(*Member.secrets_of("head"))
        return found.order_by("order_key", "pk")


def union_group_table() -> type[Table]:
    """One line a union group, a tree by its indents, each with its people and those of the groups below it."""
    sizes = people_below()

    class UnionGroupTable(Table):
        columns = (
            Column(
                _("工会小组"), lambda group: INDENT * group.level + group.name, order_by="order_key", primary=True
            ),
            Column(_("上级分工会"), lambda group: group.parent and group.parent.name, order_by="parent__order_key"),
            Column(_("组长"), lambda group: group.leader and group.leader.name, order_by="leader__pinyin"),
            Column(_("本组人数"), lambda group: group.people, order_by="people"),
            Column(_("连同下级"), lambda group: sizes[group.pk]),
            Column(_("状态"), unit_badge, order_by="to_on"),
        )
        footers = (Footer(_("工会小组"), _("个")),)
        empty = _("还没有工会小组。导入花名册时会自动建立，也可以在这里新建。")

        @classmethod
        def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
            """Leaders, groups above and numbers come along."""
            found = rows.with_people().select_related("leader", "parent").defer(*Member.secrets_of("leader"))
            return found.order_by("order_key", "pk")

    return UnionGroupTable


class TagTable(Table):
    """One line a tag."""

    columns = (
        Column(_("标签"), lambda tag: tag.name, order_by="order_key", primary=True),
        Column(_("说明"), lambda tag: tag.note),
        Column(_("现有人数"), lambda tag: tag.people, order_by="people"),
    )
    footers = (Footer(_("标签"), _("个")),)
    empty = _("还没有标签。请先新建一个，再在名单里勾选人员加上。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Numbers come along."""
        return rows.with_people().order_by("order_key", "pk")
