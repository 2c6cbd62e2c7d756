"""The approver's pages, made for a phone: what waits, one of them as it will appear, and several at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import DisclosureStatus
from affairs.forms import ApproveTogetherForm, CountersignDisclosureForm, ReviewDisclosureForm
from affairs.models import Disclosure
from affairs.papers import disclosure_paper
from affairs.selectors import (
    changes_between,
    changes_since,
    comments_in_hand,
    comments_to_settle,
    deputyships_seen_by,
    files_by_disclosure,
    last_given_back,
    waiting_for,
    waiting_for_approval,
    with_rounds,
)
from affairs.services import Decided, note_opened
from affairs.views.board import posted
from affairs.views.disclosures import AREA, disclosures_crumb
from affairs.views.passages import commented_text
from unionoffice.documents import render_html
from unionoffice.pages import Crumb, FormPage, Page, TransitionPage

LONGEST_KEY = 18
"""Digits of a key in an address: more can't be one."""


def queue_crumb() -> Crumb:
    """The way back to what waits."""
    return Crumb(_("公开审批"), reverse("affairs:review"))


class ReviewQueueView(Page):
    """What waits for this approver, the oldest first."""

    permission = permissions.approves_disclosures
    area = AREA
    title = _("公开审批")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The queue, and who stands in for whom today."""
        waiting = waiting_for(request.user)
        several = sum(1 for one in waiting if one.disclosure_id is not None) > 1
        deputyships = deputyships_seen_by(request.user).in_force(self.on).distinct()
        rows = [(one, (self.on - one.submitted_on).days) for one in waiting]
        context = self.get_context_data(waiting=waiting, rows=rows, several=several, deputyships=list(deputyships))
        return TemplateResponse(request, "affairs/review_queue.html", context)

    def get_crumbs(self) -> list[Crumb]:
        """To the list."""
        return [disclosures_crumb()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether this user names deputies."""
        return super().get_context_data(names_deputies=permissions.names_deputies.test(self.request.user), **kwargs)


class ReviewDisclosureView(TransitionPage):
    """One disclosure exactly as it will appear, what changed in it, comments on its passages, and two buttons."""

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
        """The preview with its comments, what changed, and when it will be public."""
        record, day = self.record, self.record.publish_on
        comments = list(comments_in_hand(record))
        text = commented_text(record.body, comments, record=record, user=self.request.user)
        settled = list(comments_to_settle(record))
        return super().get_context_data(
            **{**posted(record), "text": text},
            **changes_for_approver(record),
            comments=comments,
            may_comment=True,
            settled=settled,
            settled_count=sum(1 for comment in settled if comment.done_on),
            later=day if day is not None and day > self.on else None,
            rest=sum(1 for one in waiting_for(self.request.user) if one.disclosure_id != record.pk),
            **kwargs,
        )

    @property
    def done(self) -> str:
        """What became of it."""
        sentences = {
            DisclosureStatus.PUBLISHED: str(_("已同意，现在已在公开栏公开。")),
            DisclosureStatus.ENDORSED: str(_("已同意，已转会签人。")),
            DisclosureStatus.APPROVED: str(_("已同意，到期自动公开。")),
            DisclosureStatus.RETURNED: str(_("已退回，起草人会收到您的意见。")),
        }
        return sentences[DisclosureStatus(self.record.status)]

    def get_success_url(self, record: Disclosure) -> str:  # noqa: ARG002 -- on to the next one
        """Back to what waits."""
        return reverse("affairs:review")


class CountersignDisclosureView(ReviewDisclosureView):
    """The same for the second approver: read, agree or give back as a whole."""

    permission, rule = permissions.countersigns, permissions.may_countersign
    title = _("会签")
    form_class = CountersignDisclosureForm

    def get_crumbs(self) -> list[Crumb]:
        """The desk, from where the task leads here, is the way back."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Passages are the first approver's to comment on."""
        text = posted(self.record)["text"]
        return {**super().get_context_data(**kwargs), "text": text, "comments": [], "rest": 0, "may_comment": False}

    def get_success_url(self, record: Disclosure) -> str:  # noqa: ARG002 -- nothing follows
        """Back to the desk."""
        return "/"


