"""Departments and union groups: what they are called, in what order they stand, and who leads them today."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import HERE, DepartmentKind
from members.permissions import sees_all_members
from unionoffice.dated import ends_after_start
from unionoffice.natural import BELOW, natural_key
from unionoffice.roles import User
from unionoffice.versions import Versioned

LEVELS = 4
"""How deep union groups may stand under each other: 集团工会, 校区分工会, 年级分工会, 小组.

A bound, so that "this group and all below" is a join in the query that needs it and never a reading of the tree.
"""


class Ordered(Versioned):
    """Something with a name, where the office puts it in lists: by its number, then by the natural order of names.

    `order_key` is kept with both; bulk writes would have to set it.
    """

    position = models.PositiveSmallIntegerField(
        _("排序号"), default=100, help_text=_("数字小的排在前面；相同的按名称排，第一在第二之前。")
    )
    order_key = models.TextField(_("排序"), default="", editable=False)

    class Meta:
        abstract = True
        ordering = ["order_key", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key with what it is made of."""
        self.make_order_key()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "order_key"}
        super().save(*args, **kwargs)

    def make_order_key(self) -> None:
        """Set the key from number and name."""
        self.order_key = f"{self.position:05}{natural_key(self.name)}"  # type: ignore[attr-defined]


class UnitQuerySet(models.QuerySet[Any]):
    """Questions asked of departments and union groups."""

    def visible_to(self, user: User) -> Self:
        """All of them for those who work with everybody's records: a name alone is no secret, its page tells more."""
        return self.all() if sees_all_members.test(user) else self.none()

    def open(self) -> Self:
        """Those that there are today; a closed one is kept for its history and no longer chosen."""
        return self.filter(to_on=None)

    def with_people(self) -> Self:
        """Each with `people`, how many belong to it now; groups without those of the groups below."""
        here = Q(places__to_on=None, places__member__service_status__in=HERE)
        return self.annotate(people=Count("places__member", filter=here, distinct=True))


class Unit(Ordered):
    """A department or a union group, from the day on which it was set up to that on which it was closed.

    Who leads it is a dated row in `leaders`. The one of today is also kept with the unit, under the name that
    `LEADER` says, since every request and many lists ask for it: `members.services.leaders` alone writes both, always
    together, and never for a day to come.
    """

    LEADER: ClassVar[str]
    LEADS_AS: ClassVar[Any]

    from_on = models.DateField(_("设立日期"), null=True, blank=True)
    to_on = models.DateField(_("撤销日期"), null=True, blank=True, editable=False)

    class Meta(Ordered.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name  # type: ignore[attr-defined]

    @property
    def is_open(self) -> bool:
        """Whether people can still be placed in it."""
        return self.to_on is None

    @property
    def led_by(self) -> Any:
        """Who leads it today."""
        return getattr(self, self.LEADER)


class Department(Unit):
    """部门: a teaching group, a grade group or an office."""

    AUDITED = ("name", "kind", "position", "head", "from_on", "to_on")
    LEADER = "head"
    LEADS_AS = _("负责人")

    name = models.CharField(_("部门"), max_length=60, unique=True)
    kind = models.CharField(_("类型"), max_length=20, choices=DepartmentKind, default=DepartmentKind.OFFICE)
    head = models.ForeignKey(
        "members.Member", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("负责人")
    )

    objects = UnitQuerySet.as_manager()

    class Meta(Unit.Meta):
        verbose_name = _("部门")
        verbose_name_plural = verbose_name
        constraints = [ends_after_start("department_in_order")]

    def get_absolute_url(self) -> str:
        """The department's page."""
        return reverse("members:department-detail", args=[self.pk])


class UnionGroupQuerySet(UnitQuerySet):
    """Questions asked of union groups, which stand under each other."""

    def of_or_below(self, keys: Iterable[int]) -> Self:
        """The groups of these keys, and all that stand under them, however deep."""
        return self._of_or_below(pk__in=keys)

    def led_by(self, member_id: int | None) -> Self:
        """The groups that somebody leads, and all that stand under them; none for who is nobody's colleague."""
        return self._of_or_below(leader=member_id) if member_id is not None else self.none()

    def _of_or_below(self, **asked: Any) -> Self:
        found = Q()
        for depth in range(LEVELS):
            found |= Q(**{f"{'parent__' * depth}{name}": value for name, value in asked.items()})
        return self.filter(found)


class UnionGroup(Unit):
    """工会小组 or 分工会; may stand under another, which counts its people among its own."""

    AUDITED = ("name", "parent", "position", "leader", "from_on", "to_on")
    LEADER = "leader"
    LEADS_AS = _("组长")

    name = models.CharField(_("工会小组"), max_length=60, unique=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级分工会")
    )
    level = models.PositiveSmallIntegerField(_("层级"), default=0, editable=False)
    leader = models.ForeignKey(
        "members.Member", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("组长")
    )

    objects = UnionGroupQuerySet.as_manager()

    class Meta(Unit.Meta):
        verbose_name = _("工会小组")
        verbose_name_plural = verbose_name
        constraints = [
            ends_after_start("group_in_order"),
            models.CheckConstraint(condition=Q(level__lt=LEVELS), name="group_not_too_deep"),
        ]

    def get_absolute_url(self) -> str:
        """The group's page."""
        return reverse("members:group-detail", args=[self.pk])

    def make_order_key(self) -> None:
        """A tree in one column: a group comes directly after the one above it, with all that stand under it."""
        super().make_order_key()
        self.level = 0
        if self.parent is not None:
            self.order_key = f"{self.parent.order_key}{BELOW}{self.order_key}"
            self.level = self.parent.level + 1
