"""Sign-ups and the waiting list.

Every one of these locks the activity's row first: places are counted and given by one transaction at a time.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from activities import notices
from activities.enums import UPCOMING, SignUpStatus
from activities.models import Activity, SignUp
from activities.permissions import runs
from activities.selectors import double_sign_ups, is_meant
from members.models import Member
from unionoffice import audit
from unionoffice.refusal import Refused
from unionoffice.states import lock, moving


@transaction.atomic
def sign_up(activity: Activity, member: Member, *, by: Any, on: date) -> SignUp:
    """Take a place for somebody, or stand at the end of the waiting list where all are taken.

    Open until sign-up closes; after that those who run the activity may still enter somebody (代为报名). Refuses
    whoever isn't of the audience on the activity's day, and a second sign-up.
    """
    lock(activity)
    _check_open(activity, by, on)
    if activity.sign_ups.standing().filter(member=member).exists():
        raise Refused(_("%(name)s已经报过名了。") % {"name": member.name})
    if not is_meant(activity, member.pk):
        raise Refused(
            _("这次活动面向%(audience)s，%(name)s不在其中。") % {"audience": activity.audience, "name": member.name}
        )
    last = activity.sign_ups.aggregate(last=Max("place"))["last"] or 0
    with audit.deed("报名" if by.member_id == member.pk else "代为报名", by=by):
        return SignUp.objects.create(
            activity=activity,
            member=member,
            status=SignUpStatus.SIGNED_UP if _has_room(activity) else SignUpStatus.WAITING,
            place=last + 1,
            signed_on=on,
        )


@transaction.atomic
def withdraw(sign_up: SignUp, *, by: Any, on: date) -> SignUp:
    """Give a place back, or leave the waiting list; whoever waits longest moves up and is told."""
    activity = lock(sign_up.activity)
    own = by.member_id == sign_up.member_id
    if not (own and activity.is_open_for_sign_up(on)) and not _keeps_the_list(activity, by):
        raise Refused(_("报名已经截止，不能自己取消。请联系活动负责人。"))
    with moving(sign_up, to=SignUpStatus.WITHDRAWN, by=by, verb="取消报名" if own else "代为取消报名"):
        pass
    if not own:
        notices.withdrawn(sign_up)
    move_up(activity, by=by, on=on)
    return sign_up


def settle_before_merge(kept: Member, dropped: Member, *, by: Any, on: date) -> None:
    """Withdraw one of two sign-ups of one person: that on the waiting list, else the later one."""
    for pair in double_sign_ups(kept, dropped):
        activity = lock(pair[0].activity)
        spare = max(pair, key=lambda sign_up: (sign_up.status == SignUpStatus.WAITING, sign_up.place))
        with moving(spare, to=SignUpStatus.WITHDRAWN, by=by, verb="合并重复档案"):
            pass
        if activity.status in UPCOMING:
            move_up(activity, by=by, on=on)


def move_up(activity: Activity, *, by: Any, on: date) -> list[SignUp]:
    """Give free places to whoever waits longest; called with the activity's row locked."""
    moved = []
    while _has_room(activity) and (first := activity.sign_ups.waiting().first()):
        with moving(first, to=SignUpStatus.SIGNED_UP, by=by, verb="候补转正"):
            pass
        notices.moved_up(first, on=on)
        moved.append(first)
    return moved


def _has_room(activity: Activity) -> bool:
    return activity.capacity is None or activity.sign_ups.with_a_place().count() < activity.capacity


def _keeps_the_list(activity: Activity, by: Any) -> bool:
    """Whether this account still enters and removes people, until the activity is held."""
    return runs.test(by, activity) and activity.status in UPCOMING


def _check_open(activity: Activity, by: Any, on: date) -> None:
    """Raises Refused where this account can't enter anybody any more."""
    if activity.is_open_for_sign_up(on):
        return
    if activity.sign_up_until is None:
        raise Refused(_("这次活动不用报名，到时直接参加。"))
    if not _keeps_the_list(activity, by):
        raise Refused(_("报名已经截止。如需参加，请联系活动负责人。"))
