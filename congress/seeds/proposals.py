"""The rules of proposals, each with its source; a school changes them in the settings."""

from unionoffice.rules import RuleKind, seed_rule

LOCAL = "国家规定未定数额，各地教代会实施办法不同。此为常见做法，由学校教代会决定。"


def seed_proposal_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    seed_rule("congress.seconders", label="提案的附议人数", value=2, unit="名", source=LOCAL)
    seed_rule(
        "congress.delegation_seconders",
        label="以代表团名义提出的提案的附议人数",
        value=0,
        unit="名",
        source="代表团的提案由团长签名提出，本团代表即已附议。是否另需附议由学校教代会决定。",
    )
    seed_rule(
        "congress.answer_days",
        label="提案答复期限",
        value=30,
        kind=RuleKind.DAYS,
        unit="个工作日",
        source=LOCAL,
    )
    seed_rule("congress.reworks", label="不满意的提案可重新办理的次数", value=1, unit="次", source=LOCAL)
