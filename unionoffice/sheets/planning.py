"""What an import would do, said before it does it (house rule: read, check, show the plan, apply)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from unionoffice.refusal import Refused
from unionoffice.sheets.checking import CheckedRow, Column, Note, Problem, SkippedSheet, Table, UnknownHead, told

Key = str | tuple[Any, ...]
"""What a record is found by: the value of one column, or those of several together."""

RowCheck = Callable[[Table, CheckedRow], Iterable[Problem]]

_NAMED_ROWS = 5


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as the database has it: `values` by column key, of the kinds that the columns' parsers give.

    `version` is compared again when the plan is applied: who changed the record in between isn't overwritten.
    """

    pk: int
    version: int
    values: Mapping[str, Any]

    def contradicted_by(self, row: CheckedRow) -> Iterator[str]:
        """Keys under which the row tells something else, for records that no table may change."""
        return (key for key, value in told(row.values).items() if value != self.values.get(key, value))


@dataclass(frozen=True, slots=True)
class Change:
    """One field, old and new as values; `old_text` and `new_text` as the user sees them."""

    key: str
    label: str
    old: Any
    new: Any
    old_text: str
    new_text: str

    def as_json(self) -> dict[str, Any]:
        return {"column": self.label, "old": self.old_text, "new": self.new_text}


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row without problems: new where nothing is stored, unchanged where nothing differs."""

    number: int
    key: Key
    title: str
    values: Mapping[str, Any]
    stored: Stored | None
    changes: tuple[Change, ...]
    sheet: str = ""
    """Named only where the rows come from several."""
    key_text: str = ""
    """The key in the words of its columns, without the title, which stands beside it."""

    def as_json(self) -> dict[str, Any]:
        return {
            "row": self.number,
            "key": self.key_text,
            "title": self.title,
            "changes": [change.as_json() for change in self.changes],
            **({"sheet": self.sheet} if self.sheet else {}),
        }


@dataclass(frozen=True, slots=True)
class Absent:
    """A record that the file might have named and doesn't. An import never changes it."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What the file with this digest would do; str() says it in one sentence.

    `unknown`, `ignored`, `skipped` and `notes` are the table's, with what was noted of its rows.
    """

    name: str
    digest: str
    sheet: str
    ignored: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[UnknownHead, ...] = ()
    skipped: tuple[SkippedSheet, ...] = ()
    notes: tuple[Note, ...] = ()
    absent: tuple[Absent, ...] = ()
    claimed: frozenset[str] = frozenset()
    """Keys of the columns that the file has."""

    @property
    def new(self) -> tuple[PlannedRow, ...]:
        return tuple(row for row in self.rows if row.stored is None)

    @property
    def changed(self) -> tuple[PlannedRow, ...]:
        return tuple(row for row in self.rows if row.changes)

    @property
    def unchanged(self) -> tuple[PlannedRow, ...]:
        return tuple(row for row in self.rows if row.stored is not None and not row.changes)

    @property
    def problem_rows(self) -> tuple[int, ...]:
        """Excel's numbers; where the rows come from several sheets, one may stand here twice."""
        return tuple(sorted(row for _sheet, row in {(problem.sheet, problem.row) for problem in self.problems}))

    @property
    def counts(self) -> dict[str, int]:
        """Rows of each kind; `problems` counts rows too, though a row may have several."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "unchanged": len(self.unchanged),
            "problems": len(self.problem_rows),
        }

    def __str__(self) -> str:
        if len(self.unchanged) == len(self.rows) and not self.problems:
            return _("%(unchanged)d行都与现有数据一致，没有需要导入的内容。") % self.counts
        return _("新增%(new)d行，变更%(changed)d行，不变%(unchanged)d行，有问题%(problems)d行。") % self.counts

    @property
    def standing(self) -> str:
        """What the file says and what it was compared with, in a word.

        Another one once any of its records was entered or changed, or somebody said of a head what it means.
        """
        compared = [(row.key, row.stored.version if row.stored else None, row.values) for row in self.rows]
        return sha256(repr(compared).encode()).hexdigest()

    def ensure_applicable(self, digest: str) -> None:
        """Refuse unless this is the plan of the very file that was shown and no row has a problem."""
        if self.digest != digest:
            raise Refused(_("文件与检查时的不是同一个。请重新上传，查看导入计划后再确认。"))
        if self.problems:
            rows = "、".join(str(number) for number in self.problem_rows[:_NAMED_ROWS])
            more = _("等") if len(self.problem_rows) > _NAMED_ROWS else ""
            raise Refused(
                _("第%(rows)s%(more)s行（共%(count)d行）有问题，没有写入任何数据。请改正后重新上传。")
                % {"rows": rows, "more": more, "count": len(self.problem_rows)}
            )

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "digest": self.digest,
            "sheet": self.sheet,
            "counts": self.counts,
            "new": [row.as_json() for row in self.new],
            "changed": [row.as_json() for row in self.changed],
            "unchanged": [row.number for row in self.unchanged],
            "problems": [problem.as_json() for problem in self.problems],
            "ignored_columns": list(self.ignored),
            "unknown_columns": [{"label": head.label, "samples": list(head.samples)} for head in self.unknown],
            "skipped_sheets": [{"name": sheet.name, "reason": sheet.reason} for sheet in self.skipped],
            "notes": [note.as_json() for note in self.notes],
            "absent": [{"key": person.key, "title": person.title} for person in self.absent],
        }


def make_plan(
    table: Table,
    *,
    key: str | tuple[str, ...],
    title: str,
    stored: Mapping[Any, Stored],
    check: RowCheck | None = None,
    absent: Iterable[Absent] = (),
) -> Plan:
    """Sort the rows by what they would do to the records in `stored`, which are found by the column `key`.

    Records without a number of their own are found by several columns together: then the keys of `stored` are tuples
    of these columns' values. `title` is the column that names a row to people. `check` finds what is wrong between
    the cells of a row. The second row with the same key is a problem. An empty cell, like a column that the file
    lacks, tells nothing: it never erases what is stored. While the table as a whole has a problem, no row is planned.
    """
    sorter = _Sorter(table, key, title, stored)
    for row in () if table.problems else table.rows:
        sorter.sort(row, check(table, row) if check else ())
    return Plan(
        table.name,
        table.digest,
        table.sheet,
        table.ignored,
        tuple(sorter.rows),
        (*table.problems, *sorter.problems),
        table.unknown,
        table.skipped,
        (*table.notes, *sorter.notes),
        tuple(absent),
        table.claimed,
    )


class _Sorter:
    """Takes the rows of a table one after the other."""

    def __init__(self, table: Table, key: str | tuple[str, ...], title: str, stored: Mapping[Any, Stored]) -> None:
        self._table, self._key, self._title, self._stored = table, key, title, stored
        self._columns = {column.key: column for column in table.columns}
        self._first_rows: dict[Key, CheckedRow] = {}
        self.rows: list[PlannedRow] = []
        self.problems: list[Problem] = []
        self.notes: list[Note] = []

    def sort(self, row: CheckedRow, problems: Iterable[Problem]) -> None:
        """Put a row where it belongs: beside its record, or among the problems."""
        found = [*row.problems, *problems, *self._repeated(row)]
        if found:
            self.problems += found
            return
        name = _key_of(row, self._key)
        record = self._stored.get(name)
        changes = _changes(self._columns, record.values, row.values) if record else ()
        title = row.values.get(self._title, "")
        self.rows.append(
            PlannedRow(row.number, name, title, row.values, record, changes, row.sheet, self._told(name))
        )
        written = {change.key for change in changes} if record else row.values
        self.notes += [
            Note(row.number, str(self._columns[key].label), assumed.message, row.sheet)
            for key, assumed in row.assumed.items()
            if key in written and assumed.message
        ]

    def _told(self, name: Key) -> str:
        if isinstance(name, str) or isinstance(self._key, str):
            return str(name)
        parts = zip(self._key, name, strict=True)
        return " ".join(self._columns[key].show(value) for key, value in parts if value and key != self._title)

    def _repeated(self, row: CheckedRow) -> Iterator[Problem]:
        name = _key_of(row, self._key)
        column = self._key if isinstance(self._key, str) else self._key[0]
        first = self._first_rows.setdefault(name, row) if name else row
        if first is not row:
            place = _("“%(sheet)s”") % {"sheet": first.sheet} if first.sheet != row.sheet else ""
            sentence = _("与%(sheet)s第%(first)d行重复，请核对。") % {"sheet": place, "first": first.number}
            yield self._table.problem(row, column, f"duplicate_{column}", sentence)


def _key_of(row: CheckedRow, key: str | tuple[str, ...]) -> Key:
    return row.values.get(key, "") if isinstance(key, str) else tuple(row.values.get(part) for part in key)


def _changes(columns: Mapping[str, Column], old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    return tuple(
        Change(
            key=key,
            label=str(columns[key].label),
            old=old[key],
            new=value,
            old_text=columns[key].show(old[key]),
            new_text=columns[key].show(value),
        )
        for key, value in new.items()
        if key in old and value not in {None, "", old[key]}
    )
