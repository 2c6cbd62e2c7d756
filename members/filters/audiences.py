"""What audiences can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from members.models import Audience


class AudienceFilter(django_filters.FilterSet):
    """By name."""

    q = django_filters.CharFilter(label=_("名称"), field_name="name", lookup_expr="icontains")

    class Meta:
        model = Audience
        fields: list[str] = []
