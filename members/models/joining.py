"""Applications to join the union."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.enums import APPLICATION_MOVES, ApplicationStatus
from members.models.people import Member, StatusChange
from members.permissions import keeps_roster
from unionoffice.versions import Versioned


class JoinApplicationQuerySet(models.QuerySet["JoinApplication"]):
    """Questions asked of applications."""

    def visible_to(self, user: Any) -> Self:
        """All for those who decide on them; everyone else sees their own."""
        if not user.is_authenticated:
            return self.none()
        return self if keeps_roster.test(user) else self.filter(member__account=user)

    def filed(self) -> Self:
        """Applications that wait for a decision."""
        return self.filter(status=ApplicationStatus.FILED)


class JoinApplication(Versioned):
    """入会申请: somebody asks to join; approved, it leads to the change of status that makes them a member.

    `statement` is 本人申请, in the person's own words; `opinion` is what the union group said, where it was asked.
    """

    AUDITED = (
        "member",
        "status",
        "applied_on",
        "statement",
        "opinion",
        "decided_on",
        "decided_by",
        "decision",
        "change",
    )
    MOVES = APPLICATION_MOVES

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="join_applications", verbose_name=_("申请人")
    )
    status = models.CharField(
        _("状态"), max_length=10, choices=ApplicationStatus, default=ApplicationStatus.FILED, editable=False
    )
    applied_on = models.DateField(_("申请日期"))
    statement = models.TextField(_("本人申请"), max_length=500)
    opinion = models.CharField(_("工会小组意见"), max_length=200, blank=True)
    decided_on = models.DateField(_("审批日期"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("审批人"),
    )
    decision = models.CharField(_("审批意见"), max_length=200, blank=True)
    change = models.OneToOneField(
        StatusChange,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="application",
        verbose_name=_("入会"),
    )

    objects = JoinApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("入会申请")
        verbose_name_plural = verbose_name
        ordering = ["-applied_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(status=ApplicationStatus.FILED), name="one_open_application"
            ),
            models.CheckConstraint(
                condition=Q(status=ApplicationStatus.APPROVED, change__isnull=False)
                | (~Q(status=ApplicationStatus.APPROVED) & Q(change__isnull=True)),
                name="approved_application_has_its_change",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=(ApplicationStatus.APPROVED, ApplicationStatus.REFUSED), decided_on__isnull=False
                )
                | Q(status__in=(ApplicationStatus.FILED, ApplicationStatus.WITHDRAWN), decided_on__isnull=True),
                name="application_decided_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(name)s的入会申请") % {"name": self.member}

    def get_absolute_url(self) -> str:
        """The page of the application."""
        return reverse("members:join-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone: no name."""
        return str(_("入会申请"))
