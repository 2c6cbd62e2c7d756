"""Who signed up for an activity, in the order in which they came."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities import permissions
from activities.enums import SIGN_UP_MOVES, SignUpStatus
from members.models import Member


class SignUpQuerySet(models.QuerySet["SignUp"]):
    """Questions asked of sign-ups."""

    def visible_to(self, user: Any) -> Self:
        """All for those who organise activities; else one's own and those for what one answers for."""
        if not user.is_authenticated:
            return self.none()
        if permissions.organises_all.test(user):
            return self
        if user.member_id is None:
            return self.none()
        mine = user.member_id
        return self.filter(Q(member=mine) | Q(activity__leader=mine) | Q(activity__group__leader=mine))

    def standing(self) -> Self:
        """Those who have a place or wait for one."""
        return self.exclude(status=SignUpStatus.WITHDRAWN)

    def with_a_place(self) -> Self:
        """Those who have one."""
        return self.filter(status=SignUpStatus.SIGNED_UP)

    def waiting(self) -> Self:
        """The waiting list, whoever came first at its head."""
        return self.filter(status=SignUpStatus.WAITING).order_by("place")


class SignUp(models.Model):
    """报名: a place in an activity, or on its waiting list."""

    MOVES = SIGN_UP_MOVES
    AUDITED = ("activity", "member", "status", "place", "signed_on")

    activity = models.ForeignKey(
        "activities.Activity", on_delete=models.PROTECT, related_name="sign_ups", verbose_name=_("活动")
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="sign_ups", verbose_name=_("教职工"))
    status = models.CharField(_("状态"), max_length=12, choices=SignUpStatus)
    place = models.PositiveIntegerField(_("报名顺序"))
    signed_on = models.DateField(_("报名日期"))

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("报名")
        verbose_name_plural = verbose_name
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "place"], name="one_sign_up_a_place"),
            models.UniqueConstraint(
                fields=["activity", "member"],
                condition=~Q(status=SignUpStatus.WITHDRAWN),
                name="one_standing_sign_up_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.activity}"

    def get_absolute_url(self) -> str:
        """The activity's page, which shows one's own place."""
        return self.activity.get_absolute_url()

    @property
    def public_number(self) -> str:
        """All that is said of it to those who may not see it."""
        return str(_("活动报名"))
