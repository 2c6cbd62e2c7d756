"""交接: an office passes from one person to the next, with what is open and what goes from hand to hand."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import HandoverKind
from members.models.committees import OfficeHolding
from members.models.people import Member
from members.permissions import hands_over
from unionoffice.roles import Role, User


class HandoverQuerySet(models.QuerySet["Handover"]):
    """Questions asked of handovers."""

    def visible_to(self, user: User) -> Self:
        """For those who keep them: what is open may name people whom the next holder isn't to know of."""
        return self if hands_over.test(user) else self.none()


class Handover(models.Model):
    """交接 of one office, or of one role in the system, on a day.

    `unlisted` counts the open matters that whoever wrote this down may not see: they are told by word of mouth.
    """

    AUDITED = ("office", "role", "giver", "taker", "on", "supervised_by", "unlisted", "note")

    office = models.ForeignKey(
        OfficeHolding, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("职务")
    )
    role = models.CharField(_("角色"), max_length=30, choices=Role, blank=True)
    giver = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("移交人"))
    taker = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("接收人"))
    on = models.DateField(_("交接日期"))
    supervised_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("监交人")
    )
    unlisted = models.PositiveSmallIntegerField(_("未列出的事项"), default=0)
    note = models.TextField(_("说明"), max_length=1000, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("交接")
        verbose_name_plural = verbose_name
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="handover_between_two"),
            models.CheckConstraint(
                condition=(Q(office__isnull=False) & Q(role="")) | (Q(office__isnull=True) & ~Q(role="")),
                name="handover_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}交接（{self.giver}—{self.taker}）"

    def get_absolute_url(self) -> str:
        """The handover's page."""
        return reverse("members:handover-detail", args=[self.pk])

    @property
    def subject(self) -> str:
        """What passes: 第六届工会委员会委员（生活）, or 会计."""
        return f"{self.office.term}{self.office.title}" if self.office else self.get_role_display()


class HandoverItem(models.Model):
    """One line of a handover: an open matter as it stood that day, or a thing."""

    UNAUDITED = "Its lines are written once, with their handover, whose trail tells of it."

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="items", verbose_name=_("交接"))
    kind = models.CharField(_("类别"), max_length=10, choices=HandoverKind)
    text = models.CharField(_("内容"), max_length=400)

    class Meta:
        verbose_name = _("交接内容")
        verbose_name_plural = verbose_name
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
