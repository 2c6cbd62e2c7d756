"""How few answers are too few, and which grades count as satisfied."""

from affairs.enums import SatisfiedWith
from affairs.models import SATISFIED_WITH, SURVEY_MINIMUM
from unionoffice.rules import RuleKind, seed_rule

LOCAL = "国家没有统一规定。此为保护答卷人的常见做法：答卷太少时，从合计能猜出个人的回答。由学校工会决定。"
GRADES = "国家没有统一规定，各地通行把“基本满意”计入满意度。由学校工会决定。"


def seed_survey_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    seed_rule(SURVEY_MINIMUM, label="问卷至少收到多少份答卷才显示结果", value=5, unit="份", source=LOCAL)
    seed_rule(
        SATISFIED_WITH,
        label="问卷的满意度包括哪些等次",
        value=SatisfiedWith.BASICALLY.value,
        kind=RuleKind.CHOICE,
        choices=[(value, str(label)) for value, label in SatisfiedWith.choices],
        source=GRADES,
    )
