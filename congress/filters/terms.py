"""What the list of terms can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from congress.enums import Body
from congress.filters.choices import ALL
from congress.models import Term


class TermFilter(django_filters.FilterSet):
    """Terms are few: of one body, or of both."""

    body = django_filters.ChoiceFilter(label=_("会议"), choices=Body.choices, empty_label=ALL)

    class Meta:
        model = Term
        fields: list[str] = []
