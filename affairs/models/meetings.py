"""会议 that have no powers of the congress: from the plan to the confirmed minutes."""

from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from affairs import permissions
from affairs.enums import (
    HELD_MEETING,
    MEETING_MOVES,
    UPCOMING_MEETING,
    Category,
    MeetingKind,
    MeetingStatus,
    Qualifier,
)
from affairs.models.drafting import DisclosureDraft
from affairs.models.meeting_people import asks_somebody, means, people_due_at
from members.models import Account, Attendance, Audience, Committee, Member, UnionGroup
from members.permissions import member_id_of
from members.selectors import own_audiences
from unionoffice.attachments import AttachmentRules
from unionoffice.precision import Precision, RoughlyDated, RoughlyDatedQuerySet, span_in_order
from unionoffice.refusal import Refused
from unionoffice.richtext import RichTextField
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

MINUTED = (MeetingStatus.DRAFTED, MeetingStatus.CONFIRMED)
"""States that a meeting reaches only with minutes."""


FROZEN_MINUTES = frozenset(
    {"kind", "theme", "title", "year", "number", "held_on", "held_until", "precision", "place", "minutes"}
)
"""What nobody changes once the minutes are confirmed. Links to people may: two records of one person are merged."""

FROZEN_MINUTES_SENTENCE = _("纪要已经确认，不能修改或删除。内容有误的，请登记更正说明。")


