"""Rules that law, a province or the school may change: dated values, each with its source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from unionoffice import audit
from unionoffice.money import cents, format_money
from unionoffice.refusal import Refused

SEEDED_FROM = date(2000, 1, 1)
"""From when a seeded value holds: before anything that the office records."""

HUNDRED = 100


class RuleKind(models.TextChoices):
    """What a rule's value is, and so how it is asked for, checked and told."""

    FLAG = "flag", _("是或否")
    COUNT = "count", _("个数")
    DAYS = "days", _("天数")
    MONEY = "money", _("金额")
    PERCENT = "percent", _("百分比")
    CHOICE = "choice", _("选项")


class RuleSetting(models.Model):
    """The value of one rule from a day on. The rule that held on a record's date is the one that counts for it.

    `kind`, `unit` and `choices` are the rule's own, the same in all of its rows, and follow what its area seeds.
    """

    AUDITED = ("key", "label", "value", "valid_from", "source")

    key = models.CharField(_("规则"), max_length=80)
    label = models.CharField(_("名称"), max_length=120)
    kind = models.CharField(_("类型"), max_length=10, choices=RuleKind, default=RuleKind.FLAG)
    unit = models.CharField(_("单位"), max_length=20, blank=True)
    choices = models.JSONField(_("选项"), default=list, blank=True)
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whoever reads rules once no longer does: what they read may be wrong now."""
        _close_book()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """As when it is saved."""
        _close_book()
        return super().delete(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The page of the rule with all of its values."""
        return reverse("settings:rule-detail", args=[self.key])

    @property
    def is_seeded(self) -> bool:
        """Whether the office started with it: from when it holds means nothing then."""
        return self.valid_from == SEEDED_FROM

    @property
    def typed(self) -> Any:
        """The value as code counts with it: an amount in 元 and a percentage are Decimals."""
        return Decimal(self.value) if self.kind in (RuleKind.MONEY, RuleKind.PERCENT) else self.value

    @property
    def words(self) -> str:
        """The value as people say it: 是, 3名, 15个工作日, 2,000.00元, 60%."""
        if self.kind == RuleKind.FLAG:
            return str(_("是")) if self.value else str(_("否"))
        if self.kind == RuleKind.MONEY:
            return f"{format_money(self.typed)}{self.unit}"
        if self.kind == RuleKind.CHOICE:
            return str(dict(self.choices).get(self.value, self.value))
        return f"{self.value}{self.unit}"


@dataclass(frozen=True)
class RuleStanding:
    """One rule on a day: all of its values, the latest first, and which of them holds."""

    settings: tuple[RuleSetting, ...]
    now: RuleSetting | None
    coming: tuple[RuleSetting, ...]

    @classmethod
    def of(cls, settings: Sequence[RuleSetting], on: date) -> "RuleStanding":
        """How a rule stands whose values are these, the latest first."""
        coming = tuple(setting for setting in settings if setting.valid_from > on)
        return cls(tuple(settings), _in_force(settings, on), coming)

    @property
    def past(self) -> tuple[RuleSetting, ...]:
        """The values that held before."""
        return tuple(setting for setting in self.settings if setting is not self.now and setting not in self.coming)


class _Book:
    """What `rules_read_once` has read: nothing before the first question, and nothing again after a change."""

    def __init__(self) -> None:
        self.is_closed = False
        self._by_key: dict[str, list[RuleSetting]] = {}

    def settings(self) -> Mapping[str, Sequence[RuleSetting]]:
        """Every value of every rule, the latest first; one query, the first time."""
        if not self._by_key:
            self._by_key = _by_key(RuleSetting.objects.all())
        return self._by_key


_book: ContextVar[_Book | None] = ContextVar("rules", default=None)


@contextmanager
def rules_read_once() -> Iterator[None]:
    """Inside, the first question for a rule reads them all, and no other is a query: for one request, one job.

    Another thread doesn't see what was read here. Once a rule is changed inside, each question is a query again to
    the end: what a rollback takes back is never remembered. Inside another one it adds nothing.
    """
    if _book.get() is not None:
        yield
        return
    token = _book.set(_Book())
    try:
        yield
    finally:
        _book.reset(token)


