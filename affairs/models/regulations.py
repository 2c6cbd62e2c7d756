"""制度: what the school and its union have laid down, version by version."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import (
    ENACTED,
    UNDER_WAY,
    VERSION_MOVES,
    Category,
    LifeEvent,
    RegulationKind,
    Standing,
    VersionStatus,
)
from affairs.models.drafting import DisclosureDraft
from affairs.permissions import drafts_regulations, may_attach_to_version, sees_all_regulations
from members.models import Department
from unionoffice.attachments import AttachmentRules
from unionoffice.dated import DatedQuerySet, covering, ends_after_start
from unionoffice.refusal import Refused
from unionoffice.richtext import RichTextField
from unionoffice.sources import FromSource
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

LAW = _(
    "《学校教职工代表大会规定》（教育部令第32号）第七条：聘任、考核、奖惩、校内分配和福利等制度须经教代会讨论通过。"
)

CATEGORIES = {
    RegulationKind.PERSONNEL: Category.TITLES,
    RegulationKind.APPRAISAL: Category.APPRAISAL,
    RegulationKind.PAY: Category.APPRAISAL,
    RegulationKind.WELFARE: Category.WELFARE,
    RegulationKind.FINANCE: Category.FINANCE,
    RegulationKind.TEACHING: Category.TEACHING,
    RegulationKind.LOGISTICS: Category.LOGISTICS,
    RegulationKind.DEMOCRACY: Category.ORGANISATION,
    RegulationKind.UNION: Category.ORGANISATION,
}
"""Under which matters of the catalogue a regulation is disclosed; others under the rest."""


def _own_drafts(user: Any, *, path: str = "") -> Q:
    """Drafts of the user and of the department that the user heads."""
    own = Q(**{f"{path}drafted_by": user})
    if drafts_regulations.test(user) and user.member_id is not None:
        own |= Q(**{f"{path}regulation__department__head": user.member_id})
    return own


class RegulationQuerySet(models.QuerySet["Regulation"]):
    """Questions asked of regulations."""

    def visible_to(self, user: Any) -> Self:
        """All for those who answer for them; for the staff what holds or held, and their own drafts."""
        if not user.is_authenticated:
            return self.none()
        if sees_all_regulations.test(user):
            return self
        seen = RegulationVersion.objects.visible_to(user).filter(regulation=OuterRef("pk"))
        return self.filter(Exists(seen))

    def in_force_on(self, on: date) -> Self:
        """Those of which a version holds on a day."""
        return self.filter(Exists(RegulationVersion.objects.in_force_on(on).filter(regulation=OuterRef("pk"))))

    def standing_on(self, on: date, user: Any) -> Self:
        """Each with what its list shows of it: since when it holds (`holds_from`), its number of versions that ever
        held (`last_from`, `last_until` of the latest), and what is under way as far as `user` sees it (`under_way`).
        """
        versions = RegulationVersion.objects.filter(regulation=OuterRef("pk")).order_by("-number")
        holding = versions.in_force_on(on)
        last = versions.filter(status__in=ENACTED).order_by("-from_on")
        return self.annotate(
            holds_from=Subquery(holding.values("from_on")[:1]),
            holds_no=Subquery(holding.values("document_no")[:1]),
            adopted_by=Subquery(holding.values("adopted_by")[:1]),
            last_from=Subquery(last.values("from_on")[:1]),
            last_to=Subquery(last.values("to_on")[:1]),
            last_status=Subquery(last.values("status")[:1]),
            under_way=Subquery(versions.visible_to(user).filter(status__in=UNDER_WAY).values("status")[:1]),
        )

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, of a document number, or of a text that holds or held."""
        said = RegulationVersion.objects.filter(Q(text__icontains=text) | Q(document_no__icontains=text))
        return self.filter(titled(text) | Q(pk__in=said.filter(status__in=ENACTED).values("regulation")))

    def with_event(self, event: str, start: date, end: date) -> Self:
        """Those that something befell within some days, both included: see `LifeEvent`."""
        return self.filter(
            Exists(RegulationVersion.objects.of_event(event, start, end).filter(regulation=OuterRef("pk")))
        )


