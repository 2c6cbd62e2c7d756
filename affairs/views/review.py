"""The approver's two pages, made for a phone: what waits, and one of them as it will appear."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import DisclosureStatus
from affairs.forms import ReviewDisclosureForm
from affairs.models import Disclosure
from affairs.selectors import waiting_for_approval
from affairs.views.board import posted
from affairs.views.disclosures import AREA, disclosures_crumb
from unionoffice.pages import Crumb, Page, TransitionPage


def queue_crumb() -> Crumb:
    """The way back to what waits."""
    return Crumb(_("公开审批"), reverse("affairs:review"))


class ReviewQueueView(Page):
    """What waits for this approver, the oldest first."""

    permission = permissions.approves_disclosures
    area = AREA
    title = _("公开审批")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The queue."""
        waiting = list(waiting_for_approval(request.user).defer("body"))
        return TemplateResponse(request, "affairs/review_queue.html", self.get_context_data(waiting=waiting))

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [disclosures_crumb()]


class ReviewDisclosureView(TransitionPage):
    """One disclosure exactly as it will appear, and two buttons."""

    permission, rule = permissions.approves_disclosures, permissions.may_approve
    area = AREA
    title = _("审批")
    model = Disclosure
    form_class = ReviewDisclosureForm
    template_name = "affairs/disclosure_review.html"

    def get_queryset(self) -> Any:
        """With what the preview shows."""
        return super().get_queryset().select_related("item__department", "corrects", "drafted_by", "submitted_by")

    def get_crumbs(self) -> list[Crumb]:
        """To what waits."""
        return [queue_crumb()]

    def show(self, form: ReviewDisclosureForm, **extra: Any) -> HttpResponse:
        """The preview and the form; what is approved there is what the preview says."""
        if form.is_bound:
            form.read_anew()
        return super().show(form, **extra)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The preview, and when it will be public."""
        day = self.record.publish_on
        return super().get_context_data(
            **posted(self.record), later=day if day is not None and day > self.on else None, **kwargs
        )

    @property
    def done(self) -> str:
        """What became of it."""
        sentences = {
            DisclosureStatus.PUBLISHED: _now("已同意，现在已在公开栏公开。"),
            DisclosureStatus.APPROVED: _now("已同意，到期自动公开。"),
            DisclosureStatus.RETURNED: _now("已退回，起草人会收到您的意见。"),
        }
        return sentences[DisclosureStatus(self.record.status)]

    def get_success_url(self, record: Disclosure) -> str:  # noqa: ARG002 -- on to the next one
        """Back to what waits."""
        return reverse("affairs:review")
