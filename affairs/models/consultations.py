"""征求意见: a text laid before those it concerns, what they said, and what became of it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from affairs.enums import CLOSED_ONCE, CONSULTATION_MOVES, OPENED_ONCE, ConsultationStatus
from affairs.models.drafting import DisclosureDraft
from affairs.models.opinions import OpinionPoint
from affairs.models.passages import Passage, passages_of
from affairs.models.regulations import RegulationVersion
from affairs.permissions import may_attach_to_consultation, sees_all_consultations
from members.models import Audience
from members.selectors import own_audiences
from unionoffice.attachments import AttachmentRules
from unionoffice.richtext import RichTextField, cleaned
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

NUMBER = re.compile(r"([1-9][0-9]{3})-([0-9]{3,6})")


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    """Questions asked of consultations."""

    def visible_to(self, user: Any) -> Self:
        """All for those who answer for them; for everybody else those in which they are asked, and their own."""
        if not user.is_authenticated:
            return self.none()
        if sees_all_consultations.test(user):
            return self
        return self.filter(Q(drafted_by=user) | self._asked(user))

    def asking(self, user: Any) -> Self:
        """Those in which this person may have a say, once they were opened."""
        return self.filter(self._asked(user))

    def _asked(self, user: Any) -> Q:
        if not user.is_authenticated or user.member_id is None:
            return Q(pk__in=[])
        return Q(status__in=OPENED_ONCE, audience__in=own_audiences(user, timezone.localdate()))

    def open_on(self, on: date) -> Self:
        """Those that take opinions on a day."""
        return self.filter(status=ConsultationStatus.OPEN, closes_on__gte=on)

    def opened_between(self, start: date, end: date) -> Self:
        """Those opened within some days, both included, and not withdrawn."""
        return self.filter(status__in=OPENED_ONCE, opened_on__range=(start, end))

    def closed(self) -> Self:
        """Those whose opinions may be read and counted."""
        return self.filter(status__in=CLOSED_ONCE)

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, or the number as it is printed."""
        wanted = titled(text)
        if printed := NUMBER.fullmatch(text.strip()):
            wanted |= Q(year=int(printed[1]), number=int(printed[2]))
        return self.filter(wanted)


