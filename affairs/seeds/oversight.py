"""What the rules say about collective agreements. Each school may set other values, with their source."""

from affairs.selectors import EXPIRY_DAYS, FILING_DAYS, SIDE_LEAST, YEARS_LEAST, YEARS_MOST
from unionoffice.rules import RuleKind, seed_rule

TERM_SOURCE = (
    "《集体合同规定》（劳动和社会保障部令第22号）第三十八条：集体合同或专项集体合同期限一般为1至3年，期满或双方约定的"
    "终止条件出现，即行终止。期满前3个月内，任何一方均可向对方提出重新签订或续订的要求。"
)
FILING_SOURCE = (
    "《集体合同规定》（劳动和社会保障部令第22号）第四十二条：集体合同或专项集体合同签订或变更后，应当自双方首席代表签字"
    "之日起10日内，由用人单位一方将文本一式三份报送劳动保障行政部门审查。"
)
SIDE_SOURCE = (
    "《集体合同规定》（劳动和社会保障部令第22号）第十九条：集体协商双方的代表人数应当对等，每方至少3人，"
    "并各确定1名首席代表。"
)


def seed_agreement_rules() -> None:
    """How long one holds, when it is filed and renewed, and who sits at the table."""
    seed_rule(EXPIRY_DAYS, label="集体合同到期前多少天提醒续签", value=90, kind=RuleKind.DAYS, source=TERM_SOURCE)
    seed_rule(FILING_DAYS, label="集体合同签订后多少天内报送备案", value=10, kind=RuleKind.DAYS, source=FILING_SOURCE)
    seed_rule(SIDE_LEAST, label="集体协商每方代表最少人数", value=3, unit="名", source=SIDE_SOURCE)
    seed_rule(YEARS_LEAST, label="集体合同期限最短几年", value=1, unit="年", source=TERM_SOURCE)
    seed_rule(YEARS_MOST, label="集体合同期限最长几年", value=3, unit="年", source=TERM_SOURCE)
