"""Who is a delegate from when to when, how they came to it, and how it ended."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from congress.enums import DelegateKind, Departure
from congress.models.constituencies import Constituency, Delegation
from congress.models.terms import OpenToStaff, Term
from congress.permissions import oversees
from members.models import Member, UnionGroup
from members.permissions import member_id_of
from unionoffice.dated import covering, ends_after_start
from unionoffice.versions import Versioned

KEY_LENGTH = 24


def new_card_key() -> str:
    """What the code on a card is made of: nobody guesses another's."""
    return get_random_string(KEY_LENGTH)


class DelegateQuerySet(OpenToStaff):
    """Questions asked of delegates."""

    def in_force_on(self, on: date) -> Self:
        """Delegates on a day, of the term that runs then."""
        return self.filter(covering(on), covering(on, path="term__"))

    def voting_on(self, on: date) -> Self:
        """Those of them who vote, second and count."""
        return self.in_force_on(on).filter(kind=DelegateKind.VOTING)

    def ended_in(self, start: date, end: date) -> Self:
        """Delegates whose last day, before the term's own, fell within some days, both included."""
        return self.filter(to_on__range=(start, end)).exclude(departure="")


class Delegate(Versioned):
    """代表: somebody in a term, elected by a constituency, for a union group or a delegation with a name of its own.

    `number` is that of the card, given once and never again within the term. Who was elected here has an `election`
    and, since only those who pass the check become delegates, `qualified_on`; others were entered as found in the
    books. The history tells why a seat was given back or taken: it isn't for everybody who sees who sits there.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = (
        "term",
        "member",
        "kind",
        "number",
        "group",
        "constituency",
        "delegation",
        "election",
        "qualified_on",
        "from_on",
        "to_on",
        "departure",
        "departure_note",
    )
    SENSITIVE = ("card_key",)

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="delegates", verbose_name=_("届"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="delegacies", verbose_name=_("教职工"))
    kind = models.CharField(_("代表类别"), max_length=10, choices=DelegateKind, default=DelegateKind.VOTING)
    number = models.PositiveSmallIntegerField(_("代表证编号"), null=True, editable=False)
    card_key = models.CharField(
        _("代表证密钥"), max_length=KEY_LENGTH, default=new_card_key, unique=True, editable=False
    )
    group = models.ForeignKey(
        UnionGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("所属工会小组"),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("选举单位"),
    )
    delegation = models.ForeignKey(
        Delegation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("代表团"),
    )
    election = models.ForeignKey(
        "congress.DelegateElection",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="delegates",
        verbose_name=_("选举"),
    )
    qualified_on = models.DateField(_("资格审查通过日期"), null=True, editable=False)
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"), null=True, blank=True)
    departure = models.CharField(_("终止原因"), max_length=8, choices=Departure, blank=True, editable=False)
    departure_note = models.CharField(_("终止说明"), max_length=200, blank=True, editable=False)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = _("代表")
        verbose_name_plural = verbose_name
        ordering = ["-term__number", "member__pinyin", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "member"], condition=Q(to_on=None), name="delegate_once_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["term", "number"], condition=Q(number__isnull=False), name="one_delegate_of_a_number"
            ),
            models.CheckConstraint(
                condition=Q(election__isnull=True) | Q(qualified_on__isnull=False),
                name="elected_delegate_qualified",
            ),
            models.CheckConstraint(
                condition=Q(departure="") | Q(to_on__isnull=False), name="departed_delegate_has_a_last_day"
            ),
            ends_after_start("delegate_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.term}{self.kind_name} {self.member}"

    def get_absolute_url(self) -> str:
        """The delegate's page."""
        return reverse("congress:delegate-detail", args=[self.pk])

    @property
    def kind_name(self) -> str:
        """正式代表, 列席代表 or 特邀代表; in the members' congress those with a vote are 会员代表."""
        return self.term.voting_name if self.kind == DelegateKind.VOTING else self.get_kind_display()

    @property
    def unit(self) -> str:
        """The delegation's name, else that of the constituency or of the union group."""
        found = self.delegation or self.constituency or self.group
        return found.name if found else ""

    @property
    def seat(self) -> str:
        """正式代表（第一工会小组）."""
        return f"{self.kind_name}（{self.unit}）" if self.unit else self.kind_name

    def is_same_seat_as(self, other: "Delegate") -> bool:
        """Whether both sit in one term for the same people with the same rights."""
        same = ("term_id", "kind", "group_id", "constituency_id", "delegation_id")
        return all(getattr(self, name) == getattr(other, name) for name in same)


class RecallQuerySet(models.QuerySet["Recall"]):
    """Questions asked of recalls."""

    def visible_to(self, user: Any) -> Self:
        """All for those who oversee the congress; one's own. That it happened, the delegate's page tells all."""
        if oversees.test(user):
            return self
        mine = member_id_of(user)
        return self.filter(delegate__member=mine) if mine is not None else self.none()


class Recall(models.Model):
    """撤换: the meeting at which more than half of a constituency took its delegate back.

    学校教职工代表大会规定: delegates are watched by those who elected them, and the school lays down
    how they are recalled. Here as they were elected: by more than half of those due.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("delegate", "held_on", "due", "present", "in_favour", "reason")

    delegate = models.OneToOneField(Delegate, on_delete=models.PROTECT, related_name="recall", verbose_name=_("代表"))
    held_on = models.DateField(_("会议日期"))
    due = models.PositiveIntegerField(_("应到人数"))
    present = models.PositiveIntegerField(_("实到人数"))
    in_favour = models.PositiveIntegerField(_("同意撤换票数"))
    reason = models.CharField(_("撤换理由"), max_length=500)

    objects = RecallQuerySet.as_manager()

    class Meta:
        verbose_name = _("撤换")
        verbose_name_plural = verbose_name
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(present__lte=F("due"), in_favour__lte=F("present")), name="recall_counts_in_order"
            ),
            models.CheckConstraint(condition=Q(in_favour__gt=F("due") - F("in_favour")), name="recall_by_majority"),
        ]

    def __str__(self) -> str:
        return str(self.delegate)
