"""What the congress's lists can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import BigIntegerField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.enums import Category, DelegateKind, Grade, Outcome, ProposalStatus, Result, SessionStatus
from congress.models import Delegate, Proposal, Session, Term
from congress.selectors import delegates_of_group, of_group
from members.models import Department, Member
from unionoffice.pages import DayInput

ALL = _("全部")
MINE, OVERDUE = "mine", "overdue"
ONLY = ((MINE, _("我的提案")), (OVERDUE, _("逾期未答复")))
GROUP = {"widget": forms.HiddenInput, "min_value": 0, "max_value": BigIntegerField.MAX_BIGINT}


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


class TermFilter(django_filters.FilterSet):
    """Terms are few."""

    class Meta:
        model = Term
        fields: list[str] = []


class SessionFilter(django_filters.FilterSet):
    """By term and state; the hidden ones serve the list behind a figure."""

    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("状态"), choices=SessionStatus.choices, empty_label=ALL)
    held_from = django_filters.DateFilter(field_name="starts_on", lookup_expr="gte", widget=forms.HiddenInput)
    held_to = django_filters.DateFilter(field_name="starts_on", lookup_expr="lte", widget=forms.HiddenInput)

    class Meta:
        model = Session
        fields: list[str] = []


class DelegateFilter(django_filters.FilterSet):
    """By person, term and kind, on a day."""

    q = django_filters.CharFilter(label=_("姓名或拼音"), method="search")
    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    kind = django_filters.ChoiceFilter(label=_("代表类别"), choices=DelegateKind.choices, empty_label=ALL)
    on = django_filters.DateFilter(label=_("在任日期"), method="by_day", widget=DayInput)
    group = django_filters.NumberFilter(method="by_group", **GROUP)

    class Meta:
        model = Delegate
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """The person by name or pinyin."""
        return rows.filter(member__in=Member.objects.matching(text).values("pk"))

    def by_day(self, rows: Any, _name: str, day: Any) -> QuerySet[Any]:
        """Delegates in force on the day."""
        return rows.in_force_on(day)

    def by_group(self, rows: Any, _name: str, group_id: Any) -> QuerySet[Any]:
        """Who belonged to the group on the day that is asked for, else today."""
        on = self.form.cleaned_data.get("on") or timezone.localdate()
        return delegates_of_group(rows, int(group_id), on)
