"""Asking for the address of one's own calendar, and ending it."""

from datetime import date
from typing import Any

from members.models import Account
from members.services import end_calendar_key, renew_calendar_key
from unionoffice.pages import OfficeForm


class CalendarKeyForm(OfficeForm):
    """Nothing to fill in: pressing the button makes the address."""

    def save(self, *, by: Account, on: date) -> str:
        """The secret of the new address."""
        return renew_calendar_key(by, on=on)


class EndCalendarKeyForm(OfficeForm):
    """Nothing to fill in: pressing the button ends the address."""

    def save(self, *, by: Account, on: Any) -> None:
        """No address any more."""
        end_calendar_key(by)
