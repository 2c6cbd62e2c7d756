"""检查评估: who inspected what, the marks item by item with their evidence, and what was set right."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    CONCLUDED_ONCE,
    INSPECTION_MOVES,
    Category,
    InspectionKind,
    InspectionLevel,
    InspectionStatus,
)
from affairs.models.drafting import DisclosureDraft
from affairs.models.schemes import LEAST_MARK, NO_MARKS, InspectionScheme, MarksField, SchemeItem, marks_text
from affairs.permissions import may_attach_to_inspection, opens_inspections
from unionoffice.attachments import AttachmentRules
from unionoffice.precision import RoughlyDated, RoughlyDatedQuerySet, span_in_order
from unionoffice.sources import FromSource
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned


class InspectionQuerySet(RoughlyDatedQuerySet):
    """Questions asked of inspections."""

    def visible_to(self, user: Any) -> Self:
        """For all who have a part in them; staff read what is disclosed of the result."""
        return self if opens_inspections.test(user) else self.none()

    def concluded(self) -> Self:
        """Those whose result is known."""
        return self.filter(status__in=CONCLUDED_ONCE)

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, who inspected, the result, or the number as it is printed."""
        wanted = text.strip()
        return self.filter(
            titled(wanted) | Q(by_whom__contains=wanted) | Q(result__contains=wanted) | Q(short_number=wanted)
        )


