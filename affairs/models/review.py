"""Rounds of approval: what the approver read each time, and what was said about it."""

from collections.abc import Mapping
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import GIVEN_BACK, ROUND_MOVES, Reach, RoundStatus, Stage
from affairs.models.disclosures import Disclosure
from affairs.permissions import sees_all_disclosures, spheres_approved_by
from unionoffice.refusal import Refused
from unionoffice.richtext import RichTextField

LONGEST_QUOTE = 300

READ = frozenset(
    {
        "disclosure",
        "round_no",
        "matter",
        "title",
        "body",
        "correction_note",
        "stage",
        "reach",
        "period_code",
        "publish_on",
        "posted_until",
        "files",
        "submitted_by",
        "submitted_on",
    }
)
"""What the approver had before them: nobody changes it, whatever became of the disclosure."""

KEPT = _("送审的内容和批注是审批记录，不能修改或删除。")


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Questions asked of rounds."""

    def visible_to(self, user: Any) -> Self:
        """As the history of their disclosure: for those who run or approve the board, and for the writer."""
        if sees_all_disclosures.test(user):
            return self
        return self.filter(disclosure__drafted_by=user) if user.is_authenticated else self.none()

    def waiting(self) -> Self:
        """Not decided yet."""
        return self.filter(status=RoundStatus.WAITING)

    def given_back(self) -> Self:
        """Those that asked for something to be mended."""
        return self.filter(status__in=GIVEN_BACK)

    def update(self, **fields: Any) -> int:
        """Refused for what was read."""
        if any(self.model._meta.get_field(name).name in READ for name in fields):
            raise Refused(str(KEPT))
        return super().update(**fields)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: a round is a record of the approver's work."""
        raise Refused(str(KEPT))


