"""What the list of proposals can be narrowed by."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, Grade, Outcome, ProposalStatus, Result
from congress.filters.choices import ALL, GROUP
from congress.models import Proposal, Session
from congress.selectors import IN_TIME, LATE, invited_to_second, of_group
from members.models import Department

MINE, TO_SECOND, DEPARTMENT, PRIORITY, OUTSTANDING = "mine", "to-second", "department", "priority", "outstanding"
OVERDUE, DUE_SOON = "overdue", "due-soon"
CHOSEN = ((PRIORITY, _("重点提案")), (OUTSTANDING, _("优秀提案")))
ONLY = (
    (MINE, _("我的提案")),
    (TO_SECOND, _("待我附议")),
    (DEPARTMENT, _("本部门承办")),
    (DUE_SOON, _("7天内到期")),
    (OVERDUE, _("逾期未答复")),
    *CHOSEN,
)
SOON = timedelta(days=7)


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
    outstanding_from = django_filters.DateFilter("outstanding_on", lookup_expr="gte", widget=forms.HiddenInput)
    outstanding_to = django_filters.DateFilter("outstanding_on", lookup_expr="lte", widget=forms.HiddenInput)
    priority_from = django_filters.DateFilter("priority_on", lookup_expr="gte", widget=forms.HiddenInput)
    priority_to = django_filters.DateFilter("priority_on", lookup_expr="lte", widget=forms.HiddenInput)
    in_time = django_filters.BooleanFilter(method="by_promptness", widget=forms.HiddenInput)
    reworked = django_filters.BooleanFilter(method="by_rework", widget=forms.HiddenInput)
    group = django_filters.NumberFilter(method="by_group", **GROUP)

    class Meta:
        model = Proposal
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Number, title or its sound."""
        return rows.matching(text)

    def by_only(self, rows: Any, _name: str, wanted: str) -> QuerySet[Any]:
        """What the viewer drafted or made, what waits for their word or their department, what is due soon or late
        today, or what was chosen.
        """
        mine = self.request.user.member_id
        if wanted == MINE:
            return rows.made_by(mine)
        if wanted == TO_SECOND:
            return rows.filter(pk__in=invited_to_second(mine).order_by().values("pk"))
        if wanted == DEPARTMENT:
            return rows.handled_by(mine)
        if wanted in (PRIORITY, OUTSTANDING):
            return rows.filter(**{f"{wanted}_on__isnull": False})
        today = timezone.localdate()
        return rows.due_between(today, today + SOON) if wanted == DUE_SOON else rows.overdue_on(today)

    def by_promptness(self, rows: Any, _name: str, wanted: Any) -> QuerySet[Any]:
        """Answered by the day, or after it."""
        return rows.filter(IN_TIME if wanted else LATE)

    def by_rework(self, rows: Any, _name: str, wanted: Any) -> QuerySet[Any]:
        """Those that went back to the department, or never did."""
        return rows.filter(reworks__gt=0) if wanted else rows.filter(reworks=0)

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """By people who were in the group on the day of filing, as far as the viewer may know who made it."""
        return of_group(rows.named_to(self.request.user), int(group_id))


class ReviewFilter(django_filters.FilterSet):
    """What waits for the review group: by text, session and category."""

    q = django_filters.CharFilter(label=_("编号或案名"), method="search")
    session = django_filters.ModelChoiceFilter(
        label=_("会议"), queryset=Session.objects.select_related("term"), empty_label=ALL
    )
    category = django_filters.ChoiceFilter(label=_("类别"), choices=Category.choices, empty_label=ALL)

    class Meta:
        model = Proposal
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Number, title or its sound."""
        return rows.matching(text)
