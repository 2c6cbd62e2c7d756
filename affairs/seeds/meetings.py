"""The rules that meetings start with. What a school has changed is left alone."""

from affairs.selectors.meetings import QUORUM, REMIND_MEETING, REMIND_TASK
from unionoffice.rules import RuleKind, seed_rule

LOCAL = "本校会议制度的常见做法，请按本校规定设定。"


def seed_meetings() -> None:
    """Put the rules in place; safe to repeat."""
    seed_rule(
        QUORUM,
        label="委员会议作出决定，到会委员应超过应到人数的比例",
        value="50",
        kind=RuleKind.PERCENT,
        source="工会基层组织民主集中制原则，重要事项集体讨论决定；具体比例为本校议事规则的常见规定，请按本校规则设定。",
    )
    seed_rule(REMIND_MEETING, label="会议召开前提前几天提醒", value=1, kind=RuleKind.DAYS, source=LOCAL)
    seed_rule(REMIND_TASK, label="会议任务到期前提前几天提醒", value=3, kind=RuleKind.DAYS, source=LOCAL)
