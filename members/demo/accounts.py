"""Accounts in the demo school: a role given for a while, one that ended long ago, and somebody kept out."""

from datetime import date, timedelta

from members.models import Account
from members.services import block_account, grant_role
from unionoffice.demo import as_of
from unionoffice.roles import Role

GIVEN: tuple[tuple[str, Role, int, int], ...] = (
    ("1022", Role.SECRETARY, 2400, -901),
    ("1017", Role.ORGANISATION_OFFICER, 30, 60),
)
"""Employee number and role, how many days ago it was given and in how many it ends. Beside today's holder stands
nobody in a role for which another area asks with `holder_of`, which wants one.
"""

BLOCKED, BLOCKED_AGO = "1024", 5


def change_accounts(on: date, *, by: Account) -> None:
    """The secretary before today's, a stand-in for some weeks, and somebody who lost a phone."""
    for number, role, ago, ends in GIVEN:
        with as_of(on - timedelta(days=ago)):
            until = on + timedelta(days=ends)
            grant_role(Account.objects.get(employee_no=number), role, by=by, on=on - timedelta(days=ago), until=until)
    day = on - timedelta(days=BLOCKED_AGO)
    with as_of(day):
        account = Account.objects.get(employee_no=BLOCKED)
        block_account(account, reason="手机遗失，本人要求暂停使用。", by=by, on=day)
