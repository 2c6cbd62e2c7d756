"""Terms of the congress: whose it is, who meets, from when to when."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import BODY_NAMES, SHORT_NAMES, Assembly, Body
from congress.permissions import is_staff
from unionoffice.numbering import ordinal
from unionoffice.versions import Versioned


class OpenToStaff(models.QuerySet[Any]):
    """Rows that everybody who works here may read."""

    def visible_to(self, user: Any) -> Self:
        """All for the staff, none for others."""
        return self if is_staff.test(user) else self.none()


class TermQuerySet(OpenToStaff):
    """Questions asked of terms."""

    def running_on(self, on: date) -> Self:
        """Terms that run on a day."""
        return self.filter(from_on__lte=on, to_on__gte=on)


class Term(Versioned):
    """届 of the staff congress, 3 or 5 years (学校教职工代表大会规定), or of the union's members' congress.

    Where everybody meets, who votes follows from the members' own records: such a term has no delegates with a vote.
    """

    AUDITED = ("body", "assembly", "number", "from_on", "to_on", "delegate_total")

    body = models.CharField(_("会议"), max_length=5, choices=Body, default=Body.STAFF)
    assembly = models.CharField(_("形式"), max_length=10, choices=Assembly, default=Assembly.DELEGATES)
    number = models.PositiveSmallIntegerField(_("届次"))
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"))
    delegate_total = models.PositiveSmallIntegerField(_("代表总名额"), null=True, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("届")
        verbose_name_plural = verbose_name
        ordering = ["body", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="one_congress_term_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="congress_terms_count_from_one"),
            models.CheckConstraint(condition=Q(to_on__gt=F("from_on")), name="congress_term_ends_after_start"),
            models.CheckConstraint(
                condition=Q(delegate_total__isnull=True) | Q(assembly=Assembly.DELEGATES),
                name="only_delegates_are_shared_out",
            ),
        ]

    def __str__(self) -> str:
        return f"第{ordinal(self.number)}届{self.short_name}"

    def get_absolute_url(self) -> str:
        """The term's page."""
        return reverse("congress:term-detail", args=[self.pk])

    @property
    def has_delegates(self) -> bool:
        """Whether delegates vote, and not everybody."""
        return self.assembly == Assembly.DELEGATES

    @property
    def printed_name(self) -> str:
        """教职工代表大会, 教职工大会, 工会会员代表大会 or 工会会员大会."""
        return str(BODY_NAMES[Body(self.body), Assembly(self.assembly)])

    @property
    def voter_noun(self) -> str:
        """What those with a vote are called: 代表, or where everybody meets 教职工 or 会员."""
        if self.assembly == Assembly.DELEGATES:
            return str(_("代表"))
        return str(_("教职工") if self.body == Body.STAFF else _("会员"))

    @property
    def voters_named(self) -> str:
        """Those with a vote in full: 正式代表, 会员代表, or where everybody meets 教职工 or 会员."""
        return self.voting_name if self.has_delegates else self.voter_noun

    @property
    def voting_name(self) -> str:
        """What papers call a delegate with a vote: 正式代表, in the members' congress 会员代表."""
        return str(_("正式代表") if self.body == Body.STAFF else _("会员代表"))

    @property
    def short_name(self) -> str:
        """教代会, 教职工大会, 会员代表大会 or 会员大会."""
        return str(SHORT_NAMES[Body(self.body), Assembly(self.assembly)])
