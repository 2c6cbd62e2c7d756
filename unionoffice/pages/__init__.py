"""The pages that every app declares its views upon: list, record, form and transition."""

from unionoffice.pages.base import Crumb, Page, frame
from unionoffice.pages.bulk import BulkForm, BulkPage
from unionoffice.pages.fields import ClockInput, DayInput, Folded
from unionoffice.pages.forms import (
    EditPage,
    FormPage,
    MoveForm,
    NotYours,
    OfficeForm,
    OfficeModelForm,
    TransitionPage,
)
from unionoffice.pages.imports import ImportColumnsPage, ImportPage, ImportPlanPage, ImportTemplatePage
from unionoffice.pages.lists import ListPage
from unionoffice.pages.papers import XLSX, PaperPage, WorkbookPage, asked_format, file_response, paper_response
from unionoffice.pages.records import TRAIL_LENGTH, Action, Fact, RecordPage, Step
from unionoffice.pages.rights import beyond_staff
from unionoffice.pages.tables import Badge, Column, Footer, Table, label_of

__all__ = [
    "TRAIL_LENGTH",
    "XLSX",
    "Action",
    "Badge",
    "BulkForm",
    "BulkPage",
    "ClockInput",
    "Column",
    "Crumb",
    "DayInput",
    "EditPage",
    "Fact",
    "Folded",
    "Footer",
    "FormPage",
    "ImportColumnsPage",
    "ImportPage",
    "ImportPlanPage",
    "ImportTemplatePage",
    "ListPage",
    "MoveForm",
    "NotYours",
    "OfficeForm",
    "OfficeModelForm",
    "Page",
    "PaperPage",
    "RecordPage",
    "Step",
    "Table",
    "TransitionPage",
    "WorkbookPage",
    "asked_format",
    "beyond_staff",
    "file_response",
    "frame",
    "label_of",
    "paper_response",
]