def changes_for_approver(disclosure: Disclosure) -> dict[str, Any]:
    """What changed since the approver gave it back last, and against what hangs on the board."""
    since = last_given_back(disclosure)
    return {
        "since": since,
        "mended": changes_since(since, disclosure) if since else None,
        "corrected": changes_between(disclosure.corrects, disclosure) if disclosure.corrects else None,
    }


class DisclosureOpenedView(Page):
    """Whether the approver had a text before them. Noted by a message that the page sends once it stands there, so
    that a look ahead by a browser or a chat program doesn't count.
    """

    permission = permissions.approves_disclosures

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say whether it was opened."""
        disclosure = self.get_disclosure(pk)
        waiting = with_rounds(Disclosure.objects.filter(pk=disclosure.pk), request.user)
        return TemplateResponse(request, "affairs/review/_opened.html", {"opened": waiting.get().opened})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note it; the answer takes the place of the warning that it wasn't opened."""
        note_opened(self.get_disclosure(pk), by=request.user, on=self.on)
        return TemplateResponse(request, "affairs/review/_opened.html", {"opened": True})

    def get_disclosure(self, pk: int) -> Disclosure:
        """The text, for who may approve it."""
        disclosure = Disclosure.objects.visible_to(self.request.user).filter(pk=pk).first()
        if disclosure is None:
            raise Http404
        if not permissions.may_approve.test(self.request.user, disclosure):
            raise PermissionDenied
        return disclosure


class ApproveTogetherView(FormPage):
    """Several texts on one page, each with what it says, approved with one press."""

    permission = permissions.approves_disclosures
    area = AREA
    title = _("一并审批")
    form_class = ApproveTogetherForm
    template_name = "affairs/review/together.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them, or lead back to the queue where none was chosen."""
        self.prepare()
        if self.disclosures:
            return self.show(self.get_form())
        messages.warning(request, _("还没有选择。请先在待审批的事项前勾选。"))
        return HttpResponseRedirect(reverse("affairs:review"))

    def prepare(self) -> None:
        """Those that were ticked, as far as they wait for this approver."""
        keys = [int(key) for key in self.request.GET.getlist("pick") if key.isdecimal() and len(key) <= LONGEST_KEY]
        waiting = with_rounds(waiting_for_approval(self.request.user), self.request.user)
        self.disclosures = list(waiting.filter(pk__in=keys))

    def act(self, form: ApproveTogetherForm) -> str:
        """Say what became of each that couldn't be approved."""
        url = super().act(form)
        for one in self.decided:
            if one.problem:
                sentence = _("“%(title)s”没有审批：%(problem)s")
                messages.warning(self.request, sentence % {"title": one.disclosure, "problem": one.problem})
        return url

    @property
    def done(self) -> str:
        """How many were approved."""
        count = sum(1 for one in self.decided if not one.problem)
        return _("已同意%(count)d项。") % {"count": count} if count else ""

    def get_form_kwargs(self) -> dict[str, Any]:
        """What is to be approved."""
        return {"disclosures": self.disclosures}

    def get_crumbs(self) -> list[Crumb]:
        """To what waits."""
        return [queue_crumb()]

    def get_success_url(self, record: list[Decided]) -> str:
        """Back to what waits."""
        self.decided = record
        return reverse("affairs:review")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each as the board will show it."""
        files = files_by_disclosure(self.disclosures)
        parts = [
            {
                "disclosure": one,
                "text": render_html(disclosure_paper(one)),
                "files": files[one.pk],
                "version": version,
                "unread": unread,
            }
            for one, version, unread in kwargs["form"].parts()
        ]
        return super().get_context_data(parts=parts, **kwargs)
