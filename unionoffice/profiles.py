"""Who we are: the school and its union, set once and printed on every paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolProfile(models.Model):
    """The school. There is one row."""

    AUDITED = ("name", "short_name", "is_demo")

    name = models.CharField(_("学校名称"), max_length=100)
    short_name = models.CharField(_("简称"), max_length=30)
    is_demo = models.BooleanField(_("演示数据"), default=False, editable=False)

    class Meta:
        verbose_name = _("学校信息")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return self.name


class UnionProfile(models.Model):
    """The union of the school. There is one row."""

    AUDITED = ("name", "upper_union", "legal_id_no", "legal_representative")

    name = models.CharField(_("工会名称"), max_length=100)
    upper_union = models.CharField(_("上级工会"), max_length=100, blank=True)
    legal_id_no = models.CharField(_("法人资格证号"), max_length=40, blank=True)
    legal_representative = models.CharField(_("法定代表人"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("工会信息")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return self.name


def school() -> SchoolProfile:
    """The school's profile; an unsaved one with a neutral name before set-up."""
    return SchoolProfile.objects.first() or SchoolProfile(name="本校", short_name="本校")


def union() -> UnionProfile:
    """The union's profile; an unsaved one named after the school before set-up."""
    return UnionProfile.objects.first() or UnionProfile(name=f"{school().name}工会委员会")


def set_profiles(*, school: str, short: str, union: str) -> None:
    """Name the school and the union, the first time or anew."""
    SchoolProfile.objects.update_or_create(pk=1, defaults={"name": school, "short_name": short})
    UnionProfile.objects.update_or_create(pk=1, defaults={"name": union})
