"""The rules of the agenda and of votes, each with its source; a school or a province changes them in the settings."""

from congress.enums import LAID_DOWN, MUST_PASS, Matter
from congress.seeds.sources import STAFF_LAW
from congress.selectors.agenda import MAJORITY, REMIND_RESOLUTION, must_pass_key
from unionoffice.rules import RuleKind, seed_rule

POWERS = f"{STAFF_LAW}：讨论通过与教职工利益直接相关的福利、校内分配实施方案以及相应的教职工聘任、考核、奖惩办法。"
CONTRACT = "《中华人民共和国劳动合同法》第五十一条：集体合同草案应当提交职工代表大会或者全体职工讨论通过。"
VOTES = (
    f"{STAFF_LAW}：教职工代表大会的选举和表决，须经代表总数半数以上通过方为有效。本系统按超过全体应到代表的半数计算。"
)
LOCAL = "通行做法；各地各校不一，以本校规定为准。"


def seed_agenda_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    seed_rule(
        MAJORITY,
        label="表决通过，赞成票应超过应到代表的比例",
        value="50",
        kind=RuleKind.PERCENT,
        source=VOTES,
    )
    for matter in MUST_PASS:
        seed_rule(
            must_pass_key(matter),
            label=f"{Matter(matter).label}事项须经讨论通过",
            value=True,
            source=POWERS if matter in LAID_DOWN else CONTRACT,
        )
    seed_rule(REMIND_RESOLUTION, label="决议落实到期前提前几天提醒", value=7, kind=RuleKind.DAYS, source=LOCAL)
