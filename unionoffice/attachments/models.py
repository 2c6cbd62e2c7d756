"""Files that belong to records of any area."""

from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import models
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from unionoffice.attachments.kinds import Kind
from unionoffice.attachments.rights import AttachmentRules
from unionoffice.sources import FromSource, SourceRef, of_visible_sources

TOKEN_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"  # noqa: S105 -- one case: some disks don't tell them apart
TOKEN_LENGTH = 32

LARGEST_TABLE = 2 * 1024 * 1024
"""Bytes of a workbook that is read while somebody waits for the page."""


def new_token() -> str:
    """A name that nobody guesses, 165 bits, and that tells nothing of the file."""
    return get_random_string(TOKEN_LENGTH, TOKEN_ALPHABET)


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Questions asked of files."""

    def visible_to(self, user: Any) -> Self:
        """As visible as their records. Sensitive ones are left out: who reads those is asked of each record, by
        `Attachment.record_for`.
        """
        return self.filter(of_visible_sources(user, declaring="ATTACHMENTS"), sensitive=False)


class Attachment(FromSource):
    """附件: a file of one record, kept on disk under a random name. It is added and removed, never changed.

    Its own name and label may tell what only few may know: they stand in the history of the record, where they may.
    """

    AUDITED = ("source_model", "source_key", "kind", "size", "digest", "sensitive")

    token = models.CharField(_("存储名"), max_length=TOKEN_LENGTH, unique=True, default=new_token, editable=False)
    name = models.CharField(_("文件名"), max_length=120)
    label = models.CharField(_("说明"), max_length=60, blank=True)
    kind = models.CharField(_("类型"), max_length=8, choices=Kind)
    size = models.PositiveIntegerField(_("大小（字节）"))
    digest = models.CharField(_("文件摘要"), max_length=64)
    sensitive = models.BooleanField(_("内部材料"), default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("上传人")
    )
    uploaded_at = models.DateTimeField(_("上传时间"), auto_now_add=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("附件")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        indexes = [models.Index(fields=["source_model", "source_key"], name="files_of_a_record")]
        constraints = [
            models.CheckConstraint(condition=models.Q(source_key__isnull=False), name="file_has_its_record"),
        ]

    def __str__(self) -> str:
        return str(_("内部材料")) if self.sensitive else self.name

    def get_absolute_url(self) -> str:
        """The file itself."""
        return reverse("attachment", args=[self.token])

    @property
    def path(self) -> str:
        """Where it lies under MEDIA_ROOT, in folders that stay short."""
        return f"attachments/{self.token[:2]}/{self.token}"

    @property
    def is_photo(self) -> bool:
        """Whether a browser may show it."""
        return Kind(self.kind).is_photo

    @property
    def shown_as(self) -> str:
        """How a page shows it: as a `photo`, a `pdf` or a `table`; empty for what is only ever saved."""
        if self.is_photo:
            return "photo"
        if self.kind == Kind.PDF:
            return "pdf"
        is_table = self.kind == Kind.XLSX or (self.kind == Kind.TEXT and self.name.lower().endswith(".csv"))
        return "table" if is_table and self.size <= LARGEST_TABLE else ""

    def open(self) -> File:
        """The bytes; raises FileNotFoundError where the disk has lost them."""
        return default_storage.open(self.path)

    @property
    def record(self) -> Any:
        """The record that it belongs to, for services; pages use `record_for`."""
        return SourceRef(self.source_model, self.source_key).record()  # type: ignore[arg-type]  # never NULL here

    def record_for(self, user: Any) -> Any:
        """The record that it belongs to, if `user` may see it and read this file, else None."""
        model: Any = apps.get_model(self.source_model)
        record = model._default_manager.visible_to(user).filter(pk=self.source_key).first()
        rights: AttachmentRules = model.ATTACHMENTS
        if record is None or (self.sensitive and not rights.reads_sensitive.test(user, record)):
            return None
        return record
