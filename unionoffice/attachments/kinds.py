"""What a file is, by its content: its name and what a browser says of it can be wrong, or meant to deceive."""

import re
import struct
import zlib
from io import BytesIO
from typing import NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionoffice.refusal import Refused
from unionoffice.sheets.safety import (
    MAX_PARTS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_MATTERS_FROM_BYTES,
    is_package,
)


class Kind(TextChoices):
    """What the office takes. Nothing that a browser would run, and nothing with macros."""

    JPEG = "jpeg", gettext_lazy("JPEG 照片")
    PNG = "png", gettext_lazy("PNG 图片")
    WEBP = "webp", gettext_lazy("WebP 图片")
    PDF = "pdf", gettext_lazy("PDF 文件")
    DOCX = "docx", gettext_lazy("Word 文档")
    XLSX = "xlsx", gettext_lazy("Excel 表格")
    PPTX = "pptx", gettext_lazy("PowerPoint 演示文稿")
    DOC = "doc", gettext_lazy("旧版 Word 文档")
    XLS = "xls", gettext_lazy("旧版 Excel 表格")
    PPT = "ppt", gettext_lazy("旧版 PowerPoint 演示文稿")
    TEXT = "text", gettext_lazy("纯文本")

    @property
    def endings(self) -> tuple[str, ...]:
        """How the name of such a file may end; those of WPS Office hold the same as Microsoft's."""
        return _ENDINGS[self]

    @property
    def content_type(self) -> str:
        """What a browser is told."""
        return _CONTENT_TYPES[self]

    @property
    def is_photo(self) -> bool:
        """Whether it is made anew on arrival, and may therefore be shown in the browser."""
        return self in PHOTOS


PHOTOS = (Kind.JPEG, Kind.PNG, Kind.WEBP)

_ENDINGS = {
    Kind.JPEG: (".jpg", ".jpeg"),
    Kind.PNG: (".png",),
    Kind.WEBP: (".webp",),
    Kind.PDF: (".pdf",),
    Kind.DOCX: (".docx",),
    Kind.XLSX: (".xlsx",),
    Kind.PPTX: (".pptx",),
    Kind.DOC: (".doc", ".wps"),
    Kind.XLS: (".xls", ".et"),
    Kind.PPT: (".ppt", ".dps"),
    Kind.TEXT: (".txt", ".csv"),
}
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_CONTENT_TYPES = {
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
    Kind.PDF: "application/pdf",
    Kind.DOCX: f"{_OPEN_XML}wordprocessingml.document",
    Kind.XLSX: f"{_OPEN_XML}spreadsheetml.sheet",
    Kind.PPTX: f"{_OPEN_XML}presentationml.presentation",
    Kind.DOC: "application/msword",
    Kind.XLS: "application/vnd.ms-excel",
    Kind.PPT: "application/vnd.ms-powerpoint",
    Kind.TEXT: "text/plain",
}
ACCEPT = ",".join((*(kind.content_type for kind in PHOTOS), *(end for kind in Kind for end in kind.endings)))
"""For a file input: a phone that reads of images offers its camera, and an iPhone turns HEIC into JPEG."""

_SIGNATURES = {
    Kind.JPEG: re.compile(rb"\xff\xd8\xff"),
    Kind.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    Kind.WEBP: re.compile(rb"RIFF....WEBP", re.DOTALL),
    Kind.PDF: re.compile(rb"%PDF-"),
}
_HEIC = re.compile(rb"....ftyp(?:heic|heix|hevc|mif1|msf1)", re.DOTALL)
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_TYPES = "[Content_Types].xml"
_MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": Kind.DOCX,
    b"spreadsheetml.sheet.main+xml": Kind.XLSX,
    b"presentationml.presentation.main+xml": Kind.PPTX,
}
_STREAMS = {"WordDocument": Kind.DOC, "Workbook": Kind.XLS, "Book": Kind.XLS, "PowerPoint Document": Kind.PPT}
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def recognise(content: bytes, name: str) -> Kind:
    """The kind of a file, which its name must agree with; refuses every other kind and what is damaged or empty."""
    if not content:
        raise Refused(_("文件是空的。请确认内容后重新选择。"))
    kinds = _kinds_of(content)
    named = next((kind for kind in kinds if name.lower().endswith(kind.endings)), None)
    if named is None:
        raise Refused(
            _("内容是%(kind)s，文件名却不以%(endings)s结尾。请核对是否选错文件，或改正文件名后重新上传。")
            % {"kind": kinds[0].label, "endings": _("或").join(kinds[0].endings)}
        )
    return named


def _kinds_of(content: bytes) -> list[Kind]:
    """What the content can be: an old office document may hold one of another kind inside it."""
    simple = [kind for kind, signature in _SIGNATURES.items() if signature.match(content)]
    if simple:
        return simple
    if is_package(content):
        return [_kind_of_package(content)]
    if content.startswith(_COMPOUND):
        return _kinds_of_compound(content)
    if _HEIC.match(content):
        raise Refused(_("不能上传 HEIC 格式的照片。请在手机相册中把它另存为 JPEG 格式后重新上传。"))
    if not _is_text(content):
        _refuse_kind()
    return [Kind.TEXT]


def _refuse_kind() -> NoReturn:
    raise Refused(_("不能上传这种文件。可以上传照片、PDF、Word、Excel、PowerPoint 和纯文本文件。"))


def _refuse_macros() -> NoReturn:
    raise Refused(_("文件含有宏。请另存为不含宏的文件后重新上传。"))


def _kind_of_package(content: bytes) -> Kind:
    """A document of today's office programs, told by the types of its parts; unpacked once to see it is whole."""
    try:
        with ZipFile(BytesIO(content)) as package:
            _ensure_modest(package)
            whole = package.testzip() is None
            names = package.namelist()
            types = package.read(_TYPES) if _TYPES in names else b""
    except (BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, struct.error, zlib.error):
        whole = False
    if not whole:
        raise Refused(_("文件已损坏或不完整。请打开原文件，另存一份后重新上传。"))
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        _refuse_macros()
    kind = next((kind for part, kind in _MAIN_PARTS.items() if part in types), None)
    if kind is None:
        raise Refused(_("不能上传压缩文件。请解压后上传其中的文件。"))
    return kind


def _ensure_modest(package: ZipFile) -> None:
    """Refuse what would unpack to far more than its size suggests, on our machine or on a reader's."""
    entries = package.infolist()
    swollen = any(
        entry.file_size > max(RATIO_MATTERS_FROM_BYTES, entry.compress_size * MAX_RATIO) for entry in entries
    )
    if swollen or len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise Refused(_("文件展开后过大。请精简内容，另存一份后重新上传。"))
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise BadZipFile


def _kinds_of_compound(content: bytes) -> list[Kind]:
    """A document of older office programs, known by the names of the streams in it."""
    if _named(content, "EncryptedPackage"):
        raise Refused(_("文件设有打开密码。请取消密码，另存一份后重新上传。"))
    if _named(content, "_VBA_PROJECT"):
        _refuse_macros()
    kinds = [kind for stream, kind in _STREAMS.items() if _named(content, stream)]
    if not kinds:
        _refuse_kind()
    return kinds


def _named(content: bytes, stream: str) -> bool:
    """Whether a directory names the stream. Names there end with a NUL."""
    return f"{stream}\0".encode("utf-16-le") in content


def _is_text(content: bytes) -> bool:
    """Words without markup, in UTF-8 or the encoding of Chinese Windows."""
    if _NOT_IN_TEXT.search(content):
        return False
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return not content.decode(encoding).lstrip().startswith("<")
        except UnicodeDecodeError:
            continue
    return False
