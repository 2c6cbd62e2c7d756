"""Input about where people belong and which tags they bear: of one person, or of all who were chosen."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members import services
from members.forms.fields import UnitChoiceField
from members.forms.organisation import DayForm
from members.models import Department, DepartmentPlace, Member, Tag, TagPlace, UnionGroup
from unionoffice.pages import BulkForm, DayInput, MoveForm, OfficeForm


class PlaceForm(OfficeForm):
    """Something that becomes so for people from a day on; `people` says for whom."""

    day = forms.DateField(label=_("自何日起"), widget=DayInput(), help_text=_("不能晚于今天。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("day", self.on)

    @property
    def people(self) -> QuerySet[Member]:
        """Whom it is about."""
        raise NotImplementedError

    def place(self, *, by: Any, on: date) -> int:
        """Do it with all of them; gives how many it changed."""
        raise NotImplementedError


class DepartmentFields(PlaceForm):
    """Which department, and whether as the main one."""

    department = UnitChoiceField(Department.objects.open(), label=_("部门"), empty_label=_("请选择"))
    is_main = forms.TypedChoiceField(
        label=_("作为"),
        choices=[("main", _("主要部门，原来的主要部门到前一天为止")), ("further", _("其他部门，主要部门不变"))],
        coerce=lambda value: value == "main",
        widget=forms.RadioSelect,
        initial="main",
    )

    field_order = ("department", "is_main", "day")

    def place(self, *, by: Any, on: date) -> int:
        """Move them there, or let them belong there too."""
        data = self.cleaned_data
        return services.move_to_department(
            self.people, data["department"], is_main=data["is_main"], on=data["day"], today=on, by=by
        )


class GroupFields(PlaceForm):
    """Which union group."""

    group = UnitChoiceField(UnionGroup.objects.open(), label=_("工会小组"), empty_label=_("请选择"))

    field_order = ("group", "day")

    def place(self, *, by: Any, on: date) -> int:
        """Move them there."""
        data = self.cleaned_data
        return services.move_to_group(self.people, data["group"], on=data["day"], today=on, by=by)


class TagFields(PlaceForm):
    """Which tag to give."""

    tag = forms.ModelChoiceField(Tag.objects.all(), label=_("标签"), empty_label=_("请选择"))

    field_order = ("tag", "day")

    def place(self, *, by: Any, on: date) -> int:
        """Give it to them."""
        return services.add_tag(self.people, self.cleaned_data["tag"], on=self.cleaned_data["day"], today=on, by=by)


class UntagFields(TagFields):
    """Which tag to take off."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tag"].queryset = Tag.objects.filter(places__in=TagPlace.objects.current()).distinct()

    def place(self, *, by: Any, on: date) -> int:
        """Take it off them."""
        return services.remove_tag(
            self.people, self.cleaned_data["tag"], on=self.cleaned_data["day"], today=on, by=by
        )


class OfMany(BulkForm, PlaceForm):
    """For all who were chosen."""

    @property
    def people(self) -> QuerySet[Member]:
        """The chosen."""
        return self.records

    def save(self, *, by: Any, on: date) -> int:
        """Gives how many it changed."""
        return self.place(by=by, on=on)


class OfOne(MoveForm, PlaceForm):
    """For one person."""

    @property
    def people(self) -> QuerySet[Member]:
        """The person alone."""
        return Member.objects.filter(pk=self.record.pk)

    def save(self, *, by: Any, on: date) -> Member:
        """Leads back to the person."""
        self.place(by=by, on=on)
        member: Member = self.record
        return member


class MoveToDepartmentForm(DepartmentFields, OfMany):
    """A department for all who were chosen."""


class MoveToGroupForm(GroupFields, OfMany):
    """A union group for all who were chosen."""


class AddTagForm(TagFields, OfMany):
    """A tag for all who were chosen."""


class RemoveTagForm(UntagFields, OfMany):
    """A tag that none of the chosen bears any more."""


class PlaceInDepartmentForm(DepartmentFields, OfOne):
    """A department for one person."""


class PlaceInGroupForm(GroupFields, OfOne):
    """A union group for one person."""


class TagMemberForm(TagFields, OfOne):
    """A tag for one person."""


class EndPlaceForm(DayForm):
    """From which day on a person belongs there, or bears the tag, no more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = _("自何日起不再属于")

    def save(self, *, by: Any, on: date) -> Member:
        """End it; leads back to the person."""
        place: DepartmentPlace | TagPlace = self.record
        people, day = Member.objects.filter(pk=place.member_id), self.cleaned_data["day"]
        if isinstance(place, TagPlace):
            services.remove_tag(people, place.tag, on=day, today=on, by=by)
        else:
            services.leave_department(people, place.department, on=day, today=on, by=by)
        return place.member
