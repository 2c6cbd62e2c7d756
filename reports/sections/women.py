"""女职工与离退休."""

from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents.tree import Block


def women_and_retirees(material: Material) -> list[Block]:
    """女职工与离退休."""
    return [
        *paragraph(
            material,
            Sentence("", ("工会现有女会员[[members.women]]",)),
            Sentence("", ("学校现有退休教职工[[members.retirees]]",), "。"),
        )
    ]
