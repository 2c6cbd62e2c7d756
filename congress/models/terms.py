"""Terms of the congress, their sessions, and who is a delegate from when to when."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import (
    BODY_NAMES,
    SESSION_MOVES,
    SHORT_NAMES,
    Assembly,
    Body,
    DelegateKind,
    SessionKind,
    SessionStatus,
)
from congress.permissions import is_staff
from members.models import Member, UnionGroup
from unionoffice.dated import covering, ends_after_start
from unionoffice.days import span_in_full
from unionoffice.numbering import ordinal
from unionoffice.precision import Precision, span_of
from unionoffice.versions import Versioned


class OpenToStaff(models.QuerySet[Any]):
    """Rows that everybody who works here may read."""

    def visible_to(self, user: Any) -> Self:
        """All for the staff, none for others."""
        return self if is_staff.test(user) else self.none()


class TermQuerySet(OpenToStaff):
    """Questions asked of terms."""

    def running_on(self, on: date) -> Self:
        """Terms that run on a day."""
        return self.filter(from_on__lte=on, to_on__gte=on)


class Term(Versioned):
    """届 of the staff congress, 3 or 5 years (学校教职工代表大会规定第十三条), or of the union's members' congress.

    Where everybody meets, who votes follows from the members' own records: such a term has no delegates with a vote.
    """

    AUDITED = ("body", "assembly", "number", "from_on", "to_on")

    body = models.CharField(_("会议"), max_length=5, choices=Body, default=Body.STAFF)
    assembly = models.CharField(_("形式"), max_length=10, choices=Assembly, default=Assembly.DELEGATES)
    number = models.PositiveSmallIntegerField(_("届次"))
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"))

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("届")
        verbose_name_plural = verbose_name
        ordering = ["body", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="one_congress_term_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="congress_terms_count_from_one"),
            models.CheckConstraint(condition=Q(to_on__gt=F("from_on")), name="congress_term_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"第{ordinal(self.number)}届{self.short_name}"

    def get_absolute_url(self) -> str:
        """The term's page."""
        return reverse("congress:term-detail", args=[self.pk])

    @property
    def printed_name(self) -> str:
        """教职工代表大会, 教职工大会, 工会会员代表大会 or 工会会员大会."""
        return str(BODY_NAMES[Body(self.body), Assembly(self.assembly)])

    @property
    def short_name(self) -> str:
        """教代会, 教职工大会, 会员代表大会 or 会员大会."""
        return str(SHORT_NAMES[Body(self.body), Assembly(self.assembly)])


class SessionQuerySet(OpenToStaff):
    """Questions asked of sessions."""

    def of_staff(self) -> Self:
        """Sessions of the staff congress, to which proposals are made."""
        return self.filter(term__body=Body.STAFF)

    def calling_on(self, on: date) -> Self:
        """Sessions that take proposals on a day."""
        return self.filter(call_from__lte=on, call_to__gte=on)

    def held_in(self, start: date, end: date) -> Self:
        """Sessions that took place and began within some days, both included."""
        return self.filter(status=SessionStatus.HELD, starts_on__range=(start, end))


class Session(Versioned):
    """次: one meeting of a term's congress, with the days on which proposals to it are taken.

    `due_count` and `present_count` say how many were due and came when it opened; they are typed where a session of
    former times is recorded, of which perhaps only the month is known. Two bodies that meet jointly (双代会) have a
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
    def when(self) -> str:
        """2026年3月8日, 2026年3月8日至9日, or the month, term or year where no more is known."""
        if self.precision == Precision.DAY:
            return span_in_full(self.starts_on, self.ends_on)
        return span_of(self.starts_on, Precision(self.precision)).label


class DelegateQuerySet(OpenToStaff):
    """Questions asked of delegates."""

    def in_force_on(self, on: date) -> Self:
        """Delegates on a day, of the term that runs then."""
        return self.filter(covering(on), covering(on, path="term__"))

    def voting_on(self, on: date) -> Self:
        """Those of them who vote, second and count."""
        return self.in_force_on(on).filter(kind=DelegateKind.VOTING)


class Delegate(Versioned):
    """代表: somebody in a term, for a union group or a delegation with a name of its own."""

    AUDITED = ("term", "member", "kind", "group", "delegation", "from_on", "to_on")

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="delegates", verbose_name=_("届"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="delegacies", verbose_name=_("教职工"))
    kind = models.CharField(_("代表类别"), max_length=10, choices=DelegateKind, default=DelegateKind.VOTING)
    group = models.ForeignKey(
        UnionGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("所属工会小组"),
    )
    delegation = models.CharField(_("代表团"), max_length=60, blank=True)
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = _("代表")
        verbose_name_plural = verbose_name
        ordering = ["-term__number", "member__pinyin", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "member"], condition=Q(to_on=None), name="delegate_once_at_a_time"
            ),
            ends_after_start("delegate_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.term}{self.get_kind_display()} {self.member}"

    def get_absolute_url(self) -> str:
        """The delegate's page."""
        return reverse("congress:delegate-detail", args=[self.pk])

    @property
    def unit(self) -> str:
        """The delegation's name: its own, else that of the union group."""
        return self.delegation or (self.group.name if self.group else "")

    @property
    def seat(self) -> str:
        """正式代表（第一工会小组）."""
        return f"{self.get_kind_display()}（{self.unit}）" if self.unit else self.get_kind_display()

    def is_same_seat_as(self, other: "Delegate") -> bool:
        """Whether both sit in one term for the same people with the same rights."""
        same = ("term_id", "kind", "group_id", "delegation")
        return all(getattr(self, name) == getattr(other, name) for name in same)
