"""Audiences: a rule that says who is meant, on whatever day it is asked."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.enums import (
    AudienceKey,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    ServiceStatus,
    UnionStatus,
)
from members.permissions import keeps_audiences
from unionoffice.versions import Versioned

Values = tuple[str, ...]
Keys = tuple[int, ...]

WORDS: dict[str, type[models.TextChoices]] = {
    "service": ServiceStatus,
    "union": UnionStatus,
    "gender": Gender,
    "political": PoliticalStatus,
    "posts": PostCategory,
    "contracts": ContractKind,
}
"""Conditions whose values are words of the office."""

RECORDS = ("departments", "groups", "tags", "included", "excluded")
"""Parts whose values are keys of records."""

NUMBERS = ("age_from", "age_to", "hired_within")


@dataclass(frozen=True)
class AudienceRule:
    """Who belongs: all conditions must hold, each for one of its values; an empty one asks nothing.

    Ages are in full years; `hired_within` is in months. Those `included` by name belong whatever the conditions say,
    those `excluded` never do; without any condition only the included belong. Who has left or died belongs only where
    `service` asks for that. A new kind of condition is a new field: rules kept before it ask nothing there.
    """

    service: Values = ()
    union: Values = ()
    gender: Values = ()
    political: Values = ()
    posts: Values = ()
    contracts: Values = ()
    departments: Keys = ()
    groups: Keys = ()
    tags: Keys = ()
    age_from: int | None = None
    age_to: int | None = None
    hired_within: int | None = None
    included: Keys = ()
    excluded: Keys = ()

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The rule as it was stored; ValidationError, in Chinese, for what is none."""
        if unknown := stored.keys() - {field.name for field in fields(cls)}:
            raise ValidationError(_t("范围里有不认识的条件：%(names)s。") % {"names": "、".join(sorted(unknown))})
        parts: dict[str, Any] = {name: tuple(stored.get(name, ())) for name in (*WORDS, *RECORDS)}
        for name, words in WORDS.items():
            if not set(parts[name]) <= set(words.values):
                raise ValidationError(_t("范围里有不认识的取值，请重新选择。"))
        rule = cls(**parts | {name: stored.get(name) for name in NUMBERS})
        rule.check()
        return rule

    def check(self) -> None:
        """ValidationError for a rule that nobody can mean."""
        if not self.has_conditions and not self.included:
            raise ValidationError(_t("请至少选择一个条件，或者点名列入至少一人。"))
        if self.age_from is not None and self.age_to is not None and self.age_from > self.age_to:
            raise ValidationError(_t("年龄下限不能大于上限。"))
        if set(self.included) & set(self.excluded):
            raise ValidationError(_t("同一个人不能既点名列入又点名除外。"))

    @property
    def has_conditions(self) -> bool:
        """Whether it asks anything beyond names."""
        return any(
            value not in ((), None) for name, value in vars(self).items() if name not in ("included", "excluded")
        )

    def stored(self) -> dict[str, Any]:
        """As JSON keeps it: only what is asked."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value not in ((), None)
        }


def check_stored(stored: Any) -> None:
    """A rule's JSON is one that `AudienceRule` reads."""
    if not isinstance(stored, Mapping):
        raise ValidationError(_t("范围的条件写法不对，请重新选择。"))
    AudienceRule.of(stored)


class AudienceQuerySet(models.QuerySet["Audience"]):
    """Questions asked of audiences."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep them."""
        return self if keeps_audiences.test(user) else self.none()


class Audience(Versioned):
    """范围: whom a notice, an activity, a vote or a gift is for, said once and used everywhere.

    `rule` is what `AudienceRule` reads; whoever wants the people asks `members.selectors.audience_members`.
    """

    AUDITED = ("name", "rule", "key")

    name = models.CharField(_("名称"), max_length=40, unique=True)
    rule = models.JSONField(_("条件"), validators=[check_stored])
    key = models.CharField(_("预置范围"), max_length=20, choices=AudienceKey, blank=True, editable=False)

    objects = AudienceQuerySet.as_manager()

    class Meta:
        verbose_name = _("范围")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="seeded_once")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page with its people."""
        return reverse("members:audience-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone."""
        return self.name

    @property
    def is_seeded(self) -> bool:
        """Whether every office has it: then it can't be deleted or renamed."""
        return self.key != ""

    @property
    def asks(self) -> AudienceRule:
        """The rule, read."""
        return AudienceRule.of(self.rule)
