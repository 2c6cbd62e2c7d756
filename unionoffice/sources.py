"""Links between areas that may not know each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class SourceRef:
    """Points at the record that something comes from, by model name and key alone.

    Never a foreign key and never display text: the link goes sideways or upwards, and what may be shown of
    its target is decided on display, for each viewer.
    """

    model: str
    key: int

    @classmethod
    def to(cls, record: models.Model) -> "SourceRef":
        """A reference to `record`, which must be saved."""
        return cls(record._meta.label, record.pk)

    def record(self) -> Any:
        """The record itself, for the floors' own work; pages use `shown_to`."""
        return apps.get_model(self.model)._default_manager.get(pk=self.key)

    def shown_to(self, user: Any) -> "ShownSource":
        """What `user` may see of the target: text and address, or its number alone."""
        model = apps.get_model(self.model)
        record = model._default_manager.get(pk=self.key)
        visible = model._default_manager.visible_to(user).filter(pk=self.key).exists()
        if visible:
            return ShownSource(str(record), record.get_absolute_url())
        return ShownSource(record.public_number, "")


@dataclass(frozen=True)
class ShownSource:
    """A source as one viewer may see it; without an address it isn't theirs to open."""

    text: str
    url: str


def shown_all(refs: Iterable[SourceRef], user: Any) -> dict[SourceRef, ShownSource]:
    """What `user` may see of many targets: a few queries for each kind of record, however many there are.

    One that is gone, as a draft that was deleted, isn't among them.
    """
    by_model: dict[str, set[int]] = {}
    for ref in refs:
        by_model.setdefault(ref.model, set()).add(ref.key)
    shown = {}
    for name, keys in by_model.items():
        manager = apps.get_model(name)._default_manager
        visible = set(manager.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
        for key, record in manager.in_bulk(keys).items():
            text, url = (str(record), record.get_absolute_url()) if key in visible else (record.public_number, "")
            shown[SourceRef(name, key)] = ShownSource(text, url)
    return shown


def of_visible_sources(user: Any, *, declaring: str) -> models.Q:
    """A condition on records that come from others: `user` may see the source.

    Sources are the models that declare a class attribute of the name `declaring`.
    """
    seen = models.Q(pk__in=[])
    for model in apps.get_models():
        if hasattr(model, declaring):
            visible = model._default_manager.visible_to(user)  # type: ignore[attr-defined]
            seen |= models.Q(source_model=model._meta.label, source_key__in=visible.order_by().values("pk"))
    return seen


class FromSource(models.Model):
    """Fields of a record that may come from another area's record."""

    source_model = models.CharField(_("来源类型"), max_length=80, blank=True, editable=False)
    source_key = models.PositiveBigIntegerField(_("来源记录"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def source(self) -> SourceRef | None:
        """The reference, or None for a record that stands by itself."""
        return SourceRef(self.source_model, self.source_key) if self.source_key is not None else None

    @source.setter
    def source(self, ref: SourceRef | None) -> None:
        self.source_model, self.source_key = (ref.model, ref.key) if ref else ("", None)

    @cached_property
    def source_record(self) -> Any:
        """The record that it comes from, fetched once; only for records that come from somewhere."""
        return SourceRef(self.source_model, self.source_key or 0).record()
