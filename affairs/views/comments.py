"""Comments on passages: a page of their own, which a selection or a paragraph's link leads to."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.forms import CommentForm, MendCommentForm, RemoveCommentForm
from affairs.models import LONGEST_QUOTE, Disclosure, PassageComment
from affairs.selectors import passages_of
from affairs.views.disclosures import AREA
from affairs.views.review import queue_crumb
from unionoffice.pages import Crumb, EditPage, TransitionPage


def review_crumbs(disclosure: Disclosure, place: int) -> list[Crumb]:
    """To what waits, and to the passage."""
    return [queue_crumb(), Crumb(str(disclosure), f"{disclosure.get_review_url()}#p{place}")]


class CommentOnPassageView(TransitionPage):
    """A comment on a passage of a text that waits."""

    permission, rule = permissions.approves_disclosures, permissions.may_approve
    area = AREA
    title = _("批注")
    model = Disclosure
    form_class = CommentForm
    template_name = "affairs/review/comment.html"
    button = _("保存批注")
    done = _("已批注。")

    def prepare(self) -> None:
        """Find the passage too, and what of it was selected."""
        super().prepare()
        passages = passages_of(self.record.body)
        if not 1 <= self.kwargs["place"] <= len(passages):
            raise Http404
        selected = " ".join(self.request.GET.get("quote", "").split())[:LONGEST_QUOTE]
        self.passage = passages[self.kwargs["place"] - 1]
        self.quote = selected if "".join(selected.split()) in "".join(self.passage.text.split()) else ""

    def get_crumbs(self) -> list[Crumb]:
        """To the passage."""
        return review_crumbs(self.record, self.passage.place)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The passage, and the text as it stands."""
        initial = {"quote": self.quote, "read_version": self.record.version}
        return {**super().get_form_kwargs(), "place": self.passage.place, "initial": initial}

    def get_success_url(self, record: PassageComment) -> str:
        """Back to the passage."""
        return f"{self.record.get_review_url()}#p{record.place}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what is commented on."""
        return super().get_context_data(quote=self.quote, about=self.quote or self.passage.text, **kwargs)


class CommentMove(TransitionPage):
    """Something done with a comment that wasn't sent yet, by who made it."""

    permission = permissions.approves_disclosures
    area = AREA
    model = PassageComment

    def prepare(self) -> None:
        """Find it among one's own."""
        super().prepare()
        if self.record.made_by_id != self.request.user.pk:
            raise PermissionDenied

    def get_queryset(self) -> Any:
        """Those that weren't sent."""
        rows = super().get_queryset().in_open_rounds()
        return rows.select_related("submission__disclosure", "made_by")

    def get_title(self) -> str:
        """What is done."""
        return str(self.title)

    def get_crumbs(self) -> list[Crumb]:
        """To the passage."""
        return review_crumbs(self.record.submission.disclosure, self.record.place)

    def get_success_url(self, record: PassageComment) -> str:
        """Back to the passage."""
        return f"{record.submission.disclosure.get_review_url()}#p{record.place}"


class MendCommentView(CommentMove):
    """Putting it differently."""

    title, button, done = _("修改批注"), EditPage.button, _("已修改。")
    form_class = MendCommentForm
    template_name = "affairs/review/comment.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what is commented on."""
        return super().get_context_data(quote=self.record.quote, about=self.record.quote, **kwargs)


class RemoveCommentView(CommentMove):
    """Taking it back."""

    title, button, done = _("删除批注"), _("删除批注"), _("已删除。")
    form_class = RemoveCommentForm

    def get_question(self) -> str:
        """Which one."""
        return str(_("“%(text)s”将被删除，起草人不会看到。") % {"text": self.record.text})
