"""Whom a meeting is for: the rule on its record, those who are named, and those who asked leave."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from members.enums import HERE
from members.models import (
    DepartmentHead,
    GroupLeader,
    GroupPlace,
    Member,
    OfficeHolding,
    RoleGrant,
)
from members.models.units import LEVELS
from members.selectors import audience_members
from unionoffice.dated import covering
from unionoffice.roles import Role

SCHOOL_LEADERS = (Role.PRINCIPAL, Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)
"""校领导, by the roles that they were given in the office."""


class MeetingParticipant(models.Model):
    """参会人员: somebody who is asked to a meeting by name, beside those whom its rule means."""

    AUDITED = ("meeting", "member", "is_observer")

    meeting = models.ForeignKey(
        "affairs.Meeting", on_delete=models.PROTECT, related_name="participants", verbose_name=_("会议")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))
    is_observer = models.BooleanField(_("列席"), default=False)

    class Meta:
        verbose_name = _("参会人员")
        verbose_name_plural = verbose_name
        ordering = ["is_observer", "member__pinyin", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="asked_to_a_meeting_once")]

    def __str__(self) -> str:
        return f"{self.member}（{_('列席')}）" if self.is_observer else str(self.member)


class MeetingLeave(models.Model):
    """请假: somebody who is due said beforehand that they can't come, and why."""

    AUDITED = ("meeting", "member", "asked_on")
    SENSITIVE = ("reason",)

    meeting = models.ForeignKey(
        "affairs.Meeting", on_delete=models.PROTECT, related_name="leaves", verbose_name=_("会议")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))
    reason = models.CharField(_("请假事由"), max_length=100)
    asked_on = models.DateField(_("请假日期"))

    class Meta:
        verbose_name = _("会议请假")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="one_leave_a_meeting")]

    def __str__(self) -> str:
        return f"{self.meeting} {self.member}"


def committee_on(committee_id: int, on: date) -> models.QuerySet[Member]:
    """Who served in a committee on a day."""
    held = OfficeHolding.objects.held_on(on).filter(term__committee=committee_id)
    return Member.objects.filter(pk__in=held.values("member"))


def people_due_at(meeting: Any) -> models.QuerySet[Member]:
    """Everybody whom a meeting means, on its day: by its audience, its committee, the offices it asks for, its group,
    and by name; with who leads it and who writes the minutes. Those who died or left by then are not waited for.
    """
    meant = Q(pk__in=[key for key in (meeting.chair_id, meeting.recorder_id) if key is not None])
    for people in _meant_by_rule(meeting):
        meant |= Q(pk__in=people)
    named = MeetingParticipant.objects.filter(meeting=meeting)
    here = Member.objects.as_of(meeting.held_on).filter(service_on__in=HERE)
    due: models.QuerySet[Member] = here.filter(meant | Q(pk__in=named.values("member")))
    return due.order_by("pinyin", "pk")


def asks_somebody(meeting: Any) -> bool:
    """Whether a meeting says in any way whom it is for, beside who leads it and who writes the minutes."""
    links = (meeting.audience_id, meeting.committee_id, meeting.group_id)
    heads = (meeting.with_heads, meeting.with_group_leaders, meeting.with_school_leaders)
    if any(heads) or any(key is not None for key in links):
        return True
    return MeetingParticipant.objects.filter(meeting=meeting).exists()


def _meant_by_rule(meeting: Any) -> Iterator[models.QuerySet[Any, Any]]:
    on = meeting.held_on
    if meeting.audience_id is not None:
        yield audience_members(meeting.audience, on).order_by().values("pk")
    if meeting.committee_id is not None:
        yield committee_on(meeting.committee_id, on).values("pk")
    if meeting.group_id is not None:
        yield GroupPlace.objects.held_on(on).inside(meeting.group_id).values("member")
    if meeting.with_heads:
        yield DepartmentHead.objects.held_on(on).heads().values("member")
    if meeting.with_group_leaders:
        yield GroupLeader.objects.held_on(on).heads().values("member")
    if meeting.with_school_leaders:
        grants = RoleGrant.objects.held_on(on).filter(role__in=SCHOOL_LEADERS, account__member__isnull=False)
        yield grants.values("account__member")


def means(member_id: int, audiences: Sequence[int]) -> Q:
    """A condition on meetings: they mean this person. Which audiences the person belongs to is given; offices and
    groups are asked for who held them on the day of each meeting.
    """
    held = covering(OuterRef("held_on"))
    in_committee = OfficeHolding.objects.filter(held, term__committee=OuterRef("committee"), member=member_id)
    in_group = GroupPlace.objects.filter(held, _in_its_group(), member=member_id)
    heads = DepartmentHead.objects.heads().filter(held, member=member_id)
    leaders = GroupLeader.objects.heads().filter(held, member=member_id)
    school = RoleGrant.objects.filter(held, role__in=SCHOOL_LEADERS, account__member=member_id)
    named = MeetingParticipant.objects.filter(meeting=OuterRef("pk"), member=member_id)
    return (
        Q(audience__in=audiences)
        | Q(Exists(in_committee))
        | Q(Exists(in_group))
        | Q(Exists(heads), with_heads=True)
        | Q(Exists(leaders), with_group_leaders=True)
        | Q(Exists(school), with_school_leaders=True)
        | Q(Exists(named))
    )


def _in_its_group() -> Q:
    """Places in the group of the meeting outside, or in one that stands under it, however deep."""
    found = Q()
    for depth in range(LEVELS):
        found |= Q(**{f"group__{'parent__' * depth}pk": OuterRef("group")})
    return found
