"""The ground floor's tables, each defined in the module that is named after it."""

from unionoffice.audit import LogEntry
from unionoffice.formkeys import FormKey
from unionoffice.numbering import NumberSeries
from unionoffice.profiles import SchoolProfile, UnionProfile
from unionoffice.rules import RuleSetting
from unionoffice.sheets.uploads import SheetUpload

__all__ = ["FormKey", "LogEntry", "NumberSeries", "RuleSetting", "SchoolProfile", "SheetUpload", "UnionProfile"]
