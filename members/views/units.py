"""What is done with a department or a union group: naming who leads it, moving its people, closing it."""

from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.forms import CloseUnitForm, EmptyUnitForm, EndLeadingForm, NameLeaderForm, ReopenUnitForm
from members.models import Department, DepartmentHead, GroupLeader, UnionGroup
from members.permissions import (
    keeps_roster,
    may_close_unit,
    may_empty_unit,
    may_end_current,
    may_name_leader,
    may_reopen_unit,
)
from members.views.organisation import departments_crumb, groups_crumb
from unionoffice.pages import Crumb, TransitionPage


class UnitMove(TransitionPage):
    """A move of a department or a union group."""

    permission = keeps_roster
    area = "members"

    @property
    def unit(self) -> Department | UnionGroup:
        """What it is about."""
        unit: Department | UnionGroup = self.record
        return unit

    def get_crumbs(self) -> list[Crumb]:
        """To the department or group."""
        above = departments_crumb() if isinstance(self.unit, Department) else groups_crumb()
        return [above, Crumb(str(self.unit), self.unit.get_absolute_url())]


class NameLeaderPage(UnitMove):
    """Who leads it, or is deputy there, from a day on."""

    rule = may_name_leader
    form_class = NameLeaderForm
    template_name = "office/form.html"
    done = _("已任命。")


class NameDepartmentHeadView(NameLeaderPage):
    """The head of a department."""

    model = Department
    title, button = _("任命负责人"), _("任命")


class NameGroupLeaderView(NameLeaderPage):
    """The leader of a union group."""

    model = UnionGroup
    title, button = _("任命组长"), _("任命")


class EndLeadingPage(UnitMove):
    """Somebody leads no more, and nobody in their place."""

    rule = may_end_current
    form_class = EndLeadingForm
    title, button = _("免去职务"), _("免去职务")
    done = _("已登记离任。")

    def get_queryset(self) -> Any:
        """With the person and what they lead."""
        return super().get_queryset().select_related("member", "unit")

    @property
    def unit(self) -> Department | UnionGroup:
        """What they lead."""
        unit: Department | UnionGroup = self.record.unit
        return unit

    def get_question(self) -> str:
        """Who, and what is then missing."""
        said = {"name": self.record.member, "unit": self.unit, "post": self.record.post}
        if self.record.is_deputy:
            return _t("%(name)s不再担任%(unit)s的%(post)s。") % said
        return _t("%(name)s不再担任%(unit)s的%(post)s。已经有接任的人，请直接任命，不用先免去。") % said


class EndDepartmentHeadView(EndLeadingPage):
    """Of a department."""

    model = DepartmentHead


class EndGroupLeaderView(EndLeadingPage):
    """Of a union group."""

    model = GroupLeader


class EmptyUnitPage(UnitMove):
    """All its people go elsewhere, as where several become one."""

    rule = may_empty_unit
    form_class = EmptyUnitForm
    button = _("全部转入")
    done = _("已全部转入。")

    def get_question(self) -> str:
        """How many go."""
        count = self.unit.places.here().values("member").distinct().count()
        return _t("“%(name)s”现有%(n)d人，将在同一天转入所选的去处。") % {"name": self.unit, "n": count}


class EmptyDepartmentView(EmptyUnitPage):
    """Of a department."""

    model = Department
    title = _("全部转入其他部门")


class EmptyGroupView(EmptyUnitPage):
    """Of a union group; the groups below stay."""

    model = UnionGroup
    title = _("全部转入其他小组")


class CloseUnitPage(UnitMove):
    """Its last day: it isn't chosen any more, and what it was stays."""

    rule = may_close_unit
    form_class = CloseUnitForm
    question = _("撤销后不能再选用，历史记录保留；负责人同日离任。里面还有人的，请先全部转出。")
    done = _("已撤销。")


class CloseDepartmentView(CloseUnitPage):
    """Of a department."""

    model = Department
    title, button = _("撤销部门"), _("撤销部门")


class CloseGroupView(CloseUnitPage):
    """Of a union group."""

    model = UnionGroup
    title, button = _("撤销小组"), _("撤销小组")


class ReopenUnitPage(UnitMove):
    """It was closed by mistake, or is needed again."""

    rule = may_reopen_unit
    form_class = ReopenUnitForm
    question = _("恢复后可以重新选用，负责人需要重新任命。")
    done = _("已恢复。")


class ReopenDepartmentView(ReopenUnitPage):
    """A department."""

    model = Department
    title, button = _("恢复部门"), _("恢复部门")


class ReopenGroupView(ReopenUnitPage):
    """A union group."""

    model = UnionGroup
    title, button = _("恢复小组"), _("恢复小组")
