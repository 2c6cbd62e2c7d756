"""The surface of the lists of suggestions and drives."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from congress.enums import (
    SUGGESTION_ANSWERED,
    TAKEN,
    Adoption,
    Category,
    DriveStatus,
    SuggestionStatus,
)
from congress.models import Suggestion, SuggestionDrive
from congress.selectors import adopted_rate, suggestion_answered_rate
from unionoffice.figures import Measure
from unionoffice.pages import Badge, Column, Footer, Table, label_of
from unionoffice.tones import Tone

SUGGESTION_TONES = {
    SuggestionStatus.FILED: Tone.WAITS,
    SuggestionStatus.HANDLING: Tone.ACTIVE,
    SuggestionStatus.ANSWERED: Tone.DONE,
    SuggestionStatus.FOLLOWED: Tone.ACTIVE,
    SuggestionStatus.DONE: Tone.DONE,
    SuggestionStatus.WITHDRAWN: Tone.CLOSED,
}

DRIVE_TONES = {
    DriveStatus.PLANNED: Tone.WAITS,
    DriveStatus.OPEN: Tone.ACTIVE,
    DriveStatus.CONCLUDED: Tone.DONE,
}


def suggestion_badge(suggestion: Suggestion, *, late: bool = False) -> Badge:
    """Where the suggestion stands, and that its answer is late."""
    if late:
        return Badge(f"{label_of(SuggestionStatus, suggestion.status)}（{_('逾期')}）", Tone.OFFICIAL)
    return Badge(label_of(SuggestionStatus, suggestion.status), SUGGESTION_TONES[SuggestionStatus(suggestion.status)])


def drive_badge(drive: SuggestionDrive) -> Badge:
    """Where the drive stands."""
    return Badge(label_of(DriveStatus, drive.status), DRIVE_TONES[DriveStatus(drive.status)])


class SuggestionTable(Table):
    """One line a suggestion, the latest first; the page annotates whose name this viewer may know."""

    columns = (
        Column(_("编号"), lambda suggestion: suggestion.number, order_by="number"),
        Column(_("标题"), lambda suggestion: suggestion.title, order_by="title", primary=True),
        Column(_("类别"), lambda suggestion: label_of(Category, suggestion.category), order_by="category"),
        Column(_("提出人"), lambda suggestion: suggestion.shown_author),
        Column(_("提出日期"), lambda suggestion: suggestion.handed_in_on, order_by="handed_in_on"),
        Column(_("承办部门"), lambda suggestion: suggestion.department, order_by="department__name"),
        Column(_("答复期限"), lambda suggestion: suggestion.due_on, order_by="due_on"),
        Column(_("采纳情况"), lambda suggestion: label_of(Adoption, suggestion.adoption), order_by="adoption"),
        Column(_("状态"), lambda one: suggestion_badge(one, late=one.is_late), order_by="status"),
    )
    export_columns = (
        Column(_("征集活动"), lambda suggestion: str(suggestion.drive or "")),
        Column(_("内容"), lambda suggestion: suggestion.text),
        Column(_("答复内容"), lambda suggestion: suggestion.answer),
        Column(_("答复日期"), lambda suggestion: suggestion.answered_on),
        Column(_("落实情况"), lambda suggestion: suggestion.fulfilment),
        Column(_("优秀建议"), lambda suggestion: _("是") if suggestion.is_outstanding else ""),
    )
    footers = (
        Footer(_("意见建议"), _("条")),
        Footer(
            _("答复率"),
            "%",
            Measure.RATIO,
            suggestion_answered_rate,
            behind="congress.suggestions.answered_rate",
        ),
        Footer(_("采纳率"), "%", Measure.RATIO, adopted_rate, behind="congress.suggestions.adopted_rate"),
    )
    empty = _("还没有您能看到的意见建议。有想法请随时提出。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The department comes along, the long texts don't."""
        return rows.select_related("department").defer("text", "answer", "fulfilment")

    @classmethod
    def prepare_export(cls, rows: QuerySet[Any], columns: Any) -> QuerySet[Any]:  # noqa: ARG003
        """The long texts and the drive too."""
        return rows.defer(None).select_related("drive", "department")


class DriveTable(Table):
    """One line a drive, the latest first."""

    columns = (
        Column(_("活动名称"), lambda drive: drive.title, order_by="title", primary=True),
        Column(_("征集自"), lambda drive: drive.from_on, order_by="from_on"),
        Column(_("征集至"), lambda drive: drive.to_on, order_by="to_on"),
        Column(_("收到（条）"), lambda drive: drive.received),
        Column(_("已答复（条）"), lambda drive: drive.answered),
        Column(_("采纳（条）"), lambda drive: drive.taken),
        Column(_("优秀建议（条）"), lambda drive: drive.honoured),
        Column(_("状态"), drive_badge, order_by="status"),
    )
    footers = (Footer(_("征集活动"), _("次")),)
    empty = _("还没有合理化建议征集活动。")

    @classmethod
    def prepare(cls, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With how many suggestions came and what became of them."""
        return rows.annotate(**drive_counts()).order_by("-from_on", "-pk")


def drive_counts() -> dict[str, Count]:
    """How many suggestions a drive has, without those taken back: received, answered, adopted, outstanding."""
    standing = ~Q(suggestions__status=SuggestionStatus.WITHDRAWN)
    return {
        "received": Count("suggestions", filter=standing),
        "answered": Count("suggestions", filter=Q(suggestions__status__in=SUGGESTION_ANSWERED)),
        "taken": Count("suggestions", filter=Q(suggestions__adoption__in=TAKEN)),
        "honoured": Count("suggestions", filter=Q(suggestions__is_outstanding=True)),
    }
