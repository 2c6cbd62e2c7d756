"""The trail of every change: who did what to which record, when, and which fields changed.

Each model says `AUDITED`, the fields whose values are kept, and perhaps `SENSITIVE`, the fields that are
named as changed without their value; or it says `UNAUDITED` with the reason. Single saves are logged by
django-auditlog; what is written in bulk records its own entries with `record_many`.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from auditlog.context import disable_auditlog
from auditlog.models import AbstractLogEntry, LogEntryManager
from auditlog.registry import auditlog
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionoffice.administration.permissions import sees_every_trail

if TYPE_CHECKING:
    from unionoffice.trail import Change

HIDDEN = "（不显示）"
"""Stands in the trail for both values of a sensitive field that changed."""


@dataclass(frozen=True)
class Deed:
    """What is being done to records right now, in the words of the office."""

    verb: str
    by: Any
    note: str = ""


_deed: ContextVar[Deed | None] = ContextVar("deed", default=None)
_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


class TrailQuerySet(models.QuerySet["LogEntry"]):
    """Questions asked of the trail."""

    def visible_to(self, user: Any) -> Self:
        """An entry is as visible as its record.

        Decided by kind of record, in one query however long the trail: a kind of which the user sees every record is
        let through whole, of another the entries of the records that `visible_to` gives; with a deleted record only
        those who see all of its kind see its entries. Kinds that don't say to whom they are visible are for those
        who answer for the whole office. A kind whose history tells more than its records says in `READS_TRAIL` who
        reads it.
        """
        if not user.is_authenticated:
            return self.none()
        shown, whole = models.Q(pk__in=[]), []
        kinds = [model for model in own_models() if hasattr(model, "AUDITED")]
        for model, kind in ContentType.objects.get_for_models(*kinds).items():
            readers = getattr(model, "READS_TRAIL", None)
            if readers is not None and not readers.test(user):
                continue
            ask = getattr(model._default_manager, "visible_to", None)
            records = ask(user) if ask else None
            if records is None:
                whole += [kind.pk] * sees_every_trail.test(user)
            elif not records.query.where:
                whole.append(kind.pk)
            elif not records.query.is_empty():
                shown |= models.Q(content_type=kind, object_id__in=records.order_by().values("pk"))
        return self.filter(shown | models.Q(content_type__in=whole))


class LogEntry(AbstractLogEntry):
    """One line of the trail. `verb` and `note` are empty where somebody just filled in a form."""

    UNAUDITED = "It is the trail itself: entries are written once and never changed."

    verb = models.CharField(_("做了什么"), max_length=60, blank=True)
    note = models.TextField(_("说明"), blank=True)
    actor_name = models.CharField(_("何人"), max_length=60, blank=True)

    told: "tuple[Change, ...]" = ()
    """The changes in words, once `unionoffice.trail.told` has put them there for one reader."""

    objects = LogEntryManager.from_queryset(TrailQuerySet)()

    class Meta(AbstractLogEntry.Meta):
        verbose_name = _("操作记录")
        verbose_name_plural = verbose_name
        indexes = [models.Index(fields=["content_type", "object_id", "-timestamp"], name="trail_of_a_record")]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.what}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take verb, note, actor and address from the deed and the request at hand.

        The actor's name is kept as it is today: an account may be renamed later, a trail may not.
        """
        deed, request = _deed.get(), _request.get()
        self.remote_addr = _address_at_hand()
        if request is not None:
            self.actor = request.user if request.user.is_authenticated else None
        if deed is not None:
            self.verb, self.note, self.actor = deed.verb, deed.note, deed.by
        self.actor_name = _name_of(self.actor)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The page of the entry, with what changed."""
        return reverse("trail-entry", args=[self.pk])

    @property
    def what(self) -> str:
        """The entry as the second half of a sentence: 批准慰问, 新建, 修改职称、电话."""
        if self.verb:
            return self.verb
        if self.action == self.Action.CREATE:
            return "新建"
        if self.action == self.Action.DELETE:
            return "删除"
        return "修改" + "、".join(self.changed_labels)

    @property
    def is_correction(self) -> bool:
        """Whether fields were corrected; what a move from state to state fills in, its verb says well enough."""
        return self.action == self.Action.UPDATE and "status" not in (self.changes or {})

    @property
    def changed_labels(self) -> list[str]:
        """The changed fields by the names that pages use, in the order of the model: a database may keep another."""
        model, changes = self.content_type.model_class(), self.changes or {}
        known = [field.name for field in model._meta.get_fields() if field.name in changes] if model else []
        return [_label_of(model, name) for name in dict.fromkeys((*known, *sorted(changes)))]


def _label_of(model: type[models.Model] | None, name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name) if model else name  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return name


class AuditMiddleware:
    """Lets entries know the request in which they are written.

    Ours instead of the library's, which connects a signal for every request and trusts the leftmost
    X-Forwarded-For, a header that any client can write.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)


