"""Names as an office types or pastes them: a line for each, read into rows, with what is wrong by the line."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from affairs.enums import ReviewDuty
from affairs.models import NoticeCandidate, NoticeReviewer
from affairs.selectors import members_called
from members.models import Member
from unionoffice.money import cents
from unionoffice.names import clean_name

OUTSIDE = re.compile(r"(?P<name>.+?)[（(]校外(?:[:：](?P<place>.*))?[)）]")
"""王芳（校外：江城大学）: somebody whom the roster doesn't know."""

WITH_NUMBER = re.compile(r"(?P<name>.+?)[（(](?P<number>[0-9A-Za-z-]+)[)）]")
"""陈静（00104）, where two have the same name."""

MONEY = re.compile(r"[￥¥]?(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,8})(?P<cents>\.\d{1,2})?元?")
DELEGATE_WORDS = frozenset({"教职工代表", "代表"})
HEAD_WORDS = frozenset({"组长"})
PLAIN_WORDS = frozenset({"成员", "组员"})
LONGEST = {"name": 60, "department": 60, "proposed": 100}


@dataclass(frozen=True)
class Line:
    """A line that says something: its number, who, and the cells after that."""

    number: int
    who: str
    cells: tuple[str, ...]


def lines_of(text: str) -> list[Line]:
    """Tabs part the cells where a line has any, as when it comes from a workbook; else commas of either width."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else re.split(r"[，,]", line))]
        if any(cells):
            found.append(Line(number, cells[0], tuple(cell for cell in cells[1:] if cell)))
    return found


def read_candidates(text: str) -> list[NoticeCandidate]:
    """A row for each line: 姓名或工号，拟定内容，金额. ValidationError with a sentence for each wrong line."""
    lines = lines_of(text)
    called = members_called(_words(lines))
    return _each(lines, lambda line: _candidate(line, called))


def read_reviewers(text: str) -> list[NoticeReviewer]:
    """A row for each line: 姓名或工号，组长 or 教职工代表, or both, or nothing more."""
    lines = lines_of(text)
    called = members_called(_words(lines))
    return _each(lines, lambda line: _reviewer(line, called))


def candidate_line(one: NoticeCandidate) -> str:
    """The row as it can be typed again."""
    who = f"{one.name}（{one.member.employee_no}）" if one.member else f"{one.name}（校外：{one.department}）"
    amount = "" if one.amount is None else f"{one.amount}元"
    return "，".join(part for part in (who, one.proposed, amount) if part)


def reviewer_line(one: NoticeReviewer) -> str:
    """The row as it can be typed again."""
    duty = "组长" if one.duty == ReviewDuty.HEAD else ""
    marks = (f"{one.name}（{one.member.employee_no}）", duty, "教职工代表" if one.is_delegate else "")
    return "，".join(part for part in marks if part)


def _each(lines: list[Line], read: Callable[[Line], Any]) -> list[Any]:
    rows, problems = [], []
    for line in lines:
        try:
            rows.append(read(line))
        except forms.ValidationError as problem:
            sentence = _("第%(number)d行：%(problem)s") % {"number": line.number, "problem": problem.messages[0]}
            problems.append(sentence)
    if problems:
        raise forms.ValidationError(problems)
    return rows


def _words(lines: Iterable[Line]) -> set[str]:
    """Names and numbers by which the lines may mean somebody of the roster."""
    words: set[str] = set()
    for line in lines:
        if OUTSIDE.fullmatch(line.who) is None:
            told = WITH_NUMBER.fullmatch(line.who)
            words |= {told["number"]} if told else {line.who, clean_name(line.who)}
    return words


def _candidate(line: Line, called: dict[str, list[Member]]) -> NoticeCandidate:
    cells, amount = list(line.cells), None
    if cells and (told := MONEY.fullmatch(cells[-1])):
        amount = cents(Decimal(told["whole"].replace(",", "") + (told["cents"] or "")))
        cells.pop()
    outside = OUTSIDE.fullmatch(line.who)
    one = NoticeCandidate(proposed="，".join(cells), amount=amount)
    if outside:
        one.name, one.department = clean_name(outside["name"]), (outside["place"] or "").strip()
    else:
        one.member = _member(line.who, called)
    for name, longest in LONGEST.items():
        if len(getattr(one, name)) > longest:
            label = one._meta.get_field(name).verbose_name
            raise forms.ValidationError(_("%(label)s最多%(longest)d个字。") % {"label": label, "longest": longest})
    return one


def _reviewer(line: Line, called: dict[str, list[Member]]) -> NoticeReviewer:
    words = set(line.cells)
    if unknown := words - DELEGATE_WORDS - HEAD_WORDS - PLAIN_WORDS:
        word = min(unknown)
        raise forms.ValidationError(_("“%(word)s”看不懂，姓名后面只写“组长”或“教职工代表”。") % {"word": word})
    return NoticeReviewer(
        member=_member(line.who, called),
        duty=ReviewDuty.HEAD if words & HEAD_WORDS else ReviewDuty.MEMBER,
        is_delegate=bool(words & DELEGATE_WORDS),
    )


def _member(who: str, called: dict[str, list[Member]]) -> Member:
    if told := WITH_NUMBER.fullmatch(who):
        fitting = [one for one in called.get(told["number"], []) if one.name == clean_name(told["name"])]
        if not fitting:
            sentence = _("工号%(number)s不是%(name)s，请核对。")
            raise forms.ValidationError(sentence % {"number": told["number"], "name": told["name"]})
        return fitting[0]
    found = called.get(who) or called.get(clean_name(who)) or []
    if not found:
        sentence = _("教职工名册里没有“%(who)s”。校外人员请写成“%(who)s（校外：单位）”。")
        raise forms.ValidationError(sentence % {"who": who})
    if len(found) > 1:
        numbers = "、".join(one.employee_no for one in found)
        raise forms.ValidationError(
            _("有%(count)d位%(who)s，请写工号：%(numbers)s。") % {"count": len(found), "who": who, "numbers": numbers}
        )
    return found[0]
