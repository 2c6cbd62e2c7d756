"""Who may do what with activities.

Everybody knows of what was announced to an audience of theirs, or what they took part in. Least access beyond that:
who signed up and who came is for those who run the activity, others read numbers and their own place; money is for
those who plan, approve, book or audit it.
"""

from typing import Any

import rules

from activities.enums import HAPPENED, PLANNED, UPCOMING, ActivityStatus, SignUpStatus
from members.permissions import member_id_of
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

organises_all = holds(Role.CHAIR, Role.SECRETARY, Role.SPORTS_OFFICER, Role.WOMEN_OFFICER)
"""Plans and runs the union's activities."""

follows_money = holds(Role.TREASURER, Role.AUDITOR)
"""Follows the money to what it was spent on: all activities but those still being planned."""

plans_activities = organises_all | holds(Role.GROUP_LEADER)
"""A group leader plans for the own group only."""

opens_activity_list = signed_in
opens_activity = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

approves_activities = holds(Role.CHAIR)
pays_activities = holds(Role.CASHIER)
sees_money_of_all = organises_all | follows_money


@rules.predicate
def is_planner(user: User, activity: Any) -> bool:
    """Who drew it up."""
    return activity.planned_by_id == user.pk


@rules.predicate
def leads_its_group(user: User, activity: Any) -> bool:
    """Leads the union group that holds it."""
    group = activity.group
    return group is not None and group.leader_id is not None and group.leader_id == member_id_of(user)


@rules.predicate
def is_in_charge(user: User, activity: Any) -> bool:
    """Is named as the one who leads it on the day, whatever the office they hold."""
    leader_id = activity.leader_id
    return leader_id is not None and leader_id == member_id_of(user)


@rules.predicate
def plans_union_money(_user: User, activity: Any) -> bool:
    """Its budget is the union's money: then the chair approves the plan before anybody is told of it."""
    return activity.plans_union_money


@rules.predicate
def costs_union_money(_user: User, activity: Any) -> bool:
    """It cost the union something: then it is paid through the ledger."""
    return activity.costs_union_money


@rules.predicate
def takes_sign_ups(_user: User, activity: Any) -> bool:
    """Whether one signs up for it at all."""
    return activity.sign_up_until is not None


@rules.predicate
def has_number(_user: User, activity: Any) -> bool:
    """A number once given is never used again, so that what carries it is cancelled, not deleted."""
    return activity.number is not None


@rules.predicate
def cost_is_known(_user: User, activity: Any) -> bool:
    """Whether somebody said what it cost."""
    return activity.actual_cost is not None


@rules.predicate
def is_counted_by_number(_user: User, activity: Any) -> bool:
    """Whether a headcount without names stands for who came."""
    return activity.headcount is not None


organises = organises_all | leads_its_group
"""Answers for the activity."""

runs = organises | is_in_charge
"""Sees who signed up, takes attendance and tells how it went."""

reads_names = runs
reads_money = sees_money_of_all | leads_its_group

may_amend = organises & in_state(*PLANNED, *UPCOMING)
may_delete = (organises | is_planner) & in_state(ActivityStatus.DRAFT) & ~has_number
may_submit = organises & in_state(ActivityStatus.DRAFT) & plans_union_money
may_approve = approves_activities & in_state(ActivityStatus.SUBMITTED)
may_return = (approves_activities | organises) & in_state(ActivityStatus.SUBMITTED, ActivityStatus.APPROVED)
may_announce = organises & (in_state(ActivityStatus.APPROVED) | (in_state(ActivityStatus.DRAFT) & ~plans_union_money))
may_close_sign_up = organises & in_state(ActivityStatus.ANNOUNCED) & takes_sign_ups
may_reopen = organises & in_state(ActivityStatus.CLOSED)
may_cancel = organises & (
    in_state(ActivityStatus.SUBMITTED, ActivityStatus.APPROVED, *UPCOMING)
    | (in_state(ActivityStatus.DRAFT) & has_number)
)
may_enrol = runs & in_state(*UPCOMING) & takes_sign_ups
"""Signs up those who can't do it themselves, also after sign-up has closed."""

may_sign_up = in_state(ActivityStatus.ANNOUNCED) & takes_sign_ups
"""The audience is asked for where the record is at hand."""

may_take_attendance = runs & in_state(*UPCOMING, ActivityStatus.HELD) & ~is_counted_by_number
may_hold = runs & in_state(*UPCOMING)
may_tell_outcome = runs & in_state(ActivityStatus.HELD)
may_approve_cost = approves_activities & in_state(ActivityStatus.HELD) & cost_is_known & costs_union_money
may_settle = organises & in_state(ActivityStatus.HELD) & cost_is_known & ~costs_union_money
may_pay = pays_activities & in_state(ActivityStatus.PAYABLE)
may_attach = runs
may_print_notice = opens_activity & in_state(*UPCOMING, *HAPPENED)


@rules.predicate
def is_own_sign_up(user: User, sign_up: Any) -> bool:
    """One's own place."""
    return sign_up.member_id == member_id_of(user)


@rules.predicate
def may_withdraw(user: User, sign_up: Any) -> bool:
    """Oneself until sign-up closes; those who run the activity until it is held."""
    activity = sign_up.activity
    if sign_up.status == SignUpStatus.WITHDRAWN:
        return False
    if may_enrol.test(user, activity):
        return True
    return is_own_sign_up.test(user, sign_up) and activity.status == ActivityStatus.ANNOUNCED
