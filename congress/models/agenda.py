"""议程 of a session, item by item, and what delegates say to an item with the school's answer."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from affairs.models import Consultation, RegulationVersion
from congress.enums import ITEM_ADOPTED, ITEM_UNSETTLED, ItemKind, ItemOutcome, Matter, OpinionAnswer, VotingWay
from congress.models.constituencies import Delegation
from congress.models.sessions import Session
from congress.models.sittings import Sitting
from congress.models.tallies import VotedOn, counted_possibly, counted_wholly
from congress.models.terms import OpenToStaff
from congress.permissions import may_attach_to_item, reads_opinions_on_items
from members.models import Member
from members.permissions import member_id_of
from unionoffice.attachments import AttachmentRules
from unionoffice.days import in_full
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned


class AgendaItemQuerySet(OpenToStaff):
    """Questions asked of items."""

    def in_order(self) -> Self:
        """As they come up."""
        return self.order_by("place", "pk")

    def decided_in(self, start: Any, end: Any) -> Self:
        """Those of which something became within some days, both included."""
        return self.filter(decided_on__range=(start, end))

    def adopted(self) -> Self:
        """审议通过."""
        return self.filter(outcome__in=ITEM_ADOPTED)

    def unsettled(self) -> Self:
        """Not passed or put off, and not taken up again by a later item."""
        return self.filter(outcome__in=ITEM_UNSETTLED, taken_up_again=None)

    def matching(self, text: str) -> Self:
        """Words of the title, or its sound."""
        return self.filter(titled(text.strip()))


class AgendaItem(Titled, VotedOn, Versioned):
    """议程: what a session hears, deliberates, passes, appraises or elects, in its order, and what became of it.

    A draft that is on an agenda is read by all staff there, as everybody was asked about it before. `needed` is the
    number of votes that the rule of the day asked for. `again_of` is the earlier item whose matter comes back.
    """

    AUDITED = (
        "session",
        "sitting",
        "place",
        "kind",
        "matter",
        "title",
        "presenter",
        "presented_by",
        "text",
        "covers",
        "regulation_version",
        "consultation",
        "again_of",
        "outcome",
        "decided_on",
        "way",
        *VotedOn.COUNTS,
        "is_current",
    )
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_item, title=_("会议文件"))

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="agenda", verbose_name=_("会议"), editable=False
    )
    sitting = models.ForeignKey(
        Sitting, on_delete=models.PROTECT, null=True, blank=True, related_name="agenda", verbose_name=_("单元")
    )
    place = models.PositiveSmallIntegerField(_("第几项"), default=1, editable=False)
    kind = models.CharField(_("方式"), max_length=12, choices=ItemKind)
    matter = models.CharField(_("事项"), max_length=12, choices=Matter, default=Matter.OTHER)
    title = models.CharField(_("议程名称"), max_length=100)
    presenter = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("报告人")
    )
    presented_by = models.CharField(_("报告人职务"), max_length=60, blank=True)
    text = models.TextField(_("说明"), max_length=2000, blank=True)
    covers = models.TextField(_("报告的方面"), max_length=500, blank=True)
    regulation_version = models.ForeignKey(
        RegulationVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("制度草案"),
    )
    consultation = models.ForeignKey(
        Consultation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("会前征求意见"),
    )
    again_of = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="taken_up_again",
        verbose_name=_("再次提交的议程"),
        editable=False,
    )
    outcome = models.CharField(_("结果"), max_length=10, choices=ItemOutcome, blank=True, editable=False)
    decided_on = models.DateField(_("日期"), null=True, editable=False)
    is_current = models.BooleanField(_("正在进行"), default=False, editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("议程")
        verbose_name_plural = verbose_name
        ordering = ["session", "place", "pk"]
        indexes = [models.Index(fields=["outcome", "decided_on"], name="items_by_outcome_and_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=Q(is_current=True), name="one_current_item_of_a_session"
            ),
            models.CheckConstraint(
                condition=Q(outcome=ItemOutcome.OPEN, decided_on__isnull=True)
                | (~Q(outcome=ItemOutcome.OPEN) & Q(decided_on__isnull=False)),
                name="item_decided_on_a_day",
            ),
            counted_wholly("item_counted_wholly"),
            counted_possibly("item_counted_possibly"),
            models.CheckConstraint(
                condition=~Q(outcome__in=ITEM_ADOPTED) | Q(due__isnull=True) | Q(in_favour__gte=F("needed")),
                name="item_adopted_with_enough_votes",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=ItemOutcome.PASSED) | (Q(kind=ItemKind.PASS) & ~Q(way="")),
                name="item_passed_by_a_vote",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=ItemOutcome.FAILED) | Q(due__isnull=False, in_favour__lt=F("needed")),
                name="item_failed_for_want_of_votes",
            ),
            models.CheckConstraint(condition=~Q(again_of=F("pk")), name="item_again_of_another"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The item's page."""
        return reverse("congress:agenda-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """All that is said of it to those who may not see it."""
        return _t("%(session)s第%(n)d项议程") % {"session": self.session, "n": self.place}

    @property
    def heading(self) -> str:
        """As an agenda prints it: 听取《三年发展规划的报告》."""
        return f"{self.get_kind_display()}{self.quoted_title}" if self.kind != ItemKind.OTHER else self.title

    @property
    def quoted_title(self) -> str:
        """《三年发展规划的报告》, with one pair of title marks however it was typed."""
        return self.title if self.title.startswith("《") else f"《{self.title}》"

    @property
    def reporter(self) -> str:
        """校长 陈静, 总务处负责人, or nobody."""
        return " ".join(part for part in (self.presented_by, str(self.presenter or "")) if part)

    @property
    def fields_covered(self) -> list[str]:
        """What a report is said to deal with, one a line."""
        return [line.strip() for line in self.covers.splitlines() if line.strip()]

    @property
    def is_decided(self) -> bool:
        """Whether something became of it."""
        return self.outcome != ItemOutcome.OPEN

    @property
    def result_sentence(self) -> str:
        """Why it passed or not; where nothing was counted, the outcome alone."""
        if self.tally is not None:
            return self.tally.sentence
        if self.way == VotingWay.APPLAUSE:
            return _t("%(way)s，%(outcome)s。") % {"way": _t("鼓掌"), "outcome": self.get_outcome_display()}
        return f"{self.get_outcome_display()}。"

    @property
    def adopted_by(self) -> str:
        """As a regulation tells who passed it: 第九届第三次教职工代表大会."""
        return self.session.printed_name


class ItemOpinionQuerySet(models.QuerySet["ItemOpinion"]):
    """Questions asked of opinions."""

    def visible_to(self, user: Any) -> Self:
        """All for delegates and those who answer or oversee; others read their own words."""
        if reads_opinions_on_items.test(user):
            return self
        mine = member_id_of(user)
        return self.filter(member=mine) if mine is not None else self.none()

    def unanswered(self) -> Self:
        """Those to which the school hasn't said anything."""
        return self.filter(outcome="")

    def raised_in(self, start: Any, end: Any) -> Self:
        """Those of some days, both included."""
        return self.filter(raised_on__range=(start, end))


class ItemOpinion(Versioned):
    """意见: what a delegate or a delegation said to an item, and what the school answers."""

    AUDITED = ("item", "member", "delegation", "text", "raised_on", "outcome", "office", "answered_on")
    SENSITIVE = ("answer",)

    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="opinions", verbose_name=_("议程"), editable=False
    )
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提出人")
    )
    delegation = models.ForeignKey(
        Delegation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("代表团")
    )
    text = models.TextField(_("意见"), max_length=1000)
    raised_on = models.DateField(_("提出日期"), editable=False)
    outcome = models.CharField(_("处理"), max_length=10, choices=OpinionAnswer, blank=True, editable=False)
    answer = models.TextField(_("答复"), max_length=1000, blank=True, editable=False)
    office = models.CharField(_("答复单位"), max_length=60, blank=True, editable=False)
    answered_on = models.DateField(_("答复日期"), null=True, editable=False)

    objects = ItemOpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("代表意见")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=True) ^ Q(delegation__isnull=True), name="item_opinion_of_one_side"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answer="", office="", answered_on__isnull=True)
                | (~Q(outcome="") & ~Q(answer="") & ~Q(office="") & Q(answered_on__isnull=False)),
                name="item_opinion_answered_by_an_office",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its place on the page of the item."""
        return f"{self.item.get_absolute_url()}#opinions"

    @property
    def session(self) -> Session:
        """The session that it was raised at."""
        return self.item.session

    @property
    def raised_by(self) -> str:
        """林芳, or 第一代表团."""
        return str(self.member or self.delegation)

    @property
    def answer_in_words(self) -> str:
        """部分采纳：…（总务处，2026年11月20日）."""
        if not self.outcome or self.answered_on is None:
            return ""
        told = {"outcome": self.get_outcome_display(), "answer": self.answer.rstrip("。")}
        where = {"office": self.office, "day": in_full(self.answered_on)}
        return _t("%(outcome)s：%(answer)s（%(office)s，%(day)s）") % (told | where)
