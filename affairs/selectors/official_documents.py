"""Reads of the register of documents."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from affairs.enums import DocumentStatus
from affairs.models import DocumentForward, OfficialDocument
from members.models import DepartmentPlace, Member


def readers_of(document: OfficialDocument) -> QuerySet[DocumentForward]:
    """Who was to read it, those who haven't first."""
    rows = document.forwards.select_related("member", "department").defer(*Member.secrets_of("member"))
    return rows.order_by("read_on", "member__stroke_key", "pk")


def unread_documents(user: Any) -> QuerySet[DocumentForward]:
    """What waits to be read by this person, the most urgent first."""
    rows = DocumentForward.objects.unread_by(user.member_id).select_related("document")
    return rows.defer("document__summary").order_by("due_on", "pk")


def pending_documents() -> QuerySet[OfficialDocument]:
    """What is still to be done, by when it is due."""
    return OfficialDocument.objects.filter(status=DocumentStatus.PENDING).order_by("due_on", "pk")


def documents_due_within(start: date, end: date) -> QuerySet[OfficialDocument]:
    """What is to be done within some days, both included."""
    return pending_documents().filter(due_on__range=(start, end))


def people_of_departments(departments: Any, on: date) -> dict[int, int]:
    """For everybody who works in one of the departments on a day, the department by which they are reached."""
    places = DepartmentPlace.objects.held_on(on).here().filter(department__in=departments)
    return dict(places.order_by("-is_main", "pk").values_list("member", "department"))
