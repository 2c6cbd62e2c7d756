"""Committees, the terms of each with their file, and who holds which office in them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.filters import CommitteeFilter, OfficeFilter
from members.forms import (
    AppointForm,
    CommitteeForm,
    EndOfficeForm,
    MoveTermEndForm,
    OpenTermForm,
    UpdateTermForm,
)
from members.models import Committee, CommitteeTerm, OfficeHolding
from members.papers import committee_names, committee_roll
from members.permissions import hands_over, is_current, keeps_committees, sees_all_members
from members.selectors import (
    days_until_renewal_is_due,
    file_steps,
    offices_of_term,
    term_checks,
)
from members.tables import OfficeTable, committee_table, term_badge
from unionoffice import audit
from unionoffice.documents import Document
from unionoffice.pages import (
    TRAIL_LENGTH,
    Badge,
    Crumb,
    EditPage,
    Fact,
    FormPage,
    ListPage,
    PaperPage,
    RecordPage,
    Step,
    TransitionPage,
)


def committees_crumb() -> Crumb:
    """The way back to the list."""
    return Crumb(str(_("委员会")), reverse("members:committee-list"))


def committee_crumbs(committee: Committee) -> list[Crumb]:
    """The way back to one committee."""
    return [committees_crumb(), Crumb(str(committee), committee.get_absolute_url())]


def term_crumbs(term: CommitteeTerm) -> list[Crumb]:
    """The way back to one term."""
    return [*committee_crumbs(term.committee), Crumb(str(term), term.get_absolute_url())]


class CommitteeListView(ListPage):
    """The committees with the term that serves, who leads it, and when it ends."""

    permission = sees_all_members
    area = "members"
    title = _("委员会")
    model = Committee
    filter_class = CommitteeFilter
    main_action = (_("新建委员会"), "members:committee-create", keeps_committees)
    other_actions = (
        (_("组织架构图"), "members:organisation-chart", sees_all_members),
        (_("某日任职"), "members:offices-held", sees_all_members),
        (_("任职记录"), "members:office-list", sees_all_members),
        (_("工作交接"), "members:handover-list", hands_over),
    )

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """As it stands today."""
        super().setup(request, *args, **kwargs)
        self.table = committee_table(self.on)


class CommitteeDetailView(RecordPage):
    """One committee with its terms."""

    permission = sees_all_members
    area = "members"
    model = Committee
    steps = (
        Step(_("登记新一届"), "members:committee-renew", keeps_committees),
        Step(_("修改委员会"), "members:committee-update", keeps_committees, primary=False),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [committees_crumb()]

    def get_facts(self) -> list[Fact]:
        """Kind, and where all who ever served are listed."""
        listed = f"{reverse('members:office-list')}?committee={self.record.pk}"
        return [
            Fact(_("类型"), self.record.get_kind_display()),
            Fact(_("历届任职"), _("查看全部任职"), listed),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each term with its state and who serves or served in it."""
        committee = Committee.objects.with_terms().get(pk=self.record.pk)
        current, warning = committee.term_on(self.on), days_until_renewal_is_due(self.on)
        terms = [
            (term, term_badge(term, current=current, on=self.on, warning=warning), list(term.offices.all()))
            for term in committee.terms.all()
        ]
        return super().get_context_data(terms=terms, **kwargs)


class CommitteeFormPage(FormPage):
    """What a committee is called, and of what kind it is."""

    permission = keeps_committees
    area = "members"
    form_class = CommitteeForm
    done = _("已保存。")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [committees_crumb()]


class CreateCommitteeView(CommitteeFormPage):
    """A new committee."""

    title, button = _("新建委员会"), _("新建委员会")


class UpdateCommitteeView(CommitteeFormPage, EditPage):
    """Another name or kind."""

    title = _("修改委员会")
    model = Committee

    def get_crumbs(self) -> list[Crumb]:
        """To the committee."""
        return committee_crumbs(self.record)


class OpenTermView(TransitionPage):
    """换届: a new term of a committee."""

    permission = keeps_committees
    area = "members"
    model = Committee
    form_class = OpenTermForm
    template_name = "office/form.html"
    title, button = _("登记新一届"), _("登记")
    done = _("新一届已登记。请登记其余的委员。")

    def get_crumbs(self) -> list[Crumb]:
        """To the committee."""
        return committee_crumbs(self.record)

    def get_form_kwargs(self) -> dict[str, Any]:
        """An unsaved term with the next number."""
        last = self.record.terms.first()
        number, years = (last.number + 1, last.years) if last else (1, 5)
        return {"instance": CommitteeTerm(committee=self.record, number=number, years=years)}


