"""Those whom a proposal's authors ask: to take a draft up, and to stand behind a proposal."""

from typing import ClassVar

import rules
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from congress.enums import SecondingStatus
from congress.models.proposals import OfProposalQuerySet, Proposal
from congress.permissions import oversees
from members.models import Member


class Seconding(models.Model):
    """附议: a delegate who was asked to stand behind a proposal, or came by themselves."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("proposal", "member", "status", "answered_on")

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="secondings", verbose_name=_("提案")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("代表"))
    status = models.CharField(
        _("附议"), max_length=10, choices=SecondingStatus, default=SecondingStatus.INVITED, editable=False
    )
    answered_on = models.DateField(_("回复日期"), null=True, editable=False)

    objects = OfProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("附议")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "member"], name="second_once"),
            models.CheckConstraint(
                condition=Q(status=SecondingStatus.INVITED, answered_on__isnull=True)
                | ~Q(status=SecondingStatus.INVITED) & Q(answered_on__isnull=False),
                name="seconding_answered_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.get_status_display()}"


class TakeUpRefusal(models.Model):
    """A delegate who was asked to take a draft up and said no, with a word to the originator."""

    READS_TRAIL: ClassVar[rules.Predicate] = oversees
    AUDITED = ("proposal", "member", "refused_on")
    SENSITIVE = ("word",)

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="refusals", verbose_name=_("提案"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("代表"))
    word = models.CharField(_("留言"), max_length=200, blank=True)
    refused_on = models.DateField(_("婉拒日期"))

    objects = OfProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("婉拒领衔")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["proposal", "member"], name="refuse_take_up_once")]

    def __str__(self) -> str:
        return f"{self.member} {_('婉拒领衔')}"
