"""Who belongs to departments and union groups since when, and who leads them."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from members.enums import HERE
from members.models.people import Member
from members.models.units import Department, UnionGroup
from members.permissions import sees_all_members
from unionoffice.dated import LATEST_FIRST, DatedQuerySet, ends_after_start
from unionoffice.roles import User


class PlaceQuerySet(DatedQuerySet[Any]):
    """Questions asked of dated places."""

    def here(self) -> Self:
        """Places of today, without those of people who left or died: leaving ends no place, returning begins none."""
        return self.current().filter(member__service_status__in=HERE)

    def with_member(self) -> Self:
        """Each with its person, without what is encrypted of them."""
        return self.select_related("member").defer(*Member.secrets_of("member"))

    def visible_to(self, user: User) -> Self:
        """For those who work with everybody's records; on a person's own page they come with the person."""
        return self.all() if sees_all_members.test(user) else self.none()


class Place(models.Model):
    """Belonging somewhere from a day to a day, both included; no last day while it lasts."""

    from_on = models.DateField(_("自何日起"), null=True, blank=True)
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    class Meta:
        abstract = True


class DepartmentPlace(Place):
    """A person in a department; one of somebody's current departments is the main one."""

    AUDITED = ("member", "department", "is_main", "from_on", "to_on")

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="department_places", verbose_name=_("教职工")
    )
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, related_name="places", verbose_name=_("部门")
    )
    is_main = models.BooleanField(_("主要部门"), default=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("部门归属")
        verbose_name_plural = verbose_name
        ordering = [LATEST_FIRST, "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(to_on=None, is_main=True), name="one_main_department"
            ),
            ends_after_start("department_place_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.department}"


class GroupPlaceQuerySet(PlaceQuerySet):
    """Questions asked of places in union groups."""

    def inside(self, *keys: int) -> Self:
        """Places in the groups of these keys, or in those that stand under them."""
        return self.filter(group__in=UnionGroup.objects.of_or_below(keys))


class GroupPlace(Place):
    """A person in a union group; one at a time."""

    AUDITED = ("member", "group", "from_on", "to_on")

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="group_places", verbose_name=_("教职工")
    )
    group = models.ForeignKey(UnionGroup, on_delete=models.PROTECT, related_name="places", verbose_name=_("工会小组"))

    objects = GroupPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("小组归属")
        verbose_name_plural = verbose_name
        ordering = [LATEST_FIRST, "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(to_on=None), name="one_group_at_a_time"),
            ends_after_start("group_place_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.group}"


class LeadingQuerySet(PlaceQuerySet):
    """Questions asked of who led."""

    def heads(self) -> Self:
        """Those who led, without their deputies."""
        return self.filter(is_deputy=False)

    def newest_first(self) -> Self:
        """Those of today first, who leads before the deputies; then backwards."""
        return self.order_by(F("to_on").desc(nulls_first=True), "is_deputy", LATEST_FIRST, "-pk")


class Leading(Place):
    """Leading a department or a union group, or being deputy to who leads it, from a day to a day."""

    POSTS: ClassVar[tuple[str | Promise, str | Promise]]
    """What the one who leads is called, and what a deputy."""

    is_deputy = models.BooleanField(_("副职"), default=False)

    class Meta:
        abstract = True
        ordering = ["is_deputy", LATEST_FIRST, "-pk"]

    def __str__(self) -> str:
        return f"{self.unit}{self.post}{self.member}"  # type: ignore[attr-defined]

    @property
    def post(self) -> str:
        """负责人 or 副职, 组长 or 副组长."""
        return str(self.POSTS[self.is_deputy])


class DepartmentHead(Leading):
    """Who answered for a department."""

    AUDITED = ("member", "unit", "is_deputy", "from_on", "to_on")
    POSTS = (_("负责人"), _("副职"))

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="headed_departments", verbose_name=_("教职工")
    )
    unit = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="leaders", verbose_name=_("部门"))

    objects = LeadingQuerySet.as_manager()

    class Meta(Leading.Meta):
        verbose_name = _("部门任职")
        verbose_name_plural = verbose_name
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(to_on=None, is_deputy=False), name="one_department_head"
            ),
            models.UniqueConstraint(fields=["unit", "member"], condition=Q(to_on=None), name="department_head_once"),
            ends_after_start("department_head_in_order"),
        ]


class GroupLeader(Leading):
    """Who led a union group."""

    AUDITED = ("member", "unit", "is_deputy", "from_on", "to_on")
    POSTS = (_("组长"), _("副组长"))

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="led_groups", verbose_name=_("教职工"))
    unit = models.ForeignKey(UnionGroup, on_delete=models.PROTECT, related_name="leaders", verbose_name=_("工会小组"))

    objects = LeadingQuerySet.as_manager()

    class Meta(Leading.Meta):
        verbose_name = _("小组任职")
        verbose_name_plural = verbose_name
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(to_on=None, is_deputy=False), name="one_group_leader"
            ),
            models.UniqueConstraint(fields=["unit", "member"], condition=Q(to_on=None), name="group_leader_once"),
            ends_after_start("group_leader_in_order"),
        ]
