"""Committees, their terms, and who held which office when."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from members.enums import CommitteeKind, CommitteePost
from members.models.people import Member
from members.permissions import sees_all_members
from unionoffice.dated import covering, ends_after_start
from unionoffice.numbering import ordinal


class Committee(models.Model):
    """委员会."""

    AUDITED = ("kind", "name")

    kind = models.CharField(_("类型"), max_length=20, choices=CommitteeKind)
    name = models.CharField(_("名称"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("委员会")
        verbose_name_plural = verbose_name
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class CommitteeTerm(models.Model):
    """届 of a committee: 3 or 5 years."""

    AUDITED = ("committee", "number", "from_on", "to_on", "approval_no", "approved_on")

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="terms", verbose_name=_("委员会"))
    number = models.PositiveSmallIntegerField(_("届次"))
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"))
    approval_no = models.CharField(_("批复文号"), max_length=60, blank=True)
    approved_on = models.DateField(_("批复日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("届次")
        verbose_name_plural = verbose_name
        ordering = ["committee", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "number"], name="one_term_of_a_number"),
            models.CheckConstraint(condition=Q(to_on__gt=F("from_on")), name="term_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"第{ordinal(self.number)}届{self.committee}"


class OfficeHoldingQuerySet(models.QuerySet["OfficeHolding"]):
    """Questions asked of offices."""

    def visible_to(self, user: Any) -> Self:
        """All for those who see all members."""
        return self if sees_all_members.test(user) else self.none()

    def taken_in(self, start: date, end: date) -> Self:
        """Offices that somebody took within some days, both included."""
        return self.filter(from_on__range=(start, end))

    def held_on(self, on: date) -> Self:
        """Offices held on a day."""
        return self.filter(covering(on))


class OfficeHolding(models.Model):
    """任职: somebody in a post of a committee's term, from a day on."""

    AUDITED = ("term", "member", "post", "duty", "from_on", "to_on")

    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="offices", verbose_name=_("届次"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="offices", verbose_name=_("教职工"))
    post = models.CharField(_("职务"), max_length=20, choices=CommitteePost)
    duty = models.CharField(_("分工"), max_length=30, blank=True)
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    objects = OfficeHoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = verbose_name
        ordering = ["term", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["term", "member", "post", "from_on"], name="one_office_once"),
            ends_after_start("office_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.get_post_display()} {self.member}"

    def get_absolute_url(self) -> str:
        """The page of the person: an office is read there among all that they held."""
        return self.member.get_absolute_url()
