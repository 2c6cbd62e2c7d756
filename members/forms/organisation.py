"""Input about departments and union groups, and who leads them."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import services
from members.enums import HERE, ServiceStatus, UnionStatus
from members.forms.fields import MemberChoiceField, UnitChoiceField
from members.models import Department, DepartmentHead, GroupLeader, Member, UnionGroup
from unionoffice.pages import DayInput, MoveForm, OfficeModelForm

SHOWN = ("name", "employee_no", "pinyin", "initials")


class UnitForm(OfficeModelForm):
    """What a unit is called and where it stands; who leads it is named on its page, from a day on."""

    def _post_clean(self) -> None:
        """The service compares and writes: the instance is left as the database has it."""

    def typed(self) -> dict[str, Any]:
        """The fields as the service takes them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class DepartmentForm(UnitForm):
    """Name, kind and place in lists."""

    class Meta:
        model = Department
        fields = ["name", "kind", "from_on", "position"]
        widgets = {"from_on": DayInput()}

    def save(self, *, by: Any, on: date) -> Department:
        """Keep it."""
        return services.save_department(self.instance, **self.typed(), by=by, on=on)


class UnionGroupForm(UnitForm):
    """Name, the group above and place in lists."""

    class Meta:
        model = UnionGroup
        fields = ["name", "parent", "from_on", "position"]
        field_classes = {"parent": UnitChoiceField}
        widgets = {"from_on": DayInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = Q(to_on=None) | Q(pk=self.instance.parent_id)
        self.fields["parent"].queryset = UnionGroup.objects.filter(chosen).exclude(pk=self.instance.pk)
        self.fields["parent"].help_text = _("上级分工会的负责人也能查看本组会员的资料，人数计入上级。")

    def save(self, *, by: Any, on: date) -> UnionGroup:
        """Keep it."""
        return services.save_group(self.instance, **self.typed(), by=by, on=on)


class DayForm(MoveForm):
    """A move of a record on a day, today where nothing else is typed."""

    day = forms.DateField(label=_("日期"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("day", self.on)


class NameLeaderForm(DayForm):
    """Who leads the unit, or is deputy there, since when."""

    member = MemberChoiceField(label=_("姓名"))
    is_deputy = forms.TypedChoiceField(
        label=_("职务"), coerce=lambda value: value == "deputy", widget=forms.RadioSelect, initial="head"
    )

    field_order = ("is_deputy", "member", "day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        head, deputy = self.record.leaders.model.POSTS
        self.fields["is_deputy"].choices = [("head", head), ("deputy", deputy)]
        self.fields["member"].queryset = _who_can_lead(self.record)
        self.fields["member"].help_text = self.said_beside()
        self.fields["day"].label = _("自何日起")

    def said_beside(self) -> str:
        """What being named brings."""
        if isinstance(self.record, Department):
            return gettext("提案交办到部门后，由负责人答复。")
        return gettext("组长可以查看本组和下级小组会员的资料，为他们登记慰问。")

    def save(self, *, by: Any, on: date) -> Department | UnionGroup:
        """Name them."""
        data = self.cleaned_data
        services.name_leader(
            self.record, data["member"], is_deputy=data["is_deputy"], on=data["day"], today=on, by=by
        )
        unit: Department | UnionGroup = self.record
        return unit


def _who_can_lead(unit: Department | UnionGroup) -> Any:
    wanted = Q(service_status=ServiceStatus.IN_SERVICE)
    if isinstance(unit, UnionGroup):
        wanted = Q(service_status__in=HERE) & ~Q(union_status=UnionStatus.NON_MEMBER)
    return Member.objects.filter(wanted).only(*SHOWN).order_by("pinyin", "employee_no")


class EndLeadingForm(DayForm):
    """From which day on somebody leads no more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = _("自何日起不再担任")

    def save(self, *, by: Any, on: date) -> Department | UnionGroup:
        """End it; leads to the unit."""
        row: DepartmentHead | GroupLeader = self.record
        return services.end_leading(row, on=self.cleaned_data["day"], today=on, by=by)


class CloseUnitForm(DayForm):
    """The last day of a unit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = _("最后一天")

    def save(self, *, by: Any, on: date) -> Department | UnionGroup:
        """Close it."""
        return services.close_unit(self.record, on=self.cleaned_data["day"], today=on, by=by)


class ReopenUnitForm(MoveForm):
    """No questions."""

    def save(self, *, by: Any, on: date) -> Department | UnionGroup:
        """Take the closing back."""
        return services.reopen_unit(self.record, by=by)


class EmptyUnitForm(DayForm):
    """Where all the people of a unit go."""

    target = UnitChoiceField(Department.objects.none(), label=_("转入"), empty_label=_("请选择"))

    field_order = ("target", "day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = type(self.record).objects.open().exclude(pk=self.record.pk)
        self.fields["target"].queryset = units
        self.fields["day"].label = _("自何日起")

    def save(self, *, by: Any, on: date) -> Department | UnionGroup:
        """Move them; leads to where they are now."""
        target: Department | UnionGroup = self.cleaned_data["target"]
        services.move_everybody(self.record, target, on=self.cleaned_data["day"], today=on, by=by)
        return target
