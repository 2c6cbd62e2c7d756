"""民主管理: the congress, its proposals and the public-affairs board."""

from reports.sections.board import board
from reports.sections.proposals import proposals
from reports.selectors import Material
from unionoffice.documents.tree import Block


def democracy(material: Material) -> list[Block]:
    """What the areas have to tell, each under its own heading."""
    return [*proposals(material), *board(material)]
