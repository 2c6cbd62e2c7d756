"""The table in a workbook: the heads of its sheets, every row under them, and what was left out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from unionoffice.refusal import Refused
from unionoffice.sheets.asides import Asides, Kind, counted_in, filled
from unionoffice.sheets.checking import CheckedRow, Column, Note, Problem, SkippedSheet, Table, UnknownHead
from unionoffice.sheets.grids import Cell, Row, Workbook
from unionoffice.sheets.heads import HEAD_WITHIN_ROWS, NOISE, Head, HeadNames, find_head, plain_head
from unionoffice.sheets.parsing import Assumed, Assumption, Choice, Unfit, as_text, text

_SAMPLES = 3
_NAMED_ROWS = 10
# In 现在职称 nobody is 在职, and a list without the retired isn't one of them.
_OTHER_WORDS = re.compile("职称|职务|(?:不含|不包括|除)[^,，。、（）()]*")
# One familiar word may stand anywhere.
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """What an importer takes beyond one plain table.

    `all_sheets` joins every sheet that has the columns. `titled` is the key of a choice that a sheet's name or its
    title may tell of all its rows. `counts_people` holds the number of rows against a total below them.
    """

    all_sheets: bool = False
    titled: str = ""
    counts_people: bool = False


PLAIN = Layout()


def read_table(
    book: Workbook, columns: Sequence[Column], answers: Mapping[str, str] | None = None, *, layout: Layout = PLAIN
) -> Table:
    """Find the table whose head has most of these columns, or all that have what they need, and parse every row.

    `answers` say of heads that no column claims which column they are, by `plain_head`; "" leaves one out. Refused
    where no head is found, a column stands there twice, or no row follows. A required column that is missing is
    refused too, unless it may be one of those that nobody claims: then it is a problem of the table.
    """
    names = HeadNames(columns, answers or {})
    heads = [head for sheet in book.sheets if (head := find_head(sheet, names))]
    chosen = _chosen(heads, columns, layout)
    parts = [_SheetReader(head, columns, names, layout, sole=len(chosen) == 1).read() for head in chosen]
    if not any(part.rows or part.problems for part in parts):
        raise Refused(_("工作表“%(sheet)s”的表头下没有数据。请填写后重新上传。") % {"sheet": chosen[0].sheet.name})
    found = {key for part in parts for key in part.keys}
    return Table(
        name=book.name,
        digest=book.digest,
        sheet="、".join(head.sheet.name for head in chosen),
        columns=tuple(column for column in columns if column.key in found),
        ignored=tuple(dict.fromkeys(label for part in parts for label in part.ignored)),
        rows=tuple(row for part in parts for row in part.rows),
        unknown=_once(head for part in parts for head in part.unknown),
        skipped=tuple(_skipped(book, heads, chosen, columns)),
        notes=tuple(note for part in parts for note in part.notes),
        problems=tuple(problem for part in parts for problem in part.problems),
        claimed=frozenset(found),
    )


def _once(heads: Iterable[UnknownHead]) -> tuple[UnknownHead, ...]:
    """Of several sheets with the same head the first is shown."""
    first: dict[str, UnknownHead] = {}
    for head in heads:
        first.setdefault(plain_head(head.label), head)
    return tuple(first.values())


def _chosen(heads: Sequence[Head], columns: Sequence[Column], layout: Layout) -> list[Head]:
    fewest = min(_FEWEST_COLUMNS, len(columns))
    fit = [head for head in heads if len(head.places) >= fewest and not head.lacking(columns)]
    best = max(fit or heads, key=lambda head: len(head.places), default=None)
    if best is None or len(best.places) < fewest:
        wanted = "、".join(str(column.label) for column in columns if column.required) or str(columns[0].label)
        raise Refused(
            _("前%(rows)d行中没有找到表头。表头应有这些列：%(wanted)s。请对照模板修改后重新上传。")
            % {"rows": HEAD_WITHIN_ROWS, "wanted": wanted}
        )
    return fit if fit and layout.all_sheets else [best]


def _skipped(
    book: Workbook, heads: Sequence[Head], chosen: Sequence[Head], columns: Sequence[Column]
) -> Iterator[SkippedSheet]:
    taken = {id(head.sheet) for head in chosen}
    by_sheet = {id(head.sheet): head for head in heads}
    for sheet in book.sheets:
        if id(sheet) in taken or not sheet.rows:
            continue
        head = by_sheet.get(id(sheet))
        needed = [column for column in columns if column.required and not column.may_lack]
        lacking = head.lacking(columns) if head else needed
        if lacking:
            reason = _("没有这些列：%(labels)s") % {"labels": "、".join(str(column.label) for column in lacking)}
        else:
            reason = _("一次只读取一张工作表")
        yield SkippedSheet(sheet.name, reason)


@dataclass
class _Part:
    """What one sheet gives to the table."""

    keys: set[str]
    ignored: list[str]
    rows: list[CheckedRow] = field(default_factory=list)
    unknown: list[UnknownHead] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _SheetReader:
    """Reads the rows under one head; a sheet that is not the sole one is named in all that is said of it."""

    def __init__(
        self, head: Head, columns: Sequence[Column], names: HeadNames, layout: Layout, *, sole: bool
    ) -> None:
        head.ensure_single(columns)
        self._head, self._columns, self._layout = head, columns, layout
        self._sheet = "" if sole else head.sheet.name
        self._rows = head.sheet.rows[head.below :]
        self._asides = Asides(head, columns, names)
        self._part = _Part(keys=set(head.places), ignored=list(head.left_out))

    def read(self) -> _Part:
        """The rows, or what keeps them from being read."""
        self._sort_unclaimed()
        if lacking := self._head.lacking(self._columns):
            self._refuse_lacking(lacking)
            return self._part
        taken = [
            _Taken(column, place, _spread_down(self._head, place) if column.spreads else {})
            for column in self._columns
            if (place := self._head.places.get(column.key)) is not None
        ]
        remarks = []
        for row in self._rows:
            match self._asides.kind_of(row):
                case Kind.RECORD:
                    self._part.rows.append(_check_row(row, taken, self._sheet))
                case Kind.TOTAL:
                    remarks.append(row.number)
                    self._compare_total(row)
                case Kind.REMARK:
                    remarks.append(row.number)
        self._note_remarks(remarks)
        self._tell_title()
        return self._part

    def _sort_unclaimed(self) -> None:
        """Heads that nobody needs to be asked about: noise, and columns without content."""
        for place, label in self._head.unclaimed:
            samples = self._samples(place)
            if samples and plain_head(label) not in NOISE:
                self._part.unknown.append(UnknownHead(label, samples))
            else:
                self._part.ignored.append(label)

    def _samples(self, place: int) -> tuple[str, ...]:
        samples: dict[str, None] = {}
        for row in self._rows:
            if filled(row.cells[place]) and self._asides.kind_of(row) is Kind.RECORD:
                samples[text(row.cells[place])] = None
            if len(samples) == _SAMPLES:
                break
        return tuple(samples)

    def _refuse_lacking(self, lacking: Sequence[Column]) -> None:
        if not self._part.unknown:
            raise Refused(
                _("工作表“%(sheet)s”缺少这些列：%(labels)s。请补上后重新上传。")
                % {"sheet": self._head.sheet.name, "labels": "、".join(str(column.label) for column in lacking)}
            )
        message = _("没有找到这一列。如果它用了别的名称，请指明是哪一列；否则请补上后重新上传。")
        self._part.problems += [
            Problem(self._head.number, str(column.label), "", "missing_column", message, self._sheet)
            for column in lacking
        ]

    def _compare_total(self, row: Row) -> None:
        stated, counted = counted_in(row), len(self._part.rows)
        if self._layout.counts_people and stated is not None and stated != counted:
            sentence = _("合计是%(stated)d人，上面的名单有%(counted)d人，请核对。")
            message = sentence % {"stated": stated, "counted": counted}
            self._part.notes.append(Note(row.number, "", message, self._sheet))

    def _note_remarks(self, numbers: Sequence[int]) -> None:
        if numbers:
            named = "、".join(str(number) for number in numbers[:_NAMED_ROWS])
            more = _("等") if len(numbers) > _NAMED_ROWS else ""
            message = _("第%(rows)s%(more)s行是合计、签名或说明，没有读取。") % {"rows": named, "more": more}
            self._part.notes.append(Note(None, "", message, self._sheet))

    def _tell_title(self) -> None:
        """What the sheet's name or its title says of all rows goes to those that say nothing themselves."""
        key = self._layout.titled
        column = next((column for column in self._columns if column.key == key), None)
        if column is None or not isinstance(column.parse, Choice):
            return
        sources = ((_("工作表名称"), self._head.sheet.name), (_("标题"), self._head.title))
        told = [(place, value) for place, words in sources if (value := _only_choice_in(words, column.parse))]
        if not told or all(_tells(row, column) for row in self._part.rows):
            return
        place, value = told[0]
        self._part.rows = [row if _tells(row, column) else _with(row, key, value) for row in self._part.rows]
        self._part.keys.add(key)
        message = _("按%(place)s登记为“%(value)s”。") % {"place": place, "value": column.show(value)}
        self._part.notes.append(Note(None, str(column.label), message, self._sheet))


