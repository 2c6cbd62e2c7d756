"""Files that come with letters: cleaned of what they tell beside what they show, and named by us."""

from collections.abc import Sequence
from io import BytesIO

from django.core.files import File
from django.utils.translation import gettext as _
from PIL import Image, ImageCms

from affairs.models import Letter, LetterFile
from unionoffice.attachments import Kind, taken_in
from unionoffice.refusal import Refused

MOST = 3
LARGEST_BYTES = 5 * 1024 * 1024
"""What is kept in a row of the database stays small; a photo that was made anew has a tenth of it."""


def keep_files(letter: Letter, files: Sequence[File], *, may_be_pdf: bool) -> None:
    """Keep photos, made anew, and PDFs with a letter; refuses others, and more than `MOST`.

    With an anonymous letter there is no PDF: it names its author, program and time in more places than can be
    cleaned for certain. A photo of the page says the same.
    """
    if len(files) > MOST:
        raise Refused(_("最多附%(most)d个文件。") % {"most": MOST})
    for position, file in enumerate(files, start=1):
        kind, content = taken_in(file, file.name or "")
        if kind.is_photo:
            content = without_profile(content, kind)
        elif kind != Kind.PDF or not may_be_pdf:
            raise Refused(_demand(may_be_pdf=may_be_pdf))
        if len(content) > LARGEST_BYTES:
            raise Refused(_("文件超过5兆。请压缩后重新选择，或改附照片。"))
        LetterFile.objects.create(letter=letter, position=position, kind=kind.value, content=content)


def without_profile(content: bytes, kind: Kind) -> bytes:
    """The picture in the usual colours of screens: the profile that it came with tells the make of a phone."""
    with Image.open(BytesIO(content), formats=[kind.value]) as photo:
        profile = photo.info.get("icc_profile")
        if not profile:
            return content
        plain = _in_usual_colours(photo, profile)
        plain.info = {}
        out = BytesIO()
        plain.save(out, format=kind.value, quality=85)
        return out.getvalue()


def _in_usual_colours(photo: Image.Image, profile: bytes) -> Image.Image:
    """As it is where the profile can't be read: colours a little off are better than a phone's name."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(photo, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return photo.copy()
    return converted or photo.copy()


def _demand(*, may_be_pdf: bool) -> str:
    if may_be_pdf:
        return _("只能附照片和PDF文件，其他文件请拍照或另存为PDF。")
    return _("匿名信只能附照片：其他文件里往往留有作者的姓名和时间。请拍照或截图后再附。")
