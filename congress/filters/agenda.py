"""What the lists of items, opinions, resolutions and decisions can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import Body, Decider, ItemKind, ItemOutcome, Matter, OpinionAnswer, ResolutionStatus
from congress.filters.choices import ALL
from congress.models import AgendaItem, InterimDecision, ItemOpinion, Resolution, Session, Term

HIDDEN = {"widget": forms.HiddenInput}
SETTLED = [choice for choice in ItemOutcome.choices if choice[0]]
ANSWERED = (("true", _("已答复")), ("false", _("待答复")))
REPORTED = (("true", _("已报告")), ("false", _("待报告")))


def sessions(_request: Any) -> QuerySet[Session]:
    """The sessions to choose from."""
    return Session.objects.select_related("term")


class AgendaItemFilter(django_filters.FilterSet):
    """By words, session, kind, matter and result; the hidden ones serve the lists behind figures."""

    q = django_filters.CharFilter(label=_("议程名称"), method="search")
    session = django_filters.ModelChoiceFilter(label=_("会议"), queryset=sessions, empty_label=ALL)
    kind = django_filters.ChoiceFilter(label=_("方式"), choices=ItemKind.choices, empty_label=ALL)
    matter = django_filters.ChoiceFilter(label=_("事项"), choices=Matter.choices, empty_label=ALL)
    outcome = django_filters.ChoiceFilter(label=_("结果"), choices=SETTLED, empty_label=ALL)
    body = django_filters.ChoiceFilter(field_name="session__term__body", choices=Body.choices, **HIDDEN)
    adopted = django_filters.BooleanFilter(method="only_adopted", **HIDDEN)
    decided_from = django_filters.DateFilter(field_name="decided_on", lookup_expr="gte", **HIDDEN)
    decided_to = django_filters.DateFilter(field_name="decided_on", lookup_expr="lte", **HIDDEN)

    class Meta:
        model = AgendaItem
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title, or its sound."""
        return rows.matching(text)

    def only_adopted(self, rows: Any, _name: str, wanted: bool) -> QuerySet[Any]:
        """审议通过."""
        return rows.adopted() if wanted else rows


class ItemOpinionFilter(django_filters.FilterSet):
    """By session and by what the school said."""

    session = django_filters.ModelChoiceFilter(
        label=_("会议"), field_name="item__session", queryset=sessions, empty_label=ALL
    )
    answered = django_filters.ChoiceFilter(label=_("答复"), choices=ANSWERED, method="by_answer", empty_label=ALL)
    outcome = django_filters.ChoiceFilter(label=_("处理"), choices=OpinionAnswer.choices, empty_label=ALL)
    body = django_filters.ChoiceFilter(field_name="item__session__term__body", choices=Body.choices, **HIDDEN)
    raised_from = django_filters.DateFilter(field_name="raised_on", lookup_expr="gte", **HIDDEN)
    raised_to = django_filters.DateFilter(field_name="raised_on", lookup_expr="lte", **HIDDEN)

    class Meta:
        model = ItemOpinion
        fields: list[str] = []

    def by_answer(self, rows: Any, _name: str, answered: str) -> QuerySet[Any]:
        """Those that were answered, or those that wait."""
        return rows.exclude(outcome="") if answered == "true" else rows.unanswered()


class ResolutionFilter(django_filters.FilterSet):
    """By words, session and how far they are carried out."""

    q = django_filters.CharFilter(label=_("决议名称或正文"), method="search")
    session = django_filters.ModelChoiceFilter(label=_("会议"), queryset=sessions, empty_label=ALL)
    status = django_filters.ChoiceFilter(label=_("落实情况"), choices=ResolutionStatus.choices, empty_label=ALL)
    body = django_filters.ChoiceFilter(field_name="session__term__body", choices=Body.choices, **HIDDEN)
    adopted_from = django_filters.DateFilter(field_name="adopted_on", lookup_expr="gte", **HIDDEN)
    adopted_to = django_filters.DateFilter(field_name="adopted_on", lookup_expr="lte", **HIDDEN)
    done_from = django_filters.DateFilter(field_name="done_on", lookup_expr="gte", **HIDDEN)
    done_to = django_filters.DateFilter(field_name="done_on", lookup_expr="lte", **HIDDEN)

    class Meta:
        model = Resolution
        fields: list[str] = []

    def search(self, rows: Any, _name: str, text: str) -> QuerySet[Any]:
        """Words of the title or the text."""
        return rows.matching(text)


class InterimDecisionFilter(django_filters.FilterSet):
    """By term, by who decided, and by whether a session heard of it."""

    term = django_filters.ModelChoiceFilter(label=_("届"), queryset=Term.objects.all(), empty_label=ALL)
    decider = django_filters.ChoiceFilter(label=_("决定机构"), choices=Decider.choices, empty_label=ALL)
    reported = django_filters.ChoiceFilter(
        label=_("向会议报告"), choices=REPORTED, method="by_report", empty_label=ALL
    )
    body = django_filters.ChoiceFilter(field_name="term__body", choices=Body.choices, **HIDDEN)
    decided_from = django_filters.DateFilter(field_name="decided_on", lookup_expr="gte", **HIDDEN)
    decided_to = django_filters.DateFilter(field_name="decided_on", lookup_expr="lte", **HIDDEN)

    class Meta:
        model = InterimDecision
        fields: list[str] = []

    def by_report(self, rows: Any, _name: str, reported: str) -> QuerySet[Any]:
        """Those that a session heard of, or those that wait."""
        return rows.filter(item__outcome=ItemOutcome.HEARD) if reported == "true" else rows.unreported()
