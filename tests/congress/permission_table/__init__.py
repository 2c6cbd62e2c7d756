"""Who may open which page of the congress: read by tests/test_permissions.py, which says what the letters mean."""

from tests.congress.permission_table import (
    agenda,
    delegates,
    handling,
    proposal_papers,
    proposals,
    sessions,
    sittings,
    suggestions,
    terms,
)

FAMILIES = (agenda, terms, delegates, sessions, sittings, proposals, handling, suggestions, proposal_papers)

HEAD = proposals.TABLE.strip().splitlines()[0]
TABLE = "\n".join([HEAD, *(line for family in FAMILIES for line in family.TABLE.strip().splitlines()[1:])])
RECORDS = {name: made for family in FAMILIES for name, made in family.RECORDS.items()}
