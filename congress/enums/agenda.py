"""Words of the agenda, of what delegates say to it, and of what is resolved."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ItemKind(TextChoices):
    """What the congress does with an item: 学校教职工代表大会规定, the powers of the congress."""

    HEAR = "hear", _("听取")
    DELIBERATE = "deliberate", _("审议")
    PASS = "pass", _("讨论通过")
    APPRAISE = "appraise", _("评议")
    ELECT = "elect", _("选举")
    OTHER = "other", _("其他")


PREPARED_BY_ALL = (ItemKind.DELIBERATE, ItemKind.PASS)
"""Kinds of which the draft is shown to every staff member before the session."""


class Matter(TextChoices):
    """What an item is about. Some matters have to be passed: see `MUST_PASS`."""

    OTHER = "other", _("其他事项")
    CHARTER = "charter", _("学校章程")
    PLAN = "plan", _("发展规划和重大改革")
    WORK = "work", _("学校工作报告")
    FINANCE = "finance", _("财务工作报告")
    UNION = "union", _("工会工作报告")
    PROPOSALS = "proposals", _("提案办理情况")
    BETWEEN = "between", _("闭会期间决定和决议落实")
    LEADERS = "leaders", _("领导干部评议")
    WELFARE = "welfare", _("福利")
    PAY = "pay", _("校内分配")
    HIRING = "hiring", _("聘任")
    APPRAISAL = "appraisal", _("考核")
    REWARD = "reward", _("奖惩")
    CONTRACT = "contract", _("集体合同草案")


LAID_DOWN = (Matter.WELFARE, Matter.PAY, Matter.HIRING, Matter.APPRAISAL, Matter.REWARD)
"""学校教职工代表大会规定: what touches the interests of the staff is discussed and passed."""

MUST_PASS = (*LAID_DOWN, Matter.CONTRACT)
"""Matters of which a rule says whether they have to be passed."""


class ItemOutcome(TextChoices):
    """What became of an item."""

    OPEN = "", _("待议")
    HEARD = "heard", _("已听取")
    AGREED = "agreed", _("审议同意")
    PASSED = "passed", _("通过")
    FAILED = "failed", _("未通过")
    AGAIN = "again", _("待再议")
    APPRAISED = "appraised", _("已评议")
    ELECTED = "elected", _("已选举")
    SETTLED = "settled", _("已议定")


ITEM_OUTCOMES: dict[ItemKind, tuple[ItemOutcome, ...]] = {
    ItemKind.HEAR: (ItemOutcome.HEARD, ItemOutcome.AGAIN),
    ItemKind.DELIBERATE: (ItemOutcome.AGREED, ItemOutcome.AGAIN),
    ItemKind.PASS: (ItemOutcome.AGAIN,),
    ItemKind.APPRAISE: (ItemOutcome.APPRAISED, ItemOutcome.AGAIN),
    ItemKind.ELECT: (ItemOutcome.ELECTED, ItemOutcome.AGAIN),
    ItemKind.OTHER: (ItemOutcome.SETTLED, ItemOutcome.AGAIN),
}
"""Outcomes that are noted as they are; passed or not follows from the votes alone."""

ITEM_VOTED: dict[ItemKind, ItemOutcome] = {
    ItemKind.PASS: ItemOutcome.PASSED,
    ItemKind.DELIBERATE: ItemOutcome.AGREED,
}
"""Kinds that are voted on, and what enough votes make of them."""

ITEM_ADOPTED = (ItemOutcome.PASSED, ItemOutcome.AGREED)
"""Outcomes that count as 审议通过."""

ITEM_UNSETTLED = (ItemOutcome.FAILED, ItemOutcome.AGAIN)
"""Outcomes after which the matter comes back in a later item."""


class VotingWay(TextChoices):
    """How votes are given. Applause isn't counted."""

    SECRET = "secret", _("无记名投票")
    HANDS = "hands", _("举手表决")
    APPLAUSE = "applause", _("鼓掌通过")


COUNTED_WAYS = (VotingWay.SECRET, VotingWay.HANDS)


class OpinionAnswer(TextChoices):
    """What the school says to an opinion."""

    ADOPTED = "adopted", _("采纳")
    PARTLY = "partly", _("部分采纳")
    DECLINED = "declined", _("未采纳")


class ResolutionStatus(TextChoices):
    """How far a resolution is carried out."""

    OPEN = "open", _("落实中")
    DONE = "done", _("已落实")


RESOLUTION_MOVES: dict[ResolutionStatus, frozenset[ResolutionStatus]] = {
    ResolutionStatus.OPEN: frozenset({ResolutionStatus.DONE}),
    ResolutionStatus.DONE: frozenset({ResolutionStatus.OPEN}),
}


class Decider(TextChoices):
    """Who decides while the congress is not in session: its committees, and the heads of its delegations."""

    HEADS = "heads", _("代表团（组）长联席会议")
    COMMITTEE = "committee", _("专门委员会（工作小组）")
    UNION = "union", _("工会委员会")


class MinutesStatus(TextChoices):
    """Whether the minutes of a session can still be changed."""

    DRAFT = "draft", _("起草")
    CONFIRMED = "confirmed", _("已确认")


MINUTES_MOVES: dict[MinutesStatus, frozenset[MinutesStatus]] = {
    MinutesStatus.DRAFT: frozenset({MinutesStatus.CONFIRMED}),
    MinutesStatus.CONFIRMED: frozenset(),
}
