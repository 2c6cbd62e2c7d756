"""预备会: meetings before a session, on its agenda or on one matter that needs talking over."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.models.sessions import Session
from congress.permissions import is_staff
from members.models import Member
from unionoffice.numbering import ordinal
from unionoffice.precision import RoughlyDated, RoughlyDatedQuerySet, span_in_order
from unionoffice.richtext import RichTextField
from unionoffice.versions import Versioned


class PreparatoryMeetingQuerySet(RoughlyDatedQuerySet):
    """Questions asked of preparatory meetings."""

    def visible_to(self, user: Any) -> Self:
        """All for the staff, none for others."""
        return self if is_staff.test(user) else self.none()


class PreparatoryMeeting(RoughlyDated, Versioned):
    """One preparatory meeting of a session; of former ones perhaps only the month and the topic are known."""

    AUDITED = (
        "session",
        "number",
        "held_on",
        "precision",
        "topic",
        "place",
        "chair",
        "due_count",
        "present_count",
        "on_agenda",
        "settled",
    )
    SENSITIVE = ("minutes",)

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="preparatory", verbose_name=_("会议"), editable=False
    )
    number = models.PositiveSmallIntegerField(_("第几次预备会"), editable=False)
    topic = models.CharField(_("议题"), max_length=120)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    chair = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("主持人")
    )
    due_count = models.PositiveIntegerField(_("应到人数"), null=True, blank=True)
    present_count = models.PositiveIntegerField(_("实到人数"), null=True, blank=True)
    on_agenda = models.BooleanField(_("通过大会议程和主席团名单"), default=False)
    settled = models.TextField(_("议定事项"), max_length=2000, blank=True)
    minutes = RichTextField(_("会议记录"), max_length=10_000, blank=True)

    objects = PreparatoryMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("预备会")
        verbose_name_plural = verbose_name
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_preparatory_meeting_of_a_number"),
            span_in_order("preparatory_meeting_in_order"),
            models.CheckConstraint(
                condition=Q(present_count__isnull=True)
                | Q(due_count__isnull=True)
                | Q(present_count__lte=F("due_count")),
                name="preparatory_present_of_those_due",
                violation_error_message=_("实到人数不能多于应到人数。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}会议{self.name}"

    @property
    def name(self) -> str:
        """Which one of its session it is."""
        return f"第{ordinal(self.number)}次预备会"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("congress:preparatory-detail", args=[self.pk])
