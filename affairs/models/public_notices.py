"""公示: who is named for what, for how long it hangs, and what came of it."""

from datetime import date
from typing import Any, ClassVar

import rules
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    NOTICE_MOVES,
    NOTICE_OVER,
    NOTICE_WRITABLE,
    POSTED_ONCE,
    CandidateResult,
    Category,
    NameShown,
    NoticeObject,
    NoticeStatus,
    Sphere,
)
from affairs.models.drafting import DisclosureDraft
from affairs.models.notice_rows import FROZEN_NOTICE, POSTED_SENTENCE, PublicNoticeQuerySet
from affairs.permissions import may_attach_to_notice, reads_full_names, reads_whole_board, sees_all_notices
from members.models import Department
from unionoffice.attachments import AttachmentRules
from unionoffice.days import in_full, in_short
from unionoffice.refusal import Refused
from unionoffice.richtext import RichTextField
from unionoffice.titles import Titled
from unionoffice.versions import Versioned

LONGEST_TITLE = 100

BOARD_CATEGORIES = {
    NoticeObject.COMMENDATION: Category.COMMENDATION,
    NoticeObject.TITLES: Category.TITLES,
    NoticeObject.POSTS: Category.TITLES,
    NoticeObject.APPRAISAL: Category.APPRAISAL,
    NoticeObject.HARDSHIP: Category.WELFARE,
    NoticeObject.CANDIDATES: Category.ORGANISATION,
    NoticeObject.CADRES: Category.CADRES,
    NoticeObject.OTHER: Category.OTHER,
}
"""Under which category of the catalogue the result is disclosed."""


