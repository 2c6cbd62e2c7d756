"""Who may do what with visits. Illness and bereavement are need-to-know."""

from typing import Any

import rules

from finance.enums import Fund
from members.permissions import member_id_of
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state
from welfare.enums import VisitStatus

sees_all_visits = holds(Role.CHAIR, Role.SECRETARY, Role.WELFARE_OFFICER)
"""Organises the visits."""

sees_paid_visits = holds(Role.AUDITOR)
"""Follows the money to what it was spent on."""

requests_visits = holds(Role.SECRETARY, Role.WELFARE_OFFICER, Role.GROUP_LEADER)
"""Hears of an illness or a wedding and asks for a visit. Not the chair, who is to approve it."""

opens_visit_list = sees_all_visits | sees_paid_visits | requests_visits
opens_visit = signed_in
"""Whether there is anything to open is decided by `visible_to`."""

checks_visits = holds(Role.SECRETARY, Role.WELFARE_OFFICER)
approves_visits = holds(Role.CHAIR)
records_visits = holds(Role.SECRETARY, Role.WELFARE_OFFICER, Role.CHAIR)
pays_visits = holds(Role.CASHIER)


@rules.predicate
def is_requester(user: User, visit: Any) -> bool:
    """Who asked for it."""
    return visit.requested_by_id == user.pk


@rules.predicate
def is_visited(user: User, visit: Any) -> bool:
    """Whom the visit is for."""
    return member_id_of(user) == visit.member_id


@rules.predicate
def spends_union_money(_user: User, visit: Any) -> bool:
    """Something was given, and out of the union's money: then it is paid through the ledger."""
    return visit.fund == Fund.UNION and visit.total > 0


reads_circumstances = sees_all_visits | is_requester
reads_finding = sees_all_visits | is_requester | sees_paid_visits
may_check = checks_visits & in_state(VisitStatus.REQUESTED)
may_approve = approves_visits & in_state(VisitStatus.CHECKED) & ~is_visited
may_refuse = approves_visits & in_state(VisitStatus.CHECKED)
may_record = records_visits & in_state(VisitStatus.APPROVED)
may_pay = pays_visits & in_state(VisitStatus.VISITED) & spends_union_money
may_close = records_visits & in_state(VisitStatus.VISITED) & ~spends_union_money
may_attach = (is_requester | checks_visits) & in_state(
    VisitStatus.REQUESTED, VisitStatus.CHECKED, VisitStatus.APPROVED, VisitStatus.VISITED
)
"""Brings the proof that the standard asks for, until the visit is paid or over. Proof is read like circumstances: a
hospital's paper says the same. That it was looked at, the auditor learns from the finding."""

may_withdraw = (is_requester | checks_visits) & in_state(
    VisitStatus.REQUESTED, VisitStatus.CHECKED, VisitStatus.APPROVED
)
