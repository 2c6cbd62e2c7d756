"""Rules that law, a province or the school may change: dated values, each with its source."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class RuleSetting(models.Model):
    """The value of one rule from a day on. The rule that held on a record's date is the one that counts for it."""

    AUDITED = ("key", "label", "value", "valid_from", "source")

    key = models.CharField(_("规则"), max_length=80)
    label = models.CharField(_("名称"), max_length=120)
    value = models.JSONField(_("取值"))
    valid_from = models.DateField(_("自何日起"))
    source = models.TextField(_("依据"))

    class Meta:
        verbose_name = _("规则取值")
        verbose_name_plural = verbose_name
        ordering = ["key", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["key", "valid_from"], name="one_value_a_day")]

    def __str__(self) -> str:
        return f"{self.label}（{self.valid_from}起）"


def rule(key: str, *, on: date) -> Any:
    """The value of the rule on a day; KeyError when none was seeded for it."""
    setting = RuleSetting.objects.filter(key=key, valid_from__lte=on).order_by("-valid_from").first()
    if setting is None:
        raise KeyError(key)
    return setting.value


def seed_rule(key: str, *, label: str, value: Any, source: str) -> None:
    """Put the default of a rule in place, once; what the school has changed stays."""
    RuleSetting.objects.get_or_create(
        key=key,
        valid_from=date(2000, 1, 1),
        defaults={"label": label, "value": value, "source": source},
    )
