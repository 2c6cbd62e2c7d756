"""Gatherings: who was to come to something, and who came."""

from typing import Any, ClassVar, Self

import rules
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from members.enums import AttendanceState, AttendanceWay
from members.models.audiences import Audience
from members.models.people import Member
from unionoffice.administration.permissions import sees_every_trail
from unionoffice.sources import FromSource, of_visible_sources

SECRET_LENGTH = 32


def new_secret() -> str:
    """What the codes of one gathering are made from."""
    return get_random_string(SECRET_LENGTH)


class GatheringQuerySet(models.QuerySet["Gathering"]):
    """Questions asked of gatherings."""

    def visible_to(self, user: Any) -> Self:
        """As visible as what they belong to."""
        return self.filter(of_visible_sources(user, declaring="KEEPS_ATTENDANCE"))

    def open(self) -> Self:
        """Those that people can still check in to."""
        return self.filter(closed_at=None)


class Gathering(FromSource):
    """签到: one occasion of a record of any area at which attendance is kept.

    That record's model says in `KEEPS_ATTENDANCE`, a predicate of user and record, who keeps it, and may say in
    `READS_ATTENDANCE` who else reads the roll. Who is to come follows from `audience`; without one from the record's
    own `people_due()`, a queryset of members, where it has that; else nobody is waited for and whoever comes is
    welcome. Whom a record lets in beside those due it may say in `people_admitted()`, of the same kind: they check in
    themselves, anybody else is noted by the keeper.
    """

    AUDITED = ("source_model", "source_key", "title", "on", "audience", "admits_others", "opened_at", "closed_at")
    SENSITIVE = ("secret",)

    title = models.CharField(_("名称"), max_length=100)
    on = models.DateField(_("日期"))
    audience = models.ForeignKey(
        Audience, on_delete=models.PROTECT, null=True, blank=True, related_name="gatherings", verbose_name=_("范围")
    )
    admits_others = models.BooleanField(_("范围外的人也可以签到"), default=False)
    secret = models.CharField(_("签到密钥"), max_length=SECRET_LENGTH, default=new_secret, editable=False)
    opened_at = models.DateTimeField(_("开始签到"))
    closed_at = models.DateTimeField(_("结束签到"), null=True, blank=True)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        verbose_name = _("签到")
        verbose_name_plural = verbose_name
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["source_model", "source_key"], name="gatherings_of_a_record")]
        constraints = [
            models.UniqueConstraint(
                fields=["source_model", "source_key", "on", "title"], name="one_gathering_of_a_title"
            ),
            models.CheckConstraint(condition=Q(source_key__isnull=False), name="gathering_belongs_somewhere"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page on which attendance is kept."""
        return reverse("members:gathering-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone: not what it was about."""
        return f"{_('签到')} {self.on:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether people can still check in."""
        return self.closed_at is None


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Questions asked of attendance."""

    def visible_to(self, user: Any) -> Self:
        """One's own, and everybody's where one sees the gathering's record."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(gathering__in=Gathering.objects.visible_to(user).values("pk"))
        return self.filter(seen | Q(member=user.member_id)) if user.member_id else self.filter(seen)

    def present(self) -> Self:
        """Who came."""
        return self.filter(state=AttendanceState.PRESENT)

    def people(self) -> int:
        """How many different people (人, where rows are 人次)."""
        return self.order_by().values("member_id").distinct().count()


class Attendance(models.Model):
    """Whether one person came. `at` is when it was known, which for a scan is when the person came."""

    # Who keeps the money of an occasion in view sees the occasion, but not by name who came.
    READS_TRAIL: ClassVar[rules.Predicate] = sees_every_trail
    AUDITED = ("gathering", "member", "state", "way", "beyond", "at")

    gathering = models.ForeignKey(
        Gathering, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("签到")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("教职工"))
    state = models.CharField(_("出席情况"), max_length=10, choices=AttendanceState)
    way = models.CharField(_("登记方式"), max_length=10, choices=AttendanceWay)
    beyond = models.BooleanField(_("范围外"), default=False)
    at = models.DateTimeField(_("登记时间"))

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("出席")
        verbose_name_plural = verbose_name
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["gathering", "member"], name="one_attendance_a_person")]

    def __str__(self) -> str:
        return f"{self.gathering} {self.member} {self.get_state_display()}"
