"""Who is who in the congress."""

from unionoffice.roles import Role, holds

is_staff = holds(Role.STAFF)
"""Everybody who works here: drafts proposals, reads those that were filed and who the delegates are."""

keeps_congress = holds(Role.SECRETARY)
"""Enters terms, sessions and delegates."""

is_delegate = holds(Role.DELEGATE)

oversees = holds(Role.SECRETARY, Role.CHAIR)
"""Sees every proposal that was ever filed, whatever became of it."""

signs = holds(Role.PRINCIPAL, Role.VICE_PRINCIPAL)
"""Answers for the school."""
