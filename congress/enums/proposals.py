"""The words and moves of proposals."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    """提案类别."""

    TEACHING = "teaching", _("教育教学")
    MANAGEMENT = "management", _("学校管理")
    STAFF = "staff", _("队伍建设")
    PAY = "pay", _("薪酬待遇")
    WELFARE = "welfare", _("生活福利")
    LOGISTICS = "logistics", _("后勤保障")
    OTHER = "other", _("其他")


class ProposalStatus(TextChoices):
    """Where a proposal stands on its way from a draft to its end."""

    DRAFT = "draft", _("草稿")
    OFFERED = "offered", _("待代表领衔")
    SECONDING = "seconding", _("征集附议")
    FILED = "filed", _("待审理")
    ACCEPTED = "accepted", _("已立案")
    ASSIGNED = "assigned", _("待接收")
    HANDLING = "handling", _("办理中")
    ANSWERED = "answered", _("待签批")
    SIGNED = "signed", _("待评价")
    FOLLOWED = "followed", _("跟踪落实")
    CLOSED = "closed", _("已办结")
    MERGED = "merged", _("已并案")
    TURNED = "turned", _("转意见建议")
    REFUSED = "refused", _("不予立案")
    WITHDRAWN = "withdrawn", _("已撤案")


UNFILED = (ProposalStatus.DRAFT, ProposalStatus.OFFERED, ProposalStatus.SECONDING)
"""States of a text that is still its authors' own."""

SHOWN_UNFILED = (ProposalStatus.OFFERED, ProposalStatus.SECONDING)
"""States in which others are shown a text that isn't filed: it must be whole."""

ENDED_UNFILED = (ProposalStatus.WITHDRAWN, ProposalStatus.TURNED)
"""Ends of a text that was never filed: taken back, or handed in as a suggestion while no call was open."""

WITH_DEPARTMENT = (
    ProposalStatus.ASSIGNED,
    ProposalStatus.HANDLING,
    ProposalStatus.ANSWERED,
    ProposalStatus.SIGNED,
    ProposalStatus.FOLLOWED,
    ProposalStatus.CLOSED,
)
"""States in which a department answers for the proposal."""

ANSWER_DUE = (ProposalStatus.ASSIGNED, ProposalStatus.HANDLING, ProposalStatus.ANSWERED)
"""States in which an answer is still to come, so that the due date runs."""

SIGNED_ONCE = (ProposalStatus.SIGNED, ProposalStatus.FOLLOWED, ProposalStatus.CLOSED)
"""States in which the answer of the moment has been signed."""

PUBLISHED = (ProposalStatus.ACCEPTED, *WITH_DEPARTMENT, ProposalStatus.MERGED)
"""States in which every member of the staff may read a proposal: from 立案 on."""

TAKES_OPINIONS = ANSWER_DUE
"""States in which an assisting department may still speak: until a leader has signed."""

MAY_BE_PRIORITY = (ProposalStatus.ACCEPTED, *ANSWER_DUE)
"""States in which a case can still be given to a leader to see to."""

RATED = (ProposalStatus.FOLLOWED, ProposalStatus.CLOSED)
"""States that the proposer's rating leads to: a proposal can be chosen as outstanding."""

OPEN_TO_MERGING = (
    ProposalStatus.FILED,
    ProposalStatus.ACCEPTED,
    ProposalStatus.ASSIGNED,
    ProposalStatus.HANDLING,
)
"""States in which another proposal can still be merged into one: no answer has been given."""


class Outcome(TextChoices):
    """审理结果, kept when the state has gone on."""

    NONE = "", _("未审理")
    ACCEPTED = "accepted", _("立案")
    MERGED = "merged", _("并案")
    TURNED = "turned", _("转意见建议")
    REFUSED = "refused", _("不予立案")


class Ending(TextChoices):
    """How a proposal of former years ended, as registers tell it."""

    CLOSED = "closed", _("立案")
    MERGED = "merged", _("并案")
    TURNED = "turned", _("转意见建议")
    REFUSED = "refused", _("不予立案")
    WITHDRAWN = "withdrawn", _("撤案")


class Result(TextChoices):
    """答复结果, by the letters that offices sort answers into."""

    SOLVED = "a", _("已解决（A类）")
    SOLVING = "b", _("正在解决（B类）")
    PLANNED = "c", _("列入计划（C类）")
    NOTED = "d", _("留作参考（D类）")


UNFINISHED = (Result.SOLVING, Result.PLANNED)
"""Answers that promise something: followed up until it is done."""


class Grade(TextChoices):
    """满意度."""

    SATISFIED = "satisfied", _("满意")
    MOSTLY = "mostly", _("基本满意")
    UNSATISFIED = "unsatisfied", _("不满意")


CONTENT = (Grade.SATISFIED, Grade.MOSTLY)
"""Grades that count as satisfied in 满意率."""


class SecondingStatus(TextChoices):
    """What a delegate who was asked to second has said."""

    INVITED = "invited", _("待回复")
    SECONDED = "seconded", _("已附议")
    DECLINED = "declined", _("未附议")


