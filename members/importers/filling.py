"""What the cells of a roster leave open and the rest of the row, or the record, tells: filled in before comparing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from members.enums import ServiceStatus
from members.importers.columns import COLUMNS
from members.validation import born_on, gender_in
from unionoffice.sheets import Assumed, Assumption, CheckedRow, Note, Stored, Table

_ID_CHARACTERS = 18


def fill_in(table: Table, known: Mapping[str, Stored], *, today: date) -> Table:
    """The table with every row filled in, and with notes of what was taken from where.

    All columns count as the table's now: a filled row may tell of more than the file has.
    """
    filler = _Filler(known, today)
    rows = tuple(filler.filled(row) for row in table.rows)
    return replace(table, rows=rows, columns=COLUMNS, notes=(*table.notes, *filler.notes()))


class _Filler:
    """Fills one row after the other, and counts what it does, by sheet."""

    def __init__(self, known: Mapping[str, Stored], today: date) -> None:
        self._known, self._today = known, today
        self._born: Counter[str] = Counter()
        self._hired: Counter[str] = Counter()
        self._gendered: Counter[str] = Counter()

    def filled(self, row: CheckedRow) -> CheckedRow:
        """The row with what follows from its other cells and from the record."""
        values, assumed = dict(row.values), dict(row.assumed)
        record = self._known.get(values.get("employee_no", ""))
        stored = record.values if record else {}
        id_number = values.get("id_number") or stored.get("id_number", "")
        if "birth_date" in assumed:
            self._take_birth(row, values, assumed, id_number)
        for key in [key for key, one in assumed.items() if Assumption.DAY in one.kinds]:
            if _same_month(values[key], stored.get(key)):
                values[key] = stored[key]
                del assumed[key]
        self._take_hired(row, values, stored)
        if (
            record is None
            and "gender" not in row.cells
            and len(id_number) == _ID_CHARACTERS
            and id_number[:17].isdigit()
        ):
            values["gender"] = gender_in(id_number)
            self._gendered[row.sheet] += 1
        self._settle_service(values, assumed, stored)
        return replace(row, values=values, assumed=assumed)

    def notes(self) -> list[Note]:
        """What was taken from where, in numbers."""
        told_of = (
            (self._born, _("出生日期"), _("%(count)d人没有写全，按身份证号补全。")),
            (self._hired, _("来校时间"), _("没有这一列，%(count)d人按参加工作时间登记。")),
            (self._gendered, _("性别"), _("没有这一列，%(count)d人按身份证号登记。")),
        )
        return [
            Note(None, column, sentence % {"count": count}, sheet)
            for counter, column, sentence in told_of
            for sheet, count in counter.items()
        ]

    def _take_birth(
        self, row: CheckedRow, values: dict[str, Any], assumed: dict[str, Assumed], id_number: str
    ) -> None:
        """The day of birth from the ID number, where the two agree in all that was written."""
        born = born_on(id_number) if len(id_number) == _ID_CHARACTERS else None
        kinds, value = assumed["birth_date"].kinds, values["birth_date"]
        if born is None or born.month != value.month or born.year % 100 != value.year % 100:
            return
        if Assumption.CENTURY not in kinds and born.year != value.year:
            return
        if Assumption.DAY not in kinds and born.day != value.day:
            return
        values["birth_date"] = born
        del assumed["birth_date"]
        self._born[row.sheet] += 1

    def _take_hired(self, row: CheckedRow, values: dict[str, Any], stored: Mapping[str, Any]) -> None:
        """参加工作时间 stands for 来校时间 where the list has no such column; what is known already stays."""
        first_job = values.get("first_job_on")
        if first_job and "hired_on" not in row.cells and not stored.get("hired_on"):
            values["hired_on"] = first_job
            self._hired[row.sheet] += 1

    def _settle_service(self, values: dict[str, Any], assumed: dict[str, Assumed], stored: Mapping[str, Any]) -> None:
        """A day of retirement that has passed tells that somebody is retired, where nothing else tells how they are.

        A list of the retired, by its name, holds those of 离休 too: it doesn't make them 退休.
        """
        status, retired_on = values.get("service_status"), values.get("retired_on")
        is_titled = "service_status" in assumed
        if (
            is_titled
            and status == ServiceStatus.RETIRED
            and stored.get("service_status") == ServiceStatus.RETIRED_CADRE
        ):
            values["service_status"] = ServiceStatus.RETIRED_CADRE.value
        elif retired_on and not status and not stored and retired_on <= self._today:
            values["service_status"] = ServiceStatus.RETIRED.value
            message = _("有退休时间，按退休登记。")
            assumed["service_status"] = Assumed(ServiceStatus.RETIRED.value, frozenset({Assumption.TITLE}), message)


def _same_month(day: date, other: date | None) -> bool:
    return other is not None and (day.year, day.month) == (other.year, other.month)