class Submission(models.Model):
    """送审: a text as it was handed in, and the approver's answer to it. One of a disclosure waits at a time."""

    MOVES = ROUND_MOVES
    AUDITED = ("disclosure", "round_no", "status", "submitted_on", "decider", "decided_on")

    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, related_name="submissions", verbose_name=_("公开事项")
    )
    round_no = models.PositiveSmallIntegerField(_("第几次送审"))
    status = models.CharField(_("结果"), max_length=12, choices=RoundStatus, default=RoundStatus.WAITING)
    matter = models.CharField(_("公开目录"), max_length=60)
    title = models.CharField(_("标题"), max_length=100)
    body = RichTextField(_("正文"))
    correction_note = models.CharField(_("更正说明"), max_length=200, blank=True)
    stage = models.CharField(_("公开阶段"), max_length=10, choices=Stage)
    reach = models.CharField(_("公开范围"), max_length=10, choices=Reach)
    period_code = models.CharField(_("所属时段"), max_length=20, blank=True)
    publish_on = models.DateField(_("何日公开"), null=True)
    posted_until = models.DateField(_("公开至"), null=True)
    files = models.JSONField(_("附件"), default=list)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("提交人")
    )
    submitted_on = models.DateField(_("提交日期"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("审批账号")
    )
    decider = models.CharField(_("审批人"), max_length=60, blank=True)
    decided_on = models.DateField(_("审批日期"), null=True)
    comment = models.TextField(_("审批意见"), blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("送审记录")
        verbose_name_plural = verbose_name
        ordering = ["disclosure", "-round_no"]
        constraints = [
            models.UniqueConstraint(fields=["disclosure", "round_no"], name="one_round_of_a_number"),
            models.UniqueConstraint(
                fields=["disclosure"], condition=Q(status=RoundStatus.WAITING), name="one_round_waits"
            ),
            models.CheckConstraint(
                condition=Q(status=RoundStatus.WAITING, decided_on__isnull=True, decider="")
                | (~Q(status=RoundStatus.WAITING) & Q(decided_on__isnull=False) & ~Q(decider="")),
                name="round_decided_exactly_when_over",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=GIVEN_BACK) | ~Q(comment=""), name="round_given_back_says_why"
            ),
        ]

    def __str__(self) -> str:
        return _("第%(round)d次送审") % {"round": self.round_no}

    def get_absolute_url(self) -> str:
        """The text as it was read then."""
        return reverse("affairs:disclosure-round", args=[self.disclosure_id, self.round_no])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where it would change what was read."""
        stored = Submission.objects.filter(pk=self.pk).values(*READ).first() or {}
        if any(value != self.serializable_value(name) for name, value in stored.items()):
            raise Refused(str(KEPT))
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: a round is a record of the approver's work."""
        raise Refused(str(KEPT))


class PassageCommentQuerySet(models.QuerySet["PassageComment"]):
    """Questions asked of comments on passages."""

    def visible_to(self, user: Any) -> Self:
        """Once they were sent, to who sees the round; before that to who approves the sphere."""
        if not user.is_authenticated:
            return self.none()
        sent = self.filter(submission__in=Submission.objects.visible_to(user)).exclude(
            submission__status=RoundStatus.WAITING
        )
        return sent | self.filter(submission__disclosure__sphere__in=spheres_approved_by(user))

    def in_open_rounds(self) -> Self:
        """Not sent yet: they may still be changed."""
        return self.filter(submission__status=RoundStatus.WAITING)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused for what was sent."""
        if self.exclude(submission__status=RoundStatus.WAITING).exists():
            raise Refused(str(KEPT))
        return super().delete()

    def update(self, **fields: Any) -> int:
        """Refused for what was sent, but for whether it is done."""
        if not fields.keys() <= DONE and self.exclude(submission__status=RoundStatus.WAITING).exists():
            raise Refused(str(KEPT))
        return super().update(**fields)


DONE = frozenset({"done_on", "done_by", "done_by_id"})
"""What the writer says of a comment that was sent."""


class PassageComment(models.Model):
    """批注: what the approver says about a passage, with its words as they stood. Frozen with its round."""

    AUDITED = ("submission", "place", "quote", "text", "done_on")

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="comments", verbose_name=_("送审记录")
    )
    place = models.PositiveSmallIntegerField(_("第几段"))
    """Which block of the text, from 1."""
    quote = models.CharField(_("原文"), max_length=LONGEST_QUOTE)
    text = models.CharField(_("批注"), max_length=500)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("批注人")
    )
    made_on = models.DateField(_("批注日期"))
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("修改人")
    )
    done_on = models.DateField(_("改好日期"), null=True)

    objects = PassageCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("批注")
        verbose_name_plural = verbose_name
        ordering = ["submission", "place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="passage_done_by_somebody_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Beside its passage, in the text as it was read."""
        return f"{self.submission.get_absolute_url()}#p{self.place}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused for one that was sent, but for whether it is done."""
        stored = PassageComment.objects.exclude(submission__status=RoundStatus.WAITING).filter(pk=self.pk)
        sent: Mapping[str, Any] = (
            stored.values("submission", "place", "quote", "text", "made_by", "made_on").first() or {}
        )
        if any(value != self.serializable_value(name) for name, value in sent.items()):
            raise Refused(str(KEPT))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused for one that was sent."""
        if PassageComment.objects.exclude(submission__status=RoundStatus.WAITING).filter(pk=self.pk).exists():
            raise Refused(str(KEPT))
        return super().delete(*args, **kwargs)


class Opened(models.Model):
    """That an approver had a text before them; what nobody opened isn't approved with others without a question."""

    UNAUDITED = "Says that an approver opened a text; what they decided is in the history of the disclosure."

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="openings", verbose_name=_("送审记录")
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("审批账号")
    )
    opened_on = models.DateField(_("打开日期"))

    class Meta:
        verbose_name = _("已打开")
        verbose_name_plural = verbose_name
        constraints = [models.UniqueConstraint(fields=["submission", "account"], name="opened_once_by_one")]

    def __str__(self) -> str:
        return f"{self.account} {self.opened_on}"
