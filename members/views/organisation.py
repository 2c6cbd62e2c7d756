"""Departments with their heads, union groups with their leaders: lists, pages and forms."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import DepartmentFilter, UnionGroupFilter
from members.forms import DepartmentForm, UnionGroupForm
from members.models import Department, UnionGroup
from members.permissions import keeps_roster, sees_all_members
from members.tables import DepartmentTable, UnionGroupTable
from unionoffice.pages import Crumb, Fact, FormPage, ListPage, RecordPage, Step, TransitionPage


def departments_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("部门")), reverse("members:department-list"))


def groups_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("工会小组")), reverse("members:group-list"))


def _people(record: Department | UnionGroup, name: str) -> Fact:
    """How many belong to it now, with the list of them behind, where the filter `name` chooses it."""
    count = record.places.current().values("member").distinct().count()
    return Fact(_("现有人数"), _("%(n)d人") % {"n": count}, f"{reverse('members:member-list')}?{name}={record.pk}")


class DepartmentListView(ListPage):
    """The school's departments with who answers for them."""

    permission = sees_all_members
    area = "members"
    title = _("部门")
    model = Department
    table = DepartmentTable
    filter_class = DepartmentFilter
    main_action = (_("新建部门"), "members:department-create", keeps_roster)
    other_actions = ((_("工会小组"), "members:group-list", sees_all_members),)


class DepartmentDetailView(RecordPage):
    """One department."""

    permission = sees_all_members
    area = "members"
    model = Department
    select_related = ("head",)
    steps = (Step(_("修改部门"), "members:department-update", keeps_roster),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [departments_crumb()]

    def get_facts(self) -> list[Fact]:
        """Kind, head and people."""
        department = self.record
        head = department.head
        return [
            Fact(_("类型"), department.get_kind_display()),
            Fact(_("负责人"), head and head.name, head.get_absolute_url() if head else ""),
            _people(department, "department"),
        ]


class DepartmentFormPage(FormPage):
    """What a department is called, of what kind it is and who answers for it."""

    permission = keeps_roster
    area = "members"
    form_class = DepartmentForm
    template_name = "office/form.html"
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [departments_crumb()]


class CreateDepartmentView(DepartmentFormPage):
    """A new department."""

    title, button = _("新建部门"), _("新建部门")


class UpdateDepartmentView(DepartmentFormPage, TransitionPage):
    """Another name, kind or head."""

    title, button = _("修改部门"), _("保存修改")
    model = Department

    def get_crumbs(self) -> list[Crumb]:
        """To the department."""
        return [departments_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The department to change."""
        return {"instance": self.record}


class UnionGroupListView(ListPage):
    """The union's groups with who leads them."""

    permission = sees_all_members
    area = "members"
    title = _("工会小组")
    model = UnionGroup
    table = UnionGroupTable
    filter_class = UnionGroupFilter
    main_action = (_("新建小组"), "members:group-create", keeps_roster)
    other_actions = ((_("部门"), "members:department-list", sees_all_members),)


class UnionGroupDetailView(RecordPage):
    """One union group."""

    permission = sees_all_members
    area = "members"
    model = UnionGroup
    select_related = ("parent", "leader")
    steps = (Step(_("修改小组"), "members:group-update", keeps_roster),)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [groups_crumb()]

    def get_facts(self) -> list[Fact]:
        """The group above, leader and people."""
        group = self.record
        parent, leader = group.parent, group.leader
        return [
            Fact(_("上级分工会"), parent and parent.name, parent.get_absolute_url() if parent else ""),
            Fact(_("组长"), leader and leader.name, leader.get_absolute_url() if leader else ""),
            _people(group, "group"),
        ]


class UnionGroupFormPage(FormPage):
    """What a union group is called, where it stands and who leads it."""

    permission = keeps_roster
    area = "members"
    form_class = UnionGroupForm
    template_name = "office/form.html"
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [groups_crumb()]


class CreateUnionGroupView(UnionGroupFormPage):
    """A new group."""

    title, button = _("新建小组"), _("新建小组")


class UpdateUnionGroupView(UnionGroupFormPage, TransitionPage):
    """Another name, group above or leader."""

    title, button = _("修改小组"), _("保存修改")
    model = UnionGroup

    def get_crumbs(self) -> list[Crumb]:
        """To the group."""
        return [groups_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The group to change."""
        return {"instance": self.record}
