"""校务公开: what was disclosed, by category and time."""

from reports.selectors import Material
from unionoffice.documents.tree import Block


def board(_material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded."""
    return []
