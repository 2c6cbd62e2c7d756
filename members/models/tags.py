"""Tags: what else is said of people that somebody may be asked by (班主任, 骨干教师, 外地, 住校), since when."""

from typing import Any, Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import HERE
from members.models.organisation import Place, PlaceQuerySet
from members.models.people import Member
from members.models.units import Ordered
from members.permissions import sees_all_members
from unionoffice.dated import LATEST_FIRST, ends_after_start
from unionoffice.roles import User


class TagQuerySet(models.QuerySet["Tag"]):
    """Questions asked of tags."""

    def visible_to(self, user: User) -> Self:
        """As visible as the records that bear them: who sees everybody's sees all tags."""
        return self.all() if sees_all_members.test(user) else self.none()

    def with_people(self) -> Any:
        """Each with `people`, how many bear it now."""
        here = Q(places__to_on=None, places__member__service_status__in=HERE)
        return self.annotate(people=Count("places__member", filter=here, distinct=True))


class Tag(Ordered):
    """标签: the office makes its own; any audience and the member list can ask for it."""

    AUDITED = ("name", "note", "position")

    name = models.CharField(_("标签"), max_length=20, unique=True)
    note = models.CharField(_("说明"), max_length=200, blank=True, help_text=_("什么人加这个标签，由谁提供名单。"))

    objects = TagQuerySet.as_manager()

    class Meta(Ordered.Meta):
        verbose_name = _("标签")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The tag's page."""
        return reverse("members:tag-detail", args=[self.pk])


class TagPlace(Place):
    """A person who bears a tag; each tag once at a time."""

    AUDITED = ("member", "tag", "from_on", "to_on")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="tag_places", verbose_name=_("教职工"))
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="places", verbose_name=_("标签"))

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("标签归属")
        verbose_name_plural = verbose_name
        ordering = ["tag__order_key", LATEST_FIRST, "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "tag"], condition=Q(to_on=None), name="tag_once_at_a_time"),
            ends_after_start("tag_place_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.tag}"
