"""Amounts of money in 元: always `Decimal` with two places, never float."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import cn2an
from django.core.validators import MinValueValidator
from django.db import models

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


class MoneyField(models.DecimalField):
    """An amount in 元 up to 99,999,999,999.99; never below zero."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 13)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, MinValueValidator(Decimal(0))]


def cents(amount: Decimal) -> Decimal:
    """The amount rounded to 分, half a 分 upwards."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def format_money(amount: Decimal) -> str:
    """Two places and thousands separators: 12,345.60."""
    return f"{cents(amount):,}"


def capital_amount(amount: Decimal) -> str:
    """The amount in capitals for a paper: 人民币 directly before, 整 after 元 and 角, never after 分.

    Source: 会计基础工作规范 on writing amounts. 整 after 角 is optional there; we write it.
    """
    words = cn2an.an2cn(str(cents(amount)), "rmb")
    if not words.endswith(("整", "分")):
        words += "整"
    return f"人民币{words}"
