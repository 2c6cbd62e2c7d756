"""What the member list and the statistics can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField

from members.enums import (
    ChangeKind,
    Circle,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    ServiceStatus,
    UnionStatus,
)
from members.forms.fields import UnitLabels
from members.models import Department, Member, Tag, UnionGroup
from members.permissions import READERS, keeps_roster, reads_statistics, sees_union_file
from members.selectors import LACKING, changes_between, counted_in, in_department, in_group, tagged
from unionoffice.pages import DayInput


class UnitField(UnitLabels, ModelChoiceField):
    """A department or group, the closed ones too: a list may be asked for as it was."""


class UnitFilter(django_filters.ModelChoiceFilter):
    """By a department or a group."""

    field_class = UnitField


class StatisticFilter(django_filters.FilterSet):
    """The people behind a number of the statistics. Hidden, and to who may not read that they leave nobody.

    Otherwise somebody who sees a list, but not what these ask for, could try it out.
    """

    circle = django_filters.ChoiceFilter(choices=Circle.choices, method="behind", widget=forms.HiddenInput)
    political_status = django_filters.ChoiceFilter(
        choices=PoliticalStatus.choices, method="behind", widget=forms.HiddenInput
    )
    title = django_filters.CharFilter(method="behind", widget=forms.HiddenInput)
    born_from = django_filters.DateFilter(method="behind", widget=forms.HiddenInput)
    born_until = django_filters.DateFilter(method="behind", widget=forms.HiddenInput)
    main_department = django_filters.NumberFilter(
        method="behind", widget=forms.HiddenInput, min_value=1, max_value=BigIntegerField.MAX_BIGINT
    )
    lacking = django_filters.ChoiceFilter(
        choices=[(field, field) for field in LACKING], method="behind", widget=forms.HiddenInput
    )

    def behind(self, rows: Any, name: str, value: Any) -> QuerySet[Any]:
        """Who is counted, on the day asked for or today."""
        readers = sees_union_file if "political_status" in (name, value) else reads_statistics
        if not readers.test(self.request.user):
            return rows.none()
        return counted_in(rows, name, value, self.form.cleaned_data.get("on") or timezone.localdate())


READ_AS = {
    "post_category": READERS["post_category"],
    "contract": READERS["contract_kind"],
    "in_rate": READERS["contract_kind"],
    "change": READERS["status_changes"],
    "on": READERS["status_changes"],
    "tag": READERS["tags"],
    "came_with": keeps_roster,
}
"""Filters that tell of people what not everybody with a list reads on their pages (decision 0011), and who does.

