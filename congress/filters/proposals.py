"""What the list of proposals can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, Grade, Outcome, ProposalStatus, Result
from congress.filters.choices import ALL, GROUP
from congress.models import Proposal, Session
from congress.selectors import of_group
from members.models import Department

MINE, OVERDUE = "mine", "overdue"
ONLY = ((MINE, _("我的提案")), (OVERDUE, _("逾期未答复")))


class ProposalFilter(django_filters.FilterSet):
    """By text, session, category, state and department; the hidden ones serve the lists behind figures.

    Never by person: a name that isn't shown could be tried out here.
    """

    q = django_filters.CharFilter(label=_("编号或案名"), method="search")
    session = django_filters.ModelChoiceFilter(
        label=_("会议"), queryset=Session.objects.select_related("term"), empty_label=ALL
    )
    category = django_filters.ChoiceFilter(label=_("类别"), choices=Category.choices, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=ProposalStatus.choices, empty_label=ALL)
    lead = django_filters.ModelChoiceFilter(label=_("主办部门"), queryset=Department.objects.all(), empty_label=ALL)
    only = django_filters.ChoiceFilter(label=_("只看"), choices=ONLY, method="by_only", empty_label=ALL)
    filed_from = django_filters.DateFilter(field_name="filed_on", lookup_expr="gte", widget=forms.HiddenInput)
    filed_to = django_filters.DateFilter(field_name="filed_on", lookup_expr="lte", widget=forms.HiddenInput)
    outcome = django_filters.ChoiceFilter(choices=Outcome.choices, widget=forms.HiddenInput)
    result = django_filters.ChoiceFilter(choices=Result.choices, widget=forms.HiddenInput)
    grade = django_filters.ChoiceFilter(choices=Grade.choices, widget=forms.HiddenInput)
    answered = django_filters.BooleanFilter(
        field_name="answered_on", lookup_expr="isnull", exclude=True, widget=forms.HiddenInput
    )
    group = django_filters.NumberFilter(method="by_group", **GROUP)

    class Meta:
        model = Proposal
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Number, title or its sound."""
        return rows.matching(text)

    def by_only(self, rows: Any, _name: str, wanted: str) -> QuerySet[Any]:
        """What the viewer drafted or made, or those whose answer is late today."""
        return rows.made_by(self.request.user.member_id) if wanted == MINE else rows.overdue_on(timezone.localdate())

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """By people who were in the group on the day of filing, as far as the viewer may know who made it."""
        return of_group(rows.named_to(self.request.user), int(group_id))
