"""What departments, union groups and tags can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.enums import DepartmentKind
from members.filters.people import UnitFilter
from members.models import Department, Tag, UnionGroup
from members.selectors import departments_wanting_head, groups_wanting_leader

FILLED = [("yes", _("已确定")), ("no", _("未确定")), ("wanting", _("需要任命"))]


CLOSED = [("no", _("在用")), ("yes", _("已撤销"))]


class DepartmentFilter(django_filters.FilterSet):
    """By name, kind, and whether anybody answers for it."""

    q = django_filters.CharFilter(label=_("部门"), field_name="name", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label=_("类型"), choices=DepartmentKind.choices, empty_label=_("全部"))
    head = django_filters.ChoiceFilter(label=_("负责人"), choices=FILLED, method="by_head", empty_label=_("全部"))
    closed = django_filters.ChoiceFilter(label=_("状态"), choices=CLOSED, method="by_end", empty_label=_("全部"))

    class Meta:
        model = Department
        fields: list[str] = []

    def by_head(self, rows: Any, _name: str, filled: str) -> QuerySet[Any]:
        """With or without one, or with one who doesn't serve any more."""
        if filled == "wanting":
            return rows.filter(pk__in=departments_wanting_head().values("pk"))
        return rows.filter(head__isnull=filled == "no")

    def by_end(self, rows: Any, _name: str, closed: str) -> QuerySet[Any]:
        """Those of today, or those that were closed."""
        return rows.filter(to_on__isnull=closed == "no")


class UnionGroupFilter(django_filters.FilterSet):
    """By name, the group above, and whether anybody leads it."""

    q = django_filters.CharFilter(label=_("工会小组"), field_name="name", lookup_expr="icontains")
    parent = UnitFilter(
        label=_("上级分工会"),
        queryset=UnionGroup.objects.filter(children__isnull=False).distinct(),
        method="by_parent",
        empty_label=_("全部"),
    )
    leader = django_filters.ChoiceFilter(label=_("组长"), choices=FILLED, method="by_leader", empty_label=_("全部"))
    closed = django_filters.ChoiceFilter(label=_("状态"), choices=CLOSED, method="by_end", empty_label=_("全部"))

    class Meta:
        model = UnionGroup
        fields: list[str] = []

    def by_leader(self, rows: Any, _name: str, filled: str) -> QuerySet[Any]:
        """With or without one, or with people and nobody who can lead them."""
        if filled == "wanting":
            return rows.filter(pk__in=groups_wanting_leader().values("pk"))
        return rows.filter(leader__isnull=filled == "no")

    def by_parent(self, rows: Any, _name: str, above: UnionGroup) -> QuerySet[Any]:
        """All that stand under it, however deep."""
        return rows.of_or_below([above.pk]).exclude(pk=above.pk)

    def by_end(self, rows: Any, _name: str, closed: str) -> QuerySet[Any]:
        """Those of today, or those that were closed."""
        return rows.filter(to_on__isnull=closed == "no")


class TagFilter(django_filters.FilterSet):
    """By name."""

    q = django_filters.CharFilter(label=_("标签"), field_name="name", lookup_expr="icontains")

    class Meta:
        model = Tag
        fields: list[str] = []