class Deed(StrEnum):
    """What is done to a proposal, as its history says it. Who reads which line is in `permissions.READS_DEED`."""

    BACKFILL = "补录提案"
    DRAFT = "起草提案"
    EDIT = "修改提案"
    OFFER = "请代表领衔"
    RETRACT = "收回草稿"
    TAKE_UP = "领衔提案"
    BEG_OFF = "婉拒领衔"
    SEEK = "征集附议"
    INVITE = "邀请附议"
    SECOND = "附议"
    DECLINE = "不附议"
    TAKE_BACK = "撤回附议"
    FILE = "提交提案"
    HAND_OVER = "改为意见建议提交"
    WITHDRAW = "撤案"
    ACCEPT = "立案"
    MERGE = "并案"
    TURN = "转意见建议"
    REFUSE = "不予立案"
    ASSIGN = "交办"
    REASSIGN = "改派"
    SEND_BACK = "退回交办"
    RECEIVE = "接收办理"
    ASK_EXTENSION = "申请延期"
    EXTEND = "同意延期"
    DENY_EXTENSION = "不同意延期"
    REMIND = "提醒"
    OPINE = "填写协办意见"
    ANSWER = "提交答复"
    RETURN = "退回答复"
    SIGN = "签批答复"
    RATE = "评价"
    REWORK = "评价不满意，重新办理"
    FOLLOW_UP = "登记落实进展"
    FINISH = "办结"
    ACKNOWLEDGE = "反馈落实情况"
    REOPEN = "恢复跟踪落实"
    PRIORITISE = "列为重点提案"
    DROP_PRIORITY = "取消重点提案"
    HONOUR = "评为优秀提案"
    DROP_HONOUR = "取消优秀提案"


STEPS: dict[Deed, tuple[tuple[ProposalStatus, ...], tuple[ProposalStatus, ...]]] = {
    Deed.OFFER: ((ProposalStatus.DRAFT,), (ProposalStatus.OFFERED,)),
    Deed.RETRACT: ((ProposalStatus.OFFERED,), (ProposalStatus.DRAFT,)),
    Deed.TAKE_UP: ((ProposalStatus.OFFERED,), (ProposalStatus.SECONDING,)),
    Deed.BEG_OFF: ((ProposalStatus.OFFERED,), (ProposalStatus.DRAFT,)),
    Deed.SEEK: ((ProposalStatus.DRAFT,), (ProposalStatus.SECONDING,)),
    Deed.FILE: ((ProposalStatus.SECONDING,), (ProposalStatus.FILED,)),
    Deed.HAND_OVER: ((ProposalStatus.DRAFT, ProposalStatus.SECONDING), (ProposalStatus.TURNED,)),
    Deed.WITHDRAW: (
        (ProposalStatus.SECONDING, ProposalStatus.FILED, ProposalStatus.ACCEPTED),
        (ProposalStatus.WITHDRAWN,),
    ),
    Deed.ACCEPT: ((ProposalStatus.FILED,), (ProposalStatus.ACCEPTED,)),
    Deed.MERGE: ((ProposalStatus.FILED,), (ProposalStatus.MERGED,)),
    Deed.TURN: ((ProposalStatus.FILED,), (ProposalStatus.TURNED,)),
    Deed.REFUSE: ((ProposalStatus.FILED,), (ProposalStatus.REFUSED,)),
    Deed.ASSIGN: ((ProposalStatus.ACCEPTED,), (ProposalStatus.ASSIGNED,)),
    Deed.REASSIGN: ((ProposalStatus.ASSIGNED, ProposalStatus.HANDLING), (ProposalStatus.ASSIGNED,)),
    Deed.SEND_BACK: ((ProposalStatus.ASSIGNED,), (ProposalStatus.ACCEPTED,)),
    Deed.RECEIVE: ((ProposalStatus.ASSIGNED,), (ProposalStatus.HANDLING,)),
    Deed.ANSWER: ((ProposalStatus.HANDLING,), (ProposalStatus.ANSWERED,)),
    Deed.RETURN: ((ProposalStatus.ANSWERED,), (ProposalStatus.HANDLING,)),
    Deed.SIGN: ((ProposalStatus.ANSWERED,), (ProposalStatus.SIGNED,)),
    Deed.RATE: ((ProposalStatus.SIGNED,), (ProposalStatus.FOLLOWED, ProposalStatus.CLOSED)),
    Deed.REWORK: ((ProposalStatus.SIGNED,), (ProposalStatus.HANDLING,)),
    Deed.FINISH: ((ProposalStatus.FOLLOWED,), (ProposalStatus.CLOSED,)),
    Deed.REOPEN: ((ProposalStatus.CLOSED,), (ProposalStatus.FOLLOWED,)),
}
"""What may be done in which states, and where it leads. Several deeds lead to one state, each from its own."""

PROPOSAL_MOVES: dict[ProposalStatus, frozenset[ProposalStatus]] = {
    status: frozenset(to for start, end in STEPS.values() if status in start for to in end)
    for status in ProposalStatus
}
