"""Pages of constituencies and delegations, which belong to a term."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.forms.constituencies import (
    AdjustSeatsForm,
    ConstituencyForm,
    RemoveConstituencyForm,
    ShareOutSeatsForm,
)
from congress.forms.delegates import DelegationForm
from congress.models import Constituency, Delegation, Term
from congress.selectors import apportionment, delegates_in_term, in_stroke_order
from congress.views.records import AREA, NewRecord, RecordChange
from congress.views.terms import term_crumbs
from unionoffice.pages import Crumb, Fact, RecordPage, Step, TransitionPage


class PartOfTerm(NewRecord):
    """Something new of a term in which delegates meet."""

    def prepare(self) -> None:
        """The term of the address; where everybody meets there is nothing to enter."""
        self.term = get_object_or_404(Term.objects.visible_to(self.request.user), pk=self.kwargs["pk"])
        if not self.term.has_delegates:
            raise Http404

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.term)


class CreateConstituencyView(PartOfTerm):
    """A new constituency."""

    title = _("登记选举单位")
    form_class = ConstituencyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Of this term."""
        return {"instance": Constituency(term=self.term)}

    def get_success_url(self, record: Any) -> str:
        """Back to the term, where the next one is entered."""
        return record.term.get_absolute_url()


class CreateDelegationView(PartOfTerm):
    """A new delegation."""

    title = _("登记代表团")
    form_class = DelegationForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Of this term."""
        return {"instance": Delegation(term=self.term)}

    def get_success_url(self, record: Any) -> str:
        """Back to the term."""
        return record.term.get_absolute_url()


class WithTerm:
    """Rows whose term comes along, and the way back to it."""

    record: Any

    def get_queryset(self) -> Any:
        """With the term."""
        return super().get_queryset().select_related("term")  # type: ignore[misc]

    def get_crumbs(self) -> list[Crumb]:
        """To the record."""
        own = Crumb(str(self.record), self.record.get_absolute_url())
        return [*term_crumbs(self.record.term), own]


class OfTermPage(RecordPage):
    """A constituency or delegation with its delegates."""

    permission = permissions.is_staff
    area = AREA
    select_related = ("term",)
    template_name = "congress/delegates/of_unit.html"

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.record.term)

    def get_template_names(self) -> list[str]:
        """One for both."""
        return ["congress/delegates/of_unit.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Its delegates by the strokes of their names."""
        delegates = delegates_in_term(self.record.term, self.on) & self.record.delegates.all()
        rows = in_stroke_order(delegates.select_related("member", "term"), self.on)
        return super().get_context_data(rows=rows, **kwargs)


class ConstituencyDetailView(OfTermPage):
    """One constituency: whom it covers, its seats, and its delegates."""

    model = Constituency
    steps = (
        Step(_("调整名额"), "congress:constituency-adjust", permissions.may_adjust_seats),
        Step(_("修改"), "congress:constituency-update", permissions.keeps_congress, primary=False),
        Step(_("删除"), "congress:constituency-remove", permissions.keeps_congress, primary=False),
    )

    def get_facts(self) -> list[Fact]:
        """Its people, and the seats that they give beside those that are set."""
        one = self.record
        lines = apportionment(one.term, self.on).lines
        line = next(line for line in lines if line.constituency.pk == one.pk)
        return [
            Fact(_("包括"), line.units),
            Fact(_("在册人数"), _("%(n)d人") % {"n": line.people}),
            Fact(_("计算名额"), line.computed),
            Fact(_("名额"), one.seats or _("待分配")),
            Fact(_("调整理由"), one.adjusted_because),
            Fact(_("现任代表"), _("%(n)d名") % {"n": line.filled}),
            Fact(_("空缺"), line.vacant if one.seats else ""),
        ]


class UpdateConstituencyView(WithTerm, RecordChange):
    """Correcting a constituency."""

    title = _("修改选举单位")
    model = Constituency
    form_class = ConstituencyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what it covers now."""
        covered = {"groups": self.record.groups.all(), "departments": self.record.departments.all()}
        return {"instance": self.record, "initial": covered}


class MovePage(WithTerm, TransitionPage):
    """The secretary decides about a part of a term."""

    permission = permissions.keeps_congress
    area = AREA


class AdjustSeatsView(MovePage):
    """Another number of seats."""

    rule = permissions.may_adjust_seats
    title = _("调整名额")
    model = Constituency
    form_class = AdjustSeatsForm
    button = _("调整名额")
    question = _("按人数计算的名额不合适时，在这里调整，理由留在记录里。")
    done = _("已调整。")


class RemoveConstituencyView(MovePage):
    """Taking it back."""

    title = _("删除选举单位")
    model = Constituency
    form_class = RemoveConstituencyForm
    button = _("删除选举单位")
    question = _("还没有代表和选举的选举单位可以删除。删除这个选举单位？")
    done = _("已删除。")


class ShareOutSeatsView(TransitionPage):
    """Sharing out the seats of all constituencies."""

    permission = permissions.keeps_congress
    rule = permissions.may_share_out_seats
    area = AREA
    title = _("分配名额")
    model = Term
    form_class = ShareOutSeatsForm
    button = _("按人数分配")
    question = _("按各选举单位现在的在册人数分配（最大余数法），每个选举单位至少1名。以前手工调整的名额会重新计算。")
    done = _("已分配名额。")

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.record)


class DelegationDetailView(OfTermPage):
    """One delegation: its head and its members."""

    model = Delegation
    select_related = ("term", "head")
    steps = (Step(_("修改"), "congress:delegation-update", permissions.keeps_congress),)

    def get_facts(self) -> list[Fact]:
        """Of which term, led by whom."""
        return [
            Fact(_("届"), self.record.term, self.record.term.get_absolute_url()),
            Fact(_("团长"), self.record.head),
        ]


class UpdateDelegationView(WithTerm, RecordChange):
    """Correcting a delegation, or naming its head."""

    title = _("修改代表团")
    model = Delegation
    form_class = DelegationForm