Day by day, the list of a day tells when somebody's status changed.
"""


class MemberFilter(StatisticFilter):
    """By what is so today; or, with a day, as it was at the end of that day.

    The hidden ones serve the lists behind figures: who was in service, counted or in the union on a day, and
    who changed how within a period.
    """

    q = django_filters.CharFilter(label=_("姓名、拼音或工号"), method="search")
    department = UnitFilter(
        label=_("部门"), queryset=Department.objects.all(), method="by_department", empty_label=_("全部部门")
    )
    group = UnitFilter(
        label=_("工会小组"), queryset=UnionGroup.objects.all(), method="by_group", empty_label=_("全部小组")
    )
    tag = django_filters.ModelChoiceFilter(
        label=_("标签"), queryset=Tag.objects.all(), method="by_tag", empty_label=_("全部标签")
    )
    service = django_filters.ChoiceFilter(
        label=_("在职状态"), choices=ServiceStatus.choices, method="by_service", empty_label=_("全部")
    )
    union = django_filters.ChoiceFilter(
        label=_("会籍状态"), choices=UnionStatus.choices, method="by_union", empty_label=_("全部")
    )
    on = django_filters.DateFilter(label=_("截至日期"), method="by_day", widget=DayInput)
    gender = django_filters.ChoiceFilter(label=_("性别"), choices=Gender.choices, empty_label=_("全部"))
    post_category = django_filters.ChoiceFilter(
        label=_("岗位类别"), choices=PostCategory.choices, empty_label=_("全部")
    )
    contract = django_filters.ChoiceFilter(
        label=_("用工形式"), choices=ContractKind.choices, field_name="contract_kind", empty_label=_("全部")
    )
    order = django_filters.ChoiceFilter(
        label=_("排序"), choices=[("strokes", _("按姓氏笔画"))], method="by_order", empty_label=_("按拼音")
    )
    in_rate = django_filters.BooleanFilter(method="by_rate", widget=forms.HiddenInput)
    change = django_filters.ChoiceFilter(choices=ChangeKind.choices, method="by_change", widget=forms.HiddenInput)
    changed_from = django_filters.DateFilter(method="ignore", widget=forms.HiddenInput)
    changed_in = django_filters.NumberFilter(
        method="ignore", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )
    changed_to = django_filters.DateFilter(method="ignore", widget=forms.HiddenInput)
    came_with = django_filters.NumberFilter(
        widget=forms.HiddenInput, min_value=1, max_value=BigIntegerField.MAX_BIGINT
    )

    class Meta:
        model = Member
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asking = getattr(self.request, "user", None)
        for name, readers in READ_AS.items():
            if asking is not None and not readers.test(asking):
                del self.filters[name]

    @property
    def day(self) -> date | None:
        """The day asked for, or None for today."""
        return self.form.cleaned_data.get("on")

    @property
    def has_everybody_of_the_rate(self) -> bool:
        """Whether the list leaves out nobody for a status that the membership rate counts."""
        data = self.form.cleaned_data
        return data.get("service") in ("", ServiceStatus.IN_SERVICE) and not data.get("union")

    def by_day(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """Who was known on the day, in whatever status."""
        return rows.as_of(day).filter(service_on__isnull=False)

    def by_order(self, rows: Any, _name: str, _strokes: str) -> QuerySet[Any]:
        """By strokes, where the list otherwise goes by pinyin."""
        return rows.in_stroke_order(self.day or timezone.localdate())

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Chinese, pinyin, initials or employee number."""
        return rows.matching(text)

    def by_department(self, rows: Any, _name: str, department: Department) -> QuerySet[Any]:
        """Who belongs there now, or did on the day."""
        return in_department(rows, department, on=self.day)

    def by_group(self, rows: Any, _name: str, group: UnionGroup) -> QuerySet[Any]:
        """Who belongs there or to a group below it now, or did on the day."""
        return rows.in_group_on(group.pk, self.day) if self.day else in_group(rows, group)

    def by_tag(self, rows: Any, _name: str, tag: Tag) -> QuerySet[Any]:
        """Who bears it today, or bore it on the day."""
        return tagged(rows, tag, self.day or timezone.localdate())

    def by_service(self, rows: Any, _name: str, status: str) -> QuerySet[Any]:
        """Service status today, or on the day."""
        return rows.as_of(self.day).filter(service_on=status) if self.day else rows.filter(service_status=status)

    def by_union(self, rows: Any, _name: str, status: str) -> QuerySet[Any]:
        """Union status today, or on the day."""
        return rows.as_of(self.day).filter(union_on=status) if self.day else rows.filter(union_status=status)

    def by_rate(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """Without those whom the membership rate leaves out."""
        return rows.exclude(contract_kind=ContractKind.TEMPORARY) if wanted else rows

    def by_change(self, rows: Any, _name: str, kind: str) -> QuerySet[Any]:
        """Who had a change of this kind within the days asked for, perhaps as one of a group's people."""
        data = self.form.cleaned_data
        start, end = data.get("changed_from") or date.min, data.get("changed_to") or date.max
        changes = changes_between(start, end, group_id=data.get("changed_in")).filter(kind=kind)
        return rows.filter(pk__in=changes.values("member_id"))

    def ignore(self, rows: Any, _name: str, _value: Any) -> QuerySet[Any]:
        """A value that other filters read."""
        return rows
