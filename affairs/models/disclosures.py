"""公开事项: what was disclosed, version by version."""

from typing import Any, ClassVar

import rules
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    APPROVED_ONCE,
    DISCLOSURE_MOVES,
    OFF_BOARD,
    PUBLISHED_ONCE,
    Category,
    DisclosureStatus,
    Reach,
    Sphere,
    Stage,
    Timing,
)
from affairs.models.catalogue import CatalogueItem
from affairs.models.disclosure_rows import FROZEN, FROZEN_SENTENCE, DisclosureQuerySet
from affairs.permissions import may_attach, reads_history, sees_all_disclosures
from unionoffice.attachments import AttachmentRules
from unionoffice.periods import Period
from unionoffice.refusal import Refused
from unionoffice.richtext import RichTextField, plain
from unionoffice.sources import FromSource
from unionoffice.titles import Titled
from unionoffice.versions import Versioned


class Disclosure(Titled, FromSource, Versioned):
    """公开事项, one version of it. A correction is a version of its own under the same number; all versions stay.

    Sphere, category and timing are what the catalogue said when it was drafted: a catalogue that is set in order
    later doesn't change what was counted. `words` is the body without its markup, for searches.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = sees_all_disclosures
    MOVES = DISCLOSURE_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach, names_uploader=reads_history)
    AUDITED = (
        "status",
        "sphere",
        "category",
        "timing",
        "item",
        "title",
        "body",
        "stage",
        "reach",
        "period_code",
        "publish_on",
        "posted_until",
        "correction_note",
        "edition",
        "year",
        "number",
        "approver",
        "published_on",
        "taken_down_on",
    )

    status = models.CharField(
        _("状态"), max_length=12, choices=DisclosureStatus, default=DisclosureStatus.DRAFT, editable=False
    )
    sphere = models.CharField(_("公开事务"), max_length=10, choices=Sphere, editable=False)
    category = models.CharField(_("类别"), max_length=20, choices=Category, editable=False)
    timing = models.CharField(_("公开时限"), max_length=10, choices=Timing, editable=False)
    item = models.ForeignKey(
        CatalogueItem, on_delete=models.PROTECT, related_name="disclosures", verbose_name=_("公开目录")
    )
    title = models.CharField(_("标题"), max_length=100)
    body = RichTextField(_("正文"), max_length=20_000)
    words = models.TextField(_("正文文字"), editable=False)
    stage = models.CharField(_("公开阶段"), max_length=10, choices=Stage)
    reach = models.CharField(_("公开范围"), max_length=10, choices=Reach)
    period_code = models.CharField(_("所属时段"), max_length=20, blank=True)
    publish_on = models.DateField(_("公开日期"), null=True, blank=True)
    posted_until = models.DateField(_("公开至"), null=True, blank=True)
    corrects = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="later_versions",
        verbose_name=_("更正的版本"),
        editable=False,
    )
    correction_note = models.CharField(_("更正说明"), max_length=200, blank=True, editable=False)
    edition = models.PositiveSmallIntegerField(_("第几版"), default=1, editable=False)
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
    second_role = models.CharField(_("会签角色"), max_length=20, blank=True, editable=False)
    endorsed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("首签账号"),
        editable=False,
    )
    endorser = models.CharField(_("首签人"), max_length=60, blank=True, editable=False)
    endorsed_on = models.DateField(_("首签日期"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("审批账号"),
        editable=False,
    )
    approver = models.CharField(_("审批人"), max_length=120, blank=True, editable=False)
    approved_on = models.DateField(_("审批日期"), null=True, editable=False)
    published_on = models.DateField(_("公开之日"), null=True, editable=False)
    taken_down_on = models.DateField(_("撤下日期"), null=True, editable=False)
    take_down_reason = models.CharField(_("撤下原因"), max_length=200, blank=True, editable=False)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开事项")
        verbose_name_plural = verbose_name
        ordering = ["-drafted_on", "-pk"]
        indexes = [
            models.Index(fields=["status", "-published_on"], name="board_by_day"),
            models.Index(fields=["published_on"], name="disclosures_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status__in=PUBLISHED_ONCE, year__isnull=False, number__isnull=False, published_on__isnull=False
                )
                | (
                    ~Q(status__in=PUBLISHED_ONCE)
                    & Q(year__isnull=True, number__isnull=True, published_on__isnull=True)
                ),
                name="numbered_exactly_when_published",
            ),
            models.UniqueConstraint(
                fields=["sphere", "year", "number", "edition"], name="one_disclosure_of_a_number_and_edition"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=APPROVED_ONCE) | (Q(approved_on__isnull=False) & ~Q(approver="")),
                name="approved_before_it_is_public",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_what_they_drafted",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | Q(submitted_by__isnull=True)
                | ~Q(approved_by=F("submitted_by")),
                name="nobody_approves_what_they_submitted",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | Q(endorsed_by__isnull=True)
                | ~Q(approved_by=F("endorsed_by")),
                name="second_approver_is_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(second_role="", endorsed_by__isnull=True, endorsed_on__isnull=True, endorser="")
                | (~Q(second_role="") & Q(endorsed_by__isnull=False, endorsed_on__isnull=False) & ~Q(endorser="")),
                name="endorsed_exactly_where_a_second_follows",
            ),
            models.CheckConstraint(
                condition=~Q(status=DisclosureStatus.ENDORSED) | ~Q(second_role=""), name="endorsed_for_a_second"
            ),
            models.CheckConstraint(
                condition=(Q(status__in=OFF_BOARD, taken_down_on__isnull=False) & ~Q(take_down_reason=""))
                | (~Q(status__in=OFF_BOARD) & Q(taken_down_on__isnull=True, take_down_reason="")),
                name="taken_down_on_a_day_for_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(edition=1, corrects__isnull=True, correction_note=""))
                | (Q(edition__gt=1, corrects__isnull=False) & ~Q(correction_note="")),
                name="later_edition_corrects_an_earlier_one",
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=~Q(status=DisclosureStatus.DISCARDED),
                name="one_correction_of_a_version",
            ),
            models.UniqueConstraint(
                fields=["source_model", "source_key"],
                condition=Q(source_key__isnull=False, corrects__isnull=True)
                & ~Q(status__in=[DisclosureStatus.DISCARDED, *OFF_BOARD]),
                name="one_disclosure_of_a_source",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of those who work on it."""
        return reverse("affairs:disclosure-detail", args=[self.pk])

    def get_review_url(self) -> str:
        """Where the approver reads it as it will appear."""
        return reverse("affairs:disclosure-review", args=[self.pk])

    def get_countersign_url(self) -> str:
        """Where the second approver reads it."""
        return reverse("affairs:disclosure-countersign", args=[self.pk])

    def get_board_url(self) -> str:
        """Its place on the board, the same after a correction; earlier versions have one of their own."""
        number = f"{self.year}-{self.number:03}"
        if self.status == DisclosureStatus.CORRECTED:
            return reverse("affairs:board-version", args=[self.sphere, number, self.edition])
        return reverse("affairs:board-item", args=[self.sphere, number])

    def get_question_url(self) -> str:
        """Where its readers ask about it, whichever version they read."""
        return reverse("affairs:board-question", args=[self.sphere, f"{self.year}-{self.number:03}"])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where it would change a published text; its words follow the body."""
        if self.pk is not None:
            self._keep_published_text()
        self.words = plain(self.body)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused for what was ever published."""
        if self.status in PUBLISHED_ONCE:
            raise Refused(str(FROZEN_SENTENCE))
        return super().delete(*args, **kwargs)

    def _keep_published_text(self) -> None:
        stored = Disclosure.objects.filter(pk=self.pk, status__in=PUBLISHED_ONCE).values(*FROZEN).first() or {}
        if any(value != self.serializable_value(name) for name, value in stored.items()):
            raise Refused(str(FROZEN_SENTENCE))

    @property
    def short_number(self) -> str:
        """`2026-003` once it is published, `2026-003（第2版）` when it corrects one."""
        if self.number is None:
            return ""
        return f"{self.year}-{self.number:03}" + (f"（第{self.edition}版）" if self.edition > 1 else "")

    @property
    def public_number(self) -> str:
        """`校务公开 2026-003`: all that is said of it to those who may not see it."""
        number = self.short_number or _("未编号")
        return f"{self.get_sphere_display()}公开 {number}"

    @property
    def period(self) -> Period | None:
        """The time that it reports on, where it does."""
        return Period.parse(self.period_code) if self.period_code else None
