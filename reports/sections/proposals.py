"""提案: what delegates asked for and what became of it."""

from reports.selectors import Material
from unionoffice.documents.tree import Block


def proposals(_material: Material) -> list[Block]:
    """The part of 民主管理 under its own heading of the second level; empty when nothing was recorded."""
    return []
