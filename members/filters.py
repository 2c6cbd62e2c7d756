"""What the member list can be narrowed by."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.enums import ChangeKind, ContractKind, DepartmentKind, Gender, PostCategory, ServiceStatus, UnionStatus
from members.models import Audience, CommitteeTerm, Department, Member, OfficeHolding, UnionGroup
from members.selectors import changes_between, in_department, in_group
from unionoffice.pages import DayInput


class MemberFilter(django_filters.FilterSet):
    """By what is so today; or, with a day, as it was at the end of that day.

    The hidden ones serve the lists behind figures: who was in service, counted or in the union on a day, and
    who changed how within a period.
    """

    q = django_filters.CharFilter(label=_("姓名、拼音或工号"), method="search")
    department = django_filters.ModelChoiceFilter(
        label=_("部门"), queryset=Department.objects.all(), method="by_department", empty_label=_("全部部门")
    )
    group = django_filters.ModelChoiceFilter(
        label=_("工会小组"), queryset=UnionGroup.objects.all(), method="by_group", empty_label=_("全部小组")
    )
    gender = django_filters.ChoiceFilter(label=_("性别"), choices=Gender.choices, empty_label=_("全部"))
    post_category = django_filters.ChoiceFilter(
        label=_("岗位类别"), choices=PostCategory.choices, empty_label=_("全部")
    )
    service = django_filters.ChoiceFilter(
        label=_("在职状态"), choices=ServiceStatus.choices, method="by_service", empty_label=_("全部")
    )
    union = django_filters.ChoiceFilter(
        label=_("会籍状态"), choices=UnionStatus.choices, method="by_union", empty_label=_("全部")
    )
    order = django_filters.ChoiceFilter(
        label=_("排序"), choices=[("strokes", _("按姓氏笔画"))], method="by_order", empty_label=_("按拼音")
    )
    on = django_filters.DateFilter(label=_("截至日期"), method="by_day", widget=DayInput)
    contract = django_filters.ChoiceFilter(
        label=_("用工形式"), choices=ContractKind.choices, field_name="contract_kind", empty_label=_("全部")
    )
    in_rate = django_filters.BooleanFilter(method="by_rate", widget=forms.HiddenInput)
    change = django_filters.ChoiceFilter(choices=ChangeKind.choices, method="by_change", widget=forms.HiddenInput)
    changed_from = django_filters.DateFilter(method="ignore", widget=forms.HiddenInput)
    changed_in = django_filters.NumberFilter(
        method="ignore", widget=forms.HiddenInput, min_value=0, max_value=BigIntegerField.MAX_BIGINT
    )
    changed_to = django_filters.DateFilter(method="ignore", widget=forms.HiddenInput)

    class Meta:
        model = Member
        fields: list[str] = []

    @property
    def day(self) -> date | None:
        """The day asked for, or None for today."""
        return self.form.cleaned_data.get("on")

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
        """Who belongs there now."""
        return in_department(rows, department)

    def by_group(self, rows: Any, _name: str, group: UnionGroup) -> QuerySet[Any]:
        """Who belongs there now, or did on the day."""
        return rows.in_group_on(group.pk, self.day) if self.day else in_group(rows, group)

    def by_service(self, rows: Any, _name: str, status: str) -> QuerySet[Any]:
        """Service status today, or on the day."""
        return rows.as_of(self.day).filter(service_on=status) if self.day else rows.filter(service_status=status)

    def by_union(self, rows: Any, _name: str, status: str) -> QuerySet[Any]:
        """Union status today, or on the day."""
        return rows.as_of(self.day).filter(union_on=status) if self.day else rows.filter(union_status=status)

    def by_rate(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:  # noqa: FBT001 -- the library's signature
        """Without those whom the membership rate leaves out."""
        return rows.exclude(contract_kind=ContractKind.TEMPORARY) if wanted else rows

    def by_change(self, rows: Any, _name: str, kind: str) -> QuerySet[Any]:
        """Who had a change of this kind within the days asked for, perhaps as one of a group's people."""
        data = self.form.cleaned_data
        start, end = data.get("changed_from") or date.min, data.get("changed_to") or date.max
        changes = changes_between(kind, start, end, group_id=data.get("changed_in"))
        return rows.filter(pk__in=changes.values("member_id"))

    def ignore(self, rows: Any, _name: str, _value: Any) -> QuerySet[Any]:
        """A value that other filters read."""
        return rows


FILLED = [("yes", _("已确定")), ("no", _("未确定"))]


class DepartmentFilter(django_filters.FilterSet):
    """By name, kind, and whether anybody answers for it."""

    q = django_filters.CharFilter(label=_("部门"), field_name="name", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=DepartmentKind.choices, empty_label=_("全部"))
    head = django_filters.ChoiceFilter(label=_("负责人"), choices=FILLED, method="by_head", empty_label=_("全部"))

    class Meta:
        model = Department
        fields: list[str] = []

    def by_head(self, rows: Any, _name: str, filled: str) -> QuerySet[Any]:
        """With or without one."""
        return rows.filter(head__isnull=filled == "no")


class UnionGroupFilter(django_filters.FilterSet):
    """By name, the group above, and whether anybody leads it."""

    q = django_filters.CharFilter(label=_("工会小组"), field_name="name", lookup_expr="icontains")
    parent = django_filters.ModelChoiceFilter(
        label=_("上级分工会"),
        queryset=UnionGroup.objects.filter(children__isnull=False).distinct(),
        empty_label=_("全部"),
    )
    leader = django_filters.ChoiceFilter(label=_("组长"), choices=FILLED, method="by_leader", empty_label=_("全部"))

    class Meta:
        model = UnionGroup
        fields: list[str] = []

    def by_leader(self, rows: Any, _name: str, filled: str) -> QuerySet[Any]:
        """With or without one."""
        return rows.filter(leader__isnull=filled == "no")


class OfficeFilter(django_filters.FilterSet):
    """By committee term, and by when the office was taken or held."""

    term = django_filters.ModelChoiceFilter(
        label=_("届次"), queryset=CommitteeTerm.objects.select_related("committee"), empty_label=_("全部")
    )
    on = django_filters.DateFilter(label=_("任职于"), method="held_on", widget=DayInput)
    from_on = django_filters.DateFilter(label=_("就任自"), field_name="from_on", lookup_expr="gte", widget=DayInput)
    until = django_filters.DateFilter(label=_("就任至"), field_name="from_on", lookup_expr="lte", widget=DayInput)

    class Meta:
        model = OfficeHolding
        fields: list[str] = []

    def held_on(self, rows: Any, _name: str, day: date) -> QuerySet[Any]:
        """Who held what on that day."""
        return rows.held_on(day)


class AudienceFilter(django_filters.FilterSet):
    """By name."""

    q = django_filters.CharFilter(label=_("名称"), field_name="name", lookup_expr="icontains")

    class Meta:
        model = Audience
        fields: list[str] = []
