"""The demo school's democratic management."""

from datetime import date

from affairs.demo.disclosures import keep_a_board
from affairs.models import Disclosure
from unionoffice.areas import DemoAccount

__all__ = ["build"]


def build(on: date) -> list[DemoAccount]:
    """A year of each family of records, by the people whose office it is."""
    if not Disclosure.objects.exists():
        keep_a_board(on)
    return []
