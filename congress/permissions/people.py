"""Who is who in the congress."""

from typing import Any

import rules
from django.utils import timezone

from unionoffice.roles import Role, holds

is_staff = holds(Role.STAFF)
"""Everybody who works here: drafts proposals, reads those that were filed and who the delegates are."""

keeps_congress = holds(Role.SECRETARY)
"""Enters terms, sessions and delegates."""

is_delegate = holds(Role.DELEGATE)
heads_department = holds(Role.DEPARTMENT_HEAD)

oversees = holds(Role.SECRETARY, Role.CHAIR)
"""Sees every proposal that was ever filed, whatever became of it."""

signs = holds(Role.PRINCIPAL, Role.VICE_PRINCIPAL)
"""Answers for the school."""

REVIEW_CACHE = "_sits_in_review_group"
"""Where the answer is kept with the user object, for the length of a request."""


@rules.predicate
def sits_in_review_group(user: Any) -> bool:
    """Whether somebody sits in the 提案审理小组 of a session of the running term today; asked once for a user object.

    The imagined holder of a role, of whom `unionoffice.pages.rights` asks what a role opens, sits nowhere.
    """
    known: bool | None = getattr(user, REVIEW_CACHE, None)
    if known is None:
        member = getattr(user, "member", None)
        known = member is not None and member.group_seats.reviewing_on(timezone.localdate()).exists()
        setattr(user, REVIEW_CACHE, known)
    return known
