"""Who may open which page of affairs: read by tests/test_permissions.py, which says what the letters mean."""

from tests.affairs.permission_table import (
    board,
    catalogue,
    disclosures,
    mailbox,
    meetings,
    oversight,
    public_notices,
    regulations,
    surveys,
)

FAMILIES = (board, disclosures, catalogue, mailbox, public_notices, regulations, meetings, oversight, surveys)

HEAD = disclosures.TABLE.strip().splitlines()[0]
TABLE = "\n".join([HEAD, *(line for family in FAMILIES for line in family.TABLE.strip().splitlines()[1:])])
RECORDS = {name: made for family in FAMILIES for name, made in family.RECORDS.items()}
