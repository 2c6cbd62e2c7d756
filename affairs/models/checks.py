"""监督小组检查: what the supervision group looked at, found, and asked for."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.models.catalogue import CatalogueItem
from affairs.models.channels import Channel
from affairs.permissions import adds_to_check, opens_checks
from members.models import Member
from unionoffice.attachments import AttachmentRules
from unionoffice.days import in_full
from unionoffice.versions import Versioned


class BoardCheckQuerySet(models.QuerySet["BoardCheck"]):
    """Questions asked of checks."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep the board, approve or check; others those that name them."""
        if opens_checks.test(user):
            return self
        if not user.is_authenticated or user.member_id is None:
            return self.none()
        named = Q(people__member=user.member_id) | Q(issues__handler=user.member_id)
        return self.filter(pk__in=self.model.objects.filter(named).values("pk"))

    def held_between(self, start: date, end: date) -> Self:
        """Held within some days, both included."""
        return self.filter(checked_on__range=(start, end))


class BoardCheck(Versioned):
    """监督小组检查: on a day, by some people, of some channels and matters, with what they found."""

    AUDITED = ("checked_on", "scope", "finding")
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=adds_to_check, title=_("检查材料"))

    checked_on = models.DateField(_("检查日期"))
    scope = models.CharField(_("检查内容"), max_length=200)
    finding = models.TextField(_("检查情况"), max_length=2000)
    channels = models.ManyToManyField(Channel, blank=True, related_name="+", verbose_name=_("检查的渠道"))
    items = models.ManyToManyField(CatalogueItem, blank=True, related_name="+", verbose_name=_("检查的目录"))

    objects = BoardCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("监督检查")
        verbose_name_plural = verbose_name
        ordering = ["-checked_on", "-pk"]

    def __str__(self) -> str:
        return str(_("%(day)s校务公开检查") % {"day": in_full(self.checked_on)})

    def get_absolute_url(self) -> str:
        """The check's page."""
        return reverse("affairs:check-detail", args=[self.pk])


class CheckPerson(models.Model):
    """Somebody who took part in a check."""

    AUDITED = ("check_held", "member")

    check_held = models.ForeignKey(
        BoardCheck, on_delete=models.PROTECT, related_name="people", verbose_name=_("监督检查")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("检查人"))

    class Meta:
        verbose_name = _("检查人")
        verbose_name_plural = verbose_name
        ordering = ["check_held", "pk"]
        constraints = [models.UniqueConstraint(fields=["check_held", "member"], name="checks_once_a_check")]

    def __str__(self) -> str:
        return f"{self.check_held} {self.member}"


class CheckIssueQuerySet(models.QuerySet["CheckIssue"]):
    """Questions asked of what checks asked for."""

    def visible_to(self, user: Any) -> Self:
        """As visible as their checks."""
        if opens_checks.test(user):
            return self
        return self.filter(check_held__in=BoardCheck.objects.visible_to(user).values("pk"))

    def unfinished(self) -> Self:
        """Still to be done."""
        return self.filter(done_on__isnull=True)


class CheckIssue(Versioned):
    """整改事项: what a check found wanting, what is to be done by whom and when, and what came of it."""

    AUDITED = ("check_held", "problem", "demand", "handler", "due_on", "done_on", "outcome")

    check_held = models.ForeignKey(
        BoardCheck, on_delete=models.PROTECT, related_name="issues", verbose_name=_("监督检查")
    )
    problem = models.CharField(_("发现的问题"), max_length=200)
    demand = models.CharField(_("整改要求"), max_length=200)
    handler = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("整改责任人"))
    due_on = models.DateField(_("整改期限"))
    done_on = models.DateField(_("完成日期"), null=True, blank=True, editable=False)
    outcome = models.CharField(_("整改结果"), max_length=200, blank=True, editable=False)

    objects = CheckIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("整改事项")
        verbose_name_plural = verbose_name
        ordering = ["check_held", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(done_on__isnull=True) & Q(outcome="")) | (Q(done_on__isnull=False) & ~Q(outcome="")),
                name="done_on_a_day_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.problem

    def get_absolute_url(self) -> str:
        """The page of its check."""
        return self.check_held.get_absolute_url()

    def is_overdue(self, on: date) -> bool:
        """Whether it should be done by now."""
        return self.done_on is None and self.due_on < on
