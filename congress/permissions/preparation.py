"""Who may do what in the preparation of a session."""

from typing import Any

import rules

from congress.enums import ChecklistStatus, RequestStatus, SessionNoticeStatus, SessionStatus
from congress.permissions.people import is_delegate, is_staff, keeps_congress
from members.permissions import member_id_of
from unionoffice.roles import Role, holds, roles_of
from unionoffice.states import in_state

reads_preparation = holds(
    Role.CHAIR,
    Role.SECRETARY,
    Role.ORGANISATION_OFFICER,
    Role.PUBLICITY_OFFICER,
    Role.WELFARE_OFFICER,
    Role.SPORTS_OFFICER,
    Role.WOMEN_OFFICER,
    Role.TREASURER,
    Role.PRINCIPAL,
    Role.VICE_PRINCIPAL,
    Role.PARTY_SECRETARY,
)
"""Those who prepare a session: the union's committee, and the school's leaders."""


@rules.predicate
def chairs_preparatory(user: Any, meeting: Any) -> bool:
    """Led the preparatory meeting."""
    mine = member_id_of(user)
    return mine is not None and mine == meeting.chair_id


reads_preparatory_minutes = reads_preparation | is_delegate | chairs_preparatory
"""What was said there is for those who prepare the session and for the delegates; what was settled is for all."""

is_planned = in_state(SessionStatus.PLANNED)
may_prepare = keeps_congress & is_planned
"""Changes what is prepared, as long as the session hasn't opened."""


@rules.predicate
def is_of_planned_session(_user: Any, record: Any) -> bool:
    """Whether the session that a record belongs to hasn't opened yet."""
    return record.session.status == SessionStatus.PLANNED


@rules.predicate
def is_responsible(user: Any, item: Any) -> bool:
    """The person who was given a matter; where nobody was, whoever holds its office."""
    if item.assignee_id is not None:
        return item.assignee_id == member_id_of(user)
    return item.office in roles_of(user)


may_mend_prepared = keeps_congress & is_of_planned_session
may_plan_item = keeps_congress & in_state(ChecklistStatus.OPEN)
may_settle_item = (keeps_congress | is_responsible) & in_state(ChecklistStatus.OPEN)
may_drop_item = keeps_congress & in_state(ChecklistStatus.OPEN)
may_reopen_item_of_list = (keeps_congress | is_responsible) & in_state(ChecklistStatus.DONE, ChecklistStatus.DROPPED)

may_mend_notice = keeps_congress & in_state(SessionNoticeStatus.DRAFT) & is_of_planned_session
may_issue_notice = may_mend_notice

may_settle_request = keeps_congress & in_state(RequestStatus.WAITING)
opens_checklist = is_staff
"""Whether there is anything to open is decided by `visible_to`."""