class PublicNotice(Titled, Versioned):
    """公示: people named for something, so that everybody may object before it is settled.

    How names are shown and for how many working days it hangs is what the rules said when it was written: whoever
    approves it sees what will be read. The day of posting doesn't count; `ends_on` is the last working day, and
    counts until its end.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = sees_all_notices
    MOVES = NOTICE_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(
        may_add=may_attach_to_notice, names_uploader=reads_full_names
    )
    AUDITED = (
        "status",
        "sphere",
        "object",
        "title",
        "text",
        "basis",
        "department",
        "reviewed_on",
        "days",
        "names_to_staff",
        "names_outside",
        "contact",
        "contact_phone",
        "contact_place",
        "is_public",
        "year",
        "number",
        "approver",
        "posted_on",
        "ends_on",
        "result",
        "concluded_on",
        "document_no",
        "document_on",
        "withdrawn_on",
    )

    status = models.CharField(
        _("状态"), max_length=12, choices=NoticeStatus, default=NoticeStatus.DRAFT, editable=False
    )
    sphere = models.CharField(_("公开事务"), max_length=10, choices=Sphere, default=Sphere.SCHOOL)
    object = models.CharField(_("公示对象"), max_length=20, choices=NoticeObject)
    title = models.CharField(_("标题"), max_length=LONGEST_TITLE)
    text = RichTextField(_("正文"), max_length=5_000)
    basis = models.CharField(_("依据文件"), max_length=200, blank=True)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    reviewed_on = models.DateField(_("评审日期"), null=True, blank=True)
    days = models.PositiveSmallIntegerField(_("公示期（工作日）"), validators=[MinValueValidator(1)])
    names_to_staff = models.CharField(_("对教职工"), max_length=10, choices=NameShown, editable=False)
    names_outside = models.CharField(_("对社会"), max_length=10, choices=NameShown, editable=False)
    contact = models.CharField(_("受理人"), max_length=60)
    contact_phone = models.CharField(_("受理电话"), max_length=40)
    contact_place = models.CharField(_("受理地点"), max_length=60)
    is_public = models.BooleanField(_("也向社会公示"), default=False, editable=False)
    year = models.PositiveSmallIntegerField(_("年度"), null=True, editable=False)
    number = models.PositiveIntegerField(_("编号"), null=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("起草人"), editable=False
    )
    drafted_on = models.DateField(_("起草日期"), editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("提交人"),
        editable=False,
    )
    submitted_on = models.DateField(_("提交日期"), null=True, editable=False)
    return_comment = models.TextField(_("退回意见"), blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("审批账号"),
        editable=False,
    )
    approver = models.CharField(_("审批人"), max_length=60, blank=True, editable=False)
    approved_on = models.DateField(_("审批日期"), null=True, editable=False)
    posted_on = models.DateField(_("公示之日"), null=True, editable=False)
    ends_on = models.DateField(_("截止日期"), null=True, editable=False)
    result = models.CharField(_("结果"), max_length=10, choices=CandidateResult, blank=True, editable=False)
    conclusion = models.TextField(_("结论"), max_length=1000, blank=True, editable=False)
    concluded_on = models.DateField(_("结束日期"), null=True, editable=False)
    shown_until = models.DateField(_("结果公布至"), null=True, editable=False)
    document_no = models.CharField(_("结果文号"), max_length=60, blank=True, editable=False)
    document_on = models.DateField(_("发文日期"), null=True, editable=False)
    withdrawn_on = models.DateField(_("终止日期"), null=True, editable=False)
    withdraw_reason = models.CharField(_("终止原因"), max_length=200, blank=True, editable=False)

    objects = PublicNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("公示")
        verbose_name_plural = verbose_name
        ordering = ["-drafted_on", "-pk"]
        indexes = [
            models.Index(fields=["status", "ends_on"], name="notices_by_last_day"),
            models.Index(fields=["posted_on"], name="notices_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status__in=(*POSTED_ONCE, NoticeStatus.WITHDRAWN),
                    year__isnull=False,
                    number__isnull=False,
                    posted_on__isnull=False,
                    ends_on__isnull=False,
                )
                | (
                    ~Q(status__in=POSTED_ONCE)
                    & Q(year__isnull=True, number__isnull=True, posted_on__isnull=True, ends_on__isnull=True)
                ),
                name="notice_numbered_when_posted",
            ),
            models.UniqueConstraint(fields=["year", "number"], name="one_notice_a_number"),
            models.CheckConstraint(condition=Q(days__gte=1), name="notice_hangs_a_day"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("posted_on")), name="notice_ends_after_posting"
            ),
            models.CheckConstraint(
                condition=Q(posted_on__isnull=True) | (Q(approved_on__isnull=False) & ~Q(approver="")),
                name="notice_approved_before_posted",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("drafted_by")) & ~Q(approved_by=F("submitted_by"))),
                name="nobody_approves_their_own_notice",
            ),
            models.CheckConstraint(
                condition=(Q(status__in=NOTICE_OVER, concluded_on__gt=F("ends_on")) & ~Q(result=""))
                | (~Q(status__in=NOTICE_OVER) & Q(concluded_on__isnull=True, result="", conclusion="")),
                name="notice_concluded_once_over",
            ),
            models.CheckConstraint(
                condition=(
                    (Q(status__in=NOTICE_OVER) | Q(status=NoticeStatus.WITHDRAWN, posted_on__isnull=False))
                    & Q(shown_until__isnull=False)
                )
                | (
                    ~Q(status__in=NOTICE_OVER)
                    & (~Q(status=NoticeStatus.WITHDRAWN) | Q(posted_on__isnull=True))
                    & Q(shown_until__isnull=True)
                ),
                name="notice_result_shown_for_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(status=NoticeStatus.DOCUMENTED, document_on__isnull=False) & ~Q(document_no=""))
                | (~Q(status=NoticeStatus.DOCUMENTED) & Q(document_on__isnull=True, document_no="")),
                name="notice_document_when_documented",
            ),
            models.CheckConstraint(
                condition=(Q(status=NoticeStatus.WITHDRAWN, withdrawn_on__isnull=False) & ~Q(withdraw_reason=""))
                | (~Q(status=NoticeStatus.WITHDRAWN) & Q(withdrawn_on__isnull=True, withdraw_reason="")),
                name="notice_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the record; who only reads is shown what hangs."""
        return reverse("affairs:notice-detail", args=[self.pk])

    def get_review_url(self) -> str:
        """Where the approver reads it as it will appear."""
        return reverse("affairs:notice-review", args=[self.pk])

    def get_board_url(self) -> str:
        """Its place on the board; only what hung has one."""
        return reverse("affairs:board-notice", args=[self.short_number])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where it would change what hangs."""
        if not self._state.adding:
            stored = PublicNotice.objects.filter(pk=self.pk, posted_on__isnull=False).values(*FROZEN_NOTICE).first()
            if any(value != self.serializable_value(name) for name, value in (stored or {}).items()):
                raise Refused(str(POSTED_SENTENCE))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused for what ever hung."""
        if self.posted_on is not None:
            raise Refused(str(POSTED_SENTENCE))
        return super().delete(*args, **kwargs)

    @property
    def short_number(self) -> str:
        """`2026-003` once it hangs."""
        return "" if self.number is None else f"{self.year}-{self.number:03}"

    @property
    def public_number(self) -> str:
        """`公示 2026-003`: all that is said of it to those who may not see it."""
        return _("公示 %(number)s") % {"number": self.short_number or str(_("未编号"))}

    @property
    def hung(self) -> tuple[date, date]:
        """The day of posting and the last day; ValueError for what never hung."""
        if self.posted_on is None or self.ends_on is None:
            raise ValueError(self.status)
        return self.posted_on, self.ends_on

    @property
    def span(self) -> str:
        """2026年11月9日至11月16日, once it hangs."""
        if self.posted_on is None:
            return ""
        first, last = self.hung
        end = in_short(last) if last.year == first.year else in_full(last)
        return _("%(start)s至%(end)s") % {"start": in_full(first), "end": end}

    @property
    def is_writable(self) -> bool:
        """Whether text and names may still change."""
        return self.status in NOTICE_WRITABLE

    @property
    def is_over(self) -> bool:
        """Whether there is a result."""
        return self.status in NOTICE_OVER

    def names_member(self, member_id: int | None) -> bool:
        """Whether somebody is one of the people that it is about."""
        return member_id is not None and any(one.member_id == member_id for one in self.candidates.all())

    def names_on_board(self, user: Any) -> NameShown:
        """How the board shows the names to this reader."""
        return NameShown(self.names_to_staff if reads_whole_board.test(user) else self.names_outside)

    def names_for(self, user: Any) -> NameShown:
        """How the record shows them: in full to those who work on it."""
        return NameShown.FULL if reads_full_names.test(user, self) else self.names_on_board(user)

    def as_disclosure(self) -> DisclosureDraft:
        """What came of it, with the names as the staff may read them."""
        names = NameShown(self.names_to_staff)
        lines = [_("%(span)s公示，结果如下：") % {"span": self.span}] if self.is_over else []
        lines += [one.result_line(names) for one in self.candidates.all()]
        if self.document_no:
            lines.append(_("已发文：%(number)s。") % {"number": self.document_no})
        category = BOARD_CATEGORIES[NoticeObject(self.object)]
        title = _("%(title)s结果") % {"title": self.title}
        return DisclosureDraft(title=title[:LONGEST_TITLE], body="\n".join(lines), category=category)
