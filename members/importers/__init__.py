"""Taking in rosters: what their columns are called, what their cells mean, and what a file would change."""

from members.importers.columns import COLUMNS, PLACES
from members.importers.rosters import ROSTER, plan_roster, write_roster

__all__ = ["COLUMNS", "PLACES", "ROSTER", "plan_roster", "write_roster"]
