"""主席团 and 工作小组: who leads a session, and who works for it."""

from datetime import date
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from congress.enums import GroupKind, PresidiumRole
from congress.models.constituencies import Delegation
from congress.models.sessions import Session
from congress.models.terms import OpenToStaff
from members.models import Member
from unionoffice.dated import covering, ends_after_start
from unionoffice.versions import Versioned


class PresidiumMember(models.Model):
    """主席团成员. Its members are chosen from among the delegates (学校教职工代表大会规定, on the presidium)."""

    AUDITED = ("session", "member", "role", "named_on")

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="presidium", verbose_name=_("会议"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("教职工"))
    role = models.CharField(_("职责"), max_length=10, choices=PresidiumRole, default=PresidiumRole.MEMBER)
    named_on = models.DateField(_("提名日期"))

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("主席团成员")
        verbose_name_plural = verbose_name
        ordering = ["role", "member__pinyin", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "member"], name="in_a_presidium_once"),
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.member}"


class WorkingGroup(Versioned):
    """工作小组 of a session. Some work on after it: proposals are seen to long after the session is over."""

    AUDITED = ("session", "kind", "set_up_on")

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="groups", verbose_name=_("会议"), editable=False
    )
    kind = models.CharField(_("工作小组"), max_length=14, choices=GroupKind)
    set_up_on = models.DateField(_("成立日期"))

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("工作小组")
        verbose_name_plural = verbose_name
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["session", "kind"], name="one_group_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.session}{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """Among the groups of its session."""
        return f"{reverse('congress:session-detail', args=[self.session_id])}#groups"


class GroupSeatQuerySet(OpenToStaff):
    """Questions asked of seats in working groups."""

    def held_on(self, on: date) -> Self:
        """Seats on a day, of sessions whose term runs then."""
        return self.filter(covering(on), covering(on, path="group__session__term__"))

    def reviewing_on(self, on: date) -> Self:
        """Those of them in groups that review proposals."""
        return self.held_on(on).filter(group__kind=GroupKind.PROPOSALS)


class GroupSeat(models.Model):
    """Somebody in a working group from a day to a day."""

    AUDITED = ("group", "member", "is_head", "from_on", "to_on")

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="seats", verbose_name=_("小组"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="group_seats", verbose_name=_("教职工"))
    is_head = models.BooleanField(_("组长"), default=False)
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    objects = GroupSeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("工作小组成员")
        verbose_name_plural = verbose_name
        ordering = ["-is_head", "member__pinyin", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member"], condition=models.Q(to_on=None), name="in_a_working_group_once_at_a_time"
            ),
            ends_after_start("group_seat_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.member}"


class DiscussionGroup(models.Model):
    """分组: a delegation in the discussions of a session, with its place, who convenes it and who takes notes."""

    AUDITED = ("session", "delegation", "place", "convener", "recorder", "made_on")

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="discussion_groups", verbose_name=_("会议")
    )
    delegation = models.ForeignKey(
        Delegation, on_delete=models.PROTECT, related_name="discussion_groups", verbose_name=_("代表团")
    )
    place = models.CharField(_("讨论地点"), max_length=60)
    convener = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("召集人")
    )
    recorder = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("记录人")
    )
    made_on = models.DateField(_("编组日期"))

    objects = OpenToStaff.as_manager()

    class Meta:
        verbose_name = _("分组")
        verbose_name_plural = verbose_name
        ordering = ["delegation__pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "delegation"], name="one_discussion_group_a_delegation")
        ]

    def __str__(self) -> str:
        return f"{self.session}{self.delegation}"
