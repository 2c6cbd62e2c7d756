"""筹备清单: what has to be done before a session, counted back from its day."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import CHECKLIST_MOVES, Assembly, Body, ChecklistStatus, Evidence
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff
from congress.permissions import reads_preparation
from members.models import Member
from unionoffice.days import span_in_full
from unionoffice.roles import Role
from unionoffice.versions import Versioned

NAMED_OFFICES = [
    (role.value, role.label)
    for role in (
        Role.SECRETARY,
        Role.CHAIR,
        Role.ORGANISATION_OFFICER,
        Role.PUBLICITY_OFFICER,
        Role.SPORTS_OFFICER,
        Role.TREASURER,
        Role.PARTY_SECRETARY,
        Role.PRINCIPAL,
    )
]
"""Offices to which a matter of the preparation can be given."""


class PreparationMatter(models.Model):
    """What a standard matter and one of a session's checklist have in common."""

    title = models.CharField(_("筹备事项"), max_length=60)
    office = models.CharField(_("责任岗位"), max_length=20, choices=NAMED_OFFICES, default=Role.SECRETARY)
    source = models.CharField(_("依据"), max_length=200, blank=True)
    evidence = models.CharField(_("凭记录自动完成"), max_length=12, choices=Evidence, blank=True)

    class Meta:
        abstract = True


class StandardMatter(Versioned, PreparationMatter):
    """筹备事项标准: what belongs to the preparation of every session of a body, on which days before it.

    A session's checklist is copied from it when the session is planned; later changes here change no session.
    """

    AUDITED = ("title", "office", "source", "evidence", "body", "assembly", "days_from", "days_until", "is_in_use")

    key = models.CharField(_("标识"), max_length=20, blank=True, editable=False)
    body = models.CharField(_("适用会议"), max_length=5, choices=Body, blank=True)
    assembly = models.CharField(_("适用形式"), max_length=10, choices=Assembly, blank=True)
    days_from = models.PositiveSmallIntegerField(_("会前几天开始"))
    days_until = models.PositiveSmallIntegerField(_("会前几天完成"))
    is_in_use = models.BooleanField(_("使用中"), default=True)

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("筹备事项标准")
        verbose_name_plural = verbose_name
        ordering = ["-days_until", "-days_from", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="one_standard_matter_a_key"),
            models.CheckConstraint(condition=Q(days_from__gte=F("days_until")), name="standard_matter_in_order"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("congress:standard-detail", args=[self.pk])


class ChecklistQuerySet(models.QuerySet["ChecklistItem"]):
    """Questions asked of the matters of checklists."""

    def visible_to(self, user: Any) -> Self:
        """All for those who prepare sessions; their own for those who were given one."""
        if reads_preparation.test(user):
            return self
        return self.filter(assignee=user.member_id) if getattr(user, "member_id", None) else self.none()

    def open(self) -> Self:
        """Those of which nobody noted anything; a record may still say that they are done."""
        return self.filter(status=ChecklistStatus.OPEN)

    def done_in(self, start: Any, end: Any) -> Self:
        """Those noted as done within some days, both included."""
        return self.filter(status=ChecklistStatus.DONE, settled_on__range=(start, end))


class ChecklistItem(Versioned, PreparationMatter):
    """A matter of one session's preparation: from when, by when and by whom, and that it is done or needn't be.

    With `evidence` it is done as soon as a record says so: that is read, never stored here.
    """

    MOVES = CHECKLIST_MOVES
    AUDITED = (
        "session",
        "title",
        "office",
        "assignee",
        "source",
        "evidence",
        "from_on",
        "due_on",
        "status",
        "settled_on",
        "note",
    )

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="checklist", verbose_name=_("会议"), editable=False
    )
    key = models.CharField(_("标识"), max_length=20, blank=True, editable=False)
    from_on = models.DateField(_("开始日期"))
    due_on = models.DateField(_("完成日期"))
    assignee = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任人")
    )
    status = models.CharField(
        _("状态"), max_length=8, choices=ChecklistStatus, default=ChecklistStatus.OPEN, editable=False
    )
    settled_on = models.DateField(_("办结日期"), null=True, editable=False)
    note = models.CharField(_("说明"), max_length=200, blank=True, editable=False)

    objects = ChecklistQuerySet.as_manager()

    class Meta:
        verbose_name = _("筹备事项")
        verbose_name_plural = verbose_name
        ordering = ["due_on", "from_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("from_on")), name="checklist_item_in_order"),
            models.CheckConstraint(
                condition=Q(status=ChecklistStatus.OPEN, settled_on__isnull=True)
                | (~Q(status=ChecklistStatus.OPEN) & Q(settled_on__isnull=False)),
                name="checklist_item_settled_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=ChecklistStatus.DROPPED) | ~Q(note=""), name="dropped_matter_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("congress:checklist-detail", args=[self.pk])

    @property
    def days(self) -> str:
        """2026年12月8日至18日."""
        return span_in_full(self.from_on, self.due_on)

    @property
    def responsible(self) -> str:
        """Who sees to it: the person, else the office."""
        return str(self.assignee) if self.assignee else self.get_office_display()