class Regulation(Titled, Versioned):
    """One regulation through all of its versions; its title is that of the version that holds, or comes first.

    `needs_congress` says whether the congress must have passed it before it takes effect; the congress asks this.
    """

    AUDITED = ("title", "kind", "department", "needs_congress")

    title = models.CharField(_("名称"), max_length=100)
    kind = models.CharField(_("类别"), max_length=20, choices=RegulationKind)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    needs_congress = models.BooleanField(_("须经教代会讨论通过"), default=False)

    objects = RegulationQuerySet.as_manager()

    class Meta:
        verbose_name = _("制度")
        verbose_name_plural = verbose_name
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """What holds of it, and all of its versions."""
        return reverse("affairs:regulation-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to those who may not see it."""
        return str(_("制度 %(number)d") % {"number": self.pk})


class RegulationVersionQuerySet(DatedQuerySet["RegulationVersion"]):
    """Questions asked of versions."""

    def visible_to(self, user: Any) -> Self:
        """All for those who answer for them; for the staff what holds or held, and their own drafts."""
        if not user.is_authenticated:
            return self.none()
        if sees_all_regulations.test(user):
            return self
        return self.filter(Q(status__in=ENACTED) | _own_drafts(user))

    def enacted(self) -> Self:
        """What holds, held or will hold."""
        return self.filter(status__in=ENACTED)

    def in_force_on(self, on: date) -> Self:
        """What holds on a day; of one regulation never more than one version."""
        return self.enacted().filter(covering(on))

    def under_way(self) -> Self:
        """What is drafted, consulted on or deliberated."""
        return self.filter(status__in=UNDER_WAY)

    def of_event(self, event: str, start: date, end: date) -> Self:
        """Versions by which something befell their regulations within some days, both included."""
        earlier = RegulationVersion.objects.enacted().filter(
            regulation=OuterRef("regulation"), from_on__lt=OuterRef("from_on")
        )
        if event == LifeEvent.DRAFTED:
            return self.filter(drafted_on__range=(start, end)).exclude(status=VersionStatus.DISCARDED)
        if event == LifeEvent.ABOLISHED:
            # It ceased to hold on the day after its last one.
            return self.filter(status=VersionStatus.ABOLISHED, abolished_on__range=(start, end))
        began = self.enacted().filter(from_on__range=(start, end))
        return began.filter(Exists(earlier) if event == LifeEvent.AMENDED else ~Exists(earlier))

    def update(self, **fields: Any) -> int:
        """Refused where it would change what holds or held."""
        if not FROZEN.isdisjoint(fields) and self.filter(status__in=ENACTED).exists():
            raise Refused(str(FROZEN_SENTENCE))
        return super().update(**fields)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused for what holds or held."""
        if self.filter(status__in=ENACTED).exists():
            raise Refused(str(FROZEN_SENTENCE))
        return super().delete()


FROZEN = frozenset(
    {"regulation", "number", "title", "text", "change_note", "document_no", "adopted_by", "adopted_on", "from_on"}
)
"""What nobody changes once the version holds. Only until when it holds is added."""

FROZEN_SENTENCE = _("已经生效的制度不能修改或删除。需要修改的，请起草新版本。")


class RegulationVersion(FromSource, Versioned):
    """One version of a regulation. It holds from `from_on` to `to_on`, both included; a later one ends it the day
    before.

    `source` is for the congress, which will say by which of its items a version was passed; until then `adopted_by`
    tells it in words (第九届教代会第一次会议).
    """

    READS_TRAIL: ClassVar[rules.Predicate] = sees_all_regulations
    MOVES = VERSION_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_version)
    AUDITED = (
        "status",
        "title",
        "text",
        "change_note",
        "document_no",
        "adopted_by",
        "adopted_on",
        "from_on",
        "to_on",
        "abolished_on",
        "end_reason",
    )

    regulation = models.ForeignKey(
        Regulation, on_delete=models.PROTECT, related_name="versions", verbose_name=_("制度"), editable=False
    )
    number = models.PositiveSmallIntegerField(_("第几版"), default=1, editable=False)
    status = models.CharField(
        _("状态"), max_length=12, choices=VersionStatus, default=VersionStatus.DRAFT, editable=False
    )
    title = models.CharField(_("名称"), max_length=100)
    text = RichTextField(_("正文"), max_length=30_000)
    change_note = models.CharField(_("修订说明"), max_length=300, blank=True)
    document_no = models.CharField(_("发文字号"), max_length=60, blank=True)
    adopted_by = models.CharField(_("通过或批准"), max_length=100, blank=True)
    adopted_on = models.DateField(_("通过日期"), null=True, blank=True)
    from_on = models.DateField(_("施行日期"), null=True, blank=True)
    to_on = models.DateField(_("施行至"), null=True, blank=True, editable=False)
    abolished_on = models.DateField(_("废止日期"), null=True, editable=False)
    end_reason = models.CharField(_("废止原因"), max_length=200, blank=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("起草人"), editable=False
    )
    drafted_on = models.DateField(_("起草日期"), editable=False)

    objects = RegulationVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("制度版本")
        verbose_name_plural = verbose_name
        ordering = ["regulation", "-number"]
        indexes = [
            models.Index(fields=["status", "from_on"], name="versions_by_first_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["regulation", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["regulation"], condition=Q(status__in=UNDER_WAY), name="one_version_under_way"
            ),
            models.UniqueConstraint(
                fields=["regulation"],
                condition=Q(status__in=ENACTED, to_on__isnull=True),
                name="one_version_without_end",
            ),
            models.UniqueConstraint(
                fields=["regulation", "from_on"],
                condition=Q(from_on__isnull=False),
                name="one_version_begins_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ENACTED, from_on__isnull=False)
                | (~Q(status__in=ENACTED) & Q(from_on__isnull=True, to_on__isnull=True)),
                name="days_exactly_when_enacted",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=VersionStatus.ABOLISHED, to_on__isnull=False, abolished_on__gt=F("to_on"))
                    & ~Q(end_reason="")
                )
                | (~Q(status=VersionStatus.ABOLISHED) & Q(abolished_on__isnull=True, end_reason="")),
                name="abolished_on_a_day_for_a_reason",
            ),
            ends_after_start("version_holds_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.number}版）"

    def get_absolute_url(self) -> str:
        """The page of this version."""
        return reverse("affairs:version-detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where it would change what holds or held."""
        if not self._state.adding:
            stored = RegulationVersion.objects.filter(pk=self.pk, status__in=ENACTED).values(*FROZEN).first() or {}
            if any(value != self.serializable_value(name) for name, value in stored.items()):
                raise Refused(str(FROZEN_SENTENCE))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused for what holds or held."""
        if self.status in ENACTED:
            raise Refused(str(FROZEN_SENTENCE))
        return super().delete(*args, **kwargs)

    @property
    def public_number(self) -> str:
        """What may be said of it to those who may not see it."""
        return str(_("制度 %(number)d 第%(version)d版") % {"number": self.regulation_id, "version": self.number})

    def standing_on(self, on: date) -> Standing | None:
        """How it stands on a day; None for what was never enacted."""
        if self.from_on is None:
            return None
        if on < self.from_on:
            return Standing.COMING
        if self.to_on is None or on <= self.to_on:
            return Standing.HOLDS
        return Standing.ABOLISHED if self.status == VersionStatus.ABOLISHED else Standing.REVISED

    def as_disclosure(self) -> DisclosureDraft:
        """What the board is told of it: its whole text."""
        category = CATEGORIES.get(RegulationKind(self.regulation.kind), Category.OTHER)
        return DisclosureDraft(title=f"《{self.title}》", body=self.text, category=category)
