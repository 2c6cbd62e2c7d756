"""Who we are: the school and its union, set once and printed on every paper."""

import hashlib
import io
import warnings
from datetime import date
from typing import Any

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock
from unionoffice.versions import Versioned

LOGO_MAX_BYTES = 2 * 1024 * 1024
LOGO_SIDE = 128
"""Pixels: twice the largest size at which a page shows it."""
LOGO_KINDS = ("PNG", "JPEG", "WEBP")

NO_PICTURE = (
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    SyntaxError,
    UnidentifiedImageError,
    ValueError,
)
"""What reading raises of a file that is none of these kinds, is broken, or would fill the memory."""

CERTIFICATE_WARNING_DAYS = 90
"""How long before its last day a certificate is warned of: a new one takes the upper union some weeks."""


class SchoolProfile(Versioned):
    """The school. There is one row.

    `contract_staff` is what the school reports of its staff on contract, to be held against the roster. The logo is
    kept as a small picture that we drew anew, named by its digest so that browsers may keep it for good; in the trail
    that name would tell nobody anything.
    """

    AUDITED = ("name", "short_name", "contract_staff", "is_demo")
    SENSITIVE = ("logo_name",)

    name = models.CharField(_("学校名称"), max_length=100)
    short_name = models.CharField(_("简称"), max_length=30)
    contract_staff = models.PositiveIntegerField(_("在册教职工人数"), null=True, blank=True)
    logo = models.BinaryField(_("校徽图片"), default=b"", editable=False)
    logo_name = models.CharField(_("校徽"), max_length=64, blank=True, editable=False)
    is_demo = models.BooleanField(_("演示数据"), default=False, editable=False)

    class Meta:
        verbose_name = _("学校信息")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where both profiles are shown."""
        return reverse("settings:profiles")


class UnionProfile(Versioned):
    """The union of the school. There is one row."""

    AUDITED = (
        "name",
        "upper_union",
        "founding_document",
        "legal_id_no",
        "legal_id_from",
        "legal_id_until",
        "legal_representative",
    )

    name = models.CharField(_("工会名称"), max_length=100)
    upper_union = models.CharField(_("上级工会"), max_length=100, blank=True)
    founding_document = models.CharField(_("成立批复"), max_length=120, blank=True)
    legal_id_no = models.CharField(_("法人资格证号"), max_length=40, blank=True)
    legal_id_from = models.DateField(_("法人资格证有效期自"), null=True, blank=True)
    legal_id_until = models.DateField(_("法人资格证有效期至"), null=True, blank=True)
    legal_representative = models.CharField(_("法定代表人"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("工会信息")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where both profiles are shown."""
        return reverse("settings:profiles")

    def certificate_warning(self, on: date) -> str:
        """What to do about a certificate that runs out soon or has run out; empty while there is time."""
        if self.legal_id_until is None:
            return ""
        left = (self.legal_id_until - on).days
        if left < 0:
            return _t("工会法人资格证已于 %(day)s 到期，请向上级工会申请换证。") % {"day": self.legal_id_until}
        if left <= CERTIFICATE_WARNING_DAYS:
            return _t("工会法人资格证将于 %(day)s 到期，还有%(left)s天，请及时申请换证。") % {
                "day": self.legal_id_until,
                "left": left,
            }
        return ""


def school() -> SchoolProfile:
    """The school's profile without its picture; an unsaved one with a neutral name before set-up."""
    return SchoolProfile.objects.defer("logo").first() or SchoolProfile(name="本校", short_name="本校")


def union() -> UnionProfile:
    """The union's profile; an unsaved one named after the school before set-up."""
    return UnionProfile.objects.first() or UnionProfile(name=f"{school().name}工会委员会")


def set_profiles(*, school: str, short: str, union: str) -> None:
    """Name the school and the union, the first time or anew."""
    SchoolProfile.objects.update_or_create(pk=1, defaults={"name": school, "short_name": short})
    UnionProfile.objects.update_or_create(pk=1, defaults={"name": union})


@transaction.atomic
def save_profile(profile: SchoolProfile | UnionProfile, *, by: Any) -> None:
    """Save what the secretary entered of the school or the union."""
    with audit.deed("", by=by):
        profile.save()


@transaction.atomic
def set_logo(profile: SchoolProfile, upload: bytes, *, by: Any) -> None:
    """Show the school's logo in the frame of every page; refuses what is no picture, or too large a one."""
    picture = small_picture(upload)
    lock(profile)
    profile.logo, profile.logo_name = picture, hashlib.sha256(picture).hexdigest()
    with audit.deed("更换校徽", by=by):
        profile.save()


@transaction.atomic
def remove_logo(profile: SchoolProfile, *, by: Any) -> None:
    """Show our own sign again."""
    lock(profile)
    profile.logo, profile.logo_name = b"", ""
    with audit.deed("撤下校徽", by=by):
        profile.save()


def small_picture(upload: bytes) -> bytes:
    """The picture drawn anew as a small PNG: nothing but its pixels is left of what was sent."""
    if len(upload) > LOGO_MAX_BYTES:
        raise Refused(_t("图片超过2MB，请缩小后再上传。"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(upload), formats=LOGO_KINDS) as sent:
                sent.thumbnail((LOGO_SIDE, LOGO_SIDE))
                drawn = sent.convert("RGBA")
    except NO_PICTURE as error:
        raise Refused(_t("这不是能读取的图片，请上传 PNG、JPG 或 WebP 格式的校徽。")) from error
    kept = io.BytesIO()
    drawn.save(kept, format="PNG", optimize=True)
    return kept.getvalue()
