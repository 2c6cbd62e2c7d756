"""Workbooks that the congress takes in."""

from congress.importers.delegates import DELEGATES, plan_delegates
from congress.importers.proposals import PROPOSALS, plan_proposals

__all__ = ["DELEGATES", "PROPOSALS", "plan_delegates", "plan_proposals"]
