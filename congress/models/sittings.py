"""Sittings: who meets when and where, who has leave, and who left the room."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from congress import permissions
from congress.enums import (
    LEAVE_MOVES,
    SITTING_MOVES,
    Body,
    LeaveStatus,
    SittingKind,
    SittingStatus,
)
from congress.models.constituencies import Constituency
from congress.models.delegates import Delegate
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff
from congress.models.voters import electors, electors_of, voters_of
from members.models import Attendance, Committee, Member, OfficeHolding
from members.permissions import member_id_of
from unionoffice.days import in_full
from unionoffice.versions import Versioned

FROZEN = ("opened_at", "opened_by", "due_count", "present_count", "needed_count", "quorum_rule")
"""What is known of a sitting exactly since it opened."""


def _all_null(names: Iterable[str], *, null: bool) -> Q:
    return Q(**{f"{name}__isnull": null for name in names if name != "quorum_rule"})


class SittingQuerySet(OpenToStaff):
    """Questions asked of sittings."""

    def on_the_way(self) -> Self:
        """Those that aren't closed."""
        return self.exclude(status=SittingStatus.CLOSED)

    def opened_once(self) -> Self:
        """Those that opened, closed since or not."""
        return self.exclude(status=SittingStatus.PLANNED)

    def in_hall_of(self, sitting: "Sitting") -> Self:
        """The sitting, and the one of the other body that meets in the same hall."""
        return self.filter(Q(pk=sitting.hall_id) | Q(joint_with=sitting.hall_id))

    def halls(self) -> Self:
        """One sitting for each hall: of two bodies that meet jointly the one that keeps attendance."""
        return self.filter(joint_with=None)


