"""The local rules of consultations."""

from unionoffice.rules import RuleKind, seed_rule

LOCAL = "通行做法；各地各校不一，以本校规定为准"


def seed_consultation_rules() -> None:
    """How long people have, and when they are reminded."""
    seed_rule(
        "affairs.consultation.days",
        label="征求意见的时间至少有多少天",
        value=7,
        kind=RuleKind.DAYS,
        source=LOCAL,
    )
    seed_rule(
        "affairs.consultation.remind",
        label="征求意见截止前多少天提醒",
        value=2,
        kind=RuleKind.DAYS,
        source=LOCAL,
    )
