"""How often the board is read, and what is new to whom: counted without keeping who read what."""

from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from affairs.enums import Sphere
from affairs.models.disclosures import Disclosure
from unionoffice.untraceable import Untraceable


class MatterQuerySet(models.QuerySet[Any]):
    """Questions asked of what is kept of a matter."""

    def about(self, disclosure: Disclosure) -> Self:
        """Of the matter of this disclosure, whichever of its versions it is."""
        return self.filter(sphere=disclosure.sphere, year=disclosure.year, number=disclosure.number)


class OfMatter(models.Model):
    """Something about all versions under one number: who corrects a text doesn't begin to count anew."""

    sphere = models.CharField(_("公开事务"), max_length=10, choices=Sphere)
    year = models.PositiveSmallIntegerField(_("年度"))
    number = models.PositiveIntegerField(_("编号"))

    objects = MatterQuerySet.as_manager()

    class Meta:
        abstract = True


class Reading(Untraceable, OfMatter):
    """阅读: that somebody read a matter on a day. It waits here for the night's count, which deletes it.

    `reader` tells one browser from another for that matter and that day alone: a digest that no two matters or days
    share. Neither account nor address is kept, and the key says nothing of the order.
    """

    UNAUDITED = "Kept for a day to count each reader once; an entry in the trail would tell who read what."

    day = models.DateField(_("日期"))
    inside = models.BooleanField(_("教职工"))
    reader = models.CharField(_("读者摘要"), max_length=64, unique=True)

    class Meta(Untraceable.Meta):
        verbose_name = _("阅读")
        verbose_name_plural = verbose_name
        indexes = [models.Index(fields=["sphere", "year", "number"], name="readings_of_a_matter")]

    def __str__(self) -> str:
        return f"{self.get_sphere_display()} {self.year}-{self.number:03}"


class ReadCount(OfMatter):
    """阅读次数 of a matter up to last night, colleagues and strangers counted apart."""

    UNAUDITED = "A tally that a nightly job adds to; nobody decides anything by writing it."

    staff = models.PositiveIntegerField(_("教职工阅读次数"), default=0)
    outside = models.PositiveIntegerField(_("校外阅读次数"), default=0)

    class Meta:
        verbose_name = _("阅读次数")
        verbose_name_plural = verbose_name
        ordering = ["sphere", "year", "number"]
        constraints = [models.UniqueConstraint(fields=["sphere", "year", "number"], name="one_count_of_a_matter")]

    def __str__(self) -> str:
        return f"{self.get_sphere_display()} {self.year}-{self.number:03}"


class BoardVisit(models.Model):
    """来访: up to where somebody knows the board, for their eyes alone.

    A disclosure bears the day on which it went up, not the hour. So the end of a visit is a day, and which of that
    day's disclosures hung there by then. `before` is the end of the visit before this one: what came since is new.
    """

    UNAUDITED = "A bookmark that moves by itself, of use to nobody else."

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name=_("账号")
    )
    before_day = models.DateField(_("上次来访"))
    before_known = models.JSONField(_("上次来访当日已公开的"), default=list)
    seen_at = models.DateTimeField(_("这次来访"))
    seen_day = models.DateField(_("这次来访之日"))
    seen_known = models.JSONField(_("这次来访当日已公开的"), default=list)

    class Meta:
        verbose_name = _("来访")
        verbose_name_plural = verbose_name
        constraints = [
            models.CheckConstraint(condition=Q(before_day__lte=F("seen_day")), name="visits_in_their_order"),
        ]

    def __str__(self) -> str:
        return str(self.account)

    def see(self, *, at: datetime, on: date, known: list[int]) -> None:
        """They look at the board now."""
        self.seen_at, self.seen_day, self.seen_known = at, on, known

    def know(self) -> None:
        """What they have seen by now isn't new any more."""
        self.before_day, self.before_known = self.seen_day, self.seen_known

    def new(self) -> Q:
        """What went up since the visit before this one."""
        later = Q(published_on__gt=self.before_day)
        return later | (Q(published_on=self.before_day) & ~Q(pk__in=self.before_known))

    def is_new(self, disclosure: Disclosure) -> bool:
        """Whether this one did."""
        if disclosure.published_on == self.before_day:
            return disclosure.pk not in self.before_known
        return disclosure.published_on is not None and disclosure.published_on > self.before_day
