"""What imports can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from members.models import RosterImport


class RosterImportFilter(django_filters.FilterSet):
    """By file name, and by whether it stands."""

    q = django_filters.CharFilter(label=_("文件名"), field_name="name", lookup_expr="icontains")
    taken_back = django_filters.ChoiceFilter(
        label=_("状态"),
        choices=[("no", _("已导入")), ("yes", _("已收回"))],
        method="by_state",
        empty_label=_("全部"),
    )

    class Meta:
        model = RosterImport
        fields: list[str] = []

    def by_state(self, rows: Any, _name: str, taken_back: str) -> QuerySet[Any]:
        """Those that stand, or those that were taken back."""
        return rows.filter(taken_back_at__isnull=taken_back == "no")
