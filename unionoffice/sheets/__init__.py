"""Workbooks in and out: reading uploads, checking them into a plan, writing exports and templates.

An area reads its `Column`s with `read_workbook` and `read_table`, plans with `make_plan`, and declares it all in an
`Importer` of `sheets.importing`; an export is one call of `write_workbook`. `sheets.uploads` keeps a file between
check and apply. No model is imported here: old workbooks are read in a process in which Django isn't set up.
"""

from unionoffice.sheets.checking import (
    VOID,
    CheckedRow,
    Column,
    Note,
    Problem,
    SkippedSheet,
    Table,
    UnknownHead,
    limits_of,
    told,
)
from unionoffice.sheets.grids import Row, Sheet, Workbook
from unionoffice.sheets.heads import plain_head
from unionoffice.sheets.parsing import Assumed, Assumption, Choice, Unfit, amount, code, day, day_or_month, text
from unionoffice.sheets.planning import Absent, Change, Plan, PlannedRow, Stored, make_plan
from unionoffice.sheets.reading import read_workbook
from unionoffice.sheets.tables import Layout, read_table
from unionoffice.sheets.writing import Leaf, template_workbook, write_leaves, write_workbook

__all__ = [
    "VOID",
    "Absent",
    "Assumed",
    "Assumption",
    "Change",
    "CheckedRow",
    "Choice",
    "Column",
    "Layout",
    "Leaf",
    "Note",
    "Plan",
    "PlannedRow",
    "Problem",
    "Row",
    "Sheet",
    "SkippedSheet",
    "Stored",
    "Table",
    "Unfit",
    "UnknownHead",
    "Workbook",
    "amount",
    "code",
    "day",
    "day_or_month",
    "limits_of",
    "make_plan",
    "plain_head",
    "read_table",
    "read_workbook",
    "template_workbook",
    "text",
    "told",
    "write_leaves",
    "write_workbook",
]
