"""Files as people send them in, and as people with other intentions do."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

OLD_WORKBOOK = Path(__file__).parents[2] / "cases" / "sheets" / "old_format.xls"
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
RED, BLUE = (200, 30, 20), (20, 30, 200)

WORDS = "wordprocessingml.document.main+xml"
SHEETS = "spreadsheetml.sheet.main+xml"
SLIDES = "presentationml.presentation.main+xml"
WITH_MACROS = "ms-word.document.macroEnabled.main+xml"


def upload(content, name, claimed="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type=claimed)


def photo(kind="JPEG", size=(40, 20), *, mode="RGB", **saving):
    """A picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, BLUE)
    picture.paste(RED, (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    picture.convert(mode).save(out, format=kind, **saving)
    return out.getvalue()


def photo_with_a_place(kind="JPEG", *, orientation=1, **kwargs):
    """As a phone takes it: with the camera's name, the position, a comment, and which side is up."""
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0)})
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "Kamera")
    extras = {"JPEG": {"comment": "Kamera", "xmp": b"<x>Kamera</x>"}, "PNG": {"pnginfo": notes}, "WEBP": {}}
    return photo(kind, exif=exif, **extras[kind], **kwargs)


def package(*types, parts=()):
    """A zip with the index of its parts that office programs write."""
    index = "".join(f'<Override ContentType="application/vnd.openxmlformats-officedocument.{one}"/>' for one in types)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f"<Types>{index}</Types>")
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def plain_zip():
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("总结.txt", "一年")
    return out.getvalue()


def word():
    out = BytesIO()
    document = docx.Document()
    document.add_paragraph("住院证明")
    document.save(out)
    return out.getvalue()


def workbook():
    out = BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def compound(*streams):
    """The outside of an old office document: its signature and the names of what is in it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"".join(f"{name}\0".encode("utf-16-le") for name in streams)


def measured(content):
    """Format and size of a picture."""
    with Image.open(BytesIO(content)) as picture:
        return picture.format, picture.size


def colour_at(content, place):
    """Which of the two colours a picture has there."""
    with Image.open(BytesIO(content)) as picture:
        red, _green, blue = picture.convert("RGB").getpixel(place)
    return RED if red > blue else BLUE
