"""Who may do what with regulations."""

from typing import Any

import rules

from affairs.enums import ENACTED, UNDER_WAY, VersionStatus
from unionoffice.roles import Role, User, holds, signed_in
from unionoffice.states import in_state

opens_regulations = signed_in
"""What holds or held is for everybody on the staff; drafts are decided by `visible_to`."""

keeps_regulations = holds(Role.SECRETARY)
drafts_regulations = keeps_regulations | holds(Role.DEPARTMENT_HEAD)
enacts_regulations = holds(Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL)

sees_all_regulations = holds(Role.SECRETARY, Role.CHAIR, Role.PRINCIPAL, Role.PARTY_SECRETARY, Role.VICE_PRINCIPAL)
"""Also drafts of every department."""


@rules.predicate
def drafted_it(user: User, version: Any) -> bool:
    """Whose draft it is."""
    return version.drafted_by_id == user.pk


@rules.predicate
def heads_its_department(user: User, version: Any) -> bool:
    """Whose department answers for the version's regulation."""
    return _heads(user, version.regulation.department)


@rules.predicate
def heads_department_of(user: User, regulation: Any) -> bool:
    """The same, asked of the regulation."""
    return _heads(user, regulation.department)


def _heads(user: User, department: Any) -> bool:
    member_id = getattr(user, "member_id", None)
    return department is not None and member_id is not None and department.head_id == member_id


works_on_version = keeps_regulations | (drafts_regulations & (drafted_it | heads_its_department))
works_on_regulation = keeps_regulations | (drafts_regulations & heads_department_of)

may_mend_version = works_on_version & in_state(VersionStatus.DRAFT)
may_deliberate_version = works_on_version & in_state(VersionStatus.DRAFT)
may_discard_version = works_on_version & in_state(VersionStatus.DRAFT, VersionStatus.DELIBERATING)
may_enact_version = enacts_regulations & in_state(VersionStatus.DRAFT, VersionStatus.DELIBERATING)
may_abolish_version = enacts_regulations & in_state(VersionStatus.IN_FORCE)
may_attach_to_version = works_on_version & in_state(*UNDER_WAY, *ENACTED)
"""The signed copy comes when it holds already."""
