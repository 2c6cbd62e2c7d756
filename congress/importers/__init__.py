"""Workbooks that the congress takes in."""

from congress.importers.proposals import PROPOSALS, plan_proposals

__all__ = ["PROPOSALS", "plan_proposals"]
