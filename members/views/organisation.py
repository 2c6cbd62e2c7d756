"""Departments and union groups: lists, pages and forms. What else is done with them is in `units`."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import DepartmentFilter, UnionGroupFilter
from members.forms import DepartmentForm, UnionGroupForm
from members.models import Department, Member, UnionGroup
from members.permissions import (
    keeps_roster,
    may_close_unit,
    may_empty_unit,
    may_name_leader,
    may_reopen_unit,
    sees_all_members,
)
from members.selectors import people_below
from members.tables import DepartmentTable, union_group_table, unit_badge
from unionoffice.pages import Badge, Crumb, EditPage, Fact, FormPage, ListPage, RecordPage, Step


def departments_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("部门")), reverse("members:department-list"))


def groups_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("工会小组")), reverse("members:group-list"))


def people_url(name: str, key: int) -> str:
    """The list of who belongs somewhere now, where the filter `name` chooses it."""
    return f"{reverse('members:member-list')}?{name}={key}"


class DepartmentListView(ListPage):
    """The school's departments with who answers for them."""

    permission = sees_all_members
    area = "members"
    title = _("部门")
    model = Department
    table = DepartmentTable
    filter_class = DepartmentFilter
    main_action = (_("新建部门"), "members:department-create", keeps_roster)
    other_actions = (
        (_("工会小组"), "members:group-list", sees_all_members),
        (_("标签"), "members:tag-list", sees_all_members),
    )


class UnitPage(RecordPage):
    """A department or a union group: who leads it and who led it, who belongs to it and who did."""

    permission = sees_all_members
    area = "members"

    def get_badge(self) -> Badge | None:
        """Whether it was closed."""
        return None if self.record.is_open else unit_badge(self.record)

    def get_span(self) -> list[Fact]:
        """From when to when there is one, as far as anybody wrote it down."""
        days = ((_("设立日期"), self.record.from_on), (_("撤销日期"), self.record.to_on))
        return [Fact(label, day) for label, day in days if day]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the leaders and the people, today's and earlier ones."""
        places = self.record.places.with_member()
        here = set(places.here().order_by().values_list("member", flat=True))
        return super().get_context_data(
            leaders=self.record.leaders.newest_first().with_member(),
            places=places.here().order_by("member__pinyin", "member__employee_no"),
            former=[place for place in places.order_by("-to_on", "-pk") if place.member_id not in here],
            may_keep=keeps_roster.test(self.request.user),
            **kwargs,
        )


class DepartmentDetailView(UnitPage):
    """One department."""

    model = Department
    select_related = ("head",)
    steps = (
        Step(_("任命负责人"), "members:department-lead", may_name_leader),
        Step(_("修改部门"), "members:department-update", keeps_roster, primary=False),
        Step(_("全部转入其他部门"), "members:department-empty", may_empty_unit, primary=False),
        Step(_("撤销部门"), "members:department-close", may_close_unit, primary=False),
        Step(_("恢复部门"), "members:department-reopen", may_reopen_unit, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [departments_crumb()]

    def get_facts(self) -> list[Fact]:
        """Kind, head and people."""
        department = self.record
        head = department.head
        count = department.places.here().values("member").distinct().count()
        return [
            Fact(_("类型"), department.get_kind_display()),
            Fact(_("负责人"), head and head.name, head.get_absolute_url() if head else ""),
            Fact(_("现有人数"), _("%(n)d人") % {"n": count}, people_url("department", department.pk)),
            *self.get_span(),
        ]


class DepartmentFormPage(FormPage):
    """What a department is called and of what kind it is."""

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


class UpdateDepartmentView(DepartmentFormPage, EditPage):
    """Another name, kind or place in lists."""

    title = _("修改部门")
    model = Department

    def get_crumbs(self) -> list[Crumb]:
        """To the department."""
        return [departments_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]


class UnionGroupListView(ListPage):
    """The union's groups, a tree, with who leads them."""

    permission = sees_all_members
    area = "members"
    title = _("工会小组")
    model = UnionGroup
    filter_class = UnionGroupFilter
    main_action = (_("新建小组"), "members:group-create", keeps_roster)
    other_actions = (
        (_("部门"), "members:department-list", sees_all_members),
        (_("标签"), "members:tag-list", sees_all_members),
    )

    def filtered(self, rows: Any) -> Any:
        """Once it is known whose list it is: with everybody counted."""
        self.table = union_group_table()
        return super().filtered(rows)


class UnionGroupDetailView(UnitPage):
    """One union group, with those below it."""

    model = UnionGroup
    select_related = ("parent", "leader")
    steps = (
        Step(_("任命组长"), "members:group-lead", may_name_leader),
        Step(_("修改小组"), "members:group-update", keeps_roster, primary=False),
        Step(_("全部转入其他小组"), "members:group-empty", may_empty_unit, primary=False),
        Step(_("撤销小组"), "members:group-close", may_close_unit, primary=False),
        Step(_("恢复小组"), "members:group-reopen", may_reopen_unit, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [groups_crumb()]

    def get_facts(self) -> list[Fact]:
        """The group above, leader and people, its own and all."""
        group = self.record
        parent, leader = group.parent, group.leader
        own = Fact(_("直接在本组"), _("%(n)d人") % {"n": self.size - sum(child.size for child in self.children)})
        return [
            Fact(_("上级分工会"), parent and parent.name, parent.get_absolute_url() if parent else ""),
            Fact(_("组长"), leader and leader.name, leader.get_absolute_url() if leader else ""),
            *([own] if self.children else []),
            Fact(_("现有人数"), _("%(n)d人") % {"n": self.size}, people_url("group", group.pk)),
            *self.get_span(),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the groups directly below."""
        children = self.record.children.select_related("leader")
        self.children = list(children.defer(*Member.secrets_of("leader")))
        sizes = people_below()
        self.size = sizes[self.record.pk]
        for child in self.children:
            child.size = sizes[child.pk]
        return super().get_context_data(children=self.children, **kwargs)


class UnionGroupFormPage(FormPage):
    """What a union group is called and where it stands."""

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


class UpdateUnionGroupView(UnionGroupFormPage, EditPage):
    """Another name, group above or place in lists."""

    title = _("修改小组")
    model = UnionGroup

    def get_crumbs(self) -> list[Crumb]:
        """To the group."""
        return [groups_crumb(), Crumb(str(self.record), self.record.get_absolute_url())]
