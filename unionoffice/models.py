"""The ground floor's tables, each defined in the module that is named after it."""

from unionoffice.attachments import Attachment
from unionoffice.audit import LogEntry
from unionoffice.formkeys import FormKey
from unionoffice.inbox import Notice, NoticeAddress, OutboxMessage, Robot
from unionoffice.jobs import Job
from unionoffice.numbering import NumberSeries
from unionoffice.profiles import SchoolProfile, UnionProfile
from unionoffice.rules import RuleSetting
from unionoffice.schedule import ScheduledRun
from unionoffice.school_calendar import SchoolSpan, SpecialDay
from unionoffice.sheets.answers import ColumnAnswer
from unionoffice.sheets.uploads import SheetUpload
from unionoffice.strokes import StrokeOrder

__all__ = [
    "Attachment",
    "ColumnAnswer",
    "FormKey",
    "Job",
    "LogEntry",
    "Notice",
    "NoticeAddress",
    "NumberSeries",
    "OutboxMessage",
    "Robot",
    "RuleSetting",
    "ScheduledRun",
    "SchoolProfile",
    "SchoolSpan",
    "SheetUpload",
    "SpecialDay",
    "StrokeOrder",
    "UnionProfile",
]
