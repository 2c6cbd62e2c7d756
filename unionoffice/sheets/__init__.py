"""Workbooks in and out: reading uploads, checking them into a plan, writing exports and templates.

An area declares an `Importer` with its `Column`s, reads with `read_workbook` and `read_table`, and plans with
`make_plan`; an export is one call of `write_workbook`. `sheets.uploads` keeps a file between check and apply.
"""

from unionoffice.sheets.checking import CheckedRow, Column, Problem, Table, limits_of, read_table, told
from unionoffice.sheets.importing import Importer
from unionoffice.sheets.parsing import Choice, Unfit, amount, code, day, text
from unionoffice.sheets.planning import Change, Plan, PlannedRow, Stored, make_plan
from unionoffice.sheets.reading import Row, Sheet, Workbook, read_workbook
from unionoffice.sheets.writing import template_workbook, write_workbook

__all__ = [
    "Change",
    "CheckedRow",
    "Choice",
    "Column",
    "Importer",
    "Plan",
    "PlannedRow",
    "Problem",
    "Row",
    "Sheet",
    "Stored",
    "Table",
    "Unfit",
    "Workbook",
    "amount",
    "code",
    "day",
    "limits_of",
    "make_plan",
    "read_table",
    "read_workbook",
    "template_workbook",
    "text",
    "told",
    "write_workbook",
]
