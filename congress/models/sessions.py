"""Sessions of the congress: when they meet, and when proposals to them are taken."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import SESSION_MOVES, Body, SessionKind, SessionStatus
from congress.models.terms import OpenToStaff, Term
from unionoffice.days import span_in_full
from unionoffice.numbering import ordinal
from unionoffice.precision import Precision, span_of
from unionoffice.versions import Versioned


class SessionQuerySet(OpenToStaff):
    """Questions asked of sessions."""

    def of_staff(self) -> Self:
        """Sessions of the staff congress, to which proposals are made."""
        return self.filter(term__body=Body.STAFF)

    def calling_on(self, on: date) -> Self:
        """Sessions that take proposals on a day."""
        return self.filter(call_from__lte=on, call_to__gte=on)

    def held_in(self, start: date, end: date) -> Self:
        """Sessions that took place within some days, both included.

        They count where they began; one of which no day is known only where all that it can be lies there.
        """
        return self.begun_by(end).filter(status=SessionStatus.HELD, starts_on__gte=start)

    def begun_by(self, day: date) -> Self:
        """Sessions that certainly began by a day."""
        certain = Q(precision=Precision.DAY) | Q(ends_on__lte=day)
        return self.filter(certain, starts_on__lte=day)

    def joint(self) -> Self:
        """Sessions held together with one of the other body."""
        return self.filter(Q(joint_with__isnull=False) | Q(joined_by__isnull=False))

    def with_partner(self) -> Self:
        """Each with its term and the session that it is held with, so that its names ask no more."""
        return self.select_related("term", "joint_with__term", "joined_by__term")


class Session(Versioned):
    """次: one meeting of a term's congress, with the days on which proposals to it are taken.

    `due_count` and `present_count` say how many were due and came when it opened, `attending_count` and
    `invited_count` how many came without a vote (列席, 特邀); they are typed where a session of former times is
    recorded, of which perhaps only the month is known. Two bodies that meet jointly (双代会) have a
    session each.
    """

    MOVES = SESSION_MOVES
    AUDITED = (
        "term",
        "number",
        "kind",
        "status",
        "theme",
        "place",
        "starts_on",
        "ends_on",
        "precision",
        "call_from",
        "call_to",
        "joint_with",
        "due_count",
        "present_count",
        "attending_count",
        "invited_count",
    )

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("届"))
    number = models.PositiveSmallIntegerField(_("次"))
    kind = models.CharField(_("会议类型"), max_length=14, choices=SessionKind, default=SessionKind.ORDINARY)
    status = models.CharField(
        _("状态"), max_length=8, choices=SessionStatus, default=SessionStatus.PLANNED, editable=False
    )
    theme = models.CharField(_("会议主题"), max_length=60, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"))
    precision = models.CharField(_("日期准确程度"), max_length=8, choices=Precision, default=Precision.DAY)
    call_from = models.DateField(_("提案征集自"), null=True, blank=True)
    call_to = models.DateField(_("提案征集至"), null=True, blank=True)
    joint_with = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joined_by",
        verbose_name=_("合并召开"),
        editable=False,
    )
    due_count = models.PositiveIntegerField(_("应到代表"), null=True, blank=True, editable=False)
    present_count = models.PositiveIntegerField(_("实到代表"), null=True, blank=True, editable=False)
    attending_count = models.PositiveIntegerField(_("到会列席人数"), null=True, blank=True)
    invited_count = models.PositiveIntegerField(_("到会特邀人数"), null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("会议")
        verbose_name_plural = verbose_name
        ordering = ["term__body", "-term__number", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="one_session_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="sessions_count_from_one"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="session_in_order"),
            models.CheckConstraint(
                condition=Q(call_from__isnull=True, call_to__isnull=True)
                | Q(call_from__isnull=False, call_to__isnull=False, call_to__gte=F("call_from")),
                name="call_in_order",
            ),
            models.CheckConstraint(
                condition=Q(due_count__isnull=True, present_count__isnull=True)
                | Q(due_count__isnull=False, present_count__isnull=False, present_count__lte=F("due_count")),
                name="session_present_of_those_due",
            ),
            models.CheckConstraint(condition=~Q(joint_with=F("pk")), name="session_joint_with_another"),
        ]

    def __str__(self) -> str:
        return f"第{ordinal(self.term.number)}届第{ordinal(self.number)}次"

    def get_absolute_url(self) -> str:
        """The session's page."""
        return reverse("congress:session-detail", args=[self.pk])

    @property
    def printed_name(self) -> str:
        """As papers name it: 第九届第一次教职工代表大会."""
        return f"{self}{self.term.printed_name}"

    @property
    def partner(self) -> "Session | None":
        """The session of the other body that this one is held with."""
        return self.joint_with or getattr(self, "joined_by", None)

    @property
    def joint_name(self) -> str:
        """第九届第四次教职工代表大会暨第五届第二次工会会员代表大会; its own name where it is held alone."""
        if self.partner is None:
            return self.printed_name
        staff_first = sorted((self, self.partner), key=lambda session: session.term.body != Body.STAFF)
        return "暨".join(session.printed_name for session in staff_first)

    @property
    def attendance(self) -> str:
        """应到代表93名，实到87名，列席12名，特邀6名: as much of it as is known, nobody where nobody came."""
        told = []
        if self.due_count is not None:
            told += [f"应到{self.term.voter_noun}{self.due_count}名", f"实到{self.present_count}名"]
        guests = (("列席", self.attending_count), ("特邀", self.invited_count))
        return "，".join([*told, *(f"{called}{count}名" for called, count in guests if count)])

    @property
    def when(self) -> str:
        """2026年3月8日, 2026年3月8日至9日, or the month, term or year where no more is known."""
        if self.precision == Precision.DAY:
            return span_in_full(self.starts_on, self.ends_on)
        return span_of(self.starts_on, Precision(self.precision)).label
