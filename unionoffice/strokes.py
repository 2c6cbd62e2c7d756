"""The strokes of Chinese characters in writing order, for lists 按姓氏笔画.

Each stroke is one of five classes: 1 横, 2 竖, 3 撇, 4 点, 5 折 (GB 13000.1 字符集汉字笔顺规范); 提 counts as 横,
竖钩 as 竖, 捺 as 点.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from unionoffice import audit
from unionoffice.areas import areas
from unionoffice.refusal import Refused

CLASSES = {"横": "1", "提": "1", "竖": "2", "竖钩": "2", "撇": "3", "点": "4", "点2": "4", "捺": "4"}
"""The class of each stroke by its name in the table; every other one turns, and so is 折."""
TURNING = "5"


class StrokeOrder(models.Model):
    """The strokes of one character, entered here: one that the table lacks, or has wrong."""

    AUDITED = ("character", "strokes")

    character = models.CharField(_("字"), max_length=1, unique=True)
    strokes = models.CharField(
        _("笔顺"),
        max_length=64,
        validators=[RegexValidator(r"^[1-5]+$", _("笔顺只用数字1至5，按书写顺序填写。"))],
    )

    class Meta:
        verbose_name = _("笔顺")
        verbose_name_plural = verbose_name
        ordering = ["character"]

    def __str__(self) -> str:
        return self.character

    def get_absolute_url(self) -> str:
        """Where it stands: the page of all that were entered."""
        return reverse("settings:strokes")


@cache
def table() -> Mapping[str, str]:
    """Every character's strokes by class, from the package cnchar-order (MIT) that set-up installs.

    The package is a script that carries two JSON texts: letters by character, and what each letter stands for.
    """
    script = settings.STROKES_FILE.read_text(encoding="utf-8")
    letters, meanings = (json.loads(text) for text in re.findall(r"JSON\.parse\('(.*?)'\)", script, re.DOTALL))
    classes = str.maketrans({letter: CLASSES.get(meaning["name"], TURNING) for letter, meaning in meanings.items()})
    return {character: order.translate(classes) for character, order in letters.items()}


def own_orders() -> Mapping[str, str]:
    """What the office entered itself: it goes before the table. One query."""
    return dict(StrokeOrder.objects.values_list("character", "strokes"))


def lacking(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The characters of these names whose strokes nobody knows, each with the names that carry it."""
    known = own_orders()
    found: dict[str, list[str]] = {}
    for name in names:
        for character in dict.fromkeys(name):
            if is_han(character) and character not in known and character not in table():
                found.setdefault(character, []).append(name)
    return sorted(found.items())


def is_han(character: str) -> bool:
    """Whether it is a Chinese character: of Latin letters and dots nobody counts the strokes."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


@transaction.atomic
def enter_strokes(character: str, strokes: str, *, by: Any) -> StrokeOrder:
    """Say how a character is written, or correct it; every name with it is put in its new place.

    Refuses what is no single Chinese character, and strokes other than the five classes.
    """
    if len(character) != 1 or not is_han(character):
        raise Refused(_t("请只填一个汉字。"))
    if not re.fullmatch(r"[1-5]{1,64}", strokes):
        raise Refused(_t("笔顺只用数字1至5，按书写顺序填写。"))
    order = StrokeOrder.objects.filter(character=character).first() or StrokeOrder(character=character)
    order.strokes = strokes
    with audit.deed("填写笔顺", by=by):
        order.save()
    _names_changed(character)
    return order


@transaction.atomic
def remove_strokes(order: StrokeOrder, *, by: Any) -> None:
    """Take back what was entered of a character: the table counts again, if it has it."""
    character = order.character
    with audit.deed("", by=by):
        order.delete()
    _names_changed(character)


def _names_changed(character: str) -> None:
    for area in areas():
        if area.names is not None:
            area.names.reorder(character)
