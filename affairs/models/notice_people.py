"""Who a public notice names, who reviewed them, and how its time was extended."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from affairs.enums import CandidateResult, NameShown, ReviewDuty
from affairs.models.notice_rows import POSTED_SENTENCE
from affairs.models.public_notices import PublicNotice
from members.models import Member
from unionoffice.money import MoneyField, format_money
from unionoffice.privacy import first_character, surname_alone
from unionoffice.refusal import Refused


class OfNoticeQuerySet(models.QuerySet[Any]):
    """Questions asked of what belongs to a notice."""

    def visible_to(self, user: Any) -> Self:
        """As far as the notice is."""
        return self.filter(notice__in=PublicNotice.objects.visible_to(user))


class OfNotice(models.Model):
    """Something that belongs to one notice, and stays as it is once that hangs."""

    FIXED: tuple[str, ...] = ()
    """What can't change then; a merge of two records of one person still may give it another `member`."""

    objects = OfNoticeQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where it would change what hangs."""
        if self.notice.posted_on is not None:  # type: ignore[attr-defined]
            stored = type(self).objects.filter(pk=self.pk).values(*self.FIXED).first()
            if stored is None or any(value != self.serializable_value(name) for name, value in stored.items()):
                raise Refused(str(POSTED_SENTENCE))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused once the notice hung."""
        if self.notice.posted_on is not None:  # type: ignore[attr-defined]
            raise Refused(str(POSTED_SENTENCE))
        return super().delete(*args, **kwargs)


class NoticeCandidate(OfNotice):
    """公示人选: one of the people named, with what is proposed for them and, at the end, what came out.

    Name and department are those of the day on which the list was written. Without a `member` it is somebody from
    outside, or of another school. The name is kept out of the trail, where nothing masks it.
    """

    AUDITED = ("notice", "proposed", "amount", "place", "result", "result_note")
    SENSITIVE = ("name",)
    FIXED = ("name", "department", "proposed", "amount", "place")

    notice = models.ForeignKey(
        PublicNotice, on_delete=models.PROTECT, related_name="candidates", verbose_name=_("公示")
    )
    place = models.PositiveSmallIntegerField(_("次序"))
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("教职工")
    )
    name = models.CharField(_("姓名"), max_length=60)
    department = models.CharField(_("部门或单位"), max_length=60, blank=True)
    proposed = models.CharField(_("拟定内容"), max_length=100, blank=True)
    amount = MoneyField(_("金额"), null=True, blank=True)
    result = models.CharField(_("结果"), max_length=10, choices=CandidateResult, blank=True, editable=False)
    result_note = models.CharField(_("结果说明"), max_length=200, blank=True, editable=False)

    class Meta:
        verbose_name = _("公示人选")
        verbose_name_plural = verbose_name
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "place"], name="one_candidate_a_place"),
            models.CheckConstraint(condition=~Q(name=""), name="candidate_has_a_name"),
            models.CheckConstraint(
                condition=Q(result__in=["", CandidateResult.PASSED]) | ~Q(result_note=""),
                name="candidate_not_passed_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return _("%(notice)s第%(place)d位") % {"notice": self.notice.public_number, "place": self.place}

    def get_absolute_url(self) -> str:
        """On the notice's page."""
        return self.notice.get_absolute_url()

    def shown_name(self, how: NameShown) -> str:
        """The name as a reader is shown it: the one place where names of a notice are masked."""
        if how is NameShown.FULL:
            return self.name
        if how is NameShown.SURNAME:
            return surname_alone(self.name)
        return first_character(self.name) if how is NameShown.INITIAL else self.numbered

    @property
    def numbered(self) -> str:
        """第2位, where no name is shown."""
        return _("第%(place)d位") % {"place": self.place}

    @property
    def what(self) -> str:
        """What is proposed, with the amount."""
        amount = f"{format_money(self.amount)}元" if self.amount is not None else ""
        return "，".join(part for part in (self.proposed, amount) if part)

    def result_line(self, how: NameShown) -> str:
        """张静（语文组），市级优秀教师：通过."""
        whose = self.shown_name(how) + (f"（{self.department}）" if self.department else "")
        told = "，".join(part for part in (whose, self.what) if part)
        result = f"：{self.get_result_display()}" if self.result else ""
        return told + result + (f"（{self.result_note}）" if self.result_note else "")


class NoticeReviewer(OfNotice):
    """评审小组成员: who weighed the people named, and who of them stood there for the staff."""

    AUDITED = ("notice", "member", "name", "duty", "is_delegate", "place")
    FIXED = ("name", "duty", "is_delegate", "place")

    notice = models.ForeignKey(
        PublicNotice, on_delete=models.PROTECT, related_name="reviewers", verbose_name=_("公示")
    )
    place = models.PositiveSmallIntegerField(_("次序"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))
    name = models.CharField(_("姓名"), max_length=60)
    duty = models.CharField(_("职责"), max_length=10, choices=ReviewDuty, default=ReviewDuty.MEMBER)
    is_delegate = models.BooleanField(_("教职工代表"), default=False)

    class Meta:
        verbose_name = _("评审小组成员")
        verbose_name_plural = verbose_name
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["notice", "place"], name="one_reviewer_a_place")]

    def __str__(self) -> str:
        marks = [
            str(label)
            for label, holds in (
                (self.get_duty_display(), self.duty == ReviewDuty.HEAD),
                (str(_("教职工代表")), self.is_delegate),
            )
            if holds
        ]
        return self.name + (f"（{'，'.join(marks)}）" if marks else "")

    def get_absolute_url(self) -> str:
        """On the notice's page."""
        return self.notice.get_absolute_url()


class NoticeExtension(models.Model):
    """延长公示: from which last day to which, and why. It is added, never changed."""

    AUDITED = ("notice", "days", "reason", "ended_on", "ends_on", "extended_on")

    notice = models.ForeignKey(
        PublicNotice, on_delete=models.PROTECT, related_name="extensions", verbose_name=_("公示")
    )
    days = models.PositiveSmallIntegerField(_("延长的工作日"))
    reason = models.CharField(_("延长原因"), max_length=200)
    ended_on = models.DateField(_("原截止日期"))
    ends_on = models.DateField(_("新截止日期"))
    extended_on = models.DateField(_("办理日期"))
    extended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("经办人")
    )

    objects = OfNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("延长公示")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("ended_on"), days__gte=1), name="extension_is_longer"),
            models.CheckConstraint(condition=~Q(reason=""), name="extended_for_a_reason"),
        ]

    def __str__(self) -> str:
        return _("延长%(days)d个工作日") % {"days": self.days}

    def get_absolute_url(self) -> str:
        """On the notice's page."""
        return self.notice.get_absolute_url()
