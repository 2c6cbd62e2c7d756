"""Adding files to records and taking them away again.

A file and its row live and die together: the disk is touched only when the transaction has ended well.
"""

import hashlib
import re
import unicodedata
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils.translation import gettext as _

from unionoffice import audit
from unionoffice.attachments.kinds import Kind, recognise
from unionoffice.attachments.models import Attachment
from unionoffice.attachments.photos import clean_photo
from unionoffice.attachments.rights import AttachmentRules
from unionoffice.refusal import Refused
from unionoffice.sources import SourceRef

LONGEST_NAME = 120


def rights_of(record: Any) -> AttachmentRules:
    """What the record's model says of its files."""
    rights: AttachmentRules = record.ATTACHMENTS
    return rights


def attachments_of(record: models.Model) -> models.QuerySet[Attachment]:
    """The record's files, in the order in which they came; for a page, see also who reads the sensitive ones."""
    ref = SourceRef.to(record)
    return Attachment.objects.filter(source_model=ref.model, source_key=ref.key)


@transaction.atomic
def attach(record: models.Model, upload: File, *, by: Any, label: str = "", sensitive: bool = False) -> Attachment:
    """Keep a file with a record: photos made anew, everything else byte for byte.

    Refused where the record takes no files from `by` as it stands now, and for a file that is too large, empty,
    damaged, of a kind that the office doesn't take, or of another than its name says. The record's history tells
    of it, of a sensitive one without its name.
    """
    rights = rights_of(record)
    _ensure_may_change(record, by=by)
    name = file_name(upload.name or "")
    try:
        kind, content = taken_in(upload, name)
    except Refused as refusal:
        raise Refused(_("“%(name)s”：%(reason)s") % {"name": name, "reason": refusal}) from None
    attachment = Attachment(
        name=name,
        label=label.strip(),
        kind=kind,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        sensitive=sensitive or rights.all_sensitive,
        uploaded_by=by,
    )
    return _keep(record, attachment, content, by=by)


@transaction.atomic
def copy_attachments(record: models.Model, *, to: models.Model, by: Any) -> None:
    """Give a record the files of another as they are, byte for byte: a photo isn't made anew a second time, and a
    file that nobody changed keeps its digest. Refused like `attach`.
    """
    for file in attachments_of(record):
        _ensure_may_change(to, by=by)
        with file.open() as stored:
            content = stored.read()
        copy = Attachment(
            name=file.name,
            label=file.label,
            kind=file.kind,
            size=file.size,
            digest=file.digest,
            sensitive=file.sensitive,
            uploaded_by=by,
        )
        _keep(to, copy, content, by=by)


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Any) -> None:
    """Delete a file for good. Refused where the record takes no files from `by` as it stands now."""
    record = attachment.record
    _ensure_may_change(record, by=by)
    if not Attachment.objects.select_for_update().filter(pk=attachment.pk).exists():
        raise Refused(_("这个文件已经被删除。请刷新页面查看最新情况。"))
    _remove(attachment, by=by)
    _tell(record, attachment, verb="删除", by=by)


@transaction.atomic
def remove_attachments(record: models.Model, *, by: Any) -> None:
    """Delete the files of a draft that goes too: the service that deletes the draft has asked for the right."""
    for attachment in attachments_of(record):
        _remove(attachment, by=by)


def file_name(given: str) -> str:
    """The name alone, without folders and without characters that don't show or turn the rest around.

    Browsers send a quotation mark as %22. One that is too long loses its middle, never its ending.
    """
    last = re.split(r"[/\\]", given)[-1].replace("%22", '"')
    shown = "".join(char for char in last if unicodedata.category(char)[0] != "C").strip()
    if len(shown) <= LONGEST_NAME:
        return shown
    stem, dot, ending = shown.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 2]}…{dot}{ending}"[-LONGEST_NAME:]


def _keep(record: models.Model, attachment: Attachment, content: bytes, *, by: Any) -> Attachment:
    attachment.source = SourceRef.to(record)
    with audit.deed("上传", by=by):
        attachment.save()
    _tell(record, attachment, verb="上传", by=by)
    transaction.on_commit(lambda: _write(record, attachment, content), robust=True)
    return attachment


def _remove(attachment: Attachment, *, by: Any) -> None:
    path = attachment.path
    with audit.deed("删除", by=by):
        attachment.delete()
    transaction.on_commit(lambda: default_storage.delete(path), robust=True)


def taken_in(upload: File, name: str) -> tuple[Kind, bytes]:
    """What an upload is, and its bytes as the office keeps them; refuses what it doesn't take."""
    if upload.size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
        raise Refused(_("文件超过%(limit)d兆。请压缩或拆分后重新上传。") % {"limit": limit})
    upload.seek(0)
    content = upload.read()
    kind = recognise(content, name)
    return kind, clean_photo(content, kind) if kind.is_photo else content


def _ensure_may_change(record: models.Model, *, by: Any) -> None:
    """Asked of the record as it is now, whose row is held until the transaction ends."""
    current = type(record)._default_manager.select_for_update().get(pk=record.pk)
    if not rights_of(record).may_add.test(by, current):
        raise Refused(_("这条记录现在不能添加或删除文件。请刷新页面查看最新情况。"))


def _tell(record: models.Model, attachment: Attachment, *, verb: str, by: Any) -> None:
    """A line in the record's history: after the file's row is gone, only the record remembers it.

    Therefore a deed of the record's own, and not an entry of the file that the record's page would have to find.
    """
    title = rights_of(record).title
    note = "" if attachment.sensitive else attachment.name
    audit.record_event(record, verb=f"{verb}{title}", by=by, note=note)


def _write(record: models.Model, attachment: Attachment, content: bytes) -> None:
    """To disk; where that fails, as on a full one, the row is taken back, the history says so, and the log why."""
    try:
        default_storage.save(attachment.path, ContentFile(content))
    except OSError:
        with transaction.atomic(), audit.deed("撤销上传", by=None):
            attachment.delete()
            _tell(record, attachment, verb="磁盘写入失败，未能保存", by=None)
        raise
