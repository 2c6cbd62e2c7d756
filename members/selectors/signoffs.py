"""Goods handed out, and who signed for them."""

from typing import Any

from django.db.models import Model, QuerySet

from members.models import Member, SignOffLine, SignOffSheet
from unionoffice.sources import SourceRef


def sign_offs_of(record: Model) -> QuerySet[SignOffSheet]:
    """The sign-off sheets of a record."""
    ref = SourceRef.to(record)
    return SignOffSheet.objects.filter(source_model=ref.model, source_key=ref.key)


def lines_of_sheet(sheet: SignOffSheet) -> QuerySet[SignOffLine]:
    """The lines with their people, by pinyin."""
    people = ("member", "taken_by")
    return sheet.lines.select_related(*people).defer(*Member.secrets_of(*people))


def own_lines_waiting(user: Any) -> QuerySet[SignOffLine]:
    """What this user hasn't signed for yet."""
    return SignOffLine.objects.waiting().filter(member=user.member_id).select_related("sheet")
