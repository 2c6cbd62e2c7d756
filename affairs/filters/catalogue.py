"""What the catalogue can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, Sphere, Timing
from affairs.models import CatalogueItem


class CatalogueItemFilter(django_filters.FilterSet):
    """By words, sphere, category, and whether it is in use."""

    q = django_filters.CharFilter(label=_("公开内容"), field_name="content", lookup_expr="contains")
    sphere = django_filters.ChoiceFilter(label=_("公开事务"), choices=Sphere.choices, empty_label=_("全部"))
    category = django_filters.ChoiceFilter(label=_("类别"), choices=Category.choices, empty_label=_("全部"))
    timing = django_filters.ChoiceFilter(label=_("公开时限"), choices=Timing.choices, empty_label=_("全部"))

    class Meta:
        model = CatalogueItem
        fields: list[str] = []
