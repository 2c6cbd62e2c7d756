"""The review group's pages: its table, what becomes of each proposal in it, and several at once."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import ProposalStatus, SecondingStatus
from congress.filters import ReviewFilter
from congress.forms import review
from congress.models import Proposal
from congress.selectors import under_review
from congress.views.moves import ProposalMove
from congress.views.proposals import AREA, proposals_crumb
from unionoffice.pages import Action, BulkPage, Crumb, Page

PAGE_SIZE = 30
TABLE = "table"
"""What a form's address says that was opened from the table: there it leads back."""

REVIEWED_TOGETHER = (
    (_("立案"), "congress:proposal-accept-together"),
    (_("合并为一案"), "congress:proposal-merge-together"),
    (_("转意见建议"), "congress:proposal-turn-together"),
    (_("不予立案"), "congress:proposal-refuse-together"),
)
ASSIGNED_TOGETHER = ((_("交办"), "congress:proposal-assign-together"),)
"""What is done with several rows at once, before the review and after it."""


def review_crumb() -> Crumb:
    """The way back to the table."""
    return Crumb(_("提案审理"), reverse("congress:proposal-review"))


class ReviewTableView(Page):
    """All that was filed and waits, one row each: its text, others like it, and what can become of it."""

    permission = permissions.reviews
    area = AREA
    title = _("提案审理")

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of what waits for the review, or, once accepted, for a department."""
        waiting = Proposal.objects.visible_to(request.user).filter(status=self.status)
        self.filter = ReviewFilter(request.GET, queryset=waiting, request=request)
        paginator = Paginator(self.prepared(self.filter.qs), PAGE_SIZE)
        page = paginator.get_page(request.GET.get("page"))
        return TemplateResponse(request, "congress/review/table.html", self.get_context_data(page=page))

    @property
    def status(self) -> ProposalStatus:
        """What the rows wait for: their review, or whoever assigns them."""
        wants = self.request.GET.get("status") == ProposalStatus.ACCEPTED
        assigns = permissions.keeps_congress.test(self.request.user)
        return ProposalStatus.ACCEPTED if wants and assigns else ProposalStatus.FILED

    def prepared(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With who asks and how many stand behind it, in the order of filing."""
        behind = Count("secondings", filter=Q(secondings__status=SecondingStatus.SECONDED))
        people = rows.select_related("proposer", "originator", "session__term").annotate(behind=behind)
        return people.order_by("number")

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [proposals_crumb()]

    def get_context_data(self, *, page: Any, **kwargs: Any) -> dict[str, Any]:
        """Rows with what is like them, the bulk bar, and how much waits on either side."""
        rows = under_review(list(page.object_list), self.on, user=self.request.user)
        reviewing = self.status == ProposalStatus.FILED
        own = {self.request.user.member_id}
        return super().get_context_data(
            rows=[(row, bool(own & {row.proposal.proposer_id, row.proposal.originator_id})) for row in rows],
            page=page,
            filter=self.filter,
            reviewing=reviewing,
            bulk_actions=[
                Action.to(label, name) for label, name in (REVIEWED_TOGETHER if reviewing else ASSIGNED_TOGETHER)
            ],
            counts=self.counts(),
            **kwargs,
        )

    def counts(self) -> dict[str, int]:
        """How many wait for the review, and how many for a department; the second only for who assigns."""
        stages = (ProposalStatus.FILED, ProposalStatus.ACCEPTED)
        rows = Proposal.objects.visible_to(self.request.user).filter(status__in=stages).order_by()
        found = dict(rows.values_list("status").annotate(Count("pk", distinct=True)))
        counts = {"filed": found.get(ProposalStatus.FILED, 0)}
        if permissions.keeps_congress.test(self.request.user):
            counts["accepted"] = found.get(ProposalStatus.ACCEPTED, 0)
        return counts


class FromTable(ProposalMove):
    """A decision that is made in the table's row, or on a page of its own; from the table it leads back there."""

    template_name = "congress/proposal_read.html"

    def show(self, form: Any, **extra: Any) -> HttpResponse:
        """In the row the form alone, sent to the address that leads back to the table."""
        if not self.request.htmx:
            return super().show(form, **extra)
        form.auto_id = f"id_{self.record.pk}_%s"
        context = {"form": form, "button": self.button, "question": self.get_question(), "record": self.record}
        return TemplateResponse(self.request, "congress/review/_move.html", {**context, "action": self.request.path})

    @property
    def is_from_table(self) -> bool:
        """Whether the form was opened in the table."""
        return self.request.GET.get("from") == TABLE

    def get_crumbs(self) -> list[Crumb]:
        """Back to where it was opened."""
        return [proposals_crumb(), review_crumb()] if self.is_from_table else super().get_crumbs()

    def get_success_url(self, record: Any) -> str:
        """Back to where it was opened."""
        return review_crumb().url if self.is_from_table else super().get_success_url(record)


