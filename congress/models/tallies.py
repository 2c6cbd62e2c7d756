"""What a vote came to: typed until ballots are counted here, and told the same way then."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from congress.enums import COUNTED_WAYS, VotingWay


@dataclass(frozen=True)
class Tally:
    """Votes for, against and abstaining, of those present and of all who were due.

    Passed is what more than a share of all who were due voted for, whoever came. Those present may be more than the
    votes together: who gave no valid vote is in none of the three.
    """

    due: int
    present: int
    in_favour: int
    against: int
    abstained: int
    needed: int

    @classmethod
    def of(cls, *, due: int, present: int, in_favour: int, against: int, abstained: int, percent: Decimal) -> Self:
        """With the least number of votes that is more than `percent` of all who are due, without any rounding."""
        return cls(due, present, in_favour, against, abstained, needed=int(due * percent // 100) + 1)

    @property
    def is_passed(self) -> bool:
        """Whether enough of all who were due voted for it."""
        return self.in_favour >= self.needed

    @property
    def is_possible(self) -> bool:
        """Whether so many people can have voted so."""
        return self.in_favour + self.against + self.abstained <= self.present <= self.due

    @property
    def words(self) -> str:
        """应到80人，实到54人，赞成40票，反对10票，弃权4票."""
        told = _t("应到%(due)d人，实到%(present)d人，赞成%(in_favour)d票，反对%(against)d票，弃权%(abstained)d票")
        return told % vars(self)

    @property
    def verdict(self) -> str:
        """未超过半数（须41票），未通过: why it passed or not."""
        if self.is_passed:
            told = _t("达到通过所需的%(needed)d票，通过")
        elif 2 * self.needed in (self.due + 1, self.due + 2):
            told = _t("未超过半数（须%(needed)d票），未通过")
        else:
            told = _t("不足通过所需的%(needed)d票，未通过")
        return told % vars(self)

    @property
    def sentence(self) -> str:
        """应到80人，赞成40票，未超过半数（须41票），未通过。"""
        told = _t("应到%(due)d人，赞成%(in_favour)d票，%(verdict)s。")
        return told % {"due": self.due, "in_favour": self.in_favour, "verdict": self.verdict}


class VotedOn(models.Model):
    """A record that may be voted on: how, and the counts with the votes that the rule of the day asked for."""

    way = models.CharField(_("表决方式"), max_length=10, choices=VotingWay, blank=True, editable=False)
    due = models.PositiveIntegerField(_("应到"), null=True, editable=False)
    present = models.PositiveIntegerField(_("实到"), null=True, editable=False)
    in_favour = models.PositiveIntegerField(_("赞成"), null=True, editable=False)
    against = models.PositiveIntegerField(_("反对"), null=True, editable=False)
    abstained = models.PositiveIntegerField(_("弃权"), null=True, editable=False)
    needed = models.PositiveIntegerField(_("通过所需票数"), null=True, editable=False)

    class Meta:
        abstract = True

    COUNTS = ("due", "present", "in_favour", "against", "abstained", "needed")

    @property
    def tally(self) -> Tally | None:
        """What the vote came to; None where nothing was counted."""
        if self.due is None:
            return None
        return Tally(**{name: getattr(self, name) for name in self.COUNTS})

    @tally.setter
    def tally(self, tally: Tally | None) -> None:
        for name in self.COUNTS:
            setattr(self, name, None if tally is None else getattr(tally, name))


def counted_wholly(name: str) -> models.CheckConstraint:
    """The constraint that all counts are there, exactly where votes were counted."""
    there: dict[str, Any] = {f"{count}__isnull": False for count in VotedOn.COUNTS}
    none = {f"{count}__isnull": True for count in VotedOn.COUNTS}
    return models.CheckConstraint(
        condition=Q(way__in=COUNTED_WAYS, **there) | Q(way__in=["", VotingWay.APPLAUSE], **none), name=name
    )


def counted_possibly(name: str) -> models.CheckConstraint:
    """The constraint that no more voted than came, and no more came than were due."""
    return models.CheckConstraint(
        condition=Q(due__isnull=True)
        | Q(present__lte=F("due"), present__gte=F("in_favour") + F("against") + F("abstained"), needed__gte=1),
        name=name,
    )