class TermPage(RecordPage):
    """One term of a committee."""

    permission = sees_all_members
    area = "members"
    model = CommitteeTerm
    select_related = ("committee",)


class TermDetailView(TermPage):
    """The file of a term, who holds office in it, and how it keeps to the rules."""

    steps = (
        Step(_("登记任职"), "members:term-appoint", keeps_committees),
        Step(_("补充材料"), "members:term-update", keeps_committees, primary=False),
        Step(_("延期或提前届满"), "members:term-end", keeps_committees, primary=False),
        Step(_("委员名单"), "members:term-names", sees_all_members, primary=False, download=True),
        Step(_("委员会名册"), "members:term-roll", sees_all_members, primary=False, download=True),
    )

    def get_crumbs(self) -> list[Crumb]:
        """To the committee."""
        return committee_crumbs(self.record.committee)

    def get_badge(self) -> Badge:
        """Whether it serves, is near its end, or is over."""
        warning = days_until_renewal_is_due(self.on)
        return term_badge(self.record, current=self.record.committee.term_on(self.on), on=self.on, warning=warning)

    def get_facts(self) -> list[Fact]:
        """Its days, and what the approval says."""
        term = self.record
        return [
            Fact(_("委员会"), term.committee, term.committee.get_absolute_url()),
            Fact(_("任期"), _("%(n)d年") % {"n": term.years}),
            Fact(_("自何日起"), term.from_on),
            Fact(_("至何日止"), term.to_on),
            Fact(_("批准的委员名额"), _("%(n)d名") % {"n": term.size_approved} if term.size_approved else ""),
            Fact(_("调整届满日期的依据"), term.end_moved_by),
            Fact(_("备注"), term.note),
        ]

    def get_trail(self) -> Any:
        """With what became of the offices in it."""
        return audit.trail_of(self.record, *self.record.offices.all())[:TRAIL_LENGTH]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Offices, those held now before those that ended, with what this user can do about each."""
        offices = list(offices_of_term(self.record))
        user = self.request.user
        return super().get_context_data(
            file=file_steps(self.record),
            holders=[office for office in offices if office.to_on is None],
            former=[office for office in offices if office.to_on is not None],
            checks=term_checks(self.record, self.on),
            may_end=keeps_committees.test(user),
            may_hand_over=hands_over.test(user),
            **kwargs,
        )


class TermMove(TransitionPage):
    """Something done to a term."""

    permission = keeps_committees
    area = "members"
    model = CommitteeTerm
    template_name = "office/form.html"

    def get_queryset(self) -> Any:
        """With the committee."""
        return super().get_queryset().select_related("committee")

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.record)


class UpdateTermView(TermMove, EditPage):
    """Completing its file."""

    form_class = UpdateTermForm
    title = _("补充材料")
    done = _("已保存。")


class MoveTermEndView(TermMove):
    """延期换届, or an end before the time."""

    form_class = MoveTermEndForm
    title, button = _("延期或提前届满"), _("调整届满日期")
    done = _("届满日期已调整。")


class AppointView(TermMove):
    """Somebody takes an office."""

    form_class = AppointForm
    title, button = _("登记任职"), _("登记任职")
    done = _("任职已登记。")


class TermNamesView(TermPage, PaperPage):
    """委员名单, by the strokes of the surnames."""

    def get_document(self) -> Document:
        """Who serves, or served on its last day."""
        return committee_names(self.record, self.on)


class TermRollView(TermPage, PaperPage):
    """委员会名册, by post, with what is known of each."""

    def get_document(self) -> Document:
        """Who serves, or served on its last day."""
        return committee_roll(self.record, self.on)


class OfficeListView(ListPage):
    """Everybody who holds or held an office."""

    permission = sees_all_members
    area = "members"
    title = _("任职记录")
    model = OfficeHolding
    table = OfficeTable
    filter_class = OfficeFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the committees."""
        return [committees_crumb()]


class EndOfficeView(TransitionPage):
    """Somebody holds an office no longer."""

    permission, rule = keeps_committees, is_current
    area = "members"
    model = OfficeHolding
    form_class = EndOfficeForm
    template_name = "office/form.html"
    title, button = _("办理卸任"), _("办理卸任")
    done = _("已卸任。")

    def get_queryset(self) -> Any:
        """With person and term."""
        return super().get_queryset().select_related("member", "term__committee")

    def get_crumbs(self) -> list[Crumb]:
        """To the term."""
        return term_crumbs(self.record.term)
