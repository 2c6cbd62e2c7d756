"""Amounts: how they are kept, printed, and written in capitals."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from unionoffice.money import MoneyField, capital_amount, cents, format_money

CAPITALS = (
    ("0", "零元整"),
    ("0.01", "壹分"),
    ("0.10", "壹角整"),
    ("0.19", "壹角玖分"),
    ("1", "壹元整"),
    ("1.50", "壹元伍角整"),
    ("10", "壹拾元整"),
    ("10.05", "壹拾元零伍分"),
    ("100.10", "壹佰元壹角整"),
    ("105", "壹佰零伍元整"),
    ("300", "叁佰元整"),
    ("1000", "壹仟元整"),
    ("1005.00", "壹仟零伍元整"),
    ("1234.56", "壹仟贰佰叁拾肆元伍角陆分"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("2000.02", "贰仟元零贰分"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("10000", "壹万元整"),
    ("10010", "壹万零壹拾元整"),
    ("38600", "叁万捌仟陆佰元整"),
    ("100000", "壹拾万元整"),
    ("1000001", "壹佰万零壹元整"),
    ("10000000", "壹仟万元整"),
    ("100000000", "壹亿元整"),
    ("100010000.08", "壹亿零壹万元零捌分"),
    ("99999999999.99", "玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
)

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = {"拾": 10, "佰": 100, "仟": 1000}
AMOUNTS = st.decimals(min_value=0, max_value=Decimal("99999999999.99"), places=2)


def read_whole(words: str) -> int:
    """What a person reads from the capitals before 元."""
    for big, size in (("亿", 10**8), ("万", 10**4)):
        if big in words:
            high, low = words.split(big)
            return read_whole(high) * size + read_whole(low)
    total = digit = 0
    for sign in words:
        if sign in UNITS:
            total += digit * UNITS[sign]
            digit = 0
        else:
            digit = DIGITS.index(sign)
    return total + digit


def read(words: str) -> Decimal:
    """What a person reads from the capitals, in 元."""
    words = words.removesuffix("整")
    whole, rest = words.split("元") if "元" in words else ("", words)
    total = Decimal(read_whole(whole))
    for unit, size in (("角", Decimal("0.10")), ("分", Decimal("0.01"))):
        if unit in rest:
            sign, rest = rest.split(unit)
            total += DIGITS.index(sign[-1]) * size
    return total


class TestCapitalAmount:
    @pytest.mark.parametrize(("amount", "words"), CAPITALS)
    def test_is_written_as_the_accounting_rules_want(self, amount, words):
        assert capital_amount(Decimal(amount)) == f"人民币{words}"

    @given(AMOUNTS)
    def test_says_the_amount(self, amount):
        assert read(capital_amount(amount).removeprefix("人民币")) == amount

    @given(AMOUNTS)
    def test_ends_with_whole_exactly_when_there_are_no_cents(self, amount):
        words = capital_amount(amount)
        assert (words[-1], words.count("整")) == (("分", 0) if amount * 10 % 1 else ("整", 1))

    @given(AMOUNTS)
    def test_has_one_zero_for_several_and_none_before_a_unit(self, amount):
        words = capital_amount(amount)
        wrong = ("零零", "零拾", "零佰", "零仟", "零万", "零亿", "零角", "零分")
        assert [sign for sign in wrong if sign in words] == []

    @given(AMOUNTS.filter(lambda amount: amount > 0))
    def test_begins_with_a_digit_directly_after_the_currency(self, amount):
        assert capital_amount(amount)[3] in DIGITS[1:]


class TestCents:
    @pytest.mark.parametrize(
        ("amount", "rounded"),
        [
            ("1", "1.00"),
            ("0.004", "0.00"),
            ("0.005", "0.01"),
            ("0.015", "0.02"),
            ("0.025", "0.03"),
            ("2.675", "2.68"),
        ],
    )
    def test_half_a_cent_goes_up(self, amount, rounded):
        assert str(cents(Decimal(amount))) == rounded


class TestFormatMoney:
    @pytest.mark.parametrize(
        ("amount", "text"),
        [("0", "0.00"), ("1000", "1,000.00"), ("12345.6", "12,345.60"), ("99999999999.99", "99,999,999,999.99")],
    )
    def test_has_two_places_and_thousands(self, amount, text):
        assert format_money(Decimal(amount)) == text


class TestMoneyField:
    @pytest.mark.parametrize("amount", ["0", "0.01", "99999999999.99"])
    def test_takes_what_a_ledger_can_hold(self, amount):
        assert MoneyField().clean(Decimal(amount), None) == Decimal(amount)

    @pytest.mark.parametrize("amount", ["-0.01", "0.001", "100000000000", "NaN", "Infinity", "一百"])
    def test_refuses_anything_else(self, amount):
        with pytest.raises(ValidationError):
            MoneyField().clean(amount, None)

    def test_is_described_to_migrations_as_it_was_declared(self):
        field = MoneyField("金额", max_digits=8)
        _name, path, args, kwargs = field.deconstruct()
        assert (path, args) == ("unionoffice.money.MoneyField", [])
        assert kwargs == {"verbose_name": "金额", "max_digits": 8, "decimal_places": 2}

    def test_is_a_decimal_of_two_places(self):
        assert (MoneyField().get_internal_type(), MoneyField().decimal_places) == ("DecimalField", 2)
        assert issubclass(MoneyField, models.DecimalField)
