"""Drafts kept as they are typed: what the form's script sends, and what it is told."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from congress import permissions
from congress.forms import proposals
from congress.models import Proposal
from congress.views.writing import DraftProposalView, EditProposalView
from unionoffice.pages import stale
from unionoffice.refusal import Refused


class Keeping:
    """Answers a script: when the draft was kept, or why it wasn't. What was typed stays in the page either way."""

    def post(self: Any, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Keep what is typed so far; a page that another one has overtaken is told so."""
        self.prepare()
        form = self.get_form(request.POST)
        if not form.is_valid():
            return told("，".join(error for errors in form.errors.values() for error in errors), status=422)
        try:
            with transaction.atomic():
                stale.ensure_current(form)
                proposal = form.save(by=request.user, on=self.on)
        except Refused as refusal:
            return told(str(refusal), status=409)
        except stale.Stale:
            sentence = _t("这份草稿已在别的页面改过，这里没有自动保存。请点按钮保存，会列出两处的不同。")
            return told(sentence, status=409)
        return self.kept(proposal)

    def kept(self: Any, proposal: Proposal) -> HttpResponse:
        """Where the draft is from now on, and what the page has seen of it."""
        form = proposals.EditProposalForm(instance=proposal, user=self.request.user, on=self.on)
        stale.watch(form)
        time = timezone.localtime().strftime("%H:%M")
        return told(
            _t("已保存 %(time)s") % {"time": time},
            seen=form[stale.SEEN].value(),
            keep=reverse("congress:proposal-keep", args=[proposal.pk]),
            edit=reverse("congress:proposal-edit", args=[proposal.pk]),
        )


class KeepNewDraftView(Keeping, DraftProposalView):
    """The first words of something new."""

    form_class = proposals.KeepNewDraftForm


class KeepDraftView(Keeping, EditProposalView):
    """A draft that is there already."""

    rule = permissions.may_keep
    form_class = proposals.KeepDraftForm


def told(sentence: str, *, status: int = 200, **where: str) -> JsonResponse:
    """One sentence for the person, and addresses for the script."""
    return JsonResponse({"said": sentence, **where}, status=status)