@dataclass(frozen=True, slots=True)
class _Taken:
    """A column found: where it stands, and by row the cells that a merged one above stands for."""

    column: Column
    place: int
    spread: Mapping[int, Cell]


def _check_row(row: Row, taken: Sequence[_Taken], sheet: str) -> CheckedRow:
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    assumed: dict[str, Assumed] = {}
    problems = []
    for one in taken:
        column, cell = one.column, row.cells[one.place]
        if cell == "" and one.spread:
            cell = one.spread.get(row.number, cell)
        cells[column.key] = cell
        try:
            value = _parse(column, cell)
        except Unfit as unfit:
            problems.append(Problem(row.number, str(column.label), as_text(cell), unfit.code, unfit.message, sheet))
            continue
        if isinstance(value, Assumed):
            assumed[column.key] = value
            value = value.value
        values[column.key] = value
    return CheckedRow(row.number, values, cells, tuple(problems), sheet, assumed)


def _parse(column: Column, cell: Cell) -> object:
    if isinstance(cell, str) and not column.required and cell.strip() in column.voids:
        cell = ""
    value = column.parse(cell)
    if column.required and (value is None or value == ""):
        raise Unfit(f"missing_{column.key}", _("不能为空，请填写。"))
    return value


def _spread_down(head: Head, place: int) -> dict[int, Cell]:
    """By row number, the cell that is merged down over it; each row is looked at once, however merges overlap."""
    rows = head.sheet.rows
    numbers = [row.number for row in rows]
    spread: dict[int, Cell] = {}
    done = rows[head.below - 1].number
    for merge in head.sheet.merges:
        if merge.left != place or merge.bottom <= merge.top or merge.top <= done:
            continue
        at = bisect_left(numbers, merge.top)
        if at == len(rows) or numbers[at] != merge.top:
            continue
        cell = rows[at].cells[place]
        for number in numbers[at + 1 : bisect_left(numbers, merge.bottom + 1)]:
            spread[number] = cell
        done = merge.bottom
    return spread


def _only_choice_in(words: str, choice: Choice) -> str:
    """The one value that a name or title tells of; none where it tells of several."""
    plain = _OTHER_WORDS.sub("", "".join(words.split()))
    told = {value for word, value in choice.words.items() if word in plain}
    return told.pop() if len(told) == 1 else ""


def _tells(row: CheckedRow, column: Column) -> bool:
    """Whether the row has a value in this column, be it a faulty one."""
    return bool(row.values.get(column.key)) or any(problem.column == str(column.label) for problem in row.problems)


def _with(row: CheckedRow, key: str, value: str) -> CheckedRow:
    """The row with what the sheet tells of it."""
    assumed = Assumed(value, frozenset({Assumption.TITLE}), "")
    return replace(row, values={**row.values, key: value}, assumed={**row.assumed, key: assumed})