class RulesMiddleware:
    """Reads the rules once for each request, and only for one that asks for any."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with rules_read_once():
            return self.get_response(request)


def _close_book() -> None:
    if (book := _book.get()) is not None:
        book.is_closed = True


def _open_book() -> _Book | None:
    book = _book.get()
    return None if book is None or book.is_closed else book


def _by_key(settings: Iterable[RuleSetting]) -> dict[str, list[RuleSetting]]:
    """The order of the values stays."""
    found = defaultdict(list)
    for setting in settings:
        found[setting.key].append(setting)
    return dict(found)


def rule(key: str, *, on: date) -> Any:
    """The value of the rule on a day; KeyError when none was seeded for it.

    A flag is a bool, a count or a number of days an int, an amount in 元 or a percentage a Decimal, a choice its key.
    """
    return rule_setting(key, on=on).typed


def rule_setting(key: str, *, on: date) -> RuleSetting:
    """The same with what pages tell of it: its label, its words, its source."""
    setting = _in_force(values_of(key), on)
    if setting is None:
        raise KeyError(key)
    return setting


def rules_under(prefix: str, *, on: date) -> dict[str, RuleSetting]:
    """The rules in force on a day whose keys begin alike, by the end of their keys: one query."""
    book = _open_book()
    known = book.settings() if book else _by_key(RuleSetting.objects.filter(key__startswith=prefix))
    standing = {key: _in_force(values, on) for key, values in known.items() if key.startswith(prefix)}
    return {key.removeprefix(prefix): setting for key, setting in standing.items() if setting is not None}


def values_of(key: str) -> Sequence[RuleSetting]:
    """All values of a rule, the latest first."""
    book = _open_book()
    return book.settings().get(key, ()) if book else list(RuleSetting.objects.filter(key=key))


def _in_force(settings: Iterable[RuleSetting], on: date) -> RuleSetting | None:
    """Of a rule's values, the latest first, the one of that day."""
    return next((setting for setting in settings if setting.valid_from <= on), None)


def seed_rule(
    key: str,
    *,
    label: str,
    value: Any,
    source: str,
    kind: RuleKind | None = None,
    unit: str = "",
    choices: Sequence[tuple[str, str]] = (),
) -> None:
    """Put the default of a rule in place, once; what the school has changed stays.

    Without a `kind` a bool is a flag and an int a count. Kind, unit and choices are those of the code, in every row.
    ValueError for a value that isn't of its kind.
    """
    kind = kind or _kind_of(value)
    unit = unit or {RuleKind.DAYS: "天", RuleKind.MONEY: "元", RuleKind.PERCENT: "%"}.get(kind, "")
    form = {"kind": kind, "unit": unit, "choices": [list(choice) for choice in choices]}
    try:
        kept = checked_value(kind, value, choices=form["choices"])
    except Refused as refusal:
        raise ValueError(f"{key}: {refusal}") from refusal
    RuleSetting.objects.get_or_create(
        key=key, valid_from=SEEDED_FROM, defaults={"label": label, "value": kept, "source": source, **form}
    )
    RuleSetting.objects.filter(key=key).exclude(**form).update(**form)
    _close_book()


def _kind_of(value: Any) -> RuleKind:
    kinds = {bool: RuleKind.FLAG, int: RuleKind.COUNT}
    if type(value) not in kinds:
        raise ValueError(value)
    return kinds[type(value)]


def checked_value(kind: str, value: Any, *, choices: Iterable[Sequence[str]] = ()) -> Any:
    """The value as its row keeps it; refuses one that isn't of the kind, with what is expected."""
    if kind == RuleKind.FLAG:
        return _must(value, isinstance(value, bool), _t("请选择“是”或“否”。"))
    if kind in (RuleKind.COUNT, RuleKind.DAYS):
        return _must(value, type(value) is int and value >= 0, _t("请填写0或更大的整数。"))
    if kind == RuleKind.CHOICE:
        return _must(value, value in [key for key, _label in choices], _t("请从列出的选项中选一个。"))
    number = _number(value)
    if kind == RuleKind.PERCENT:
        _must(value, number is not None and 0 <= number <= HUNDRED, _t("请填写0到100之间的百分比，例如 60。"))
        return str(number)
    _must(value, number is not None and number >= 0 and number == cents(number), _t("请填写金额，最多两位小数。"))
    return str(cents(number or Decimal(0)))


def _must(value: Any, fits: bool, sentence: str) -> Any:  # noqa: FBT001 -- reads as a sentence where it is called
    if not fits:
        raise Refused(sentence)
    return value


def _number(value: Any) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@transaction.atomic
def set_rule(key: str, value: Any, *, valid_from: date, source: str, by: Any) -> RuleSetting:
    """Let a rule have a new value from a day on, with its source; earlier values stay for the records of their time.

    Refuses a value of another kind, a day that has a value already, and a day before all of them.
    """
    known = RuleSetting.objects.select_for_update().filter(key=key)
    last = known.first()
    if last is None:
        raise KeyError(key)
    if valid_from < SEEDED_FROM:
        raise Refused(_t("生效日期不能早于 %(day)s。") % {"day": SEEDED_FROM})
    if known.filter(valid_from=valid_from).exists():
        raise Refused(_t("%(day)s 已经有一个取值，请换一个生效日期，或先撤回那一个。") % {"day": valid_from})
    kept = checked_value(last.kind, value, choices=last.choices)
    with audit.deed("设定", by=by):
        return RuleSetting.objects.create(
            key=key,
            label=last.label,
            kind=last.kind,
            unit=last.unit,
            choices=last.choices,
            value=kept,
            valid_from=valid_from,
            source=source,
        )


@transaction.atomic
def withdraw_rule(setting: RuleSetting, *, by: Any, on: date) -> None:
    """Take back a value that isn't in force yet, as if it had never been set; refuses one that is."""
    if setting.valid_from <= on:
        raise Refused(_t("这个取值从 %(day)s 起已经生效，不能撤回。请设定新的取值。") % {"day": setting.valid_from})
    with audit.deed("撤回", by=by):
        setting.delete()