class Review(FromTable):
    """What becomes of a filed proposal."""

    permission, rule = permissions.reviews, permissions.may_review


class AcceptProposalView(Review):
    """A case of its own."""

    title, button = _("立案"), _("立案")
    question = _("立案后全体教职工都能看到这份提案。")
    form_class = review.AcceptProposalForm
    done = _("已立案，请交办。")


class MergeProposalView(Review):
    """Another one answers for it."""

    title, button = _("并案"), _("并案")
    question = _("并入后由主案一并答复，提案人和起草人同样收到答复并评价。")
    form_class = review.MergeProposalForm
    done = _("已并案。")


class TurnProposalView(Review):
    """Passed on as a suggestion."""

    title, button = _("转意见建议"), _("转意见建议")
    question = _("不作为提案立案，转为意见建议另行答复。理由会告诉提案人和起草人。")
    form_class = review.TurnProposalForm
    done = _("已转为意见建议。")


class RefuseProposalView(Review):
    """No case."""

    title, button = _("不予立案"), _("不予立案")
    question = _("理由会告诉提案人和起草人。")
    form_class = review.RefuseProposalForm
    done = _("已回复不予立案。")


class AssignProposalView(FromTable):
    """To a department."""

    permission, rule = permissions.keeps_congress, permissions.may_assign
    title, button = _("交办提案"), _("交办")
    question = _("主办和协办部门的负责人会收到通知。")
    form_class = review.AssignProposalForm
    done = _("已交办。")

    def get_success_url(self, record: Any) -> str:
        """From the table back to what else is to be assigned."""
        url = super().get_success_url(record)
        return f"{url}?status={ProposalStatus.ACCEPTED}" if self.is_from_table else url


class ReassignProposalView(ProposalMove):
    """To another department, or with others' help."""

    permission, rule = permissions.keeps_congress, permissions.may_reassign
    title, button = _("改派提案"), _("改派")
    question = _("原来和新的主办部门都会收到通知，新的主办部门重新接收。已填写的协办意见保留。")
    form_class = review.ReassignProposalForm
    done = _("已改派。")


class Together(BulkPage):
    """Several rows of the table at once: all, or none and the list of which can't and why."""

    area = AREA
    model = Proposal
    filter_class = ReviewFilter
    list_url_name = "congress:proposal-review"
    unit = _("件提案")
    stage: ClassVar[ProposalStatus] = ProposalStatus.FILED
    permission = permissions.reviews

    def get_queryset(self) -> QuerySet[Any]:
        """Those that wait for this."""
        return super().get_queryset().filter(status=self.stage).order_by("number")


class AcceptTogetherView(Together):
    """Cases of their own."""

    title, button = _("批量立案"), _("全部立案")
    form_class = review.AcceptTogetherForm
    done = _("已全部立案，请交办。")


class MergeTogetherView(Together):
    """One answers for all."""

    title, button = _("合并为一案"), _("并案")
    form_class = review.MergeTogetherForm
    done = _("已并案。")


class TurnTogetherView(Together):
    """Suggestions, for one reason."""

    title, button = _("批量转意见建议"), _("全部转意见建议")
    form_class = review.TurnTogetherForm
    done = _("已全部转为意见建议。")


class RefuseTogetherView(Together):
    """No cases, for one reason."""

    title, button = _("批量不予立案"), _("全部不予立案")
    form_class = review.RefuseTogetherForm
    done = _("已全部回复不予立案。")


class AssignTogetherView(Together):
    """To one department."""

    permission = permissions.keeps_congress
    title, button = _("批量交办"), _("全部交办")
    form_class = review.AssignTogetherForm
    stage = ProposalStatus.ACCEPTED
    done = _("已全部交办。")

    @property
    def list_url(self) -> str:
        """Where accepted ones stand."""
        return f"{reverse(self.list_url_name)}?status={ProposalStatus.ACCEPTED}"
