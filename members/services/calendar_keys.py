"""The secret addresses of calendars: made, renewed and ended by those whose calendars they are."""

import secrets
from datetime import date

from django.db import transaction

from members.models import Account, CalendarKey
from unionoffice import audit, privacy

TOKEN_BYTES = 24
"""192 bits: nobody comes upon it by trying."""


@transaction.atomic
def renew_calendar_key(account: Account, *, on: date) -> str:
    """A new secret for the account's calendar, told this once; the address before it leads nowhere any more.

    In small letters and digits only: the digest by which it is found doesn't tell small letters from capitals.
    """
    token = secrets.token_hex(TOKEN_BYTES)
    with audit.deed("生成日历订阅地址", by=account):
        CalendarKey.objects.update_or_create(
            account=account, defaults={"digest": privacy.digest(token), "made_on": on}
        )
    return token


@transaction.atomic
def end_calendar_key(account: Account) -> None:
    """The account's calendar can't be read without signing in any more; nothing happens where there is no key."""
    with audit.deed("停用日历订阅地址", by=account):
        for key in CalendarKey.objects.filter(account=account):
            key.delete()
