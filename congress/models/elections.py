"""Elections of delegates: their rounds, who was named in each, and what was counted."""

from typing import Any, ClassVar, Self

import rules
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import ELECTION_MOVES, ElectionMethod, ElectionStatus, Occasion, Stage
from congress.models.constituencies import Constituency
from congress.models.delegates import Delegate
from congress.models.terms import OpenToStaff, Term
from congress.permissions import may_attach_to_election, oversees, reads_election_files
from members.models import Member
from unionoffice.attachments import AttachmentRules
from unionoffice.versions import Versioned


class ElectionQuerySet(OpenToStaff):
    """Questions asked of elections."""

    def concluded_in(self, start: Any, end: Any) -> Self:
        """Elections whose last ballot was decided within some days, both included."""
        return self.filter(concluded_on__range=(start, end))


class DelegateElection(Versioned):
    """代表选举 of one constituency, or of the whole term where none is named.

    Who was elected becomes a delegate when the check of qualifications (`checked_on`) is done, not before.
    """

    MOVES = ELECTION_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(
        may_add=may_attach_to_election, reads_sensitive=reads_election_files, all_sensitive=True
    )
    AUDITED = (
        "term",
        "constituency",
        "method",
        "occasion",
        "replaces",
        "seats",
        "status",
        "concluded_on",
        "checked_on",
    )

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="elections", verbose_name=_("届"))
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="elections",
        verbose_name=_("选举单位"),
    )
    method = models.CharField(_("选举方式"), max_length=6, choices=ElectionMethod, default=ElectionMethod.DIRECT)
    occasion = models.CharField(_("选举类型"), max_length=7, choices=Occasion, default=Occasion.REGULAR)
    replaces = models.ForeignKey(
        Delegate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successions",
        verbose_name=_("接替的代表"),
    )
    seats = models.PositiveSmallIntegerField(_("应选人数"))
    status = models.CharField(
        _("状态"), max_length=7, choices=ElectionStatus, default=ElectionStatus.RUNNING, editable=False
    )
    concluded_on = models.DateField(_("选举结束日期"), null=True, editable=False)
    checked_on = models.DateField(_("资格审查日期"), null=True, editable=False)

    objects = ElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("代表选举")
        verbose_name_plural = verbose_name
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(seats__gte=1), name="election_fills_a_seat"),
            models.CheckConstraint(
                condition=Q(status=ElectionStatus.RUNNING, concluded_on__isnull=True)
                | ~Q(status=ElectionStatus.RUNNING) & Q(concluded_on__isnull=False),
                name="election_over_when_concluded",
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True)
                | Q(status=ElectionStatus.DONE, checked_on__gte=F("concluded_on")),
                name="election_done_when_checked",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | Q(occasion=Occasion.BY), name="only_by_election_replaces"
            ),
            models.UniqueConstraint(
                fields=["constituency"],
                condition=Q(status=ElectionStatus.RUNNING),
                name="one_election_runs_in_a_constituency",
            ),
            models.UniqueConstraint(
                fields=["term"],
                condition=Q(status=ElectionStatus.RUNNING, constituency__isnull=True),
                name="one_election_of_all_runs_in_a_term",
            ),
        ]

    def __str__(self) -> str:
        where = self.constituency.name if self.constituency else str(_("全校"))
        return f"{self.term}{where}{self.get_occasion_display()}"

    def get_absolute_url(self) -> str:
        """The election's page."""
        return reverse("congress:election-detail", args=[self.pk])


class OfElection(models.QuerySet[Any]):
    """Rows that are as visible as their election."""

    def visible_to(self, user: Any) -> Self:
        """With the election."""
        return self.filter(election__in=DelegateElection.objects.visible_to(user))


class ElectionRound(models.Model):
    """One round: names put up, opinions heard, or a ballot with its counts.

    `notes` keeps how opinions were asked and what they were: for those who oversee elections, so the trail has none.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("election", "number", "stage", "held_on", "due", "present", "issued", "returned", "valid")

    election = models.ForeignKey(
        DelegateElection, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("代表选举")
    )
    number = models.PositiveSmallIntegerField(_("轮次"))
    stage = models.CharField(_("环节"), max_length=11, choices=Stage)
    held_on = models.DateField(_("日期"))
    notes = models.TextField(_("情况和意见"), max_length=4000, blank=True)
    due = models.PositiveIntegerField(_("应到人数"), null=True)
    present = models.PositiveIntegerField(_("实到人数"), null=True)
    issued = models.PositiveIntegerField(_("发出选票"), null=True)
    returned = models.PositiveIntegerField(_("收回选票"), null=True)
    valid = models.PositiveIntegerField(_("有效票"), null=True)

    objects = OfElection.as_manager()

    class Meta:
        verbose_name = _("选举环节")
        verbose_name_plural = verbose_name
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="one_round_of_an_election_a_number"),
            models.UniqueConstraint(
                fields=["election", "stage"], condition=~Q(stage=Stage.BALLOT), name="only_ballots_are_repeated"
            ),
            models.CheckConstraint(
                condition=Q(
                    stage=Stage.BALLOT,
                    due__isnull=False,
                    present__isnull=False,
                    issued__isnull=False,
                    returned__isnull=False,
                    valid__isnull=False,
                    present__lte=F("due"),
                    issued__lte=F("present"),
                    returned__lte=F("issued"),
                    valid__lte=F("returned"),
                )
                | ~Q(stage=Stage.BALLOT)
                & Q(
                    due__isnull=True,
                    present__isnull=True,
                    issued__isnull=True,
                    returned__isnull=True,
                    valid__isnull=True,
                ),
                name="ballot_counts_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.election} {self.get_stage_display()}"

    @property
    def invalid(self) -> int:
        """Ballots that came back and say nothing."""
        return (self.returned or 0) - (self.valid or 0)


class OfRound(models.QuerySet[Any]):
    """Rows that are as visible as their round."""

    def visible_to(self, user: Any) -> Self:
        """With the election."""
        return self.filter(round__election__in=DelegateElection.objects.visible_to(user))


class Candidacy(models.Model):
    """Somebody named in a round; in a ballot with the votes, whether elected, and what the check of that said."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("round", "member", "votes", "is_elected", "has_passed")

    round = models.ForeignKey(
        ElectionRound, on_delete=models.PROTECT, related_name="names", verbose_name=_("选举环节")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))
    votes = models.PositiveIntegerField(_("得票"), null=True)
    is_elected = models.BooleanField(_("当选"), default=False)
    has_passed = models.BooleanField(_("资格审查"), null=True)
    refused_because = models.CharField(_("未通过的理由"), max_length=200, blank=True)

    objects = OfRound.as_manager()

    class Meta:
        verbose_name = _("候选人")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "member"], name="named_once_a_round"),
            models.CheckConstraint(
                condition=Q(is_elected=False) | Q(votes__isnull=False), name="elected_by_counted_votes"
            ),
            models.CheckConstraint(
                condition=Q(has_passed__isnull=True) | Q(is_elected=True), name="only_elected_are_checked"
            ),
            models.CheckConstraint(
                condition=Q(has_passed=False) & ~Q(refused_because="")
                | (Q(has_passed__isnull=True) | Q(has_passed=True)) & Q(refused_because=""),
                name="refused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.member}"
