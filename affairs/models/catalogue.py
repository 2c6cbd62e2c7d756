"""公开目录: what is to be disclosed, by whom and how often, since when, and the catalogue as it was issued."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category, ChannelKind, Interval, Reach, Sphere, Stage, Timing
from affairs.permissions import opens_catalogue, sees_all_disclosures
from members.models import Department
from unionoffice.dated import LATEST_FIRST, DatedQuerySet, ends_after_start
from unionoffice.versions import Versioned

INTERVAL_EXACTLY_WHEN_REGULAR = Q(timing=Timing.REGULAR, interval__in=Interval.values) | (
    ~Q(timing=Timing.REGULAR) & Q(interval="")
)


class CatalogueItemQuerySet(models.QuerySet["CatalogueItem"]):
    """Questions asked of the catalogue."""

    def visible_to(self, user: Any) -> Self:
        """All for those who write from it or approve."""
        return self if opens_catalogue.test(user) else self.none()

    def in_use(self) -> Self:
        """What is disclosed today."""
        return self.filter(is_in_use=True)

    def listed_on(self, on: date) -> Self:
        """What stood in the catalogue on a day; nothing before its first edition was in force."""
        since = CatalogueEdition.objects.kept_since()
        if since is None or since > on:
            return self.none()
        return self.filter(pk__in=CatalogueDuty.objects.held_on(on).values("item"))

    def in_order(self) -> Self:
        """The school's before the union's, by category as papers have them, each in its own order."""
        places = [When(category=category, then=Value(place)) for place, category in enumerate(Category)]
        return self.order_by("sphere", Case(*places), "position", "pk")


class CatalogueItem(Versioned):
    """公开目录: one matter that is to be disclosed, by whom, how, how often and to whom.

    Department, timing, interval, stage and whether it is in use are those of today; how they were on any day say
    the rows in `duties`. `affairs.services.save_item` alone writes both, together.
    """

    AUDITED = (
        "sphere",
        "category",
        "content",
        "position",
        "department",
        "ways",
        "timing",
        "interval",
        "stage",
        "reach",
        "is_in_use",
    )

    sphere = models.CharField(_("公开事务"), max_length=10, choices=Sphere, default=Sphere.SCHOOL)
    category = models.CharField(_("类别"), max_length=20, choices=Category)
    content = models.CharField(_("公开内容"), max_length=60)
    position = models.PositiveSmallIntegerField(_("排序号"), default=100, help_text=_("数字小的排在本类别的前面。"))
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    ways = models.JSONField(_("公开形式"), default=list, blank=True)
    timing = models.CharField(_("公开时限"), max_length=10, choices=Timing, default=Timing.ANYTIME)
    interval = models.CharField(_("公开周期"), max_length=12, choices=Interval, blank=True)
    stage = models.CharField(_("公开阶段"), max_length=10, choices=Stage, default=Stage.AFTER)
    reach = models.CharField(_("公开范围"), max_length=10, choices=Reach, default=Reach.STAFF)
    is_in_use = models.BooleanField(_("使用中"), default=True)

    objects = CatalogueItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开目录")
        verbose_name_plural = verbose_name
        ordering = ["sphere", "category", "position", "content"]
        constraints = [
            models.UniqueConstraint(fields=["sphere", "content"], name="one_catalogue_item_a_content"),
            models.CheckConstraint(condition=INTERVAL_EXACTLY_WHEN_REGULAR, name="interval_exactly_when_regular"),
        ]

    def __str__(self) -> str:
        return self.content

    def get_absolute_url(self) -> str:
        """Where it is read and changed."""
        return reverse("affairs:item-detail", args=[self.pk])

    @property
    def timing_text(self) -> str:
        """定期公开（每季度）."""
        return timing_text(self)

    @property
    def ways_text(self) -> str:
        """公开栏、会议."""
        return "、".join(str(ChannelKind(way).label) for way in self.ways)


class CatalogueDutyQuerySet(DatedQuerySet["CatalogueDuty"]):
    """Questions asked of what was to be disclosed when."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep the board or approve; a department head what the department answers for."""
        if sees_all_disclosures.test(user):
            return self
        if not opens_catalogue.test(user):
            return self.none()
        return self.filter(department__head__isnull=False, department__head=user.member_id)

    def meeting(self, start: date, end: date) -> Self:
        """Rows in force on at least one of these days, both included."""
        begun = Q(from_on__isnull=True) | Q(from_on__lte=end)
        return self.filter(begun & (Q(to_on__isnull=True) | Q(to_on__gte=start)))


