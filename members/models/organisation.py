"""Departments and union groups, and who belongs to them since when."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import DepartmentKind
from members.models.people import Member
from members.permissions import sees_all_members
from unionoffice.dated import covering, ends_after_start
from unionoffice.roles import User
from unionoffice.versions import Versioned


class OrganisationQuerySet(models.QuerySet[Any]):
    """Questions asked of departments and union groups."""

    def visible_to(self, user: User) -> Self:
        """All of them for those who work with everybody's records: a name alone is no secret, its page tells more."""
        return self.all() if sees_all_members.test(user) else self.none()

    def with_people(self) -> Self:
        """Each with `people`, how many belong to it now."""
        return self.annotate(people=Count("places__member", filter=Q(places__to_on=None), distinct=True))


class Department(Versioned):
    """部门: a teaching group, a grade group or an office."""

    AUDITED = ("name", "kind", "head")

    name = models.CharField(_("部门"), max_length=60, unique=True)
    kind = models.CharField(_("类型"), max_length=20, choices=DepartmentKind, default=DepartmentKind.OFFICE)
    head = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("负责人")
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("部门")
        verbose_name_plural = verbose_name
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The department's page."""
        return reverse("members:department-detail", args=[self.pk])


class UnionGroup(Versioned):
    """工会小组 or 分工会; may stand under another."""

    AUDITED = ("name", "parent", "leader")

    name = models.CharField(_("工会小组"), max_length=60, unique=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级分工会")
    )
    leader = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("组长")
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("工会小组")
        verbose_name_plural = verbose_name
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The group's page."""
        return reverse("members:group-detail", args=[self.pk])


class PlaceQuerySet(models.QuerySet["Place"]):
    """Questions asked of dated places."""

    def held_on(self, on: date) -> Self:
        """Places held on a day."""
        return self.filter(covering(on))

    def current(self) -> Self:
        """Places that haven't ended."""
        return self.filter(to_on__isnull=True)


class Place(models.Model):
    """Belonging somewhere from a day to a day, both included; no last day while it lasts."""

    from_on = models.DateField(_("自何日起"), null=True, blank=True)
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_new_on(self, on: date) -> bool:
        """Whether it held on no day before `on`."""
        return self.from_on is not None and self.from_on >= on


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

    class Meta:
        verbose_name = _("部门归属")
        verbose_name_plural = verbose_name
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(to_on=None, is_main=True), name="one_main_department"
            ),
            ends_after_start("department_place_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.department}"


class GroupPlace(Place):
    """A person in a union group; one at a time."""

    AUDITED = ("member", "group", "from_on", "to_on")

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="group_places", verbose_name=_("教职工")
    )
    group = models.ForeignKey(UnionGroup, on_delete=models.PROTECT, related_name="places", verbose_name=_("工会小组"))

    class Meta:
        verbose_name = _("小组归属")
        verbose_name_plural = verbose_name
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(to_on=None), name="one_group_at_a_time"),
            ends_after_start("group_place_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.group}"
