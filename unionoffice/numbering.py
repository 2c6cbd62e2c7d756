"""Numbers in unbroken order: none is left out, none is used twice."""

import cn2an
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class NumberSeries(models.Model):
    """The last number given in one series of one year."""

    UNAUDITED = "Each number is in the audit entry of the record that carries it."

    name = models.CharField(_("序列"), max_length=60)
    year = models.PositiveSmallIntegerField(_("年度"))
    last = models.PositiveIntegerField(_("最后编号"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "year"], name="one_series_a_year")]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


def next_number(name: str, year: int) -> int:
    """The next number of the series, counting from 1.

    Must run in the transaction that saves the record: the series' row stays locked until then, so that a
    number whose record is taken back is given again, and two records at the same moment get two numbers.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is given inside its record's transaction")
    NumberSeries.objects.get_or_create(name=name, year=year)
    series = NumberSeries.objects.select_for_update().get(name=name, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def ordinal(number: int) -> str:
    """六 for 6, 二十 for 20, 十二 for 12: as 第六届 is written."""
    words: str = cn2an.an2cn(number)
    return words.removeprefix("一") if words.startswith("一十") else words
