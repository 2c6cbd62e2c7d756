"""代理审批: who approves in somebody's place while they are away."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import Sphere
from affairs.permissions import approvers_role, keeps_board
from unionoffice.dated import covering


class DeputyshipQuerySet(models.QuerySet["Deputyship"]):
    """Questions asked of deputyships."""

    def visible_to(self, user: Any) -> Self:
        """Those that one gave or was given; all for those who keep the board, and so hand texts in."""
        if keeps_board.test(user):
            return self
        return self.filter(Q(named_by=user) | Q(deputy=user)) if user.is_authenticated else self.none()

    def in_force(self, on: date) -> Self:
        """On a day, as long as who gave it approves themselves: a right that one lost isn't passed on."""
        holds = Q(pk__in=[])
        for sphere in Sphere:
            role = Q(named_by__grants__role=approvers_role(sphere))
            holds |= Q(sphere=sphere) & role & covering(on, path="named_by__grants__")
        return self.standing().filter(holds, from_on__lte=on, to_on__gte=on)

    def standing(self) -> Self:
        """Not ended early."""
        return self.filter(ended_on__isnull=True)

    def overlapping(self, from_on: date, to_on: date) -> Self:
        """Those that hold on one of some days, both included."""
        return self.standing().filter(from_on__lte=to_on, to_on__gte=from_on)


class Deputyship(models.Model):
    """代理审批: somebody approves a sphere in another's place from a day to a day, for a reason."""

    AUDITED = ("sphere", "named_by", "deputy", "from_on", "to_on", "reason", "ended_on")

    sphere = models.CharField(_("公开事务"), max_length=10, choices=Sphere)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="given_deputyships", verbose_name=_("审批人")
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="deputyships", verbose_name=_("代理人")
    )
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"))
    reason = models.CharField(_("原因"), max_length=60)
    named_on = models.DateField(_("委托日期"))
    ended_on = models.DateField(_("提前结束日期"), null=True)

    objects = DeputyshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("代理审批")
        verbose_name_plural = verbose_name
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="deputyship_in_order"),
            models.CheckConstraint(condition=~Q(named_by=F("deputy")), name="nobody_deputises_for_themselves"),
            models.CheckConstraint(condition=~Q(reason=""), name="deputyship_has_a_reason"),
        ]

    def __str__(self) -> str:
        return _("%(deputy)s代%(name)s审批%(sphere)s公开") % {
            "deputy": self.deputy,
            "name": self.named_by,
            "sphere": self.get_sphere_display(),
        }

    def get_absolute_url(self) -> str:
        """Among the others."""
        return reverse("affairs:deputyship-list")
