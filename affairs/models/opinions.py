"""What people said in a consultation, and the points into which the office gathers it to answer."""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from affairs.enums import CLOSED_ONCE, Decision, Voice
from affairs.permissions import sees_all_consultations
from members.models import Member, UnionGroup
from unionoffice.untraceable import Untraceable
from unionoffice.versions import Versioned


class OpinionPointQuerySet(models.QuerySet["OpinionPoint"]):
    """Questions asked of points."""

    def visible_to(self, user: Any) -> Self:
        """Those of consultations that the user answers for; for others they come with the concluded consultation."""
        return self if sees_all_consultations.test(user) else self.none()

    def unanswered(self) -> Self:
        """Those that nobody has decided on yet."""
        return self.filter(decision="")

    def with_voices(self) -> Self:
        """Each with how many opinions it gathers and how many people stand behind them."""
        return self.annotate(opinions_count=Count("opinions"), heads=Sum("opinions__headcount"))


class OpinionPoint(Versioned):
    """归并后的意见: alike opinions as one point, with the answer to it. It is the office's wording, and audited."""

    AUDITED = ("consultation", "number", "passage", "text", "decision", "reason", "new_wording")

    consultation = models.ForeignKey(
        "affairs.Consultation", on_delete=models.PROTECT, related_name="points", verbose_name=_("征求意见")
    )
    number = models.PositiveSmallIntegerField(_("序号"))
    passage = models.PositiveSmallIntegerField(_("针对内容"), null=True, blank=True)
    text = models.TextField(_("意见要点"), max_length=1000)
    decision = models.CharField(_("答复"), max_length=10, choices=Decision, blank=True)
    reason = models.TextField(_("理由"), max_length=1000, blank=True)
    new_wording = models.TextField(_("修改为"), max_length=2000, blank=True)

    objects = OpinionPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("意见要点")
        verbose_name_plural = verbose_name
        ordering = ["consultation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="one_point_of_a_number"),
            models.CheckConstraint(
                condition=Q(decision="", reason="", new_wording="") | (~Q(decision="") & ~Q(reason="")),
                name="point_answered_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]


class OpinionQuerySet(models.QuerySet["Opinion"]):
    """Questions asked of opinions. None may ask for their order."""

    def visible_to(self, user: Any) -> Self:
        """Those of closed consultations, for those who answer for them; names are the page's to hide."""
        if not user.is_authenticated or not sees_all_consultations.test(user):
            return self.none()
        return self.filter(consultation__status__in=CLOSED_ONCE)

    def handed_in_by(self, member_id: int | None) -> Self:
        """What somebody signed, or collected for a group; what nobody signed is nobody's."""
        return self.filter(member=member_id) if member_id is not None else self.none()

    def ungathered(self) -> Self:
        """Those that no point answers yet."""
        return self.filter(point__isnull=True)


class Opinion(Untraceable):
    """意见 of one person, of a group, or of nobody who could be found out.

    One table for all: an anonymous one differs from its neighbours in that nothing says whose it is. None bears a
    day. `once` is the key of the form that it came in, drawn when the form was shown and kept nowhere else: the same
    form sent twice is one opinion.
    """

    UNAUDITED = "Opinions may be anonymous: an entry in the trail would say who wrote, or when."

    consultation = models.ForeignKey(
        "affairs.Consultation", on_delete=models.PROTECT, related_name="opinions", verbose_name=_("征求意见")
    )
    point = models.ForeignKey(
        OpinionPoint, on_delete=models.PROTECT, null=True, related_name="opinions", verbose_name=_("归入要点")
    )
    voice = models.CharField(_("提出方式"), max_length=10, choices=Voice)
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="opinions", verbose_name=_("提出人")
    )
    group = models.ForeignKey(
        UnionGroup, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("工会小组")
    )
    headcount = models.PositiveSmallIntegerField(_("人数"), default=1)
    passage = models.PositiveSmallIntegerField(_("针对内容"), null=True)
    question = models.PositiveSmallIntegerField(_("回答的问题"), null=True)
    text = models.TextField(_("意见"), max_length=1000)
    once = models.UUIDField(_("表单键"), unique=True, default=uuid.uuid4, editable=False)

    objects = OpinionQuerySet.as_manager()

    class Meta(Untraceable.Meta):
        verbose_name = _("意见")
        verbose_name_plural = verbose_name
        constraints = [
            models.CheckConstraint(
                condition=Q(voice=Voice.ANONYMOUS, member__isnull=True, group__isnull=True, headcount=1)
                | Q(voice__in=[Voice.OPEN, Voice.NAMED], member__isnull=False, group__isnull=True, headcount=1)
                | Q(voice=Voice.GROUP, member__isnull=False, group__isnull=False, headcount__gt=0),
                name="opinion_tells_whose_it_is_as_its_voice_says",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]

    def shown_name(self, *, names: bool) -> str:
        """Whose it is: for those who may read names, and where its author wants it read by all."""
        if self.voice == Voice.GROUP:
            return f"{self.group}（{self.headcount}人）"
        if self.voice == Voice.OPEN or (names and self.voice == Voice.NAMED):
            return str(self.member)
        return str(_("匿名")) if self.voice == Voice.ANONYMOUS else str(_("署名，不公布姓名"))