class CatalogueDuty(models.Model):
    """公开要求: who had to disclose a matter and how often, from a day to a day; no last day while it holds.

    What was due in a period is asked of these rows, so that a catalogue that is set in order later doesn't change
    what was kept and what was missed before.
    """

    AUDITED = ("item", "department", "timing", "interval", "stage", "from_on", "to_on")

    item = models.ForeignKey(
        CatalogueItem, on_delete=models.PROTECT, related_name="duties", verbose_name=_("公开目录")
    )
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    timing = models.CharField(_("公开时限"), max_length=10, choices=Timing)
    interval = models.CharField(_("公开周期"), max_length=12, choices=Interval, blank=True)
    stage = models.CharField(_("公开阶段"), max_length=10, choices=Stage)
    from_on = models.DateField(_("自何日起"), null=True, blank=True)
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    objects = CatalogueDutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开要求")
        verbose_name_plural = verbose_name
        ordering = ["item", LATEST_FIRST, "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(to_on__isnull=True), name="one_standing_duty_an_item"
            ),
            models.CheckConstraint(
                condition=INTERVAL_EXACTLY_WHEN_REGULAR, name="duty_interval_exactly_when_regular"
            ),
            ends_after_start("duty_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.timing_text}"

    def get_absolute_url(self) -> str:
        """The page of its matter, which tells all of them."""
        return self.item.get_absolute_url()

    @classmethod
    def of(cls, item: CatalogueItem, *, from_on: date | None = None) -> Self:
        """What the catalogue says of the matter now, from a day on."""
        return cls(item=item, from_on=from_on, **{name: getattr(item, name) for name in DATED})

    def says(self, item: CatalogueItem) -> bool:
        """Whether the row says what its matter says now."""
        return all(self.serializable_value(name) == item.serializable_value(name) for name in DATED)

    @property
    def timing_text(self) -> str:
        """定期公开（每季度）."""
        return timing_text(self)


DATED = ("department", "timing", "interval", "stage")
"""What of a matter decides what was due, and so is kept with its days."""


def timing_text(row: CatalogueItem | CatalogueDuty) -> str:
    """定期公开（每季度）; 长期公开."""
    return f"{row.get_timing_display()}（{row.get_interval_display()}）" if row.interval else row.get_timing_display()


class CatalogueEditionQuerySet(models.QuerySet["CatalogueEdition"]):
    """Questions asked of issued catalogues."""

    def visible_to(self, user: Any) -> Self:
        """For those who open the catalogue."""
        return self if opens_catalogue.test(user) else self.none()

    def kept_since(self) -> date | None:
        """From when on the school discloses by a catalogue; None while none was issued."""
        return self.aggregate(first=models.Min("from_on"))["first"]


class CatalogueEdition(models.Model):
    """目录版本: the catalogue as it was issued, in the words of that day; it never changes again.

    Nothing is due before the first edition is in force: a school that has only just begun isn't told of what it
    missed before it had a catalogue.
    """

    AUDITED = ("number", "issued_on", "from_on", "note")

    number = models.PositiveSmallIntegerField(_("版次"), unique=True, editable=False)
    issued_on = models.DateField(_("发布日期"))
    from_on = models.DateField(_("施行日期"))
    note = models.CharField(_("发布说明"), max_length=200, blank=True)
    rows = models.JSONField(_("目录内容"), editable=False)

    objects = CatalogueEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("目录版本")
        verbose_name_plural = verbose_name
        ordering = ["-number"]

    def __str__(self) -> str:
        return str(_("校务公开目录第%(number)d版") % {"number": self.number})

    def get_absolute_url(self) -> str:
        """The page of the edition."""
        return reverse("affairs:edition-detail", args=[self.pk])
