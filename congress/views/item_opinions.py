"""Pages of what delegates say to an item: on the phone in a few words, and the school's answer."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.filters import ItemOpinionFilter
from congress.forms.agenda import AnswerItemOpinionForm, RaiseOpinionForm
from congress.models import AgendaItem, ItemOpinion, Session
from congress.papers.agenda import opinions_paper
from congress.selectors import delegations_led, may_speak, opinions_of
from congress.tables import ItemOpinionTable
from congress.views.records import AREA, session_crumbs, sessions_crumb
from unionoffice.documents import Document
from unionoffice.pages import Crumb, FormPage, ListPage, PaperPage, TransitionPage


class ItemOpinionListView(ListPage):
    """What was said to the items of all sessions, as far as the reader knows of it."""

    permission = permissions.opens_agenda
    area = AREA
    title = _("代表意见")
    model = ItemOpinion
    table = ItemOpinionTable
    filter_class = ItemOpinionFilter

    def get_crumbs(self) -> list[Crumb]:
        """To the sessions."""
        return [sessions_crumb()]


class RaiseOpinionView(FormPage):
    """Saying something to an item: for those whom the congress hears, and for who writes it down."""

    permission = permissions.opens_agenda
    area = AREA
    title = _("提意见")
    form_class = RaiseOpinionForm
    button = _("提交意见")
    done = _("意见已提交，学校答复后会通知您。")

    def prepare(self) -> None:
        """Find the item; only for those who may speak."""
        user = self.request.user
        items = AgendaItem.objects.visible_to(user).select_related("session__term", "session__minutes")
        self.item = items.filter(pk=self.kwargs["pk"]).first()
        if self.item is None:
            raise Http404
        session = self.item.session
        speaks = may_speak(session.term, user.member_id, self.on) or delegations_led(session.term, user).exists()
        self.keeps = permissions.keeps_agenda.test(user)
        if not (speaks or self.keeps) or permissions.is_closed.test(user, session):
            raise PermissionDenied

    def get_crumbs(self) -> list[Crumb]:
        """To the item."""
        return [*session_crumbs(self.item.session), Crumb(str(self.item), self.item.get_absolute_url())]

    def get_form_kwargs(self) -> dict[str, Any]:
        """About the item."""
        return {"item": self.item, "keeps": self.keeps}


class AnswerItemOpinionView(TransitionPage):
    """What the school says."""

    permission = permissions.answers_opinions
    area = AREA
    model = ItemOpinion
    title, button = _("答复代表意见"), _("提交答复")
    form_class = AnswerItemOpinionForm
    done = _("已答复，提出人会收到通知。")

    def get_queryset(self) -> Any:
        """With the item and who said it."""
        return super().get_queryset().select_related("item__session__term", "member", "delegation")

    def get_question(self) -> str:
        """Whose words are answered."""
        return f"{self.record.raised_by}：{self.record.text}"

    def get_crumbs(self) -> list[Crumb]:
        """To the item."""
        item = self.record.item
        return [*session_crumbs(item.session), Crumb(str(item), item.get_absolute_url())]


class SessionOpinionsPaperView(PaperPage):
    """代表意见及学校答复 of a session, as a table."""

    permission = permissions.reads_opinions_on_items
    model = Session
    select_related = ("term",)

    def get_document(self) -> Document:
        """In the order of the agenda."""
        return opinions_paper(self.record, list(opinions_of(self.record, self.request.user)))