class MeetingQuerySet(RoughlyDatedQuerySet):
    """Questions asked of meetings."""

    def visible_to(self, user: Any) -> Self:
        """All for the union's chair and secretary, meetings of the school for the principal; one's own work; and of
        what was made known or took place what means somebody or what they came to. A meeting of all staff is for all.
        """
        if not user.is_authenticated:
            return self.none()
        if permissions.keeps_all_meetings.test(user):
            return self
        seen, mine = self._kept_by(user), member_id_of(user)
        if mine is not None:
            known = Q(announced_on__isnull=False) | Q(status__in=HELD_MEETING)
            came = Attendance.objects.present().filter(
                gathering__source_model=Meeting._meta.label, gathering__source_key=OuterRef("pk"), member=mine
            )
            meant = means(mine, own_audiences(user, timezone.localdate()))
            seen |= known & (Q(kind=MeetingKind.ALL_STAFF) | meant | Q(Exists(came)))
        return self.filter(seen)

    def told_to(self, user: Any) -> Self:
        """Those of which somebody reads what was said and decided: confirmed ones, and what they keep themselves."""
        if permissions.keeps_all_meetings.test(user):
            return self
        return self.visible_to(user).filter(Q(status=MeetingStatus.CONFIRMED) | self._kept_by(user))

    def kept_by(self, user: Any) -> Self:
        """Those that somebody prepares or follows up: `keeps_meeting` as a query."""
        if permissions.keeps_all_meetings.test(user):
            return self
        return self.filter(self._kept_by(user)) if user.is_authenticated else self.none()

    def _kept_by(self, user: Any) -> Q:
        kept, mine = Q(planned_by=user) | Q(kind__in=permissions.principals_kinds(user)), member_id_of(user)
        return kept | Q(chair=mine) | Q(recorder=mine) if mine is not None else kept

    def meaning(self, user: Any, on: date) -> Self:
        """Those to which somebody is asked: meetings of all staff, and what `means` them."""
        mine = member_id_of(user)
        if mine is None:
            return self.none()
        asked = Q(kind=MeetingKind.ALL_STAFF) | Q(chair=mine) | Q(recorder=mine)
        return self.filter(asked | means(mine, own_audiences(user, on)))

    def held(self) -> Self:
        """What took place."""
        return self.filter(status__in=HELD_MEETING)

    def matching(self, text: str) -> Self:
        """What people remember a meeting by: title or its sound, theme or place."""
        wanted = text.strip()
        return self.filter(titled(wanted) | Q(theme__contains=wanted) | Q(place__contains=wanted))

    def update(self, **fields: Any) -> int:
        """Refused where it would change confirmed minutes."""
        if not FROZEN_MINUTES.isdisjoint(fields) and self.filter(status=MeetingStatus.CONFIRMED).exists():
            raise Refused(str(FROZEN_MINUTES_SENTENCE))
        return super().update(**fields)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused for what has confirmed minutes."""
        if self.filter(status=MeetingStatus.CONFIRMED).exists():
            raise Refused(str(FROZEN_MINUTES_SENTENCE))
        return super().delete()

    def before(self, meeting: "Meeting") -> Self:
        """Earlier meetings of the same people: of its kind, and of its committee or group."""
        alike = self.filter(kind=meeting.kind, committee=meeting.committee_id, group=meeting.group_id)
        earlier = Q(held_on__lt=meeting.held_on) | Q(held_on=meeting.held_on, pk__lt=meeting.pk or 0)
        return alike.filter(earlier).order_by("-held_on", "-pk")


class Meeting(Titled, RoughlyDated, Versioned):
    """会议. Whom it means follows from one rule: an audience, a committee, a union group, holders of some offices, or
    people by name, or several of these; `people_due` says who that was on its day. Confirmed minutes never change:
    what was wrong in them is said in a `MeetingNote`.
    """

    READS_TRAIL: ClassVar[rules.Predicate] = permissions.keeps_all_meetings
    MOVES = MEETING_MOVES
    AUDITED = (
        "status",
        "kind",
        "theme",
        "title",
        "year",
        "number",
        "held_on",
        "held_until",
        "precision",
        "starts_at",
        "ends_at",
        "place",
        "chair",
        "recorder",
        "convener",
        "audience",
        "committee",
        "group",
        "with_heads",
        "with_group_leaders",
        "with_school_leaders",
        "headcount",
        "qualifier",
        "sent_to",
        "recorded_late",
        "announced_on",
        "confirmed_on",
        "cancelled_because",
    )
    SENSITIVE = ("minutes", "return_comment")
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(
        may_add=permissions.may_attach_to_meeting,
        reads_sensitive=permissions.keeps_meeting,
        title=_("会议材料"),
    )
    KEEPS_ATTENDANCE: ClassVar[rules.Predicate] = permissions.may_keep_attendance
    READS_ATTENDANCE: ClassVar[rules.Predicate] = permissions.keeps_meeting

    status = models.CharField(
        _("状态"), max_length=10, choices=MeetingStatus, default=MeetingStatus.PLANNED, editable=False
    )
    kind = models.CharField(_("会议类型"), max_length=20, choices=MeetingKind)
    theme = models.CharField(_("专题"), max_length=60, blank=True)
    title = models.CharField(_("会议名称"), max_length=100)
    year = models.PositiveSmallIntegerField(_("年度"), null=True, editable=False)
    number = models.PositiveSmallIntegerField(_("次数"), null=True, editable=False)
    starts_at = models.TimeField(_("开始时间"), null=True, blank=True)
    ends_at = models.TimeField(_("结束时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    chair = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("主持人")
    )
    recorder = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("记录人")
    )
    convener = models.CharField(_("召集"), max_length=60, blank=True)
    audience = models.ForeignKey(
        Audience, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("参会范围")
    )
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("委员会")
    )
    group = models.ForeignKey(
        UnionGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("工会小组")
    )
    with_heads = models.BooleanField(_("部门负责人、教研组长参加"), default=False)
    with_group_leaders = models.BooleanField(_("工会小组长参加"), default=False)
    with_school_leaders = models.BooleanField(_("校领导参加"), default=False)
    headcount = models.PositiveIntegerField(_("到会人数"), null=True, blank=True)
    qualifier = models.CharField(_("人数说明"), max_length=10, choices=Qualifier, blank=True)
    minutes = RichTextField(_("纪要正文"), max_length=20_000, blank=True)
    sent_to = models.CharField(_("发送"), max_length=200, blank=True)
    recorded_late = models.BooleanField(_("补录"), default=False, editable=False)
    announced_on = models.DateField(_("通知日期"), null=True, editable=False)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人"), editable=False
    )
    return_comment = models.CharField(_("退回意见"), max_length=200, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("确认人"),
        editable=False,
    )
    confirmed_on = models.DateField(_("确认日期"), null=True, editable=False)
    cancelled_because = models.CharField(_("取消原因"), max_length=200, blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议")
        verbose_name_plural = verbose_name
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["kind", "held_on"], name="meetings_by_kind_and_day")]
        constraints = [
            span_in_order("meeting_day_in_order"),
            models.CheckConstraint(
                condition=Q(precision=Precision.DAY) | Q(recorded_late=True), name="vague_meetings_lie_in_the_past"
            ),
            models.CheckConstraint(
                condition=Q(status__in=HELD_MEETING, year__isnull=False, number__isnull=False)
                | (~Q(status__in=HELD_MEETING) & Q(year__isnull=True, number__isnull=True)),
                name="meeting_numbered_exactly_when_held",
            ),
            models.UniqueConstraint(
                fields=["kind", "year", "number"], condition=Q(group=None), name="one_meeting_of_a_number"
            ),
            models.UniqueConstraint(
                fields=["group", "year", "number"],
                condition=Q(group__isnull=False),
                name="one_group_meeting_of_a_number",
            ),
            models.CheckConstraint(
                condition=Q(kind=MeetingKind.GROUP, group__isnull=False)
                | (~Q(kind=MeetingKind.GROUP) & Q(group__isnull=True)),
                name="group_exactly_of_group_meetings",
            ),
            models.CheckConstraint(
                condition=~Q(status=MeetingStatus.ANNOUNCED) | Q(announced_on__isnull=False),
                name="announced_meeting_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="meeting_ends_after_it_starts",
                violation_error_message=_("结束时间应当晚于开始时间。"),
            ),
            models.CheckConstraint(
                condition=Q(headcount__isnull=True) | Q(headcount__gt=0),
                name="meeting_headcount_above_zero",
                violation_error_message=_("到会人数至少为1人；不清楚的留空。"),
            ),
            models.CheckConstraint(
                condition=Q(qualifier="") | Q(headcount__isnull=False),
                name="qualifier_of_a_headcount",
                violation_error_message=_("选了人数说明的，请填写到会人数。"),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=MINUTED) | ~Q(minutes=""), name="minutes_before_they_are_confirmed"
            ),
            models.CheckConstraint(
                condition=Q(status=MeetingStatus.CONFIRMED, confirmed_on__isnull=False, confirmed_by__isnull=False)
                | (~Q(status=MeetingStatus.CONFIRMED) & Q(confirmed_on__isnull=True, confirmed_by__isnull=True)),
                name="confirmed_exactly_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status=MeetingStatus.CANCELLED) ^ Q(cancelled_because=""),
                name="meeting_cancelled_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The meeting's page."""
        return reverse("affairs:meeting-detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused where it would change confirmed minutes."""
        if not self._state.adding:
            self._keep_confirmed_minutes()
        super().save(*args, **kwargs)

    def _keep_confirmed_minutes(self) -> None:
        confirmed = Meeting.objects.filter(pk=self.pk, status=MeetingStatus.CONFIRMED)
        stored = confirmed.values("status", *FROZEN_MINUTES).first() or {}
        if any(value != self.serializable_value(name) for name, value in stored.items()):
            raise Refused(str(FROZEN_MINUTES_SENTENCE))

    @property
    def public_number(self) -> str:
        """`2026年第3次工会委员会议`: all that is said of it to those who may not see it."""
        kind = self.get_kind_display()
        return f"{self.year}年第{self.number}次{kind}" if self.number else f"{self.held_on.year}年{kind}"

    def people_due(self) -> models.QuerySet[Member]:
        """Who is to come, on its day."""
        return people_due_at(self)

    @property
    def asks_somebody(self) -> bool:
        """Whether it says whom it is for."""
        return asks_somebody(self)

    @cached_property
    def chair_signs_here(self) -> bool:
        """Whether who leads it has an account to confirm the minutes with."""
        return self.chair_id is not None and Account.objects.filter(member=self.chair_id, is_active=True).exists()

    def is_over(self, on: date) -> bool:
        """Whether its day has passed and nobody said yet that it was held."""
        return self.status in UPCOMING_MEETING and self.held_until < on

    def as_disclosure(self) -> DisclosureDraft:
        """What was decided; who said what stays in the minutes. Nothing before the minutes are confirmed."""
        confirmed = self.status == MeetingStatus.CONFIRMED
        decided = [decision.text for decision in self.decisions.all()] if confirmed else []
        lines = [f"{number}. {text}" for number, text in enumerate(decided, start=1)]
        opening = _("%(when)s召开%(title)s，议定以下事项：") % {"when": self.when, "title": self.title}
        organisation = self.kind in (MeetingKind.COMMITTEE, MeetingKind.AUDIT, MeetingKind.WOMEN)
        return DisclosureDraft(
            title=_("%(title)s决定事项") % {"title": self.title},
            body="\n".join([opening, *lines]),
            category=Category.ORGANISATION if organisation else "",
        )
