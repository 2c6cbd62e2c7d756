"""The rules of suggestions, each with its source; a school changes them in the settings."""

from unionoffice.rules import RuleKind, seed_rule


def seed_suggestion_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    seed_rule(
        "congress.suggestion_days",
        label="意见建议答复期限",
        value=15,
        kind=RuleKind.DAYS,
        unit="个工作日",
        source="国家没有规定期限。此为常见做法，由学校工会决定。",
    )
