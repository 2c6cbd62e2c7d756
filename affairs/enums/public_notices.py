"""The words and moves of public notices (公示)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeObject(TextChoices):
    """公示对象: what the people are named for, in the order in which a summary tells them."""

    COMMENDATION = "commendation", _("评优评先")
    TITLES = "titles", _("职称评聘")
    POSTS = "posts", _("岗位聘任")
    APPRAISAL = "appraisal", _("考核结果")
    HARDSHIP = "hardship", _("困难帮扶")
    CANDIDATES = "candidates", _("候选人")
    CADRES = "cadres", _("干部任用")
    OTHER = "other", _("其他")


class NoticeStatus(TextChoices):
    """Where a notice stands between its draft and the document that follows from it."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("待审批")
    RETURNED = "returned", _("已退回")
    POSTED = "posted", _("公示中")
    CONCLUDED = "concluded", _("公示结束")
    DOCUMENTED = "documented", _("已发文")
    WITHDRAWN = "withdrawn", _("已终止")


NOTICE_MOVES: dict[NoticeStatus, frozenset[NoticeStatus]] = {
    NoticeStatus.DRAFT: frozenset({NoticeStatus.SUBMITTED, NoticeStatus.WITHDRAWN}),
    NoticeStatus.SUBMITTED: frozenset({NoticeStatus.DRAFT, NoticeStatus.RETURNED, NoticeStatus.POSTED}),
    NoticeStatus.RETURNED: frozenset({NoticeStatus.SUBMITTED, NoticeStatus.WITHDRAWN}),
    NoticeStatus.POSTED: frozenset({NoticeStatus.CONCLUDED, NoticeStatus.WITHDRAWN}),
    NoticeStatus.CONCLUDED: frozenset({NoticeStatus.DOCUMENTED}),
    NoticeStatus.DOCUMENTED: frozenset(),
    NoticeStatus.WITHDRAWN: frozenset(),
}
"""An extension is no move: the notice hangs on, until a later day."""

NOTICE_WRITABLE = (NoticeStatus.DRAFT, NoticeStatus.RETURNED)
"""States in which text and names are still their writer's."""

NOTICE_OVER = (NoticeStatus.CONCLUDED, NoticeStatus.DOCUMENTED)
"""States with a result."""

POSTED_ONCE = (NoticeStatus.POSTED, *NOTICE_OVER)
"""States that a notice reaches only by hanging on the board; one that was withdrawn may have hung there too."""


class NameShown(TextChoices):
    """How people are named where the notice is read."""

    FULL = "full", _("全名")
    SURNAME = "surname", _("姓＋某")
    INITIAL = "initial", _("首字＋**")
    HIDDEN = "hidden", _("不公布姓名")


class CandidateResult(TextChoices):
    """What came out for one of the people named."""

    PASSED = "passed", _("通过")
    PARTLY = "partly", _("部分通过")
    FAILED = "failed", _("不通过")


class ReviewDuty(TextChoices):
    """What somebody does in the review group."""

    HEAD = "head", _("组长")
    MEMBER = "member", _("成员")


class ObjectionWay(TextChoices):
    """How an objection came in."""

    ONLINE = "online", _("网上提交")
    WRITTEN = "written", _("书面")
    SPOKEN = "spoken", _("当面或电话")


class Finding(TextChoices):
    """What looking into an objection showed."""

    TRUE = "true", _("属实")
    PARTLY = "partly", _("部分属实")
    UNTRUE = "untrue", _("不属实")
    UNVERIFIABLE = "unverifiable", _("无法核实")


UPHELD = (Finding.TRUE, Finding.PARTLY)
"""Findings that stand against somebody."""