def address_of(request: HttpRequest) -> str | None:
    """The address that the request came from: behind a proxy of ours, the last one that it names."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR") or None


@contextmanager
def deed(verb: str, *, by: Any, note: str = "") -> Iterator[None]:
    """Every entry written inside says `verb`, by whom and why."""
    token = _deed.set(Deed(verb, by, note))
    try:
        yield
    finally:
        _deed.reset(token)


@contextmanager
def untold() -> Iterator[None]:
    """What is saved inside leaves no line: its service records one for many savings, as of a draft that is typed."""
    with disable_auditlog():
        yield


def record_event(record: models.Model, *, verb: str, by: Any, note: str = "") -> None:
    """Add to a record's history what was done with it, or befell it, without changing a field of its own."""
    with deed(verb, by=by, note=note):
        LogEntry.objects.log_create(record, force_log=True, action=LogEntry.Action.UPDATE, changes={})


def record_many(
    records: Iterable[models.Model],
    *,
    verb: str,
    by: Any,
    changes: dict[Any, dict[str, list[str]]] | None = None,
    deleted: bool = False,
) -> None:
    """Write one entry for each of `records` that a bulk write made, changed, or is about to delete.

    `changes` has for each primary key the fields with old and new value; a record that isn't there was created.
    Sensitive values must already be `HIDDEN` there.
    """
    changes = changes or {}
    address = _address_at_hand()
    made = LogEntry.Action.DELETE if deleted else LogEntry.Action.CREATE
    entries = [
        LogEntry(
            content_type=ContentType.objects.get_for_model(record),
            object_pk=str(record.pk),
            object_id=record.pk,
            object_repr=str(record),
            action=LogEntry.Action.UPDATE if record.pk in changes else made,
            changes=changes.get(record.pk, {}),
            actor=by,
            actor_name=_name_of(by),
            verb=verb,
            remote_addr=address,
        )
        for record in records
    ]
    LogEntry.objects.bulk_create(entries, batch_size=500)


def trail_of(*records: models.Model) -> models.QuerySet[LogEntry]:
    """The entries of a record, or of several that are read as one, newest first. Who may see it may see these.

    A record that took the place of others says in `former_keys` which: their history is its own now.
    """
    found = models.Q(pk__in=[])
    for record in records:
        keys = models.Q(object_id=record.pk)
        if hasattr(record, "former_keys"):
            keys |= models.Q(object_id__in=record.former_keys)
        found |= models.Q(keys, content_type=ContentType.objects.get_for_model(record))
    return LogEntry.objects.filter(found).select_related("content_type").order_by("-timestamp", "-pk")


def own_models() -> list[type[models.Model]]:
    """The models of the project itself, without those of libraries."""
    labels = {"unionoffice", *(name.split(".")[0] for name in settings.AREAS)}
    return [model for model in apps.get_models() if model._meta.app_label in labels]


def register_models() -> None:
    """Hand every model that says AUDITED to django-auditlog. Called once, when Django is ready."""
    for model in own_models():
        if hasattr(model, "AUDITED"):
            sensitive = list(getattr(model, "SENSITIVE", ()))
            auditlog.register(
                model,
                include_fields=[*model.AUDITED, *sensitive],
                mask_fields=sensitive,
                mask_callable="unionoffice.audit.hide",
            )


def hide(value: str) -> str:
    """Masks a sensitive value wholly: whether it was there is all that the trail tells."""
    return HIDDEN if value and value != "None" else value


def _address_at_hand() -> str | None:
    request = _request.get()
    return address_of(request) if request is not None else None


def _name_of(user: Any) -> str:
    return str(user) if user is not None else ""
