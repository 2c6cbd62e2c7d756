"""By whom delegates are elected, and with whom they sit."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import DelegateKind
from congress.models.terms import OpenToStaff, Term
from members.models import Department, Member, UnionGroup
from members.models.units import Ordered
from unionoffice.dated import covering


class Constituency(Ordered):
    """选举单位: those of some union groups and departments, who elect a fixed number of a term's delegates.

    `seats` stay open until they are shared out or set by hand; `adjusted_because` says why a number set by hand
    isn't the one that staff numbers would give.
    """

    AUDITED = ("term", "name", "position", "seats", "adjusted_because")

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="constituencies", verbose_name=_("届"))
    name = models.CharField(_("选举单位"), max_length=60)
    groups = models.ManyToManyField(UnionGroup, blank=True, related_name="+", verbose_name=_("包括的工会小组"))
    departments = models.ManyToManyField(Department, blank=True, related_name="+", verbose_name=_("包括的部门"))
    seats = models.PositiveSmallIntegerField(_("名额"), null=True, editable=False)
    adjusted_because = models.CharField(_("调整理由"), max_length=200, blank=True, editable=False)

    objects = OpenToStaff.as_manager()

    class Meta(Ordered.Meta):
        verbose_name = _("选举单位")
        verbose_name_plural = verbose_name
        constraints = [
            models.UniqueConstraint(fields=["term", "name"], name="one_constituency_of_a_name"),
            models.CheckConstraint(condition=Q(seats__isnull=True) | Q(seats__gte=1), name="constituency_has_a_seat"),
            models.CheckConstraint(
                condition=Q(adjusted_because="") | Q(seats__isnull=False), name="only_set_seats_are_adjusted"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The constituency's page."""
        return reverse("congress:constituency-detail", args=[self.pk])


class DelegationQuerySet(OpenToStaff):
    """Questions asked of delegations."""

    def with_seats(self, on: date) -> Any:
        """Each with `seated`, how many delegates with a vote sit in it on a day."""
        seated = Q(delegates__kind=DelegateKind.VOTING) & covering(on, path="delegates__")
        return self.annotate(seated=Count("delegates", filter=seated))


class Delegation(Ordered):
    """代表团: delegates of a term who sit and discuss together, with a head."""

    AUDITED = ("term", "name", "position", "head")

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("届"))
    name = models.CharField(_("代表团"), max_length=60)
    head = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("团长")
    )

    objects = DelegationQuerySet.as_manager()

    class Meta(Ordered.Meta):
        verbose_name = _("代表团")
        verbose_name_plural = verbose_name
        constraints = [models.UniqueConstraint(fields=["term", "name"], name="one_delegation_of_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The delegation's page."""
        return reverse("congress:delegation-detail", args=[self.pk])
