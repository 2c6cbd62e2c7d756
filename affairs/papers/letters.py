"""来信办理单: the letter, what was done with it and what was answered, on one sheet."""

from collections.abc import Sequence

from affairs.models import Letter, LetterMessage
from unionoffice.days import in_full
from unionoffice.documents import Align, Cell, Document, Paper, Table
from unionoffice.documents.tree import Row
from unionoffice.profiles import union

FOLDED = 3


def letter_paper(
    letter: Letter, thread: Sequence[LetterMessage], *, sender: str, files: Sequence[tuple[int, str, bool]]
) -> Document:
    """The sheet, with the sender as far as whoever prints it is told."""
    head = Table(
        rows=[
            [Cell(f"编号：{letter.short_number}"), Cell(f"收到：{in_full(letter.received_on)}", align=Align.RIGHT)]
        ],
        ruled=False,
    )
    handler = str(letter.handler or "")
    rows: list[Row] = [
        ["信　　箱", letter.addressee, "来信方式", letter.get_way_display()],
        ["来信人", sender, "类　　别", letter.get_category_display()],
        ["承办人", handler, "答复期限", in_full(letter.due_on)],
        ["标　　题", Cell(letter.subject, colspan=FOLDED)],
        ["来信内容", Cell(_text(letter.body), colspan=FOLDED)],
        ["附　　件", Cell("、".join(name for _place, name, _photo in files) or "无", colspan=FOLDED)],
        *[_message(message) for message in thread],
        ["来信人评价", letter.get_satisfaction_display() or "未评价", "办结日期", _day(letter)],
        ["领导批示", Cell("　\n　\n　", colspan=FOLDED)],
    ]
    table = Table(widths=(14, 40, 14, 24), rows=rows)
    return Document("来信办理单", [head, table], organisation=union().name, paper=Paper.FORM)


def _message(message: LetterMessage) -> Row:
    return [_who(message), Cell(_said(message), colspan=FOLDED)]


def _who(message: LetterMessage) -> str:
    return "答　　复" if message.is_answer else ("询　　问" if message.by_id is not None else "来信人补充")


def _said(message: LetterMessage) -> str:
    by = f"{message.by}，" if message.by is not None else ""
    return f"{_text(message.text)}\n（{by}{in_full(message.written_on)}）"


def _text(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.strip())


def _day(letter: Letter) -> str:
    return in_full(letter.closed_on) if letter.closed_on else ""
