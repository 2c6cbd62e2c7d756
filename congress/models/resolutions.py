"""决议 of the congress with what was done about them, and what was decided between two sessions."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.enums import Category
from affairs.models import DisclosureDraft, Meeting
from congress.enums import RESOLUTION_MOVES, Decider, ItemOutcome, ResolutionStatus
from congress.models.agenda import AgendaItem
from congress.models.presidium import WorkingGroup
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff, Term
from members.models import Committee, Department
from unionoffice.days import in_full
from unionoffice.richtext import RichTextField
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned


class ResolutionQuerySet(OpenToStaff):
    """Questions asked of resolutions."""

    def adopted_in(self, start: date, end: date) -> Self:
        """Those of some days, both included."""
        return self.filter(adopted_on__range=(start, end))

    def open(self) -> Self:
        """What is still being carried out."""
        return self.filter(status=ResolutionStatus.OPEN)

    def matching(self, text: str) -> Self:
        """Words of the title or of the text, or the sound of the title."""
        return self.filter(titled(text.strip()) | Q(text__contains=text.strip()))


class Resolution(Titled, Versioned):
    """决议, numbered within its session: 第九届第三次教职工代表大会决议第1号."""

    MOVES = RESOLUTION_MOVES
    AUDITED = (
        "status",
        "session",
        "number",
        "item",
        "title",
        "text",
        "adopted_on",
        "department",
        "due_on",
        "done_on",
    )

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="resolutions", verbose_name=_("会议"), editable=False
    )
    number = models.PositiveSmallIntegerField(_("编号"), editable=False)
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name=_("来自议程"),
    )
    status = models.CharField(
        _("落实情况"), max_length=4, choices=ResolutionStatus, default=ResolutionStatus.OPEN, editable=False
    )
    title = models.CharField(_("决议名称"), max_length=100)
    text = RichTextField(_("决议正文"), max_length=10_000)
    adopted_on = models.DateField(_("通过日期"))
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("落实部门")
    )
    due_on = models.DateField(_("完成时限"), null=True, blank=True)
    done_on = models.DateField(_("落实日期"), null=True, editable=False)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("决议")
        verbose_name_plural = verbose_name
        ordering = ["-adopted_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_resolution_of_a_number"),
            models.CheckConstraint(
                condition=Q(status=ResolutionStatus.DONE, done_on__isnull=False)
                | Q(status=ResolutionStatus.OPEN, done_on__isnull=True),
                name="resolution_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("adopted_on")),
                name="resolution_due_after_adoption",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The resolution's page."""
        return reverse("congress:resolution-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """第九届第三次教职工代表大会决议第1号."""
        return _t("%(session)s决议第%(n)d号") % {"session": self.session.printed_name, "n": self.number}

    def as_disclosure(self) -> DisclosureDraft:
        """What the board is told: number, day and the whole text."""
        opening = _t("%(day)s，%(session)s通过本决议。") % {
            "day": in_full(self.adopted_on),
            "session": self.session.printed_name,
        }
        return DisclosureDraft(
            title=self.title,
            body=f"<p>{self.public_number}</p><p>{opening}</p>{self.text}",
            category=Category.ORGANISATION,
        )


class ResolutionStep(models.Model):
    """落实情况: what was done about a resolution, by whom, as it is reported to the next session."""

    AUDITED = ("resolution", "text", "office", "noted_on", "noted_by")

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="steps", verbose_name=_("决议"))
    text = models.TextField(_("落实情况"), max_length=1000)
    office = models.CharField(_("落实单位"), max_length=60)
    noted_on = models.DateField(_("日期"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人")
    )

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("决议落实情况")
        verbose_name_plural = verbose_name
        ordering = ["noted_on", "pk"]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """The page of the resolution."""
        return self.resolution.get_absolute_url()


class InterimDecisionQuerySet(OpenToStaff):
    """Questions asked of what was decided between sessions."""

    def decided_in(self, start: date, end: date) -> Self:
        """Those of some days, both included."""
        return self.filter(decided_on__range=(start, end))

    def unreported(self) -> Self:
        """Those that no session has heard of."""
        return self.exclude(item__outcome=ItemOutcome.HEARD)


class InterimDecision(Titled, Versioned):
    """闭会期间决定: what a committee of the congress or the heads of its delegations decided between sessions.

    `item` is the report on it on a session's agenda: it is reported once that report was heard.
    """

    AUDITED = (
        "term",
        "decider",
        "committee",
        "group",
        "meeting",
        "title",
        "text",
        "decided_on",
        "due_count",
        "present_count",
        "item",
    )

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="interim_decisions", verbose_name=_("届"))
    decider = models.CharField(_("决定机构"), max_length=10, choices=Decider)
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("哪个委员会")
    )
    group = models.ForeignKey(
        WorkingGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("哪个工作小组"),
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("会议记录")
    )
    title = models.CharField(_("决定事项"), max_length=100)
    text = models.TextField(_("决定内容"), max_length=2000)
    decided_on = models.DateField(_("决定日期"))
    due_count = models.PositiveSmallIntegerField(_("应到人数"), null=True, blank=True)
    present_count = models.PositiveSmallIntegerField(_("实到人数"), null=True, blank=True)
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        related_name="reported_decisions",
        verbose_name=_("报告的议程"),
        editable=False,
    )

    objects = InterimDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("闭会期间决定")
        verbose_name_plural = verbose_name
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_count__isnull=True, present_count__isnull=True)
                | Q(due_count__isnull=False, present_count__isnull=False, present_count__lte=F("due_count")),
                name="interim_present_of_those_due",
                violation_error_message=_("应到和实到人数要一起填写，实到不能多于应到。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The decision's page."""
        return reverse("congress:interim-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """All that is said of it to those who may not see it."""
        return _t("%(term)s闭会期间决定") % {"term": self.term}

    @property
    def decided_by(self) -> str:
        """提案委员会, else which kind of body."""
        return str(self.committee or (self.group and self.group.get_kind_display()) or self.get_decider_display())

    @property
    def reported_on(self) -> date | None:
        """When a session heard of it."""
        return self.item.decided_on if self.item and self.item.outcome == ItemOutcome.HEARD else None

    @property
    def attendance(self) -> str:
        """应到9人，实到8人, where it was noted."""
        if self.due_count is None:
            return ""
        return _t("应到%(due)d人，实到%(present)d人") % {"due": self.due_count, "present": self.present_count}
