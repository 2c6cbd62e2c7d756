"""From a cell to a value: what offices write for a day, a code, a choice or an amount, and what can't be read.

A parser takes a cell and gives a value, an `Assumed` one where it had to be understood, or raises `Unfit`. An empty
cell is "" for texts, codes and choices and None for days and amounts, as models keep it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from unionoffice.sheets.grids import Cell

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
_DAY_OR_MONTH = re.compile(
    r"(?P<year>(?:19|20|21)?\d\d)"
    r"(?:(?P<sign>[-/.])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2})?(?P=sign)?)?"
    r"|年(?P<month_>\d{1,2})月(?:(?P<day_>\d{1,2})[日号]?)?)"
    r"|(?P<year__>(?:19|20|21)\d\d)(?P<month__>\d\d)(?P<day__>\d\d)?",
    re.ASCII,
)
_MIDNIGHT = re.compile(r"[T\s]+0?0:00(:00(\.0+)?)?$", re.ASCII)
_SIGNS = str.maketrans("—–‐−－·。、\\", "-----.../")
# Days of 1927 to 2099 as Excel counts them, from the last day but one of 1899.
_SERIALS = range(10_000, 73_051)
_SERIAL_ZERO = date(1899, 12, 30)
# Excel reads 30 to 99 as years of the last century, 00 to 29 as years of this one.
_CENTURY_TURNS_AT = 30
_AMOUNT = re.compile(r"[¥￥]?(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?)元?", re.ASCII)

Parser = Callable[[Cell], object]


class Assumption(StrEnum):
    """What a cell left open."""

    DAY = "day"
    CENTURY = "century"
    POST = "post"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a parser gives where the cell says less than the value: the value, what was open, and how it was taken."""

    value: Any
    kinds: frozenset[Assumption]
    message: str


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

    An apostrophe before it, by which Excel is told that it is a text, goes.
    Unfit where a numeric cell has more digits than Excel can keep.
    """
    if isinstance(cell, int) and len(str(abs(cell))) > _EXCEL_DIGITS:
        raise Unfit("digits_lost", _("超过15位的号码在数字格式下已丢失末尾数字，请把该列设为文本格式后重新填写。"))
    return _compact(cell).removeprefix("'")


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


def day_or_month(cell: Cell) -> date | Assumed | None:
    """A day as `day` takes it, or the first of a month where only that is told (1985.03, 1985年3月, 198503).

    Also days that Excel shows as numbers, and years of two digits as Excel reads them. What the cell left open is
    told with the value.
    """
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, (int, float)) and _SERIALS.start <= cell < _SERIALS.stop:
        return _SERIAL_ZERO + timedelta(days=int(cell))
    words = _day_words(cell)
    if not words:
        return None
    found = _DAY_OR_MONTH.fullmatch(words)
    if found is None:
        raise Unfit("unreadable_date", _("应为日期，例如1985-03-12或1985-03。"))
    year = found["year"] or found["year__"]
    month = found["month"] or found["month_"] or found["month__"]
    if isinstance(cell, float) and month == "1":
        raise Unfit(
            "ambiguous_month", _("数字格式下分不清1月和10月，请写成%(year)s-01或%(year)s-10。") % {"year": year}
        )
    return _understood(year, month, found["day"] or found["day_"] or found["day__"])


def _understood(year: str, month: str, day_of_month: str | None) -> date | Assumed:
    """The day, and what of it was open."""
    kinds, messages = set(), []
    if len(year) == len("85"):
        year = ("19" if int(year) >= _CENTURY_TURNS_AT else "20") + year
        kinds.add(Assumption.CENTURY)
        messages.append(_("年份按%(year)s年登记") % {"year": year})
    try:
        value = date(int(year), int(month), int(day_of_month or 1))
    except ValueError as error:
        raise Unfit("impossible_date", _("没有这一天，请填写存在的日期。")) from error
    if day_of_month is None:
        kinds.add(Assumption.DAY)
        messages.append(_("没有写日，按%(day)s登记") % {"day": value.isoformat()})
    return Assumed(value, frozenset(kinds), "，".join(messages) + "。") if kinds else value


def _day_words(cell: Cell) -> str:
    """A written day with plain signs: blanks between its numbers are signs too."""
    words = half_width(as_text(cell)).translate(_INVISIBLE).strip().translate(_SIGNS)
    words = _MIDNIGHT.sub("", words)
    if _BLANKS.search(words):
        words = re.sub(r"\s*([-/.年月日号])\s*", r"\1", words)
        words = _BLANKS.sub("-", words)
    return words


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
    """The parser for the labels of an enum, and for what else offices write for them; blanks don't matter.

    `also` maps such words to members. `unknown` is the code of any other text, which is never guessed at.
    """

    def __init__(
        self, choices: type[TextChoices], *, unknown: str, also: Mapping[str, TextChoices] | None = None
    ) -> None:
        self._choices = choices
        self._unknown = unknown
        self._also = also or {}

    def __call__(self, cell: Cell) -> str:
        known = self.words.get(cell) if isinstance(cell, str) else None
        if known is not None:
            return known
        words = _compact(cell)
        if not words:
            return ""
        if words not in self.words:
            raise Unfit(self._unknown, _("应为%(labels)s。") % {"labels": either(self.labels)})
        return self.words[words]

    @property
    def labels(self) -> list[str]:
        return list(self._values)

    def show(self, value: str) -> str:
        """The label of a value, which may no longer be among the choices."""
        return next((label for label, known in self._values.items() if known == value), value)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Everything that is understood, with its value."""
        return {half_width(label): value for label, value in self._values.items()} | {
            half_width(word): str(member.value) for word, member in self._also.items()
        }

    @cached_property
    def _values(self) -> dict[str, str]:
        """Labels are lazy: read at the first cell, not on import."""
        return {str(member.label): member.value for member in self._choices}


def either(labels: list[str]) -> str:
    """教师、管理、教辅或工勤."""
    return _("或").join(["、".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _compact(cell: Cell) -> str:
    """Half-width, without blanks and what nobody sees."""
    if isinstance(cell, str) and cell.isascii() and cell.isalnum():
        return cell
    return _BLANKS.sub("", half_width(as_text(cell)).translate(_INVISIBLE))
