"""From a cell to a value: what offices write for a day, a code, a choice or an amount, and what can't be read.

A parser takes a cell and gives a value, or raises `Unfit`. An empty cell is "" for texts, codes and choices and
None for days and amounts, as models keep it.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from unionoffice.sheets.reading import Cell

# Excel keeps 15 digits of a number: of a longer one the rest has become zeros.
_EXCEL_DIGITS = 15
_CENT = Decimal("0.01")
# A sum that Excel reckoned in binary (0.1 + 0.2) is off by far less than this.
_BINARY_NOISE = Decimal("0.000001")

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_BLANKS = re.compile(r"\s+")
_DAY = re.compile(
    r"(?P<year>(?:19|20|21)\d\d)"
    r"(?:(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})|年(?P<month_>\d{1,2})月(?P<day_>\d{1,2})日?"
    r"|(?P<month__>\d\d)(?P<day__>\d\d))"
    r"(?:T?00:00(?::00)?)?",
    re.ASCII,
)
_AMOUNT = re.compile(r"[¥￥]?(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?)元?", re.ASCII)

Parser = Callable[[Cell], object]


class Unfit(ValueError):
    """A cell that can't be taken. `code` names the fault for programs, `message` says in Chinese what is expected."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


def as_text(cell: object) -> str:
    """A cell or value as the user should see it in a plan or a problem."""
    match cell:
        case None:
            return ""
        case bool():
            return _("是") if cell else _("否")
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def half_width(text: str) -> str:
    """Full-width letters, digits, signs and blanks as ordinary ones; nothing else is touched."""
    return text.translate(_WIDE)


def text(cell: Cell) -> str:
    """Free text without blanks and invisible characters around it; inside, every character stays as it is."""
    words = cell if isinstance(cell, str) else as_text(cell)
    return words.strip().strip("\u200b\u2060\ufeff").strip()


def code(cell: Cell) -> str:
    """A number that names something (工号, 手机号码): digits and letters without blanks, leading zeros kept.

    Unfit where a numeric cell has more digits than Excel can keep.
    """
    if isinstance(cell, int) and len(str(abs(cell))) > _EXCEL_DIGITS:
        raise Unfit("digits_lost", _("超过15位的号码在数字格式下已丢失末尾数字，请把该列设为文本格式后重新填写。"))
    return _compact(cell)


def day(cell: Cell) -> date | None:
    """A date, or any of 1985-03-12, 1985/3/12, 1985.03.12, 1985年3月12日 and 19850312, from 1900 on."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    words = _compact(cell)
    if not words:
        return None
    found = _DAY.fullmatch(words)
    if found is None:
        raise Unfit("unreadable_date", _("应为日期，例如1985-03-12。"))
    month = found["month"] or found["month_"] or found["month__"]
    day_of_month = found["day"] or found["day_"] or found["day__"]
    try:
        return date(int(found["year"]), int(month), int(day_of_month))
    except ValueError as error:
        raise Unfit("impossible_date", _("没有这一天，请填写存在的日期。")) from error


def amount(cell: Cell) -> Decimal | None:
    """Yuan with two places, from a number or from a text such as ￥1,234.50元."""
    words = _compact(cell)
    if not words:
        return None
    found = _AMOUNT.fullmatch(words)
    if found is None:
        raise Unfit("unreadable_amount", _("应为金额，例如1234.50。"))
    exact = Decimal(found["number"].replace(",", ""))
    rounded = exact.quantize(_CENT)
    if abs(exact - rounded) > (_BINARY_NOISE if isinstance(cell, float) else 0):
        raise Unfit("amount_places", _("金额最多两位小数。"))
    return rounded


class Choice:
    """The parser for the labels of an enum, exactly as they stand; `unknown` is the code of any other text."""

    def __init__(self, choices: type[TextChoices], *, unknown: str) -> None:
        self._choices = choices
        self._unknown = unknown

    def __call__(self, cell: Cell) -> str:
        label = text(cell)
        if not label:
            return ""
        if label not in self._values:
            raise Unfit(self._unknown, _("应为%(labels)s。") % {"labels": either(self.labels)})
        return self._values[label]

    @property
    def labels(self) -> list[str]:
        return list(self._values)

    def show(self, value: str) -> str:
        """The label of a value, which may no longer be among the choices."""
        return next((label for label, known in self._values.items() if known == value), value)

    @cached_property
    def _values(self) -> dict[str, str]:
        """Labels are lazy: read at the first cell, not on import."""
        return {str(member.label): member.value for member in self._choices}


def either(labels: list[str]) -> str:
    """教师、管理、教辅或工勤."""
    return _("或").join(["、".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _compact(cell: Cell) -> str:
    return _BLANKS.sub("", half_width(as_text(cell)).translate(_INVISIBLE))
