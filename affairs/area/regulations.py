"""What regulations, documents and consultations show to the rest of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import ConsultationStatus
from affairs.models import Consultation, OfficialDocument, Regulation
from affairs.selectors import (
    documents_due_within,
    drafts_waiting,
    ends_within,
    open_consultations,
    pending_documents,
    unfinished_consultations,
    unread_documents,
    versions_beginning_within,
)
from unionoffice.areas import HITS, CalendarEntry, SearchHit, Task


def regulation_tasks(user: Any, on: date) -> Iterator[Task]:
    """What waits to be read, answered or done: first what others wait for."""
    for forward in unread_documents(user):
        sentence = _("有文件请您阅读：%(title)s") % {"title": forward.document.title}
        yield Task(sentence, _("阅读"), forward.document.get_absolute_url(), forward.due_on)
    for consultation in open_consultations(user, on):
        sentence = _("正在征求意见：%(title)s") % {"title": consultation.title}
        yield Task(sentence, _("提意见"), consultation.get_opinion_url(), consultation.closes_on)
    yield from _work_under_way(user)
    if permissions.keeps_documents.test(user):
        for document in pending_documents():
            sentence = _("%(number)s待办：%(asked)s") % {"number": document.short_number, "asked": document.asks_for}
            yield Task(sentence, _("查看"), document.get_absolute_url(), document.due_on)


def _work_under_way(user: Any) -> Iterator[Task]:
    """Drafts that nobody has seen yet, and consultations whose opinions wait for answers."""
    if not permissions.drafts_regulations.test(user):
        return
    for consultation in unfinished_consultations(user):
        if consultation.status == ConsultationStatus.ANSWERING:
            sentence = _("“%(title)s”的意见等待答复") % {"title": consultation.title}
            url = reverse("affairs:consultation-gather", args=[consultation.pk])
            yield Task(sentence, _("答复"), url)
        else:
            sentence = _("征求意见“%(title)s”还没有开始") % {"title": consultation.title}
            yield Task(sentence, _("查看"), consultation.get_absolute_url())
    for version in drafts_waiting(user):
        sentence = _("制度“%(title)s”还在起草") % {"title": version.title}
        yield Task(sentence, _("查看"), version.get_absolute_url())


def find_regulations(user: Any, text: str) -> Iterator[SearchHit]:
    """Regulations, then consultations, then documents, as far as this person may see them."""
    for regulation in Regulation.objects.visible_to(user).matching(text)[:HITS]:
        yield SearchHit(regulation.title, regulation.get_kind_display(), regulation.get_absolute_url(), "book")
    found = Consultation.objects.visible_to(user).matching(text).defer("text", "revised_text")
    for consultation in found[:HITS]:
        url = consultation.get_absolute_url()
        yield SearchHit(consultation.title, consultation.get_status_display(), url, "message-plus")
    for document in OfficialDocument.objects.visible_to(user).matching(text)[:HITS]:
        detail = f"{document.short_number} {document.party}"
        yield SearchHit(document.title, detail, document.get_absolute_url(), "files")


def regulation_days(user: Any, start: date, end: date) -> Iterator[CalendarEntry]:
    """What takes effect or ceases, what ends for those asked, and what is due for those who keep the register."""
    for version in versions_beginning_within(start, end):
        if version.from_on is not None and start <= version.from_on <= end:
            title = _("施行：%(title)s") % {"title": version.title}
            yield CalendarEntry(version.from_on, title, version.get_absolute_url(), "book")
        if version.abolished_on is not None and start <= version.abolished_on <= end:
            title = _("废止：%(title)s") % {"title": version.title}
            yield CalendarEntry(version.abolished_on, title, version.get_absolute_url(), "book-off")
    for consultation in ends_within(user, start, end):
        title = _("征求意见截止：%(title)s") % {"title": consultation.title}
        yield CalendarEntry(consultation.closes_on, title, consultation.get_absolute_url(), "message-plus")
    if permissions.keeps_documents.test(user):
        for document in documents_due_within(start, end):
            title = _("办理期限：%(title)s") % {"title": document.title}
            yield CalendarEntry(document.due_on, title, document.get_absolute_url(), "files")