class Consultation(Titled, Versioned):
    """征求意见 on a version of a regulation, or on a text of its own: a budget, a scheme, a plan.

    `text` is what was laid before those asked, and is kept as it was; `revised_text` is what it was changed into.
    `resulting_version` is the version into which it was concluded. A congress item may be named later by reference.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = sees_all_consultations
    MOVES = CONSULTATION_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_consultation)
    AUDITED = (
        "status",
        "title",
        "lead",
        "text",
        "questions",
        "audience",
        "year",
        "number",
        "opened_on",
        "closes_on",
        "closed_on",
        "revised_text",
        "conclusion",
        "resulting_version",
        "concluded_on",
        "withdrawn_reason",
    )

    status = models.CharField(
        _("状态"), max_length=12, choices=ConsultationStatus, default=ConsultationStatus.DRAFT, editable=False
    )
    year = models.PositiveSmallIntegerField(_("年度"), null=True, editable=False)
    number = models.PositiveIntegerField(_("编号"), null=True, editable=False)
    title = models.CharField(_("标题"), max_length=100)
    regulation_version = models.ForeignKey(
        RegulationVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultations",
        verbose_name=_("制度版本"),
        editable=False,
    )
    lead = models.TextField(_("说明"), max_length=1000, blank=True)
    text = RichTextField(_("征求意见稿"), max_length=30_000)
    questions = models.TextField(_("想请大家回答的问题"), max_length=1000, blank=True)
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="+", verbose_name=_("征求范围"))
    closes_on = models.DateField(_("截止日期"))
    opened_on = models.DateField(_("开始日期"), null=True, editable=False)
    closed_on = models.DateField(_("截止之日"), null=True, editable=False)
    revised_text = RichTextField(_("修改稿"), max_length=30_000, blank=True)
    conclusion = models.TextField(_("采纳情况说明"), max_length=2000, blank=True)
    resulting_version = models.ForeignKey(
        RegulationVersion,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("形成的版本"),
        editable=False,
    )
    concluded_on = models.DateField(_("结束日期"), null=True, editable=False)
    withdrawn_reason = models.CharField(_("撤回原因"), max_length=200, blank=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("经办人"), editable=False
    )
    drafted_on = models.DateField(_("起草日期"), editable=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("征求意见")
        verbose_name_plural = verbose_name
        ordering = ["-drafted_on", "-pk"]
        indexes = [models.Index(fields=["status", "closes_on"], name="consultations_by_end")]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_consultation_of_a_number"),
            models.UniqueConstraint(
                fields=["regulation_version"],
                condition=~Q(status=ConsultationStatus.WITHDRAWN),
                name="one_consultation_on_a_version",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OPENED_ONCE, opened_on__isnull=False, year__isnull=False, number__isnull=False)
                | Q(status=ConsultationStatus.DRAFT, opened_on__isnull=True, number__isnull=True)
                | Q(status=ConsultationStatus.WITHDRAWN),
                name="consultation_numbered_once_opened",
            ),
            models.CheckConstraint(
                condition=Q(opened_on__isnull=True) | Q(closes_on__gte=F("opened_on")),
                name="consultation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=(Q(status=ConsultationStatus.CONCLUDED, concluded_on__isnull=False) & ~Q(conclusion=""))
                | (~Q(status=ConsultationStatus.CONCLUDED) & Q(concluded_on__isnull=True)),
                name="consultation_concluded_with_words",
            ),
            models.CheckConstraint(
                condition=(Q(status=ConsultationStatus.WITHDRAWN) & ~Q(withdrawn_reason=""))
                | (~Q(status=ConsultationStatus.WITHDRAWN) & Q(withdrawn_reason="")),
                name="consultation_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of those who run it, and of those who were asked once it is over."""
        return reverse("affairs:consultation-detail", args=[self.pk])

    def get_opinion_url(self) -> str:
        """Where those who are asked read the text and say what they think."""
        return reverse("affairs:consultation-read", args=[self.pk])

    @property
    def short_number(self) -> str:
        """2026-003 once it was opened."""
        return f"{self.year}-{self.number:03}" if self.number is not None else ""

    @property
    def public_number(self) -> str:
        """All that is said of it to those who may not see it."""
        return f"{_('征求意见')} {self.short_number or _('未编号')}"

    @cached_property
    def passages(self) -> list[Passage]:
        """What opinions can be about, in the order of the text."""
        return passages_of(self.text)

    @property
    def questions_asked(self) -> list[str]:
        """The questions, one a line."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]

    @property
    def changed_text(self) -> bool:
        """Whether what was said led to another text."""
        return cleaned(self.revised_text) not in ("", cleaned(self.text))

    def as_disclosure(self) -> DisclosureDraft:
        """What the board is told once it is over: what was suggested and what was answered, without any name. Before
        that nothing: who is asked sees the consultation, and no answer that isn't published.
        """
        is_over = self.status == ConsultationStatus.CONCLUDED
        lines = [self.conclusion, *(self._told(point) for point in self.points.all())] if is_over else []
        body = "".join(f"<p>{escape(line)}</p>" for text in lines for line in text.splitlines() if line.strip())
        title = _("“%(title)s”征求意见采纳情况") % {"title": self.title}
        return DisclosureDraft(title=str(title)[:100], body=body)

    def _told(self, point: OpinionPoint) -> str:
        return f"{point.number}．{point.text}（{point.get_decision_display()}：{point.reason}）"


def label_of_passage(passages: Sequence[Passage], number: int | None) -> str:
    """第三条, or 全文 for what is about the whole."""
    if number is None or not 1 <= number <= len(passages):
        return str(_("全文"))
    return passages[number - 1].label
