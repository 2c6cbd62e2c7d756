"""Input about schemes: items are pasted as a table, as they stand in Excel."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs import services
from affairs.models import InspectionScheme, marks_text
from affairs.selectors import ItemLine, item_lines
from unionoffice.pages import OfficeModelForm

ROWS = 16
COLUMNS = 4
"""一级指标, 二级指标, 分值, 评分标准."""
LONGEST_ITEM = 200
MOST_MARKS = Decimal("9999.9")
HEADS = {"一级指标", "二级指标", "分值", "评分标准"}
_SEPARATOR = re.compile(r"\t|[|｜]")


class ItemsField(forms.CharField):
    """Items as a table: tabs between the columns, as a paste from Excel brings them, or upright bars as typed."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = _(
            "从 Excel 复制四列粘贴到这里：一级指标、二级指标、分值、评分标准。每行一项；"
            "一级指标与上一行相同的可以留空，没有二级指标的留空。手工填写时各列用“|”隔开。"
        )
        widget = forms.Textarea(attrs={"rows": ROWS, "wrap": "off"})
        super().__init__(**({"label": _("评分指标"), "widget": widget, "help_text": help_text} | kwargs))

    def clean(self, value: Any) -> list[ItemLine]:
        """The items; ValidationError names the line and what is wrong with it."""
        items: list[ItemLine] = []
        problems: list[str] = []
        head = ""
        for number, line in enumerate(super().clean(value).splitlines(), start=1):
            cells = [cell.strip() for cell in _SEPARATOR.split(line, maxsplit=COLUMNS - 1)]
            if not any(cells) or HEADS & set(cells):
                continue
            try:
                item, head = _item(cells, head)
                items.append(item)
            except ValidationError as problem:
                problems.append(_t("第%(number)d行：%(problem)s") % {"number": number, "problem": problem.message})
        if problems:
            raise ValidationError(problems)
        return items


def _item(cells: list[str], head: str) -> tuple[ItemLine, str]:
    """One line, and the first-level item that the next one stands under where it names none."""
    first, second, marks, standard = [*cells, *[""] * (COLUMNS - len(cells))]
    first = first or (head if second else "")
    title = second or first
    if not title:
        raise ValidationError(_t("没有写指标名称。"))
    if max(len(first), len(second)) > LONGEST_ITEM:
        raise ValidationError(_t("指标名称超过%(longest)d字。") % {"longest": LONGEST_ITEM})
    parent = first if second else ""
    return ItemLine(parent, title, _marks(marks), standard), parent


def _marks(text: str) -> Decimal:
    try:
        marks = Decimal(text.removesuffix("分"))
    except InvalidOperation:
        marks = Decimal(0)
    if not marks.is_finite() or not 0 < marks <= MOST_MARKS or marks != round(marks, 1):
        raise ValidationError(_t("分值“%(text)s”应为大于0的数，最多一位小数。") % {"text": text})
    return marks


def as_table(items: Iterable[ItemLine]) -> str:
    """The lines as the field reads them."""
    return "\n".join(
        "\t".join(
            (
                item.parent or item.title,
                item.title if item.parent else "",
                marks_text(item.full_mark),
                " ".join(item.standard.split()),
            )
        )
        for item in items
    )


class SchemeForm(OfficeModelForm):
    """A scheme with its items; a new one may begin as a copy of another."""

    items = ItemsField()

    class Meta:
        model = InspectionScheme
        fields = ["name", "issuer", "valid_from", "full_mark", "note"]
        help_texts = {
            "full_mark": _("通常是100或1000，各项分值合计必须与它相等。"),
            "note": _("印发评分方案的文件名称和文号。"),
        }

    def __init__(self, *args: Any, copied: InspectionScheme | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if copied is not None:
            told = {name: getattr(copied, name) for name in ("name", "issuer", "full_mark", "note")}
            self.initial.update(told, valid_from=self.on.year)
        elif not self.instance.pk:
            self.initial.update(valid_from=self.on.year)
        if source := copied or (self.instance if self.instance.pk else None):
            self.initial["items"] = as_table(item_lines(source))

    def save(self, *, by: Any, on: date) -> InspectionScheme:
        """Keep it."""
        return services.save_scheme(self.instance, items=self.cleaned_data["items"], by=by)
