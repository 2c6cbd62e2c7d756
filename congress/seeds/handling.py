"""The rules of how proposals are handled, each with its source."""

from congress.enums import ExtensionDecider
from congress.seeds.proposals import LOCAL
from unionoffice.rules import RuleKind, seed_rule

DAYS = "个工作日"


def seed_handling_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    for key, label, value in (
        ("congress.opinion_days", "协办意见期限（交办后）", 10),
        ("congress.extension_days", "每次延期最长（原期限后）", 15),
        ("congress.remind_days", "到期前多久提醒主办部门", 5),
        ("congress.press_days", "逾期后每隔多久催办一次（0为只催一次）", 5),
        ("congress.escalate_days", "逾期多久后报校领导", 15),
    ):
        seed_rule(key, label=label, value=value, kind=RuleKind.DAYS, unit=DAYS, source=LOCAL)
    seed_rule("congress.extensions", label="每件提案最多延期次数", value=1, unit="次", source=LOCAL)
    seed_rule(
        "congress.extension_decider",
        label="提案延期由谁审批",
        value=ExtensionDecider.SECRETARY.value,
        kind=RuleKind.CHOICE,
        choices=[(one.value, str(one.label)) for one in ExtensionDecider],
        source=LOCAL,
    )
    seed_rule(
        "congress.pause_in_vacations",
        label="寒暑假不计入提案期限",
        value=False,
        source="国家未作规定。学校可由教代会决定，期限内遇寒暑假的顺延。",
    )