class Sitting(Versioned):
    """单元: people in one room, from the chair's opening word to the close; what is put to the vote is put to them.

    Who is due follows from `kind`: the voters of a session's term, or the people of a unit, of a committee, of the
    school or of the union. Where two bodies meet jointly (双代会) each has a sitting of its own, with its own quorum;
    the one that `joint_with` names keeps attendance, leave and exits for both. What the opening depended on is frozen
    in it: how many were due, there and needed, by which rule.
    """

    MOVES = SITTING_MOVES
    AUDITED = (
        "kind",
        "session",
        "constituency",
        "committee",
        "number",
        "title",
        "status",
        "day",
        "starts_at",
        "ends_at",
        "place",
        "presider",
        "joint_with",
        "due_count",
        "present_count",
        "needed_count",
        "quorum_rule",
        "opened_at",
        "opened_by",
        "closed_at",
    )
    KEEPS_ATTENDANCE: ClassVar[rules.Predicate] = permissions.may_keep_sitting
    READS_ATTENDANCE: ClassVar[rules.Predicate] = permissions.reads_roll

    kind = models.CharField(_("会议类型"), max_length=12, choices=SittingKind, default=SittingKind.SESSION)
    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="sittings",
        verbose_name=_("所属大会"),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sittings",
        verbose_name=_("选举单位"),
    )
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("委员会")
    )
    number = models.PositiveSmallIntegerField(_("第几单元"), null=True, editable=False)
    title = models.CharField(_("名称"), max_length=60)
    status = models.CharField(
        _("状态"), max_length=8, choices=SittingStatus, default=SittingStatus.PLANNED, editable=False
    )
    day = models.DateField(_("日期"))
    starts_at = models.TimeField(_("开始时间"), null=True, blank=True)
    ends_at = models.TimeField(_("结束时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    presider = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="presided_sittings",
        verbose_name=_("主持人"),
    )
    joint_with = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="joined_by",
        verbose_name=_("合并召开"),
    )
    due_count = models.PositiveIntegerField(_("应到人数"), null=True, editable=False)
    present_count = models.PositiveIntegerField(_("开会时实到人数"), null=True, editable=False)
    needed_count = models.PositiveIntegerField(_("法定人数"), null=True, editable=False)
    quorum_rule = models.CharField(_("法定人数依据"), max_length=300, blank=True, editable=False)
    opened_at = models.DateTimeField(_("宣布开会"), null=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("开会登记人"),
    )
    closed_at = models.DateTimeField(_("宣布结束"), null=True, editable=False)

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = _("单元会议")
        verbose_name_plural = verbose_name
        ordering = ["-day", "-starts_at", "-pk"]
        indexes = [models.Index(fields=["status", "day"], name="sittings_by_state_and_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=SittingKind.SESSION) ^ Q(session__isnull=True), name="sitting_of_a_session"
            ),
            models.CheckConstraint(
                condition=Q(session__isnull=True) ^ Q(number__isnull=False), name="sittings_of_sessions_are_numbered"
            ),
            models.CheckConstraint(
                condition=Q(kind=SittingKind.CONSTITUENCY) ^ Q(constituency__isnull=True),
                name="sitting_of_a_constituency",
            ),
            models.CheckConstraint(
                condition=Q(kind=SittingKind.COMMITTEE) ^ Q(committee__isnull=True), name="sitting_of_a_committee"
            ),
            models.UniqueConstraint(fields=["session", "number"], name="one_sitting_of_a_number"),
            models.CheckConstraint(condition=~Q(joint_with=F("pk")), name="sitting_joint_with_another"),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="sitting_ends_after_it_starts",
                violation_error_message=_("结束时间应当晚于开始时间。"),
            ),
            models.CheckConstraint(
                condition=(Q(status=SittingStatus.PLANNED, quorum_rule="") & _all_null(FROZEN, null=True))
                | (
                    ~Q(status=SittingStatus.PLANNED)
                    & ~Q(quorum_rule="")
                    & _all_null(FROZEN, null=False)
                    & Q(present_count__lte=F("due_count"), present_count__gte=F("needed_count"))
                ),
                name="sitting_opened_with_a_quorum",
            ),
            models.CheckConstraint(
                condition=Q(status=SittingStatus.CLOSED) ^ Q(closed_at__isnull=True),
                name="sitting_closed_exactly_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The sitting's page."""
        return reverse("congress:sitting-detail", args=[self.pk])

    @property
    def public_number(self) -> str:
        """What may be said of it to anyone."""
        return f"{in_full(self.day)}{self.get_kind_display()}"

    @property
    def hall_id(self) -> int:
        """The key of the sitting that keeps attendance for everybody in the room: its own, or the other body's."""
        return int(self.joint_with_id or self.pk)

    @property
    def has_opened(self) -> bool:
        """Whether the opening was declared; a vote is opened in no other sitting."""
        return self.status != SittingStatus.PLANNED

    @property
    def hours(self) -> str:
        """08:30至11:30, or only when it begins; empty where that isn't known yet."""
        if self.starts_at is None:
            return ""
        starts = f"{self.starts_at:%H:%M}"
        return f"{starts}至{self.ends_at:%H:%M}" if self.ends_at else starts

    @cached_property
    def whole_title(self) -> str:
        """With the session: 第九届第三次教职工代表大会开幕式."""
        return f"{self.session.printed_name}{self.title}" if self.session else self.title

    @cached_property
    def hall_title(self) -> str:
        """The same for all who are in the room: 第九届第四次教职工代表大会暨第五届第二次工会会员代表大会."""
        return self.session.joint_name if self.session else self.title

    @property
    def body_name(self) -> str:
        """Whose quorum it is, where two bodies meet: 教职工代表大会."""
        return self.session.term.printed_name if self.session else str(self.get_kind_display())

    def meets_for(self, term_id: int) -> bool:
        """Whether delegates of a term are let in here: those of its own, and of the other body's where two meet."""
        session = self.session
        if session is None:
            return False
        partner = session.partner
        return term_id == session.term_id or (partner is not None and term_id == partner.term_id)

    def due_on_its_day(self) -> models.QuerySet[Member]:
        """Everybody who counts for its own quorum and has a vote in it."""
        if self.session is not None:
            return voters_of(self.session.term, self.day)
        if self.constituency is not None:
            return electors_of(self.constituency, self.constituency.term, self.day)
        if self.committee is not None:
            holding = OfficeHolding.objects.held_on(self.day).filter(term__committee=self.committee)
            return Member.objects.filter(pk__in=holding.values("member"))
        return electors(Body.UNION if self.kind == SittingKind.ALL_MEMBERS else Body.STAFF, self.day)

    def people_due(self) -> models.QuerySet[Member]:
        """Who is waited for in the room, for the roll of attendance: those of both bodies where two meet."""
        hall = Sitting.objects.in_hall_of(self).select_related("session__term", "constituency", "committee")
        due = Q(pk__in=[])
        for sitting in hall:
            due |= Q(pk__in=sitting.due_on_its_day().order_by().values("pk"))
        return Member.objects.filter(due)

    def people_admitted(self) -> models.QuerySet[Member]:
        """Who checks in without being due: delegates of those who meet, 列席 and 特邀 ones too, and who leads the
        sitting. Other guests are noted by hand.
        """
        hall = Sitting.objects.in_hall_of(self)
        seats = Delegate.objects.in_force_on(self.day).filter(term__sessions__sittings__in=hall.values("pk"))
        return Member.objects.filter(Q(pk__in=seats.values("member")) | Q(pk__in=hall.values("presider")))


class LeaveQuerySet(models.QuerySet["Leave"]):
    """Questions asked of leave."""

    def visible_to(self, user: Any) -> Self:
        """One's own; all for secretary and chair, and for who leads the sitting. Why is told to fewer."""
        if permissions.oversees.test(user):
            return self
        mine = member_id_of(user)
        return self.filter(Q(member=mine) | Q(sitting__presider=mine)) if mine is not None else self.none()

    def waiting(self) -> Self:
        """Those that somebody has still to decide."""
        return self.filter(status=LeaveStatus.ASKED, sitting__status=SittingStatus.PLANNED)


class Leave(models.Model):
    """请假: somebody who is due at a sitting can't come. Why is for them and for who decides."""

    MOVES = LEAVE_MOVES
    AUDITED = ("sitting", "member", "status", "asked_on", "decided_on", "decided_by")
    SENSITIVE = ("reason", "comment")
    READS_TRAIL: ClassVar[rules.Predicate] = permissions.keeps_congress

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="leaves", verbose_name=_("会议"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))
    reason = models.CharField(_("请假事由"), max_length=200)
    status = models.CharField(_("状态"), max_length=8, choices=LeaveStatus, default=LeaveStatus.ASKED, editable=False)
    asked_on = models.DateField(_("申请日期"), editable=False)
    decided_on = models.DateField(_("审批日期"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("审批人"),
    )
    comment = models.CharField(_("未准假原因"), max_length=200, blank=True, editable=False)

    objects = LeaveQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议请假")
        verbose_name_plural = verbose_name
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "member"], name="one_leave_a_sitting"),
            models.CheckConstraint(
                condition=Q(status=LeaveStatus.ASKED, decided_on__isnull=True, decided_by__isnull=True)
                | (~Q(status=LeaveStatus.ASKED) & Q(decided_on__isnull=False, decided_by__isnull=False)),
                name="leave_decided_exactly_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status=LeaveStatus.DECLINED) ^ Q(comment=""), name="leave_declined_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.sitting}"

    def get_absolute_url(self) -> str:
        """The page of the sitting: leave has none of its own."""
        return self.sitting.get_absolute_url()


class Exit(models.Model):
    """离场: somebody who came is out of the room from a time on, perhaps until another."""

    AUDITED = ("attendance", "left_at", "returned_at")
    READS_TRAIL: ClassVar[rules.Predicate] = permissions.oversees

    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="exits", verbose_name=_("出席"))
    left_at = models.DateTimeField(_("离场时间"))
    returned_at = models.DateTimeField(_("返回时间"), null=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("离场")
        verbose_name_plural = verbose_name
        ordering = ["left_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["attendance"], condition=Q(returned_at=None), name="out_of_the_room_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | Q(returned_at__gte=F("left_at")), name="exit_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attendance.member} {timezone.localtime(self.left_at):%H:%M}"
