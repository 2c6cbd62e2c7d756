"""Whether somebody else than the approver has to agree too."""

from affairs.enums import Sphere
from affairs.permissions import MAY_COUNTERSIGN, NO_SECOND
from unionoffice.rules import RuleKind, seed_rule

CHOICES = [(NO_SECOND, "不设会签"), *((role.value, str(role.label)) for role in MAY_COUNTERSIGN)]
SOURCE = "国家未作统一规定。学校党组织要求对公开内容把关的，可以设一位会签人；由学校决定。"


def seed_second_approvers() -> None:
    """Put the rules in place, without a second approver; safe to repeat."""
    for sphere in Sphere:
        seed_rule(
            f"affairs.second_approver.{sphere}",
            label=f"{sphere.label}公开审批之后的会签人",
            value=NO_SECOND,
            kind=RuleKind.CHOICE,
            choices=CHOICES,
            source=SOURCE,
        )
