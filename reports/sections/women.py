"""女职工与离退休."""

from reports.selectors import Material
from reports.wording import Sentence, paragraph
from unionoffice.documents import Paragraph
from unionoffice.documents.tree import Block


def women_and_retirees(material: Material) -> list[Block]:
    """How many there are, and what was held for them: the 三八节, and activities of retired staff."""
    return [
        *paragraph(
            material,
            Sentence("", ("工会现有女会员[[members.women]]",)),
            Sentence("", ("学校现有退休教职工[[members.retirees]]",), "。"),
        ),
        *_named(material, "activities.occasion.womens_day"),
        *paragraph(
            material,
            Sentence(
                "",
                (
                    "为离退休教职工开展活动[[activities.kind.retirees]]",
                    "参加[[activities.kind.retirees.attendance]]",
                ),
            ),
        ),
        *_named(material, "activities.kind.retirees", "activities.occasion.double_ninth"),
    ]


def _named(material: Material, *kinds: str) -> list[Block]:
    """Records of these kinds one by one."""
    told = [note.text for note in material.notables(*kinds)]
    return [Paragraph(f"{'；'.join(told)}。")] if told else []
