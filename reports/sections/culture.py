"""文体活动: what was held for and with the members."""

from reports.selectors import Material
from unionoffice.documents.tree import Block


def culture(_material: Material) -> list[Block]:
    """Activities by kind and occasion; empty when nothing was recorded."""
    return []