class Inspection(Titled, RoughlyDated, Versioned):
    """检查评估: one that somebody from above made here, or the school's own look at itself.

    With a scheme the marks are the sum of its items and never typed; without one a total may stand alone, with the
    mark that was the highest possible.
    """

    MOVES = INSPECTION_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_inspection, title=_("检查材料"))
    AUDITED = (
        "status",
        "kind",
        "level",
        "title",
        "by_whom",
        "held_on",
        "precision",
        "scheme",
        "score",
        "full_mark",
        "result",
        "comment",
        "closed_on",
        "short_number",
    )

    status = models.CharField(
        _("状态"), max_length=12, choices=InspectionStatus, default=InspectionStatus.PREPARING, editable=False
    )
    kind = models.CharField(_("类型"), max_length=10, choices=InspectionKind, default=InspectionKind.RECEIVED)
    level = models.CharField(_("级别"), max_length=10, choices=InspectionLevel)
    title = models.CharField(_("检查评估名称"), max_length=100)
    by_whom = models.CharField(_("检查单位"), max_length=60)
    scheme = models.ForeignKey(
        InspectionScheme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inspections",
        verbose_name=_("评分方案"),
    )
    score = MarksField(_("得分"), null=True, blank=True, validators=[MinValueValidator(NO_MARKS)])
    full_mark = MarksField(_("满分"), null=True, blank=True, validators=[MinValueValidator(LEAST_MARK)])
    result = models.CharField(_("结果"), max_length=40, blank=True)
    comment = models.TextField(_("检查意见"), max_length=5_000, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)
    short_number = models.CharField(_("编号"), max_length=12, unique=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人"), editable=False
    )

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("检查评估")
        verbose_name_plural = verbose_name
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["held_on", "held_until"], name="inspections_by_day")]
        constraints = [
            span_in_order("inspection_has_its_span"),
            models.CheckConstraint(
                condition=Q(score__isnull=True, full_mark__isnull=True)
                | Q(score__isnull=False, score__gte=0, full_mark__isnull=False, score__lte=F("full_mark")),
                name="score_stands_with_its_full_mark",
            ),
            models.CheckConstraint(
                condition=Q(status=InspectionStatus.CLOSED, closed_on__isnull=False)
                | (~Q(status=InspectionStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="inspection_closed_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=CONCLUDED_ONCE) | Q(scheme__isnull=True) | Q(score__isnull=False),
                name="inspection_by_scheme_has_its_score",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The inspection's page."""
        return reverse("affairs:inspection-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """`检查评估 2026-003`: all that is said of it to those who may not see it."""
        return f"{_t('检查评估')} {self.short_number}"

    @property
    def is_preparing(self) -> bool:
        """Whether the result isn't known yet."""
        return self.status == InspectionStatus.PREPARING

    @property
    def score_text(self) -> str:
        """914分（满分1000分）; empty where nothing was marked."""
        if self.score is None or self.full_mark is None:
            return ""
        told = {"score": marks_text(self.score), "full": marks_text(self.full_mark)}
        return _t("%(score)s分（满分%(full)s分）") % told

    @property
    def sentence(self) -> str:
        """接受市教育工会“建家检查”，得914分（满分1000分），结果为优秀."""
        told = {"whom": self.by_whom, "title": self.title}
        received = self.kind == InspectionKind.RECEIVED
        named = _t("开展“%(title)s”") if self.title.endswith(_t("自评")) else _t("开展“%(title)s”自评")
        words = (_t("接受%(whom)s“%(title)s”") if received else named) % told
        if self.score_text:
            words += _t("，得%(score)s") % {"score": self.score_text}
        return words + (_t("，结果为“%(result)s”") % {"result": self.result} if self.result else "")

    def as_disclosure(self) -> DisclosureDraft:
        """Who inspected, with which result, and what was said."""
        lines = [f"{self.when}，{self.sentence}。"]
        if self.comment:
            lines.append(_t("检查意见：%(comment)s") % {"comment": self.comment})
        demands = [demand.demand for demand in self.rectifications.all()]
        lines += [_t("需要整改的：%(demands)s") % {"demands": "；".join(demands)}] if demands else []
        title = _t("%(title)s结果") % {"title": self.title}
        return DisclosureDraft(title, "\n".join(lines), Category.ORGANISATION)


class ItemScoreQuerySet(models.QuerySet["ItemScore"]):
    """Questions asked of scores."""

    def visible_to(self, user: Any) -> Self:
        """As visible as their inspections."""
        return self if opens_inspections.test(user) else self.none()

    def total(self) -> Any:
        """The marks together; None where nothing was scored."""
        return self.aggregate(total=Sum("score"))["total"]


class ItemScore(Versioned):
    """得分 of one item in one inspection, with its evidence: files, and records of the office."""

    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_inspection, title=_("佐证文件"))
    AUDITED = ("inspection", "item", "score", "reason")

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="scores", verbose_name=_("检查评估")
    )
    item = models.ForeignKey(SchemeItem, on_delete=models.PROTECT, related_name="scores", verbose_name=_("指标"))
    score = MarksField(_("得分"), null=True)
    reason = models.CharField(_("扣分原因"), max_length=200, blank=True)

    objects = ItemScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("指标得分")
        verbose_name_plural = verbose_name
        ordering = ["item__position"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "item"], name="one_score_an_item"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0), name="item_score_not_below_zero"
            ),
        ]

    def __str__(self) -> str:
        return self.item.title

    def get_absolute_url(self) -> str:
        """Where its evidence is kept."""
        return reverse("affairs:item-score", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone."""
        return self.inspection.public_number


class Evidence(FromSource):
    """佐证: a record of the office that shows what an item asks for; what is read of it is up to who reads it."""

    AUDITED = ("shows", "source_model", "source_key", "note")

    shows = models.ForeignKey(ItemScore, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("指标"))
    note = models.CharField(_("说明"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("佐证记录")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["shows", "source_model", "source_key"], name="linked_to_an_item_once"),
            models.CheckConstraint(condition=Q(source_key__isnull=False), name="evidence_is_a_record"),
        ]

    def __str__(self) -> str:
        return f"{self.shows}：{self.source_record.public_number}"


class RectificationQuerySet(models.QuerySet["Rectification"]):
    """Questions asked of what is to be set right."""

    def visible_to(self, user: Any) -> Self:
        """As visible as their inspections."""
        return self if opens_inspections.test(user) else self.none()

    def open(self) -> Self:
        """Not done yet."""
        return self.filter(done_on__isnull=True)


class Rectification(Versioned):
    """整改事项 after an inspection: what, by whom, by when, and how it was done."""

    AUDITED = ("inspection", "demand", "responsible", "due_on", "outcome", "done_on")

    inspection = models.ForeignKey(
        Inspection,
        on_delete=models.PROTECT,
        related_name="rectifications",
        verbose_name=_("检查评估"),
        editable=False,
    )
    demand = models.TextField(_("整改事项"), max_length=1_000)
    responsible = models.CharField(_("责任人"), max_length=60)
    due_on = models.DateField(_("整改期限"))
    outcome = models.TextField(_("整改结果"), max_length=1_000, blank=True, editable=False)
    done_on = models.DateField(_("完成日期"), null=True, editable=False)

    objects = RectificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("整改事项")
        verbose_name_plural = verbose_name
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(done_on__isnull=False) & ~Q(outcome="")) | Q(done_on__isnull=True, outcome=""),
                name="rectified_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.demand

    def get_absolute_url(self) -> str:
        """It is dealt with on the page of its inspection."""
        return self.inspection.get_absolute_url()
