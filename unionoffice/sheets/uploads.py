"""Workbooks that were sent in and wait to be applied."""

import base64
import hashlib
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.privacy import SecretField

KEPT_HOURS = 24
"""A file that nobody applied is thrown away after a day: it holds people's data."""


class SheetUploadQuerySet(models.QuerySet["SheetUpload"]):
    """Questions asked of uploads."""

    def visible_to(self, user: Any) -> Self:
        """Only who sent a file in sees its plan."""
        return self.filter(sent_by=user) if user.is_authenticated else self.none()


class SheetUpload(models.Model):
    """A workbook between check and apply: encrypted, found again by its digest, emptied once it was applied."""

    AUDITED = ("kind", "name", "digest", "applied_at")

    kind = models.CharField(_("导入内容"), max_length=40, editable=False)
    name = models.CharField(_("文件名"), max_length=200)
    digest = models.CharField(_("文件摘要"), max_length=64, db_index=True)
    content = SecretField(_("文件内容"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("上传人")
    )
    sent_at = models.DateTimeField(_("上传时间"), auto_now_add=True)
    applied_at = models.DateTimeField(_("导入时间"), null=True, blank=True)

    objects = SheetUploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("导入文件")
        verbose_name_plural = verbose_name
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the plan."""
        return reverse(f"{self.kind}-plan", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it can still be applied: not yet done, and not older than files are kept."""
        return bool(self.content) and self.sent_at >= timezone.now() - timedelta(hours=KEPT_HOURS)

    @property
    def data(self) -> bytes:
        """The workbook as it was sent in; empty once it was applied or is too old."""
        return base64.b64decode(self.content) if self.is_open else b""


def keep_upload(kind: str, name: str, data: bytes, *, by: Any) -> SheetUpload:
    """Keep a workbook until it is applied, and throw away those that nobody applied in time.

    `kind` is the name of the importer's pages without `-plan`, as in `members:roster`.
    """
    forget_stale_uploads()
    return SheetUpload.objects.create(
        kind=kind,
        name=name[-200:],
        digest=hashlib.sha256(data).hexdigest(),
        content=base64.b64encode(data).decode(),
        sent_by=by,
    )


def forget_stale_uploads() -> None:
    """Throw away what is in the workbooks that nobody applied in time."""
    stale = timezone.now() - timedelta(hours=KEPT_HOURS)
    SheetUpload.objects.filter(sent_at__lt=stale).exclude(content=None).update(content="")


def close_upload(upload: SheetUpload) -> None:
    """Note that the workbook was applied and forget its content; call it in the applying transaction."""
    upload.applied_at = timezone.now()
    upload.content = ""  # type: ignore[assignment]
    upload.save()
