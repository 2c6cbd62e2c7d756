"""Rich text out of a cell, for every table that brings texts along."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from unionoffice.richtext import cleaned, plain
from unionoffice.sheets import Unfit, limits_of, text
from unionoffice.sheets.parsing import Parser


def rich_text_of(model: type[models.Model], field: str) -> Parser:
    """A parser that gives a text as the field stores it, so that the same table again says the same.

    It is the words that are counted against what the field takes, not their markup.
    """
    longest = limits_of(model)[field]

    def parse(cell: Any) -> str:
        body = cleaned(text(cell))
        if longest and len(plain(body)) > longest:
            raise Unfit("too_long", _("最多%(limit)d个字，请缩短。") % {"limit": longest})
        return body

    return parse
